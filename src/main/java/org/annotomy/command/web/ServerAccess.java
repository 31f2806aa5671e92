package org.annotomy.command.web;

import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.time.Clock;
import java.util.List;

import org.annotomy.dicom.transfer.Outbox;
import org.annotomy.dicom.transfer.RetrievedImages;
import org.annotomy.dicom.transfer.SendResult;
import org.annotomy.dicom.transfer.Sending;
import org.annotomy.dicom.web.CredentialSource;
import org.annotomy.dicom.web.DicomWebClient;
import org.annotomy.dicom.web.WebFolder;
import org.annotomy.dicom.web.WebServer;
import org.annotomy.dicom.web.WebServers;
import org.annotomy.task.Progress;
import org.annotomy.ui.web.DicomWebFrame;

import ij.macro.Interpreter;
import ij.measure.ResultsTable;

/** What every command about a server needs: the list, the connection, the outbox. */
final class ServerAccess {

	static final String SERVER = "Name of a server of the list (DICOMweb Server...); empty: the only one.";

	private ServerAccess() {}

	/** Whether a user can be asked, as opposed to a macro or a computer without a display. */
	static boolean isAtDesk() {
		return !GraphicsEnvironment.isHeadless() && Interpreter.getInstance() == null;
	}

	static WebServer server(String name) throws IOException {
		return WebServers.read(WebFolder.ofUser().servers()).require(name);
	}

	/** With credentials from the environment, or, at the desk and where it has none, from the user. */
	static DicomWebClient connect(WebServer server) {
		boolean ask = isAtDesk() && (server.secretVariable().isEmpty() || System.getenv(server.secretVariable()) == null);
		CredentialSource source = ask ? DicomWebFrame.credentials() : CredentialSource.environment();
		return DicomWebClient.connect(server, source);
	}

	static Outbox outbox() {
		return new Outbox(WebFolder.ofUser().outbox(), Clock.systemUTC());
	}

	static RetrievedImages retrieved() {
		return new RetrievedImages(WebFolder.ofUser().cache(), Clock.systemUTC());
	}

	/**
	 * Sends what is in the outbox.
	 *
	 * @param stop whether it is a failure if an object was not stored
	 * @return a row for each object
	 */
	static ResultsTable send(WebServer server, List<Outbox.Entry> entries, boolean stop, Progress progress) throws IOException {
		List<SendResult> results;
		try (DicomWebClient client = connect(server)) {
			results = new Sending(client, outbox(), progress).run(entries);
		}
		List<SendResult> failed = results.stream().filter(result -> !result.isStored()).toList();
		if (stop && !failed.isEmpty() && !isAtDesk())
			throw new IOException(failed.size() + " of " + results.size() + " objects were not stored: " + failed.get(0).words()
					+ (failed.get(0).words().endsWith(".") ? "" : ".") + " They are kept; see Retry Failed Sends...");
		return table(server.name(), results);
	}

	private static ResultsTable table(String server, List<SendResult> results) {
		ResultsTable table = new ResultsTable();
		for (SendResult result : results) {
			table.addRow();
			table.addValue("Server", server);
			table.addValue("SOP Instance UID", result.sopUid());
			table.addValue("Stored", result.isStored() ? 1 : 0);
			table.addValue("Result", result.words());
		}
		return table;
	}
}
