package org.annotomy.command.study;

import java.io.File;
import java.util.List;

import org.annotomy.command.CommandFailure;
import org.annotomy.dicom.study.SeriesRow;
import org.annotomy.dicom.study.StudyQuery;
import org.annotomy.image.ImageReaders;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.session.SessionOpener;
import org.annotomy.imagej.study.LocalSource;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Opening one of several series. */
@Plugin(type = Command.class, visible = false, label = "Open Series from Folder...", description = "Opens one series of a folder, a DICOMDIR or a zip archive, together with its annotations, wherever its files lie in it.")
public final class OpenSeriesOfFolderCommand extends StudyCommand {

	@Parameter(label = "File or folder", persist = false, style = "both", description = "A folder with all below it, a DICOMDIR or a zip archive.")
	private File path;

	@Parameter(label = "Series", persist = false, description = "Index or Series UID, as List Series in Folder... lists it.")
	private String series;

	@Override
	protected void execute() throws Exception {
		try (LocalSource source = new LocalSource(List.of(path.toPath()), ImageReaders.discover())) {
			source.find(StudyQuery.ALL, progress().part(0, 0.3));
			SeriesRow row = chosen(source.all(progress().part(0, 0.3)));
			SessionOpener opener = opener();
			for (AnnotationSession session : opener.open(part -> source.read(row, part), progress().part(0.3, 1)))
				show(session);
		}
	}

	private SeriesRow chosen(List<LocalSource.Listed> rows) {
		String wanted = series.strip();
		if (rows.isEmpty()) throw new CommandFailure("There is no image in the folder.");
		if (wanted.matches("\\d{1,6}")) {
			int index = Integer.parseInt(wanted);
			if (index < 1 || index > rows.size())
				throw new CommandFailure("There is no series " + index + ": the folder has series 1 to " + rows.size() + ".");
			return rows.get(index - 1).series();
		}
		for (LocalSource.Listed row : rows)
			if (row.series().seriesUid().equals(wanted)) return row.series();
		throw new CommandFailure("The folder has no series with this UID. List Series in Folder... lists those it has.");
	}
}
