package org.annotomy.segmentation.volume;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.identity.ImageIdentity;
import org.annotomy.identity.ImageSize;
import org.annotomy.image.MedicalImage;
import org.annotomy.image.Planes;
import org.annotomy.image.SpacingSource;
import org.annotomy.image.ValueScale;

import net.imglib2.type.numeric.integer.ShortType;

/** Volumes of signed 16-bit values made from a formula, for tests. */
public final class Volumes {

	/** The value of each voxel. */
	@FunctionalInterface
	public interface Formula {
		int at(int x, int y, int z);
	}

	private Volumes() {}

	public static ImageVolume of(VolumeSize size, Formula formula) {
		return new ImageVolume(image(size, new VoxelSpacing(1, 1, 1), formula), 0, 0);
	}

	public static MedicalImage image(VolumeSize size, VoxelSpacing spacing, Formula formula) {
		List<short[]> planes = new ArrayList<>();
		for (int z = 0; z < size.nz(); z++) {
			short[] plane = new short[size.nx() * size.ny()];
			for (int i = 0; i < plane.length; i++)
				plane[i] = (short) formula.at(i % size.nx(), i / size.nx(), z);
			planes.add(plane);
		}
		double[] mm = {spacing.xMm(), spacing.yMm(), spacing.zMm()};
		return new MedicalImage("volume", Planes.wrap(new ShortType(), planes, size.nx(), size.ny(), 1, size.nz(), 1),
				new ValueScale(1, 0, "HU"), null, mm, SpacingSource.PATIENT, List.of(), false, Double.NaN, Map.of(),
				ImageIdentity.of("volume", new ImageSize(size.nx(), size.ny(), size.nz(), 1, 1)), List.of(), Path.of("volume"),
				List.of());
	}
}
