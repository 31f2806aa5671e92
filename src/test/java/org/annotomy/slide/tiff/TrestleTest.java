package org.annotomy.slide.tiff;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.annotomy.image.ImageFormatException;
import org.annotomy.slide.OpenSlideReading;
import org.annotomy.slide.Slide;
import org.annotomy.slide.TileAddress;
import org.annotomy.task.Progress;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Trestle files, read by us and by OpenSlide. */
public class TrestleTest {

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private Path write(String overlaps) throws IOException {
		TiffPages pages = new TiffPages();
		for (int level = 0; level < 3; level++)
			pages.add(500 >> level, 360 >> level, 64, 3);
		pages.first().with(TiffTag.SOFTWARE, "MedScan 1").with(TiffTag.DESCRIPTION,
				"Background Color=E6E6E6;Objective Power=20;Name=DOE;OverlapsXY=" + overlaps)
				.with(TiffTag.X_RESOLUTION, new int[]{1, 2})
				.with(TiffTag.Y_RESOLUTION, new int[]{1, 2});
		Files.write(folder.getRoot().toPath().resolve("slide.Full"), NdpiWriter.whole(70, 30, 1).bytes());
		return Files.write(folder.getRoot().toPath().resolve("slide.tif"), pages.bytes(false));
	}

	private static Slide open(Path file) throws IOException {
		return new TiffSlideReader().open(file, Progress.NONE);
	}

	@Test
	public void overlapsOfEachLevelAreTakenOut() throws Exception {
		Path file = write(" 10 8 4 6 0 0");
		assertTrue(new TiffSlideReader().recognises(file));
		OpenSlideReading expected = new OpenSlideReading(file, folder.getRoot().toPath());
		assertEquals("trestle", expected.fact("vendor"));
		try (Slide slide = open(file)) {
			expected.assertFacts(slide);
			for (int level = 0; level < 3; level++)
				expected.assertSame(slide, level, 0xffffff);
		}
	}

	@Test
	public void channelsKeepTheirOwnPixels() throws Exception {
		TiffPages pages = new TiffPages();
		pages.add(100, 80, 64, 2).with(TiffTag.SOFTWARE, "MedScan 1").with(TiffTag.DESCRIPTION, "OverlapsXY= 10 8");
		Path file = Files.write(folder.getRoot().toPath().resolve("grey.tif"), pages.bytes(false));
		try (Slide slide = open(file)) {
			assertEquals(2, slide.facts().channels().size());
			for (int c = 0; c < 2; c++) {
				byte[] tile = (byte[]) slide.readTile(new TileAddress(0, 0, 0, c, 0, 0)).samples();
				for (int x = 0; x < 50; x++)
					assertEquals(pages.first().pixels[2 * x + c], tile[x]);
			}
		}
	}

	@Test
	public void overlapsThatCannotBeAreRefused() throws Exception {
		for (String overlaps : new String[]{" 33 8", " 99999999999 8"}) {
			Path file = write(overlaps);
			assertThrows(ImageFormatException.class, () -> open(file).close());
		}
	}
}
