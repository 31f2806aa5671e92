package org.annotomy.geometry;

import java.util.Optional;

/** Letters that say where an image axis points in the patient: L R, P A, H F (DICOM PS3.3 C.7.6.1.1.1), the dominant one first. */
public final class PatientOrientation {

	private static final double NEGLIGIBLE = 0.1;
	private static final int[] SIGNS = {1, -1, 1, -1, 1, -1};

	private PatientOrientation() {}

	/**
	 * @param direction in LPS; its length does not matter
	 * @return up to three letters, such as {@code L} or {@code PH}; components under a tenth of the length are left out
	 * @throws IllegalArgumentException if the direction has no length
	 */
	public static String letters(Position direction) {
		Position unit = direction.unit();
		double[] size = {Math.abs(unit.x()), Math.abs(unit.y()), Math.abs(unit.z())};
		String[] letter = {unit.x() > 0 ? "L" : "R", unit.y() > 0 ? "P" : "A", unit.z() > 0 ? "H" : "F"};
		StringBuilder letters = new StringBuilder();
		for (int round = 0; round < 3; round++) {
			int largest = size[0] >= size[1] && size[0] >= size[2] ? 0 : size[1] >= size[2] ? 1 : 2;
			if (size[largest] > NEGLIGIBLE) letters.append(letter[largest]);
			size[largest] = -1;
		}
		return letters.toString();
	}

	/**
	 * A direction that has these letters, the first one dominant; how much the others count is not known, so only the letters of the result
	 * mean anything. Empty if they are no letters of a human's directions, such as {@code AF}, or name an axis twice.
	 */
	public static Optional<Position> direction(String letters) {
		if (!letters.matches("[LRPAHF]{1,3}")) return Optional.empty();
		double[] component = new double[3];
		double weight = 1;
		for (char letter : letters.toCharArray()) {
			int at = "LRPAHF".indexOf(letter);
			if (component[at / 2] != 0) return Optional.empty();
			component[at / 2] = SIGNS[at] * weight;
			weight /= 2;
		}
		return Optional.of(new Position(component[0], component[1], component[2]));
	}

	/** The letters of the opposite direction: {@code PH} gives {@code AF}. */
	public static String opposite(String letters) {
		StringBuilder opposite = new StringBuilder();
		for (char letter : letters.toCharArray())
			opposite.append("RLAPFH".charAt("LRPAHF".indexOf(letter)));
		return opposite.toString();
	}
}
