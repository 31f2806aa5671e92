package org.annotomy.segmentation.morphology;

import static org.junit.Assert.assertArrayEquals;

import java.io.IOException;
import java.util.Random;

import org.annotomy.geometry.VoxelBox;
import org.annotomy.segmentation.filter.KernelBox;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.segmentation.volume.Masks;
import org.annotomy.segmentation.volume.VoxelOracle;
import org.annotomy.task.Progress;
import org.junit.Test;

public class BoxMorphologyTest {

	private static final VoxelBox IMAGE = new VoxelBox(3, -4, 2, 13, 9, 7);

	@Test
	public void boxesAreScipys() throws IOException {
		VoxelOracle oracle = VoxelOracle.read();
		VoxelBox image = oracle.size().box();
		Mask mask = new Mask(image, oracle.mask("mask"));
		KernelBox kernel = new KernelBox(2, 1, 1);
		oracle.assertSame("dilated", oracle.mask("box", "dilate"),
				BoxMorphology.dilate(mask, kernel, image, Progress.NONE).on(image).voxels());
		oracle.assertSame("eroded", oracle.mask("box", "erode"),
				BoxMorphology.erode(mask, kernel, image, Progress.NONE).on(image).voxels());
	}

	@Test
	public void openingAndClosingAreErosionAndDilationOfEveryBox() {
		Random random = new Random(11);
		for (int round = 0; round < 30; round++) {
			Mask mask = new Mask(IMAGE, Masks.boxes(random, IMAGE.size(), round % 5));
			KernelBox kernel = new KernelBox(random.nextInt(3), random.nextInt(3), random.nextInt(6));
			Mask dilated = reached(mask, kernel);
			Mask eroded = not(reached(not(mask), kernel));
			assertArrayEquals(reached(eroded, kernel).voxels(),
					BoxMorphology.open(mask, kernel, IMAGE, Progress.NONE).on(IMAGE).voxels());
			assertArrayEquals(not(reached(not(dilated), kernel)).voxels(),
					BoxMorphology.close(mask, kernel, IMAGE, Progress.NONE).on(IMAGE).voxels());
		}
	}

	private static Mask not(Mask mask) {
		return MaskLogic.invert(mask, IMAGE);
	}

	private static Mask reached(Mask mask, KernelBox kernel) {
		return Masks.of(IMAGE,
				(x, y, z) -> !mask.on(new VoxelBox(x, y, z, 1, 1, 1).grow(kernel.x(), kernel.y(), kernel.z())).isEmpty());
	}
}
