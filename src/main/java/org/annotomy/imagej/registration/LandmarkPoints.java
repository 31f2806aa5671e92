package org.annotomy.imagej.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.shape.PointsShape;
import org.annotomy.geometry.Point;
import org.annotomy.geometry.Position;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.registration.ImageFrame;
import org.annotomy.registration.Landmarks;

import ij.ImagePlus;
import ij.gui.PointRoi;
import ij.process.FloatPolygon;

/** Landmarks as users set them: point selections in the same order, annotated points of the same name, or numbers in text. */
public final class LandmarkPoints {

	private LandmarkPoints() {}

	/**
	 * Pairs of the point selections of both images, in their order; multi-point selections of a stack know their slices.
	 *
	 * @throws IllegalArgumentException if an image has no point selection, or the counts differ
	 */
	public static Landmarks ofSelections(ImagePair pair) {
		return landmarks(pair, selected(pair.moving(), "moving"), selected(pair.fixed(), "fixed"));
	}

	/**
	 * Pairs of the annotated points that have the same name in both images.
	 *
	 * @throws IllegalArgumentException if there is none, or a name stands for two points of one image
	 */
	public static Landmarks ofObjects(ImagePair pair) {
		Map<String, Position> moving = named(pair.moving(), "moving");
		Map<String, Position> fixed = named(pair.fixed(), "fixed");
		moving.keySet().retainAll(fixed.keySet());
		if (moving.isEmpty())
			throw new IllegalArgumentException("No annotated point of the moving image has the name of one of the fixed image."
					+ " Name those that belong together alike.");
		fixed.keySet().retainAll(moving.keySet());
		return landmarks(pair, new ArrayList<>(moving.values()), new ArrayList<>(fixed.values()));
	}

	/**
	 * Pairs of places in pixels as ImageJ shows them, such as {@code 10.5 20; 33 47.25} or with a slice from 1 {@code 10.5 20 3}.
	 *
	 * @throws IllegalArgumentException if a place has not two or three numbers, or the counts differ
	 */
	public static Landmarks ofText(ImagePair pair, String moving, String fixed) {
		return landmarks(pair, parsed(moving, "moving"), parsed(fixed, "fixed"));
	}

	private static Landmarks landmarks(ImagePair pair, List<Position> moving, List<Position> fixed) {
		return new Landmarks(mapped(pair.movingFrame(), moving), mapped(pair.fixedFrame(), fixed), pair.isPlane());
	}

	private static List<Position> mapped(ImageFrame frame, List<Position> voxels) {
		return voxels.stream().map(v -> frame.frameOf(v.x(), v.y(), frame.plane() ? 0 : v.z())).toList();
	}

	/** In voxels with whole numbers at their centres. */
	private static List<Position> selected(ImagePlus image, String which) {
		if (!(image.getRoi() instanceof PointRoi points))
			throw new IllegalArgumentException("The " + which + " image has no point selection."
					+ " Set the landmarks with the multi-point tool, in the same order in both images.");
		FloatPolygon at = points.getContainedFloatPoints();
		List<Position> places = new ArrayList<>();
		for (int i = 0; i < at.npoints; i++) {
			int position = points.getPointPosition(i);
			int slice = position > 0 ? image.convertIndexToPosition(position)[1] : image.getZ();
			places.add(new Position(at.xpoints[i], at.ypoints[i], slice - 1));
		}
		return places;
	}

	private static Map<String, Position> named(ImagePlus image, String which) {
		Map<String, Position> named = new TreeMap<>();
		for (AnnotationObject object : AnnotationSession.require(image).document().objects()) {
			if (!(object.shape() instanceof PointsShape points) || points.points().size() != 1 || object.name() == null) continue;
			Point at = points.points().get(0);
			Position place = new Position(at.x() - 0.5, at.y() - 0.5, object.plane().z());
			if (named.put(object.name(), place) != null)
				throw new IllegalArgumentException("Two annotated points of the " + which + " image have the same name."
						+ " Rename one of them.");
		}
		return named;
	}

	private static List<Position> parsed(String text, String which) {
		List<Position> places = new ArrayList<>();
		for (String place : text.split(";")) {
			if (place.isBlank()) continue;
			String[] words = place.trim().split("[\\s,]+");
			try {
				if (words.length == 2 || words.length == 3)
					places.add(new Position(Double.parseDouble(words[0]), Double.parseDouble(words[1]),
							words.length == 3 ? Double.parseDouble(words[2]) - 1 : 0));
				else
					throw unreadable(which);
			} catch (NumberFormatException e) {
				throw unreadable(which);
			}
		}
		return places;
	}

	private static IllegalArgumentException unreadable(String which) {
		return new IllegalArgumentException("The landmarks of the " + which
				+ " image must be places of two or three numbers, separated by semicolons, such as 10.5 20; 33 47.25.");
	}
}
