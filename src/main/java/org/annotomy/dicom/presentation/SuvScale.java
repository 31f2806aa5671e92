package org.annotomy.dicom.presentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.Moment;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.image.ValueMeaning;
import org.annotomy.image.ValueScale;

/**
 * SUV by body weight of PET values (QIBA's vendor-neutral rules): activity concentration · weight ÷ injected dose, decayed to the time that
 * the values are decayed to. Says what went in, or what is missing; nothing is guessed.
 */
public final class SuvScale {

	static final String NAME = "SUVbw";
	private static final String UNIT = "g/ml";
	private static final double GRAMS = 1000;
	private static final double LEAST_DOSE_BQ = 1e5;
	private static final double LARGEST_DOSE_BQ = 1e11;
	private static final double HEAVIEST_KG = 700;
	private static final double LONGEST_WAIT_S = 24 * 3600;

	private final List<DicomDataset> files;
	private final DicomDataset dataset;
	private final List<String> missing = new ArrayList<>();

	private SuvScale(List<DicomDataset> files) {
		this.files = files;
		this.dataset = files.get(0);
	}

	/** @param files headers of all files of the image, at least one; empty is returned unless they are PET */
	public static Optional<ValueMeaning> of(List<DicomDataset> files) {
		if (!files.get(0).string(Tag.MODALITY, "").equals("PT")) return Optional.empty();
		return Optional.of(new SuvScale(files).meaning());
	}

	private ValueMeaning meaning() {
		return switch (dataset.string(Tag.UNITS, "")) {
			case "BQML" -> ofActivity();
			case "GML" -> ofGramsPerMillilitre();
			default -> refused("the values are in other units than Bq/ml or g/ml (Units (0054,1001))");
		};
	}

	private ValueMeaning ofGramsPerMillilitre() {
		String type = dataset.string(Tag.SUV_TYPE, "BW");
		return type.equals("BW")
				? new ValueMeaning(NAME, new ValueScale(1, 0, UNIT),
						"The values of the file are SUV by body weight already (Units GML).")
				: refused("the values are SUV of another type (SUV Type (0054,1006) is not BW)");
	}

	private ValueMeaning ofActivity() {
		DicomDataset drug = dataset.item(Tag.RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE).orElse(DicomDataset.EMPTY);
		double weightKg = within(dataset.number(Tag.PATIENT_WEIGHT, 0), 0.1, HEAVIEST_KG, "the weight (Patient's Weight)");
		double doseBq = within(drug.number(Tag.RADIONUCLIDE_TOTAL_DOSE, 0), LEAST_DOSE_BQ, LARGEST_DOSE_BQ,
				"the injected dose in Bq (Radionuclide Total Dose)");
		List<String> corrections = dataset.strings(Tag.CORRECTED_IMAGE);
		if (!corrections.contains("ATTN")) missing.add("attenuation correction (Corrected Image)");
		if (!corrections.contains("DECY")) missing.add("decay correction (Corrected Image)");
		double halfLifeS = 0;
		double waitS = 0;
		String decay = dataset.string(Tag.DECAY_CORRECTION, "");
		if (decay.equals("START")) {
			halfLifeS = within(drug.number(Tag.RADIONUCLIDE_HALF_LIFE, 0), 1, 1e9, "the half-life (Radionuclide Half Life)");
			waitS = within(waitSeconds(drug), 0, LONGEST_WAIT_S, "the times of injection and scan");
		} else if (!decay.equals("ADMIN")) missing.add("a decay correction to the start or to the injection (Decay Correction)");
		if (!missing.isEmpty()) return refused("the file lacks, or gives no sensible value for, " + String.join(", ", missing));
		double decayedBq = halfLifeS > 0 ? doseBq * Math.pow(2, -waitS / halfLifeS) : doseBq;
		return new ValueMeaning(NAME, new ValueScale(weightKg * GRAMS / decayedBq, 0, UNIT),
				words(weightKg, doseBq, waitS, halfLifeS));
	}

	private static String words(double weightKg, double doseBq, double waitS, double halfLifeS) {
		String decayed = halfLifeS > 0
				? String.format(Locale.ROOT, " decayed for %.1f min with a half-life of %.1f min", waitS / 60, halfLifeS / 60)
				: "; the values are corrected to the injection";
		return String.format(Locale.ROOT, "SUVbw = Bq/ml × weight %.1f kg ÷ dose %.1f MBq%s.", weightKg, doseBq / 1e6, decayed);
	}

	private double within(double value, double least, double most, String what) {
		if (!(value >= least && value <= most)) missing.add(what);
		return value;
	}

	private static ValueMeaning refused(String why) {
		return ValueMeaning.missing(NAME, "SUV cannot be computed: " + why + ".");
	}

	/** From injection to the start of the scan; NaN if a time is missing. A scan after midnight belongs to the day before. */
	private double waitSeconds(DicomDataset drug) {
		String injection = drug.string(Tag.RADIOPHARMACEUTICAL_START_DATE_TIME, "");
		Moment injected = injection.isEmpty()
				? Moment.of("", drug.string(Tag.RADIOPHARMACEUTICAL_START_TIME, ""))
				: Moment.ofDateTime(injection);
		return scanStart().secondsAfter(injected);
	}

	/** When the series began; where that was set anew by a later reconstruction, when the first acquisition did. */
	private Moment scanStart() {
		Moment series = Moment.of(dataset.string(Tag.SERIES_DATE, ""), dataset.string(Tag.SERIES_TIME, ""));
		Moment first = null;
		for (DicomDataset file : files) {
			Moment acquired = Moment.of(file.string(Tag.ACQUISITION_DATE, ""), file.string(Tag.ACQUISITION_TIME, ""));
			if (acquired.isKnown() && (first == null || acquired.isBefore(first))) first = acquired;
		}
		return first != null && (!series.isKnown() || first.isBefore(series)) ? first : series;
	}
}
