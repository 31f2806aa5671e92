package org.annotomy.dicom.presentation;

import java.util.List;
import java.util.Optional;

import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.geometry.Box;
import org.annotomy.geometry.Point;
import org.annotomy.geometry.QuarterTurn;

/**
 * Which part of an image a presentation state shows, and how it turns it (PS3.3 C.10.4, C.10.6).
 *
 * @param turn of the picture
 * @param box of the part, in pixels of the image (pixel-corner frame)
 * @param isWhole whether that is all of it
 */
record DisplayedArea(QuarterTurn turn, Box box, boolean isWhole) {

	/** @param notes is added to */
	static DisplayedArea of(DicomDataset state, StatePlanes planes, List<String> notes) {
		QuarterTurn turn = turn(state, notes);
		Box all = new Box(0, 0, planes.width(), planes.height());
		for (DicomDataset selection : state.items(Tag.DISPLAYED_AREA_SELECTION_SEQUENCE)) {
			double[] a = selection.doubles(Tag.DISPLAYED_AREA_TOP_LEFT_HAND_CORNER);
			double[] b = selection.doubles(Tag.DISPLAYED_AREA_BOTTOM_RIGHT_HAND_CORNER);
			if (a.length != 2 || b.length != 2 || !planes.concerns(selection)) continue;
			// Corners count whole pixels from 1. Top left is so after turning: in the image it may be any of the four.
			Box box = Box.around(new double[]{Math.min(a[0], b[0]) - 1, Math.min(a[1], b[1]) - 1, Math.max(a[0], b[0]),
					Math.max(a[1], b[1])});
			return new DisplayedArea(turn, box, box.equals(all));
		}
		return new DisplayedArea(turn, all, true);
	}

	private static QuarterTurn turn(DicomDataset state, List<String> notes) {
		boolean mirrored = state.string(Tag.IMAGE_HORIZONTAL_FLIP, "N").equals("Y");
		try {
			return new QuarterTurn(state.integer(Tag.IMAGE_ROTATION, 0), mirrored);
		} catch (IllegalArgumentException e) {
			notes.add(
					"The state turns the image by an angle that is no quarter, which the standard does not know; it is not turned.");
			return new QuarterTurn(0, mirrored);
		}
	}

	/** The part, as far as it lies in the image; empty if it is all, or nothing of it. */
	Optional<Box> part() {
		return isWhole ? Optional.empty() : Optional.of(box);
	}

	/** Where a place given as fractions of the displayed area, as it is seen, lies in the image. */
	Point pixel(double across, double down) {
		Point at = turn.before(new Point(across, down));
		return new Point(box.x() + at.x() * box.width(), box.y() + at.y() * box.height());
	}
}
