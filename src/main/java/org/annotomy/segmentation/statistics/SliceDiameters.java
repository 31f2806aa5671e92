package org.annotomy.segmentation.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.annotomy.annotation.shape.BidirectionalShape;
import org.annotomy.annotation.shape.Diameters;
import org.annotomy.annotation.shape.LineShape;
import org.annotomy.annotation.shape.PolygonShape;
import org.annotomy.annotation.shape.Ring;
import org.annotomy.geometry.Box;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.segmentation.outline.MaskTracing;
import org.annotomy.segmentation.outline.PixelMask;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.task.Progress;
import org.annotomy.task.Workers;

/**
 * Long and short axis of a segment in one slice, as RECIST 1.1 measures a lesion: of the outline along pixel edges, the longest diameter and
 * the longest chord at a right angle to it. Parts of the slice that do not touch are measured apart; the part with the longest diameter counts.
 *
 * @param slice index across z
 * @param axes in pixels of the slice, as an annotation object would be drawn
 * @param longMm length of the long axis; likewise {@code shortMm}
 */
public record SliceDiameters(int slice, BidirectionalShape axes, double longMm, double shortMm) {

	private static final String DOING = "Measuring diameters";

	/** Of every slice in which the mask has voxels, in order. @throws org.annotomy.task.CancelledException if the user cancelled */
	public static List<SliceDiameters> of(Mask mask, VoxelSpacing spacing, Progress progress) {
		SliceDiameters[] all = new SliceDiameters[mask.box().nz()];
		Workers.forEach(all.length, progress, DOING, k -> all[k] = inSlice(mask, k, spacing).orElse(null));
		List<SliceDiameters> found = new ArrayList<>(Arrays.asList(all));
		found.removeIf(slice -> slice == null);
		return found;
	}

	/** The one with the longest long axis, the first of several. */
	public static Optional<SliceDiameters> longest(List<SliceDiameters> slices) {
		return slices.stream().max(Comparator.comparingDouble(SliceDiameters::longMm).thenComparing(s -> -s.slice));
	}

	private static Optional<SliceDiameters> inSlice(Mask mask, int k, VoxelSpacing spacing) {
		int area = mask.box().nx() * mask.box().ny();
		byte[] pixels = Arrays.copyOfRange(mask.voxels(), k * area, (k + 1) * area);
		PixelMask slice = new PixelMask(mask.box().x(), mask.box().y(), mask.box().nx(), mask.box().ny(), pixels);
		return MaskTracing.outline(slice).flatMap(outline -> longestPart(outline, spacing))
				.flatMap(part -> Diameters.bidirectional(part, spacing.xMm(), spacing.yMm()))
				.map(axes -> new SliceDiameters(mask.box().z() + k, axes, length(axes.longAxis(), spacing),
						length(axes.shortAxis(), spacing)));
	}

	private static Optional<PolygonShape> longestPart(PolygonShape outline, VoxelSpacing spacing) {
		PolygonShape longest = null;
		double most = 0;
		for (Ring ring : outline.parts()) {
			PolygonShape part = new PolygonShape(List.of(ring), outline.origin());
			Box bounds = part.bounds();
			if (Math.hypot(bounds.width() * spacing.xMm(), bounds.height() * spacing.yMm()) <= most) continue;
			double length = Diameters.longest(part, spacing.xMm(), spacing.yMm()).map(axis -> length(axis, spacing)).orElse(0.0);
			if (length <= most) continue;
			most = length;
			longest = part;
		}
		return Optional.ofNullable(longest);
	}

	private static double length(LineShape line, VoxelSpacing spacing) {
		return Math.hypot((line.to().x() - line.from().x()) * spacing.xMm(), (line.to().y() - line.from().y()) * spacing.yMm());
	}
}
