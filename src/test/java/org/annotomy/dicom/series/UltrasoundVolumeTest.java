package org.annotomy.dicom.series;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.annotomy.dicom.DicomImageReader;
import org.annotomy.dicom.SyntheticSlice;
import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.DicomDatasetBuilder;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.geometry.Affine;
import org.annotomy.geometry.Position;
import org.annotomy.image.MedicalImage;
import org.annotomy.image.SpacingSource;
import org.annotomy.task.Progress;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Enhanced US Volume (PS3.3 A.59): planes in the volume's own frame of reference, and, where the file says so, in the patient. */
public class UltrasoundVolumeTest {

	private static final Position ROW = new Position(0.6, 0.8, 0);
	private static final Position COLUMN = new Position(-0.8, 0.6, 0);
	private static final Position NORMAL = ROW.cross(COLUMN);
	private static final int[] ORDER = {2, 0, 3, 1};

	@Rule
	public TemporaryFolder temporary = new TemporaryFolder();

	private static Position corner(int z) {
		return new Position(4, -7, 11).plus(NORMAL.times(1.5 * z));
	}

	private static DicomDataset item(String keyword, double... values) {
		return DicomDataset.builder().set(keyword, values).build();
	}

	/** Four planes in a wrong order, the plane z filled with 10 z. */
	private static DicomDatasetBuilder volume(boolean inPatient) {
		short[] pixels = new short[ORDER.length * 20];
		List<DicomDataset> perFrame = new ArrayList<>();
		for (int i = 0; i < ORDER.length; i++) {
			Arrays.fill(pixels, i * 20, (i + 1) * 20, (short) (10 * ORDER[i]));
			Position p = corner(ORDER[i]);
			DicomDatasetBuilder groups = DicomDataset.builder()
					.items("PlanePositionVolumeSequence", item("ImagePositionVolume", p.x(), p.y(), p.z()))
					.items("FrameContentSequence", DicomDataset.builder().set("DimensionIndexValues", ORDER[i] + 1).build());
			if (inPatient)
				groups.items("PlanePositionSequence", item("ImagePositionPatient", 0, 0, -2.0 * ORDER[i]))
						.items("PlaneOrientationSequence", item("ImageOrientationPatient", 1, 0, 0, 0, -1, 0));
			perFrame.add(groups.build());
		}
		DicomDataset shared = DicomDataset.builder().items("PixelMeasuresSequence", item("PixelSpacing", 0.7, 0.5))
				.items("PlaneOrientationVolumeSequence",
						item("ImageOrientationVolume", ROW.x(), ROW.y(), ROW.z(), COLUMN.x(), COLUMN.y(), COLUMN.z()))
				.build();
		DicomDataset dimension = DicomDataset.builder().set(Tag.DIMENSION_INDEX_POINTER, Tag.IMAGE_POSITION_VOLUME).build();
		return SyntheticSlice.at(0, 1).set("SOPClassUID", "1.2.840.10008.5.1.4.1.1.6.2").set("Modality", "US")
				.set("ImageType", "ORIGINAL", "PRIMARY", "VOLUME", "NONE").set("NumberOfFrames", ORDER.length)
				.set("VolumeFrameOfReferenceUID", "2.25.991").set("UltrasoundAcquisitionGeometry", inPatient ? "PATIENT" : "APEX")
				.remove(Tag.IMAGE_POSITION_PATIENT).remove(Tag.IMAGE_ORIENTATION_PATIENT).remove(Tag.PIXEL_SPACING)
				.items("SharedFunctionalGroupsSequence", shared).items(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, perFrame)
				.items("DimensionIndexSequence", dimension).pixels(pixels);
	}

	private MedicalImage open(boolean inPatient) throws IOException {
		Path file = SyntheticSlice.write(temporary.newFolder().toPath(), "us.dcm", volume(inPatient));
		List<MedicalImage> images = new DicomImageReader().read(file, Progress.NONE);
		assertEquals(1, images.size());
		return images.get(0);
	}

	@Test
	public void planesAreAVolumeInTheFrameOfTheVolume() throws IOException {
		MedicalImage image = open(false);
		assertEquals(ORDER.length, image.slices());
		assertEquals(1, image.timePoints());
		Affine expected = Affine.of(corner(0), ROW.times(0.5), COLUMN.times(0.7), NORMAL.times(1.5));
		assertEquals(0, expected.maxDifference(image.voxelToPatient()), 1e-9);
		for (int z = 0; z < ORDER.length; z++)
			assertEquals(10 * z, ((short[]) image.plane(0, z, 0))[0]);
		assertEquals(SpacingSource.PATIENT, image.spacingSource());
		assertEquals("another frame than that of other images of the patient", "2.25.991",
				image.identity().frameOfReferenceUid());
	}

	@Test
	public void directionsHaveNoNamesUnlessTheFileKnowsThePatient() throws IOException {
		MedicalImage image = open(false);
		assertTrue(image.placeInPatient().isEmpty());
		assertTrue(image.warnings().toString(),
				image.warnings().toString().contains("where left, front and head are is unknown"));
		MedicalImage placed = open(true);
		assertTrue(placed.placeInPatient().isPresent());
		assertEquals("2.25.5104", placed.identity().frameOfReferenceUid());
		assertEquals(2, placed.pixelSpacing()[2], 1e-9);
		assertTrue(placed.warnings().toString(), placed.warnings().isEmpty());
	}
}
