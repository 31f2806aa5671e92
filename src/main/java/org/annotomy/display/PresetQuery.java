package org.annotomy.display;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.annotomy.image.MedicalImage;
import org.annotomy.image.Window;

/**
 * What must be known of an image to offer presets for it.
 *
 * @param modality DICOM modality; empty if unknown
 * @param bodyPart what the file says of the body part; empty if unknown
 * @param unit of the modality values; empty if unknown
 * @param fileWindows the windows of the file, the preferred one first
 */
public record PresetQuery(String modality, String bodyPart, String unit, List<Window> fileWindows) {

	private static final int SHORTEST_INSIDE = 4;
	private static final Pattern SUV_UNIT = Pattern.compile("(\\{SUV\\w*\\})?g/ml", Pattern.CASE_INSENSITIVE);

	public PresetQuery {
		modality = capitals(modality);
		bodyPart = capitals(bodyPart);
		unit = unit == null ? "" : unit.trim();
		fileWindows = List.copyOf(fileWindows);
	}

	public static PresetQuery of(MedicalImage image) {
		return new PresetQuery(image.facts().getOrDefault("Modality", ""), image.facts().getOrDefault("BodyPartExamined", ""),
				image.scale().unit(), image.windows());
	}

	/** Is the preset meant for images of this modality, and are its numbers in the unit of this image? */
	boolean admits(WindowPreset preset) {
		if (preset.rule() instanceof WindowRule.OfFile file && file.index() > 0 && file.index() >= fileWindows.size())
			return false;
		boolean rightModality = preset.modalities().isEmpty() || modality.isEmpty() || preset.modalities().contains(modality);
		return rightModality && hasUnitOf(preset);
	}

	/** Does the image's body part hold one of the words of the preset? */
	boolean isBodyPartOf(WindowPreset preset) {
		return preset.bodyParts().stream().anyMatch(this::isBodyPart);
	}

	/** Body parts are run together (LSPINE, HEADNECK), so a word may stand inside another; short ones must not (EAR in HEART). */
	private boolean isBodyPart(String word) {
		if (word.length() >= SHORTEST_INSIDE) return bodyPart.contains(word);
		return List.of(bodyPart.split("[^A-Z0-9]+")).contains(word);
	}

	/**
	 * Are the preset's numbers in the unit of this image? CT values of an unknown unit count as HU; other units must be stated by the
	 * image: an SUV window makes counts per second black or white all over. SUV is what PET calls g/ml (Units GML of PS3.3 C.8.9.1.1.3, UCUM
	 * {@code {SUVbw}g/ml}).
	 */
	public boolean hasUnitOf(WindowPreset preset) {
		if (preset.unit().isEmpty() || preset.unit().equalsIgnoreCase(unit)) return true;
		if (preset.unit().equals("SUV")) return SUV_UNIT.matcher(unit).matches() && modality.equals("PT");
		return unit.isEmpty() && preset.unit().equals("HU");
	}

	private static String capitals(String text) {
		return text == null ? "" : text.trim().toUpperCase(Locale.ROOT);
	}
}
