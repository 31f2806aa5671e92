package org.annotomy.ui.key;

import java.awt.event.MouseWheelEvent;
import java.awt.event.MouseWheelListener;

import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.view.SliceView;
import org.annotomy.ui.tool.SegmentPaintTool;

import ij.ImageListener;
import ij.ImagePlus;
import ij.gui.ImageCanvas;
import ij.gui.ImageWindow;
import ij.gui.Toolbar;

/** Shift and the wheel over a view of a volume change the size of the segment brush; any other turn of the wheel is ImageJ's. */
public final class BrushWheel implements MouseWheelListener, ImageListener {

	private final AnnotationSession session;

	/** @param session of an image with a window */
	public BrushWheel(AnnotationSession session) {
		this.session = session;
	}

	/** Listens on the image, and on its views as they open. */
	public void attach() {
		session.image().getCanvas().addMouseWheelListener(this);
		ImagePlus.addImageListener(this);
	}

	public void detach() {
		ImageCanvas canvas = session.image().getCanvas();
		if (canvas != null) canvas.removeMouseWheelListener(this);
		ImagePlus.removeImageListener(this);
	}

	/** A canvas with a listener keeps the wheel from its window, which is handed on here. */
	@Override
	public void mouseWheelMoved(MouseWheelEvent event) {
		boolean brush = event.isShiftDown() && !event.isControlDown() && Toolbar.getPlugInTool() instanceof SegmentPaintTool;
		if (brush) SegmentKeys.scaleBrush(Math.pow(ImageKeyActions.BRUSH_STEP, -Math.signum(event.getPreciseWheelRotation())));
		else if (event.getComponent().getParent() instanceof ImageWindow window) window.mouseWheelMoved(event);
	}

	@Override
	public void imageOpened(ImagePlus image) {
		boolean view = image != session.image() && SliceView.sessionOf(image).filter(session::equals).isPresent();
		if (view && image.getCanvas() != null) image.getCanvas().addMouseWheelListener(this);
	}

	@Override
	public void imageClosed(ImagePlus image) {
		// Its canvas goes with it.
	}

	@Override
	public void imageUpdated(ImagePlus image) {
		// Only windows matter.
	}
}
