package org.annotomy.imagej.display;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.annotomy.dicom.DicomImageReader;
import org.annotomy.dicom.SyntheticSlice;
import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.geometry.QuarterTurn;
import org.annotomy.image.ImageFormatException;
import org.annotomy.image.Window;
import org.annotomy.imagej.FileLayers;
import org.annotomy.imagej.ImagePlusFactory;
import org.annotomy.task.Progress;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import ij.ImagePlus;
import ij.process.ShortProcessor;

public class PresentationStatesTest {

	@Rule
	public TemporaryFolder temporary = new TemporaryFolder();

	private ImagePlus image;
	private Path state;

	@Before
	public void open() throws IOException {
		Path file = SyntheticSlice.write(temporary.newFolder().toPath(), "ct", SyntheticSlice.at(0, 1));
		image = ImagePlusFactory.open(new DicomImageReader().read(file, Progress.NONE).get(0));
		state = write("2.25.1");
	}

	private Path write(String uid) throws IOException {
		DicomDataset reference = DicomDataset.builder().set("ReferencedSOPInstanceUID", uid).build();
		DicomDataset line = DicomDataset.builder().set("GraphicAnnotationUnits", "PIXEL").set("GraphicData", 0.0, 2.0, 5.0, 2.0)
				.set("GraphicType", "POLYLINE").build();
		return SyntheticSlice.write(temporary.newFolder().toPath(), "state", DicomDataset.builder()
				.set("SOPClassUID", "1.2.840.10008.5.1.4.1.1.11.1").set("SOPInstanceUID", "2.25.9").set("Modality", "PR")
				.items("ReferencedSeriesSequence", DicomDataset.builder().items("ReferencedImageSequence", reference).build())
				.items("SoftcopyVOILUTSequence",
						DicomDataset.builder().set("WindowCenter", -1000.0).set("WindowWidth", 100.0).build())
				.set("RescaleSlope", 1.0).set("RescaleIntercept", -1024.0).set("PresentationLUTShape", "INVERSE")
				.items("GraphicAnnotationSequence",
						DicomDataset.builder().set("GraphicLayer", "MARKS").items("GraphicObjectSequence", line).build()));
	}

	@Test
	public void theStateIsShownAndTakenAwayAgain() throws IOException {
		short[] before = ((short[]) image.getProcessor().getPixels()).clone();
		assertEquals(new PresentationStates.Applied(QuarterTurn.NONE, List.of()), PresentationStates.apply(image, state));
		assertEquals(Window.linear(-1000, 100, "Presentation state"), DisplayWindow.of(image).window());
		assertTrue(DisplayWindow.of(image).isInverted());
		assertEquals(List.of("Presentation state: MARKS"), FileLayers.of(image).orElseThrow().names());
		PresentationStates.apply(image, state);
		assertEquals("once, however often", 1, FileLayers.of(image).orElseThrow().names().size());
		assertTrue("the line is painted", isYellow(painted(), 2, 1) || isYellow(painted(), 2, 2));
		PresentationStates.remove(image);
		assertEquals(List.of(), FileLayers.of(image).orElseThrow().names());
		assertEquals(400, DisplayWindow.of(image).window().width(), 0);
		assertFalse(DisplayWindow.of(image).isInverted());
		org.junit.Assert.assertArrayEquals(before, (short[]) image.getProcessor().getPixels());
	}

	private BufferedImage painted() {
		BufferedImage canvas = new BufferedImage(5, 4, BufferedImage.TYPE_INT_ARGB);
		for (ij.gui.Roi roi : image.getOverlay())
			roi.draw(canvas.getGraphics());
		return canvas;
	}

	private static boolean isYellow(BufferedImage picture, int x, int y) {
		int argb = picture.getRGB(x, y);
		return (argb >> 16 & 255) > 100 && (argb & 255) < 140;
	}

	@Test
	public void whatDoesNotFitChangesNothing() throws IOException {
		Path other = write("2.25.77");
		assertThrows(ImageFormatException.class, () -> PresentationStates.apply(image, other));
		assertTrue(FileLayers.of(image).isEmpty());
		ImagePlus plain = new ImagePlus("plain", new ShortProcessor(5, 4));
		assertThrows(IllegalArgumentException.class, () -> PresentationStates.apply(plain, state));
	}
}
