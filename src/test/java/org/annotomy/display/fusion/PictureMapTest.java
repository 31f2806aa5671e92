package org.annotomy.display.fusion;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.annotomy.geometry.Affine;
import org.annotomy.geometry.Position;
import org.annotomy.image.SliceAxis;
import org.annotomy.registration.ImageFrame;
import org.annotomy.registration.Landmarks;
import org.annotomy.registration.ThinPlateSpline;
import org.annotomy.registration.Transform;
import org.junit.Test;

public class PictureMapTest {

	private static final Affine PLACE = Affine.ofRows(1, 0, 0, 10, 0, 1, 0, -5, 0, 0, 3, 2);
	private static final ImageFrame OTHER = new ImageFrame(ImageFrame.Kind.PATIENT,
			Affine.ofRows(0, 2, 0, -30, 2, 0, 0, -40, 0, 0, 4, -10), SliceAxis.EVEN, false);

	@Test
	public void bendingMapsAreFollowedToAFractionOfAPixel() {
		Random random = new Random(65);
		List<Position> moving = new ArrayList<>();
		List<Position> fixed = new ArrayList<>();
		for (int i = 0; i < 12; i++) {
			Position p = new Position(100 * random.nextDouble(), 100 * random.nextDouble(), 30 * random.nextDouble());
			moving.add(p);
			fixed.add(
					new Position(p.x() + 3 * random.nextDouble(), p.y() + 3 * random.nextDouble(), p.z() + random.nextDouble()));
		}
		Transform spline = new ThinPlateSpline(new Landmarks(moving, fixed, false), 0);
		PictureMap map = new PictureMap(75, 61, PLACE, 4, spline, OTHER);
		for (int i = 0; i < 200; i++) {
			int x = random.nextInt(75);
			int y = random.nextInt(61);
			Position exact = OTHER.voxelOf(spline.apply(PLACE.apply(x, y, 4)));
			assertEquals(0, map.voxelAt(x, y).distanceTo(exact), 0.1);
			assertTrue(exact.z() > map.lowestSlice() - 0.1 && exact.z() < map.highestSlice() + 0.1);
		}
	}

	@Test
	public void straightMapsAreExact() {
		PictureMap map = new PictureMap(20, 10, PLACE, 2.5, Transform.identity(), OTHER);
		assertEquals(0, map.voxelAt(7, 3).distanceTo(OTHER.voxelOf(PLACE.apply(7, 3, 2.5))), 1e-12);
	}

	@Test
	public void hotIronIsTheOneOfDicom() {
		int[] colours = ColourTable.HOT_IRON.colours();
		assertArrayEquals(new int[]{0, 0xfe0000, 0xff0000, 0xff7e00, 0xff8004, 0xffffff},
				new int[]{colours[0], colours[127], colours[128], colours[191], colours[192], colours[255]});
	}
}
