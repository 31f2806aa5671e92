package org.annotomy.imagej.segment;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.model.Segment;
import org.annotomy.geometry.Axis;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.segmentation.segment.LabelSlices;

/**
 * The visible segments of one slice: their areas as a picture with a pixel for each voxel, and the edges of voxels that bound them.
 *
 * @param areas null if no segment is visible on the slice
 * @param edges of each visible segment on it
 */
record SlicePicture(BufferedImage areas, Map<Segment, EdgeLines> edges) {

	static SlicePicture of(AnnotationDocument document, VolumeSize size, Axis axis, int slice, int timePoint) {
		LabelSlices slices = new LabelSlices(document, size, timePoint);
		int columns = axis.columns(size);
		Map<Segment, EdgeLines> edges = new LinkedHashMap<>();
		BufferedImage areas = null;
		for (int layer : layers(document)) {
			LabelLook look = new LabelLook(document, layer, Segment::visible);
			if (look.isEmpty()) continue;
			short[] labels = slices.of(layer, axis, slice);
			if (isBlank(labels)) continue;
			if (areas == null) areas = new BufferedImage(columns, axis.rows(size), BufferedImage.TYPE_INT_ARGB);
			paint(labels, look, ((DataBufferInt) areas.getRaster().getDataBuffer()).getData());
			EdgeLines.trace(labels, columns, look, edges);
		}
		return new SlicePicture(areas, edges);
	}

	private static TreeSet<Integer> layers(AnnotationDocument document) {
		return document.segments().stream().filter(Segment::visible).map(Segment::layer)
				.collect(Collectors.toCollection(TreeSet::new));
	}

	private static boolean isBlank(short[] labels) {
		for (short label : labels)
			if (label != 0) return false;
		return true;
	}

	private static void paint(short[] labels, LabelLook look, int[] pixels) {
		int label = 0;
		int fill = 0;
		for (int i = 0; i < labels.length; i++) {
			if ((labels[i] & 0xffff) != label) {
				label = labels[i] & 0xffff;
				fill = look.fill(label);
			}
			if (fill != 0) pixels[i] = pixels[i] == 0 ? fill : over(fill, pixels[i]);
		}
	}

	/** Colours that are not premultiplied, the first over the second. */
	private static int over(int above, int below) {
		int a = above >>> 24;
		int rest = (below >>> 24) * (255 - a) / 255;
		int alpha = a + rest;
		if (alpha == 0) return 0;
		int argb = alpha << 24;
		for (int shift = 0; shift <= 16; shift += 8)
			argb |= ((above >> shift & 0xff) * a + (below >> shift & 0xff) * rest) / alpha << shift;
		return argb;
	}
}
