package org.annotomy.slide;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.annotomy.identity.ImageIdentity;

/**
 * What is known of a slide before any pixel is read; never a patient's identity.
 *
 * @param title shown in the window's title
 * @param kind of all samples
 * @param channels at least one. In colour there are as many as ways in which the slide was taken (optical paths), of which one is
 *            shown at a time
 * @param slices focus planes, at least 1
 * @param timePoints at least 1
 * @param pixelWidthUm of level 0, NaN if unknown
 * @param pixelHeightUm of level 0, NaN if unknown
 * @param sliceSpacingUm between focus planes, NaN if unknown or only one
 * @param objective magnification of the objective level 0 was scanned with, such as 40; NaN if unknown
 * @param facts what the display and the protocol may need: keys such as {@code Modality}, {@code Vendor}
 * @param identity which slide this is
 * @param sidecar the path X whose labels lie in {@code X.geojson}; null if there is no place for labels
 * @param warnings what the user should know, one sentence each
 */
public record SlideFacts(String title, PixelKind kind, List<SlideChannel> channels, int slices, int timePoints,
		double pixelWidthUm, double pixelHeightUm, double sliceSpacingUm, double objective, Map<String, String> facts,
		ImageIdentity identity, Path sidecar, List<String> warnings) {

	/** @throws IllegalArgumentException if an axis is empty, or colour has several channels */
	public SlideFacts {
		Objects.requireNonNull(title, "title");
		Objects.requireNonNull(identity, "identity");
		channels = List.copyOf(channels);
		facts = Map.copyOf(facts);
		warnings = List.copyOf(warnings);
		if (channels.isEmpty() || slices < 1 || timePoints < 1)
			throw new IllegalArgumentException("A slide has at least one channel, slice and time point.");
	}

	/** Whether lengths and areas have a physical meaning. */
	public boolean hasPixelSize() {
		return pixelWidthUm > 0 && pixelHeightUm > 0;
	}
}
