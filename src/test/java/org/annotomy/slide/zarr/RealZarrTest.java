package org.annotomy.slide.zarr;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Map;

import org.annotomy.json.Json;
import org.annotomy.json.JsonObject;
import org.annotomy.json.JsonValue;
import org.annotomy.slide.Slide;
import org.annotomy.slide.SlidePixels;
import org.annotomy.slide.SlideReaders;
import org.annotomy.task.Progress;
import org.annotomy.testing.SharedData;
import org.junit.Test;

/** Real OME-Zarr images against what zarr-python read off them. */
public class RealZarrTest {

	@Test
	public void everyArrayIsThatOfZarrPython() throws IOException {
		JsonObject manifest = (JsonObject) Json.parse(java.nio.file.Files.readString(SharedData.require("manifest.json")));
		int compared = 0;
		for (JsonValue value : manifest.list("zarr_stores")) {
			JsonObject store = (JsonObject) value;
			for (Map.Entry<String, JsonValue> array : store.object("arrays").members().entrySet()) {
				String path = store.string("store", "") + "/" + array.getKey();
				compare(path.substring(0, path.lastIndexOf('/')), path.substring(path.lastIndexOf('/') + 1),
						(JsonObject) array.getValue());
				compared++;
			}
		}
		assertTrue(compared > 15);
	}

	/** Which level it is follows from its shape. */
	private static void compare(String image, String name, JsonObject facts) throws IOException {
		Path folder = SharedData.require(image);
		assertTrue(image, SlideReaders.discover().find(folder).orElseThrow() instanceof ZarrSlideReader);
		double[] shape = facts.require("shape").asArray().doubles();
		try (Slide slide = new ZarrSlideReader().open(folder, Progress.NONE)) {
			int level = 0;
			while (slide.levels().get(level).width() != shape[shape.length - 1])
				level++;
			int slices = shape.length == 3 && slide.facts().slices() > 1 ? (int) shape[0] : slide.facts().slices();
			MessageDigest digest = SlidePixels.sha256();
			for (int c = 0; c < slide.facts().channels().size(); c++)
				for (int z = 0; z < slices; z++) {
					int full = (z * slide.facts().slices() + slices - 1) / slices;
					digest.update(SlidePixels.littleEndian(SlidePixels.level(slide, level, c, full, 0)));
				}
			assertEquals(image + " " + name, facts.string("sha256_le_c_order", ""), SlidePixels.hex(digest));
		}
	}

	@Test
	public void factsAreThoseOfTheDescription() throws IOException {
		try (Slide slide = new ZarrSlideReader().open(SharedData.require("omezarr/mri_labels_v05.zarr"), Progress.NONE)) {
			assertEquals(27, slide.facts().slices());
			assertEquals(1.5, slide.facts().pixelWidthUm(), 0);
			assertEquals(3, slide.facts().sliceSpacingUm(), 0);
			assertEquals("tiles", slide.facts().identity().hashes().get(0).of());
		}
		try (Slide slide = new ZarrSlideReader().open(SharedData.require("omezarr/single-plane-hcs.zarr"), Progress.NONE)) {
			assertEquals(3, slide.facts().channels().size());
			assertEquals(0x73ff00, slide.facts().channels().get(0).rgb());
			assertEquals(1, slide.facts().warnings().size());
			assertEquals(2.7336, slide.facts().pixelWidthUm(), 1e-9);
		}
	}
}
