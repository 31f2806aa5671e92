package org.annotomy.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

import org.annotomy.json.Json;
import org.annotomy.json.JsonObject;
import org.annotomy.json.JsonValue;

/** The list of the real files with the facts that independent tools read off them; see the README beside it. */
public final class Manifest {

	private final List<JsonObject> files;

	private Manifest(List<JsonObject> files) {
		this.files = files;
	}

	/** Skips the test if the real files are not there. */
	public static Manifest require() throws IOException {
		JsonObject root = (JsonObject) Json.parse(Files.readString(SharedData.require("manifest.json")));
		return new Manifest(root.list("files").stream().map(JsonObject.class::cast).toList());
	}

	/** The paths that begin and end so, in the order of the list. */
	public List<String> paths(String prefix, String suffix) {
		return files.stream().map(Manifest::path).filter(p -> p.startsWith(prefix) && p.endsWith(suffix)).toList();
	}

	public JsonObject facts(String path) throws IOException {
		for (JsonObject file : files)
			if (path(file).equals(path)) return file.object("facts");
		throw new IOException("not in the manifest: " + path);
	}

	private static String path(JsonObject file) {
		try {
			return file.string("path", "");
		} catch (IOException e) {
			throw new AssertionError(e);
		}
	}

	/** The numbers of a list. */
	public static double[] numbers(JsonValue list) throws IOException {
		return ((org.annotomy.json.JsonArray) list).doubles();
	}
}
