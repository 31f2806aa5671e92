package org.annotomy.imagej.linking;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.model.Plane;
import org.annotomy.annotation.model.Segment;
import org.annotomy.annotation.shape.RectangleShape;
import org.annotomy.command.segment.SegmentBench;
import org.annotomy.imagej.session.Marking;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Copies of several marks at once, of axial slices to sagittal ones. */
public class LinkedCopiesTest {

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private GroupBench bench;
	private SegmentBench axial;
	private SegmentBench sagittal;
	private String key;

	@Before
	public void open() throws Exception {
		bench = new GroupBench(folder.getRoot().toPath());
		bench.group();
		axial = bench.axial();
		sagittal = bench.sagittal();
		key = GroupBench.key(sagittal);
		mark(10);
		mark(30);
		paint(axial, "A", "25,30,8");
		paint(axial, "B", "32,30,8");
	}

	@After
	public void close() throws Exception {
		bench.close();
	}

	private void mark(int x) {
		new Marking(axial.session()).mark(RectangleShape.of(x, 20, 8, 8), new Plane(-1, 9, 0), null, null, null, Map.of());
	}

	private static void paint(SegmentBench bench, String name, String voxel) throws Exception {
		bench.run("Add Segment...", "segment_name=" + name);
		bench.run("Paint Ball...", "places=" + voxel, "frame=voxels", "radius_mm=6");
	}

	private static AnnotationDocument document(SegmentBench bench) {
		return bench.session().document();
	}

	/** Two objects and two segments that meet a third one where they come. */
	@Test
	public void severalMarksAreOneStepOfUndo() throws Exception {
		paint(sagittal, "There", "28,30,8");
		long there = sagittal.count("There");
		axial.run("Copy With Link...", "objects=all,segment:A,segment:B", "member=" + key, "where=same coordinates");
		assertAllCopied();
		assertEquals(there, sagittal.count("There"));

		axial.run("Undo Annotation...");
		assertEquals(List.of(), document(sagittal).objects());
		assertEquals(List.of("There"), document(sagittal).segments().stream().map(Segment::name).toList());
		assertEquals(there, sagittal.count("There"));
		assertEquals(0, axial.run("List Linked Objects").size());
		assertEquals(List.of(), document(axial).links());
		assertTrue(document(axial).objects().stream().allMatch(object -> object.tracking() == null));

		document(sagittal).redo();
		assertAllCopied();
	}

	private void assertAllCopied() throws Exception {
		assertEquals(2, document(sagittal).objects().size());
		assertEquals("each with its mark", 4, document(sagittal).links().size());
		assertEquals(4, document(axial).links().size());
		assertEquals(axial.count("A"), sagittal.count("A"));
		assertEquals(axial.count("B"), sagittal.count("B"));
		assertEquals("no two are the same labels", 3,
				document(sagittal).segments().stream().map(s -> List.of(s.layer(), s.value())).distinct().count());
		Set<String> ids = document(axial).objects().stream().map(object -> object.tracking().id()).collect(Collectors.toSet());
		document(axial).segments().forEach(segment -> ids.add(segment.tracking().id()));
		assertEquals(Set.of("L1", "L2", "L3", "L4"), ids);
		assertEquals(0, axial.run("Check Links").size());
	}

	/** Outlines cannot be copied to slices that cross their own, segments can. */
	@Test
	public void nothingIsCopiedIfOneMarkCannotBe() {
		Exception refusal = assertThrows(Exception.class,
				() -> axial.run("Copy With Link...", "objects=segment:A,all", "member=" + key));
		assertTrue(refusal.getMessage(), refusal.getMessage().contains("not parallel"));
		assertEquals(List.of(), document(sagittal).segments());
		assertEquals(List.of(), document(axial).links());
	}
}
