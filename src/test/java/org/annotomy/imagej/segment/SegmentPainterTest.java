package org.annotomy.imagej.segment;

import static org.junit.Assert.assertEquals;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Random;
import java.util.UUID;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.Edit;
import org.annotomy.annotation.model.Segment;
import org.annotomy.annotation.protocol.Protocol;
import org.annotomy.geometry.Axis;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.identity.ImageIdentity;
import org.annotomy.identity.ImageSize;
import org.annotomy.imagej.RoiStyle;
import org.annotomy.segmentation.segment.EditingRules;
import org.annotomy.segmentation.segment.SegmentEdits;
import org.annotomy.segmentation.segment.SegmentVoxels;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.segmentation.volume.Volumes;
import org.annotomy.task.Progress;
import org.junit.Test;

public class SegmentPainterTest {

	private static final VolumeSize SIZE = new VolumeSize(37, 41, 34);
	private static final int ZOOM = 5;

	private final AnnotationDocument document = new AnnotationDocument(
			ImageIdentity.of("stack", new ImageSize(SIZE.nx(), SIZE.ny(), SIZE.nz(), 1, 1)), Protocol.NONE);
	private final SegmentPainter painter = new SegmentPainter(document, SIZE);

	/** Each voxel's centre has the fill of its segment; the pixel row on an edge has the line. */
	@Test
	public void everyVoxelIsPaintedAcrossEveryAxis() {
		Segment segment = segment(0, 9, 0x00ff00);
		Random random = new Random(20261127);
		Mask mask = Mask.empty(SIZE.box());
		for (int i = 0; i < mask.voxels().length; i++)
			mask.voxels()[i] = (byte) random.nextInt(2);
		paint(segment, mask);
		for (Axis axis : Axis.values()) {
			BufferedImage seen = look(axis, axis.slices(SIZE) / 2);
			for (int row = 0; row < axis.rows(SIZE); row++)
				for (int column = 0; column < axis.columns(SIZE); column++) {
					boolean in = has(mask, axis, column, row);
					int centre = seen.getRGB(column * ZOOM + 2, row * ZOOM + 2);
					assertEquals(axis + " " + column + " " + row, in ? 0x8000ff00 : 0, centre);
					boolean edge = in != (row > 0 && has(mask, axis, column, row - 1));
					int above = seen.getRGB(column * ZOOM + 2, row * ZOOM);
					assertEquals(axis + " edge above " + column + " " + row, edge ? 0xff00ff00 : centre, above);
					boolean left = in != (column > 0 && has(mask, axis, column - 1, row));
					assertEquals(axis + " edge left of " + column + " " + row, left ? 0xff00ff00 : centre,
							seen.getRGB(column * ZOOM, row * ZOOM + 2));
				}
		}
	}

	private static boolean has(Mask mask, Axis axis, int column, int row) {
		int slice = axis.slices(SIZE) / 2;
		return mask.contains(axis.x(column, row, slice), axis.y(column, row, slice), axis.z(column, row, slice));
	}

	@Test
	public void anEditIsSeenAtOnceAndAHiddenSegmentNotAtAll() {
		Segment segment = segment(3, 65535, 0x0000ff);
		assertEquals(0, look(Axis.Z, 0).getRGB(12, 12));
		paint(segment, Mask.full(SIZE.box()));
		assertEquals(0x800000ff, look(Axis.Z, 0).getRGB(12, 12));
		Segment hidden = segment.toBuilder().visible(false).build();
		painter.changed(document.edit("Hide").put(hidden).apply());
		assertEquals(0, look(Axis.Z, 0).getRGB(12, 12));
	}

	@Test
	public void segmentsOfDifferentLayersShowThroughEachOther() {
		paint(segment(0, 1, 0xff0000), Mask.full(SIZE.box()));
		paint(segment(1, 1, 0x0000ff), Mask.full(SIZE.box()));
		int both = look(Axis.Z, 0).getRGB(12, 12);
		assertEquals("opacity", 0xc0, both >>> 24, 1);
		assertEquals("red below", 255 / 3, both >> 16 & 0xff, 3);
		assertEquals("blue above", 255 * 2 / 3, both & 0xff, 3);
	}

	private Segment segment(int layer, int value, int rgb) {
		Segment segment = Segment.builder(UUID.randomUUID(), layer, value).rgb(rgb).build();
		painter.changed(document.edit("Add").put(segment).apply());
		return segment;
	}

	private void paint(Segment segment, Mask mask) {
		Edit edit = new SegmentEdits(document, Volumes.of(SIZE, (x, y, z) -> 0), 0, EditingRules.FREE).add("Paint", segment.id(),
				mask, Progress.NONE);
		painter.changed(edit);
		assertEquals(mask.count(), new SegmentVoxels(document, 0).count(segment));
	}

	private BufferedImage look(Axis axis, int slice) {
		BufferedImage seen = new BufferedImage(axis.columns(SIZE) * ZOOM + 1, axis.rows(SIZE) * ZOOM + 1,
				BufferedImage.TYPE_INT_ARGB);
		Graphics2D g = seen.createGraphics();
		painter.paint(g, axis, slice, 0, 0, 0, ZOOM, ZOOM);
		g.dispose();
		return seen;
	}

	@Test
	public void withoutAColourItIsThatOfWhatHasNoClass() {
		assertEquals(RoiStyle.UNCLASSIFIED_RGB, SegmentStyle.rgb(Segment.of(UUID.randomUUID(), 0, 1, null, "x"), Protocol.NONE));
	}
}
