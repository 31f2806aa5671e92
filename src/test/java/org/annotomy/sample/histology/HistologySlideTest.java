package org.annotomy.sample.histology;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

import org.annotomy.geometry.Affine;
import org.annotomy.geometry.Box;
import org.annotomy.geometry.Position;
import org.annotomy.image.ImageFormatException;
import org.annotomy.slide.PyramidLevel;
import org.annotomy.slide.Slide;
import org.annotomy.slide.SlideReaders;
import org.annotomy.slide.Tile;
import org.annotomy.slide.TileAddress;
import org.annotomy.task.Progress;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class HistologySlideTest {

	private static final HistologyRecipe RECIPE = HistologyRecipe.STANDARD;

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private final HistologySlide slide = new HistologySlide(RECIPE.width(), RECIPE.height(), RECIPE.seed(), null);

	private int[] pixels(int level, int column, int row) throws IOException {
		return (int[]) slide.readTile(new TileAddress(level, column, row, 0, 0, 0)).samples();
	}

	/** The same on every machine: annotations of the sample stay where they belong. */
	@Test
	public void thePixelsAreThoseOfTheFirstVersion() throws IOException {
		CRC32 crc = new CRC32();
		for (int level : new int[]{0, 2, 5})
			for (int pixel : pixels(level, slide.levels().get(level).columns() / 3, slide.levels().get(level).rows() / 2))
				for (int shift = 16; shift >= 0; shift -= 8)
					crc.update(pixel >> shift & 255);
		assertEquals("117c2cc5", Long.toHexString(crc.getValue()));
	}

	@Test
	public void nucleiAreDarkWhereTheTruthSaysSo() throws IOException {
		int column = 100;
		int row = 90;
		int[] tile = pixels(0, column, row);
		List<Nucleus> nuclei = new ArrayList<>();
		slide.forEachNucleus(new Box(column * 256, row * 256, 256, 256), nuclei::add);
		assertTrue(nuclei.size() + " nuclei", nuclei.size() > 20);
		long outside = 0;
		for (int pixel : tile)
			outside += pixel >> 16 & 255;
		double mean = (double) outside / tile.length;
		for (Nucleus nucleus : nuclei) {
			int x = (int) nucleus.centre().x() - column * 256;
			int y = (int) nucleus.centre().y() - row * 256;
			int red = tile[x + 256 * y] >> 16 & 255;
			assertTrue(nucleus + " has red " + red + " in a mean of " + mean, red < mean - 20);
		}
	}

	@Test
	public void regionsSideBySideShareNoNucleus() {
		List<Nucleus> whole = new ArrayList<>();
		slide.forEachNucleus(new Box(30000, 20000, 1000, 800), whole::add);
		List<Nucleus> parts = new ArrayList<>();
		slide.forEachNucleus(new Box(30000, 20000, 433, 800), parts::add);
		slide.forEachNucleus(new Box(30433, 20000, 567, 800), parts::add);
		assertEquals(whole.size(), parts.size());
		assertTrue(parts.containsAll(whole));
	}

	/** Zooming must not change the colour of the tissue, though nuclei become too small to be drawn. */
	@Test
	public void coarseLevelsHaveTheMeanColourOfFineOnes() throws IOException {
		double[] fine = meanColour(3, 16384, 16384, 2048);
		double[] coarse = meanColour(5, 16384, 16384, 2048);
		assertArrayEquals(fine, coarse, 9);
	}

	private double[] meanColour(int index, int x, int y, int side) throws IOException {
		PyramidLevel level = slide.levels().get(index);
		int column = (int) (x / level.downsample()) / 256;
		int row = (int) (y / level.downsample()) / 256;
		int left = (int) (x / level.downsample()) % 256;
		int top = (int) (y / level.downsample()) % 256;
		int size = (int) (side / level.downsample());
		assertTrue("the region lies in one tile", left + size <= 256 && top + size <= 256);
		int[] tile = pixels(index, column, row);
		double[] mean = new double[3];
		for (int j = top; j < top + size; j++)
			for (int i = left; i < left + size; i++)
				for (int channel = 0; channel < 3; channel++)
					mean[channel] += (tile[i + 256 * j] >> 8 * channel & 255) / (double) (size * size);
		return mean;
	}

	@Test
	public void outlinesEncloseTheirCentre() {
		List<Nucleus> nuclei = new ArrayList<>();
		slide.forEachNucleus(new Box(30000, 20000, 300, 300), nuclei::add);
		Nucleus nucleus = nuclei.get(0);
		double area = 0;
		double[] xy = new double[40];
		for (int i = 0; i < 20; i++) {
			xy[2 * i] = nucleus.outline(20).x(i);
			xy[2 * i + 1] = nucleus.outline(20).y(i);
		}
		for (int i = 0; i < 20; i++) {
			int next = (i + 1) % 20;
			area += (xy[2 * i] * xy[2 * next + 1] - xy[2 * next] * xy[2 * i + 1]) / 2;
		}
		double ellipse = Math.PI * nucleus.longRadius() * nucleus.shortRadius();
		assertEquals(ellipse * 20 / (2 * Math.PI) * Math.sin(2 * Math.PI / 20), area, 1e-6 * ellipse);
	}

	@Test
	public void theLastTilesEndWithTheSlide() throws IOException {
		PyramidLevel full = slide.levels().get(0);
		Tile last = slide.readTile(new TileAddress(0, full.columns() - 1, full.rows() - 1, 0, 0, 0));
		assertEquals(60000 % 256, last.width());
		assertEquals(45000 % 256, last.height());
		assertThrows(IndexOutOfBoundsException.class, () -> slide.readTile(new TileAddress(0, full.columns(), 0, 0, 0, 0)));
		assertThrows(IndexOutOfBoundsException.class, () -> slide.readTile(new TileAddress(0, 0, 0, 1, 0, 0)));
	}

	/** The next section has most of the first one's nuclei, where the true map says, and no others; brown ones are brown. */
	@Test
	public void theNextSectionHasTheSameNucleiElsewhere() throws IOException {
		HistologySlide next = new HistologySlide(HistologyRecipe.NEXT, null);
		Affine toFirst = Section.IHC.toFirst(RECIPE.width(), RECIPE.height());
		List<Nucleus> second = new ArrayList<>();
		next.forEachNucleus(new Box(100 * 256, 90 * 256, 256, 256), second::add);
		Position corner = toFirst.apply(100 * 256 + 128, 90 * 256 + 128, 0);
		List<Nucleus> first = new ArrayList<>();
		slide.forEachNucleus(new Box(corner.x() - 400, corner.y() - 400, 800, 800), first::add);
		int[] tile = (int[]) next.readTile(new TileAddress(0, 100, 90, 0, 0, 0)).samples();
		for (Nucleus nucleus : second) {
			Position there = toFirst.apply(nucleus.centre().x(), nucleus.centre().y(), 0);
			Nucleus same = first.stream().filter(n -> Math.hypot(n.centre().x() - there.x(), n.centre().y() - there.y()) < 0.01)
					.findFirst().orElseThrow();
			assertEquals(same.kind(), nucleus.kind());
			int rgb = tile[(int) nucleus.centre().x() - 100 * 256 + 256 * ((int) nucleus.centre().y() - 90 * 256)];
			boolean brown = (rgb >> 16 & 255) > (rgb & 255) + 20;
			assertEquals(nucleus + String.format(" %06x", rgb & 0xffffff), nucleus.positive(), brown);
		}
		assertTrue(second.size() + " nuclei", second.size() > 8);
		long brown = second.stream().filter(Nucleus::positive).count();
		assertTrue(brown + " of " + second.size(), brown > 0 && brown < second.size());
	}

	@Test
	public void theNextSectionIsARecipeToo() throws IOException {
		Path file = folder.getRoot().toPath().resolve("next" + HistologyRecipe.ENDING);
		new HistologyRecipe(3000, 2000, 5, Section.IHC).write(file);
		try (Slide opened = SlideReaders.discover().find(file).orElseThrow().open(file, Progress.NONE)) {
			assertEquals("IHC", opened.facts().facts().get("Stain"));
			HistologySlide same = new HistologySlide(3000, 2000, 5, null);
			assertTrue(!same.facts().identity().hashes().equals(opened.facts().identity().hashes()));
		}
	}

	@Test
	public void aRecipeIsOpenedAsASlide() throws IOException {
		Path file = folder.getRoot().toPath().resolve("sample" + HistologyRecipe.ENDING);
		new HistologyRecipe(3000, 2000, 5).write(file);
		try (Slide opened = SlideReaders.discover().find(file).orElseThrow().open(file, Progress.NONE)) {
			assertEquals(3000, opened.levels().get(0).width());
			assertEquals(file, opened.facts().sidecar());
			assertEquals(0.25, opened.facts().pixelWidthUm(), 0);
		}
	}

	@Test
	public void brokenRecipesAreRefused() throws IOException {
		Path file = folder.getRoot().toPath().resolve("sample" + HistologyRecipe.ENDING);
		for (String text : List.of("", "annotomy histology 2 width=3000 height=2000 seed=1", "x".repeat(300),
				"annotomy histology 1 width=10 height=2000 seed=1")) {
			Files.writeString(file, text);
			assertThrows(text, ImageFormatException.class, () -> new HistologySlideReader().open(file, Progress.NONE));
		}
	}

	@Test
	public void aClosedSlideGivesNoTiles() {
		slide.close();
		assertThrows(IOException.class, () -> pixels(0, 0, 0));
	}
}
