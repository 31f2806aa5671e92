package org.annotomy.registration;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;

import org.annotomy.geometry.Affine;
import org.annotomy.geometry.Position;
import org.annotomy.identity.ImageIdentity;
import org.annotomy.identity.ImageSize;
import org.annotomy.registration.ImageFrame.Kind;
import org.junit.Test;

/** Which images a registration joins, and which way round. */
public class RegistrationTest {

	private static final Position SHIFT = new Position(3, 4, 5);

	private static ImageIdentity series(String uid, String frame) {
		return new ImageIdentity("dicom", new ImageSize(10, 10, 5, 1, 1), "1.1", uid, List.of(uid + ".1"), frame,
				new double[]{1, 1, 1}, "mm", "PixelSpacing", Affine.IDENTITY, List.of());
	}

	private static Registration of(ImageIdentity moving, ImageIdentity fixed) {
		return new Registration(new Registration.Side(moving, Kind.PATIENT), new Registration.Side(fixed, Kind.PATIENT),
				AffineMap.translation(SHIFT), "test", Map.of());
	}

	private static Position moved(Registration registration, ImageIdentity from, ImageIdentity to) {
		return registration.between(from, Kind.PATIENT, to, Kind.PATIENT).orElseThrow().apply(Position.ORIGIN);
	}

	@Test
	public void itHoldsForAllImagesOfBothFrames() {
		Registration registration = of(series("2.1", "9.1"), series("2.2", "9.2"));
		ImageIdentity otherMoving = series("2.3", "9.1");
		ImageIdentity otherFixed = series("2.4", "9.2");
		assertEquals(SHIFT, moved(registration, otherMoving, otherFixed));
		assertEquals(SHIFT.times(-1), moved(registration, otherFixed, otherMoving));
		assertTrue(registration.between(otherMoving, series("2.1", "9.1")).isEmpty());
	}

	/** The patient moved between two series that share a frame: whichever way it is asked, it is about these two alone. */
	@Test
	public void withinOneFrameItHoldsForTheTwoImagesAlone() {
		ImageIdentity moving = series("2.1", "9.1");
		ImageIdentity fixed = series("2.2", "9.1");
		Registration registration = of(moving, fixed);
		assertEquals(SHIFT, moved(registration, moving, fixed));
		assertEquals(SHIFT.times(-1), moved(registration, fixed, moving));
		assertTrue(registration.between(moving, series("2.3", "9.1")).isEmpty());
		assertTrue(registration.between(series("2.3", "9.1"), fixed).isEmpty());
	}
}
