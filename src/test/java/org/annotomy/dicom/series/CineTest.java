package org.annotomy.dicom.series;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.annotomy.dicom.DicomImageReader;
import org.annotomy.dicom.SyntheticSlice;
import org.annotomy.dicom.part10.DicomDatasetBuilder;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.dicom.part10.Vr;
import org.annotomy.image.MedicalImage;
import org.annotomy.image.TimeAxis;
import org.annotomy.imagej.ImagePlusFactory;
import org.annotomy.task.Progress;
import org.annotomy.testing.SharedData;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import ij.ImagePlus;

/** How fast films play, and what is told of it. */
public class CineTest {

	private static final int FRAMES = 5;
	private static final byte[] POINTER_TO_VECTOR = {0x18, 0, 0x65, 0x10};

	@Rule
	public TemporaryFolder temporary = new TemporaryFolder();

	private static DicomDatasetBuilder film() {
		short[] pixels = new short[FRAMES * 20];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = (short) i;
		return SyntheticSlice.at(0, 1).set("Modality", "XA").set("NumberOfFrames", FRAMES).pixels(pixels);
	}

	private MedicalImage read(DicomDatasetBuilder film) throws IOException {
		Path folder = temporary.newFolder().toPath();
		SyntheticSlice.write(folder, "film", film);
		return new DicomImageReader().read(folder, Progress.NONE).get(0);
	}

	private void assertPlaysAt(double perSecond, DicomDatasetBuilder film) throws IOException {
		MedicalImage image = read(film);
		assertEquals(FRAMES, image.timePoints());
		ImagePlus shown = ImagePlusFactory.open(image);
		assertEquals("what ImageJ's play button takes", perSecond, shown.getCalibration().fps, 1e-6);
		assertEquals(1 / perSecond, shown.getCalibration().frameInterval, 1e-9);
		assertEquals("sec", shown.getCalibration().getTimeUnit());
		assertEquals("5 time points, played at " + Math.round(perSecond) + " per second",
				image.timeAxis().describe(FRAMES, image.frameTimeMs()));
	}

	@Test
	public void atTheTimeOfItsFrames() throws IOException {
		assertPlaysAt(25, film().set("FrameTime", 40d).set("CineRate", 10));
		assertPlaysAt(20, film().set("FrameTimeVector", 0d, 50d, 50d, 50d, 50d));
		assertPlaysAt(20, film().set("FrameTimeVector", 0d, 50d, 50d, 50d, 50d).set("FrameTime", 40d)
				.bytes(Tag.FRAME_INCREMENT_POINTER, Vr.AT, POINTER_TO_VECTOR));
		assertPlaysAt(10, film().set("CineRate", 10).set("RecommendedDisplayFrameRate", 15));
		assertPlaysAt(15, film().set("RecommendedDisplayFrameRate", 15));
	}

	@Test
	public void unevenlyTimedFramesAreSaidToBeSo() throws IOException {
		MedicalImage image = read(film().set("FrameTimeVector", 0d, 20d, 80d, 20d, 80d));
		assertEquals(50, image.frameTimeMs(), 1e-9);
		assertEquals(List.of("+0.0 ms", "+20.0 ms", "+100.0 ms", "+120.0 ms", "+200.0 ms"), image.timeAxis().labels());
		assertTrue(image.warnings().contains("The frames are unevenly timed (20.0 to 80.0 ms): the film plays at their mean."));
		assertEquals("+100.0 ms", ImagePlusFactory.open(image).getStack().getSliceLabel(3));
	}

	@Test
	public void nonsenseIsNotPlayed() throws IOException {
		MedicalImage image = read(film().set("FrameTime", -3d).set("CineRate", 0));
		assertTrue(Double.isNaN(image.frameTimeMs()));
		assertEquals("5 time points", image.timeAxis().describe(FRAMES, image.frameTimeMs()));
	}

	@Test
	public void axesInAFewWords() {
		assertEquals("", TimeAxis.TIME.describe(1, 40));
		assertEquals("3 points along t: echo time", new TimeAxis("echo time", List.of()).describe(3, Double.NaN));
		assertEquals("120 time points, 2 s apart", TimeAxis.TIME.describe(120, 2000));
		assertTrue(new TimeAxis("acquisition time", List.of()).isTime());
		assertTrue(!new TimeAxis("time × echo time", List.of()).isTime());
	}

	@Test
	public void volumesOfUnevenSlicesAreRefused() throws IOException {
		Path folder = temporary.newFolder().toPath();
		SyntheticSlice.write(folder, new double[]{0, 1, 2.3, 3.1, 4.6, 5.2, 7}, b -> b);
		MedicalImage uneven = new DicomImageReader().read(folder, Progress.NONE).get(0);
		assertTrue(assertThrows(IllegalStateException.class, uneven::requireEvenSlices).getMessage()
				.contains("Resample To Even Slices..."));
		read(film()).requireEvenSlices();
	}

	@Test
	public void aRealUltrasoundFilm() throws IOException {
		MedicalImage image = new DicomImageReader().read(SharedData.require("us/cine_ybr_30f.dcm"), Progress.NONE).get(0);
		assertEquals("30 time points, played at 30 per second", image.timeAxis().describe(30, image.frameTimeMs()));
	}
}
