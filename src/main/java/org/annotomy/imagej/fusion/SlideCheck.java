package org.annotomy.imagej.fusion;

import java.awt.Graphics;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

import javax.swing.SwingWorker;

import org.annotomy.display.fusion.CheckPicture;
import org.annotomy.imagej.registration.ImagePair;
import org.annotomy.imagej.registration.Registrations;
import org.annotomy.imagej.slide.SlideCanvas;
import org.annotomy.imagej.slide.SlideImage;
import org.annotomy.registration.Registration;
import org.annotomy.registration.Transform;
import org.annotomy.slide.render.SlideView;

import ij.IJ;
import ij.ImageListener;
import ij.ImagePlus;

/**
 * Two registered slides on each other in the window of the fixed one, at the magnification on display, drawn anew as it moves: a check while looking.
 * It follows each new registration of the two. Hangs on the fixed slide as a property and ends with either of them. For the event thread.
 */
public final class SlideCheck {

	private static final String PROPERTY = "org.annotomy.slideCheck";

	private final SlideImage fixed;
	private final Layer layer;
	private final ImageListener images = new ImageWatcher();
	private final Registrations.Listener registrations = this::registered;
	private SlideCheckPicture picture;
	private boolean stopped;

	private SlideCheck(SlideCheckPicture picture) {
		this.picture = picture;
		fixed = picture.fixed();
		layer = new Layer();
	}

	/** Whether this is how two images are checked: both are slides and the fixed one has a window. */
	public static boolean fits(ImagePair pair) {
		return pair.moving() instanceof SlideImage && pair.fixed() instanceof SlideImage slide && slide.slideCanvas().isPresent();
	}

	/**
	 * Shows both; another check of the fixed slide ends.
	 *
	 * @param pair as {@link #fits} says
	 * @param toFixed from the moving slide to the fixed one
	 * @param squareMm side of the squares of a checkerboard; at most a quarter of the view
	 */
	public static SlideCheck start(ImagePair pair, Transform toFixed, CheckPicture style, double squareMm) {
		of(pair.fixed()).ifPresent(SlideCheck::stop);
		SlideCheck check = new SlideCheck(new SlideCheckPicture(pair, toFixed.inverse(), style, squareMm));
		pair.fixed().setProperty(PROPERTY, check);
		ImagePlus.addImageListener(check.images);
		Registrations.addListener(pair.fixed(), check.registrations);
		check.layer.show();
		return check;
	}

	/** The check in the window of a slide, if there is one. */
	public static Optional<SlideCheck> of(ImagePlus image) {
		return image != null && image.getProperty(PROPERTY) instanceof SlideCheck check ? Optional.of(check) : Optional.empty();
	}

	/** How both are seen on each other. */
	public CheckPicture style() {
		return picture.style();
	}

	/** Another registration of the same two slides. */
	public void setTransform(Transform toFixed) {
		picture = new SlideCheckPicture(picture.pair(), toFixed.inverse(), picture.style(), picture.squareMm());
		layer.repaint();
	}

	/** The slide is seen alone again. The second call does nothing. */
	public void stop() {
		if (stopped) return;
		stopped = true;
		fixed.setProperty(PROPERTY, null);
		Registrations.removeListener(fixed, registrations);
		layer.remove();
		// Later, since ImageJ skips a listener for each one that is removed while it tells of something.
		java.awt.EventQueue.invokeLater(() -> ImagePlus.removeImageListener(images));
	}

	/** Whether it checks these two. */
	public boolean isOf(ImagePair pair) {
		return picture.pair().moving() == pair.moving() && picture.pair().fixed() == pair.fixed();
	}

	/** Begins anew as it was before it was stopped, unless one of the two slides has been closed. */
	public void resume(Transform toFixed) {
		if (fits(picture.pair()) && fixed.getWindow() != null && picture.moving().getWindow() != null)
			start(picture.pair(), toFixed, picture.style(), picture.squareMm());
	}

	/** Whether the part on display is drawn. */
	public boolean isSharp() {
		return fixed.slideCanvas().map(canvas -> layer.wanted(canvas).equals(layer.shownKey)).orElse(false);
	}

	private Optional<String> registered(Registration registration) {
		ImagePair pair = picture.pair();
		Optional<Transform> toFixed = registration.between(pair.movingImage().identity(), pair.movingFrame().kind(),
				pair.fixedImage().identity(), pair.fixedFrame().kind());
		toFixed.ifPresent(this::setTransform);
		return toFixed.map(map -> "the check in the window");
	}

	/** Paints the last picture, moved along with the view, until that of the view is made. */
	private final class Layer extends LowestLayer {

		private static final long serialVersionUID = 1;

		private transient BufferedImage shown;
		private transient SlideView shownView;
		private transient List<Object> shownKey;
		private transient boolean working;

		Layer() {
			super(fixed, "registration check");
		}

		private List<Object> wanted(SlideCanvas canvas) {
			return List.of(canvas.stageView(), picture, fixed.look(), fixed.plane(), picture.moving().look(),
					picture.moving().plane());
		}

		@Override
		public void draw(Graphics g) {
			SlideCanvas canvas = fixed.slideCanvas().orElse(null);
			if (canvas == null) return;
			SlideView view = canvas.stageView();
			if (!wanted(canvas).equals(shownKey)) make(view, wanted(canvas));
			if (shown == null) return;
			double zoom = shownView.downsample() / view.downsample();
			g.drawImage(shown, (int) Math.round((shownView.x() - view.x()) / view.downsample()),
					(int) Math.round((shownView.y() - view.y()) / view.downsample()), (int) Math.round(shown.getWidth() * zoom),
					(int) Math.round(shown.getHeight() * zoom), null);
		}

		/** One at a time; what the view has become meanwhile is made next. */
		private void make(SlideView view, List<Object> key) {
			if (working) return;
			working = true;
			SlideCheckPicture making = picture;
			new SwingWorker<BufferedImage, Void>() {
				@Override
				protected BufferedImage doInBackground() throws IOException {
					BufferedImage made = new BufferedImage(view.width(), view.height(), BufferedImage.TYPE_INT_RGB);
					made.setRGB(0, 0, view.width(), view.height(), making.of(view), 0, view.width());
					return made;
				}

				@Override
				protected void done() {
					working = false;
					try {
						shown = get();
						shownView = view;
						shownKey = key;
						repaint();
					} catch (InterruptedException e) {
						Thread.currentThread().interrupt();
					} catch (ExecutionException e) {
						shownKey = key;
						IJ.showStatus(e.getCause().getMessage());
					}
				}

				private void repaint() {
					Layer.this.repaint();
				}
			}.execute();
		}
	}

	private final class ImageWatcher implements ImageListener {

		@Override
		public void imageOpened(ImagePlus image) {
			// Windows that open do not matter.
		}

		@Override
		public void imageUpdated(ImagePlus image) {
			if (image == fixed) layer.show();
			if (image == picture.moving()) layer.repaint();
		}

		@Override
		public void imageClosed(ImagePlus image) {
			if (image == fixed || image == picture.moving()) java.awt.EventQueue.invokeLater(SlideCheck.this::stop);
		}
	}
}
