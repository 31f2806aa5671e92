package org.annotomy.segmentation.segment;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.Edit;
import org.annotomy.annotation.model.Segment;
import org.annotomy.annotation.protocol.Protocol;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelBox;
import org.annotomy.identity.ImageIdentity;
import org.annotomy.identity.ImageSize;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.segmentation.volume.Volumes;
import org.annotomy.task.Progress;
import org.junit.Test;

public class TakenVoxelsTest {

	private static final VolumeSize SIZE = new VolumeSize(70, 40, 40);

	private final AnnotationDocument document = new AnnotationDocument(
			ImageIdentity.of("stack", new ImageSize(SIZE.nx(), SIZE.ny(), SIZE.nz(), 1, 1)), Protocol.NONE);
	private final SegmentEdits edits = new SegmentEdits(document, Volumes.of(SIZE, (x, y, z) -> 0), 0, EditingRules.FREE);
	private final Segment liver = Segment.of(UUID.randomUUID(), 0, 1, "Liver", null);
	private final Segment tumour = Segment.of(UUID.randomUUID(), 0, 2, "Tumour", null);
	private final Segment other = Segment.of(UUID.randomUUID(), 1, 1, "Other", null);

	private Edit add(Segment segment, VoxelBox box) {
		return edits.add("Paint", segment.id(), Mask.full(box), Progress.NONE);
	}

	private String words(Edit edit) {
		return TakenVoxels.words(TakenVoxels.of(edit, document));
	}

	/** Over several blocks of 32³ voxels. */
	@Test
	public void whatASegmentTakesIsCountedAndAnEmptiedOneNamed() {
		document.edit("Add").put(liver).put(tumour).put(other).apply();
		assertEquals("", words(add(liver, new VoxelBox(20, 10, 5, 40, 20, 30))));
		assertEquals("another layer", "", words(add(other, new VoxelBox(20, 10, 5, 40, 20, 30))));
		assertEquals("Took 1,344 voxels from Liver.", words(add(tumour, new VoxelBox(28, 10, 5, 42, 7, 6))));
		assertEquals("Took 22,656 voxels from Liver. Liver has no voxels left.",
				words(add(tumour, new VoxelBox(10, 5, 0, 60, 35, 40))));
		assertEquals("freed, not taken", "", words(edits.remove("Erase", tumour.id(), Mask.full(new VoxelBox(10, 5, 0, 9, 9, 9)),
				Progress.NONE)));
	}

	@Test
	public void partsThatBecomeSegmentsAndExchangesAreNotTaken() {
		document.edit("Add").put(liver).put(tumour).apply();
		add(liver, new VoxelBox(0, 0, 0, 20, 20, 20));
		Segment part = Segment.of(UUID.randomUUID(), 0, 3, "Part", null);
		Edit split = edits.split("Split", liver.id(), Map.of(part, Mask.full(new VoxelBox(10, 0, 0, 10, 20, 20))), Progress.NONE);
		assertTrue(TakenVoxels.of(split, document).isEmpty());
		add(tumour, new VoxelBox(0, 30, 0, 20, 5, 5));
		Edit exchange = edits.replace("Swap", Map.of(liver.id(), Mask.full(new VoxelBox(0, 30, 0, 10, 5, 5)), tumour.id(),
				Mask.full(new VoxelBox(0, 0, 0, 5, 20, 20))), Progress.NONE);
		assertEquals(List.of(), TakenVoxels.of(exchange, document));
	}

	@Test
	public void oneVoxelIsNoPlural() {
		document.edit("Add").put(liver).put(tumour).apply();
		add(liver, new VoxelBox(0, 0, 0, 2, 1, 1));
		assertEquals("Took 1 voxel from Liver.", words(add(tumour, new VoxelBox(1, 0, 0, 9, 1, 1))));
	}
}
