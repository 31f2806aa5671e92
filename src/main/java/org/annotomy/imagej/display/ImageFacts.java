package org.annotomy.imagej.display;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.annotomy.display.PresetQuery;
import org.annotomy.image.MedicalImage;
import org.annotomy.image.Window;
import org.annotomy.imagej.ImagePlusImages;
import org.annotomy.imagej.PixelValues;

import ij.ImagePlus;
import ij.util.DicomTools;

/**
 * What is known of an open image that decides how to show it: from our reader, else from the DICOM header that ImageJ keeps as text.
 *
 * @param inverted whether the file wants low values bright (DICOM MONOCHROME1); null if nobody says
 * @param padding lowest and highest modality value that stand for no measurement; empty if there are none
 */
record ImageFacts(PresetQuery query, Boolean inverted, Optional<double[]> padding) {

	private static final int MOST_WINDOWS = 20;

	static ImageFacts of(ImagePlus image) {
		String unit = PixelValues.of(image).unit();
		MedicalImage medical = ImagePlusImages.medicalImage(image).orElse(null);
		if (medical != null && !(medical.facts().isEmpty() && medical.windows().isEmpty())) {
			PresetQuery query = PresetQuery.of(medical);
			// ImageJ forgets the unit of signed numbers (Calibration.setImage).
			String known = query.unit().isEmpty() ? unit : query.unit();
			return new ImageFacts(new PresetQuery(query.modality(), query.bodyPart(), known, query.fileWindows()),
					medical.inverted(), padding(fact(medical, "PixelPaddingValue"),
							fact(medical, "PixelPaddingRangeLimit")));
		}
		String modality = tag(image, "0008,0060");
		String photometric = tag(image, "0028,0004");
		return new ImageFacts(new PresetQuery(modality, tag(image, "0018,0015"), unit, windows(image)),
				photometric.isEmpty() ? null : photometric.equals("MONOCHROME1"),
				padding(modality(image, "0028,0120"), modality(image, "0028,0121")));
	}

	private static double fact(MedicalImage image, String key) {
		return number(image.facts().getOrDefault(key, ""));
	}

	private static Optional<double[]> padding(double value, double limit) {
		if (Double.isNaN(value)) return Optional.empty();
		double other = Double.isNaN(limit) ? value : limit;
		return Optional.of(new double[]{Math.min(value, other), Math.max(value, other)});
	}

	/** The header has the stored value; ImageJ writes a negative one of 16 bits as if it had no sign. */
	private static double modality(ImagePlus image, String tag) {
		double stored = number(tag(image, tag));
		if (tag(image, "0028,0103").equals("1") && stored > Short.MAX_VALUE) stored -= 1 << Short.SIZE;
		double slope = number(tag(image, "0028,1053"));
		double intercept = number(tag(image, "0028,1052"));
		return Double.isFinite(slope) && Double.isFinite(intercept) ? slope * stored + intercept : stored;
	}

	private static List<Window> windows(ImagePlus image) {
		double[] centers = numbers(tag(image, "0028,1050"));
		double[] widths = numbers(tag(image, "0028,1051"));
		String[] names = tag(image, "0028,1055").split("\\\\");
		String function = tag(image, "0028,1056");
		List<Window> windows = new ArrayList<>();
		for (int i = 0; i < Math.min(MOST_WINDOWS, Math.min(centers.length, widths.length)); i++) {
			if (!Double.isFinite(centers[i]) || !(widths[i] > 0) || Double.isInfinite(widths[i])) continue;
			windows.add(
					new Window(centers[i], widths[i], i < names.length ? names[i].trim() : "", function(function, widths[i])));
		}
		return windows;
	}

	private static Window.Function function(String stated, double width) {
		return switch (stated) {
			case "SIGMOID" -> Window.Function.SIGMOID;
			case "LINEAR_EXACT" -> Window.Function.LINEAR_EXACT;
			default -> width < 1 ? Window.Function.LINEAR_EXACT : Window.Function.LINEAR;
		};
	}

	private static double[] numbers(String text) {
		String[] parts = text.split("\\\\");
		double[] numbers = new double[text.isEmpty() ? 0 : parts.length];
		for (int i = 0; i < numbers.length; i++)
			numbers[i] = number(parts[i]);
		return numbers;
	}

	private static double number(String text) {
		try {
			return Double.parseDouble(text.trim());
		} catch (NumberFormatException notANumber) {
			return Double.NaN;
		}
	}

	private static String tag(ImagePlus image, String tag) {
		String value = DicomTools.getTag(image, tag);
		return value == null ? "" : value.trim();
	}
}
