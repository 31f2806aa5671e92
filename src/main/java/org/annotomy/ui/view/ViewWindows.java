package org.annotomy.ui.view;

import java.awt.Rectangle;
import java.awt.Window;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;

import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.view.OrthogonalViews;
import org.annotomy.imagej.view.SliceView;
import org.annotomy.ui.dialog.EventThread;

import ij.ImagePlus;
import ij.gui.ImageCanvas;
import ij.gui.ImageWindow;

/** The windows of the orthogonal views: beside that of the image, at the same scale. */
public final class ViewWindows {

	private static final int GAP = 6;

	private ViewWindows() {}

	/**
	 * Opens the windows of a session whose image has one; those that are open stay. May be called from any thread.
	 *
	 * @throws IllegalStateException if the image is no volume with even slices; the message says so
	 */
	public static void open(AnnotationSession session, boolean crosshair, boolean linkZoom) {
		EventThread.run(() -> {
			boolean anew = OrthogonalViews.of(session.image()).isEmpty();
			OrthogonalViews views = OrthogonalViews.open(session);
			if (anew) show(views);
			views.crosshair().setVisible(crosshair);
			views.linkZoom(linkZoom);
		});
	}

	private static void show(OrthogonalViews views) {
		Window anchor = views.session().image().getWindow();
		Window above = null;
		for (SliceView view : views.views()) {
			if (!view.isOwn()) {
				view.image().show();
				scale(view, views.views().get(0));
				above = place(view.image().getWindow(), anchor, above);
			}
			CrosshairMouse mouse = new CrosshairMouse(view, views);
			mouse.attach();
			views.onClose(mouse::detach);
		}
		views.crosshair().setVisible(true);
	}

	/** As many pixels of the screen for a millimetre as on the image itself, unless the window would be too large. */
	private static void scale(SliceView view, SliceView own) {
		ImageWindow window = view.image().getWindow();
		double perPixel = view.image().getCalibration().pixelWidth / own.image().getCalibration().pixelWidth;
		double wanted = own.image().getCanvas().getMagnification() * perPixel;
		Rectangle screen = window.getGraphicsConfiguration().getBounds();
		double most = Math.min(0.5 * screen.width / view.image().getWidth(), 0.8 * screen.height / view.image().getHeight());
		double magnification = Math.min(wanted, most);
		CanvasFit.show(view.image(), magnification);
	}

	/** Right of the image, or below the view that is there already if there is room. */
	private static Window place(Window window, Window anchor, Window above) {
		Rectangle screen = window.getGraphicsConfiguration().getBounds();
		int x = anchor.getX() + anchor.getWidth() + GAP;
		if (above == null) window.setLocation(Math.min(x, screen.x + screen.width - window.getWidth()), anchor.getY());
		else
			if (above.getY() + above.getHeight() + GAP + window.getHeight() <= screen.y + screen.height)
				window.setLocation(above.getX(), above.getY() + above.getHeight() + GAP);
			else
				window.setLocation(Math.max(screen.x,
						Math.min(above.getX() + above.getWidth() + GAP, screen.x + screen.width - window.getWidth())),
						above.getY());
		return window;
	}

	/** The windows of the image and of its views that are on the screen; that of the image first. */
	public static List<Window> showing(OrthogonalViews views) {
		return views.views().stream().map(view -> (Window) view.image().getWindow()).filter(w -> w != null && w.isShowing())
				.toList();
	}

	/** The crosshair follows the pointer while Shift is held and no button is. */
	private static final class CrosshairMouse extends MouseAdapter {

		private final SliceView view;
		private final OrthogonalViews views;
		private final ImageCanvas canvas;

		CrosshairMouse(SliceView view, OrthogonalViews views) {
			this.view = view;
			this.views = views;
			canvas = view.image().getCanvas();
		}

		void attach() {
			canvas.addMouseMotionListener(this);
		}

		void detach() {
			canvas.removeMouseMotionListener(this);
		}

		@Override
		public void mouseMoved(MouseEvent event) {
			if (event.isShiftDown()) moveTo(views, view, event);
		}
	}

	/** Moves the crosshair to where the mouse is on a view. */
	public static void moveTo(OrthogonalViews views, SliceView view, MouseEvent event) {
		ImagePlus image = view.image();
		ImageCanvas canvas = image.getCanvas();
		views.crosshair().moveTo(view.voxelAt(canvas.offScreenXD(event.getX()), canvas.offScreenYD(event.getY())));
	}
}
