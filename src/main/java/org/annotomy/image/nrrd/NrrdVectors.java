package org.annotomy.image.nrrd;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.annotomy.image.ImageFormatException;

/** Vectors and lists of numbers in NRRD headers. */
final class NrrdVectors {

	private static final Pattern VECTOR = Pattern.compile("\\(([^()]*)\\)|none");
	private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

	private NrrdVectors() {}

	/** One vector per axis, null for {@code none} and for axes without numbers; null if the header has no space directions. */
	static List<double[]> directions(NrrdHeader header) throws ImageFormatException {
		if (header.field("space directions").isEmpty()) return null;
		List<double[]> directions = vectors("space directions", header.required("space directions"));
		if (directions.size() != header.dimension())
			throw new ImageFormatException("NRRD: there are " + directions.size() + " space directions for " + header.dimension()
					+ " axes.");
		int length = spaceDimension(header, directions);
		for (double[] direction : directions)
			if (direction != null && direction.length != length)
				throw new ImageFormatException("NRRD: a space direction has " + direction.length + " numbers in a space of "
						+ length + " dimensions.");
		return directions;
	}

	private static int spaceDimension(NrrdHeader header, List<double[]> directions) throws ImageFormatException {
		int stated = header.integer("space dimension", -1);
		if (stated > 0) return stated;
		return directions.stream().filter(d -> d != null).mapToInt(d -> d.length).findFirst().orElse(0);
	}

	/** The origin; null if there is none or it is not made of numbers. */
	static double[] origin(NrrdHeader header) throws ImageFormatException {
		if (header.field("space origin").isEmpty()) return null;
		List<double[]> vectors = vectors("space origin", header.required("space origin"));
		return vectors.size() == 1 ? vectors.get(0) : null;
	}

	private static List<double[]> vectors(String field, String text) throws ImageFormatException {
		List<double[]> vectors = new ArrayList<>();
		Matcher matcher = VECTOR.matcher(text);
		int end = 0;
		while (matcher.find()) {
			if (!text.substring(end, matcher.start()).isBlank()) throw notVectors(field);
			vectors.add(matcher.group(1) == null ? null : finite(numbers(field, matcher.group(1).split(","))));
			end = matcher.end();
		}
		if (!text.substring(end).isBlank()) throw notVectors(field);
		return vectors;
	}

	private static ImageFormatException notVectors(String field) {
		return new ImageFormatException("NRRD: the field \"" + field + "\" needs vectors such as (1,0,0).");
	}

	/** Writers that do not know {@code none} use not-a-number. */
	private static double[] finite(double[] vector) {
		for (double value : vector)
			if (!Double.isFinite(value)) return null;
		return vector;
	}

	/** The numbers of a field such as {@code spacings}, one per axis, NaN where unknown; null if the header lacks it. */
	static double[] perAxis(NrrdHeader header, String field) throws ImageFormatException {
		if (header.field(field).isEmpty()) return null;
		double[] numbers = numbers(field, header.required(field).split("\\s+"));
		if (numbers.length != header.dimension())
			throw new ImageFormatException(
					"NRRD: there are " + numbers.length + " " + field + " for " + header.dimension() + " axes.");
		return numbers;
	}

	/** The quoted words of a field such as {@code units}; empty if the header lacks it. */
	static List<String> quoted(NrrdHeader header, String field) {
		List<String> words = new ArrayList<>();
		Matcher matcher = QUOTED.matcher(header.field(field).orElse(""));
		while (matcher.find())
			words.add(matcher.group(1).trim());
		return words;
	}

	private static double[] numbers(String field, String[] words) throws ImageFormatException {
		double[] numbers = new double[words.length];
		for (int i = 0; i < words.length; i++)
			try {
				String word = words[i].trim();
				numbers[i] = word.equalsIgnoreCase("nan") ? Double.NaN : Double.parseDouble(word);
			} catch (NumberFormatException e) {
				throw new ImageFormatException(
						"NRRD: the field \"" + field + "\" needs numbers, not \"" + NrrdText.shown(words[i]) + "\".", e);
			}
		return numbers;
	}
}
