package org.annotomy.image;

import java.util.List;

/**
 * What a file says of an image beyond pixels, scale, place and windows.
 *
 * @param layers to be shown over the pixels, in the order in which they are painted
 * @param regions parts of the picture with a pixel size of their own; empty if there is one for all
 * @param meanings other quantities that the modality values stand for, such as SUV, or why they cannot be had
 */
public record Supplement(List<DisplayLayer> layers, List<ImageRegion> regions, List<ValueMeaning> meanings) {

	public static final Supplement NONE = new Supplement(List.of(), List.of(), List.of());

	public Supplement {
		layers = List.copyOf(layers);
		regions = List.copyOf(regions);
		meanings = List.copyOf(meanings);
	}
}
