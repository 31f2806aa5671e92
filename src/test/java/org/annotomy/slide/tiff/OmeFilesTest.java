package org.annotomy.slide.tiff;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.annotomy.image.ImageFormatException;
import org.annotomy.slide.Slide;
import org.annotomy.slide.SlidePixels;
import org.annotomy.task.Progress;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** An OME-TIFF whose channels lie in files of their own (OME-TIFF specification, "Multi-file OME-TIFF filesets"). */
public class OmeFilesTest {

	private static final int SIDE = 40;

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private static String xml(String own, String second) {
		return "<?xml version='1.0'?><OME xmlns='http://www.openmicroscopy.org/Schemas/OME/2016-06' UUID='urn:uuid:" + own
				+ "'><Image ID='Image:0'><Pixels ID='Pixels:0' DimensionOrder='XYCZT' Type='uint8' SizeX='40' SizeY='40' SizeC='2' SizeZ='1' "
				+ "SizeT='1' PhysicalSizeX='0.5' PhysicalSizeY='0.5'><Channel Name='One'/><Channel Name='Two'/>"
				+ "<TiffData FirstC='0' IFD='0'><UUID FileName='a.ome.tif'>urn:uuid:a</UUID></TiffData>"
				+ "<TiffData FirstC='1' IFD='0'><UUID FileName='" + second
				+ "'>urn:uuid:b</UUID></TiffData></Pixels></Image></OME>";
	}

	private Path write(String name, String xml, int value) throws IOException {
		return PlainPages.write(folder.getRoot().toPath().resolve(name), xml, new PlainPages.Page(SIDE, value));
	}

	@Test
	public void channelsInTwoFilesAreOneSlideFromEither() throws IOException {
		Path a = write("a.ome.tif", xml("a", "b.ome.tif"), 10);
		Path b = write("b.ome.tif", xml("b", "b.ome.tif"), 20);
		for (Path chosen : List.of(a, b)) {
			assertTrue(new TiffSlideReader().recognises(chosen));
			try (Slide slide = new TiffSlideReader().open(chosen, Progress.NONE)) {
				assertEquals(List.of("One", "Two"), slide.facts().channels().stream().map(c -> c.name()).toList());
				assertEquals(2, slide.levels().size());
				for (int c = 0; c < 2; c++)
					for (int level = 0; level < 2; level++)
						assertEquals(10 * (c + 1) + level, ((byte[]) SlidePixels.level(slide, level, c, 0, 0))[17]);
				assertEquals("labels lie at one place", "a.ome.tif", slide.facts().sidecar().getFileName().toString());
			}
		}
	}

	@Test
	public void aMissingFileIsToldAndNamesDoNotLeadOutOfTheFolder() throws IOException {
		Path outside = Files.write(folder.getRoot().toPath().resolveSibling("outside.ome.tif"), new byte[100]);
		try {
			for (String second : new String[]{"b.ome.tif", "../outside.ome.tif", outside.toString(), "", ".", ".."}) {
				Path a = write("a.ome.tif", xml("a", second), 10);
				ImageFormatException told = assertThrows(second, ImageFormatException.class,
						() -> new TiffSlideReader().open(a, Progress.NONE).close());
				assertTrue(told.getMessage(), told.getMessage().contains("one folder"));
				assertFalse(new TiffSlideReader().recognises(a));
			}
		} finally {
			Files.delete(outside);
		}
	}

	@Test
	public void planesOfAnotherSizeAreRefused() throws IOException {
		Path a = write("a.ome.tif", xml("a", "b.ome.tif"), 10);
		Files.write(folder.getRoot().toPath().resolve("b.ome.tif"), new byte[]{'I', 'I', 42, 0, 1, 2, 3});
		assertThrows(ImageFormatException.class, () -> new TiffSlideReader().open(a, Progress.NONE).close());
	}
}
