package org.annotomy.annotation.shape;

import java.util.Locale;
import java.util.Optional;

/** The kinds of marks that a protocol can allow for a class. */
public enum ShapeKind {

	POINT, MULTIPOINT, LINE, ARROW, POLYLINE, FREELINE, ANGLE, BIDIRECTIONAL, RECTANGLE, ROTATED_RECTANGLE, ELLIPSE, POLYGON, FREEHAND, TEXT, VOXELS;

	/** As written in protocol and sidecar files: {@code rotated-rectangle}. */
	public String key() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	public static Optional<ShapeKind> ofKey(String key) {
		for (ShapeKind kind : values())
			if (kind.key().equals(key)) return Optional.of(kind);
		return Optional.empty();
	}
}
