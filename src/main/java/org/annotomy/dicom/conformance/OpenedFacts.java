package org.annotomy.dicom.conformance;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.annotomy.geometry.Affine;
import org.annotomy.geometry.Position;
import org.annotomy.image.MedicalImage;
import org.annotomy.json.JsonArray;
import org.annotomy.json.JsonObject;
import org.annotomy.json.JsonScalar;
import org.annotomy.json.JsonValue;

/** The image that opening one file gives, against the facts of the file: size, frames, place in the patient, scale. */
final class OpenedFacts {

	private static final double TOLERANCE_MM = 1e-3;

	private final JsonObject facts;
	private final List<String> different = new ArrayList<>();

	private OpenedFacts(JsonObject facts) {
		this.facts = facts;
	}

	/** What differs, in words; empty if nothing does. */
	static List<String> differences(List<MedicalImage> images, JsonObject facts) throws IOException {
		OpenedFacts comparison = new OpenedFacts(facts);
		comparison.size(images);
		if (images.size() == 1) {
			comparison.place(images.get(0));
			comparison.scale(images.get(0));
		}
		return comparison.different;
	}

	private void size(List<MedicalImage> images) throws IOException {
		long planes = images.stream().mapToLong(i -> (long) i.slices() * i.timePoints() * i.channels()).sum();
		for (MedicalImage image : images) {
			require(image.width() == facts.number("Columns", image.width()), "width");
			require(image.height() == facts.number("Rows", image.height()), "height");
		}
		double frames = facts.get("NumberOfFrames").isPresent() ? number("NumberOfFrames") : 1;
		require(Double.isNaN(frames) || planes == frames, "number of frames");
	}

	private double number(String name) throws IOException {
		JsonValue value = facts.require(name);
		return value instanceof JsonScalar scalar && scalar.type() == JsonScalar.Type.NUMBER ? value.asDouble() : Double.NaN;
	}

	/** Of single frames whose header has the three elements of the image plane module. */
	private void place(MedicalImage image) throws IOException {
		double[] first = numbers("ImagePositionPatient", 3);
		double[] directions = numbers("ImageOrientationPatient", 6);
		double[] spacing = numbers("PixelSpacing", 2);
		if (first == null || directions == null || spacing == null) return;
		Affine place = image.voxelToPatient();
		if (place == null) {
			different.add("the place in the patient is missing");
			return;
		}
		Position corner = new Position(image.width() - 1d, image.height() - 1d, 0);
		double[] expected = new double[3];
		for (int i = 0; i < 3; i++)
			expected[i] = first[i] + directions[i] / length(directions, 0) * spacing[1] * corner.x()
					+ directions[i + 3] / length(directions, 3) * spacing[0] * corner.y();
		require(near(place.apply(Position.ORIGIN), first), "position of the first pixel");
		require(near(place.apply(corner), expected), "position of the last pixel");
	}

	/** 1, but for the digits that the header leaves out. */
	private static double length(double[] directions, int from) {
		return Math.sqrt(directions[from] * directions[from] + directions[from + 1] * directions[from + 1]
				+ directions[from + 2] * directions[from + 2]);
	}

	private static boolean near(Position found, double[] expected) {
		return found.distanceTo(new Position(expected[0], expected[1], expected[2])) <= TOLERANCE_MM;
	}

	private void scale(MedicalImage image) throws IOException {
		if (facts.get("RescaleSlope").isEmpty() || facts.get("ModalityLUTSequence").isPresent()) return;
		double slope = number("RescaleSlope");
		double intercept = facts.number("RescaleIntercept", 0);
		require(image.scale().slope() == slope && image.scale().intercept() == intercept, "scale to modality values");
	}

	private double[] numbers(String name, int count) throws IOException {
		JsonValue value = facts.get(name).orElse(null);
		if (!(value instanceof JsonArray list)) return null;
		double[] numbers = list.doubles();
		return numbers.length == count ? numbers : null;
	}

	private void require(boolean same, String what) {
		if (!same) different.add("the " + what + " differs");
	}
}
