package org.annotomy.imagej.fusion;

import java.awt.EventQueue;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

import org.annotomy.display.fusion.FusedSlice;
import org.annotomy.display.fusion.LayerLook;
import org.annotomy.display.fusion.PictureMap;
import org.annotomy.display.view.ViewPlane;
import org.annotomy.display.view.ViewPlanes;
import org.annotomy.geometry.Affine;
import org.annotomy.geometry.Axis;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.image.MedicalImage;
import org.annotomy.imagej.registration.ImagePair;
import org.annotomy.imagej.slide.SlideImage;
import org.annotomy.imagej.view.OrthogonalViews;
import org.annotomy.imagej.view.SliceView;
import org.annotomy.registration.Transform;

import ij.ImageListener;
import ij.ImagePlus;

/**
 * An image that lies over another one: on each slice on display, also in orthogonal views, it is cut out where the registration says and
 * painted in its own colours. No pixel of either is changed. Hangs on the lower image as a property, or on a view of it if it is to be seen there
 * alone; ends with it.
 */
public final class Fusion {

	private static final String PROPERTY = "org.annotomy.fusion";

	private final ImagePair pair;
	private final ImagePlus host;
	private final List<FusionLayer> layers = new ArrayList<>();
	private final ImageListener images = new ImageWatcher();
	private Transform toUpper;
	private LayerLook look;
	private boolean stopped;

	private Fusion(ImagePair pair, ImagePlus host, Transform toLower, LayerLook look) {
		this.pair = pair;
		this.host = host;
		this.toUpper = toLower.inverse();
		this.look = look;
	}

	/**
	 * Puts an image over another; what lay over that one before is taken off.
	 *
	 * @param pair the upper image is the moving one, the lower image the fixed one
	 * @param toLower from the frame of the upper image to that of the lower one
	 * @throws IllegalArgumentException if one is a whole slide
	 */
	public static Fusion start(ImagePair pair, Transform toLower, LayerLook look) {
		Fusion fusion = startOn(pair.fixed(), pair, toLower, look);
		OrthogonalViews.of(pair.fixed()).ifPresent(views -> views.views().forEach(view -> fusion.attach(view.image())));
		return fusion;
	}

	/**
	 * The same in one window alone.
	 *
	 * @param host the lower image or a view of it; what lay over it before is taken off
	 */
	public static Fusion startOn(ImagePlus host, ImagePair pair, Transform toLower, LayerLook look) {
		if (pair.fixed() instanceof SlideImage || pair.moving() instanceof SlideImage)
			throw new IllegalArgumentException("Whole slides are not fused: their pixels stay in their files."
					+ " Check Registration... with blend shows two of them on each other.");
		on(host).ifPresent(Fusion::stop);
		Fusion fusion = new Fusion(pair, host, toLower, look);
		host.setProperty(PROPERTY, fusion);
		fusion.attach(host);
		ImagePlus.addImageListener(fusion.images);
		return fusion;
	}

	/** What lies over an image: over its window alone, else over the image that a view is of. */
	public static Optional<Fusion> of(ImagePlus image) {
		return on(image).or(() -> on(SliceView.sessionOf(image).map(session -> session.image()).orElse(null)));
	}

	private static Optional<Fusion> on(ImagePlus host) {
		return host != null && host.getProperty(PROPERTY) instanceof Fusion fusion ? Optional.of(fusion) : Optional.empty();
	}

	/** @throws IllegalStateException if nothing lies over the image; the message says what to do */
	public static Fusion require(ImagePlus image) {
		return of(image).orElseThrow(
				() -> new IllegalStateException("No image lies over this one. Use Fuse Images... first."));
	}

	public ImagePair pair() {
		return pair;
	}

	public LayerLook look() {
		return look;
	}

	public void setLook(LayerLook newLook) {
		look = newLook;
		refresh();
	}

	/** From the frame of the upper image to that of the lower one. */
	public Transform toLower() {
		return toUpper.inverse();
	}

	/** Another registration of the same two images. */
	public void setTransform(Transform toLower) {
		toUpper = toLower.inverse();
		refresh();
	}

