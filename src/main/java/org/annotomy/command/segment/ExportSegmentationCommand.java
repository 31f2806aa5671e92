package org.annotomy.command.segment;

import java.io.File;

import org.annotomy.command.SessionCommand;
import org.annotomy.imagej.labelmap.SegmentationExport;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Menu entry for {@link SegmentationExport}. */
@Plugin(type = Command.class, visible = false, label = "Export Segmentation...", description = "Writes all segments for other programs, and says beforehand what the format cannot hold.")
public final class ExportSegmentationCommand extends SessionCommand {

	@Parameter(label = "File", persist = false, style = "save", description = "By its ending: .seg.nrrd (3D Slicer; keeps everything), .nii.gz or .nii (NIfTI), .tif (ImageJ). Beside the last three lies a table of the labels as ITK-SNAP has it.")
	private File file;

	@Parameter(label = "Overwrite", persist = false, description = "Whether files that are there may be replaced.")
	private boolean overwrite = false;

	@Parameter(label = "Only report", persist = false, description = "Only say what the format cannot hold; write nothing.")
	private boolean report_only = false;

	@Parameter(type = ItemIO.OUTPUT, label = "Notes")
	private String notes;

	@Override
	protected void execute() throws Exception {
		SegmentationExport export = new SegmentationExport(session(), file.toPath());
		notes = String.join(" ", export.losses());
		if (!report_only) export.write(overwrite, progress());
	}
}
