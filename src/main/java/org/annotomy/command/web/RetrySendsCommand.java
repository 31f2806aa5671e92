package org.annotomy.command.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.annotomy.command.AnnotationCommand;
import org.annotomy.dicom.transfer.Outbox;
import org.annotomy.dicom.web.WebServer;
import org.annotomy.imagej.web.StudyTables;
import org.annotomy.ui.web.SendConfirmation;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.measure.ResultsTable;

/** What could not be sent. */
@Plugin(type = Command.class, visible = false, label = "Retry Failed Sends...", description = "Sends what a DICOMweb server did not store, lists it, or gives it up.")
public final class RetrySendsCommand extends AnnotationCommand {

	@Parameter(label = "Server", persist = false, description = "Name of a server of the list; empty: all servers.")
	private String server = "";

	@Parameter(label = "Do", persist = false, choices = {"send", "list",
			"discard"}, description = "What to do with the objects that wait: send them again, list them, or give them up for good.")
	private String action = "send";

	@Parameter(label = "Of unknown server too", persist = false, description = "Whether objects of which it is not known for which server they were meant go to the named server too.")
	private boolean unknown_too = false;

	@Parameter(label = "Stop on failure", persist = false, description = "Whether a macro ends if an object was not stored; else the table says so.")
	private boolean stop_on_failure = true;

	@Parameter(type = ItemIO.OUTPUT, label = "Failed Sends")
	private ResultsTable sends;

	@Override
	protected void execute() throws Exception {
		Outbox outbox = ServerAccess.outbox();
		List<Outbox.Entry> waiting = outbox.entries().stream().filter(this::isMeant).toList();
		switch (action) {
			case "send" -> send(waiting);
			case "discard" -> discard(outbox, waiting);
			default -> sends = StudyTables.waiting(waiting);
		}
	}

	private boolean isMeant(Outbox.Entry entry) {
		if (server.isBlank()) return true;
		return entry.server().isEmpty() ? unknown_too : entry.server().equals(server.strip());
	}

	/** Each to its server; one whose server is not known only where the user says so. */
	private void send(List<Outbox.Entry> waiting) throws Exception {
		Map<String, List<Outbox.Entry>> byServer = new LinkedHashMap<>();
		for (Outbox.Entry entry : waiting)
			byServer.computeIfAbsent(entry.server().isEmpty() ? server.strip() : entry.server(), name -> new ArrayList<>())
					.add(entry);
		List<Outbox.Entry> lost = byServer.remove("");
		sends = new ResultsTable();
		for (Map.Entry<String, List<Outbox.Entry>> one : byServer.entrySet()) {
			WebServer to = ServerAccess.server(one.getKey());
			if (ServerAccess.isAtDesk()) SendConfirmation.require(null, one.getValue().size() + " DICOM objects", to);
			StudyTables.append(sends, ServerAccess.send(to, one.getValue(), stop_on_failure, progress()));
		}
		if (lost != null)
			throw new IOException(
					lost.size() + (lost.size() == 1 ? " object waits" : " objects wait") + " of which it is not known for which "
							+ "server it was meant. Name the server and give unknown_too=true, or discard it.");
	}

	private void discard(Outbox outbox, List<Outbox.Entry> waiting) throws Exception {
		if (ServerAccess.isAtDesk() && !waiting.isEmpty()) SendConfirmation.requireDiscard(null, waiting.size());
		for (Outbox.Entry entry : waiting)
			outbox.remove(entry);
		sends = StudyTables.waiting(List.of());
	}
}
