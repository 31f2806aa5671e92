package org.annotomy.assist.microarray;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.annotomy.annotation.shape.PolygonShape;
import org.annotomy.annotation.shape.ShapeGeometry;
import org.annotomy.geometry.Point;
import org.annotomy.task.Progress;
import org.locationtech.jts.algorithm.MinimumDiameter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Moves the cores of a regular array to the tissue that is there, so that a bent array is followed: each looks around the place where its
 * neighbours lead it to expect the core, and goes to the middle of the tissue there (mean shift; Comaniciu and Meer 2002,
 * doi:10.1109/34.1000236). Cores without tissue are missing; they stay where they are expected.
 */
public final class CoreFinder {

	private static final int ROUNDS = 4;
	private static final int SHIFTS = 6;
	/** How far around a core tissue is taken for its own, in diameters; never further than half way to the next core. */
	private static final double REACH = 0.8;
	private static final double HALF_WAY = 0.48;
	/** So much of a core's area has to be tissue. */
	private static final double LEAST_PART = 0.1;
	/** Pieces of tissue so large, in cores, are taken for cores where the whole array is looked for. */
	private static final double SMALLEST_CORE = 0.3;
	private static final double LARGEST_CORE = 1.8;
	private static final int CIRCLE_QUADRANT = 8;
	private static final int LEAST_CORES = 3;
	/** A shift of less than so many diameters is none. */
	private static final double STILL = 0.002;

	private final ArrayGrid grid;
	private final List<Geometry> tissue = new ArrayList<>();
	private final STRtree index = new STRtree();
	private final double coreArea;

	/** @param pieces of tissue, in pixels of level 0 */
	public CoreFinder(ArrayGrid grid, List<PolygonShape> pieces) {
		this.grid = grid;
		coreArea = Math.PI * grid.diameter() * grid.diameter() / 4;
		for (PolygonShape piece : pieces) {
			Geometry area = ShapeGeometry.area(piece);
			tissue.add(area);
			index.insert(area.getEnvelopeInternal(), area);
		}
		index.build();
	}

	/**
	 * The corners of the array, by the smallest rectangle around the middles of what is as large as a core.
	 *
	 * @return empty if there are too few cores to know
	 */
	public Optional<ArrayCorners> corners() {
		Coordinate[] middles = tissue.stream()
				.filter(piece -> piece.getArea() > SMALLEST_CORE * coreArea && piece.getArea() < LARGEST_CORE * coreArea)
				.map(piece -> piece.getCentroid().getCoordinate()).toArray(Coordinate[]::new);
		if (middles.length < LEAST_CORES) return Optional.empty();
		Geometry around = MinimumDiameter.getMinimumRectangle(ShapeGeometry.FACTORY.createMultiPointFromCoords(middles));
		if (around.getDimension() < 2) return Optional.empty();
		List<Point> ring = new ArrayList<>();
		for (int i = 0; i < 4; i++)
			ring.add(new Point(around.getCoordinates()[i].x, around.getCoordinates()[i].y));
		return Optional.of(ArrayCorners.around(ring));
	}

	/**
	 * @return the cores row by row, moved to the tissue
	 * @throws org.annotomy.task.CancelledException if the user cancelled
	 */
	public List<Core> find(ArrayCorners corners, Progress progress) {
		List<Core> regular = grid.between(corners);
		double reach = Math.min(REACH * grid.diameter(), HALF_WAY * pitch(regular));
		List<Core> found = regular;
		for (int round = 0; round < ROUNDS; round++) {
			progress.update((double) round / ROUNDS, "Looking for cores");
			List<Core> next = new ArrayList<>();
			for (int i = 0; i < regular.size(); i++) {
				progress.checkCancelled();
				Point expected = round == 0 ? regular.get(i).middle() : expected(i, regular, found);
				next.add(moved(regular.get(i).at(expected, true), reach));
			}
			found = next;
		}
		return found;
	}

	/** The least distance between neighbours; infinite for a single core. */
	private double pitch(List<Core> regular) {
		double least = Double.POSITIVE_INFINITY;
		if (grid.columns() > 1) least = regular.get(0).middle().distanceTo(regular.get(1).middle());
		if (grid.rows() > 1) least = Math.min(least, regular.get(0).middle().distanceTo(regular.get(grid.columns()).middle()));
		return least;
	}

	/** The regular place, moved as its neighbours and itself were moved on average. */
	private Point expected(int i, List<Core> regular, List<Core> found) {
		double dx = 0;
		double dy = 0;
		int neighbours = 0;
		Core core = regular.get(i);
		for (int row = Math.max(0, core.row() - 1); row <= Math.min(grid.rows() - 1, core.row() + 1); row++)
			for (int column = Math.max(0, core.column() - 1); column <= Math.min(grid.columns() - 1,
					core.column() + 1); column++) {
						int beside = row * grid.columns() + column;
						if (found.get(beside).missing()) continue;
						dx += found.get(beside).middle().x() - regular.get(beside).middle().x();
						dy += found.get(beside).middle().y() - regular.get(beside).middle().y();
						neighbours++;
					}
		return neighbours == 0 ? found.get(i).middle() : core.middle().plus(dx / neighbours, dy / neighbours);
	}

	private Core moved(Core expected, double reach) {
		Point middle = expected.middle();
		for (int shift = 0; shift < SHIFTS; shift++) {
			Geometry here = tissueAround(middle, reach);
			if (here.getArea() < LEAST_PART * coreArea) return expected;
			Coordinate centre = here.getCentroid().getCoordinate();
			double moved = middle.distanceTo(new Point(centre.x, centre.y));
			middle = new Point(centre.x, centre.y);
			if (moved < STILL * grid.diameter()) break;
		}
		boolean strayed = middle.distanceTo(expected.middle()) > reach;
		return strayed ? expected : expected.at(middle, false);
	}

	private Geometry tissueAround(Point middle, double reach) {
		Geometry circle = ShapeGeometry.FACTORY.createPoint(new Coordinate(middle.x(), middle.y())).buffer(reach,
				CIRCLE_QUADRANT);
		List<Geometry> parts = new ArrayList<>();
		Envelope around = circle.getEnvelopeInternal();
		for (Object piece : index.query(around)) {
			Geometry part = OverlayNGRobust.overlay((Geometry) piece, circle, OverlayNG.INTERSECTION);
			if (part.getArea() > 0) parts.add(part);
		}
		return ShapeGeometry.FACTORY.buildGeometry(parts);
	}
}
