package org.annotomy.image;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.segmentation.volume.ImageVolume;
import org.annotomy.segmentation.volume.Volumes;

import org.annotomy.task.Progress;
import org.junit.Test;

public class DerivedVolumeTest {

	private static final MedicalImage SOURCE = Volumes.image(new VolumeSize(5, 4, 3), new VoxelSpacing(0.5, 1, 2),
			(x, y, z) -> x);

	@Test
	public void valuesAreReadAsTheyWereGivenInTheSamePlace() {
		float[] values = new float[60];
		for (int i = 0; i < values.length; i++)
			values[i] = i * 0.5f - 7;
		MedicalImage derived = DerivedVolume.of(SOURCE, values, "masked", "Values were filled.");
		ImageVolume volume = new ImageVolume(derived, 0, 0);
		assertArrayEquals(values, volume.values(volume.size().box(), Progress.NONE), 0);
		assertEquals(new VoxelSpacing(0.5, 1, 2), volume.spacing());
		assertEquals("HU", volume.unit());
		assertEquals("volume masked", derived.title());
		assertEquals(Path.of("volume-masked"), derived.sidecar());
		assertEquals(List.of("Values were filled."), derived.warnings());
		assertTrue(derived.identity().sopUids().isEmpty() && derived.identity().hashes().isEmpty());
	}

	@Test
	public void aWrongNumberOfValuesIsRefused() {
		assertEquals("There are 59 values for an image of 5 × 4 × 3 voxels.", assertThrows(IllegalArgumentException.class,
				() -> DerivedVolume.of(SOURCE, new float[59], "masked", "Cut.")).getMessage());
	}
}
