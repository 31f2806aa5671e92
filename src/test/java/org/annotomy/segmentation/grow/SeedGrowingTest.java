package org.annotomy.segmentation.grow;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.UUID;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.model.Segment;
import org.annotomy.annotation.protocol.Protocol;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelBox;
import org.annotomy.identity.ImageIdentity;
import org.annotomy.identity.ImageSize;
import org.annotomy.segmentation.segment.EditingRules;
import org.annotomy.segmentation.segment.SegmentEdits;
import org.annotomy.segmentation.segment.SegmentVoxels;
import org.annotomy.segmentation.volume.ImageVolume;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.segmentation.volume.Volumes;
import org.annotomy.task.Progress;
import org.junit.Before;
import org.junit.Test;

public class SeedGrowingTest {

	private static final VolumeSize SIZE = new VolumeSize(40, 30, 20);

	private final AnnotationDocument document = new AnnotationDocument(
			ImageIdentity.of("stack", new ImageSize(SIZE.nx(), SIZE.ny(), SIZE.nz(), 1, 1)), Protocol.NONE);
	private final ImageVolume volume = Volumes.of(SIZE, (x, y, z) -> (x * 31 + y * 17 + z * 57) % 23 + (x < 20 ? 0 : 100));
	private final SegmentEdits edits = new SegmentEdits(document, volume, 0, EditingRules.FREE);
	private final Segment organ = Segment.of(UUID.randomUUID(), 0, 1, "Organ", null);
	private final Segment rest = Segment.of(UUID.randomUUID(), 1, 4, "Rest", null);

	@Before
	public void paintSeeds() {
		document.edit("Add segments").put(organ).put(rest).apply();
		paint(organ, new VoxelBox(5, 10, 8, 3, 3, 3));
		paint(rest, new VoxelBox(33, 15, 9, 3, 3, 3));
	}

	private void paint(Segment segment, VoxelBox box) {
		edits.add("Paint", segment.id(), Mask.full(box), Progress.NONE);
	}

	private SeedGrowing start() {
		return new SeedGrowing(document, volume, 0, edits, List.of(organ.id(), rest.id()), SeedGrowing.Settings.DEFAULT);
	}

	@Test
	public void thePreviewChangesNothingUntilItIsApplied() {
		SeedGrowing work = start();
		assertTrue(work.preview().isEmpty());
		assertThrows(IllegalStateException.class, () -> work.apply(List.of(), Progress.NONE));
		int steps = document.historyNames().size();
		work.update(Progress.NONE);
		assertEquals(steps, document.historyNames().size());
		Mask preview = work.preview().get(organ.id());
		assertEquals(new VoxelBox(1, 7, 5, 19, 14, 10), preview.bounds());
		work.apply(List.of(rest.id()), Progress.NONE);
		assertEquals(steps + 1, document.historyNames().size());
		SegmentVoxels voxels = new SegmentVoxels(document, 0);
		assertEquals(preview.count(), voxels.count(document.segment(organ.id()).orElseThrow()));
		assertEquals(27, voxels.count(document.segment(rest.id()).orElseThrow()));
		document.undo();
		assertEquals(27, voxels.count(document.segment(organ.id()).orElseThrow()));
	}

	@Test
	public void anUpdateEqualsANewStartWhetherSeedsStayInTheRegionOrLeaveIt() {
		SeedGrowing work = start();
		work.update(Progress.NONE);
		Random random = new Random(11);
		for (int i = 0; i < 6; i++) {
			boolean far = i == 4;
			VoxelBox box = far
					? new VoxelBox(36, 26, 17, 3, 2, 2)
					: new VoxelBox(6 + random.nextInt(26), 10 + random.nextInt(6), 8 + random.nextInt(3), 2, 2, 1);
			if (i == 3)
				edits.remove("Erase", organ.id(), Mask.full(box), Progress.NONE);
			else
				paint(i % 2 == 0 ? organ : rest, box);
			work.update(Progress.NONE);
			SeedGrowing anew = start();
			anew.update(Progress.NONE);
			for (UUID id : List.of(organ.id(), rest.id())) {
				Mask kept = work.preview().get(id);
				Mask fresh = anew.preview().get(id);
				if (kept.box().equals(fresh.box()))
					assertArrayEquals("update " + i, fresh.voxels(), kept.voxels());
				else
					assertEquals(work.preview().get(id).box().union(fresh.box()), kept.box());
			}
			if (far) assertEquals(SIZE.box().endZ(), work.preview().get(organ.id()).box().endZ());
		}
	}

	@Test
	public void oneSegmentAloneOrAnEmptyOneIsRefused() {
		assertThrows(IllegalArgumentException.class, () -> new SeedGrowing(document, volume, 0, edits, List.of(organ.id()),
				SeedGrowing.Settings.DEFAULT));
		assertThrows(IllegalArgumentException.class, () -> new CheapestPaths(-1));
		assertThrows(IllegalArgumentException.class, () -> new SeedGrowing.Settings(new CheapestPaths(0), Double.NaN));
		edits.replace("Clear", rest.id(), Mask.empty(VoxelBox.EMPTY), Progress.NONE);
		assertTrue(
				assertThrows(IllegalArgumentException.class, () -> start().update(Progress.NONE)).getMessage().contains("Rest"));
	}
}