	/** Takes the upper image off all views. The second call does nothing. */
	public void stop() {
		if (stopped) return;
		stopped = true;
		host.setProperty(PROPERTY, null);
		layers.forEach(FusionLayer::remove);
		layers.clear();
		// Later, since ImageJ skips a listener for each one that is removed while it tells of something.
		EventQueue.invokeLater(() -> ImagePlus.removeImageListener(images));
	}

	private void refresh() {
		layers.forEach(FusionLayer::forget);
	}

	private void attach(ImagePlus image) {
		if (layers.stream().anyMatch(layer -> layer.image() == image)) return;
		FusionLayer layer = new FusionLayer(this, image);
		layers.add(layer);
		layer.show();
	}

	/** Colours 0xAARRGGBB of the upper image on the slice that a view shows, a pixel for each pixel of the view. */
	int[] colours(ImagePlus view) {
		PictureMap map = map(view);
		MedicalImage upper = pair.movingImage();
		if (FusedSlice.isColour(upper)) return FusedSlice.colours(upper, channel(), timePoint(), map, look.opacity());
		return look.colours(FusedSlice.values(upper, channel(), timePoint(), map, look.isSmooth()));
	}

	/** Modality values of the upper image under the pixels of a view; NaN outside it. */
	float[] values(ImagePlus view) {
		if (FusedSlice.isColour(pair.movingImage()))
			throw new IllegalArgumentException("The upper image is in colour, so it has no values to measure.");
		return FusedSlice.values(pair.movingImage(), channel(), timePoint(), map(view), look.isSmooth());
	}

	/** The slice, channel and time point that a view shows, as a key for what is kept of it. */
	List<Object> shown(ImagePlus view) {
		return List.of(slice(view), channel(), timePoint(), look, toUpper);
	}

	private PictureMap map(ImagePlus view) {
		Affine pixelToFrame = plane(view).toPatient(pair.fixedFrame().voxelToFrame());
		boolean own = SliceView.of(view).map(v -> v.across() == Axis.Z).orElse(true);
		double slice = own ? pair.fixedFrame().sliceAxis().evenIndex(slice(view)) : slice(view);
		return new PictureMap(view.getWidth(), view.getHeight(), pixelToFrame, slice, toUpper, pair.movingFrame());
	}

	private ViewPlane plane(ImagePlus view) {
		Optional<SliceView> known = SliceView.of(view);
		if (known.isPresent()) return known.get().plane();
		MedicalImage lower = pair.fixedImage();
		return new ViewPlanes(new VolumeSize(lower.width(), lower.height(), lower.slices()), new VoxelSpacing(1, 1, 1), null)
				.own();
	}

	private int slice(ImagePlus view) {
		return SliceView.of(view).map(SliceView::slice).orElseGet(() -> view.getZ() - 1);
	}

	private int channel() {
		return pair.movingImage().channels() > 1 ? Math.min(pair.movingImage().channels(), pair.moving().getC()) - 1 : 0;
	}

	/** That of the lower image, as far as the upper one has as many. */
	private int timePoint() {
		return Math.min(pair.fixed().getT(), pair.movingImage().timePoints()) - 1;
	}

	private boolean isView(ImagePlus image) {
		if (image == host) return true;
		boolean elsewhere = host != pair.fixed() || on(image).isPresent();
		return !elsewhere && SliceView.sessionOf(image).filter(s -> s.image() == host).isPresent();
	}

	private final class ImageWatcher implements ImageListener {

		@Override
		public void imageOpened(ImagePlus image) {
			if (!stopped && isView(image)) attach(image);
		}

		@Override
		public void imageUpdated(ImagePlus image) {
			for (FusionLayer layer : layers)
				if (layer.image() == image) layer.show();
		}

		@Override
		public void imageClosed(ImagePlus image) {
			boolean gone = image == pair.moving() && pair.movingImage().onDemand().isPresent();
			if (image == host || image == pair.fixed() || gone) EventQueue.invokeLater(Fusion.this::stop);
			for (Iterator<FusionLayer> i = layers.iterator(); i.hasNext();)
				if (i.next().image() == image) i.remove();
		}
	}
}
