package org.annotomy.slide.tiff;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.annotomy.codec.jpeg.JpegHeader;
import org.annotomy.codec.jpeg.JpegPicture;
import org.annotomy.image.ImageFormatException;
import org.annotomy.slide.OpenSlideReading;
import org.annotomy.slide.Slide;
import org.annotomy.slide.SlidePixels;
import org.annotomy.slide.TileAddress;
import org.annotomy.task.Progress;
import org.annotomy.testing.CodecFuzz;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** NDPI files, read by us and by OpenSlide, and broken ones. */
public class NdpiTest {

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private Path file() {
		return folder.getRoot().toPath().resolve("slide" + Thread.currentThread().getId() + ".ndpi");
	}

	private static Slide open(Path file) throws IOException {
		return new TiffSlideReader().open(file, Progress.NONE);
	}

	private void assertAsOpenSlide(NdpiWriter writer) throws Exception {
		Path file = writer.write(file());
		assertTrue(TiffSlideReader.holds(file, Long.MAX_VALUE));
		OpenSlideReading expected = new OpenSlideReading(file, folder.getRoot().toPath());
		assertEquals("hamamatsu", expected.fact("vendor"));
		try (Slide slide = open(file)) {
			expected.assertMoreFacts(slide); // OpenSlide makes further levels
			for (int level = 0; level < slide.levels().size(); level++)
				expected.assertSame(slide, level, 0);
			assertFalse(slide.facts().toString().contains("DOE"));
			assertEquals(file, slide.facts().sidecar());
		}
	}

	/** Two levels of pieces, a coarser one without restart markers, and the glass. */
	private static NdpiWriter slide(boolean half, boolean withTable) throws IOException {
		return new NdpiWriter().add(NdpiWriter.cut(1024, 512, 256, half, 0), 20, 0, withTable)
				.add(NdpiWriter.cut(512, 256, 128, half, 1), 10, 0, withTable).add(NdpiWriter.whole(256, 128, 2), 5, 0, withTable)
				.add(NdpiWriter.whole(120, 40, 3), -1, 0, false).add(NdpiWriter.whole(64, 32, 4), -2, 0, false);
	}

	@Test
	public void piecesBetweenRestartMarkersAreTiles() throws Exception {
		for (boolean half : new boolean[]{true, false})
			for (boolean withTable : new boolean[]{true, false})
				assertAsOpenSlide(slide(half, withTable));
	}

	@Test
	public void aTableThatIsWrongIsNotBelieved() throws Exception {
		NdpiWriter.Stream stream = NdpiWriter.cut(512, 256, 128, true, 1);
		int[] wrong = new int[stream.starts().length];
		for (int i = 0; i < wrong.length; i++)
			wrong[i] = (int) stream.starts()[i] + (i % 3 == 1 ? 5 : i % 3 == 2 ? -100_000 : 0);
		Path file = new NdpiWriter().add(stream, 20, 0, true).with(65426, wrong).write(file());
		Path right = new NdpiWriter().add(stream, 20, 0, true).write(folder.getRoot().toPath().resolve("right.ndpi"));
		try (Slide slide = open(file); Slide expected = open(right)) {
			assertArrayEquals((int[]) SlidePixels.level(expected, 0, 0, 0, 0), (int[]) SlidePixels.level(slide, 0, 0, 0, 0));
		}
	}

	@Test
	public void imagesLargerThanJpegAllows() throws Exception {
		assertAsOpenSlide(new NdpiWriter().add(NdpiWriter.cut(66_048, 32, 1032 * 8, false, 0), 40, 0, true));
		assertAsOpenSlide(new NdpiWriter().add(NdpiWriter.cut(32, 65_600, 32, true, 0), 40, 0, true));
	}

	@Test
	public void offsetsAboveFourGigabytes() throws Exception {
		NdpiWriter writer = slide(true, true);
		writer.gap = 5L << 30;
		assertAsOpenSlide(writer);
	}

	@Test
	public void sizesThatEndWithinAPieceAreThoseOfTheWholeStream() throws Exception {
		NdpiWriter.Stream stream = NdpiWriter.cut(1020, 75, 256, false, 0);
		Path file = new NdpiWriter().add(stream, 20, 0, true).write(file());
		try (Slide slide = open(file)) {
			assertArrayEquals(JpegPicture.rgb(stream.bytes(), JpegHeader.of(stream.bytes())),
					(int[]) SlidePixels.level(slide, 0, 0, 0, 0));
		}
	}

