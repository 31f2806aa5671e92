package org.annotomy.slide.tiff;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.annotomy.json.JsonObject;
import org.annotomy.json.JsonValue;
import org.annotomy.slide.AssociatedImage;
import org.annotomy.slide.PixelKind;
import org.annotomy.slide.Slide;
import org.annotomy.slide.SlideFacts;
import org.annotomy.slide.SlidePixels;
import org.annotomy.slide.SlideReaders;
import org.annotomy.task.Progress;
import org.annotomy.testing.Manifest;
import org.annotomy.testing.SharedData;
import org.junit.Test;

/** Real files against what tifffile and OpenSlide read off them. */
public class RealTiffSlidesTest {

	private static final Set<String> SLIDES = Set.of("slides/CMU-1-Small-Region.svs", "slides/small.svs", "slides/boxes.tiff",
			"ometiff/cmu_subifds.ome.tif");

	private static Slide open(String path) throws IOException {
		return new TiffSlideReader().open(SharedData.require(path), Progress.NONE);
	}

	@Test
	public void pixelsAreThoseOfTifffile() throws IOException {
		Manifest manifest = Manifest.require();
		List<String> all = List.of("slides/CMU-1-Small-Region.svs", "slides/small.svs", "slides/boxes.tiff",
				"ometiff/cells-2c.ome.tif",
				"ometiff/cells-2z.ome.tif", "ometiff/cells-gray16.tif", "ometiff/cells.ome.tif", "ometiff/cmu_subifds.ome.tif");
		for (String path : all)
			try (Slide slide = open(path)) {
				JsonObject facts = manifest.facts(path);
				JsonObject series = (JsonObject) facts.list("series").get(0);
				assertEquals(path, facts.object("level0").string("sha256_le_c_order", ""),
						digest(slide, series.string("axes", "")));
				int levels = series.list("levels").size();
				assertEquals(path, levels, slide.levels().size());
				for (int i = 0; i < levels; i++) {
					double[] shape = Manifest.numbers(series.list("levels").get(i));
					int y = series.string("axes", "").indexOf('Y');
					assertEquals(path, (int) shape[y], slide.levels().get(i).height());
					assertEquals(path, (int) shape[y + 1], slide.levels().get(i).width());
				}
			}
	}

	private static String digest(Slide slide, String axes) throws IOException {
		MessageDigest digest = SlidePixels.sha256();
		SlideFacts facts = slide.facts();
		for (int t = 0; t < facts.timePoints(); t++)
			for (int z = 0; z < facts.slices(); z++)
				for (int c = 0; c < facts.channels().size(); c++) {
					Object pixels = SlidePixels.level(slide, 0, c, z, t);
					if (facts.kind() != PixelKind.RGB) digest.update(SlidePixels.littleEndian(pixels));
					else
						digest.update(axes.startsWith("S")
								? SlidePixels.planar((int[]) pixels)
								: SlidePixels.interleaved((int[]) pixels));
				}
		return SlidePixels.hex(digest);
	}

	@Test
	public void aperioFactsAreThoseOfOpenSlide() throws IOException {
		Manifest manifest = Manifest.require();
		for (String path : manifest.paths("slides/", ".svs"))
			try (Slide slide = open(path)) {
				JsonObject openSlide = manifest.facts(path).object("openslide");
				assertEquals(Double.parseDouble(openSlide.string("mpp_x", "")), slide.facts().pixelWidthUm(), 1e-9);
				assertEquals(Double.parseDouble(openSlide.string("objective", "")), slide.facts().objective(), 0);
				Map<String, JsonValue> pictures = openSlide.object("associated").members();
				assertEquals(pictures.keySet(), slide.associatedNames());
				for (Map.Entry<String, JsonValue> picture : pictures.entrySet()) {
					AssociatedImage image = slide.readAssociated(picture.getKey());
					double[] size = Manifest.numbers(picture.getValue());
					assertEquals(picture.getKey(), (int) size[0], image.width());
					assertEquals(picture.getKey(), (int) size[1], image.height());
				}
			}
	}

	@Test
	public void aRegionIsThatOfOpenSlide() throws IOException {
		JsonObject facts = Manifest.require().facts("slides/CMU-1-Small-Region.svs");
		try (Slide slide = open("slides/CMU-1-Small-Region.svs")) {
			int[] level = (int[]) SlidePixels.level(slide, 0, 0, 0, 0);
			byte[] rgba = new byte[256 * 256 * 4];
			for (int y = 0; y < 256; y++)
				for (int x = 0; x < 256; x++)
					for (int c = 0; c < 4; c++)
						rgba[4 * (x + 256 * y) + c] = c == 3 ? -1 : (byte) (level[x + y * 2220] >> 16 - 8 * c);
			MessageDigest digest = SlidePixels.sha256();
			digest.update(rgba);
			assertEquals(facts.object("openslide").string("region_0_0_256_rgba_sha256", ""), SlidePixels.hex(digest));
		}
	}

	@Test
	public void onlySlidesAreRecognised() throws IOException {
		Manifest manifest = Manifest.require();
		SlideReaders readers = SlideReaders.discover();
		for (String folder : List.of("slides/", "ometiff/"))
			for (String path : manifest.paths(folder, "")) {
				Path file = SharedData.require(path);
				assertEquals(path, SLIDES.contains(path), readers.find(file).isPresent());
			}
		assertFalse(readers.find(SharedData.require("manifest.json")).isPresent());
	}

	@Test
	public void noNameOfTheDescriptionIsKept() throws IOException {
		try (Slide slide = open("slides/CMU-1-Small-Region.svs")) {
			String all = slide.facts().toString();
			for (String secret : List.of("b414003d", "CPAPERIOCS", "12/29/09", "1004486", "USM"))
				assertFalse(secret, all.contains(secret));
			assertTrue(all.contains("Aperio"));
		}
	}

	@Test
	public void theIdentityIsThatOfTheFile() throws IOException {
		String path = "slides/boxes.tiff";
		try (Slide slide = open(path)) {
			assertEquals("wsi", slide.facts().identity().kind());
			assertEquals("file", slide.facts().identity().hashes().get(0).of());
			assertEquals("785517d0bcd91745f84faf85c7afa9541aac051ee78fdcd668749c1f506183fc",
					slide.facts().identity().hashes().get(0).value());
			assertEquals("tiles", slide.facts().identity().hashes().get(1).of());
		}
	}
}
