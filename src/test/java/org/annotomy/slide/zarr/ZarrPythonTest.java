package org.annotomy.slide.zarr;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.annotomy.slide.PixelKind;
import org.annotomy.slide.Slide;
import org.annotomy.slide.SlidePixels;
import org.annotomy.task.Progress;
import org.annotomy.testing.OutsideTool;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Arrays that zarr-python wrote with every codec, order and type. */
public class ZarrPythonTest {

	@ClassRule
	public static final TemporaryFolder FOLDER = new TemporaryFolder();

	@BeforeClass
	public static void write() throws Exception {
		OutsideTool.Result result = OutsideTool.python("zarr_samples.py", FOLDER.getRoot().toString());
		assertEquals(result.errors(), 0, result.exit());
	}

	private static Path path(String name) {
		return FOLDER.getRoot().toPath().resolve(name);
	}

	private static byte[] samples(Slide slide) throws IOException {
		ByteArrayOutputStream all = new ByteArrayOutputStream();
		for (int c = 0; c < slide.facts().channels().size(); c++)
			all.writeBytes(SlidePixels.littleEndian(SlidePixels.level(slide, 0, c, 0, 0)));
		return all.toByteArray();
	}

	@Test
	public void arraysOfWholeNumbersAreTheSame() throws IOException {
		List<Path> all;
		try (Stream<Path> files = Files.list(FOLDER.getRoot().toPath())) {
			all = files.filter(f -> f.toString().endsWith(".zarr"))
					.filter(f -> !f.toString().matches(".*(double|signed|bits8)\\.zarr"))
					.sorted().toList();
		}
		assertTrue(all.size() > 20);
		for (Path array : all)
			try (Slide slide = new ZarrSlideReader().open(array, Progress.NONE)) {
				String name = array.getFileName().toString();
				assertEquals(name, 3, slide.facts().channels().size());
				assertEquals(name, 0.25, slide.facts().pixelWidthUm(), 0);
				assertEquals(name, 0.5, slide.facts().pixelHeightUm(), 0);
				assertArrayEquals(name, Files.readAllBytes(path(name.replace(".zarr", ".raw"))), samples(slide));
			}
	}

	@Test
	public void otherNumbersBecomeFloats() throws IOException {
		try (Slide slide = new ZarrSlideReader().open(path("double.zarr"), Progress.NONE)) {
			assertEquals(PixelKind.GREY_FLOAT, slide.facts().kind());
			ByteBuffer expected = ByteBuffer.wrap(Files.readAllBytes(path("double.raw"))).order(ByteOrder.LITTLE_ENDIAN);
			ByteBuffer found = ByteBuffer.wrap(samples(slide)).order(ByteOrder.LITTLE_ENDIAN);
			for (int i = 0; i < found.capacity() / 4; i++)
				assertEquals((float) expected.getDouble(8 * i), found.getFloat(4 * i), 0);
		}
		try (Slide slide = new ZarrSlideReader().open(path("signed.zarr"), Progress.NONE)) {
			ByteBuffer expected = ByteBuffer.wrap(Files.readAllBytes(path("signed.raw"))).order(ByteOrder.LITTLE_ENDIAN);
			ByteBuffer found = ByteBuffer.wrap(samples(slide)).order(ByteOrder.LITTLE_ENDIAN);
			for (int i = 0; i < found.capacity() / 4; i++)
				assertEquals(expected.getShort(2 * i), found.getFloat(4 * i), 0);
		}
	}

	@Test
	public void threeChannelsOfBytesAreColours() throws IOException {
		try (Slide slide = new ZarrSlideReader().open(path("blosc-bits8.zarr"), Progress.NONE)) {
			assertEquals(PixelKind.RGB, slide.facts().kind());
			assertArrayEquals(Files.readAllBytes(path("blosc-bits8.raw")),
					SlidePixels.planar((int[]) SlidePixels.level(slide, 0, 0, 0, 0)));
		}
	}
}
