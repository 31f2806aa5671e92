package org.annotomy.sample.histology;

import java.util.Arrays;
import java.util.function.Consumer;

import org.annotomy.geometry.Affine;
import org.annotomy.geometry.Point;
import org.annotomy.geometry.Position;
import org.annotomy.sample.noise.HashNoise;

/**
 * All nuclei of the section. They stand on a lattice, shifted by chance, at most one in each of its cells; so those of any region are found
 * without knowing the others.
 */
final class NucleusField {

	/** Side of a cell of the lattice in micrometres: about the size of a body cell. */
	static final double CELL_UM = 10;
	private static final double MITOSES = 0.004;
	private static final double WAVE_UM = 70;
	private static final double WAVE_LENGTH_UM = 160;

	private final TissueMap tissue;
	private final double cell;
	private final double pixelUm;
	private final HashNoise chance;
	private final int columns;
	private final int rows;
	private final Section section;
	private final Affine toFirst;
	private final Affine fromFirst;

	NucleusField(int width, int height, double pixelUm, int seed, Section section) {
		this.section = section;
		this.toFirst = section.toFirst(width, height);
		this.fromFirst = toFirst.inverse();
		this.tissue = new TissueMap(width, height, seed, Affine.IDENTITY);
		this.pixelUm = pixelUm;
		this.cell = CELL_UM / pixelUm;
		this.chance = new HashNoise(seed * 31 + 7);
		this.columns = (int) (width / cell);
		this.rows = (int) (height / cell);
	}

	/** Side of a cell of the lattice in pixels of level 0; every pixel of a nucleus is nearer than that to its cell. */
	double cell() {
		return cell;
	}

	/** Visits the nuclei whose cell of the lattice touches a region, row by row of the first section; the region is in pixels of level 0. */
	void forEach(double x0, double y0, double x1, double y1, Consumer<Nucleus> visitor) {
		if (section == Section.HE) {
			forEachOfFirst(x0, y0, x1, y1, visitor);
			return;
		}
		Position[] corners = {toFirst.apply(x0, y0, 0), toFirst.apply(x1, y0, 0), toFirst.apply(x0, y1, 0),
				toFirst.apply(x1, y1, 0)};
		double left = Arrays.stream(corners).mapToDouble(Position::x).min().orElseThrow();
		double right = Arrays.stream(corners).mapToDouble(Position::x).max().orElseThrow();
		double top = Arrays.stream(corners).mapToDouble(Position::y).min().orElseThrow();
		double bottom = Arrays.stream(corners).mapToDouble(Position::y).max().orElseThrow();
		forEachOfFirst(left, top, right, bottom, visitor);
	}

	private void forEachOfFirst(double x0, double y0, double x1, double y1, Consumer<Nucleus> visitor) {
		int lastRow = (int) Math.min(rows - 1, Math.floor(y1 / cell));
		int lastColumn = (int) Math.min(columns - 1, Math.floor(x1 / cell));
		for (int row = (int) Math.max(0, Math.floor(y0 / cell)); row <= lastRow; row++)
			for (int column = (int) Math.max(0, Math.floor(x0 / cell)); column <= lastColumn; column++) {
				Nucleus nucleus = at(column, row);
				if (nucleus != null) visitor.accept(nucleus);
			}
	}

	private Nucleus at(int column, int row) {
		double shift = (row & 1) == 0 ? 0.25 : -0.25;
		Point centre = new Point((column + 0.5 + shift + 0.3 * signed(column, row, 1)) * cell,
				(row + 0.5 + 0.42 * signed(column, row, 2)) * cell);
		Tissue here = tissue.at(centre.x(), centre.y());
		if (positive(column, row, 3) >= here.density()) return null;
		if (section != Section.HE && positive(column, row, 9) >= section.shared()) return null;
		NucleusKind kind = kind(here, positive(column, row, 4));
		double size = kind.radiusUm() * (1 + 0.18 * signed(column, row, 5)) / pixelUm;
		double roundness = Math.min(1, kind.roundness() * (1 + 0.15 * signed(column, row, 6)));
		boolean positive = positive(column, row, 10) < section.positive(kind);
		return moved(new Nucleus(kind, centre, size, size * roundness, angle(here, centre, column, row), positive));
	}

	/** From the first section to this one; the little that it is stretched by does not show on a nucleus. */
	private Nucleus moved(Nucleus first) {
		if (section == Section.HE) return first;
		Position centre = fromFirst.apply(first.centre().x(), first.centre().y(), 0);
		Position along = fromFirst.apply(first.centre().x() + StrictMath.cos(first.angle()),
				first.centre().y() + StrictMath.sin(first.angle()), 0).minus(centre);
		return new Nucleus(first.kind(), new Point(centre.x(), centre.y()), first.longRadius(), first.shortRadius(),
				StrictMath.atan2(along.y(), along.x()), first.positive());
	}

	private static NucleusKind kind(Tissue tissue, double chance) {
		return switch (tissue) {
			case TUMOUR -> chance < MITOSES
					? NucleusKind.MITOSIS
					: chance < 0.05 ? NucleusKind.LYMPHOCYTE : NucleusKind.TUMOUR;
			case LYMPHOID -> NucleusKind.LYMPHOCYTE;
			default -> chance < 0.12 ? NucleusKind.LYMPHOCYTE : NucleusKind.FIBROBLAST;
		};
	}

	/** Fibroblasts lie along the fibres, all others as chance has it. */
	private double angle(Tissue tissue, Point centre, int column, int row) {
		if (tissue == Tissue.STROMA) return direction(centre.x(), centre.y()) + 0.3 * signed(column, row, 8);
		return Math.PI * positive(column, row, 8);
	}

	/** Which fibre a place is on: equal along a fibre, growing by one per micrometre across; the place is in micrometres. */
	double fibre(double um, double vm) {
		return vm + WAVE_UM * chance.smooth(um / WAVE_LENGTH_UM, vm / WAVE_LENGTH_UM, 40);
	}

	/** The direction of the fibres at a place in pixels, in radians from the x axis towards the y axis. */
	private double direction(double x, double y) {
		double um = x * pixelUm;
		double vm = y * pixelUm;
		double dx = fibre(um + 1, vm) - fibre(um - 1, vm);
		double dy = fibre(um, vm + 1) - fibre(um, vm - 1);
		return StrictMath.atan2(-dx, dy);
	}

	private double signed(int column, int row, int which) {
		return chance.hash(column, row, which) * 0x1p-31;
	}

	private double positive(int column, int row, int which) {
		return (chance.hash(column, row, which) >>> 1) * 0x1p-31;
	}
}
