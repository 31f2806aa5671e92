package org.annotomy.dicom.presentation;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.annotomy.dicom.DicomImageReader;
import org.annotomy.dicom.SyntheticSlice;
import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.DicomDatasetBuilder;
import org.annotomy.dicom.part10.DicomFileReader;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.dicom.part10.Vr;
import org.annotomy.geometry.Box;
import org.annotomy.geometry.Point;
import org.annotomy.geometry.QuarterTurn;
import org.annotomy.image.DisplayLayer;
import org.annotomy.image.DisplayLayer.Cover;
import org.annotomy.image.DisplayLayer.Drawing;
import org.annotomy.image.DisplayLayer.Picture;
import org.annotomy.image.ImageFormatException;
import org.annotomy.image.MedicalImage;
import org.annotomy.image.Window;
import org.annotomy.task.Progress;
import org.annotomy.testing.Dciodvfy;
import org.annotomy.testing.OutsideTool;
import org.annotomy.testing.SharedData;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class PresentationStateTest {

	private static final String CT = "1.2.840.10008.5.1.4.1.1.2";

	@Rule
	public TemporaryFolder temporary = new TemporaryFolder();

	private MedicalImage series;

	/** Three slices of 5 × 4 pixels whose modality values are −1023, −1022, −1021. */
	private MedicalImage series() throws IOException {
		if (series != null) return series;
		Path folder = temporary.newFolder().toPath();
		SyntheticSlice.write(folder, new double[]{0, 1, 2}, slice -> slice);
		series = new DicomImageReader().read(folder, Progress.NONE).get(0);
		return series;
	}

	private static DicomDataset image(int value) {
		return DicomDataset.builder().set("ReferencedSOPClassUID", CT).set("ReferencedSOPInstanceUID", "2.25." + value).build();
	}

	/** A state of the series' slices with a window of its own. */
	private static DicomDatasetBuilder state(DicomDataset... images) {
		DicomDataset area = DicomDataset.builder().set("DisplayedAreaTopLeftHandCorner", 1, 1)
				.set("DisplayedAreaBottomRightHandCorner", 5, 4).set("PresentationSizeMode", "SCALE TO FIT")
				.set("PresentationPixelAspectRatio", 1, 1).build();
		DicomDataset voi = DicomDataset.builder().set("WindowCenter", -1000.0).set("WindowWidth", 100.0).build();
		DicomDataset references = DicomDataset.builder().items("ReferencedImageSequence", images)
				.set("SeriesInstanceUID", SyntheticSlice.SERIES).build();
		return DicomDataset.builder().set("SOPClassUID", "1.2.840.10008.5.1.4.1.1.11.1").set("SOPInstanceUID", "2.25.7001")
				.set("StudyDate", "20260101").set("StudyTime", "120000").empty("AccessionNumber").set("Modality", "PR")
				.set("Manufacturer", "Annotomy").empty("ReferringPhysicianName").set("PatientName", "Secret^Name")
				.set("PatientID", "SECRET").empty("PatientBirthDate").empty("PatientSex").set("StudyInstanceUID", "2.25.5101")
				.set("SeriesInstanceUID", "2.25.7000").empty("StudyID").empty("Laterality").set("SeriesNumber", 99)
				.set("InstanceNumber", 1)
				.set("ContentLabel", "SECOND LOOK").empty("ContentDescription").set("PresentationCreationDate", "20260102")
				.set("PresentationCreationTime", "130000").empty("ContentCreatorName")
				.items("ReferencedSeriesSequence", references).items("DisplayedAreaSelectionSequence", area)
				.items("SoftcopyVOILUTSequence", voi).set("RescaleSlope", 1.0).set("RescaleIntercept", -1024.0)
				.set("RescaleType", "HU").set("PresentationLUTShape", "INVERSE");
	}

	private PresentationState written(DicomDatasetBuilder state) throws IOException {
		return PresentationState.read(SyntheticSlice.write(temporary.newFolder().toPath(), "state", state));
	}

	private static DicomDataset graphic(String type, String units, double... data) {
		return DicomDataset.builder().set("GraphicAnnotationUnits", units).set("GraphicDimensions", 2)
				.set("NumberOfGraphicPoints", data.length / 2).set("GraphicData", data).set("GraphicType", type)
				.set("GraphicFilled", type.equals("CIRCLE") ? "Y" : "N").build();
	}

	/** What a program of other people shows for a state with modality, VOI and presentation tables, all scrambled. */
	@Test
	public void tonesAreThoseOfDcmtk() throws Exception {
		Path state = SharedData.require("pr/prLUTs.dcm");
		Path file = SharedData.require("pr/imageForPrLUTs.dcm");
		MedicalImage image = new DicomImageReader().read(file, Progress.NONE).get(0);
		PresentationState.Look look = PresentationState.read(state).on(image);
		Path shown = temporary.newFile("shown.pgm").toPath();
		OutsideTool.must("dcmp2pgm", "-p", state.toString(), file.toString(), shown.toString());
		byte[] pgm = Files.readAllBytes(shown);
		byte[] pixels = (byte[]) image.plane(0, 0, 0);
		int start = pgm.length - pixels.length;
		Window window = look.window().orElseThrow();
		for (int i = 0; i < pixels.length; i++)
			assertEquals("pixel " + i, pgm[start + i] & 0xff, 255 * window.grey(image.scale().toModality(pixels[i] & 0xff)),
					1.01);
		assertTrue(look.notes().toString(), look.notes().get(0).startsWith("The state turns stored values into others"));
	}

	private byte[] dcmtk(Path state, Path image) throws Exception {
		Path shown = temporary.newFile().toPath();
		OutsideTool.must("dcmp2pgm", "-p", state.toString(), image.toString(), shown.toString());
		byte[] pgm = Files.readAllBytes(shown);
		return Arrays.copyOfRange(pgm, pgm.length - 512 * 512, pgm.length);
	}

	@Test
	public void turnedAndMirroredImagesAreThoseOfDcmtk() throws Exception {
		DicomDataset plain = DicomFileReader.read(SharedData.require("pr/prLUTs.dcm")).dataset();
		Path file = SharedData.require("pr/imageForPrLUTs.dcm");
		MedicalImage image = new DicomImageReader().read(file, Progress.NONE).get(0);
		byte[] straight = dcmtk(SharedData.require("pr/prLUTs.dcm"), file);
		for (int degrees = 0; degrees < 360; degrees += 90)
			for (String flip : List.of("N", "Y")) {
				Path state = SyntheticSlice.write(temporary.newFolder().toPath(), "state",
						plain.toBuilder().set("ImageRotation", degrees).set("ImageHorizontalFlip", flip));
				QuarterTurn turn = PresentationState.read(state).on(image).turn();
				assertEquals(new QuarterTurn(degrees, flip.equals("Y")), turn);
				byte[] turned = dcmtk(state, file);
				for (int y = 0; y < 512; y += 3)
					for (int x = 0; x < 512; x += 3) {
						Point before = turn.before(new Point((x + 0.5) / 512, (y + 0.5) / 512));
						assertEquals(turn.words() + " at " + x + ", " + y,
								straight[(int) (before.y() * 512) * 512 + (int) (before.x() * 512)],
								turned[y * 512 + x]);
					}
			}
	}

	@Test
	public void bitmapShuttersCoverWhatTheyCoverInDcmtk() throws Exception {
		Path file = SharedData.require("pr/imageForPrLUTs.dcm");
		MedicalImage image = new DicomImageReader().read(file, Progress.NONE).get(0);
		byte[] bits = new byte[512 * 512 / 8];
		new Random(8).nextBytes(bits);
		DicomDatasetBuilder builder = DicomFileReader.read(SharedData.require("pr/prLUTs.dcm")).dataset().toBuilder();
		builder.set("ShutterShape", "BITMAP").set("ShutterPresentationValue", 0x8000).set("ShutterOverlayGroup", 0x6000);
		int[][] numbers = {{0x10, 512}, {0x11, 512}, {0x100, 1}, {0x102, 0}};
		for (int[] number : numbers)
			builder.bytes(Tag.of(0x6000, number[0]), Vr.US, new byte[]{(byte) number[1], (byte) (number[1] >> 8)});
		builder.set(Tag.of(0x6000, 0x40), "G").bytes(Tag.of(0x6000, 0x50), Vr.SS, new byte[]{1, 0, 1, 0})
				.bytes(Tag.of(0x6000, 0x3000), Vr.OW, bits);
		Path state = SyntheticSlice.write(temporary.newFolder().toPath(), "state", builder);
		PresentationState.Look look = PresentationState.read(state).on(image);
		assertEquals(List.of("Presentation state: shutter"), look.layers().stream().map(DisplayLayer::name).toList());
		assertEquals(DisplayLayer.Kind.SHUTTER, look.layers().get(0).kind());
		Picture cover = (Picture) look.layers().get(0).content().on(0);
		assertEquals(0xff808080, cover.argb());
		byte[] open = dcmtk(SharedData.require("pr/prLUTs.dcm"), file);
		byte[] shut = dcmtk(state, file);
		for (int i = 0; i < shut.length; i++)
			assertEquals("pixel " + i, cover.isSet(i % 512, i / 512) ? 128 : open[i] & 0xff, shut[i] & 0xff, 1.01);
	}

	@Test
	public void theDisplayedAreaIsTakenOverAndPlacesInItAreSeenAfterTurning() throws IOException {
		DicomDataset area = DicomDataset.builder().set("DisplayedAreaTopLeftHandCorner", 2, 4)
				.set("DisplayedAreaBottomRightHandCorner", 4, 2).set("PresentationSizeMode", "SCALE TO FIT").build();
		DicomDataset annotation = DicomDataset.builder().set("GraphicLayer", "L")
				.items("GraphicObjectSequence", graphic("POLYLINE", "DISPLAY", 0, 0, 1, 0)).build();
		PresentationState.Look look = written(state(image(1)).set("ImageRotation", 90).set("ImageHorizontalFlip", "N")
				.items("DisplayedAreaSelectionSequence", area).items("GraphicAnnotationSequence", annotation)).on(series());
		assertEquals(new Box(1, 1, 3, 3), look.area().orElseThrow());
		Drawing drawing = (Drawing) look.layers().get(0).content().on(0);
		assertEquals("the upper edge of what is seen is the left one of the image, from its lower end",
				new java.awt.geom.Rectangle2D.Double(1, 1, 0, 3), drawing.figures().get(0).outline().getBounds2D());
		assertTrue("all of it is nothing to tell", written(state(image(1))).on(series()).area().isEmpty());
	}

	@Test
	public void windowAndInversionAreTakenOver() throws IOException {
		PresentationState state = written(state(image(1), image(2), image(3)));
		PresentationState.Look look = state.on(series());
		assertEquals(Window.linear(-1000, 100, "Presentation state"), look.window().orElseThrow());
		assertEquals(true, look.inverted().orElseThrow());
		assertEquals(List.of(), look.notes());
		assertEquals("SECOND LOOK", state.label());
	}

	@Test
	public void graphicsLieOnThePlanesThatTheyAreFor() throws Exception {
		DicomDataset text = DicomDataset.builder().set("UnformattedTextValue", "look here")
				.set("AnchorPointAnnotationUnits", "PIXEL")
				.set("AnchorPoint", 1.5, 2.5).set("AnchorPointVisibility", "N").build();
		DicomDataset annotation = DicomDataset.builder().items("ReferencedImageSequence", image(2)).set("GraphicLayer", "LAYER1")
				.items("TextObjectSequence", text)
				.items("GraphicObjectSequence", graphic("POLYLINE", "PIXEL", 0, 0, 5, 4), graphic("CIRCLE", "PIXEL", 2, 2, 3, 2),
						graphic("ELLIPSE", "DISPLAY", 0, 0.5, 1, 0.5, 0.5, 0.25, 0.5, 0.75))
				.build();
		DicomDataset layer = DicomDataset.builder().set("GraphicLayer", "LAYER1").set("GraphicLayerOrder", 1).build();
		DicomDatasetBuilder whole = state(image(1), image(2), image(3)).items("GraphicAnnotationSequence", annotation)
				.items("GraphicLayerSequence", layer);
		assertEquals("the test's own state is sound", List.of(),
				Dciodvfy.errors(SyntheticSlice.write(temporary.newFolder().toPath(), "state", whole)));
		PresentationState.Look look = written(whole).on(series());
		assertEquals(1, look.layers().size());
		DisplayLayer shown = look.layers().get(0);
		assertEquals("Presentation state: LAYER1", shown.name());
		assertNull(shown.content().on(0));
		assertNull(shown.content().on(2));
		Drawing drawing = (Drawing) shown.content().on(1);
		assertEquals("look here", drawing.words().get(0).text());
		assertEquals(2.5, drawing.words().get(0).y(), 0);
		assertEquals(new java.awt.Rectangle(0, 0, 5, 4), drawing.figures().get(0).outline().getBounds());
		assertTrue(drawing.figures().get(1).filled());
		assertEquals(new java.awt.geom.Rectangle2D.Double(1, 1, 2, 2), drawing.figures().get(1).outline().getBounds2D());
		java.awt.geom.Rectangle2D ellipse = drawing.figures().get(2).outline().getBounds2D();
		assertEquals("the displayed area is the image", 5, ellipse.getWidth(), 1e-6);
		assertEquals(2, ellipse.getHeight(), 1e-6);
	}

	@Test
	public void theShutterCoversTheImagesOfTheState() throws IOException {
		PresentationState.Look look = written(state(image(1), image(3)).set("ShutterShape", "RECTANGULAR")
				.set("ShutterLeftVerticalEdge", 2).set("ShutterRightVerticalEdge", 4).set("ShutterUpperHorizontalEdge", 1)
				.set("ShutterLowerHorizontalEdge", 3).set("ShutterPresentationValue", 0)).on(series());
		Cover cover = (Cover) look.layers().get(0).content().on(2);
		assertEquals(new java.awt.Rectangle(1, 0, 3, 3), cover.visible().getBounds());
		assertNull("not referenced", look.layers().get(0).content().on(1));
	}

	@Test
	public void whatIsNotUnderstoodIsToldAndWhatDoesNotFitIsRefused() throws IOException {
		DicomDataset annotation = DicomDataset.builder().set("GraphicLayer", "L")
				.items("GraphicObjectSequence", graphic("SPIRAL", "PIXEL", 0, 0, 5, 4),
						graphic("POLYLINE", "PIXEL", 1, Double.NaN, 2, 3))
				.build();
		PresentationState.Look look = written(state(image(1)).set("ImageRotation", 45).set("ImageHorizontalFlip", "N")
				.items("GraphicAnnotationSequence", annotation)).on(series());
		assertEquals(List.of(
				"The state turns the image by an angle that is no quarter, which the standard does not know; it is not turned.",
				"Some graphics of the state are broken or of a kind that is not understood; they are not shown."), look.notes());
		assertEquals(List.of("The state's shutter is a bitmap that it does not hold; it is not shown."),
				written(state(image(1)).set("ShutterShape", "BITMAP").set("ShutterOverlayGroup", 0x6000)).on(series()).notes());
		assertRefused("This presentation state is for other images", state(image(77)));
		assertRefused("The presentation state turns stored values into other ones", state(image(1)).set("RescaleIntercept", 0.0));
		assertRefused("This presentation state is for images in colour",
				state(image(1)).set("SOPClassUID", "1.2.840.10008.5.1.4.1.1.11.2"));
		assertRefused("this file is another object: Blending Softcopy Presentation State Storage.",
				state(image(1)).set("SOPClassUID", "1.2.840.10008.5.1.4.1.1.11.4"));
		assertRefused("this file is another object: CT Image Storage.", SyntheticSlice.at(0, 1));
	}

	private void assertRefused(String words, DicomDatasetBuilder state) {
		ImageFormatException refusal = assertThrows(ImageFormatException.class, () -> written(state).on(series()));
		assertTrue(refusal.getMessage(), refusal.getMessage().contains(words));
	}
}
