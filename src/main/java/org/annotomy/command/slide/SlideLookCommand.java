package org.annotomy.command.slide;

import java.util.List;

import org.annotomy.command.spec.Colours;
import org.annotomy.imagej.slide.Looking;
import org.annotomy.imagej.slide.SlideImage;
import org.annotomy.slide.render.ChannelLook;
import org.annotomy.slide.render.StainSet;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Menu entry for {@link Looking}. */
@Plugin(type = Command.class, visible = false, label = "Slide Look...", description = "Sets how a whole slide is shown: brightness and gamma, one stain alone, the channels of fluorescence. Samples and measurements stay as they are.")
public final class SlideLookCommand extends SlideCommand {

	private static final String KEEP = "As it is";

	@Parameter(label = "Brightness", persist = false, choices = {KEEP, "As stored", "Brighter", "Darker",
			"More contrast"}, description = "A ready-made look for all channels, from how the slide looked to begin with.")
	private String preset = KEEP;

	@Parameter(label = "Stain", persist = false, choices = {KEEP, "All", "H&E: Haematoxylin", "H&E: Eosin", "H&E: Residual",
			"H-DAB: Haematoxylin", "H-DAB: DAB",
			"H-DAB: Residual"}, description = "One stain alone by colour deconvolution (Ruifrok and Johnston 2001), or all colours. For colour slides.")
	private String stain = KEEP;

	@Parameter(label = "Channel", persist = false, min = "0", description = "The channel that the settings below are for, from 1; 0: none. Of a slide that was taken in several ways in colour (optical paths): the one that is shown.")
	private int channel = 0;

	@Parameter(label = "Visible", persist = false, description = "Whether the channel is shown.")
	private boolean visible = true;

	@Parameter(label = "Black at", persist = false, description = "Sample of the channel that is shown black.")
	private double black = 0;

	@Parameter(label = "Full at", persist = false, description = "Sample of the channel that is shown in full colour; not above black: the range stays as it is.")
	private double full = 0;

	@Parameter(label = "Gamma", persist = false, min = "0.05", max = "20", description = "1 for a straight line; below 1 lifts dark samples.")
	private double gamma = 1;

	@Parameter(label = "Colour", persist = false, description = "Of the channel, as # and six hexadecimal digits; empty: as it is.")
	private String colour = "";

	@Override
	protected void execute() {
		Looking looking = new Looking(slide());
		for (Looking.Preset one : Looking.Preset.values())
			if (one.title().equals(preset)) looking.preset(one);
		if (!stain.equals(KEEP)) showStain(looking);
		if (channel > 0) setChannel(looking);
	}

	private void showStain(Looking looking) {
		if (stain.equals("All")) looking.stain(null, 0);
		for (StainSet set : StainSet.values())
			for (int i = 0; i < set.stains().size(); i++)
				if (stain.equals(set.title() + ": " + set.stains().get(i))) looking.stain(set, i);
	}

	private void setChannel(Looking looking) {
		SlideImage slide = slide();
		List<ChannelLook> channels = slide.look().channels();
		if (channel > channels.size())
			throw new IllegalArgumentException(
					"There is no channel " + channel + ": the slide has " + channels.size() + ".");
		ChannelLook look = channels.get(channel - 1).visible(visible).withGamma(gamma);
		if (full > black) look = look.withRange(black, full);
		if (!colour.isBlank()) look = look.withRgb(Colours.rgb(colour));
		looking.channel(channel - 1, look);
		slide.setChannel(channel - 1);
	}
}
