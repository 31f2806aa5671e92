package org.annotomy.imagej.macro;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

import org.annotomy.geometry.Affine;
import org.annotomy.geometry.Grid;
import org.annotomy.geometry.Position;
import org.annotomy.image.MedicalImage;

/** Places in space as an option of a macro has them: {@code x,y,z} triples, separated by spaces. */
public final class PlaceText {

	private PlaceText() {}

	/**
	 * A plane in voxels, whole numbers at their centres.
	 *
	 * @param normal points to one side, of any length
	 */
	public record Plane(Position point, Position normal) {}

	public static String of(List<Position> places) {
		StringJoiner text = new StringJoiner(" ");
		for (Position p : places)
			text.add(MacroCall.number(p.x()) + "," + MacroCall.number(p.y()) + "," + MacroCall.number(p.z()));
		return text.toString();
	}

	/**
	 * Numbers that belong to places.
	 *
	 * @param what they are, for the message
	 * @throws IllegalArgumentException if the text is no numbers, separated by spaces
	 */
	public static List<Double> numbers(String text, String what) {
		List<Double> numbers = new ArrayList<>();
		for (String each : text.strip().split("\\s+"))
			try {
				numbers.add(number(each));
			} catch (NumberFormatException e) {
				throw new IllegalArgumentException(what + " are written as numbers separated by spaces, such as 3 4.5.", e);
			}
		return numbers;
	}

	/** @throws IllegalArgumentException if the text is not at least one place */
	public static List<Position> parse(String text) {
		List<Position> places = new ArrayList<>();
		for (String triple : text.strip().split("\\s+")) {
			String[] numbers = triple.split(",", -1);
			if (numbers.length != 3) throw refusal(null);
			try {
				places.add(new Position(number(numbers[0]), number(numbers[1]), number(numbers[2])));
			} catch (NumberFormatException e) {
				throw refusal(e);
			}
		}
		return places;
	}

	/**
	 * Places of the patient (LPS, mm) in voxels.
	 *
	 * @throws IllegalArgumentException if the text is no place, or nobody knows where the image lies in the patient
	 */
	public static List<Position> voxels(String text, MedicalImage image) {
		Affine toVoxel = patientToVoxel(image);
		return parse(text).stream().map(toVoxel::apply).toList();
	}

	/** As {@link #voxels(String, MedicalImage)}, or in voxels already. */
	public static List<Position> voxels(String text, boolean areVoxels, MedicalImage image) {
		return areVoxels ? parse(text) : voxels(text, image);
	}

	/** The only place of a text. @throws IllegalArgumentException also if there are several */
	public static Position one(String text, boolean isVoxel, MedicalImage image) {
		List<Position> places = voxels(text, isVoxel, image);
		if (places.size() == 1) return places.get(0);
		throw new IllegalArgumentException("One place is needed, written as x,y,z; there are " + places.size() + ".");
	}

	/**
	 * A plane of the patient in voxels.
	 *
	 * @throws IllegalArgumentException as {@link #voxels}; or if one of the texts is more than one place
	 */
	public static Plane plane(String place, String normal, MedicalImage image) {
		List<Position> points = parse(place);
		List<Position> normals = parse(normal);
		if (points.size() != 1 || normals.size() != 1)
			throw new IllegalArgumentException("A plane has one place and one normal, each written as x,y,z.");
		Affine toPatient = patientToVoxel(image).inverse();
		Position n = normals.get(0);
		// Normals go over to another frame by the transpose of the map back.
		Position inVoxels = new Position(toPatient.step(0).dot(n), toPatient.step(1).dot(n), toPatient.step(2).dot(n));
		return new Plane(toPatient.inverse().apply(points.get(0)), inVoxels);
	}

	private static Affine patientToVoxel(MedicalImage image) {
		return image.grid().map(Grid::voxelToPatient).map(Affine::inverse).orElseThrow(() -> new IllegalArgumentException(
				"Nobody knows where this image lies in a patient. Give the places in voxels."));
	}

	private static double number(String text) {
		double number = Double.parseDouble(text);
		if (Double.isFinite(number)) return number;
		throw new NumberFormatException("not finite");
	}

	private static IllegalArgumentException refusal(Exception cause) {
		return new IllegalArgumentException(
				"Places are written as x,y,z triples separated by spaces, such as 10,20,30 -5.5,40,12.",
				cause);
	}
}
