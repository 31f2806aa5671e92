package org.annotomy.dicom.presentation;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.annotomy.dicom.codec.LookupTable;
import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.DicomFileReader;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.image.ImageFormatException;
import org.annotomy.image.MedicalImage;
import org.annotomy.image.ToneCurve;
import org.annotomy.image.ValueScale;
import org.annotomy.image.Window;

/**
 * The grey scale of a presentation state (PS3.3 C.11.1, C.11.8, C.11.6): its modality transform, window or VOI table, and presentation table, put
 * together to one window over the modality values that the image has.
 */
final class StateTones {

	private static final String OTHER_VALUES = "The presentation state turns stored values into other ones than the image's own file does, so its window does "
			+ "not fit.";

	private final DicomDataset state;
	private final DicomDataset header;
	private final StatePlanes planes;
	private final List<String> notes;

	/** @param image whose first file says how stored values become modality values */
	StateTones(DicomDataset state, MedicalImage image, StatePlanes planes, List<String> notes) throws IOException {
		this.state = state;
		this.header = DicomFileReader.readHeader(image.files().get(0)).dataset();
		this.planes = planes;
		this.notes = notes;
	}

	Optional<Window> window() throws IOException {
		boolean signed = header.integer(Tag.PIXEL_REPRESENTATION, 0) == 1;
		LookupTable own = LookupTable.of(state, Tag.MODALITY_LUT_SEQUENCE, signed).orElse(null);
		if (header.has(Tag.MODALITY_LUT_SEQUENCE)) throw new ImageFormatException(OTHER_VALUES);
		ValueScale scale = scaleOf(header.item(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE)
				.flatMap(groups -> groups.item(Tag.PIXEL_VALUE_TRANSFORMATION_SEQUENCE)).orElse(header));
		if (own == null) requireSame(scaleOf(state), scale);
		Window shown = chosen(own == null && (signed || scale.intercept() < 0));
		if (shown == null && own == null) return Optional.empty();
		if (shown == null) shown = Window.linear((1 << own.bits()) / 2.0, 1 << own.bits(), "");
		Window bent = PresentationLut.appliedTo(List.of(shown), state, notes).get(0);
		if (own != null) bent = throughTable(bent, own, scale);
		return Optional.of(bent.named("Presentation state"));
	}

	/** The first that concerns this image. */
	private Window chosen(boolean signed) {
		for (DicomDataset item : state.items(Tag.SOFTCOPY_VOILUT_SEQUENCE)) {
			List<Window> windows = planes.concerns(item) ? VoiWindows.of(item, signed, notes) : List.of();
			if (!windows.isEmpty()) return windows.get(0);
		}
		return null;
	}

	private static ValueScale scaleOf(DicomDataset dataset) {
		double slope = dataset.number(Tag.RESCALE_SLOPE, 1);
		double intercept = dataset.number(Tag.RESCALE_INTERCEPT, 0);
		boolean usable = slope != 0 && Double.isFinite(slope) && Double.isFinite(intercept);
		return usable ? new ValueScale(slope, intercept, "") : ValueScale.IDENTITY;
	}

	private static void requireSame(ValueScale stated, ValueScale found) throws ImageFormatException {
		boolean same = Math.abs(stated.slope() - found.slope()) <= 1e-9 * Math.abs(found.slope())
				&& Math.abs(stated.intercept() - found.intercept()) <= 1e-9 * Math.max(1, Math.abs(found.intercept()));
		if (!same) throw new ImageFormatException(OTHER_VALUES);
	}

	/** The state has a modality table of its own: what it makes grey of each stored value, over the values that this image has for them. */
	private Window throughTable(Window window, LookupTable own, ValueScale scale) {
		ToneCurve curve = new ToneCurve(own.first(), 1, floats(own.values())).map(window::grey);
		notes.add(
				"The state turns stored values into others before it shows them. It looks as there; values under the pointer stay those of the file.");
		return Window.of(curve.over(scale), "");
	}

	private static float[] floats(int[] values) {
		float[] floats = new float[values.length];
		for (int i = 0; i < floats.length; i++)
			floats[i] = values[i];
		return floats;
	}
}
