package org.annotomy.imagej.linking;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import org.annotomy.command.segment.SegmentBench;
import org.annotomy.geometry.Position;
import org.annotomy.imagej.registration.ImagePair;
import org.annotomy.imagej.registration.VolumeRegistration;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.linking.group.Grouping;
import org.annotomy.registration.AffineMap;
import org.annotomy.task.Progress;
import org.annotomy.testing.SharedData;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import ij.measure.ResultsTable;

/** Two real CT series of one frame of reference: axial slices, and slices of a tilted gantry. */
public class RealGroupTest {

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private static double value(AnnotationSession session, Position voxel) {
		return session.image().getStack().getVoxel((int) Math.round(voxel.x()), (int) Math.round(voxel.y()),
				(int) Math.round(voxel.z()));
	}

	/** One place of the patient has one density: where both series show it, their values go together. */
	@Test
	public void bothShowOnePlaceOfThePatient() throws Exception {
		SegmentBench axial = SegmentBench.open(copy("series/ct_axial_philips_5mm"), "default");
		SegmentBench tilted = SegmentBench.open(copy("series/ct_tilt_philips_part"), "default");
		List<AnnotationSession> both = List.of(axial.session(), tilted.session());
		assertEquals(1, Grouping.byThemselves(both.stream().map(AnnotationSession::source).toList()).size());
		OpenGroup group = OpenGroup.gather("head", both);
		String from = group.keyOf(axial.session()).orElseThrow();
		String to = group.keyOf(tilted.session()).orElseThrow();
		Random random = new Random(3);
		double[] sums = new double[6];
		for (int i = 0; i < 20000; i++) {
			Position voxel = new Position(random.nextInt(512), random.nextInt(512),
					random.nextInt(axial.session().source().slices()));
			Position there = group.views().expected(from, voxel, to).orElseThrow();
			if (there.z() < 0 || there.z() > tilted.session().source().slices() - 1 || there.y() < 0 || there.y() > 511
					|| there.x() < 0
					|| there.x() > 511)
				continue;
			add(sums, value(axial.session(), voxel), value(tilted.session(), there));
		}
		assertTrue("only " + sums[0] + " places in both", sums[0] > 1000);
		double r = correlation(sums);
		assertTrue("correlation " + r, r > 0.9);
		for (AnnotationSession session : both)
			session.close();
	}

	/**
	 * Registered by their values although they share a frame, the two series of one head stay where the scanner says that they lie, to within a
	 * slice of 5 mm; the group follows at once, and back.
	 */
	@Test
	public void registeredWithinOneFrameTheyStayWhereTheyAre() throws Exception {
		SegmentBench axial = SegmentBench.open(copy("series/ct_axial_philips_5mm"), "default");
		SegmentBench tilted = SegmentBench.open(copy("series/ct_tilt_philips_part"), "default");
		OpenGroup group = OpenGroup.gather("head", List.of(axial.session(), tilted.session()));
		String to = group.keyOf(axial.session()).orElseThrow();
		String from = group.keyOf(tilted.session()).orElseThrow();
		ResultsTable told = VolumeRegistration.register(ImagePair.of(tilted.session().image(), axial.session().image()),
				AffineMap.Kind.RIGID, null, null, Progress.NONE);
		assertTrue(told.getStringValue("Used by", 0), told.getStringValue("Used by", 0).contains(to));
		double worst = 0;
		for (int i = 0; i < 27; i++) {
			Position voxel = new Position(160 + 96 * (i % 3), 160 + 96 * (i / 3 % 3),
					i / 9 * (tilted.session().source().slices() - 1) / 2.0);
			Position placed = group.place(from).toFrame(voxel);
			Position registered = group.place(to).toFrame(group.views().expected(from, voxel, to).orElseThrow());
			worst = Math.max(worst, placed.distanceTo(registered));
		}
		assertTrue("worst " + worst + " mm", worst > 0 && worst < 5);
		group.takeBackAlignment();
		Position middle = new Position(256, 256, 3);
		assertEquals(0, group.place(from).toFrame(middle)
				.distanceTo(group.place(to).toFrame(group.views().expected(from, middle, to).orElseThrow())), 1e-6);
		for (AnnotationSession session : List.of(axial.session(), tilted.session()))
			session.close();
	}

	private Path copy(String series) throws Exception {
		Path target = folder.newFolder().toPath();
		Path source = SharedData.require(series);
		try (var files = java.nio.file.Files.list(source)) {
			for (Path file : files.toList())
				java.nio.file.Files.copy(file, target.resolve(file.getFileName().toString()));
		}
		return target;
	}

	private static void add(double[] sums, double a, double b) {
		sums[0]++;
		sums[1] += a;
		sums[2] += b;
		sums[3] += a * a;
		sums[4] += b * b;
		sums[5] += a * b;
	}

	private static double correlation(double[] s) {
		double n = s[0];
		return (s[5] - s[1] * s[2] / n) / Math.sqrt((s[3] - s[1] * s[1] / n) * (s[4] - s[2] * s[2] / n));
	}
}
