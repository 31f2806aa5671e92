package org.annotomy.imagej;

import java.awt.Graphics2D;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.annotomy.image.DisplayLayer;
import org.annotomy.image.DisplayLayer.Kind;
import org.annotomy.image.MedicalImage;

import ij.ImagePlus;
import ij.gui.Overlay;

/**
 * What a file wants shown over its pixels, as one element of the image's ImageJ overlay: it follows slice and zoom, and no pixel, measurement
 * or saved image holds it. The user can switch each kind on and off.
 */
public final class FileLayers {

	private static final String PROPERTY = "annotomy.fileLayers";

	private final ImagePlus image;
	private final List<DisplayLayer> own;
	private final FileLayerRoi painter;
	private List<DisplayLayer> layers;
	private final Set<Kind> shown = EnumSet.allOf(Kind.class);

	private FileLayers(ImagePlus image, List<DisplayLayer> layers) {
		this.image = image;
		this.own = layers;
		this.layers = layers;
		this.painter = new FileLayerRoi(image.getWidth(), image.getHeight(), this);
	}

	/** Puts the layers on, if the file has any. */
	static void attach(ImagePlus image, MedicalImage medical) {
		List<DisplayLayer> layers = medical.supplement().layers();
		if (!layers.isEmpty()) attach(image, layers);
	}

	private static FileLayers attach(ImagePlus image, List<DisplayLayer> layers) {
		FileLayers attached = new FileLayers(image, layers);
		image.setProperty(PROPERTY, attached);
		Overlay overlay = image.getOverlay() == null ? new Overlay() : image.getOverlay();
		overlay.add(attached.painter);
		image.setOverlay(overlay);
		return attached;
	}

	/** Puts layers over those of the image's own file, in the place of such layers that are there already; none takes them away. */
	public static void showBesides(ImagePlus image, List<DisplayLayer> more) {
		FileLayers here = of(image).orElse(null);
		if (here == null && more.isEmpty()) return;
		if (here == null) here = attach(image, List.of());
		here.layers = Stream.concat(here.own.stream(), more.stream()).toList();
		image.updateAndDraw();
	}

	/** The layers of an open image; empty if its file has none. */
	public static Optional<FileLayers> of(ImagePlus image) {
		return image.getProperty(PROPERTY) instanceof FileLayers layers ? Optional.of(layers) : Optional.empty();
	}

	/** Names of the layers in the order in which they are painted. */
	public List<String> names() {
		return layers.stream().map(DisplayLayer::name).toList();
	}

	public boolean isShown(Kind kind) {
		return shown.contains(kind);
	}

	/** Shows a kind of layers, or hides it. */
	public void setShown(Kind kind, boolean show) {
		if (show) shown.add(kind);
		else shown.remove(kind);
		image.updateAndDraw();
	}

	/** Paints what lies on the plane on display elsewhere too. @param g in pixels of the image @param zoom pixels of the screen for one of the image */
	public void paint(Graphics2D g, double zoom) {
		painter.paint(g, zoom);
	}

	/** What is to be painted on the plane on display. */
	List<DisplayLayer.Mark> marks() {
		int plane = image.getZ() - 1 + image.getNSlices() * (image.getT() - 1);
		return layers.stream().filter(layer -> shown.contains(layer.kind())).map(layer -> layer.content().on(plane))
				.filter(Objects::nonNull).toList();
	}

	ImagePlus image() {
		return image;
	}
}
