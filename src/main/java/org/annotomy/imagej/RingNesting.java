package org.annotomy.imagej;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.annotomy.annotation.shape.Ring;
import org.annotomy.annotation.shape.ShapeGeometry;
import org.annotomy.geometry.Box;
import org.annotomy.geometry.Vertices;
import org.locationtech.jts.algorithm.InteriorPointArea;
import org.locationtech.jts.algorithm.PointLocation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/** Sorts rings that were given without order into outlines and holes, by the even-odd rule. The vertices stay as they are. */
final class RingNesting {

	private static final GeometryFactory JTS = ShapeGeometry.FACTORY;

	/** A ring, its area without sign, and how many others enclose it. */
	private static final class Node {

		private final Vertices vertices;
		private final Coordinate[] closed;
		private final double area;
		private final List<Vertices> holes = new ArrayList<>();
		private Node parent;
		private int depth;

		Node(Vertices vertices) {
			this.vertices = vertices;
			this.closed = ShapeGeometry.ring(vertices).getCoordinates();
			this.area = Math.abs(vertices.signedArea());
		}

		Envelope envelope() {
			Box box = vertices.bounds();
			return new Envelope(box.x(), box.maxX(), box.y(), box.maxY());
		}

		/** Whether this larger ring encloses a point inside the other. */
		boolean encloses(Coordinate inside) {
			return PointLocation.locateInRing(inside, closed) != Location.EXTERIOR;
		}
	}

	private RingNesting() {}

	/** @param rings each at least three points */
	static List<Ring> nest(List<Vertices> rings) {
		if (rings.size() == 1) return List.of(Ring.of(rings.get(0)));
		List<Node> nodes = new ArrayList<>(rings.stream().map(Node::new).toList());
		List<Node> bySize = new ArrayList<>(nodes);
		bySize.sort(Comparator.comparingDouble((Node node) -> node.area).reversed());
		STRtree index = new STRtree();
		nodes.forEach(node -> index.insert(node.envelope(), node));
		bySize.forEach(node -> place(node, index));
		for (Node node : nodes)
			if (node.depth % 2 == 1) node.parent.holes.add(node.vertices);
		return nodes.stream().filter(node -> node.depth % 2 == 0).map(node -> new Ring(node.vertices, node.holes)).toList();
	}

	/** Whether no outline crosses another or overlaps it; touching is allowed. */
	static boolean isClean(List<Ring> parts) {
		if (parts.size() == 1 && parts.get(0).holes().isEmpty()) return true;
		Polygon[] polygons = parts.stream().map(RingNesting::polygon).toArray(Polygon[]::new);
		TopologyValidationError error = new IsValidOp(JTS.createMultiPolygon(polygons)).getValidationError();
		return error == null || error.getErrorType() == TopologyValidationError.RING_SELF_INTERSECTION
				|| error.getErrorType() == TopologyValidationError.DISCONNECTED_INTERIOR;
	}

	private static void place(Node node, STRtree index) {
		Coordinate inside = InteriorPointArea.getInteriorPoint(JTS.createPolygon(node.closed));
		if (inside == null) return;
		for (Object found : index.query(new Envelope(inside))) {
			Node other = (Node) found;
			if (other == node || other.area <= node.area || !other.encloses(inside)) continue;
			node.depth++;
			if (node.parent == null || other.area < node.parent.area) node.parent = other;
		}
	}

	private static Polygon polygon(Ring ring) {
		LinearRing[] holes = ring.holes().stream().map(ShapeGeometry::ring).toArray(LinearRing[]::new);
		return JTS.createPolygon(ShapeGeometry.ring(ring.shell()), holes);
	}
}
