package org.annotomy.imagej.segment;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.model.Segment;
import org.annotomy.annotation.voxel.BlockIndex;
import org.annotomy.annotation.voxel.LabelBlock;
import org.annotomy.geometry.Position;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.image.SliceAxis;
import org.annotomy.linking.section.PlaneMap;

/** The segments of an image that are visible and not rejected, as a picture of any orientation cuts them: each pixel has the colour of the voxel that it lies in. */
public final class SectionPicture {

	private static final short[] EMPTY = {};

	private final AnnotationDocument document;
	private final VolumeSize size;
	private final int timePoint;
	private final PlaneMap plane;
	private final SliceAxis slices;

	/**
	 * @param size of the image that the segments are of
	 * @param plane from pixels of the picture to voxels of that image, slices counted as if evenly spaced
	 */
	public SectionPicture(AnnotationDocument document, VolumeSize size, int timePoint, PlaneMap plane, SliceAxis slices) {
		this.document = document;
		this.size = size;
		this.timePoint = timePoint;
		this.plane = plane;
		this.slices = slices;
	}

	/**
	 * @param onto what was painted before, or null for a new picture
	 * @param width of the picture; likewise {@code height}
	 */
	public BufferedImage paint(BufferedImage onto, int width, int height) {
		BufferedImage picture = onto != null ? onto : new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
		paint(((DataBufferInt) picture.getRaster().getDataBuffer()).getData(), width, height);
		return picture;
	}

	private void paint(int[] pixels, int width, int height) {
		Map<Integer, LabelLook> looks = new TreeMap<>();
		for (Segment segment : document.segments())
			if (isShown(segment))
				looks.computeIfAbsent(segment.layer(), layer -> new LabelLook(document, layer, SectionPicture::isShown));
		looks.forEach((layer, look) -> new Layer(layer, look).paint(pixels, width, height));
	}

	private static boolean isShown(Segment segment) {
		return segment.visible() && !segment.provenance().isRejected();
	}

	/** The labels of one layer; blocks are unpacked once. */
	private final class Layer {

		private final int layer;
		private final LabelLook look;
		private final Map<BlockIndex, short[]> blocks = new HashMap<>();

		Layer(int layer, LabelLook look) {
			this.layer = layer;
			this.look = look;
		}

		void paint(int[] pixels, int width, int height) {
			for (int v = 0, i = 0; v < height; v++)
				for (int u = 0; u < width; u++, i++) {
					Position at = plane.at(u + 0.5, v + 0.5);
					int x = (int) Math.round(at.x());
					int y = (int) Math.round(at.y());
					int z = (int) Math.round(slices.indexOf(at.z()));
					if (x < 0 || y < 0 || z < 0 || x >= size.nx() || y >= size.ny() || z >= size.nz()) continue;
					int fill = look.fill(label(x, y, z));
					if (fill != 0) pixels[i] = fill;
				}
		}

		private int label(int x, int y, int z) {
			BlockIndex index = BlockIndex.ofVoxel(layer, x, y, z, timePoint);
			short[] labels = blocks.computeIfAbsent(index, key -> {
				LabelBlock block = document.block(key);
				return block.isEmpty() ? EMPTY : block.toArray();
			});
			return labels.length == 0 ? 0 : labels[BlockIndex.offset(x, y, z)] & 0xffff;
		}
	}
}