	@Test
	public void piecesWithLowerColoursAreEachDecodedAlone() throws Exception {
		Path file = new NdpiWriter().add(NdpiWriter.cut(256, 96, 128, true, true, 0), 20, 0, true).write(file());
		try (Slide slide = open(file)) {
			int[] level = (int[]) SlidePixels.level(slide, 0, 0, 0, 0);
			for (int piece = 0; piece < 12; piece++) {
				byte[] alone = NdpiWriter.jpeg(NdpiWriter.picture(piece % 2 * 128, piece / 2 * 16, 128, 16, 0), true, true);
				int[] rgb = JpegPicture.rgb(alone, JpegHeader.of(alone));
				for (int i = 0; i < rgb.length; i++)
					assertEquals("piece " + piece + " at " + i, rgb[i],
							level[piece % 2 * 128 + i % 128 + (piece / 2 * 16 + i / 128) * 256]);
			}
		}
	}

	@Test
	public void focalPlanesAreSlices() throws Exception {
		NdpiWriter writer = new NdpiWriter();
		for (int focus : new int[]{0, 1500, -1500}) {
			writer.add(NdpiWriter.cut(256, 64, 128, true, focus), 20, focus, true);
			writer.add(NdpiWriter.cut(128, 32, 64, true, focus), 10, focus, true);
		}
		try (Slide slide = open(writer.write(file()))) {
			assertEquals(3, slide.facts().slices());
			assertEquals(1.5, slide.facts().sliceSpacingUm(), 0);
			assertEquals(2, slide.levels().size());
			Path middle = new NdpiWriter().add(NdpiWriter.cut(256, 64, 128, true, 0), 20, 0, true)
					.write(folder.getRoot().toPath().resolve("middle.ndpi"));
			try (Slide expected = open(middle)) {
				assertArrayEquals((int[]) SlidePixels.level(expected, 0, 0, 0, 0), (int[]) SlidePixels.level(slide, 0, 0, 1, 0));
			}
		}
	}

	@Test
	public void whatCannotBeCutOrReadIsRefused() throws Exception {
		NdpiWriter.Stream cut = NdpiWriter.cut(512, 256, 128, true, 1);
		NdpiWriter.Stream large = new NdpiWriter.Stream(NdpiWriter.whole(64, 64, 0).bytes(), 70_000, 70_000, null);
		for (NdpiWriter writer : new NdpiWriter[]{new NdpiWriter().add(large, 20, 0, true),
				new NdpiWriter().add(cut, -1, 0, true),
				new NdpiWriter().add(cut, 20, 0, true).with(TiffTag.COMPRESSION, 22_610),
				new NdpiWriter().add(new NdpiWriter.Stream(new byte[64], 10, 10, null), 20, 0, true)}) {
			Path file = writer.write(file());
			assertThrows(ImageFormatException.class, () -> open(file).close());
		}
		byte[] bytes = cut.bytes().clone();
		bytes[(int) cut.starts()[5] - 1] = 0;
		try (Slide slide = open(
				new NdpiWriter().add(new NdpiWriter.Stream(bytes, 512, 256, cut.starts()), 20, 0, false).write(file()))) {
			assertThrows(ImageFormatException.class, () -> slide.readTile(new TileAddress(0, 0, 3, 0, 0, 0)));
			assertThrows(ImageFormatException.class, () -> slide.readTile(new TileAddress(0, 0, 3, 0, 0, 0)));
		}
	}

	@Test
	public void changedFilesAnswerOrAreRefused() throws Exception {
		NdpiWriter writer = new NdpiWriter().add(NdpiWriter.cut(64, 32, 32, true, 0), 20, 0, true)
				.add(NdpiWriter.whole(32, 16, 2), 10, 0, true)
				.add(NdpiWriter.whole(24, 8, 3), -1, 0, false);
		byte[] whole = Files.readAllBytes(writer.write(file()));
		CodecFuzz.Tally tally = new CodecFuzz(20261202, 96 << 20).add("ndpi", whole, bytes -> {
			try (Slide slide = open(Files.write(file(), bytes))) {
				for (int level = 0; level < slide.levels().size(); level++)
					slide.readTile(new TileAddress(level, 0, 0, 0, 0, 0));
				for (String name : slide.associatedNames())
					slide.readAssociated(name);
			}
		}).run(2000);
		assertTrue(tally.toString(), tally.decoded() > 100 && tally.refused() > 100);
	}
}
