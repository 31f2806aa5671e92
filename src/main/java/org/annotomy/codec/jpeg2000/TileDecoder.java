package org.annotomy.codec.jpeg2000;

import java.io.IOException;
import java.util.List;

import org.annotomy.image.ImageFormatException;

/** Decodes tile after tile into the planes of the image; buffers are used again. */
final class TileDecoder {

	private final ImageSize size;
	private final int[][] planes;
	private final int halvings;
	/** Of each component. */
	private final Area[] images;
	private final ComponentDecoder<int[]> reversible;
	private final ComponentDecoder<float[]> irreversible;

	/**
	 * @param halvings decomposition levels that are left alone
	 * @param planes gets one for each component, for the whole image at that size
	 */
	TileDecoder(byte[] codestream, ImageSize size, int halvings, int[][] planes) {
		this.size = size;
		this.planes = planes;
		this.halvings = halvings;
		this.images = new Area[size.components()];
		for (int c = 0; c < images.length; c++)
			images[c] = size.image(c).downsampled(halvings, 0, 0);
		this.reversible = new ComponentDecoder<>(codestream, new ReversibleWavelet());
		this.irreversible = new ComponentDecoder<>(codestream, new IrreversibleWavelet());
	}

	void decode(int index, Tile tile) throws IOException {
		TileComponent[] components = new TileComponent[size.components()];
		for (int c = 0; c < components.length; c++)
			components[c] = TileComponent.of(size, index, tile.parameters(), c);
		List<Precinct> precincts = tile.readPackets(components);
		Object[] samples = new Object[components.length];
		int from = 0;
		for (int c = 0; c < components.length; c++) {
			int to = from;
			while (to < precincts.size() && precincts.get(to).component() == c)
				to++;
			samples[c] = decode(components[c], precincts.subList(from, to));
			from = to;
		}
		if (tile.parameters().componentTransform()) undoTransform(samples);
		for (int c = 0; c < components.length; c++)
			store(c, samples[c], components[c].area().downsampled(halvings, 0, 0));
	}

	private Object decode(TileComponent component, List<Precinct> precincts) throws ImageFormatException {
		int levels = component.style().levels() - halvings;
		return component.style().reversible()
				? reversible.decode(component, precincts, levels)
				: irreversible.decode(component, precincts, levels);
	}

	private static void undoTransform(Object[] samples) throws ImageFormatException {
		if (samples.length >= 3) {
			if (samples[0] instanceof int[] y && samples[1] instanceof int[] cb && samples[2] instanceof int[] cr
					&& y.length == cb.length && y.length == cr.length) {
				ComponentTransform.reversible(y, cb, cr);
				return;
			}
			if (samples[0] instanceof float[] y && samples[1] instanceof float[] cb && samples[2] instanceof float[] cr
					&& y.length == cb.length && y.length == cr.length) {
				ComponentTransform.irreversible(y, cb, cr);
				return;
			}
		}
		throw new ImageFormatException("The JPEG 2000 header states a colour transform of components that have none.");
	}

	/** Shifts levels back and holds values to the range of the component (T.800 G.1). */
	private void store(int component, Object samples, Area area) {
		Area image = images[component];
		if (planes[component] == null) planes[component] = plane(samples, area, image);
		int range = 1 << size.precision(component) - 1;
		int shift = size.isSigned(component) ? 0 : range;
		int min = shift - range;
		int max = shift + range - 1;
		int width = area.width();
		for (int y = 0; y < area.height(); y++) {
			int to = (area.y0() - image.y0() + y) * image.width() + area.x0() - image.x0();
			if (samples instanceof int[] ints) store(ints, y * width, planes[component], to, width, shift, min, max);
			else store((float[]) samples, y * width, planes[component], to, width, shift, min, max);
		}
	}

	/** A single tile may become the plane in place. */
	private static int[] plane(Object samples, Area area, Area image) {
		return samples instanceof int[] ints && area.equals(image) ? ints : new int[image.width() * image.height()];
	}

	private static void store(int[] samples, int from, int[] plane, int to, int count, int shift, int min, int max) {
		for (int i = 0; i < count; i++)
			plane[to + i] = Math.max(min, Math.min(max, samples[from + i] + shift));
	}

	private static void store(float[] samples, int from, int[] plane, int to, int count, int shift, int min, int max) {
		for (int i = 0; i < count; i++) {
			float value = samples[from + i];
			plane[to + i] = Math.max(min, Math.min(max, (int) (value + (value < 0 ? -0.5f : 0.5f)) + shift));
		}
	}
}
