package org.annotomy.image.nrrd;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.annotomy.geometry.Affine;
import org.annotomy.image.MedicalImage;
import org.annotomy.image.SpacingSource;
import org.annotomy.json.JsonObject;
import org.annotomy.task.Progress;
import org.annotomy.testing.Manifest;
import org.annotomy.testing.SharedData;
import org.annotomy.testing.StoredPixels;
import org.junit.Test;

/** Every NRRD of the real files against what pynrrd-like parsing in numpy found. */
public class NrrdRealFilesTest {

	private static MedicalImage read(String path) throws IOException {
		return new NrrdImageReader().read(SharedData.require(path), Progress.NONE).get(0);
	}

	@Test
	public void everyFileHasThePixelsOfTheManifest() throws IOException {
		Manifest manifest = Manifest.require();
		List<String> paths = new ArrayList<>();
		for (String suffix : new String[]{".nrrd", ".nhdr"})
			paths.addAll(manifest.paths("", suffix));
		int compared = 0;
		for (String path : paths) {
			JsonObject facts = manifest.facts(path);
			String encoding = facts.object("fields").string("encoding", "").toLowerCase(Locale.ROOT);
			if (encoding.equals("ascii")) continue;
			MedicalImage image = read(path);
			JsonObject voxels = facts.object("voxels");
			String found = image.channels() > 1 ? StoredPixels.sha256Interleaved(image) : StoredPixels.sha256(image, "zct");
			assertEquals(path, voxels.string("sha256_le_c_order", ""), found);
			assertEquals(path, voxels.number("sum", Double.NaN), StoredPixels.sum(image), 1e-6);
			compared++;
		}
		assertEquals("files compared", true, compared >= 18);
	}

	@Test
	public void layersOfAnOverlappingSegmentationAreChannels() throws IOException {
		MedicalImage image = read("nrrd/SegmentationOverlapping.seg.nrrd");
		assertEquals(2, image.channels());
		assertEquals(34, image.slices());
		assertEquals(Affine.ofRows(-3.04687595367432, 0, 0, 193.09599304199222, 0, -3.04687595367432, 0, 216.39599609374994, 0, 0,
				9.9999999999999964, -340.24999999999994), image.voxelToPatient());
	}

	@Test
	public void numbersWrittenAsTextAndSpacingsWithoutAPlace() throws IOException {
		MedicalImage image = read("nrrd/test2d_ascii.nrrd");
		assertEquals(27 * 28 / 2, StoredPixels.sum(image), 0);
		assertArrayEquals(new double[]{1.0458, 2, Double.NaN}, image.pixelSpacing(), 1e-9);
		assertNull(image.voxelToPatient());
		assertEquals(SpacingSource.STATED, image.spacingSource());
	}

	@Test
	public void rightAnteriorSuperiorTurnsToLps() throws IOException {
		Affine place = read("nrrd/test_simple4d_raw.nrrd").voxelToPatient();
		assertEquals(Affine.ofRows(-1.5, 0, 0, 0, 0, -1.5, 0, 0, 0, 0, 1, 0).maxDifference(place), 0, 0);
	}
}
