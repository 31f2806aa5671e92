package org.annotomy.slide.tiff;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

import org.annotomy.image.ImageFormatException;
import org.annotomy.slide.FileImages;
import org.annotomy.slide.Slide;
import org.annotomy.slide.SlidePixels;
import org.annotomy.task.Progress;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** An OME-TIFF with several slides and a picture of the label. */
public class OmeImagesTest {

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private Path file;

	@Before
	public void write() throws IOException {
		file = SeveralImages.write(folder.getRoot().toPath().resolve("scenes.ome.tif"));
	}

	private Slide open(int image) throws IOException {
		return new TiffSlideReader().open(file, image, Progress.NONE);
	}

	@Test
	public void theLargestOpensUnlessAnotherIsAskedFor() throws IOException {
		for (int number : new int[]{FileImages.USUAL, 2})
			try (Slide slide = open(number)) {
				assertEquals(60, slide.levels().get(0).width());
				assertEquals(0.25, slide.facts().pixelWidthUm(), 0);
				assertEquals("the objective that the image names", 40, slide.facts().objective(), 0);
				assertEquals(20, ((byte[]) SlidePixels.level(slide, 0, 0, 0, 0))[17]);
				assertEquals(21, ((byte[]) SlidePixels.level(slide, 1, 0, 0, 0))[17]);
				assertEquals("scenes.ome.tif", slide.facts().sidecar().getFileName().toString());
				assertEquals("scenes.ome.tif", slide.facts().title());
			}
	}

	@Test
	public void theOthersOpenByTheirNumberWithLabelsOfTheirOwn() throws IOException {
		try (Slide slide = open(1)) {
			assertEquals(40, slide.levels().get(0).width());
			assertEquals(20, slide.facts().objective(), 0);
			assertEquals(10, ((byte[]) SlidePixels.level(slide, 0, 0, 0, 0))[17]);
			assertEquals("scenes.ome.tif.image-1", slide.facts().sidecar().getFileName().toString());
			assertEquals(file, slide.images().file(slide.facts().sidecar()));
			assertTrue(slide.facts().warnings().toString(),
					slide.facts().warnings().get(0).contains("holds 3 images; this is number 1."));
			assertEquals("1: Biopsy A", slide.images().words(0));
			assertEquals("Image 3", slide.images().words(2));
		}
		try (Slide one = open(1); Slide other = open(3)) {
			assertTrue("labels of one are refused for another", !one.facts().identity().equals(other.facts().identity()));
			assertEquals(Set.of(Slide.LABEL), other.associatedNames());
		}
	}

	@Test
	public void aNumberThatIsNotThereIsRefused() {
		for (int number : new int[]{4, -1, Integer.MAX_VALUE}) {
			ImageFormatException told = assertThrows(ImageFormatException.class, () -> open(number).close());
			assertTrue(told.getMessage(), told.getMessage().contains("it holds 3 images. Give a number from 1 to 3"));
		}
	}
}
