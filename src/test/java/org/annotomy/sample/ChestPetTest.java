package org.annotomy.sample;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.annotomy.geometry.Affine;
import org.annotomy.geometry.Grid;
import org.annotomy.geometry.Position;
import org.annotomy.image.ImageReaders;
import org.annotomy.image.MedicalImage;
import org.annotomy.image.ValueMeaning;
import org.annotomy.sample.chest.Lesion;
import org.annotomy.task.Progress;
import org.annotomy.testing.Dciodvfy;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class ChestPetTest {

	@Rule
	public TemporaryFolder folder = new TemporaryFolder();

	private static ChestPet small() {
		return new ChestPet(ChestPhantom.of(44, 44, 10, 8.14, 8.8), "test");
	}

	/** Large findings keep what they took up in their middle, small ones lose some to their surroundings. */
	@Test
	public void findingsAreAsHotAsTheyAreSaidToBe() {
		ChestPet pet = ChestPet.standard();
		float[] suv = pet.suv();
		Grid grid = pet.grid();
		for (Lesion lesion : ChestPhantom.standard().lesions()) {
			Position voxel = grid.voxelToPatient().inverse().apply(lesion.centre());
			int at = (int) (Math.round(voxel.x()) + grid.nx() * (Math.round(voxel.y()) + grid.ny() * Math.round(voxel.z())));
			double recovered = suv[at] / ChestPet.suv(lesion);
			boolean large = Math.min(lesion.a(), Math.min(lesion.b(), lesion.c())) > 9;
			if (ChestPet.suv(lesion) > 1)
				assertTrue(lesion.name() + " " + recovered, recovered > (large ? 0.93 : 0.45) && recovered < 1.02);
			else
				assertTrue(lesion.name() + " " + suv[at], suv[at] < 0.6);
		}
	}

	@Test
	public void itSharesTheFrameOfItsCtAndTellsSuv() throws Exception {
		Path root = folder.getRoot().toPath();
		ChestPet pet = small();
		pet.write(root.resolve("pet"), Progress.NONE);
		new ChestCtSeries(ChestPhantom.of(32, 32, 4, 11, 20), "test", true).write(root.resolve("ct"), Progress.NONE);
		List<MedicalImage> both = ImageReaders.discover().read(root, Progress.NONE);
		assertEquals(2, both.size());
		assertEquals(both.get(0).identity().frameOfReferenceUid(), both.get(1).identity().frameOfReferenceUid());
		assertEquals(both.get(0).identity().studyUid(), both.get(1).identity().studyUid());
		MedicalImage read = both.stream().filter(image -> "PT".equals(image.facts().get("Modality"))).findFirst().orElseThrow();
		Affine place = pet.grid().voxelToPatient();
		assertEquals(0, place.maxDifference(read.voxelToPatient()), 1e-6);
		assertEquals(read.warnings().toString(), 1, read.warnings().size());
		assertTrue(read.warnings().get(0), read.warnings().get(0).startsWith("SUVbw = Bq/ml × weight 72.0 kg"));
		ValueMeaning meaning = read.supplement().meanings().stream().filter(m -> m.name().equals("SUVbw")).findFirst()
				.orElseThrow();
		assertTrue(meaning.words(), meaning.isKnown());
		float[] suv = pet.suv();
		short[] stored = (short[]) read.plane(0, 5, 0);
		for (int i = 0; i < stored.length; i++)
			assertEquals(suv[5 * stored.length + i], meaning.scale().toModality(read.scale().toModality(stored[i] & 0xffff)),
					0.001);
	}

	@Test
	public void dciodvfyFindsNoErrors() throws Exception {
		List<Path> files = small().write(folder.getRoot().toPath(), Progress.NONE);
		assertEquals(List.of(), Dciodvfy.errors(files.get(3)));
	}
}
