package org.annotomy.linking.thing;

/**
 * Of whom an image is, as far as two images can be told apart by it; in memory only.
 *
 * @param patient a digest of what the file says of the patient's identity; empty if it says nothing
 * @param side R, L or B (both); empty if it says nothing
 */
public record Subject(String patient, String side) {

	/** Nothing is known. */
	public static final Subject UNKNOWN = new Subject("", "");

	/** Whether both are known and differ. */
	public boolean isOther(Subject other) {
		return !patient.isEmpty() && !other.patient.isEmpty() && !patient.equals(other.patient);
	}

	/** Whether one shows the right side only and the other one the left. */
	public boolean isOtherSide(Subject other) {
		return side.equals("R") && other.side.equals("L") || side.equals("L") && other.side.equals("R");
	}
}
