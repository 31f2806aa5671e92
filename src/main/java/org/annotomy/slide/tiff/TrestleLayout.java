package org.annotomy.slide.tiff;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.annotomy.image.ImageFormatException;
import org.annotomy.slide.AssociatedImage;
import org.annotomy.slide.RecentPixels;
import org.annotomy.slide.Slide;
import org.annotomy.slide.SlideFile;

/**
 * Trestle (MedScan), as OpenSlide's notes on the format say: pages are levels whose tiles overlap by what the description says for each level;
 * the resolutions are µm of a pixel. The single overlaps in files beside it are not known well enough.
 */
final class TrestleLayout {

	private static final int DESCRIPTION = 1 << 16;
	private static final int MAX_MACRO = 64 << 20;
	private static final Pattern OVERLAPS = Pattern.compile("(?:^|;)\\s*OverlapsXY\\s*=\\s*([0-9 ]{1,400})");
	private static final Pattern LENS = Pattern.compile("(?:^|;)\\s*Objective Power\\s*=\\s*(\\d{1,3})\\s*(?:;|$)");

	private TrestleLayout() {}

	static boolean isTrestle(TiffIndex index) throws IOException {
		TiffDirectory first = index.pages().get(0);
		if (!first.text(TiffTag.SOFTWARE, 16).startsWith("MedScan") || !first.has(TiffTag.DESCRIPTION)) return false;
		return index.pages().stream().allMatch(page -> page.has(TiffTag.TILE_WIDTH));
	}

	static TiffLayout of(TiffIndex index) throws IOException {
		TiffDirectory first = index.pages().get(0);
		String description = first.text(TiffTag.DESCRIPTION, DESCRIPTION);
		Matcher stated = OVERLAPS.matcher(description);
		String[] overlaps = stated.find() ? stated.group(1).strip().split(" +") : new String[0];
		TiffLayout layout = new TiffLayout();
		RecentPixels recent = new RecentPixels();
		List<LevelImage> levels = new ArrayList<>();
		for (int i = 0; i < index.pages().size(); i++) {
			TiffImage image = new TiffImage(index.pages().get(i), false);
			LevelImage level = joined(image, overlap(overlaps, 2 * i, image.tileWidth()),
					overlap(overlaps, 2 * i + 1, image.tileHeight()),
					recent);
			LevelImage before = levels.isEmpty() ? level : levels.get(levels.size() - 1);
			if (level != before && (level.width() >= before.width() || level.height() > before.height())) continue;
			if (level.kind() != before.kind() || level.samples() != before.samples()) continue;
			levels.add(level);
		}
		layout.add(levels);
		layout.split();
		describe(layout, first, description);
		return layout;
	}

	/** 0 for a level of which none is stated. */
	private static int overlap(String[] overlaps, int index, int tile) throws ImageFormatException {
		if (index >= overlaps.length || overlaps[index].isEmpty()) return 0;
		int overlap = overlaps[index].length() > 6 ? Integer.MAX_VALUE : Integer.parseInt(overlaps[index]);
		if (overlap > tile / 2)
			throw new ImageFormatException("The slide states that its tiles overlap by more than half, which cannot be.");
		return overlap;
	}

	private static LevelImage joined(TiffImage image, int overlapX, int overlapY, RecentPixels recent) {
		if (overlapX == 0 && overlapY == 0) return image;
		int columns = (image.width() + image.tileWidth() - 1) / image.tileWidth();
		int rows = (image.height() + image.tileHeight() - 1) / image.tileHeight();
		TileSpacing spacing = new TileSpacing(List.of(new TileSpacing.Area(0, 0, 0, 0, columns, rows)),
				image.tileWidth() - overlapX,
				image.tileHeight() - overlapY);
		return new JoinedTilesImage(image, spacing, 1, image.width() - (columns - 1) * overlapX,
				image.height() - (rows - 1) * overlapY,
				recent);
	}

	private static void describe(TiffLayout layout, TiffDirectory first, String description) throws IOException {
		layout.isSlide = true;
		layout.facts.put("Vendor", "Trestle");
		double x = first.real(TiffTag.X_RESOLUTION);
		double y = first.real(TiffTag.Y_RESOLUTION);
		if (x > 0 && y > 0 && Double.isFinite(x) && Double.isFinite(y)) {
			layout.pixelWidthUm = x;
			layout.pixelHeightUm = y;
		}
		Matcher lens = LENS.matcher(description);
		if (lens.find() && Integer.parseInt(lens.group(1)) > 0) layout.objective = Integer.parseInt(lens.group(1));
		SlideFile file = first.bytes().file();
		String macro = file.path().getFileName().toString().replaceFirst("\\.[^.]*$", "") + ".Full";
		if (file.hasSibling(macro)) layout.associated.put(Slide.MACRO, () -> macro(file, macro));
	}

	private static AssociatedImage macro(SlideFile slide, String name) throws IOException {
		try (SlideFile file = slide.sibling(name)) {
			if (file.size() > MAX_MACRO) throw new ImageFormatException("The picture that comes with the slide is too large.");
			return AssociatedImage.ofJpeg(file.read(0, (int) file.size()));
		}
	}
}
