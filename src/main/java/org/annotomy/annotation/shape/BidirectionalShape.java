package org.annotomy.annotation.shape;

import org.annotomy.geometry.Box;

/** Long axis and short axis of one lesion in one plane (RECIST 1.1: the short axis is the longest perpendicular to the long one). */
public record BidirectionalShape(LineShape longAxis, LineShape shortAxis) implements Shape {

	@Override
	public ShapeKind kind() {
		return ShapeKind.BIDIRECTIONAL;
	}

	@Override
	public Box bounds() {
		return longAxis.bounds().union(shortAxis.bounds());
	}

	@Override
	public BidirectionalShape translate(double dx, double dy) {
		return new BidirectionalShape(longAxis.translate(dx, dy), shortAxis.translate(dx, dy));
	}
}
