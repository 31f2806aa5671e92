package org.annotomy.command.object;

import java.io.File;

import org.annotomy.command.SessionCommand;
import org.annotomy.imagej.session.ObjectFiles;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Menu entry for {@link ObjectFiles#write}. */
@Plugin(type = Command.class, visible = false, label = "Export Objects...", description = "Writes all objects into one GeoJSON file that QuPath opens, masses of detections included.")
public final class ExportObjectsCommand extends SessionCommand {

	@Parameter(label = "File", persist = false, style = "save", description = "Ends in .geojson, or in .geojson.gz to be packed.")
	private File file;

	@Parameter(label = "Overwrite", persist = false, description = "Whether a file that is there may be replaced.")
	private boolean overwrite = false;

	@Parameter(type = ItemIO.OUTPUT, label = "Notes")
	private String notes;

	@Override
	protected void execute() throws Exception {
		notes = String.join(" ", ObjectFiles.write(file.toPath(), overwrite, session(), progress()));
	}
}
