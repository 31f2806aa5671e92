package org.annotomy.dicom.series;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.annotomy.dicom.DicomImageReader;
import org.annotomy.dicom.SyntheticSlice;
import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.DicomDatasetBuilder;
import org.annotomy.geometry.Affine;
import org.annotomy.image.MedicalImage;
import org.annotomy.task.Progress;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Frames of multi-frame images without functional groups: where they lie (PS3.3 C.8.8.3.2 dose grids, C.8.4.9 nuclear medicine). */
public class ClassicFramesTest {

	private static final int PIXELS = SyntheticSlice.WIDTH * SyntheticSlice.HEIGHT;

	@Rule
	public final TemporaryFolder temporary = new TemporaryFolder();

	private MedicalImage image(DicomDatasetBuilder object) throws IOException {
		Path file = SyntheticSlice.write(temporary.newFolder().toPath(), "f", object);
		List<MedicalImage> images = new DicomImageReader().read(file, Progress.NONE);
		assertEquals(1, images.size());
		return images.get(0);
	}

	/** Frame i has the value i + 1 everywhere. */
	private static DicomDatasetBuilder frames(int count) {
		short[] pixels = new short[count * PIXELS];
		for (int i = 0; i < count; i++)
			Arrays.fill(pixels, i * PIXELS, (i + 1) * PIXELS, (short) (i + 1));
		return SyntheticSlice.at(10, 1).set("NumberOfFrames", count).remove(0x00181050).remove(0x00180050).pixels(pixels);
	}

	private static void assertSlices(MedicalImage image, double first, double step, int... values) {
		assertEquals(values.length, image.slices());
		assertEquals(Affine.ofRows(0.5, 0, 0, -10, 0, 0.7, 0, -20, 0, 0, step, first), image.voxelToPatient());
		for (int z = 0; z < values.length; z++)
			assertEquals(values[z], ((short[]) image.plane(0, z, 0))[0]);
	}

	@Test
	public void dosesLieWhereTheirOffsetsSay() throws IOException {
		DicomDatasetBuilder dose = frames(3).set("Modality", "RTDOSE").set("SOPClassUID", "1.2.840.10008.5.1.4.1.1.481.2")
				.set("PixelRepresentation", 0).set("DoseUnits", "GY").set("DoseGridScaling", 0.5).remove(0x00281052)
				.remove(0x00281053);
		MedicalImage relative = image(dose.set("GridFrameOffsetVector", 0.0, 2.5, 5.0));
		assertSlices(relative, 10, 2.5, 1, 2, 3);
		assertEquals(1.5, relative.scale().toModality(3), 0);
		assertSlices(image(dose.set("GridFrameOffsetVector", 10.0, 12.5, 15.0)), 10, 2.5, 1, 2, 3);
		assertSlices(image(dose.set("GridFrameOffsetVector", 0.0, -2.5, -5.0)), 5, 2.5, 3, 2, 1);
	}

	@Test
	public void slicesOfNuclearMedicineLieWhereTheirDetectorSays() throws IOException {
		DicomDataset detector = DicomDataset.builder().set("ImagePositionPatient", -10, -20, 10)
				.set("ImageOrientationPatient", 1d, 0, 0, 0, 1, 0).build();
		DicomDatasetBuilder spect = frames(4).set("Modality", "NM").set("SOPClassUID", "1.2.840.10008.5.1.4.1.1.20")
				.remove(0x00200032).remove(0x00200037).items("DetectorInformationSequence", detector)
				.set("SliceVector", 1, 2, 3, 4);
		assertSlices(image(spect.set("SpacingBetweenSlices", 4.0)), 10, 4, 1, 2, 3, 4);
		assertSlices(image(spect.set("SpacingBetweenSlices", -4.0)), -2, 4, 4, 3, 2, 1);
		assertSlices(image(spect.set("SpacingBetweenSlices", 4.0).set("SliceVector", 3, 1, 4, 2)), 2, 4, 2, 4, 1, 3);
	}

	@Test
	public void directionsThatAreNotAtRightAnglesAreCorrectedWithAWord() throws IOException {
		MedicalImage image = image(SyntheticSlice.at(3, 1).set("ImageOrientationPatient", 1.02, 0, 0, 0.01, 1, 0));
		assertEquals(List.of("The stated directions of the image axes were not at right angles and were corrected."),
				image.warnings());
		Affine place = image.voxelToPatient();
		assertEquals(0.5, place.apply(1, 0, 0).minus(place.apply(0, 0, 0)).norm(), 1e-12);
		assertEquals(0.7, place.apply(0, 1, 0).minus(place.apply(0, 0, 0)).norm(), 1e-12);
		assertEquals(0, place.apply(1, 0, 0).minus(place.apply(0, 0, 0)).dot(place.apply(0, 1, 0).minus(place.apply(0, 0, 0))),
				1e-12);
		assertTrue("one part in a thousand is rounding",
				image(SyntheticSlice.at(3, 1).set("ImageOrientationPatient", 1.0009, 0, 0, 0.0009, 1, 0)).warnings().isEmpty());
	}
}
