package org.annotomy.command.segment;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertNull;

import java.awt.EventQueue;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.annotomy.annotation.model.Segment;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.ui.edit.SegmentGestures;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Shades of segments by commands, by the hand, and after saving. */
public class SegmentColoursTest {

	private static final VolumeSize SIZE = new VolumeSize(20, 16, 8);

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private static List<Integer> colours(SegmentBench bench) {
		return bench.session().document().segments().stream().map(Segment::rgb).toList();
	}

	@Test
	public void commandsAndHandsGiveTheSameShadesAndFilesKeepThem() throws Exception {
		Path file = folder.newFolder().toPath();
		SegmentBench bench = SegmentBench.open(file, SIZE, (x, y, z) -> x);
		for (int i = 0; i < 3; i++) {
			bench.run("Add Segment...", "class_key=structure");
			bench.run("Paint Ball...", "places=" + (4 + 5 * i) + ",8,4", "frame=voxels", "radius_mm=2");
		}
		List<Integer> given = colours(bench);
		assertNull(given.get(0));
		assertNotEquals(given.get(1), given.get(2));
		bench.run("Save Annotations");
		bench.session().close();
		SegmentBench again = SegmentBench.open(file.resolve("volume.nrrd"), "default");
		assertEquals(given, colours(again));
		again.session().close();
		String header = new String(Files.readAllBytes(file.resolve("volume.nrrd.seg.nrrd")), StandardCharsets.ISO_8859_1);
		assertEquals(3,
				header.lines().filter(line -> line.matches("Segment\\d_Color:=.*")).distinct().map(line -> line.substring(9))
						.distinct().count());
		SegmentBench byHand = SegmentBench.open(folder.newFolder().toPath(), SIZE, (x, y, z) -> x);
		byHand.session().setCurrentClass("structure");
		EventQueue.invokeAndWait(() -> {
			for (int i = 0; i < 3; i++)
				new SegmentGestures(byHand.session()).add();
		});
		assertEquals(given, colours(byHand));
		byHand.session().close();
	}
}
