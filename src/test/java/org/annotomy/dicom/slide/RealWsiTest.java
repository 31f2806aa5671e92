package org.annotomy.dicom.slide;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Set;

import org.annotomy.dicom.codec.FrameReader;
import org.annotomy.dicom.part10.ByteSource;
import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.DicomFile;
import org.annotomy.dicom.part10.DicomFileReader;
import org.annotomy.dicom.part10.Tag;
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
		for (String path : List.of("seg_sm/sm_annotations.dcm", "seg_ct"))
			assertFalse(path, readers.find(SharedData.require(path)).isPresent());
	}

	/** Twenty segments of a slide, by another program: each tile is the frame that names its segment and place, all others are empty. */
	@Test
	public void segmentsOfASlideAreItsChannels() throws IOException {
		Path file = SharedData.require("seg_sm/seg_image_sm_numbers.dcm");
		try (ByteSource source = ByteSource.of(file); Slide slide = open("seg_sm/seg_image_sm_numbers.dcm")) {
			DicomFile object = DicomFileReader.readHeader(source);
			FrameReader frames = new FrameReader(object);
			assertEquals(20, slide.facts().channels().size());
			assertEquals("RGB(37, 231, 253)", slide.facts().channels().get(0).name());
			assertEquals(1, slide.facts().channels().get(0).max(), 0);
			List<DicomDataset> groups = object.dataset().items(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE);
			int filled = 0;
			for (int c = 0; c < 20; c++)
				for (int row = 0; row < 5; row++)
					for (int column = 0; column < 5; column++) {
						byte[] expected = new byte[100];
						for (int i = 0; i < groups.size(); i++) {
							DicomDataset place = groups.get(i).item(Tag.PLANE_POSITION_SLIDE_SEQUENCE).orElseThrow();
							boolean here = place.integer(Tag.COLUMN_POSITION_IN_TOTAL_IMAGE_PIXEL_MATRIX, 0) == 10 * column + 1
									&& place.integer(Tag.ROW_POSITION_IN_TOTAL_IMAGE_PIXEL_MATRIX, 0) == 10 * row + 1
									&& groups.get(i).item(Tag.SEGMENT_IDENTIFICATION_SEQUENCE).orElseThrow()
											.integer(Tag.REFERENCED_SEGMENT_NUMBER, 0) == c + 1;
							if (!here) continue;
							expected = (byte[]) frames.frame(i).samples();
							filled++;
						}
						assertArrayEquals(expected, (byte[]) slide.readTile(new TileAddress(0, column, row, c, 0, 0)).samples());
					}
			assertEquals(20, filled);
		}
	}

	@Test
	public void aLabelAloneIsShownAsItIs() throws IOException {
		try (Slide slide = open("wsi/test.dcm")) {
			assertEquals(234, slide.levels().get(0).width());
			assertFalse(slide.facts().toString().contains("1648688993.578032."));
		}
	}
}
