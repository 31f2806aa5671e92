package org.annotomy.display.detection;

import java.util.Arrays;
import java.util.List;

/** How masses of detections are shown. */
public enum DetectionMode {
	/** Each as its outline; as a dot where it is smaller than a few screen pixels. */
	OUTLINES("outlines"),
	/** Each as a dot in its middle. */
	CENTROIDS("centroids"),
	/** How many there are, as a map from none (clear) to the most that is in view (yellow). */
	HEAT_MAP("heat map");

	private final String key;

	DetectionMode(String key) {
		this.key = key;
	}

	/** As options and menus name it. */
	public String key() {
		return key;
	}

	/** @throws IllegalArgumentException if there is none of that name; the message lists those there are */
	public static DetectionMode of(String key) {
		List<String> known = Arrays.stream(values()).map(DetectionMode::key).toList();
		if (!known.contains(key))
			throw new IllegalArgumentException(
					"Detections cannot be shown as \"" + key + "\". Say one of: " + String.join(", ", known) + ".");
		return values()[known.indexOf(key)];
	}
}
