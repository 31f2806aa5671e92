package org.annotomy.imagej.display;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.annotomy.dicom.presentation.PresentationState;
import org.annotomy.display.Margin;
import org.annotomy.geometry.QuarterTurn;
import org.annotomy.image.MedicalImage;
import org.annotomy.imagej.FileLayers;
import org.annotomy.imagej.ImagePlusImages;

import ij.ImagePlus;

/** Shows an open image as a DICOM presentation state wants it. Pixels and values stay; {@link DisplayWindow#reset} and {@link #remove} lead back. */
public final class PresentationStates {

	private PresentationStates() {}

	/**
	 * What came of a state.
	 *
	 * @param turn how it wants the image turned: the image itself never is, so that places stay those of its file
	 * @param notes what it says besides and is not shown, a sentence each
	 */
	public record Applied(QuarterTurn turn, List<String> notes) {}

	/**
	 * Shows tones, layers and the displayed area.
	 *
	 * @throws IOException if the file is no such state, or not one for this image; then nothing has changed
	 * @throws IllegalArgumentException if the image was not opened by Annotomy
	 */
	public static Applied apply(ImagePlus image, Path file) throws IOException {
		MedicalImage source = ImagePlusImages.requirePixels(image);
		if (source.identity().sopUids().isEmpty())
			throw new IllegalArgumentException(
					"Presentation states are for DICOM images. If this is one, open it with Open Study...");
		PresentationState.Look look = PresentationState.read(file).on(source);
		if (DisplayWindow.isWindowed(image)) {
			DisplayWindow display = DisplayWindow.of(image);
			look.window().ifPresent(display::apply);
			look.inverted().ifPresent(display::setInverted);
		}
		FileLayers.showBesides(image, look.layers());
		look.area().ifPresent(area -> Zoom.of(image).toBox(area, Margin.NONE));
		return new Applied(look.turn(), look.notes());
	}

	/** The look that the image's own file wants. */
	public static void remove(ImagePlus image) {
		if (DisplayWindow.isWindowed(image)) DisplayWindow.of(image).reset();
		FileLayers.showBesides(image, List.of());
	}
}
