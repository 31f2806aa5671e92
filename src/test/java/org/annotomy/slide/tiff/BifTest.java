package org.annotomy.slide.tiff;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.annotomy.image.ImageFormatException;
import org.annotomy.slide.OpenSlideReading;
import org.annotomy.slide.Slide;
import org.annotomy.slide.SlideReader;
import org.annotomy.slide.SlideReaders;
import org.annotomy.slide.TileAddress;
import org.annotomy.task.Progress;
import org.annotomy.testing.CodecFuzz;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Ventana BIF files, read by us and by OpenSlide, and broken ones. */
public class BifTest {

	private static final int TILE = 64;
	private static final int XMP = 700;
	private static final int LEVELS = 3;

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private final StringBuilder infos = new StringBuilder();
	private final StringBuilder origins = new StringBuilder();

	/** A scanned area; its tiles are numbered from the lowest row on, which turns at its end. */
	private void area(int column, int row, int columns, int rows, int x, int y, int overlapX, int overlapY) {
		infos.append("<ImageInfo AOIScanned=\"1\" AOIIndex=\"0\" NumRows=\"" + rows + "\" NumCols=\"" + columns + "\" Width=\""
				+ TILE + "\" Height=\""
				+ TILE + "\" Pos-X=\"" + x + ".0\" Pos-Y=\"" + y + "\">");
		for (int r = 0; r < rows; r++)
			for (int c = 0; c < columns; c++) {
				int tile = number(c, r, columns, rows);
				if (c + 1 < columns)
					infos.append(joint(tile, number(c + 1, r, columns, rows), "RIGHT", overlapX + c % 2, c + 50));
				if (r > 0) infos.append(joint(tile, number(c, r - 1, columns, rows), "UP", overlapY, 98));
			}
		infos.append("</ImageInfo>");
		origins.append("<AOI0 OriginX=\"" + column * TILE + "\" OriginY=\"" + row * TILE + "\"/>");
	}

	private static int number(int c, int r, int columns, int rows) {
		int fromBelow = rows - 1 - r;
		return fromBelow * columns + (fromBelow % 2 == 0 ? c : columns - 1 - c) + 1;
	}

	private static String joint(int tile, int other, String direction, int overlap, int confidence) {
		return "<TileJointInfo FlagJoined=\"1\" Confidence=\"" + confidence + "\" Direction=\"" + direction + "\" Tile1=\"" + tile
				+ "\" Tile2=\""
				+ other + "\" OverlapX=\"" + overlap + "\" OverlapY=\"" + overlap + "\"/>";
	}

	/** @param joined whether the file says how tiles lie */
	private byte[] bytes(int columns, int rows, boolean joined, String xmp) throws IOException {
		TiffPages pages = new TiffPages();
		pages.add(80, 40, 0, 3).with(TiffTag.DESCRIPTION, "Label Image").with(XMP,
				"<Metadata><iScan Magnification=\"40\" ScanRes=\"0.25\" BarCode1D=\"DOE^JANE\" UserName=\"DOE\"/></Metadata>");
		for (int level = 0; level < LEVELS; level++) {
			int across = (columns + (1 << level) - 1) >> level;
			int down = (rows + (1 << level) - 1) >> level;
			TiffPages.Page page = pages.add(across * TILE, down * TILE, TILE, 3).with(TiffTag.DESCRIPTION,
					"level=" + level + " mag=" + 40 / (1 << level) + " quality=90");
			if (joined && level == 0) page.with(XMP, xmp);
		}
		pages.add(60, 30, 0, 3).with(TiffTag.DESCRIPTION, "Thumbnail");
		return pages.bytes(true);
	}

	private String xmp() {
		return "<EncodeInfo Ver=\"2\"><SlideStitchInfo>" + infos + "</SlideStitchInfo><AoiOrigin>" + origins
				+ "</AoiOrigin></EncodeInfo>";
	}

	private Path write(byte[] bytes) throws IOException {
		return Files.write(folder.getRoot().toPath().resolve("slide" + Thread.currentThread().getId() + ".bif"), bytes);
	}

