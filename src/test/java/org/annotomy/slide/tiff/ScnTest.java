package org.annotomy.slide.tiff;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.annotomy.image.ImageFormatException;
import org.annotomy.slide.OpenSlideReading;
import org.annotomy.slide.PixelKind;
import org.annotomy.slide.Slide;
import org.annotomy.slide.SlidePixels;
import org.annotomy.slide.TileAddress;
import org.annotomy.task.Progress;
import org.annotomy.testing.CodecFuzz;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Leica SCN files of one and several regions, read by us and by OpenSlide, and broken ones. */
public class ScnTest {

	/** Of a level smaller than a tile, the libtiff below OpenSlide 3.4 gives rows of another length. */
	private static final int TILE = 16;
	/** Of a pixel of level 0. */
	private static final int NM = 500;
	private static final String XML = "<?xml version=\"1.0\"?><scn xmlns=\"http://www.leica-microsystems.com/scn/2010/10/01\">"
			+ "<collection name=\"DOE^JANE\" sizeX=\"" + 700 * NM + "\" sizeY=\"" + 500 * NM
			+ "\"><barcode>RE9FXkpBTkU=</barcode>";

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private final TiffPages pages = new TiffPages();
	private final StringBuilder xml = new StringBuilder(XML);
	private int page;

	private static String image(int x, int y, int width, int height, String light, String dimensions) {
		return "<image name=\"DOE\"><creationDate>2020</creationDate><pixels sizeX=\"" + width + "\" sizeY=\"" + height + "\">"
				+ dimensions
				+ "</pixels><view sizeX=\"" + width * NM + "\" sizeY=\"" + height * NM + "\" offsetX=\"" + x * NM
				+ "\" offsetY=\"" + y * NM
				+ "\"/><scanSettings><objectiveSettings><objective>20</objective></objectiveSettings><illuminationSettings>"
				+ "<illuminationSource>" + light + "</illuminationSource></illuminationSettings><channelSettings>"
				+ "<channel index=\"0\" name=\"DAPI\" rgb=\"#0000ff\"/><channel index=\"1\" name=\"FITC\" rgb=\"#00FF00\"/>"
				+ "</channelSettings></scanSettings></image>";
	}

	/** A region of three levels. @param channels 0 for colour */
	private void region(int x, int y, int width, int height, int channels) {
		StringBuilder dimensions = new StringBuilder();
		for (int level = 0; level < 3; level++)
			for (int c = 0; c < Math.max(1, channels); c++) {
				pages.add(width >> 2 * level, height >> 2 * level, TILE, channels == 0 ? 3 : 1)
						.with(TiffTag.X_RESOLUTION, new int[]{20_000 >> 2 * level, 1})
						.with(TiffTag.Y_RESOLUTION, new int[]{20_000 >> 2 * level, 1}).with(TiffTag.RESOLUTION_UNIT, 3);
				dimensions.append("<dimension r=\"" + level + "\" z=\"0\"" + (channels == 0 ? "" : " c=\"" + c + "\"")
						+ " sizeX=\"" + (width >> 2 * level)
						+ "\" sizeY=\"" + (height >> 2 * level) + "\" ifd=\"" + page++ + "\"/>");
			}
		xml.append(image(x, y, width, height, channels == 0 ? "brightfield" : "fluorescence", dimensions.toString()));
	}

	private Path write() throws IOException {
		pages.add(70, 50, TILE, 3);
		xml.append(image(0, 0, 700, 500, "brightfield", "<dimension r=\"0\" sizeX=\"70\" sizeY=\"50\" ifd=\"" + page + "\"/>"));
		return finished();
	}

	private Path finished() throws IOException {
		pages.first().with(TiffTag.DESCRIPTION, xml + "</collection></scn>");
		return Files.write(folder.getRoot().toPath().resolve("slide.scn"), pages.bytes(true));
	}

	private static Slide open(Path file) throws IOException {
		return new TiffSlideReader().open(file, Progress.NONE);
	}

	private void assertAsOpenSlide() throws Exception {
		Path file = write();
		assertTrue(new TiffSlideReader().recognises(file));
		OpenSlideReading expected = new OpenSlideReading(file, folder.getRoot().toPath());
		assertEquals("leica", expected.fact("vendor"));
		try (Slide slide = open(file)) {
			expected.assertFacts(slide);
			for (int level = 0; level < slide.levels().size(); level++)
				expected.assertSame(slide, level, 0xffffff);
			assertFalse(slide.facts().toString().contains("DOE"));
			assertEquals("Leica", slide.facts().facts().get("Vendor"));
		}
	}

