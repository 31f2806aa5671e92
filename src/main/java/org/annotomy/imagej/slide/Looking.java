package org.annotomy.imagej.slide;

import java.util.ArrayList;
import java.util.List;

import org.annotomy.slide.PixelKind;
import org.annotomy.slide.render.ChannelLook;
import org.annotomy.slide.render.SlideLook;
import org.annotomy.slide.render.StainSet;
import org.annotomy.slide.render.StainView;

/** Changes of how a slide looks, as the controls and commands make them. Samples stay as they are. */
public final class Looking {

	/** Ready-made looks of colour slides: part of the range that is cut off below and above, and the gamma. */
	public enum Preset {

		/** As the file has it. */
		AS_STORED("As stored", 0, 0, 1), BRIGHTER("Brighter", 0, 0, 0.7), DARKER("Darker", 0, 0, 1.5),
		/** For pale stains. */
		MORE_CONTRAST("More contrast", 0.2, 0.05, 1);

		private final String title;
		private final double below;
		private final double above;
		private final double gamma;

		Preset(String title, double below, double above, double gamma) {
			this.title = title;
			this.below = below;
			this.above = above;
			this.gamma = gamma;
		}

		/** Such as {@code Brighter}. */
		public String title() {
			return title;
		}

		/** @param first the channel as it is to begin with */
		ChannelLook of(ChannelLook first) {
			double range = first.max() - first.min();
			return first.withRange(first.min() + below * range, first.max() - above * range).withGamma(gamma);
		}
	}

	private final SlideImage slide;

	public Looking(SlideImage slide) {
		this.slide = slide;
	}

	/** All channels by a preset, from how they are to begin with; colours and visibility stay. */
	public void preset(Preset preset) {
		List<ChannelLook> channels = new ArrayList<>();
		for (int c = 0; c < slide.look().channels().size(); c++) {
			ChannelLook now = slide.look().channels().get(c);
			channels.add(preset.of(slide.open().firstLook().channels().get(c)).withRgb(now.rgb()).visible(now.visible()));
		}
		slide.setLook(slide.look().withChannels(channels));
	}

	/**
	 * One channel otherwise. In colour it is the one that is shown and measured from now on: there one is shown at a time.
	 *
	 * @throws IndexOutOfBoundsException if there is no such channel
	 */
	public void channel(int index, ChannelLook look) {
		SlideLook changed = slide.look().withChannel(index, look);
		boolean colour = slide.slide().facts().kind() == PixelKind.RGB;
		if (colour) slide.setChannel(index);
		slide.setLook(colour ? changed.withOnly(index) : changed);
	}

	/**
	 * One stain alone.
	 *
	 * @param set null for the colours as they are
	 * @throws IllegalArgumentException if the slide is not in colour; in words for the user
	 */
	public void stain(StainSet set, int stain) {
		if (set != null && slide.slide().facts().kind() != PixelKind.RGB)
			throw new IllegalArgumentException("Stains can be separated on colour slides only; this one has channels.");
		slide.setLook(slide.look().withStain(set == null ? null : new StainView(set, stain)));
	}

	/** As it was to begin with. */
	public void reset() {
		SlideLook first = slide.open().firstLook();
		slide.setLook(first);
	}
}
