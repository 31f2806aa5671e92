package org.annotomy.imagej.view;

import org.annotomy.annotation.Edit;
import org.annotomy.display.view.ViewPlane;
import org.annotomy.geometry.Axis;
import org.annotomy.image.EdgeDirections;
import org.annotomy.imagej.OrientationLetters;
import org.annotomy.imagej.segment.SegmentPainter;
import org.annotomy.imagej.session.AnnotationSession;

import ij.ImagePlus;
import ij.gui.ImageCanvas;
import ij.measure.Calibration;

/** A view with what is drawn on it. */
final class LinkedView {

	private final SliceView view;
	private final ViewLayer layer;
	private final SegmentPainter segments;

	private LinkedView(SliceView view, Crosshair crosshair, SegmentPainter segments) {
		this.view = view;
		this.segments = segments;
		layer = new ViewLayer(view, crosshair, segments);
	}

	/** The annotated image: its own overlay draws the segments. */
	static LinkedView own(AnnotationSession session, Crosshair crosshair) {
		return new LinkedView(SliceView.own(session), crosshair, null);
	}

	static LinkedView across(AnnotationSession session, ViewPlane plane, Crosshair crosshair) {
		ImagePlus image = new ImagePlus(plane.name() + " of " + session.image().getTitle(), new ResliceStack(session, plane));
		image.setCalibration(calibration(session, plane));
		// ImageJ forgets the unit of signed numbers when it is given their calibration (Calibration.setImage).
		image.getLocalCalibration().setValueUnit(session.image().getCalibration().getValueUnit());
		return new LinkedView(new SliceView(image, session, plane), crosshair,
				new SegmentPainter(session.document(), plane.size()));
	}

	/** Sizes of pixels, and what their values mean. */
	private static Calibration calibration(AnnotationSession session, ViewPlane plane) {
		Calibration own = session.image().getCalibration();
		Calibration calibration = own.copy();
		double[] voxel = {own.pixelWidth, own.pixelHeight, own.pixelDepth};
		int column = plane.across() == Axis.X ? 1 : 0;
		int row = plane.across() == Axis.Z ? 1 : 2;
		double width = voxel[column] * plane.across().columns(plane.size())
				/ (plane.transposed() ? plane.height() : plane.width());
		double height = voxel[row] * plane.across().rows(plane.size()) / (plane.transposed() ? plane.width() : plane.height());
		calibration.pixelWidth = plane.transposed() ? height : width;
		calibration.pixelHeight = plane.transposed() ? width : height;
		calibration.pixelDepth = voxel[plane.across().ordinal()];
		return calibration;
	}

	SliceView view() {
		return view;
	}

	void attach() {
		if (!view.isOwn()) {
			view.attach();
			EdgeDirections.of(view.session().source())
					.ifPresent(place -> OrientationLetters.show(view.image(), view.plane().toPatient(place)));
		}
		layer.show();
	}

	void onDraw(Runnable listener) {
		layer.onDraw(listener);
	}

	void showLayer() {
		layer.show();
	}

	/** The channel or time point is another: cuts the slice out again. */
	void refresh() {
		if (view.isOwn()) return;
		ImagePlus image = view.image();
		image.getProcessor().setPixels(image.getStack().getPixels(image.getCurrentSlice()));
		layer.forgetCuts();
		image.updateAndDraw();
	}

	void documentChanged(Edit edit) {
		if (segments != null) segments.changed(edit);
		layer.forgetCuts();
		repaint();
	}

	void repaint() {
		ImageCanvas canvas = view.image().getCanvas();
		if (canvas != null) canvas.repaint();
	}

	/** Closes the window unless it is that of the annotated image. */
	boolean close() {
		layer.remove();
		if (view.isOwn()) return true;
		view.detach();
		view.image().changes = false;
		if (view.image().getWindow() != null) view.image().close();
		return true;
	}
}
