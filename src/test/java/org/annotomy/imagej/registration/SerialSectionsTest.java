package org.annotomy.imagej.registration;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import org.annotomy.geometry.Affine;
import org.annotomy.geometry.Position;
import org.annotomy.geometry.Turn;
import org.annotomy.imagej.fusion.Fusion;
import org.annotomy.imagej.fusion.Windows;
import org.annotomy.display.fusion.ColourTable;
import org.annotomy.imagej.slide.SlideImage;
import org.annotomy.registration.AffineMap;
import org.annotomy.registration.ImageFrame;
import org.annotomy.registration.LandmarkFit;
import org.annotomy.registration.Landmarks;
import org.annotomy.registration.Registration;
import org.annotomy.task.Progress;
import org.junit.Test;

/** Two sections of one block on two slides, turned, shifted and stained otherwise. */
public class SerialSectionsTest {

	private static final double MM = SectionSlide.UM / 1000;
	/** From pixels of the second slide to those of the first one. */
	private static final Affine TO_FIRST = moved();

	private static Affine moved() {
		Affine turn = Turn.around(new Position(4000, 3000, 0), Turn.zxy(0, 0, Math.toRadians(152)));
		return AffineMap.translation(new Position(160, -220, 0)).matrix().after(turn);
	}

	private static ImagePair pair() throws Exception {
		SlideImage first = SlideImage
				.open(new SectionSlide("he", Affine.IDENTITY, v -> v == 0 ? 0xf4f4f4 : 0xe0a0d0 - (v / 3 << 8)));
		SlideImage second = SlideImage
				.open(new SectionSlide("ihc", TO_FIRST, v -> v == 0 ? 0xeeeeee : 0x503010 + v / 2 * 0x010101));
		return ImagePair.of(second, first);
	}

	/** The largest error over tissue, in pixels of level 0. */
	private static double worst(ImagePair pair) {
		Registration found = Registrations.known(pair.fixed()).get(0);
		double worst = 0;
		for (int x = 1500; x <= 6500; x += 500)
			for (int y = 1200; y <= 4800; y += 400) {
				Position mapped = found.transform().apply(pair.movingFrame().frameOf(x, y, 0));
				Position wanted = pair.fixedFrame().frameOf(TO_FIRST.apply(x, y, 0).x(), TO_FIRST.apply(x, y, 0).y(), 0);
				worst = Math.max(worst, mapped.distanceTo(wanted) / MM);
			}
		return worst;
	}

	@Test
	public void byTheirValues() throws Exception {
		ImagePair pair = pair();
		assertTrue(pair.isPlane());
		assertEquals(ImageFrame.Kind.IMAGE_MM, pair.fixedFrame().kind());
		VolumeRegistration.register(pair, AffineMap.Kind.RIGID, null, null, Progress.NONE);
		assertTrue("worst error " + worst(pair) + " pixels of level 0, a pixel of the overview is 8", worst(pair) < 8);
	}

	@Test
	public void byLandmarks() throws Exception {
		ImagePair pair = pair();
		StringBuilder moving = new StringBuilder();
		StringBuilder fixed = new StringBuilder();
		for (int[] at : new int[][]{{1500, 1400}, {6200, 1300}, {1800, 4600}, {6000, 4700}, {3900, 3100}}) {
			Position there = TO_FIRST.apply(at[0], at[1], 0);
			moving.append(at[0]).append(' ').append(at[1]).append("; ");
			fixed.append(there.x()).append(' ').append(there.y()).append("; ");
		}
		Landmarks landmarks = LandmarkPoints.ofText(pair, moving.toString(), fixed.toString());
		var table = LandmarkRegistration.register(pair, landmarks, LandmarkFit.RIGID, 0, null, Progress.NONE);
		assertEquals(0, table.getValue("Target error, held out (µm)", 5), 1e-3);
		assertTrue(worst(pair) < 0.1);
	}

	@Test
	public void slidesAreNotFused() throws Exception {
		ImagePair pair = pair();
		String message = assertThrows(IllegalArgumentException.class, () -> Fusion.start(pair, AffineMap.IDENTITY,
				Windows.look(pair.moving(), ColourTable.GREY, 0.0, 1.0, 50, true))).getMessage();
		assertTrue(message, message.contains("slides are not fused"));
	}
}
