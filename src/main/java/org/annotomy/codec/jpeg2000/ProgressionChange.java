package org.annotomy.codec.jpeg2000;

import java.util.ArrayList;
import java.util.List;

import org.annotomy.image.ImageFormatException;

/** One volume of packets and the order in which they come (POC, T.800 A.6.6); the ends are outside. */
record ProgressionChange(int firstResolution, int firstComponent, int endLayer, int endResolution, int endComponent, int order) {

	static List<ProgressionChange> read(ByteCursor segment, int components) throws ImageFormatException {
		boolean wide = components > 256;
		List<ProgressionChange> changes = new ArrayList<>();
		while (segment.remaining() > 0) {
			int firstResolution = segment.unsignedByte();
			int firstComponent = wide ? segment.unsignedShort() : segment.unsignedByte();
			int endLayer = segment.unsignedShort();
			int endResolution = segment.unsignedByte();
			int endComponent = wide ? segment.unsignedShort() : segment.unsignedByte();
			if (endComponent == 0) endComponent = wide ? 16384 : 256;
			changes.add(new ProgressionChange(firstResolution, firstComponent, endLayer, endResolution, endComponent,
					Progression.requireOrder(segment.unsignedByte())));
		}
		return changes;
	}
}