	@Test
	public void oneRegionOnTheGlass() throws Exception {
		region(101, 77, 512, 384, 0);
		assertAsOpenSlide();
	}

	@Test
	public void severalRegionsThatOverlap() throws Exception {
		region(20, 30, 256, 256, 0);
		region(200, 180, 320, 256, 0);
		region(430, 10, 256, 288, 0);
		assertAsOpenSlide();
	}

	@Test
	public void channelsOfFluorescence() throws Exception {
		region(40, 60, 256, 192, 2);
		Path file = write();
		try (Slide slide = open(file)) {
			assertEquals(PixelKind.GREY_8, slide.facts().kind());
			assertEquals("FITC", slide.facts().channels().get(1).name());
			assertEquals(0x00ff00, slide.facts().channels().get(1).rgb());
			for (int c = 0; c < 2; c++) {
				byte[] whole = (byte[]) SlidePixels.level(slide, 0, c, 0, 0);
				byte[] row = Arrays.copyOfRange(whole, 40 + 63 * 700, 40 + 256 + 63 * 700);
				assertArrayEquals(Arrays.copyOfRange(pages.page(c).pixels, 3 * 256, 4 * 256), row);
				assertEquals(0, whole[39 + 63 * 700]);
			}
		}
	}

	@Test
	public void regionsScannedOtherwiseAreImagesOfTheirOwn() throws Exception {
		region(300, 30, 256, 192, 2);
		region(20, 30, 256, 256, 0);
		region(20, 300, 128, 64, 0);
		Path file = write();
		try (Slide slide = open(file)) {
			assertEquals(List.of("fluorescence 20×", "brightfield 20×"), slide.images().names());
			assertEquals(2, slide.images().number());
			assertEquals(PixelKind.RGB, slide.facts().kind());
			assertEquals("slide.scn", slide.facts().sidecar().getFileName().toString());
			assertTrue(slide.facts().warnings().get(0).contains("holds 2 images"));
		}
		try (Slide slide = new TiffSlideReader().open(file, 1, Progress.NONE)) {
			assertEquals(PixelKind.GREY_8, slide.facts().kind());
			assertEquals(2, slide.facts().channels().size());
			assertEquals("slide.scn.image-1", slide.facts().sidecar().getFileName().toString());
			byte[] whole = (byte[]) SlidePixels.level(slide, 0, 1, 0, 0);
			assertEquals(pages.page(1).pixels[5 + 7 * 256], whole[305 + 37 * 700]);
			assertEquals(0, whole[30 + 40 * 700]);
		}
		assertThrows(ImageFormatException.class, () -> new TiffSlideReader().open(file, 3, Progress.NONE));
	}

	@Test
	public void descriptionsThatCannotBeAreRefused() throws Exception {
		region(20, 30, 128, 128, 0);
		String good = xml.toString();
		for (String[] change : new String[][]{{"ifd=\"1\"", "ifd=\"99\""}, {"ifd=\"0\"", "ifd=\"-5\""},
				{"sizeX=\"128\" sizeY=\"128\" ifd", "sizeX=\"x\" ifd"},
				{"<view", "<wiew"}, {"collection name", "kollection name"}, {"offsetX=\"", "offsetX=\"1e99"},
				{"sizeX=\"350000\"", "sizeX=\"350000000000000\""},
				{"</image>", "</image><"}}) {
			xml.setLength(0);
			xml.append(good.replace(change[0], change[1]));
			assertFalse(change[0], xml.toString().equals(good));
			Path file = finished();
			assertThrows(change[1], ImageFormatException.class, () -> open(file).close());
		}
	}

	@Test
	public void onlyTheGlassIsNoSlide() throws Exception {
		Path file = write();
		assertTrue(assertThrows(ImageFormatException.class, () -> open(file)).getMessage().contains("no region"));
	}

	@Test
	public void changedFilesAnswerOrAreRefused() throws Exception {
		region(3, 2, 64, 64, 0);
		byte[] whole = Files.readAllBytes(write());
		CodecFuzz.Tally tally = new CodecFuzz(20261130, 96 << 20).add("scn", whole, bytes -> {
			Path file = Files.write(folder.getRoot().toPath().resolve("fuzz" + Thread.currentThread().getId() + ".scn"), bytes);
			try (Slide slide = open(file)) {
				for (int level = 0; level < slide.levels().size(); level++)
					slide.readTile(new TileAddress(level, 0, 0, 0, 0, 0));
				for (String name : slide.associatedNames())
					slide.readAssociated(name);
			}
		}).run(2000);
		assertTrue(tally.toString(), tally.decoded() > 100 && tally.refused() > 100);
	}
}
