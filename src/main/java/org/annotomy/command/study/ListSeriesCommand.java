package org.annotomy.command.study;

import java.io.File;
import java.util.List;

import org.annotomy.command.AnnotationCommand;
import org.annotomy.dicom.study.StudyQuery;
import org.annotomy.image.ImageReaders;
import org.annotomy.imagej.study.LocalSource;
import org.annotomy.imagej.study.SeriesTable;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.measure.ResultsTable;

/** What lies in a folder, as a table. */
@Plugin(type = Command.class, visible = false, label = "List Series in Folder...", description = "Lists the studies and series in a folder, a DICOMDIR or a zip archive, with counts, labels, and what cannot be opened and why. Patients are masked unless asked for.")
public final class ListSeriesCommand extends AnnotationCommand {

	@Parameter(label = "File or folder", persist = false, style = "both", description = "A folder with all below it, a DICOMDIR, a zip archive, or one file.")
	private File path;

	@Parameter(label = "Show patients", persist = false, description = "Whether names, IDs, birth dates, descriptions and names of files stand in the table; they identify patients.")
	private boolean show_patients = false;

	@Parameter(type = ItemIO.OUTPUT, label = "Series")
	private ResultsTable series;

	@Parameter(type = ItemIO.OUTPUT, label = "Notes")
	private String notes;

	@Override
	protected void execute() throws Exception {
		try (LocalSource source = new LocalSource(List.of(path.toPath()), ImageReaders.discover())) {
			source.find(StudyQuery.ALL, progress());
			series = SeriesTable.of(source.all(progress()), show_patients);
			if (source.unknown() > 0) notes = "Files that are no images: " + source.unknown() + ".";
		}
	}
}
