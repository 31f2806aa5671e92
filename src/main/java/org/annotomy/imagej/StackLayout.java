package org.annotomy.imagej;

import org.annotomy.annotation.model.Plane;
import org.annotomy.annotation.model.Span;

import ij.ImagePlus;
import ij.gui.PointRoi;
import ij.gui.Roi;

/**
 * How many channels, slices and time points an ImageJ image has, and what a selection's position means in it. ImageJ counts from 1 and
 * writes 0 for "on all".
 *
 * @param hyperstack whether ImageJ shows a slider for each axis; otherwise positions count along the only axis there is
 */
public record StackLayout(int channels, int slices, int timePoints, boolean hyperstack) {

	/** Index of an axis on which a selection shows everywhere. */
	private static final int ALL = -1;

	public static StackLayout of(ImagePlus image) {
		return new StackLayout(image.getNChannels(), image.getNSlices(), image.getNFrames(),
				image.isHyperStack() || image.getNChannels() > 1);
	}

	/** The plane on display, for all channels. */
	public static Plane currentPlane(ImagePlus image) {
		int[] czt = image.convertIndexToPosition(Math.max(1, image.getCurrentSlice()));
		return new Plane(-1, czt[1] - 1, czt[2] - 1);
	}

	/** ImageJ's number of a plane in the stack, from 1; of the first channel if the plane is of all. */
	public int stackIndex(Plane plane) {
		return 1 + Math.max(0, plane.c()) + channels * (plane.z() + slices * plane.t());
	}

	/** Whether a span reaches over every slice and every time point there is. */
	public boolean isCovered(Span span) {
		return span.firstZ() == 0 && span.lastZ() >= slices - 1 && span.firstT() == 0 && span.lastT() >= timePoints - 1;
	}

	/** Puts the selection on its plane, or on all slices (time points) if the span covers them all. */
	public void place(Roi roi, Plane plane, Span span) {
		boolean everyZ = span != null && span.firstZ() == 0 && span.lastZ() >= slices - 1 && slices > 1;
		boolean everyT = span != null && span.firstT() == 0 && span.lastT() >= timePoints - 1 && timePoints > 1;
		int z = everyZ ? 0 : plane.z() + 1;
		int t = everyT ? 0 : plane.t() + 1;
		if (hyperstack) roi.setPosition(plane.c() + 1, z, t);
		else if (slices > 1) roi.setPosition(z);
		else if (timePoints > 1) roi.setPosition(t);
		else roi.setPosition(0);
	}

	/** The plane that a selection was put on; where it shows everywhere, the first one. */
	public Plane planeOf(Roi roi) {
		int[] czt = position(roi);
		return new Plane(czt[0], Math.max(0, czt[1]), Math.max(0, czt[2]));
	}

	/** The slices and time points that a selection shows on, or null if it is its plane alone. */
	Span spanOf(Roi roi) {
		int[] czt = position(roi);
		boolean everyZ = czt[1] == ALL && slices > 1;
		boolean everyT = czt[2] == ALL && timePoints > 1;
		if (!everyZ && !everyT) return null;
		int z = Math.max(0, czt[1]);
		int t = Math.max(0, czt[2]);
		return new Span(everyZ ? 0 : z, everyZ ? slices - 1 : z, everyT ? 0 : t, everyT ? timePoints - 1 : t,
				java.util.List.of(), false);
	}

	/** The plane of one of the points of a multi-point selection. */
	Plane planeOf(PointRoi points, int index) {
		int position = points.getPointPosition(index) - 1;
		if (position < 0) return planeOf(points);
		return new Plane(channels > 1 ? position % channels : -1, position / channels % slices, position / channels / slices);
	}

	private int[] position(Roi roi) {
		if (roi.hasHyperStackPosition())
			return new int[]{roi.getCPosition() - 1, roi.getZPosition() - 1, roi.getTPosition() - 1};
		int position = Math.max(0, roi.getPosition()) - 1;
		boolean alongZ = slices > 1 || timePoints == 1;
		return alongZ ? new int[]{ALL, position, ALL} : new int[]{ALL, ALL, position};
	}
}
