package org.annotomy.annotation.count;

import java.util.Optional;

import org.annotomy.annotation.protocol.CountTask;
import org.annotomy.geometry.Box;

/**
 * What came of a count.
 *
 * @param counted marks that were counted
 * @param total marks of {@link CountTask#among}; of a density the same as {@code counted}
 * @param waiting marks in fields that are not finished; they count from when the field is
 * @param outside marks beside all areas of {@link CountTask#within}; they do not count
 * @param inspectedMm2 the area that was inspected; NaN if it is the whole image or the pixel size is unknown
 * @param value of a density marks per {@link CountTask#areaMm2}, else percent; NaN if nothing is known
 * @param low lower end of the 95 % confidence interval of {@code value}
 * @param high upper end of it
 * @param progress how much of what is needed was done, 0 to 1
 * @param spot the box around the hot spot, in pixels of level 0
 */
public record CountResult(CountTask task, int counted, int total, int waiting, int outside, double inspectedMm2, double value,
		double low,
		double high, double progress, Optional<Box> spot) {}
