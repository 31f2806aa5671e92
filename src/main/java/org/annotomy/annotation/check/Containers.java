package org.annotomy.annotation.check;

import java.util.ArrayList;
import java.util.List;

import org.annotomy.annotation.model.Plane;
import org.annotomy.annotation.model.Segment;
import org.annotomy.annotation.protocol.AnnotationClass;
import org.annotomy.annotation.voxel.BlockIndex;
import org.annotomy.annotation.voxel.LabelBlock;
import org.annotomy.geometry.Box;
import org.locationtech.jts.geom.Coordinate;

/**
 * What a mark must lie inside: areas of the outer class in its plane, and voxels of that class. Whether it does is judged at sample places:
 * for an area at pixel centres (on a coarser grid if it has very many), for what holds none of them at its points.
 */
final class Containers {

	private static final int MOST_SAMPLES = 1024;
	/** Places on the border of the outer area count as inside up to this distance, since both were drawn by hand. */
	private static final double BORDER_PX = 1;
	private static final double TOLERATED_SHARE = 0.01;

	private final Marks marks;
	private final Mark mark;
	private final List<Mark> areas = new ArrayList<>();
	private final List<Segment> segments;

	Containers(Marks marks, Mark mark, AnnotationClass outer) {
		this.marks = marks;
		this.mark = mark;
		for (Mark other : marks.of(outer.key()))
			if (other != mark && other.object().shape().isArea() && mark.sharesPlaneWith(other)) areas.add(other);
		segments = marks.document().segments().stream().filter(s -> outer.key().equals(s.classKey())).toList();
	}

	boolean isEmpty() { return areas.isEmpty() && segments.isEmpty(); }

	/** 0 to 1; 0 also if next to nothing is outside. */
	double shareOutside() {
		List<Coordinate> samples = samples();
		long outside = samples.stream().filter(place -> !isInside(place)).count();
		double share = (double) outside / samples.size();
		return share > TOLERATED_SHARE ? share : 0;
	}

	private List<Coordinate> samples() {
		List<Coordinate> corners = List.of(mark.geometry().getCoordinates());
		if (!mark.object().shape().isArea()) return corners;
		List<Coordinate> samples = new ArrayList<>();
		Box box = mark.bounds();
		double step = Math.max(1, Math.sqrt(box.width() * box.height() / MOST_SAMPLES));
		for (double y = Math.floor(box.y()) + 0.5; y < box.maxY(); y += step)
			for (double x = Math.floor(box.x()) + 0.5; x < box.maxX(); x += step) {
				Coordinate place = new Coordinate(x, y);
				if (mark.covers(place, 0)) samples.add(place);
			}
		return samples.isEmpty() ? corners : samples;
	}

	private boolean isInside(Coordinate place) {
		return areas.stream().anyMatch(area -> area.covers(place, BORDER_PX))
				|| segments.stream().anyMatch(segment -> holds(segment, place));
	}

	private boolean holds(Segment segment, Coordinate place) {
		Plane plane = mark.object().plane();
		int x = (int) Math.floor(place.x);
		int y = (int) Math.floor(place.y);
		if (x < 0 || y < 0) return false;
		LabelBlock block = marks.document().block(BlockIndex.ofVoxel(segment.layer(), x, y, plane.z(), plane.t()));
		return block.get(BlockIndex.offset(x, y, plane.z())) == segment.value();
	}
}
