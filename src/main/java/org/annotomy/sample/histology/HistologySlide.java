package org.annotomy.sample.histology;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.annotomy.geometry.Box;
import org.annotomy.identity.ImageIdentity;
import org.annotomy.identity.ImageSize;
import org.annotomy.slide.PixelKind;
import org.annotomy.slide.PyramidLevel;
import org.annotomy.slide.Slide;
import org.annotomy.slide.SlideChannel;
import org.annotomy.slide.SlideFacts;
import org.annotomy.slide.Tile;
import org.annotomy.slide.TileAddress;

/**
 * A stained section, painted when it is looked at: no file holds its pixels. The same recipe gives the same pixels and nuclei on every machine.
 */
public final class HistologySlide implements Slide {

	/** Micrometres per pixel, as a 40× objective gives them. */
	public static final double PIXEL_UM = 0.25;

	private static final int TILE = 256;

	private final SlideFacts facts;
	private final List<PyramidLevel> levels;
	private final TissueMap tissue;
	private final NucleusField nuclei;
	private final SectionPainter painter;
	private volatile boolean closed;

	/**
	 * The first section of a block.
	 *
	 * @param sidecar as of {@link #HistologySlide(HistologyRecipe, Path)}
	 */
	public HistologySlide(int width, int height, int seed, Path sidecar) {
		this(new HistologyRecipe(width, height, seed), sidecar);
	}

	/**
	 * @param sidecar the path X whose labels lie in {@code X.geojson}; null if there is no place for labels
	 * @throws IllegalArgumentException if a side has less than {@value #TILE} pixels
	 */
	public HistologySlide(HistologyRecipe recipe, Path sidecar) {
		int width = recipe.width();
		int height = recipe.height();
		if (width < TILE || height < TILE)
			throw new IllegalArgumentException(
					"A sample slide has at least " + TILE + " × " + TILE + " pixels, not " + width + " × "
							+ height + ".");
		Section section = recipe.section();
		levels = levels(width, height);
		tissue = new TissueMap(width, height, recipe.seed(), section.toFirst(width, height));
		nuclei = new NucleusField(width, height, PIXEL_UM, recipe.seed(), section);
		painter = new SectionPainter(tissue, nuclei, PIXEL_UM, recipe.seed(), section);
		facts = new SlideFacts(section == Section.HE ? "Sample slide" : "Sample slide, next section", PixelKind.RGB,
				List.of(SlideChannel.named("RGB")), 1, 1, PIXEL_UM, PIXEL_UM, Double.NaN, 40,
				Map.of("Modality", "SM", "Vendor", "Annotomy sample", "Stain", section.title()), identity(recipe), sidecar,
				List.of());
	}

	private static ImageIdentity identity(HistologyRecipe recipe) {
		ImageIdentity size = ImageIdentity.of("wsi", new ImageSize(recipe.width(), recipe.height(), 1, 3, 1));
		return new ImageIdentity(size.kind(), size.size(), null, null, List.of(), null,
				new double[]{PIXEL_UM, PIXEL_UM, Double.NaN}, "um", null, null, List.of(HistologyRecipe.digest(recipe.text())));
	}

	private static List<PyramidLevel> levels(int width, int height) {
		List<PyramidLevel> levels = new ArrayList<>();
		for (int scale = 1; scale == 1 || Math.max(width, height) / scale >= 2 * TILE; scale *= 2)
			levels.add(new PyramidLevel(Math.max(1, width / scale), Math.max(1, height / scale), TILE, TILE, scale));
		return List.copyOf(levels);
	}

	@Override
	public SlideFacts facts() {
		return facts;
	}

	@Override
	public List<PyramidLevel> levels() {
		return levels;
	}

	/** The tissue at a place in pixels of level 0. */
	public Tissue tissueAt(double x, double y) {
		return tissue.at(x, y);
	}

	/** Visits the nuclei whose centre lies in a region of level 0 (right and lower side not included), row by row. */
	public void forEachNucleus(Box region, Consumer<Nucleus> visitor) {
		nuclei.forEach(region.x(), region.y(), region.maxX(), region.maxY(), nucleus -> {
			double x = nucleus.centre().x();
			double y = nucleus.centre().y();
			if (x >= region.x() && x < region.maxX() && y >= region.y() && y < region.maxY()) visitor.accept(nucleus);
		});
	}

	@Override
	public Tile readTile(TileAddress address) throws IOException {
		if (closed) throw new IOException("The slide is closed.");
		PyramidLevel level = levelOf(address);
		int width = level.widthOf(address.column());
		int height = level.heightOf(address.row());
		return new Tile(width, height, painter.paint(level, address.column() * TILE, address.row() * TILE, width, height));
	}

	@Override
	public void close() {
		closed = true;
	}
}
