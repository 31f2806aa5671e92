package org.annotomy.image;

import java.util.List;

/** Files that this program itself writes beside images: whoever looks for images in a folder passes over them without a word. */
public final class CompanionFiles {

	private static final List<String> ENDINGS = List.of(".geojson", ".geojson.gz", ".seg.nrrd", ".transform.json", ".tfm",
			".annotomy-group.json", ".layout.json", ".presets.json", ".protocol.json", ".viewing.json", ".measurements.csv");

	private CompanionFiles() {}

	/** @param name of a file, without its folder */
	public static boolean isOne(String name) {
		return ENDINGS.stream().anyMatch(name::endsWith);
	}
}
