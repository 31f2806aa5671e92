package org.annotomy.interchange.segnrrd;

import java.util.UUID;

import org.annotomy.annotation.model.Coding;
import org.annotomy.annotation.model.Status;

/**
 * A segment as the header of a {@code .seg.nrrd} describes it.
 *
 * @param id our UUID if it has one, else one that is always the same for the same file
 * @param known whether it carries our UUID
 * @param layer in the document, as its voxels were read
 * @param value of its voxels
 * @param time point from 0
 * @param name as written (ASCII in files of ours)
 * @param rgb 0xRRGGBB
 * @param rgbText as written
 */
record FoundSegment(UUID id, boolean known, int layer, int value, int time, String name, int rgb, String rgbText, Coding coding,
		Status status) {}
