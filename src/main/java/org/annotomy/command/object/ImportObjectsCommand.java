package org.annotomy.command.object;

import java.io.File;

import org.annotomy.command.SessionCommand;
import org.annotomy.imagej.session.ObjectFiles;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Menu entry for {@link ObjectFiles#read}. */
@Plugin(type = Command.class, visible = false, label = "Import Objects...", description = "Adds the objects of a GeoJSON file (QuPath and others; also packed as .gz), up to millions of detections, as one step of undo.")
public final class ImportObjectsCommand extends SessionCommand {

	@Parameter(label = "File", persist = false, style = "open", description = "GeoJSON in pixels of the image at full resolution, as QuPath exports it.")
	private File file;

	@Parameter(type = ItemIO.OUTPUT, label = "Notes")
	private String notes;

	@Override
	protected void execute() throws Exception {
		notes = String.join(" ", ObjectFiles.read(file.toPath(), session(), progress()));
	}
}
