package org.annotomy.command.web;

import java.io.File;

import org.annotomy.command.study.StudyCommand;
import org.annotomy.dicom.web.DicomWebClient;
import org.annotomy.dicom.web.WebServer;
import org.annotomy.image.ImageReaders;
import org.annotomy.imagej.web.Fetch;
import org.annotomy.imagej.web.ServerOpener;
import org.annotomy.imagej.web.ServerSource;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Opening a server's series as any other. */
@Plugin(type = Command.class, visible = false, label = "Open Series from Server...", description = "Retrieves a series of a DICOMweb server and opens the local copy together with its annotations. What is here already is not retrieved again.")
public final class OpenSeriesCommand extends StudyCommand {

	@Parameter(label = "Server", persist = false, description = ServerAccess.SERVER)
	private String server = "";

	@Parameter(label = "Study UID", persist = false, description = "Study Instance UID, as Find Studies on Server... lists it.")
	private String study_uid;

	@Parameter(label = "Series UID", persist = false, description = "Series Instance UID, as Find Studies on Server... lists it.")
	private String series_uid;

	@Parameter(label = "Folder", persist = false, style = "directory,save", required = false, description = "Folder for this series alone; empty: one in the user's folder, where images used long ago make room.")
	private File folder;

	@Parameter(label = "Fetch", persist = false, choices = {"auto", "frames",
			"whole"}, description = "Before it is shown: auto (large films and multi-frame images frame by frame, everything else whole), frames (every multi-frame image frame by frame), or the whole series.")
	private String fetch = "auto";

	@Parameter(type = ItemIO.OUTPUT, label = "Retrieved")
	private String retrieved;

	@Override
	protected void execute() throws Exception {
		WebServer entry = ServerAccess.server(server);
		try (DicomWebClient client = ServerAccess.connect(entry)) {
			ServerSource source = new ServerSource(entry.name(), client, ServerAccess.retrieved());
			ServerOpener.Opened opened = new ServerOpener(source, ImageReaders.discover(), opener()).open(study_uid.strip(),
					series_uid.strip(), folder == null ? null : folder.toPath(), Fetch.of(fetch), progress());
			opened.sessions().forEach(this::show);
			if (!opened.notes().isEmpty()) retrieved = String.join("\n", opened.notes());
		}
	}
}
