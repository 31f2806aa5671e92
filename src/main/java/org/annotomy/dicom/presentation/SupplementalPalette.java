package org.annotomy.dicom.presentation;

import java.util.List;
import java.util.Optional;

import org.annotomy.dicom.codec.Palette;
import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.image.DisplayLayer;
import org.annotomy.image.DisplayLayer.Colours;
import org.annotomy.image.DisplayLayer.Kind;
import org.annotomy.image.ImageFormatException;
import org.annotomy.image.ValueScale;

/** Colours for the values above a threshold in an image of grey values (PS3.3 C.7.6.19, Supplemental Palette Color Lookup Table). */
public final class SupplementalPalette {

	private SupplementalPalette() {}

	/**
	 * @param scale from stored to modality values
	 * @param warnings is added to
	 */
	public static Optional<DisplayLayer> of(DicomDataset dataset, ValueScale scale, List<String> warnings) {
		String wanted = dataset.string(Tag.PIXEL_PRESENTATION, "");
		boolean colour = (wanted.equals("COLOR") || wanted.equals("MIXED"))
				&& dataset.string(Tag.PHOTOMETRIC_INTERPRETATION, "").equals("MONOCHROME2")
				&& dataset.has(Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR);
		if (!colour) return Optional.empty();
		try {
			Palette palette = Palette.of(dataset);
			Colours colours = new Colours(scale.toModality(palette.first()), scale.slope(), palette.argb());
			return Optional.of(new DisplayLayer("Colours of the file", Kind.COLOUR, plane -> colours));
		} catch (ImageFormatException e) {
			warnings.add("The colours that the file has for some of its values are broken and not shown.");
			return Optional.empty();
		}
	}
}
