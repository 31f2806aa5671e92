package org.annotomy.command.web;

import java.io.File;
import java.util.List;

import org.annotomy.command.AnnotationCommand;
import org.annotomy.dicom.transfer.FilesToSend;
import org.annotomy.dicom.transfer.Outbox;
import org.annotomy.dicom.web.WebServer;
import org.annotomy.ui.web.SendConfirmation;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.measure.ResultsTable;

/** Sending files of any kind. */
@Plugin(type = Command.class, visible = false, label = "Send DICOM Files to Server...", description = "Stores DICOM files of any kind on a DICOMweb server. What is not stored is kept and can be sent again.")
public final class SendFilesCommand extends AnnotationCommand {

	@Parameter(label = "Server", persist = false, description = ServerAccess.SERVER)
	private String server = "";

	@Parameter(label = "File or folder", persist = false, style = "both", description = "A DICOM file, or a folder: all DICOM files in it and below.")
	private File path;

	@Parameter(label = "Stop on failure", persist = false, description = "Whether a macro ends if an object was not stored; else the table says so.")
	private boolean stop_on_failure = true;

	@Parameter(type = ItemIO.OUTPUT, label = "Sent")
	private ResultsTable sent;

	@Override
	protected void execute() throws Exception {
		WebServer entry = ServerAccess.server(server);
		FilesToSend files = FilesToSend.in(path.toPath(), progress());
		if (ServerAccess.isAtDesk()) SendConfirmation.require(null, files.words(), entry);
		List<Outbox.Entry> entries = files.put(ServerAccess.outbox(), entry.name(), progress().part(0, 0.3));
		sent = ServerAccess.send(entry, entries, stop_on_failure, progress().part(0.3, 1));
	}
}
