package org.annotomy.image;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.annotomy.identity.ImageIdentity;
import org.annotomy.identity.ImageSize;

import net.imglib2.type.numeric.real.FloatType;

/** Another image in the place of one: a volume of values that were made from it. */
public final class DerivedVolume {

	private DerivedVolume() {}

	/**
	 * One channel and one time point of 32-bit values. It keeps place, spacing, windows, unit and facts, has no UIDs of its source and takes labels
	 * of its own.
	 *
	 * @param values modality values of all voxels, x fastest; copied
	 * @param suffix what title and sidecar get added, such as {@code masked}
	 * @param warning what the user should know of the values, one sentence
	 * @throws IllegalArgumentException if the numbers of values and voxels differ
	 */
	public static MedicalImage of(MedicalImage source, float[] values, String suffix, String warning) {
		int plane = source.width() * source.height();
		if (values.length != (long) plane * source.slices())
			throw new IllegalArgumentException("There are " + values.length + " values for an image of " + source.width() + " × "
					+ source.height() + " × " + source.slices() + " voxels.");
		List<float[]> planes = new ArrayList<>();
		for (int z = 0; z < source.slices(); z++)
			planes.add(Arrays.copyOfRange(values, z * plane, (z + 1) * plane));
		ImageIdentity old = source.identity();
		ImageIdentity identity = new ImageIdentity("stack", new ImageSize(source.width(), source.height(), source.slices(), 1, 1),
				null,
				null, List.of(), old.frameOfReferenceUid(), old.spacing(), old.unit(), suffix, source.voxelToPatient(),
				List.of());
		Path sidecar = source.sidecar() == null
				? null
				: source.sidecar().resolveSibling(source.sidecar().getFileName() + "-" + suffix);
		return new MedicalImage(source.title() + " " + suffix,
				Planes.wrap(new FloatType(), planes, source.width(), source.height(), 1, source.slices(), 1),
				new ValueScale(1, 0, source.scale().unit()), source.voxelToPatient(), source.pixelSpacing(),
				source.spacingSource(),
				source.windows(), source.inverted(), Double.NaN, source.facts(), identity, source.files(), sidecar,
				List.of(warning),
				source.sliceAxis(), TimeAxis.UNKNOWN);
	}
}
