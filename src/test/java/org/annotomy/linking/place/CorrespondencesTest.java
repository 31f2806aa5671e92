package org.annotomy.linking.place;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;

import org.annotomy.geometry.Affine;
import org.annotomy.geometry.Position;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.image.SliceAxis;
import org.annotomy.registration.AffineMap;
import org.annotomy.registration.ImageFrame;
import org.junit.Test;

/** Places of one image in another. */
public class CorrespondencesTest {

	private static final VolumeSize SIZE = new VolumeSize(100, 90, 40);

	private static ImagePlace place(String frame, Affine affine) {
		return new ImagePlace(SIZE, frame, new ImageFrame(ImageFrame.Kind.PATIENT, affine, SliceAxis.EVEN, false));
	}

	/** Axial slices 2.5 mm apart, and sagittal ones of the same patient, turned and of other pixels. */
	@Test
	public void aSharedFrameOfReferenceGivesTheExactPlace() {
		ImagePlace axial = place("1.2", Affine.ofRows(0.7, 0, 0, -30, 0, 0.7, 0, -40, 0, 0, 2.5, 100));
		ImagePlace sagittal = place("1.2", Affine.ofRows(0, 0, 3, -50, 1, 0, 0, -60, 0, -1, 0, 180));
		Correspondences all = new Correspondences(Map.of("a", axial, "s", sagittal), List.of());
		Random random = new Random(5);
		for (int i = 0; i < 100; i++) {
			Position voxel = new Position(random.nextInt(100), random.nextInt(90), random.nextInt(40));
			Expected.Exact there = (Expected.Exact) all.between("a", "s").expected(voxel);
			Position patient = new Position(0.7 * voxel.x() - 30, 0.7 * voxel.y() - 40, 2.5 * voxel.z() + 100);
			assertEquals(0, there.voxel().distanceTo(new Position(patient.y() + 60, 180 - patient.z(), (patient.x() + 50) / 3)),
					1e-9);
			assertEquals(0, there.errorMm(), 0);
			assertEquals(0, ((Expected.Exact) all.between("s", "a").expected(there.voxel())).voxel().distanceTo(voxel), 1e-9);
		}
	}

	@Test
	public void alignmentsLeadOverOtherImages() {
		Affine shift = Affine.ofRows(1, 0, 0, 5, 0, 1, 0, -3, 0, 0, 1, 2);
		Map<String, ImagePlace> places = Map.of("ct", place("1", Affine.IDENTITY), "pet", place("1", Affine.IDENTITY), "mr",
				place("2", Affine.IDENTITY), "other", place(null, Affine.IDENTITY));
		Correspondences all = new Correspondences(places,
				List.of(new Alignment("ct", "mr", new SpaceMap(AffineMap.of(shift), 1.5), "offset")));
		Expected.Exact there = (Expected.Exact) all.between("mr", "pet").expected(new Position(10, 10, 10));
		assertEquals(0, there.voxel().distanceTo(new Position(5, 13, 8)), 1e-9);
		assertEquals(1.5, there.errorMm(), 1e-12);
		Expected unknown = all.between("pet", "other").expected(Position.ORIGIN);
		assertTrue(((Expected.Unknown) unknown).reason().contains("Set Offset"));
		assertThrows(IllegalArgumentException.class, () -> all.between("pet", "nobody"));
	}

	/** What the user aligned counts before the frame of reference. */
	@Test
	public void alignmentsCountBeforeTheFrame() {
		Map<String, ImagePlace> places = Map.of("a", place("1", Affine.IDENTITY), "b", place("1", Affine.IDENTITY));
		Affine shift = Affine.ofRows(1, 0, 0, 4, 0, 1, 0, 0, 0, 0, 1, 0);
		Correspondences all = new Correspondences(places,
				List.of(new Alignment("a", "b", new SpaceMap(AffineMap.of(shift), Double.NaN), "offset")));
		assertEquals(4, ((Expected.Exact) all.between("a", "b").expected(Position.ORIGIN)).voxel().x(), 1e-12);
		assertEquals(-4, ((Expected.Exact) all.between("b", "a").expected(Position.ORIGIN)).voxel().x(), 1e-12);
	}

	@Test
	public void unevenSlicesAreFoundAgain() {
		SliceAxis uneven = new SliceAxis(List.of(0.0, 2.0, 3.0, 10.0, 12.0), new TreeSet<>());
		ImagePlace place = new ImagePlace(new VolumeSize(4, 4, 5), "1",
				new ImageFrame(ImageFrame.Kind.PATIENT, Affine.ofRows(1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 3, 0), uneven, false));
		assertEquals(10, place.toFrame(new Position(0, 0, 3)).z(), 1e-9);
		for (double z = -1; z <= 5; z += 0.125)
			assertEquals(z, place.toVoxel(place.toFrame(new Position(1, 2, z))).z(), 1e-9);
		assertTrue(place.contains(new Position(-0.5, 0, 4.5)));
		assertFalse(place.contains(new Position(0, 0, 4.6)));
	}
}
