package org.annotomy.image.nrrd;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.annotomy.geometry.Affine;
import org.annotomy.geometry.Position;
import org.annotomy.image.ImageFormatException;
import org.annotomy.image.Placement;

/** Where the voxels of an NRRD lie, in LPS millimetres, and how far apart they are. */
public final class NrrdSpace {

	private static final String LPS = "left-posterior-superior";

	private final NrrdHeader header;
	private final NrrdAxes axes;
	private final List<double[]> directions;
	private final String space;
	private final List<String> warnings = new ArrayList<>();
	private final Affine voxelToPatient;

	private NrrdSpace(NrrdHeader header, NrrdAxes axes) throws ImageFormatException {
		this.header = header;
		this.axes = axes;
		this.directions = NrrdVectors.directions(header);
		this.space = header.field("space").orElse("").toLowerCase(Locale.ROOT);
		this.voxelToPatient = findPlace();
	}

	public static NrrdSpace of(NrrdHeader header) throws ImageFormatException {
		return new NrrdSpace(header, NrrdAxes.of(header));
	}

	/** Voxel centres; null if the file does not place them in a patient. */
	public Affine voxelToPatient() {
		return voxelToPatient;
	}

	/** What the user should know about the place. */
	public List<String> warnings() {
		return List.copyOf(warnings);
	}

	private Affine findPlace() throws ImageFormatException {
		if (directions == null || axes.indexOf('y') < 0) return null;
		double[] signs = signs();
		if (signs == null) {
			warnings.add("The file does not say how its axes lie in the patient, so left and right are unknown.");
			return null;
		}
		Position x = step('x', signs);
		Position y = step('y', signs);
		Position z = axes.indexOf('z') < 0 ? normal(x, y) : step('z', signs);
		double[] at = NrrdVectors.origin(header);
		if (at == null || at.length < 3) warnings.add("The file does not say where its first voxel lies; 0, 0, 0 is taken.");
		Position origin = at == null || at.length < 3 ? Position.ORIGIN : position(at, signs);
		Optional<Affine> place = Placement.of(origin, x, y, z);
		if (place.isEmpty())
			warnings.add("The directions of the file's axes contradict each other, so its place in the patient is unknown.");
		return place.orElse(null);
	}

	/** From the file's space to LPS, and to millimetres; null if the space is not that of a patient. */
	private double[] signs() {
		double[] signs = switch (space.replace("-time", "")) {
			case LPS, "lps", "lpst" -> new double[]{1, 1, 1};
			case "right-anterior-superior", "ras", "rast" -> new double[]{-1, -1, 1};
			case "left-anterior-superior", "las", "last" -> new double[]{1, -1, 1};
			default -> null;
		};
		List<String> units = NrrdVectors.quoted(header, "space units");
		for (int i = 0; signs != null && i < signs.length && i < units.size(); i++)
			signs[i] *= toMm(units.get(i));
		return signs;
	}

	private Position step(char axis, double[] signs) {
		return position(directions.get(axes.indexOf(axis)), signs);
	}

	private static Position position(double[] vector, double[] signs) {
		return vector.length < 3
				? new Position(Double.NaN, Double.NaN, Double.NaN)
				: new Position(signs[0] * vector[0], signs[1] * vector[1], signs[2] * vector[2]);
	}

	/** A single slice is one millimetre thick unless the file says otherwise. */
	private static Position normal(Position x, Position y) {
		Position normal = x.cross(y);
		return normal.norm() > 0 ? normal.unit() : normal;
	}

	/** Distances along x, y, z in mm, NaN where the file does not say. */
	public double[] spacingMm() throws ImageFormatException {
		double[] spacing = new double[3];
		for (int i = 0; i < 3; i++)
			spacing[i] = spacing(axes.indexOf("xyz".charAt(i)));
		return spacing;
	}

	/** Time between time points in ms, NaN if the file does not say. */
	public double frameTimeMs() throws ImageFormatException {
		int axis = axes.indexOf('t');
		if (axis < 0) return Double.NaN;
		double[] spacings = NrrdVectors.perAxis(header, "spacings");
		double seconds = spacings == null ? Double.NaN : spacings[axis];
		if (directions != null && directions.get(axis) != null && directions.get(axis).length == 4)
			seconds = directions.get(axis)[3];
		List<String> units = NrrdVectors.quoted(header, "units");
		return units.size() > axis && units.get(axis).equals("ms") ? seconds : 1000 * seconds;
	}

	private double spacing(int axis) throws ImageFormatException {
		if (axis < 0) return Double.NaN;
		double spacing = Double.NaN;
		double[] direction = directions == null ? null : directions.get(axis);
		double[] spacings = NrrdVectors.perAxis(header, "spacings");
		if (direction != null) spacing = Math.sqrt(Arrays.stream(direction).map(d -> d * d).sum()) * unit("space units", 0);
		else if (spacings != null) spacing = Math.abs(spacings[axis]) * unit("units", axis);
		return spacing > 0 && Double.isFinite(spacing) ? spacing : Double.NaN;
	}

	private double unit(String field, int index) {
		List<String> units = NrrdVectors.quoted(header, field);
		return index < units.size() ? toMm(units.get(index)) : 1;
	}

	private static double toMm(String unit) {
		return switch (unit) {
			case "m" -> 1000;
			case "cm" -> 10;
			case "um", "µm", "μm", "microns" -> 1e-3;
			case "nm" -> 1e-6;
			default -> 1;
		};
	}

	/**
	 * Adds the fields that place a volume as Slicer writes them: space, space directions, kinds and space origin.
	 *
	 * @param listFirst whether an axis of layers stands before x
	 */
	public static NrrdHeader.Builder put(NrrdHeader.Builder header, Affine voxelToPatient, boolean listFirst) {
		StringBuilder steps = new StringBuilder(listFirst ? "none" : "");
		for (int axis = 0; axis < 3; axis++)
			steps.append(steps.isEmpty() ? "" : " ").append(vector(voxelToPatient.step(axis)));
		return header.field("space", LPS).field("space directions", steps.toString())
				.field("kinds", (listFirst ? "list " : "") + "domain domain domain")
				.field("space origin", vector(voxelToPatient.origin()));
	}

	private static String vector(Position p) {
		return "(" + NrrdText.number(p.x()) + "," + NrrdText.number(p.y()) + "," + NrrdText.number(p.z()) + ")";
	}
}
