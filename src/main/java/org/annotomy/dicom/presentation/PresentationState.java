package org.annotomy.dicom.presentation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.DicomFileReader;
import org.annotomy.dicom.part10.DicomUids;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.geometry.Box;
import org.annotomy.geometry.QuarterTurn;
import org.annotomy.image.DisplayLayer;
import org.annotomy.image.DisplayLayer.Kind;
import org.annotomy.image.ImageFormatException;
import org.annotomy.image.MedicalImage;
import org.annotomy.image.Window;

/**
 * How somebody wanted images to be shown: a Grayscale or Color Softcopy Presentation State (PS3.3 A.33.1, A.33.2). Its tones, shutter, overlays and
 * graphics are taken over; what else it says is told. Nothing changes a pixel or a value.
 */
public final class PresentationState {

	private static final String GREY = "1.2.840.10008.5.1.4.1.1.11.1";
	private static final String COLOUR = "1.2.840.10008.5.1.4.1.1.11.2";
	/** What {@link #read} understands. */
	public static final Set<String> SOP_CLASSES = Set.of(GREY, COLOUR);
	private static final String PLAIN_LABEL = "[A-Z0-9_ ]{1,16}";

	private final DicomDataset dataset;
	private final boolean grey;

	private PresentationState(DicomDataset dataset, boolean grey) {
		this.dataset = dataset;
		this.grey = grey;
	}

	/**
	 * What an image is to look like.
	 *
	 * @param window in modality values; empty if the state leaves it as it is, or the image is in colour
	 * @param inverted whether low values are bright; empty if the image is in colour
	 * @param layers over its planes, in the order in which they are painted
	 * @param turn how the state turns the image; places in it stay those of the file
	 * @param area what part of the image is to be seen, in pixels of the file; empty for all of it
	 * @param notes what the state says besides and is not shown, a sentence each
	 */
	public record Look(Optional<Window> window, Optional<Boolean> inverted, List<DisplayLayer> layers, QuarterTurn turn,
			Optional<Box> area, List<String> notes) {}

	/** @throws ImageFormatException if the file is no presentation state that is understood; the message says what it is */
	public static PresentationState read(Path file) throws IOException {
		DicomDataset dataset = DicomFileReader.read(file).dataset();
		String kind = dataset.string(Tag.SOP_CLASS_UID, "");
		if (SOP_CLASSES.contains(kind)) return new PresentationState(dataset, kind.equals(GREY));
		String name = DicomUids.sopClass(kind).orElse("of a kind that the standard does not know");
		throw new ImageFormatException(
				"Presentation states for grey and colour images are understood, but this file is another object: "
						+ name + ".");
	}

	/** Its Content Label, a code; empty if it has none. */
	public String label() {
		String label = dataset.string(Tag.CONTENT_LABEL, "");
		return label.matches(PLAIN_LABEL) ? label.strip() : "";
	}

	/**
	 * @param image as it was opened from DICOM files
	 * @throws ImageFormatException if the state is for other images, or for another kind of image, or would change what values mean
	 */
	public Look on(MedicalImage image) throws IOException {
		StatePlanes planes = new StatePlanes(dataset, image);
		planes.requireAny();
		boolean colourImage = image.isColour();
		if (grey == colourImage)
			throw new ImageFormatException(
					"This presentation state is for images in " + (grey ? "grey" : "colour") + ", but the image is in "
							+ (colourImage ? "colour" : "grey") + ".");
		List<String> notes = new ArrayList<>(planes.notes());
		Optional<Window> window = grey ? new StateTones(dataset, image, planes, notes).window() : Optional.empty();
		Optional<Boolean> inverted = grey
				? Optional.of(dataset.string(Tag.PRESENTATION_LUT_SHAPE, "").equals("INVERSE"))
				: Optional.empty();
		List<DisplayLayer> layers = new ArrayList<>();
		shutter(image)
				.ifPresent(cover -> layers.add(new DisplayLayer("Presentation state: shutter", Kind.SHUTTER, planes.all(cover))));
		overlays(planes, layers, notes);
		DisplayedArea displayed = DisplayedArea.of(dataset, planes, notes);
		layers.addAll(new StateGraphics(dataset, planes, displayed, notes).layers());
		return new Look(window, inverted, layers, displayed.turn(), displayed.part(), notes);
	}

	private Optional<DisplayLayer.Cover> shutter(MedicalImage image) {
		return Shutter.of(dataset.toBuilder().set(Tag.COLUMNS, image.width()).set(Tag.ROWS, image.height()).build());
	}

	private void overlays(StatePlanes planes, List<DisplayLayer> layers, List<String> notes) throws IOException {
		int bitmap = Shutter.bitmapGroup(dataset);
		boolean covered = false;
		for (OverlayPlane overlay : OverlayPlane.of(dataset, notes)) {
			DisplayLayer.Picture picture = overlay.picture(0);
			if (picture == null) continue;
			boolean shutter = overlay.group() == bitmap;
			covered |= shutter;
			layers.add(shutter
					? new DisplayLayer("Presentation state: shutter", Kind.SHUTTER,
							planes.all(picture.in(0xff000000 | Shutter.rgb(dataset))))
					: new DisplayLayer("Presentation state: overlay " + overlay.number(), Kind.OVERLAY, planes.all(picture)));
		}
		if (bitmap != 0 && !covered) notes.add("The state's shutter is a bitmap that it does not hold; it is not shown.");
	}
}
