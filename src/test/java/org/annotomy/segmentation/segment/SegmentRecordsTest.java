package org.annotomy.segmentation.segment;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.LockedException;
import org.annotomy.annotation.model.Segment;
import org.annotomy.annotation.model.Status;
import org.annotomy.annotation.protocol.Protocol;
import org.annotomy.annotation.protocol.ProtocolCatalog;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelBox;
import org.annotomy.identity.ImageIdentity;
import org.annotomy.identity.ImageSize;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.segmentation.volume.Volumes;
import org.annotomy.task.Progress;
import org.junit.Test;

public class SegmentRecordsTest {

	private static final Instant NOW = Instant.parse("2026-11-27T08:00:00Z");
	private static final VolumeSize SIZE = new VolumeSize(40, 40, 40);

	private final Protocol protocol = ProtocolCatalog.builtIn(Locale.ROOT).find("liver-ct-mr").orElseThrow();
	private final AnnotationDocument document = new AnnotationDocument(
			ImageIdentity.of("stack", new ImageSize(40, 40, 40, 1, 1)), protocol);
	private final SegmentRecords records = new SegmentRecords(document, NOW);

	@Test
	public void aNewSegmentHasALabelOfItsOwn() {
		Segment first = records.add("A", null, "r-1");
		Segment second = records.add(null, null, "r-1");
		assertEquals(1, first.value());
		assertEquals(2, second.value());
		assertEquals("r-1", first.provenance().rater());
		assertEquals(NOW, first.provenance().created());
		records.remove(List.of(first.id()));
		assertEquals(1, records.add("C", null, "r-1").value());
	}

	@Test
	public void aClassMayFixTheLabel() {
		var fixed = protocol.classes().stream().filter(c -> c.labelValue() > 0).findFirst().orElseThrow();
		assertEquals(fixed.labelValue(), records.add("A", fixed.key(), "r-1").value());
		int other = records.add("B", fixed.key(), "r-1").value();
		assertTrue(other != fixed.labelValue() && other > 0);
	}

	@Test
	public void voxelsGoWithTheirSegmentAndComeBackWithUndo() {
		Segment first = records.add("A", null, "r-1");
		Segment second = records.add("B", null, "r-1");
		SegmentEdits edits = new SegmentEdits(document, Volumes.of(SIZE, (x, y, z) -> 0), 0, EditingRules.FREE);
		edits.add("Paint", first.id(), Mask.full(new VoxelBox(0, 0, 0, 20, 40, 40)), Progress.NONE);
		edits.add("Paint", second.id(), Mask.full(new VoxelBox(20, 0, 0, 5, 40, 40)), Progress.NONE);
		SegmentVoxels voxels = new SegmentVoxels(document, 0);
		records.remove(List.of(first.id()));
		assertEquals(0, voxels.count(first));
		assertEquals(8000, voxels.count(second));
		document.undo();
		assertEquals(32000, voxels.count(first));
	}

	@Test
	public void aChangeIsDatedAndALockedSegmentRefusesIt() {
		Segment segment = records.add("A", null, "r-1");
		new SegmentRecords(document, NOW.plusSeconds(9)).change("Finish", List.of(segment.id()),
				to -> to.name("B").locked(true).provenance(segment.provenance().withStatus(Status.FINAL)));
		Segment changed = document.segment(segment.id()).orElseThrow();
		assertEquals("B", changed.name());
		assertThrows(LockedException.class, () -> records.change("Rename", List.of(segment.id()), to -> to.name("C")));
		records.change("Unlock", List.of(segment.id()), to -> to.locked(false));
		assertThrows(LockedException.class, () -> {
			records.change("Lock", List.of(segment.id()), to -> to.locked(true));
			records.remove(List.of(segment.id()));
		});
	}

	@Test
	public void segmentsAreFoundByNameOrId() {
		assertEquals("There is no segment yet. Use Add Segment... first.",
				assertThrows(IllegalArgumentException.class, () -> SegmentRecords.find(document, "A")).getMessage());
		Segment first = records.add("A", null, "r-1");
		Segment twin = records.add("B", null, "r-1");
		records.add("B", null, "r-1");
		assertEquals(first, SegmentRecords.find(document, "A"));
		assertEquals(twin, SegmentRecords.find(document, twin.id().toString().toUpperCase(Locale.ROOT)));
		assertEquals("2 segments have the name \"B\". Give the id instead.",
				assertThrows(IllegalArgumentException.class, () -> SegmentRecords.find(document, "B")).getMessage());
		assertEquals("There is no segment \"C\". There are: A, B, B.",
				assertThrows(IllegalArgumentException.class, () -> SegmentRecords.find(document, "C")).getMessage());
	}
}
