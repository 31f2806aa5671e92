package org.annotomy.dicom.slide;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.List;
import java.util.Set;

import org.annotomy.slide.PixelKind;
import org.annotomy.slide.PyramidLevel;
import org.annotomy.slide.Slide;
import org.annotomy.slide.SlidePixels;
import org.annotomy.slide.SlideReaders;
import org.annotomy.slide.Tile;
import org.annotomy.slide.TileAddress;
import org.annotomy.task.Progress;
import org.annotomy.testing.Manifest;
import org.annotomy.testing.SharedData;
import org.junit.Test;

/** Real DICOM slides against what pydicom read off them. */
public class RealWsiTest {

	private static Slide open(String path) throws IOException {
		return new WsiSlideReader().open(SharedData.require(path), Progress.NONE);
	}

	@Test
	public void tilesAreTheFramesOfPydicom() throws IOException {
		Manifest manifest = Manifest.require();
		for (String path : List.of("wsi/sm_image.dcm", "wsi/sm_image_numbers.dcm", "wsi/sm_image_jpegls.dcm",
				"wsi/sm_image_grayscale.dcm"))
			try (Slide slide = open(path)) {
				PyramidLevel level = slide.levels().get(0);
				assertEquals(50, level.width());
				assertEquals(10, level.tileWidth());
				MessageDigest digest = SlidePixels.sha256();
				for (int row = 0; row < level.rows(); row++)
					for (int column = 0; column < level.columns(); column++) {
						Tile tile = slide.readTile(new TileAddress(0, column, row, 0, 0, 0));
						boolean colour = slide.facts().kind() == PixelKind.RGB;
						digest.update(colour
								? SlidePixels.interleaved((int[]) tile.samples())
								: SlidePixels.littleEndian(tile.samples()));
					}
				assertEquals(path, manifest.facts(path).object("pixels").string("sha256_le_c_order", ""),
						SlidePixels.hex(digest));
				assertEquals(0.499, slide.facts().pixelWidthUm(), 1e-9);
			}
	}

	@Test
	public void filesOfASeriesAreOneSlide() throws IOException {
		for (String path : List.of("wsi/boxes_0.dcm", "wsi/boxes_1.dcm"))
			try (Slide slide = open(path)) {
				assertEquals(1, slide.levels().size());
				assertEquals(16, slide.levels().get(0).width());
				assertEquals(64, slide.levels().get(0).tileWidth());
				assertEquals(Set.of(Slide.THUMBNAIL), slide.associatedNames());
				assertEquals(16, slide.readAssociated(Slide.THUMBNAIL).width());
				assertEquals(20, slide.facts().objective(), 0);
				assertTrue(slide.iccProfile().orElseThrow().length > 100);
				assertEquals("1.3.6.1.4.1.5962.99.1.1747645553.419656796.1689669825649.4.0",
						slide.facts().sidecar().getFileName().toString());
			}
	}

	@Test
	public void tilesAtTheEdgeEndWithTheSlide() throws IOException {
		try (Slide slide = open("wsi/multiframe_camelyon_challenge_image.dcm")) {
			assertEquals(1152, slide.levels().get(0).width());
			Tile last = slide.readTile(new TileAddress(0, 4, 2, 0, 0, 0));
			assertEquals(128, last.width());
			assertEquals(188, last.height());
			int[] pixels = (int[]) SlidePixels.level(slide, 0, 0, 0, 0);
			long sum = 0;
			for (byte sample : SlidePixels.interleaved(pixels))
				sum += sample & 0xff;
			assertTrue("a slide on a light ground: " + sum, sum / (3.0 * pixels.length) > 100);
		}
	}

	@Test
	public void slidesAreRecognisedAndOtherObjectsAreNot() throws IOException {
		SlideReaders readers = SlideReaders.discover();
		for (String path : Manifest.require().paths("wsi/", ".dcm"))
			assertTrue(path, readers.find(SharedData.require(path)).orElseThrow() instanceof WsiSlideReader);
		assertTrue(readers.find(SharedData.require("wsi")).isPresent());
		for (String path : List.of("seg_sm/seg_image_sm_numbers.dcm", "seg_sm/sm_annotations.dcm", "seg_ct"))
			assertFalse(path, readers.find(SharedData.require(path)).isPresent());
	}

	@Test
	public void aLabelAloneIsShownAsItIs() throws IOException {
		try (Slide slide = open("wsi/test.dcm")) {
			assertEquals(234, slide.levels().get(0).width());
			assertFalse(slide.facts().toString().contains("1648688993.578032."));
		}
	}
}
