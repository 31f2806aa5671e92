package org.annotomy.command.web;

import java.nio.file.Path;

import org.annotomy.command.AnnotationCommand;
import org.annotomy.dicom.web.AuthKind;
import org.annotomy.dicom.web.WebFolder;
import org.annotomy.dicom.web.WebServer;
import org.annotomy.dicom.web.WebServers;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.measure.ResultsTable;

/** The list of servers. */
@Plugin(type = Command.class, visible = false, label = "DICOMweb Server...", description = "Adds a DICOMweb server to the list, changes or removes it; without a name, shows the list. Passwords and tokens are never kept.")
public final class DicomWebServerCommand extends AnnotationCommand {

	@Parameter(label = "Server", persist = false, description = "Name that you give the server; empty: only show the list.")
	private String server = "";

	@Parameter(label = "Address", persist = false, description = "Where /studies lies below, such as https://pacs.example.org/dicom-web.")
	private String address = "";

	@Parameter(label = "Credentials", persist = false, description = "What the server wants: none, basic (user and password), bearer (a token), or header (a header of its own).")
	private AuthKind credentials = AuthKind.NONE;

	@Parameter(label = "Header", persist = false, description = "Name of the header, for credentials in a header of the server's own.")
	private String header = "";

	@Parameter(label = "Environment variable", persist = false, description = "Variable that macros take the credentials from: user:password, the token, or the value of the header.")
	private String secret_variable = "";

	@Parameter(label = "Allow plain http", persist = false, description = "Whether to talk to this server without encryption: everybody on the way can read patients' data. This computer itself needs no permission.")
	private boolean plain_http = false;

	@Parameter(label = "Remove", persist = false, description = "Whether to take the server off the list.")
	private boolean remove = false;

	@Parameter(type = ItemIO.OUTPUT, label = "DICOMweb Servers")
	private ResultsTable servers;

	@Override
	protected void execute() throws Exception {
		Path file = WebFolder.ofUser().servers();
		WebServers list = WebServers.read(file);
		if (!server.isBlank()) {
			if (remove) list.require(server);
			list = remove
					? list.without(server)
					: list.with(new WebServer(server.strip(), WebServer.address(address), credentials, header.strip(),
							secret_variable.strip(), plain_http));
			list.write(file);
		}
		servers = new ResultsTable();
		for (WebServer one : list.all()) {
			servers.addRow();
			servers.addValue("Server", one.name());
			servers.addValue("Address", one.base().toString());
			servers.addValue("Credentials", one.auth().toString());
			servers.addValue("Plain http allowed", one.plainHttp() ? 1 : 0);
		}
	}
}
