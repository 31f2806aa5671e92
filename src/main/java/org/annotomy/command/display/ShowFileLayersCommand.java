package org.annotomy.command.display;

import org.annotomy.command.AnnotationCommand;
import org.annotomy.image.DisplayLayer.Kind;
import org.annotomy.imagej.FileLayers;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;

/** Menu entry for {@link FileLayers#setShown}. */
@Plugin(type = Command.class, visible = false, label = "Show File Layers...", description = "Switches what the file wants shown over its pixels: overlays, the shutter, colours of single values. Pixels and measurements never hold them.")
public final class ShowFileLayersCommand extends AnnotationCommand {

	@Parameter(label = "Image", persist = false, description = "The image, by title or id; omitted: the active one.")
	private ImagePlus image;

	@Parameter(label = "Overlays", persist = false, description = "Lines, letters and areas that somebody drew.")
	private boolean overlays = true;

	@Parameter(label = "Shutter", persist = false, description = "The cover around the picture.")
	private boolean shutter = true;

	@Parameter(label = "Colours", persist = false, description = "Colours that the file gives to some of its grey values.")
	private boolean value_colours = true;

	@Override
	protected void execute() {
		FileLayers layers = FileLayers.of(image).orElseThrow(() -> new IllegalArgumentException(
				"The file of this image has no overlays, shutter or colours to show. Open it with Open Study... if ImageJ opened it."));
		layers.setShown(Kind.OVERLAY, overlays);
		layers.setShown(Kind.SHUTTER, shutter);
		layers.setShown(Kind.COLOUR, value_colours);
	}
}
