package org.annotomy.imagej.segment;

import java.util.Optional;

import org.annotomy.annotation.model.Segment;
import org.annotomy.annotation.protocol.AnnotationClass;
import org.annotomy.annotation.protocol.Protocol;
import org.annotomy.imagej.RoiStyle;

/** The look of a segment: its own colour, else that of its class. */
public final class SegmentStyle {

	private SegmentStyle() {}

	/** 0xRRGGBB */
	public static int rgb(Segment segment, Protocol protocol) {
		if (segment.rgb() != null) return segment.rgb();
		return Optional.ofNullable(segment.classKey()).flatMap(protocol::findClass).map(AnnotationClass::rgb)
				.orElse(RoiStyle.UNCLASSIFIED_RGB);
	}

	/** 0xAARRGGBB of its fill. */
	static int argb(Segment segment, Protocol protocol) {
		return (int) Math.round(segment.opacity() * 255) << 24 | rgb(segment, protocol);
	}
}
