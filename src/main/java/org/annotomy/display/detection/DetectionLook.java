package org.annotomy.display.detection;

import java.util.BitSet;

import org.annotomy.annotation.detection.DetectionKind;

/** What detections look like. Called by several threads. */
public interface DetectionLook {

	/** 0xAARRGGBB of the outline; 0 if such detections are not shown. */
	int argb(DetectionKind kind);

	/** Which rows of a block are to stand out; null for none. Not changed by the caller. */
	BitSet selected(int block);
}
