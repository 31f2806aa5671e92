package org.annotomy.display.view;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Random;

import org.annotomy.geometry.Affine;
import org.annotomy.geometry.Axis;
import org.annotomy.geometry.PatientOrientation;
import org.annotomy.geometry.Point;
import org.annotomy.geometry.Position;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelSpacing;
import org.junit.Test;

public class ViewPlanesTest {

	private static final VolumeSize SIZE = new VolumeSize(9, 7, 5);
	private static final VoxelSpacing MM = new VoxelSpacing(0.7, 0.9, 2.5);

	/** Every way in which the axes of an image can lie along those of the patient. */
	private static final int[][] ORDERS = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};

	private static Affine place(int[] order, int signs) {
		double[] mm = {0.7, 0.9, 2.5};
		Position[] steps = new Position[3];
		for (int axis = 0; axis < 3; axis++) {
			double length = (signs >> axis & 1) == 0 ? mm[axis] : -mm[axis];
			double[] step = {0, 0, 0};
			step[order[axis]] = length;
			steps[axis] = new Position(step[0], step[1], step[2]);
		}
		return Affine.of(new Position(-20, 30, 40), steps[0], steps[1], steps[2]);
	}

	@Test
	public void thePatientLiesAsUsualHoweverTheImageWasTaken() {
		for (int[] order : ORDERS)
			for (int signs = 0; signs < 8; signs++) {
				Affine place = place(order, signs);
				List<ViewPlane> views = List.of(Axis.values()).stream().map(new ViewPlanes(SIZE, MM, place)::across).toList();
				assertEquals(3, views.stream().map(ViewPlane::name).distinct().count());
				for (ViewPlane view : views) {
					Affine pixels = view.toPatient(place);
					String shown = PatientOrientation.letters(pixels.step(0)) + PatientOrientation.letters(pixels.step(1));
					String usual = view.name().equals("Axial") ? "LP" : view.name().equals("Coronal") ? "LF" : "PF";
					assertEquals(view.name(), usual, shown);
				}
			}
	}

	@Test
	public void pixelsAreSquare() {
		for (int[] order : ORDERS)
			for (Axis axis : Axis.values()) {
				Affine place = place(order, 3);
				ViewPlane view = new ViewPlanes(new VolumeSize(90, 70, 50), MM, place).across(axis);
				VoxelSpacing pixel = view.toPatient(place).spacing();
				assertEquals(pixel.xMm(), pixel.yMm(), 0.01 * pixel.xMm());
			}
	}

	@Test
	public void aPixelAndItsVoxelLieAtTheSamePlaceInThePatient() {
		Random random = new Random(4);
		for (int[] order : ORDERS)
			for (Axis axis : Axis.values()) {
				Affine place = place(order, 5);
				ViewPlane view = new ViewPlanes(SIZE, MM, place).across(axis);
				for (int i = 0; i < 20; i++) {
					double x = random.nextDouble() * view.width();
					double y = random.nextDouble() * view.height();
					int slice = random.nextInt(view.slices());
					Position voxel = view.voxelAt(x, y, slice);
					Position there = view.toPatient(place).apply(x - 0.5, y - 0.5, slice);
					assertEquals(0, place.apply(voxel).distanceTo(there), 1e-9);
					Point back = view.pixelOf(voxel);
					assertEquals(0, back.distanceTo(new Point(x, y)), 1e-9);
					assertEquals(slice,
							axis.slice((int) Math.round(voxel.x()), (int) Math.round(voxel.y()), (int) Math.round(voxel.z())));
				}
			}
	}

	@Test
	public void withoutAPlaceTheViewsAreNamedByTheirAxes() {
		ViewPlanes views = new ViewPlanes(SIZE, MM, null);
		assertEquals("XY", views.across(Axis.Z).name());
		assertEquals("XZ", views.across(Axis.Y).name());
		assertEquals("YZ", views.across(Axis.X).name());
		ViewPlane xz = views.across(Axis.Y);
		assertFalse(xz.flipX() || xz.flipY() || xz.transposed());
		assertEquals(new Position(-0.5, 3, -0.5), xz.voxelAt(0, 0, 3));
	}

	@Test
	public void theImagesOwnViewHasAPixelForEachVoxel() {
		ViewPlane own = new ViewPlanes(SIZE, MM, place(ORDERS[3], 7)).own();
		assertEquals(new Position(2, 3, 4), own.voxelAt(2.5, 3.5, 4));
		assertEquals(9, own.width());
	}

	@Test
	public void farApartSlicesDoNotMakeHugePictures() {
		ViewPlane view = new ViewPlanes(new VolumeSize(512, 512, 4000), new VoxelSpacing(0.1, 0.1, 5), null).across(Axis.Y);
		assertTrue(view.height() + " × " + view.width(), view.height() <= 4000 && view.width() >= 1);
	}
}
