package org.annotomy.sample.histology;

import java.util.ArrayList;
import java.util.List;

import org.annotomy.sample.noise.HashNoise;
import org.annotomy.slide.PyramidLevel;

/** Paints pieces of the section at any resolution, each pixel from its place alone: pieces fit together wherever they are cut. */
final class SectionPainter {

	/** From this downsample on nuclei are smaller than pixels: they only darken them. */
	private static final double BLEND = 12;
	private static final double FIBRE_UM = 3.5;
	private static final double BUBBLE_UM = 70;

	private final TissueMap tissue;
	private final NucleusField nuclei;
	private final double pixelUm;
	private final Section section;
	private final Stain stain;
	private final HashNoise texture;
	private final float[] grain = HashNoise.gaussTable();

	SectionPainter(TissueMap tissue, NucleusField nuclei, double pixelUm, int seed, Section section) {
		this.section = section;
		this.stain = new Stain(section.secondStain());
		this.tissue = tissue;
		this.nuclei = nuclei;
		this.pixelUm = pixelUm;
		this.texture = new HashNoise(seed * 31 + 13);
	}

	/**
	 * @param left column of the level's first pixel
	 * @param top row of the level's first pixel
	 * @return {@code width · height} colours of 0xRRGGBB
	 */
	int[] paint(PyramidLevel level, int left, int top, int width, int height) {
		double scale = level.downsample();
		Piece piece = new Piece(scale, left, top, width, height);
		TissueRow row = new TissueRow(tissue, texture, pixelUm);
		for (int y = 0; y < height; y++) {
			row.moveTo(left * scale, (top + y + 0.5) * scale, width * scale);
			for (int x = 0; x < width; x++)
				ground(piece, row, x, y);
		}
		if (scale < BLEND) drawNuclei(piece);
		int[] rgb = new int[width * height];
		for (int y = 0; y < height; y++) {
			if (scale >= BLEND) row.moveTo(left * scale, (top + y + 0.5) * scale, width * scale);
			for (int x = 0; x < width; x++)
				rgb[x + y * width] = colour(piece, row, x, y);
		}
		return rgb;
	}

	private int colour(Piece piece, TissueRow row, int x, int y) {
		int i = x + y * piece.width;
		double noise = 1.2 * texture.gauss(grain, piece.left + x, piece.top + y, (int) piece.scale);
		int colour = stain.colour(piece.haematoxylin[i], piece.second[i], noise);
		if (piece.scale < BLEND) return colour;
		Tissue here = row.tissueAt(piece.x(x));
		if (here.density() == 0) return colour;
		NucleusKind kind = here.usual();
		double share = Math.min(1, here.density() * kind.cover(NucleusField.CELL_UM));
		double positive = section.positive(kind);
		return Stain.mix(colour, stain.colour(section.haematoxylin(kind.haematoxylin(), positive),
				section.second(piece.second[i], 0.4, positive), noise), share);
	}

	/** What lies between the nuclei. */
	private void ground(Piece piece, TissueRow row, int pixel, int y) {
		double x = piece.x(pixel);
		Tissue here = row.tissueAt(x);
		if (here == Tissue.GLASS) return;
		double um = x * pixelUm;
		double vm = piece.y(y) * pixelUm;
		double h = here.haematoxylin() * row.cloudAt(x);
		double e = here.eosin() * row.cloudAt(x);
		if (here == Tissue.STROMA) e *= fibres(um, vm, piece.scale);
		if (here == Tissue.FAT) {
			double wall = wall(um, vm);
			e = 0.02 + 0.2 * wall;
			h = 0.06 * wall;
		}
		int i = pixel + y * piece.width;
		piece.haematoxylin[i] = (float) h;
		piece.second[i] = (float) (section == Section.HE ? e : section.ground() * e);
	}

	private double fibres(double um, double vm, double scale) {
		if (scale * pixelUm > FIBRE_UM) return 1;
		return 1 + 0.45 * texture.smooth(um / (8 * FIBRE_UM), nuclei.fibre(um, vm) / FIBRE_UM, 5);
	}