	private static Slide open(Path file) throws IOException {
		return new TiffSlideReader().open(file, Progress.NONE);
	}

	/** @param exact of how many levels tiles lie at whole pixels */
	private void assertAsOpenSlide(byte[] bytes, int exact, int overlap) throws Exception {
		Path file = write(bytes);
		assertTrue(new TiffSlideReader().recognises(file));
		OpenSlideReading expected = new OpenSlideReading(file, folder.getRoot().toPath());
		assertEquals("ventana", expected.fact("vendor"));
		try (Slide slide = open(file)) {
			expected.assertFacts(slide);
			for (int level = 0; level < LEVELS; level++)
				if (level < exact) expected.assertSame(slide, level, 0xffffff);
				else expected.assertWithinHalfAPixel(slide, level, overlap >> level);
			assertFalse(slide.facts().toString().contains("DOE"));
		}
	}

	@Test
	public void overlapsOfEqualSize() throws Exception {
		area(0, 0, 2, 5, 0, 0, 8, 8);
		assertAsOpenSlide(bytes(2, 5, true, xmp()), 3, 8);
	}

	@Test
	public void overlapsThatDiffer() throws Exception {
		area(0, 0, 7, 5, 12, 30, 6, 5);
		assertAsOpenSlide(bytes(7, 5, true, xmp()), 0, 8);
	}

	@Test
	public void severalAreas() throws Exception {
		area(0, 0, 4, 3, 8, 300, 4, 6);
		area(4, 2, 3, 4, 400, 16, 4, 6);
		assertAsOpenSlide(bytes(8, 6, true, xmp()), 0, 8);
	}

	private void assertRefused(String xmp) throws IOException {
		Path file = write(bytes(2, 2, true, xmp));
		assertThrows(xmp, ImageFormatException.class, () -> open(file).close());
		assertFalse(new TiffSlideReader().recognises(file));
		SlideReader refusal = SlideReaders.discover().find(file).orElseThrow();
		assertThrows(ImageFormatException.class, () -> refusal.open(file, Progress.NONE));
	}

	@Test
	public void whatIsNotKnownIsRefusedInWordsAndNotLeftToOthers() throws Exception {
		area(0, 0, 2, 2, 0, 0, 4, 4);
		String good = xmp();
		open(write(bytes(2, 2, true, good))).close();
		for (String[] change : new String[][]{{"RIGHT", "LEFT"}, {"Tile2=\"2\"", "Tile2=\"9\""},
				{"OverlapX=\"4\"", "OverlapX=\"60\""},
				{"Width=\"64\"", "Width=\"32\""}, {"AOIScanned=\"1\"", "AOIScanned=\"0\""},
				{"<AOI0", "<AOI0 OriginX=\"0\" OriginY=\"0\"/><AOI0"},
				{"Pos-X=\"0.0\"", "Pos-X=\"1e30\""}, {"NumCols=\"2\"", "NumCols=\"2000000000\""}, {"</EncodeInfo>", ""}}) {
			assertFalse(change[0], good.replace(change[0], change[1]).equals(good));
			assertRefused(good.replace(change[0], change[1]));
		}
	}

	@Test
	public void levelsWithoutJointsAreAsStored() throws Exception {
		try (Slide slide = open(write(bytes(3, 2, false, "")))) {
			assertEquals(3 * TILE, slide.levels().get(0).width());
			assertEquals("Ventana", slide.facts().facts().get("Vendor"));
		}
	}

	@Test
	public void changedFilesAnswerOrAreRefused() throws Exception {
		area(0, 0, 2, 2, 0, 0, 4, 4);
		CodecFuzz.Tally tally = new CodecFuzz(20261203, 96 << 20).add("bif", bytes(2, 2, true, xmp()), bytes -> {
			try (Slide slide = open(write(bytes))) {
				for (int level = 0; level < slide.levels().size(); level++)
					slide.readTile(new TileAddress(level, 0, 0, 0, 0, 0));
				for (String name : slide.associatedNames())
					slide.readAssociated(name);
			}
		}).run(2000);
		assertTrue(tally.toString(), tally.decoded() > 100 && tally.refused() > 50);
	}
}
