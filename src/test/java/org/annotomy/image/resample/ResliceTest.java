package org.annotomy.image.resample;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.annotomy.geometry.Affine;
import org.annotomy.geometry.Position;
import org.annotomy.identity.ImageIdentity;
import org.annotomy.identity.ImageSize;
import org.annotomy.image.MedicalImage;
import org.annotomy.image.Planes;
import org.annotomy.image.SpacingSource;
import org.annotomy.image.ValueScale;
import org.annotomy.image.resample.Reslice.Cut;
import org.annotomy.task.Progress;
import org.junit.Test;

import net.imglib2.type.numeric.real.FloatType;

public class ResliceTest {

	private static final int NX = 13;
	private static final int NY = 11;
	private static final int NZ = 7;
	private static final Affine PLACE = Affine.of(new Position(-30, 12, 700), new Position(0.5, 0.1, 0),
			new Position(-0.12, 0.6, 0),
			new Position(0, 0, 2.5));

	private interface Formula {
		double at(int x, int y, int z);
	}

	private static MedicalImage volume(Affine place, int nz, Formula formula) {
		List<float[]> planes = new ArrayList<>();
		for (int z = 0; z < nz; z++) {
			float[] plane = new float[NX * NY];
			for (int i = 0; i < plane.length; i++)
				plane[i] = (float) formula.at(i % NX, i / NX, z);
			planes.add(plane);
		}
		var s = PLACE.spacing();
		return new MedicalImage("volume", Planes.wrap(new FloatType(), planes, NX, NY, 1, nz, 1), ValueScale.IDENTITY, place,
				new double[]{s.xMm(), s.yMm(), s.zMm()}, SpacingSource.PATIENT, List.of(), false, Double.NaN, Map.of(),
				ImageIdentity.of("volume", new ImageSize(NX, NY, nz, 1, 1)), List.of(), Path.of("volume"), List.of());
	}

	/** What trilinear interpolation says at a place, voxel by voxel. */
	private static double twin(MedicalImage image, Position place) {
		Position at = PLACE.inverse().apply(place);
		double[] p = {at.x(), at.y(), at.z()};
		int[] n = {NX, NY, NZ};
		double sum = 0;
		for (int corner = 0; corner < 8; corner++) {
			double weight = 1;
			int[] v = new int[3];
			for (int axis = 0; axis < 3; axis++) {
				double held = Math.max(0, Math.min(n[axis] - 1, p[axis]));
				int low = Math.min(n[axis] - 2, (int) held);
				boolean next = (corner >> axis & 1) != 0;
				weight *= next ? held - low : 1 - (held - low);
				v[axis] = next ? low + 1 : low;
			}
			sum += weight * ((float[]) image.plane(0, v[2], 0))[v[0] + NX * v[1]];
		}
		return sum;
	}

	@Test
	public void everyPixelOfAnObliqueCutIsInterpolatedAtItsPlace() {
		Random random = new Random(7);
		MedicalImage image = volume(PLACE, NZ, (x, y, z) -> random.nextInt(1000) + 10);
		for (Position normal : List.of(new Position(0, 1, 0), new Position(1, 0, 0), new Position(0.3, -0.5, 0.7),
				new Position(0, 0, 2))) {
			Cut cut = Cut.withNormal(normal);
			assertEquals(0, cut.normal().minus(normal.unit()).norm(), 1e-12);
			MedicalImage copy = Reslice.cut(image, cut, 0.7, 1.1, "oblique", Progress.NONE);
			assertEquals(0.7, copy.voxelToPatient().spacing().xMm(), 1e-9);
			assertEquals(1.1, copy.voxelToPatient().spacing().zMm(), 1e-9);
			int inside = 0;
			for (int z = 0; z < copy.slices(); z++)
				for (int i = 0; i < copy.width() * copy.height(); i++) {
					Position place = copy.voxelToPatient().apply(i % copy.width(), i / copy.width(), z);
					float value = ((float[]) copy.plane(0, z, 0))[i];
					if (isInside(place)) {
						inside++;
						assertEquals("pixel " + i + " of slice " + z, twin(image, place), value, 1e-2);
					} else assertTrue("outside", value <= lowest(image));
				}
			double expected = NX * NY * NZ * PLACE.spacing().voxelVolumeMm3() / (0.7 * 0.7 * 1.1);
			assertEquals(expected, inside, 0.3 * expected);
		}
	}

	private static double lowest(MedicalImage image) {
		double lowest = Double.MAX_VALUE;
		for (int z = 0; z < NZ; z++)
			for (float value : (float[]) image.plane(0, z, 0))
				lowest = Math.min(lowest, value);
		return lowest;
	}

	private static boolean isInside(Position place) {
		Position at = PLACE.inverse().apply(place);
		double rim = 0.5 + 1e-6;
		return at.x() >= -rim && at.y() >= -rim && at.z() >= -rim && at.x() <= NX - 1 + rim && at.y() <= NY - 1 + rim
				&& at.z() <= NZ - 1 + rim;
	}

	@Test
	public void aCutAlongTheVolumesOwnAxesKeepsItsVoxels() {
		MedicalImage image = volume(PLACE, NZ, (x, y, z) -> x + 100 * y + 10000 * z);
		Cut own = new Cut(PLACE.step(0),
				PLACE.step(1).minus(PLACE.step(0).unit().times(PLACE.step(1).dot(PLACE.step(0).unit()))));
		MedicalImage copy = Reslice.cut(image, own, 0, 2.5, "axial", Progress.NONE);
		Position first = PLACE.inverse().apply(copy.voxelToPatient().apply(0, 0, 1));
		assertEquals(1, first.z(), 1e-9);
		assertEquals(NZ, copy.slices());
		assertEquals("volume axial", copy.title());
		assertEquals("volume-axial", copy.sidecar().toString());
	}

	@Test
	public void refusals() {
		MedicalImage nowhere = volume(null, NZ, (x, y, z) -> 0);
		Cut cut = Cut.withNormal(new Position(0, 1, 0));
		assertThrows(IllegalArgumentException.class, () -> Reslice.cut(nowhere, cut, 0, 0, "x", Progress.NONE));
		MedicalImage image = volume(PLACE, NZ, (x, y, z) -> 0);
		assertThrows(IllegalArgumentException.class, () -> Reslice.cut(image, cut, -1, 0, "x", Progress.NONE));
		String many = assertThrows(IllegalArgumentException.class, () -> Reslice.cut(image, cut, 1e-4, 0, "x", Progress.NONE))
				.getMessage();
		assertTrue(many, many.contains("Choose a larger distance"));
		assertThrows(IllegalArgumentException.class, () -> new Cut(new Position(1, 0, 0), new Position(1, 1, 0)));
		assertThrows(IllegalArgumentException.class, () -> Cut.withNormal(Position.ORIGIN));
	}
}
