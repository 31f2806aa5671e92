package org.annotomy.dicom.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.annotomy.home.UserFolder;
import org.annotomy.json.Json;
import org.annotomy.json.JsonArray;
import org.annotomy.json.JsonException;
import org.annotomy.json.JsonObject;
import org.annotomy.json.JsonValue;

/** The user's list of servers, a small JSON file without secrets. Immutable; {@link #write} replaces the file whole. */
public final class WebServers {

	private static final int MOST_BYTES = 1 << 20;

	private final List<WebServer> servers;

	private WebServers(List<WebServer> servers) {
		this.servers = List.copyOf(servers);
	}

	/**
	 * @param file may be absent: then there are no servers
	 * @throws JsonException if something is not as it must be; the message begins with the line
	 * @throws IOException if the file cannot be read
	 */
	public static WebServers read(Path file) throws IOException {
		if (!Files.exists(file)) return new WebServers(List.of());
		try (InputStream in = Files.newInputStream(file)) {
			byte[] bytes = in.readNBytes(MOST_BYTES + 1);
			if (bytes.length > MOST_BYTES) throw new JsonException(0, "a list of servers has at most 1 MB; this one is larger.");
			List<WebServer> servers = new ArrayList<>();
			for (JsonValue entry : Json.parse(new String(bytes, StandardCharsets.UTF_8)).asObject().list("servers"))
				servers.add(server(entry.asObject()));
			return new WebServers(servers);
		}
	}

	private static WebServer server(JsonObject entry) throws JsonException {
		try {
			String auth = entry.string("auth", "none");
			AuthKind kind = Arrays.stream(AuthKind.values()).filter(k -> k.toString().equals(auth)).findFirst()
					.orElseThrow(() -> new IllegalArgumentException("auth must be none, basic, bearer or header."));
			return new WebServer(entry.require("name").asString(), WebServer.address(entry.require("address").asString()), kind,
					entry.string("header", ""), entry.string("secretVariable", ""), entry.bool("plainHttp", false));
		} catch (IllegalArgumentException e) {
			throw new JsonException(entry.line(), e.getMessage());
		}
	}

	public List<WebServer> all() {
		return servers;
	}

	public Optional<WebServer> find(String name) {
		return servers.stream().filter(server -> server.name().equals(name)).findFirst();
	}

	/** @throws IllegalArgumentException if there is none of that name; the message lists those there are */
	public WebServer require(String name) {
		if (servers.isEmpty())
			throw new IllegalArgumentException("There are no DICOMweb servers yet. Add one with DICOMweb Server...");
		if (name.isBlank() && servers.size() == 1) return servers.get(0);
		return find(name).orElseThrow(() -> new IllegalArgumentException(
				(name.isBlank() ? "There are several servers: name one." : "There is no server of that name.") + " There are: "
						+ servers.stream().map(WebServer::name).collect(Collectors.joining(", ")) + "."));
	}

	/** With this server in the place of the one of its name, or at the end. */
	public WebServers with(WebServer server) {
		List<WebServer> changed = new ArrayList<>(servers);
		int at = servers.stream().map(WebServer::name).toList().indexOf(server.name());
		if (at < 0) changed.add(server);
		else changed.set(at, server);
		return new WebServers(changed);
	}

	public WebServers without(String name) {
		return new WebServers(servers.stream().filter(server -> !server.name().equals(name)).toList());
	}

	/** Replaces the file whole or not at all. @throws IOException if it cannot be written */
	public void write(Path file) throws IOException {
		UserFolder.makePrivate(file.toAbsolutePath().getParent());
		JsonArray entries = JsonArray.of(servers.stream().map(WebServers::json).toList());
		Path temp = Files.createTempFile(file.toAbsolutePath().getParent(), "servers", ".tmp");
		try {
			Files.writeString(temp, Json.writeIndented(JsonObject.builder().put("servers", entries).build()));
			Files.move(temp, file, StandardCopyOption.REPLACE_EXISTING);
		} finally {
			Files.deleteIfExists(temp);
		}
	}

	private static JsonObject json(WebServer server) {
		JsonObject.Builder entry = JsonObject.builder().put("name", server.name()).put("address", server.base().toString())
				.put("auth", server.auth().toString());
		if (!server.headerName().isEmpty()) entry.put("header", server.headerName());
		if (!server.secretVariable().isEmpty()) entry.put("secretVariable", server.secretVariable());
		if (server.plainHttp()) entry.put("plainHttp", true);
		return entry.build();
	}
}
