package org.annotomy.command.object;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.Plane;
import org.annotomy.annotation.shape.RectangleShape;
import org.annotomy.command.segment.SegmentBench;
import org.annotomy.geometry.VolumeSize;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The table of regions where there are none, as a macro over many images meets them. */
public class MeasureRegionsTest {

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
	public void allOfNoRegionsIsATableWithoutRows() throws Exception {
		assertEquals(0, bench.run("Measure Regions...", "objects=all").size());
	}

	@Test
	public void aRegionThatIsNamedHasToBeThere() throws Exception {
		assertThrows(Exception.class, () -> bench.run("Measure Regions...", "objects=Bed"));
		bench.session().document().edit("Mark")
				.put(AnnotationObject.builder(RectangleShape.of(1, 1, 9, 9), Plane.FIRST).name("Bed").build()).apply();
		assertEquals("Bed", bench.run("Measure Regions...", "objects=Bed").getStringValue("Region", 0));
	}
}
