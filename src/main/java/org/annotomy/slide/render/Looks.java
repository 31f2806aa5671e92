package org.annotomy.slide.render;

import java.io.IOException;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import org.annotomy.slide.PixelKind;
import org.annotomy.slide.PyramidLevel;
import org.annotomy.slide.Slide;
import org.annotomy.slide.SlideChannel;
import org.annotomy.slide.SlideFacts;
import org.annotomy.slide.TileAddress;

/** The looks that a slide begins with. */
public final class Looks {

	private static final int LIGHT = 0xDCDCDC;
	private static final int DARK = 0x202020;
	private static final int WHITE = 0xFFFFFF;
	private static final int[] PALETTE = {0x3060FF, 0x00D000, 0xFF3030, 0xFFFF00, 0xFF00FF, 0x00FFFF, 0xFFFFFF, 0xFF9000};
	private static final double LOW = 0.005;
	private static final double HIGH = 0.998;
	/** Tiles of the coarsest level that are looked at for the range of a channel. */
	private static final int MOST_TILES = 16;

	private Looks() {}

	/**
	 * Colour as it is; channels in the file's colours and ranges. A range that the file does not give is that of the coarsest level without
	 * its darkest 0.5 % and brightest 0.2 % (8-bit channels: 0 to 255).
	 *
	 * @throws IOException if tiles have to be read for that and cannot be
	 */
	public static SlideLook first(Slide slide, TileLoader tiles) throws IOException {
		SlideFacts facts = slide.facts();
		ChannelLook asStored = new ChannelLook(true, WHITE, 0, 255, 1);
		if (facts.kind() == PixelKind.RGB)
			return new SlideLook(Collections.nCopies(facts.channels().size(), asStored), null, LIGHT).withOnly(0);
		List<ChannelLook> channels = new ArrayList<>();
		boolean coloured = facts.channels().stream().anyMatch(c -> c.rgb() != WHITE);
		for (int c = 0; c < facts.channels().size(); c++) {
			SlideChannel channel = facts.channels().get(c);
			int rgb = coloured || facts.channels().size() == 1 ? channel.rgb() : PALETTE[c % PALETTE.length];
			double[] range = channel.max() > channel.min() ? new double[]{channel.min(), channel.max()} : range(slide, tiles, c);
			channels.add(new ChannelLook(true, rgb, range[0], range[1], 1));
		}
		return new SlideLook(channels, null, DARK);
	}

	/** The range that shows most of a channel, from its coarsest level. @throws IOException if that cannot be read */
	public static double[] range(Slide slide, TileLoader tiles, int channel) throws IOException {
		if (slide.facts().kind() == PixelKind.GREY_8) return new double[]{0, 255};
		int last = slide.levels().size() - 1;
		PyramidLevel level = slide.levels().get(last);
		double[] samples = new double[0];
		int count = Math.min(MOST_TILES, level.columns() * level.rows());
		for (int i = 0; i < count; i++) {
			int index = (int) ((long) i * level.columns() * level.rows() / count);
			Object part = tiles.load(new TileAddress(last, index % level.columns(), index / level.columns(), channel,
					slide.facts().slices() / 2, 0)).samples();
			samples = append(samples, part);
		}
		double[] known = Arrays.stream(samples).filter(v -> !Double.isNaN(v)).sorted().toArray();
		if (known.length == 0) return new double[]{0, 1};
		double min = known[(int) (LOW * (known.length - 1))];
		double max = known[(int) Math.ceil(HIGH * (known.length - 1))];
		return max > min ? new double[]{min, max} : new double[]{min, min + 1};
	}

	private static double[] append(double[] samples, Object part) {
		int from = samples.length;
		double[] all = Arrays.copyOf(samples, from + Array.getLength(part));
		for (int i = from; i < all.length; i++)
			all[i] = part instanceof short[] s ? s[i - from] & 0xFFFF : ((float[]) part)[i - from];
		return all;
	}
}
