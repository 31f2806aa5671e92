package org.annotomy.command.segment;

import java.io.File;

import org.annotomy.command.SessionCommand;
import org.annotomy.imagej.labelmap.SegmentationImport;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Menu entry for {@link SegmentationImport}. */
@Plugin(type = Command.class, visible = false, label = "Import Segmentation...", description = "Brings in segments of 3D Slicer (.seg.nrrd) or a label map (NIfTI, NRRD, MetaImage, TIFF) that lies on the image's grid, as one step of undo.")
public final class ImportSegmentationCommand extends SessionCommand {

	@Parameter(label = "File", persist = false, style = "open", description = "The label map; names and colours are taken from a table of ITK-SNAP beside it (X.labels.txt).")
	private File file;

	@Parameter(type = ItemIO.OUTPUT, label = "Notes")
	private String notes;

	@Override
	protected void execute() throws Exception {
		notes = String.join(" ", SegmentationImport.read(file.toPath(), session(), progress()));
	}
}
