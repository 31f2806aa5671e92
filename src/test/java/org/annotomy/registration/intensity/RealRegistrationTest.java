package org.annotomy.registration.intensity;

import static org.junit.Assert.assertTrue;

import java.io.IOException;

import org.annotomy.geometry.Affine;
import org.annotomy.geometry.Position;
import org.annotomy.geometry.Turn;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.image.ImageReaders;
import org.annotomy.image.MedicalImage;
import org.annotomy.registration.AffineMap;
import org.annotomy.registration.AffineMap.Kind;
import org.annotomy.registration.intensity.IntensityRegistration.Result;
import org.annotomy.registration.intensity.IntensityRegistration.Start;
import org.annotomy.task.Progress;
import org.annotomy.testing.SharedData;
import org.junit.Test;

/** Known transforms of real scans are found again, to within a voxel everywhere in the body. */
public class RealRegistrationTest {

	private static final Affine SHEARED = Affine.ofRows(1.05, 0.04, 0, 0, -0.03, 0.96, 0.03, 0, 0.02, 0, 1.04, 0);

	@Test
	public void brainMr() throws IOException {
		check("nifti/anatomical.nii", 0.25);
	}

	@Test
	public void spineMr() throws IOException {
		check("nifti_t2/t2.nii.gz", 0.2);
	}

	@Test
	public void headCt() throws IOException {
		check("series/ct_axial_philips_5mm", 0.3);
	}

	/** @param body the share of the range of values above which the body lies */
	private static void check(String file, double body) throws IOException {
		MedicalImage image = ImageReaders.discover().read(SharedData.require(file), Progress.NONE).get(0);
		Level fixed = Level.of(image, 0, 0, image.voxelToPatient(), Progress.NONE);
		ValueRange range = ValueRange.of(fixed, "fixed");
		double above = range.low() + body * (range.high() - range.low());
		double voxel = fixed.spacing();
		for (Kind kind : new Kind[]{Kind.RIGID, Kind.AFFINE}) {
			Affine turn = Turn.zxy(0.06, -0.05, 0.1);
			Affine linear = kind == Kind.RIGID ? turn : SHEARED.after(turn);
			Position middle = fixed.middle();
			Affine around = Turn.around(middle, linear);
			AffineMap wanted = AffineMap
					.of(AffineMap.translation(new Position(3 * voxel, -2 * voxel, voxel)).matrix().after(around));
			Level moving = moved(fixed, wanted, range);
			Result found = IntensityRegistration.register(moving, fixed, kind, Start.PLACED, Progress.NONE);
			double worst = MovedVolume.worst(fixed, above, found.movingToFixed(), wanted);
			assertTrue(file + " " + kind + ": worst error " + worst + " mm, voxel " + voxel + " mm", worst < voxel);
		}
	}

	/** Other voxels, and the contrast turned around. */
	private static Level moved(Level fixed, AffineMap toFixed, ValueRange range) {
		double mm = 1.15 * fixed.spacing();
		int[] n = new int[3];
		double[] half = new double[3];
		Position corner = fixed.toFrame().origin();
		Position other = fixed.toFrame().apply(fixed.size().nx() - 1, fixed.size().ny() - 1, fixed.size().nz() - 1);
		double[] extent = {Math.abs(other.x() - corner.x()), Math.abs(other.y() - corner.y()), Math.abs(other.z() - corner.z())};
		for (int k = 0; k < 3; k++) {
			n[k] = (int) (extent[k] / mm) + 2;
			half[k] = (n[k] - 1) * mm / 2;
		}
		Position middle = toFixed.inverse().apply(fixed.middle());
		Affine place = Affine.ofRows(mm, 0, 0, middle.x() - half[0], 0, mm, 0, middle.y() - half[1], 0, 0, mm,
				middle.z() - half[2]);
		return MovedVolume.of(fixed, toFixed, new VolumeSize(n[0], n[1], n[2]), place,
				v -> range.high() - Math.max(range.low(), Math.min(range.high(), v)), range.low());
	}
}
