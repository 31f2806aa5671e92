package org.annotomy.dicom.conformance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.slide.WsiSlideReader;
import org.annotomy.json.JsonObject;
import org.annotomy.slide.PyramidLevel;
import org.annotomy.slide.Slide;
import org.annotomy.slide.TileAddress;
import org.annotomy.task.Progress;

/** The slide that opening one file gives, against the facts of the file: a level or picture of its size whose tiles can all be read. */
final class OpenedSlide {

	private OpenedSlide() {}

	static boolean is(DicomDataset dataset) {
		return WsiSlideReader.isSlide(dataset);
	}

	/** What differs, in words; empty if nothing does. */
	static List<String> differences(Path file, JsonObject facts) throws IOException {
		List<String> different = new ArrayList<>();
		int width = (int) facts.number("TotalPixelMatrixColumns", -1);
		int height = (int) facts.number("TotalPixelMatrixRows", -1);
		try (Slide slide = new WsiSlideReader().open(file, Progress.NONE)) {
			boolean found = false;
			for (int level = 0; level < slide.levels().size(); level++) {
				PyramidLevel size = slide.levels().get(level);
				if (size.width() != width || size.height() != height) continue;
				found = true;
				int planes = slide.facts().channels().size() * slide.facts().slices();
				double frames = facts.number("NumberOfFrames", 1);
				int places = size.columns() * size.rows() * planes;
				// Segmentations leave out tiles that are empty.
				boolean all = facts.string("SegmentationType", "").isEmpty();
				if (all ? frames != places : frames > places)
					different.add("number of tiles");
				readAll(slide, level);
			}
			for (String name : slide.associatedNames())
				found |= slide.readAssociated(name).width() == width && slide.readAssociated(name).height() == height;
			if (!found) different.add("no level has the stated size");
		}
		return different;
	}

	private static void readAll(Slide slide, int level) throws IOException {
		PyramidLevel size = slide.levels().get(level);
		for (int c = 0; c < slide.facts().channels().size(); c++)
			for (int z = 0; z < slide.facts().slices(); z++)
				for (int row = 0; row < size.rows(); row++)
					for (int column = 0; column < size.columns(); column++)
						slide.readTile(new TileAddress(level, column, row, c, z, 0));
	}
}
