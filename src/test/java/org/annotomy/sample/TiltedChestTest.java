package org.annotomy.sample;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.annotomy.geometry.Grid;
import org.annotomy.geometry.Position;
import org.annotomy.image.ImageReaders;
import org.annotomy.image.MedicalImage;
import org.annotomy.image.resample.TiltCorrection;
import org.annotomy.sample.chest.Lesion;
import org.annotomy.task.Progress;
import org.annotomy.testing.Dciodvfy;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class TiltedChestTest {

	@ClassRule
	public static final TemporaryFolder FOLDER = new TemporaryFolder();

	private static TiltedChest phantom;
	private static MedicalImage image;
	private static Path first;

	@BeforeClass
	public static void open() throws Exception {
		phantom = TiltedChest.of(128, 60, 2.8, 4);
		Path folder = FOLDER.newFolder().toPath();
		first = new ChestCtSeries(phantom, "test").write(folder, Progress.NONE).get(0);
		image = ImageReaders.discover().read(folder, Progress.NONE).get(0);
	}

	@Test
	public void theStackIsSlantedAndSaidToBe() {
		assertEquals(0, phantom.grid().voxelToPatient().maxDifference(image.voxelToPatient()), 1e-5);
		assertEquals(1, image.warnings().size());
		assertTrue(image.warnings().get(0), image.warnings().get(0).contains("tilted by 15.0°"));
		assertEquals("the way of the table", 4, image.pixelSpacing()[2], 1e-6);
		double volume = image.voxelToPatient().determinant();
		assertEquals("slices are nearer to each other than the table moves", 2.8 * 2.8 * 4 * Math.cos(Math.toRadians(15)), volume,
				1e-6);
	}

	@Test
	public void findingsLieWhereTheUntiltedPatientHasThem() throws Exception {
		MedicalImage upright = TiltCorrection.straighten(image, Progress.NONE);
		for (int i : new int[]{0, 1, 5}) {
			Lesion lesion = phantom.lesions().get(i);
			assertEquals(lesion.name(), lesion.hu(), mean(image, lesion), 12);
			assertEquals(lesion.name() + ", straightened", lesion.hu(), mean(upright, lesion), 12);
		}
	}

	private static double mean(MedicalImage image, Lesion lesion) {
		Grid grid = image.grid().orElseThrow();
		double sum = 0;
		int count = 0;
		for (int k = 0; k < grid.nz(); k++)
			for (int i = 0; i < grid.nx() * grid.ny(); i++) {
				Position at = grid.voxelToPatient().apply(i % grid.nx(), i / grid.nx(), k);
				if (at.distanceTo(lesion.centre()) > 0.55 * lesion.a()) continue;
				sum += image.scale().toModality(((short[]) image.plane(0, k, 0))[i]);
				count++;
			}
		assertTrue("no voxels in " + lesion.name(), count > 3);
		return sum / count;
	}

	@Test
	public void dciodvfyFindsNoErrors() throws Exception {
		assertEquals(List.of(), Dciodvfy.errors(first));
	}
}
