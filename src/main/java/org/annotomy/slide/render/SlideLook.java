package org.annotomy.slide.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * How a slide is shown; never changes a sample.
 *
 * @param channels one for each channel of the slide; in colour one is shown at a time
 * @param stain one stain alone, of colour slides; null for the colours as they are
 * @param background 0xRRGGBB around the slide and where nothing is loaded yet
 */
public record SlideLook(List<ChannelLook> channels, StainView stain, int background) {

	public SlideLook {
		channels = List.copyOf(channels);
		if (channels.isEmpty()) throw new IllegalArgumentException("A look needs at least one channel.");
	}

	/** Of a slide in colour, the channel that is shown: the first visible one. */
	public int shownColour() {
		for (int c = 0; c < channels.size(); c++)
			if (channels.get(c).visible()) return c;
		return 0;
	}

	/** Shows one channel alone. */
	public SlideLook withOnly(int index) {
		Objects.checkIndex(index, channels.size());
		List<ChannelLook> changed = new ArrayList<>();
		for (int c = 0; c < channels.size(); c++)
			changed.add(channels.get(c).visible(c == index));
		return withChannels(changed);
	}

	public SlideLook withChannel(int index, ChannelLook channel) {
		Objects.checkIndex(index, channels.size());
		List<ChannelLook> changed = new ArrayList<>(channels);
		changed.set(index, channel);
		return new SlideLook(changed, stain, background);
	}

	public SlideLook withChannels(List<ChannelLook> changed) {
		return new SlideLook(changed, stain, background);
	}

	/** @param shown null for the colours as they are */
	public SlideLook withStain(StainView shown) {
		return new SlideLook(channels, shown, background);
	}
}
