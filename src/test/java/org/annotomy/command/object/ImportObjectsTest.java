package org.annotomy.command.object;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.annotomy.command.segment.SegmentBench;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.imagej.session.ObjectFiles;
import org.annotomy.task.Progress;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** What is told of a file of objects that may belong to another image. */
public class ImportObjectsTest {

	private static final String BEYOND = "Reaching beyond the image";

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private SegmentBench bench;

	@Before
	public void open() throws Exception {
		bench = SegmentBench.open(folder.getRoot().toPath(), new VolumeSize(60, 40, 2), (x, y, z) -> x);
	}

	@After
	public void close() throws Exception {
		bench.session().close();
	}

	@Test
	public void objectsUpToTheEdgeAreTheImagesOwn() throws Exception {
		List<String> told = read(square("annotation", 0, 0, 60, 40), square("detection", 50, 30, 60, 40));
		assertFalse(told.toString(), told.stream().anyMatch(words -> words.startsWith(BEYOND)));
		assertEquals("2 objects came in.", told.get(0));
	}

	@Test
	public void objectsBeyondTheEdgeAreCounted() throws Exception {
		List<String> told = read(square("annotation", 10, 10, 20, 20), square("annotation", 500, 10, 520, 20),
				square("detection", 10, 10, 12, 12), square("detection", 10, 300, 12, 310), square("detection", 55, 10, 65, 20));
		assertTrue(told.toString(), told.stream().anyMatch(words -> words.startsWith(BEYOND + ": 3 ")));
		assertEquals("they come in all the same", "5 objects came in.", told.get(0));
		List<String> again = ObjectFiles.read(folder.getRoot().toPath().resolve("objects.geojson"), bench.session(),
				Progress.NONE);
		assertEquals("0 objects came in.", again.get(0));
		assertFalse("what is left out is not told", again.stream().anyMatch(words -> words.startsWith(BEYOND)));
	}

	private List<String> read(String... features) throws Exception {
		Path file = folder.getRoot().toPath().resolve("objects.geojson");
		Files.writeString(file, "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}");
		return ObjectFiles.read(file, bench.session(), Progress.NONE);
	}

	private static String square(String type, int left, int top, int right, int bottom) {
		return ("{'type':'Feature','geometry':{'type':'Polygon','coordinates':[[[%1$d,%2$d],[%3$d,%2$d],[%3$d,%4$d],[%1$d,%4$d],[%1$d,%2$d]]]},"
				+ "'properties':{'objectType':'%5$s'}}").formatted(left, top, right, bottom, type).replace('\'', '"');
	}
}
