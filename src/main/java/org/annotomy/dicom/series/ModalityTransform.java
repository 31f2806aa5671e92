package org.annotomy.dicom.series;

import java.util.Map;
import java.util.Optional;

import org.annotomy.dicom.codec.LookupTable;
import org.annotomy.dicom.codec.PixelFormat;
import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.image.ImageFormatException;

/**
 * From stored to modality values of one frame (PS3.3 C.11.1): a table, else slope and intercept.
 *
 * @param table null if the transform is linear
 * @param unit such as {@code HU}; empty if unknown
 */
record ModalityTransform(double slope, double intercept, LookupTable table, String unit) {

	private static final Map<String, String> RESCALE_TYPES = Map.of("HU", "HU", "OD", "10^-3 OD", "PCT", "%", "MGML", "mg/ml",
			"HU_MOD",
			"HU");
	private static final Map<String, String> PET_UNITS = Map.of("BQML", "Bq/ml", "GML", "g/ml", "CNTS", "counts", "PROPCNTS",
			"counts",
			"CPS", "counts/s", "PCNT", "%", "CM2ML", "cm2/ml");

	/** @throws ImageFormatException if the modality lookup table is broken */
	static ModalityTransform of(SliceFrame frame) throws ImageFormatException {
		DicomDataset dataset = frame.dataset();
		boolean signed = frame.instance().format().signed();
		Optional<LookupTable> table = LookupTable.of(dataset, Tag.MODALITY_LUT_SEQUENCE, signed);
		if (table.isPresent()) {
			String type = dataset.item(Tag.MODALITY_LUT_SEQUENCE).flatMap(item -> item.string(Tag.MODALITY_LUT_TYPE)).orElse("");
			return new ModalityTransform(1, 0, table.get(), RESCALE_TYPES.getOrDefault(type, ""));
		}
		double dose = dataset.number(Tag.DOSE_GRID_SCALING, 0);
		if (dose > 0) return new ModalityTransform(dose, 0, null, "GY".equals(dataset.string(Tag.DOSE_UNITS, "")) ? "Gy" : "");
		double slope = frame.attributes().number(Tag.PIXEL_VALUE_TRANSFORMATION_SEQUENCE, Tag.RESCALE_SLOPE, 1);
		double intercept = frame.attributes().number(Tag.PIXEL_VALUE_TRANSFORMATION_SEQUENCE, Tag.RESCALE_INTERCEPT, 0);
		boolean usable = slope != 0 && Double.isFinite(slope) && Double.isFinite(intercept);
		return new ModalityTransform(usable ? slope : 1, usable ? intercept : 0, null, usable ? unit(frame) : "");
	}

	private static String unit(SliceFrame frame) {
		String type = frame.attributes().string(Tag.PIXEL_VALUE_TRANSFORMATION_SEQUENCE, Tag.RESCALE_TYPE).orElse("");
		if (!type.isEmpty()) return RESCALE_TYPES.getOrDefault(type, PET_UNITS.getOrDefault(type, ""));
		if (frame.instance().modality().equals("CT")) return "HU";
		return PET_UNITS.getOrDefault(frame.dataset().string(Tag.UNITS, ""), "");
	}

	/** Whether modality values of the frame can be negative: then the input of its VOI tables is signed (PS3.3 C.11.2.1.1). */
	static boolean hasNegativeOutput(SliceFrame frame) {
		PixelFormat format = frame.instance().format();
		if (format.real()) return true;
		try {
			ModalityTransform transform = of(frame);
			if (transform.table != null) return false;
			double half = Math.pow(2, format.bitsStored() - 1d);
			double low = format.signed() ? -half : 0;
			double high = format.signed() ? half - 1 : 2 * half - 1;
			return Math.min(transform.apply(low), transform.apply(high)) < 0;
		} catch (ImageFormatException e) {
			return format.signed();
		}
	}

	boolean isSameAs(ModalityTransform other) {
		return table == null && other.table == null && slope == other.slope && intercept == other.intercept;
	}

	double apply(double stored) {
		return table == null ? slope * stored + intercept : table.apply((int) stored);
	}
}
