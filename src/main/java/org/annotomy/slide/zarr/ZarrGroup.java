package org.annotomy.slide.zarr;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.annotomy.image.ImageFormatException;
import org.annotomy.json.Json;
import org.annotomy.json.JsonException;
import org.annotomy.json.JsonObject;
import org.annotomy.json.JsonValue;

/**
 * A group of a hierarchy with its OME metadata.
 *
 * @param path of the group; empty for the root
 * @param ome the metadata: the attributes of Zarr 2, the member {@code ome} of those of Zarr 3
 */
record ZarrGroup(String path, JsonObject ome) {

	private static final int MAX_JSON = 64 << 20;

	/** @return null if there is no group at the path */
	static ZarrGroup open(ZarrStore store, String path) throws IOException {
		String folder = path.isEmpty() ? "" : path + "/";
		byte[] three = store.get(folder + "zarr.json");
		if (three != null) {
			JsonObject attributes = json(three).object("attributes");
			return new ZarrGroup(path, attributes.has("ome") ? attributes.object("ome") : attributes);
		}
		byte[] two = store.get(folder + ".zattrs");
		return two == null ? null : new ZarrGroup(path, json(two));
	}

	static JsonObject json(byte[] text) throws IOException {
		if (text.length > MAX_JSON) throw new ImageFormatException("The description of the Zarr data is too large.");
		try {
			JsonValue value = Json.parse(new String(text, StandardCharsets.UTF_8));
			return value.asObject();
		} catch (JsonException e) {
			throw new ImageFormatException("The description of the Zarr data is broken: " + e.getMessage(), e);
		}
	}

	/** Whether this is an image, or leads to one. */
	boolean isImage() {
		return ome.has("multiscales");
	}

	boolean leadsToImage() {
		return isImage() || ome.has("plate") || ome.has("well") || ome.has("bioformats2raw.layout");
	}

	/**
	 * The image that a group stands for: itself, the first one of a Bio-Formats conversion, the first field of the first well of a plate.
	 *
	 * @throws ImageFormatException if there is none
	 */
	ZarrGroup image(ZarrStore store) throws IOException {
		if (isImage()) return this;
		String next = "0";
		if (ome.has("plate")) {
			if (ome.object("plate").list("wells").isEmpty()) throw none();
			next = ome.object("plate").list("wells").get(0).asObject().string("path", "") + "/0";
		} else if (!ome.has("well") && !ome.has("bioformats2raw.layout")) throw none();
		ZarrGroup below = open(store, path.isEmpty() ? next : path + "/" + next);
		if (below == null || !below.isImage()) throw none();
		return below;
	}

	private static ImageFormatException none() {
		return new ImageFormatException("The Zarr data holds no image: it has no multiscales of OME-Zarr.");
	}
}
