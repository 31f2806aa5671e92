package org.annotomy.command.object;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.depth.Depth;
import org.annotomy.annotation.depth.DepthGraph;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.Occlusion;
import org.annotomy.annotation.model.Plane;
import org.annotomy.annotation.shape.RectangleShape;
import org.annotomy.command.segment.SegmentBench;
import org.annotomy.geometry.VolumeSize;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import ij.measure.ResultsTable;

/** What macros say of overlapping structures survives saving, exporting and importing. */
public class DepthCommandsTest {

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private SegmentBench bench;

	@Before
	public void open() throws Exception {
		bench = SegmentBench.open(folder.getRoot().toPath(), new VolumeSize(60, 60, 4), (x, y, z) -> x);
		mark("Heart", RectangleShape.of(10, 10, 30, 30));
		mark("Rib", RectangleShape.of(20, 5, 10, 40));
		mark("Node", RectangleShape.of(50, 50, 4, 4));
		bench.run("Set Depth Order...", "objects=Heart", "depth=behind", "relative_to=Rib", "visibility=partly covered");
		bench.run("Set Depth Order...", "objects=Heart", "depth=see-through in front", "relative_to=Node");
	}

	@After
	public void close() throws Exception {
		bench.session().close();
	}

	private void mark(String name, RectangleShape shape) {
		document().edit("Mark").put(AnnotationObject.builder(shape, Plane.FIRST).name(name).build()).apply();
	}

	private AnnotationDocument document() {
		return bench.session().document();
	}

	private AnnotationObject object(String name) {
		return document().objects().stream().filter(o -> name.equals(o.name())).findFirst().orElseThrow();
	}

	private void requireSaid() {
		DepthGraph graph = DepthGraph.of(document().links());
		assertEquals(Depth.IN_FRONT, graph.between(object("Rib").id(), object("Heart").id()).orElseThrow());
		assertEquals(Depth.SEEN_THROUGH, graph.between(object("Node").id(), object("Heart").id()).orElseThrow());
		assertEquals(Occlusion.PARTLY_COVERED, object("Heart").occlusion());
		assertTrue(object("Rib").appearance().order() > object("Heart").appearance().order());
	}

	@Test
	public void theListTellsEachPairAndWhatDoesNotFit() throws Exception {
		requireSaid();
		ResultsTable list = bench.run("List Depth Order");
		assertEquals(2, list.size());
		int rib = list.getStringValue("Object", 0).equals("Rib") ? 0 : 1;
		assertEquals("in front of", list.getStringValue("Lies", rib));
		assertEquals("Heart", list.getStringValue("Other object", rib));
		assertEquals("partly covered", list.getStringValue("Other's visibility", rib));
		assertEquals("", list.getStringValue("Problem", rib));
		assertEquals("Heart", list.getStringValue("Object", 1 - rib));
		assertEquals("The outlines do not overlap.", list.getStringValue("Problem", 1 - rib));
		bench.run("Set Depth Order...", "objects=Heart", "depth=nothing said");
		assertEquals("what is not fully visible is listed", 1, bench.run("List Depth Order").size());
	}

	@Test
	public void itSurvivesReopening() throws Exception {
		bench.run("Save Annotations");
		bench.session().close();
		Path file = folder.getRoot().toPath().resolve("volume.nrrd");
		assertTrue(Files.readString(folder.getRoot().toPath().resolve("volume.nrrd.geojson")).contains("\"in-front-of\""));
		bench = SegmentBench.open(file, "default");
		requireSaid();
	}

	@Test
	public void itSurvivesExportAndImport() throws Exception {
		Path file = folder.getRoot().toPath().resolve("objects.geojson");
		bench.run("Export Objects...", "file=" + file);
		bench.run("Delete Objects...", "objects=all");
		assertEquals(Set.of(), DepthGraph.of(document().links()).objects());
		bench.run("Import Objects...", "file=" + file);
		requireSaid();
		document().undo();
		assertTrue("one step", document().objects().isEmpty() && document().links().isEmpty());
	}
}