	/** 1 on the walls of the fat's bubbles, 0 inside them: where the two nearest of scattered centres are equally far. */
	private double wall(double um, double vm) {
		int column = (int) Math.floor(um / BUBBLE_UM);
		int row = (int) Math.floor(vm / BUBBLE_UM);
		double first = Double.MAX_VALUE;
		double second = Double.MAX_VALUE;
		for (int j = row - 1; j <= row + 1; j++)
			for (int i = column - 1; i <= column + 1; i++) {
				double dx = um - (i + 0.5 + 0.4 * texture.hash(i, j, 21) * 0x1p-31) * BUBBLE_UM;
				double dy = vm - (j + 0.5 + 0.4 * texture.hash(i, j, 22) * 0x1p-31) * BUBBLE_UM;
				double distance = Math.sqrt(dx * dx + dy * dy);
				if (distance < first) {
					second = first;
					first = distance;
				} else second = Math.min(second, distance);
			}
		return Math.max(0, 1 - (second - first) / 3);
	}

	private void drawNuclei(Piece piece) {
		double reach = nuclei.cell();
		List<Nucleus> near = new ArrayList<>();
		nuclei.forEach(piece.left * piece.scale - reach, piece.top * piece.scale - reach,
				(piece.left + piece.width) * piece.scale + reach, (piece.top + piece.height) * piece.scale + reach, near::add);
		for (Nucleus nucleus : near)
			draw(nucleus, piece);
	}

	private void draw(Nucleus nucleus, Piece piece) {
		double scale = piece.scale;
		double reach = nucleus.longRadius() + scale;
		int x0 = (int) Math.max(0, Math.floor((nucleus.centre().x() - reach) / scale) - piece.left);
		int x1 = (int) Math.min(piece.width - 1, Math.floor((nucleus.centre().x() + reach) / scale) - piece.left);
		int y0 = (int) Math.max(0, Math.floor((nucleus.centre().y() - reach) / scale) - piece.top);
		int y1 = (int) Math.min(piece.height - 1, Math.floor((nucleus.centre().y() + reach) / scale) - piece.top);
		double rim = Math.max(0.12, scale / nucleus.shortRadius());
		EllipseReach ellipse = new EllipseReach(nucleus);
		for (int y = y0; y <= y1; y++)
			for (int x = x0; x <= x1; x++) {
				double far = ellipse.at(piece.x(x), piece.y(y));
				double cover = Math.min(1, (1 - far) / rim + 0.5);
				if (cover <= 0) continue;
				int i = x + y * piece.width;
				double positive = nucleus.positive() ? 1 : 0;
				double stained = section.haematoxylin(chromatin(nucleus.kind(), far, piece.x(x), piece.y(y)), positive);
				piece.haematoxylin[i] += (float) (cover * (stained - piece.haematoxylin[i]));
				piece.second[i] *= (float) (1 - 0.6 * cover);
				if (nucleus.positive()) piece.second[i] += (float) (cover * section.second(0, 0, 1));
			}
	}

	/** Stain within a nucleus: grainy, in tumour cells darker at the rim. */
	private double chromatin(NucleusKind kind, double far, double x, double y) {
		double clumps = texture.smooth(x * pixelUm / 0.9, y * pixelUm / 0.9, 9);
		return kind.haematoxylin() * (1 + 0.3 * clumps) + (kind == NucleusKind.TUMOUR && far > 0.75 ? 0.25 : 0);
	}

	/** The amounts of stain of the pixels that are being painted. */
	private static final class Piece {

		private final double scale;
		private final int left;
		private final int top;
		private final int width;
		private final int height;
		private final float[] haematoxylin;
		private final float[] second;

		Piece(double scale, int left, int top, int width, int height) {
			this.scale = scale;
			this.left = left;
			this.top = top;
			this.width = width;
			this.height = height;
			this.haematoxylin = new float[width * height];
			this.second = new float[width * height];
		}

		/** The middle of a column in pixels of level 0. */
		double x(int column) {
			return (left + column + 0.5) * scale;
		}

		/** The middle of a row in pixels of level 0. */
		double y(int row) {
			return (top + row + 0.5) * scale;
		}
	}
}
