package org.annotomy.slide.render;

/** Turns samples into the colours of a look. Pixels are 0xAARRGGBB; alpha 0 marks those without a sample. */
final class LookPainter {

	private LookPainter() {}

	/** Applies the look to colours in place. */
	static void colour(int[] pixels, int count, SlideLook look) {
		if (look.stain() != null) look.stain().apply(pixels);
		ChannelLook tone = look.channels().get(look.shownColour());
		if (!tone.isPlain()) tone(pixels, count, tone.table());
		background(pixels, count, look);
	}

	private static void tone(int[] pixels, int count, int[] table) {
		for (int i = 0; i < count; i++) {
			int p = pixels[i];
			if (p >>> 24 != 0)
				pixels[i] = 0xFF000000 | table[p >> 16 & 255] << 16 | table[p >> 8 & 255] << 8 | table[p & 255];
		}
	}

	/** Adds a channel's light to what other channels gave; NaN adds nothing. */
	static void add(float[] samples, int count, ChannelLook channel, int[] pixels) {
		int[] curve = channel.curve();
		int[] colours = new int[curve.length];
		for (int i = 0; i < curve.length; i++)
			colours[i] = scaled(channel.rgb() >> 16 & 255, curve[i]) << 16 | scaled(channel.rgb() >> 8 & 255, curve[i]) << 8
					| scaled(channel.rgb() & 255, curve[i]);
		for (int i = 0; i < count; i++) {
			float sample = samples[i];
			if (sample != sample) continue;
			int light = colours[channel.step(sample)];
			int before = pixels[i];
			pixels[i] = 0xFF000000 | Math.min(255, (before >> 16 & 255) + (light >> 16 & 255)) << 16
					| Math.min(255, (before >> 8 & 255) + (light >> 8 & 255)) << 8
					| Math.min(255, (before & 255) + (light & 255));
		}
	}

	private static int scaled(int component, int brightness) {
		return (component * brightness + 127) / 255;
	}

	/** Colours those that have no sample. */
	static void background(int[] pixels, int count, SlideLook look) {
		int colour = 0xFF000000 | look.background();
		for (int i = 0; i < count; i++)
			if (pixels[i] >>> 24 == 0) pixels[i] = colour;
	}
}
