package org.annotomy.interchange.transform;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

import org.annotomy.geometry.Affine;
import org.annotomy.geometry.Position;
import org.annotomy.geometry.Turn;
import org.annotomy.json.JsonException;
import org.annotomy.json.JsonFile;
import org.annotomy.json.JsonNumbers;
import org.annotomy.registration.AffineMap;

/**
 * ITK's text files of transforms ({@code .tfm}, {@code .txt}; Insight Transform File V1.0), as 3D Slicer and SimpleITK write and read them. ITK
 * maps places of the <b>fixed</b> image to the moving one (LPS, mm), so what is written is the inverse of a registration here; both methods
 * below speak of the map as the file has it. One linear transform in a file: in space affine, rigid (Euler, versor), similarity,
 * translation; in a plane affine, rigid (Euler) and translation.
 */
public final class ItkTransformText {

	private static final String FIRST_LINE = "#Insight Transform File V1.0";
	private static final int MOST_BYTES = 1 << 20;

	private ItkTransformText() {}

	/** An affine transform in space around the origin. */
	public static String write(AffineMap map) {
		double[] m = map.matrix().rows();
		StringBuilder text = new StringBuilder(FIRST_LINE + "\n#Transform 0\nTransform: AffineTransform_double_3_3\nParameters:");
		for (int i : new int[]{0, 1, 2, 4, 5, 6, 8, 9, 10, 3, 7, 11})
			text.append(' ').append(JsonNumbers.shortest(m[i]));
		return text.append("\nFixedParameters: 0 0 0\n").toString();
	}

	/** @throws IOException if it cannot be written */
	public static void write(AffineMap map, Path file) throws IOException {
		JsonFile.write(write(map), file);
	}

	/**
	 * @throws JsonException if the text is not one linear transform; the message says what was found
	 * @throws IOException if the file cannot be read
	 */
	public static AffineMap read(Path file) throws IOException {
		return parse(JsonFile.read(file, MOST_BYTES, "a text file of a transform"));
	}

	/** @throws JsonException if the text is not one linear transform; the message says what was found */
	public static AffineMap parse(String text) throws JsonException {
		String[] lines = text.split("\r?\n");
		if (!lines[0].startsWith("#Insight Transform File"))
			throw new JsonException(1, "this is no ITK transform file: it must begin with \"" + FIRST_LINE + "\".");
		String type = value(lines, "Transform:");
		double[] parameters = numbers(lines, "Parameters:");
		double[] fixed = numbers(lines, "FixedParameters:");
		try {
			return AffineMap.of(matrix(type, parameters, fixed));
		} catch (IllegalArgumentException e) {
			throw new JsonException(0, e.getMessage());
		}
	}

	private static Affine matrix(String type, double[] p, double[] fixed) throws JsonException {
		String name = type.replaceFirst("_(double|float)_", "_");
		Position centre = centre(fixed);
		return switch (name) {
			case "AffineTransform_3_3", "MatrixOffsetTransformBase_3_3" -> {
				require(p, 12, type);
				yield around(centre, Affine.ofRows(p[0], p[1], p[2], 0, p[3], p[4], p[5], 0, p[6], p[7], p[8], 0), p, 9, 3);
			}
			case "AffineTransform_2_2", "MatrixOffsetTransformBase_2_2" -> {
				require(p, 6, type);
				yield around(centre, Affine.ofRows(p[0], p[1], 0, 0, p[2], p[3], 0, 0, 0, 0, 1, 0), p, 4, 2);
			}
			case "Euler3DTransform_3_3" -> {
				require(p, 6, type);
				boolean zyx = fixed.length > 3 && fixed[3] != 0;
				yield around(centre, zyx ? Turn.zyx(p[0], p[1], p[2]) : Turn.zxy(p[0], p[1], p[2]), p, 3, 3);
			}
			case "VersorRigid3DTransform_3_3", "VersorTransform_3_3" -> {
				require(p, name.startsWith("VersorRigid") ? 6 : 3, type);
				yield around(centre, Turn.versor(p[0], p[1], p[2]), p, 3, p.length - 3);
			}
			case "Similarity3DTransform_3_3" -> {
				require(p, 7, type);
				yield around(centre, scaled(Turn.versor(p[0], p[1], p[2]), p[6]), p, 3, 3);
			}
			case "Euler2DTransform_2_2" -> {
				require(p, 3, type);
				yield around(centre, Turn.zxy(0, 0, p[0]), p, 1, 2);
			}
			case "TranslationTransform_3_3", "TranslationTransform_2_2" -> {
				require(p, name.endsWith("3") ? 3 : 2, type);
				yield around(Position.ORIGIN, Affine.IDENTITY, p, 0, p.length);
			}
			default -> throw new JsonException(0,
					"transforms of the type " + printable(type) + " cannot be read, only single linear ones."
							+ " Save it as an affine transform first.");
		};
	}

	private static String printable(String type) {
		String plain = type.replaceAll("[^A-Za-z0-9_]", "");
		return plain.substring(0, Math.min(60, plain.length()));
	}

	private static Affine scaled(Affine turn, double by) {
		return Affine.of(Position.ORIGIN, turn.step(0).times(by), turn.step(1).times(by), turn.step(2).times(by));
	}

	/** {@code y = A (x − centre) + centre + shift}; the shift begins at parameter {@code at}. */
	private static Affine around(Position centre, Affine linear, double[] p, int at, int dimensions) {
		Position shift = new Position(dimensions > 0 ? p[at] : 0, dimensions > 1 ? p[at + 1] : 0, dimensions > 2 ? p[at + 2] : 0);
		return Turn.around(centre, Affine.of(shift, linear.step(0), linear.step(1), linear.step(2)));
	}

	private static Position centre(double[] fixed) {
		return new Position(fixed.length > 0 ? fixed[0] : 0, fixed.length > 1 ? fixed[1] : 0, fixed.length > 2 ? fixed[2] : 0);
	}

	private static void require(double[] parameters, int count, String type) throws JsonException {
		if (parameters.length != count)
			throw new JsonException(0,
					String.format(Locale.ROOT, "%s has %d parameters, but there are %d.", printable(type), count,
							parameters.length));
	}

	private static String value(String[] lines, String key) throws JsonException {
		String[] found = Arrays.stream(lines).filter(line -> line.startsWith(key)).toArray(String[]::new);
		if (found.length == 1) return found[0].substring(key.length()).trim();
		throw new JsonException(0, found.length == 0
				? "the line \"" + key + "\" is missing."
				: "the file holds " + found.length + " transforms; one is needed.");
	}

	private static double[] numbers(String[] lines, String key) throws JsonException {
		String value = value(lines, key);
		if (value.isEmpty()) return new double[0];
		String[] words = value.split("\\s+");
		if (words.length > 64) throw new JsonException(0, "there are too many numbers after \"" + key + "\".");
		try {
			return Arrays.stream(words).mapToDouble(Double::parseDouble).toArray();
		} catch (NumberFormatException e) {
			throw new JsonException(0, "what follows \"" + key + "\" is not all numbers.");
		}
	}
}
