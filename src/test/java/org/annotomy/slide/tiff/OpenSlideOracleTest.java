package org.annotomy.slide.tiff;

import static org.junit.Assert.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;

import org.annotomy.slide.Slide;
import org.annotomy.slide.SlidePixels;
import org.annotomy.task.Progress;
import org.annotomy.testing.OutsideTool;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Pyramids that libvips makes, read by us and by OpenSlide. */
public class OpenSlideOracleTest {

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private Path pyramid(String... options) throws Exception {
		Path root = folder.getRoot().toPath();
		OutsideTool.must("vips", "perlin", root + "/noise.v", "900", "700", "--cell-size", "64", "--seed", "3");
		OutsideTool.must("vips", "linear", root + "/noise.v", root + "/wide.v", "100", "128");
		OutsideTool.must("vips", "cast", root + "/wide.v", root + "/grey.v", "uchar");
		OutsideTool.must("vips", "falsecolour", root + "/grey.v", root + "/colour.v");
		Path file = Files.createTempFile(root, "slide", ".tif");
		String[] command = new String[options.length + 7];
		System.arraycopy(
				new String[]{"vips", "tiffsave", root + "/colour.v", file.toString(), "--tile", "--pyramid", "--bigtiff"}, 0,
				command, 0,
				7);
		System.arraycopy(options, 0, command, 7, options.length);
		OutsideTool.must(command);
		return file;
	}

	@Test
	public void everyLevelIsTheSame() throws Exception {
		for (String[] options : new String[][]{{"--compression", "jpeg", "--Q", "80"}, {"--compression", "jpeg", "--Q", "95"}}) {
			Path file = pyramid(options);
			try (Slide slide = new TiffSlideReader().open(file, Progress.NONE)) {
				// Of a level smaller than a tile, the libtiff below OpenSlide 3.4 gives rows of another length, with a warning.
				int levels = (int) slide.levels().stream().filter(l -> l.width() >= l.tileWidth() && l.height() >= l.tileHeight())
						.count();
				String[] arguments = new String[1 + 5 * levels];
				arguments[0] = file.toString();
				StringBuilder expected = new StringBuilder("generic-tiff");
				StringBuilder digests = new StringBuilder();
				for (int level = 0; level < slide.levels().size(); level++) {
					int width = slide.levels().get(level).width();
					int height = slide.levels().get(level).height();
					int[] region = {level, 0, 0, width, height};
					for (int i = 0; level < levels && i < 5; i++)
						arguments[1 + 5 * level + i] = String.valueOf(region[i]);
					expected.append(' ').append(width).append('x').append(height);
					if (level >= levels) continue;
					MessageDigest digest = SlidePixels.sha256();
					digest.update(SlidePixels.interleaved((int[]) SlidePixels.level(slide, level, 0, 0, 0)));
					digests.append('\n').append(SlidePixels.hex(digest));
				}
				OutsideTool.Result found = OutsideTool.python("openslide_regions.py", arguments);
				assertEquals(found.errors(), expected + digests.toString(), found.text().strip());
			}
		}
	}
}
