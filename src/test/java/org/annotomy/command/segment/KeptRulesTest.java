package org.annotomy.command.segment;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

import org.annotomy.geometry.VolumeSize;
import org.annotomy.imagej.session.KeptRules;
import org.annotomy.segmentation.segment.EditingRules;
import org.annotomy.segmentation.segment.EditingRules.Area;
import org.annotomy.segmentation.segment.EditingRules.Overwrite;
import org.annotomy.store.AnnotationStore;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The editing mask from one session to the next. */
public class KeptRulesTest {

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private SegmentBench bench;
	private EditingRules rules;
	private Path file;

	@Before
	public void open() throws Exception {
		bench = SegmentBench.open(folder.getRoot().toPath(), new VolumeSize(8, 8, 4), (x, y, z) -> x);
		bench.run("Add Segment...", "segment_name=Liver", "class_key=structure");
		bench.run("Paint Ball...", "places=4,4,2", "frame=voxels", "radius_mm=3");
		rules = new EditingRules(Area.INSIDE, Set.of(bench.segment("Liver").id()), -200.5, Double.POSITIVE_INFINITY,
				Overwrite.VISIBLE);
		file = AnnotationStore.noteOf(bench.session().source().sidecar(), "editing-mask.json");
	}

	private Optional<EditingRules> kept() {
		return new KeptRules(bench.session()).read();
	}

	private void set(EditingRules now) {
		bench.session().segments().setRules(now);
		new KeptRules(bench.session()).write();
	}

	@Test
	public void theMaskSurvivesReopening() throws Exception {
		assertEquals(Optional.empty(), kept());
		set(rules);
		bench.session().close();
		bench = SegmentBench.open(folder.getRoot().toPath().resolve("volume.nrrd"), "default");
		assertEquals("macros begin without a mask", EditingRules.FREE, bench.session().segments().rules());
		assertEquals(Optional.of(rules), kept());
		bench.session().close();
	}

	@Test
	public void freeingTheMaskForgetsIt() {
		KeptRules keeping = new KeptRules(bench.session());
		bench.session().segments().setRules(rules);
		keeping.write();
		assertTrue(Files.exists(file));
		bench.session().segments().setRules(EditingRules.FREE);
		keeping.write();
		assertFalse(Files.exists(file));
	}

	@Test
	public void aSegmentThatIsGoneIsNoLongerMeant() throws Exception {
		set(rules);
		bench.run("Delete Segments...", "segments=Liver");
		assertEquals(
				Optional.of(new EditingRules(Area.EVERYWHERE, Set.of(), -200.5, Double.POSITIVE_INFINITY, Overwrite.VISIBLE)),
				kept());
	}

	@Test
	public void whatCannotBeReadIsAsNone() throws Exception {
		set(rules);
		String good = Files.readString(file);
		for (String bad : new String[]{"", "[]", "{}", good.replace("inside", "beside"), good.replace("-200.5", "\"low\""),
				good.replaceAll("\"[0-9a-f-]{36}\"", "\"x\""), good.replaceAll("\"[0-9a-f-]{36}\"", "7")}) {
			Files.writeString(file, bad);
			assertEquals(bad, Optional.empty(), kept());
		}
	}
}
