package org.annotomy.linking.group;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.annotomy.geometry.Affine;
import org.annotomy.geometry.PatientOrientation;
import org.annotomy.image.MedicalImage;

/**
 * What is known of a member of a group, for telling members apart and laying them out: values by the names of {@link #NAMES}, upper case,
 * at most {@value #LONGEST} characters. None of them is free text from a file.
 */
public record MemberFacts(Map<String, String> values) {

	static final int LONGEST = 32;

	/** Days since the earliest image of the group: never a date. */
	public static final String DAY = "Day";

	/** What the user says an image is, such as {@code H&E}, {@code IHC}, {@code BASELINE}. */
	public static final String ROLE = "Role";

	/** Stains that a slide's file names and that layouts ask for as roles. */
	private static final Set<String> STAINS = Set.of("H&E", "IHC");

	/** All names, in the order shown. */
	public static final List<String> NAMES = List.of("Modality", "BodyPart", "Side", "View", "Sequence", "Contrast",
			"Orientation", "Volume", DAY, ROLE);

	/** @throws IllegalArgumentException if a name is unknown or a value has another form; the message lists the names */
	public MemberFacts {
		Map<String, String> checked = new TreeMap<>();
		values.forEach((name, value) -> checked.put(name, checked(name, value)));
		values = Collections.unmodifiableMap(checked);
	}

	private static String checked(String name, String value) {
		if (!NAMES.contains(name))
			throw new IllegalArgumentException(
					"There is no fact \"" + name + "\" of an image; known: " + String.join(", ", NAMES) + ".");
		String upper = value.trim().toUpperCase(Locale.ROOT);
		if (!upper.matches("[A-Z0-9][A-Z0-9 &*+._-]{0," + (LONGEST - 1) + "}")
				&& !(name.equals(DAY) && upper.matches("-?\\d{1,7}")))
			throw new IllegalArgumentException(
					"The fact " + name + " must be of letters, digits and & * + . _ -, at most " + LONGEST
							+ ", not \"" + value + "\".");
		return upper;
	}

	/** What an image says itself. Its day is counted from 1970 here: {@link ImageGroup} counts it from the earliest member. */
	public static MemberFacts of(MedicalImage image) {
		Map<String, String> facts = new TreeMap<>();
		take(image, "Modality", "Modality", facts);
		take(image, "BodyPartExamined", "BodyPart", facts);
		for (String name : List.of("Side", "View", "Sequence", "Contrast", DAY))
			take(image, name, name, facts);
		String stain = image.facts().getOrDefault("Stain", "");
		if (STAINS.contains(stain)) facts.put(ROLE, stain);
		if (image.voxelToPatient() != null) facts.put("Orientation", orientation(image.voxelToPatient()));
		facts.put("Volume", image.slices() > 1 && image.voxelToPatient() != null ? "YES" : "NO");
		return new MemberFacts(facts);
	}

	private static void take(MedicalImage image, String from, String to, Map<String, String> facts) {
		String value = image.facts().get(from);
		if (value == null) return;
		try {
			facts.put(to, checked(to, value));
		} catch (IllegalArgumentException e) {
			// A value that is no short code is not a fact to be told.
		}
	}

	/** How the slices lie, by the axis of the patient that is nearest to their normal. */
	private static String orientation(Affine place) {
		return switch (PatientOrientation.letters(place.step(0).cross(place.step(1))).charAt(0)) {
			case 'L', 'R' -> "SAGITTAL";
			case 'P', 'A' -> "CORONAL";
			default -> "AXIAL";
		};
	}

	/** The value, or an empty text. */
	public String get(String name) {
		return values.getOrDefault(name, "");
	}

	/** The same with another value; an empty one takes it away. */
	public MemberFacts with(String name, String value) {
		Map<String, String> changed = new TreeMap<>(values);
		if (value.isBlank()) changed.remove(name);
		else changed.put(name, value);
		return new MemberFacts(changed);
	}

	/** In words, such as {@code MG R CC}. */
	public String words() {
		StringBuilder words = new StringBuilder();
		for (String name : List.of(ROLE, "Modality", "Sequence", "Side", "View"))
			if (values.containsKey(name)) words.append(words.isEmpty() ? "" : " ").append(values.get(name));
		if (get("Contrast").equals("YES")) words.append(" with contrast");
		if (values.containsKey(DAY) && !get(DAY).equals("0")) words.append(", day ").append(get(DAY));
		return words.isEmpty() ? "image" : words.toString();
	}
}
