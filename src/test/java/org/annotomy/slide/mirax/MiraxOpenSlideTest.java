package org.annotomy.slide.mirax;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.nio.file.Path;
import java.util.Set;

import org.annotomy.slide.OpenSlideReading;
import org.annotomy.slide.Slide;
import org.annotomy.slide.SlideReaders;
import org.annotomy.task.Progress;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** MIRAX slides of every arrangement, read by us and by OpenSlide. */
public class MiraxOpenSlideTest {

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private int slides;

	/** @param exact whether every level's photos lie at whole pixels */
	private void assertRead(MiraxWriter writer, boolean exact) throws Exception {
		Path root = folder.getRoot().toPath();
		Path file = writer.write(root, "slide" + slides++);
		OpenSlideReading expected = new OpenSlideReading(file, root);
		assertEquals("mirax", expected.fact("vendor"));
		try (Slide slide = SlideReaders.discover().find(file).get().open(file, Progress.NONE)) {
			expected.assertFacts(slide);
			int fill = Integer.parseInt(expected.fact("background-color"), 16);
			for (int level = 0; level < slide.levels().size(); level++)
				if (exact || level == 0) expected.assertSame(slide, level, fill);
				else expected.assertWithinHalfAPixel(slide, level, writer.overlap >> level);
			assertEquals(file, slide.facts().sidecar());
			assertFalse(slide.facts().toString().contains("JANE"));
		}
	}

	@Test
	public void photosSideBySide() throws Exception {
		for (String format : new String[]{"PNG", "JPEG", "BMP24"}) {
			MiraxWriter writer = new MiraxWriter();
			writer.format = format;
			writer.empty = Set.of(2, 4);
			assertRead(writer, true);
		}
	}

	@Test
	public void overlappingPhotosWithoutPlaces() throws Exception {
		for (int divisions : new int[]{1, 2, 4}) {
			MiraxWriter writer = new MiraxWriter();
			writer.divisions = divisions;
			writer.overlap = 9;
			writer.empty = Set.of(1);
			assertRead(writer, false);
		}
	}

	@Test
	public void photosWhereTheCameraStood() throws Exception {
		for (MiraxWriter.Places places : new MiraxWriter.Places[]{MiraxWriter.Places.PLAIN, MiraxWriter.Places.PACKED})
			for (int divisions : new int[]{1, 4}) {
				MiraxWriter writer = new MiraxWriter();
				writer.divisions = divisions;
				writer.across = 5;
				writer.down = 3;
				writer.overlap = 12;
				writer.places = places;
				writer.format = "JPEG";
				writer.empty = Set.of(3, 7, 14);
				assertRead(writer, false);
			}
	}

	@Test
	public void slidesThatWereSavedCoarser() throws Exception {
		for (int first : new int[]{1, 2}) {
			MiraxWriter writer = new MiraxWriter();
			writer.first = first;
			writer.places = MiraxWriter.Places.PACKED;
			writer.overlap = 8;
			writer.levels = 3;
			assertRead(writer, false);
		}
	}

	@Test
	public void largePhotosInManyTiles() throws Exception {
		MiraxWriter writer = new MiraxWriter();
		writer.side = 700;
		writer.divisions = 1;
		writer.overlap = 60;
		writer.levels = 2;
		writer.withPictures = false;
		writer.places = MiraxWriter.Places.PLAIN;
		assertRead(writer, false);
	}
}
