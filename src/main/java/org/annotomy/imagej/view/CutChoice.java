package org.annotomy.imagej.view;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.annotomy.display.view.ViewPlane;
import org.annotomy.display.view.ViewPlanes;
import org.annotomy.geometry.Affine;
import org.annotomy.geometry.Axis;
import org.annotomy.geometry.Position;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.image.MedicalImage;
import org.annotomy.image.resample.Reslice;

import ij.gui.Line;
import ij.gui.Roi;

/** How a volume is to be cut, as users and macros say it. */
public final class CutChoice {

	private static final String LINE = "line";
	private static final String NORMAL = "normal";

	private final MedicalImage image;
	private final Affine place;

	/** @throws IllegalArgumentException if the image does not say where it lies in the patient */
	public CutChoice(MedicalImage image) {
		this.image = image;
		place = image.voxelToPatient();
		if (place == null) throw new IllegalArgumentException("This image does not say where its slices lie in the patient.");
	}

	/** What images and sidecars of such a cut are called: copies that differ have labels of their own. */
	public static String suffix(String plane, Reslice.Cut cut, double pixelMm, double sliceMm) {
		if (plane.equals(LINE) || plane.equals(NORMAL)) {
			List<Double> numbers = List.of(cut.right().x(), cut.right().y(), cut.right().z(), cut.down().x(), cut.down().y(),
					cut.down().z(), pixelMm, sliceMm);
			return String.format("oblique-%08x", numbers.stream().map(n -> Math.round(1e6 * n)).toList().hashCode());
		}
		return pixelMm > 0 || sliceMm > 0 ? String.format(Locale.ROOT, "%s-%.3g-%.3g", plane, pixelMm, sliceMm) : plane;
	}

	/**
	 * @param plane {@code axial}, {@code coronal} or {@code sagittal}; {@code line}; {@code normal}
	 * @param normal three numbers in LPS, if the plane is given by its normal
	 * @param drawn a straight line on a slice, if the plane is given by it; may be null otherwise
	 * @throws IllegalArgumentException if something is missing; the message says what
	 */
	public Reslice.Cut of(String plane, String normal, Roi drawn) {
		return switch (plane) {
			case LINE -> throughLine(drawn);
			case NORMAL -> Reslice.Cut.withNormal(direction(normal));
			default -> alongAxes(plane);
		};
	}

	private Reslice.Cut alongAxes(String name) {
		ViewPlanes planes = new ViewPlanes(new VolumeSize(image.width(), image.height(), image.slices()), place.spacing(), place);
		ViewPlane plane = Arrays.stream(Axis.values()).map(planes::across)
				.filter(p -> p.name().toLowerCase(Locale.ROOT).equals(name))
				.findFirst()
				.orElseThrow(() -> new IllegalArgumentException("No axis of this volume is nearest to " + name + " slices."
						+ " Give the plane by its normal."));
		Affine pixels = plane.toPatient(place);
		return cut(pixels.step(0), pixels.step(1));
	}

	/** The plane through a line on a slice and the normal of the slice. */
	private Reslice.Cut throughLine(Roi drawn) {
		if (!(drawn instanceof Line line) || line.getRawLength() == 0)
			throw new IllegalArgumentException("Draw a straight line on a slice first: the volume is cut along it.");
		Position right = place.step(0).times(line.x2d - line.x1d).plus(place.step(1).times(line.y2d - line.y1d));
		Position down = place.step(0).cross(place.step(1));
		Position toFeet = new Position(0, 0.01, -1);
		return cut(right, down.dot(toFeet) >= 0 ? down : down.times(-1));
	}

	/** Rows as given, columns at a right angle to them: the axes of a tilted volume are not. */
	private static Reslice.Cut cut(Position right, Position down) {
		Position along = right.unit();
		return new Reslice.Cut(along, down.minus(along.times(down.dot(along))));
	}

	private static Position direction(String text) {
		String[] parts = text.trim().split("[\\s,;]+");
		try {
			if (parts.length == 3) {
				Position normal = new Position(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]),
						Double.parseDouble(parts[2]));
				if (normal.norm() > 0 && Double.isFinite(normal.norm())) return normal;
			}
		} catch (NumberFormatException e) {
			throw unreadable();
		}
		throw unreadable();
	}

	private static IllegalArgumentException unreadable() {
		return new IllegalArgumentException(
				"The normal of the plane must be three numbers that are not all 0, such as 0.7 0.7 0.");
	}
}
