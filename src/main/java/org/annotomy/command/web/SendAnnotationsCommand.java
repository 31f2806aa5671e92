package org.annotomy.command.web;

import java.util.List;

import org.annotomy.command.SessionCommand;
import org.annotomy.dicom.transfer.Outbox;
import org.annotomy.dicom.web.WebServer;
import org.annotomy.imagej.web.AnnotationsToSend;
import org.annotomy.ui.web.SendConfirmation;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.measure.ResultsTable;

/** Sending annotations back. */
@Plugin(type = Command.class, visible = false, label = "Send Annotations to Server...", description = "Saves the annotations of a DICOM image and stores them on a DICOMweb server, in its study. What is not stored is kept and can be sent again.")
public final class SendAnnotationsCommand extends SessionCommand {

	@Parameter(label = "Server", persist = false, description = ServerAccess.SERVER)
	private String server = "";

	@Parameter(label = "Kind", persist = false, description = "Kind of DICOM object: labels (a Raw Data object that only Annotomy reads); empty: every kind there is.")
	private String kind = "";

	@Parameter(label = "Stop on failure", persist = false, description = "Whether a macro ends if an object was not stored; else the table says so.")
	private boolean stop_on_failure = true;

	@Parameter(type = ItemIO.OUTPUT, label = "Sent")
	private ResultsTable sent;

	@Override
	protected void execute() throws Exception {
		WebServer entry = ServerAccess.server(server);
		if (ServerAccess.isAtDesk()) SendConfirmation.require(image().getWindow(), "the annotations of this image", entry);
		List<Outbox.Entry> entries = AnnotationsToSend.begin(session(), kind.strip()).put(ServerAccess.outbox(), entry.name(),
				progress().part(0, 0.3));
		sent = ServerAccess.send(entry, entries, stop_on_failure, progress().part(0.3, 1));
	}
}
