package org.annotomy.segmentation.segment;

import static org.junit.Assert.assertEquals;

import java.util.Random;
import java.util.UUID;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.model.Segment;
import org.annotomy.annotation.protocol.Protocol;
import org.annotomy.annotation.voxel.BlockIndex;
import org.annotomy.geometry.Axis;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelBox;
import org.annotomy.identity.ImageIdentity;
import org.annotomy.identity.ImageSize;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.segmentation.volume.Volumes;
import org.annotomy.task.Progress;
import org.junit.Test;

public class LabelSlicesTest {

	private static final VolumeSize SIZE = new VolumeSize(45, 70, 37);

	@Test
	public void slicesHoldTheLabelsOfTheirVoxels() {
		AnnotationDocument document = new AnnotationDocument(
				ImageIdentity.of("stack", new ImageSize(SIZE.nx(), SIZE.ny(), SIZE.nz(), 1, 1)), Protocol.NONE);
		Random random = new Random(20261127);
		for (int value : new int[]{1, 40000, 65535}) {
			Segment segment = Segment.of(UUID.randomUUID(), 1, value, null, null);
			document.edit("Add").put(segment).apply();
			for (int i = 0; i < 4; i++)
				new SegmentEdits(document, Volumes.of(SIZE, (x, y, z) -> 0), 0, EditingRules.FREE).add("Paint", segment.id(),
						blot(random), Progress.NONE);
		}
		LabelSlices slices = new LabelSlices(document, SIZE, 0);
		for (Axis axis : Axis.values())
			for (int slice = 0; slice < axis.slices(SIZE); slice++)
				requireSame(document, axis, slice, slices.of(1, axis, slice));
		for (short label : slices.of(0, Axis.Z, 0))
			assertEquals(0, label);
	}

	private static Mask blot(Random random) {
		Mask mask = Mask.empty(new VoxelBox(random.nextInt(40), random.nextInt(60), random.nextInt(30), 30, 30, 30));
		for (int i = 0; i < mask.voxels().length; i++)
			mask.voxels()[i] = (byte) Math.min(1, random.nextInt(5));
		return mask;
	}

	private static void requireSame(AnnotationDocument document, Axis axis, int slice, short[] labels) {
		int columns = axis.columns(SIZE);
		assertEquals(columns * axis.rows(SIZE), labels.length);
		for (int i = 0; i < labels.length; i++) {
			int x = axis.x(i % columns, i / columns, slice);
			int y = axis.y(i % columns, i / columns, slice);
			int z = axis.z(i % columns, i / columns, slice);
			assertEquals(axis + " " + slice, document.block(BlockIndex.ofVoxel(1, x, y, z, 0)).get(BlockIndex.offset(x, y, z)),
					labels[i] & 0xffff);
			assertEquals(slice, axis.slice(x, y, z));
			assertEquals(i % columns, axis.column(x, y));
			assertEquals(i / columns, axis.row(y, z));
		}
	}
}
