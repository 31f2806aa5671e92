package org.annotomy.segmentation.segment;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.Edit;
import org.annotomy.annotation.LockedException;
import org.annotomy.annotation.model.Segment;
import org.annotomy.annotation.protocol.Protocol;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelBox;
import org.annotomy.identity.ImageIdentity;
import org.annotomy.identity.ImageSize;
import org.annotomy.segmentation.segment.EditingRules.Area;
import org.annotomy.segmentation.segment.EditingRules.Overwrite;
import org.annotomy.segmentation.volume.ImageVolume;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.segmentation.volume.Volumes;
import org.annotomy.task.CancelledException;
import org.annotomy.task.Progress;
import org.junit.Before;
import org.junit.Test;

public class SegmentEditsTest {

	private static final VolumeSize SIZE = new VolumeSize(70, 40, 35);

	private final AnnotationDocument document = new AnnotationDocument(
			ImageIdentity.of("stack", new ImageSize(SIZE.nx(), SIZE.ny(), SIZE.nz(), 1, 1)), Protocol.NONE);
	private final ImageVolume volume = Volumes.of(SIZE, (x, y, z) -> x + 100 * z);
	private final SegmentVoxels voxels = new SegmentVoxels(document, 0);
	private final Segment liver = Segment.of(UUID.randomUUID(), 0, 1, "Liver", null);
	private final Segment tumour = Segment.of(UUID.randomUUID(), 0, 7, "Tumour", null);
	private final Segment vessel = Segment.of(UUID.randomUUID(), 1, 1, "Vessel", null);

	@Before
	public void addSegments() {
		document.edit("Add segments").put(liver).put(tumour).put(vessel).apply();
	}

	private SegmentEdits edits(EditingRules rules) {
		return new SegmentEdits(document, volume, 0, rules);
	}

	private Segment now(Segment segment) {
		return document.segment(segment.id()).orElseThrow();
	}

	private static Mask box(int x, int y, int z, int nx, int ny, int nz) {
		return Mask.full(new VoxelBox(x, y, z, nx, ny, nz));
	}

	/** The brute-force twin: who has each voxel, per layer, in plain arrays. */
	@Test
	public void randomEditsDoAsPlainArrays() {
		Random random = new Random(20261127);
		int[][] twin = new int[2][SIZE.arrayLength()];
		List<Segment> segments = List.of(liver, tumour, vessel);
		for (int round = 0; round < 60; round++) {
			Segment segment = segments.get(random.nextInt(3));
			Overwrite overwrite = List.of(Overwrite.ALL, Overwrite.NONE).get(random.nextInt(2));
			double low = random.nextBoolean() ? Double.NEGATIVE_INFINITY : random.nextInt(2000);
			EditingRules rules = EditingRules.FREE.with(overwrite).withRange(low, low + 1500);
			if (random.nextInt(3) == 0)
				rules = rules.withArea(random.nextBoolean() ? Area.INSIDE : Area.OUTSIDE, Set.of(vessel.id()));
			Mask mask = random(random);
			int way = random.nextInt(3);
			int[][] before = {twin[0].clone(), twin[1].clone()};
			for (int z = 0; z < SIZE.nz(); z++)
				for (int y = 0; y < SIZE.ny(); y++)
					for (int x = 0; x < SIZE.nx(); x++) {
						int i = SIZE.index(x, y, z);
						double value = x + 100 * z;
						boolean inVessel = before[1][i] == vessel.value();
						boolean editable = value >= rules.lowest() && value <= rules.highest()
								&& (rules.area() == Area.EVERYWHERE || inVessel == (rules.area() == Area.INSIDE));
						int has = before[segment.layer()][i];
						boolean in = mask.contains(x, y, z);
						boolean wanted = way == 0 ? in || has == segment.value() : way == 1 ? has == segment.value() && !in : in;
						if (!editable || wanted == (has == segment.value())) continue;
						if (!wanted) twin[segment.layer()][i] = 0;
						else if (has == 0 || overwrite == Overwrite.ALL) twin[segment.layer()][i] = segment.value();
					}
			switch (way) {
				case 0 -> edits(rules).add("Add", segment.id(), mask, Progress.NONE);
				case 1 -> edits(rules).remove("Remove", segment.id(), mask, Progress.NONE);
				default -> edits(rules).replace("Replace", segment.id(), mask, Progress.NONE);
			}
			for (Segment each : segments)
				assertSame("round " + round, twin[each.layer()], each);
		}
		while (document.undo().isPresent()) {}
		assertTrue(document.blocks().isEmpty());
	}

	/** May reach beyond the image. */
	private static Mask random(Random random) {
		VoxelBox box = new VoxelBox(random.nextInt(80) - 10, random.nextInt(50) - 10, random.nextInt(45) - 10,
				1 + random.nextInt(40), 1 + random.nextInt(40), 1 + random.nextInt(40));
		Mask mask = Mask.empty(box);
		for (int i = 0; i < mask.voxels().length; i++)
			mask.voxels()[i] = (byte) (random.nextInt(3) == 0 ? 0 : 1);
		return mask;
	}

	private void assertSame(String message, int[] twin, Segment segment) {
		Mask mask = voxels.mask(segment, SIZE.box());
		long count = 0;
		for (int i = 0; i < twin.length; i++) {
			boolean expected = twin[i] == segment.value();
			if (expected != (mask.voxels()[i] != 0))
				throw new AssertionError(message + ": " + segment.name() + " at index " + i + ", expected " + expected);
			if (expected) count++;
		}
		assertEquals(message, count, voxels.count(segment));
		assertEquals(message, mask.bounds(), voxels.bounds(segment));
	}

	@Test
	public void oneEditIsOneStepOfUndoAndCostsWhatItTouched() {
		edits(EditingRules.FREE).add("Paint", liver.id(), box(0, 0, 0, 70, 40, 35), Progress.NONE);
		Edit edit = edits(EditingRules.FREE).add("Dab", tumour.id(), box(33, 3, 3, 2, 2, 2), Progress.NONE);
		assertEquals(1, edit.changes().size());
		assertEquals(8, voxels.count(tumour));
		assertEquals("Dab", document.undoName().orElseThrow());
		document.undo();
		assertEquals(0, voxels.count(tumour));
		assertEquals(70 * 40 * 35, voxels.count(liver));
	}

	@Test
	public void lockedSegmentsKeepTheirVoxels() {
		edits(EditingRules.FREE).add("Paint", liver.id(), box(0, 0, 0, 10, 10, 10), Progress.NONE);
		document.edit("Lock").put(liver.toBuilder().locked(true).build()).apply();
		edits(EditingRules.FREE).add("Paint", tumour.id(), box(5, 0, 0, 10, 10, 10), Progress.NONE);
		assertEquals(1000, voxels.count(liver));
		assertEquals(500, voxels.count(tumour));
		String message = assertThrows(LockedException.class,
				() -> edits(EditingRules.FREE).add("Paint", liver.id(), box(0, 0, 0, 1, 1, 1), Progress.NONE)).getMessage();
		assertEquals("The segment \"Liver\" is locked. Unlock it first.", message);
	}

	@Test
	public void hiddenSegmentsStayIfOnlyVisibleOnesAreOverwritten() {
		edits(EditingRules.FREE).add("Paint", liver.id(), box(0, 0, 0, 10, 10, 10), Progress.NONE);
		document.edit("Hide").put(liver.toBuilder().visible(false).build()).apply();
		edits(EditingRules.FREE.with(Overwrite.VISIBLE)).add("Paint", tumour.id(), box(5, 0, 0, 10, 10, 10), Progress.NONE);
		assertEquals(1000, voxels.count(liver));
		edits(EditingRules.FREE).add("Paint", tumour.id(), box(5, 0, 0, 10, 10, 10), Progress.NONE);
		assertEquals(500, voxels.count(liver));
	}

	/** Shown by the same step of undo, whatever changes it; and only if its voxels change. */
	@Test
	public void aHiddenSegmentIsShownByTheEditThatChangesIt() {
		SegmentEdits edits = edits(EditingRules.FREE);
		document.edit("Hide").put(liver.toBuilder().visible(false).build()).apply();
		Edit painted = edits.add("Paint", liver.id(), box(0, 0, 0, 10, 10, 10), Progress.NONE);
		assertTrue(now(liver).visible());
		assertEquals("Liver was hidden and is shown now.", EditNews.of(painted, document));
		document.undo();
		assertFalse(now(liver).visible());
		assertEquals(0, voxels.count(liver));
		document.redo();
		document.edit("Hide").put(now(liver).toBuilder().visible(false).build()).apply();
		assertTrue(edits.add("Paint", liver.id(), box(0, 0, 0, 5, 5, 5), Progress.NONE).isEmpty());
		assertFalse(now(liver).visible());
		Edit taken = edits.add("Paint", tumour.id(), box(0, 0, 0, 5, 5, 5), Progress.NONE);
		assertEquals("Took 125 voxels from Liver (hidden).", EditNews.of(taken, document));
		assertFalse(now(liver).visible());
		edits.remove("Erase", liver.id(), box(0, 0, 0, 6, 6, 6), Progress.NONE);
		assertTrue(now(liver).visible());
		document.edit("Hide").put(now(liver).toBuilder().visible(false).build()).apply();
		edits(EditingRules.FREE.with(Overwrite.OVERLAP)).replace("Overlap", liver.id(), box(3, 3, 3, 9, 9, 9), Progress.NONE);
		assertTrue("in the layer where it went", now(liver).visible() && now(liver).layer() > 0);
		assertEquals(729, voxels.count(now(liver)));
	}

	@Test
	public void aHiddenSegmentIsShownWhenItIsSplit() {
		SegmentEdits edits = edits(EditingRules.FREE);
		edits.add("Paint", liver.id(), box(0, 0, 0, 10, 10, 10), Progress.NONE);
		document.edit("Hide").put(liver.toBuilder().visible(false).build()).apply();
		Segment part = Segment.of(UUID.randomUUID(), 0, 9, "Part", null);
		edits.split("Split", liver.id(), Map.of(part, box(0, 0, 0, 5, 10, 10)), Progress.NONE);
		assertTrue(now(liver).visible());
	}

	@Test
	public void overlapMovesTheSegmentToALayerOfItsOwn() {
		edits(EditingRules.FREE).add("Paint", liver.id(), box(0, 0, 0, 20, 20, 20), Progress.NONE);
		edits(EditingRules.FREE).add("Paint", vessel.id(), box(15, 15, 15, 9, 9, 9), Progress.NONE);
		edits(EditingRules.FREE).add("Paint", tumour.id(), box(40, 20, 0, 3, 3, 3), Progress.NONE);
		edits(EditingRules.FREE.with(Overwrite.OVERLAP)).add("Overlap", tumour.id(), box(14, 14, 14, 4, 4, 4), Progress.NONE);
		assertEquals(2, now(tumour).layer());
		assertEquals(27 + 64, voxels.count(now(tumour)));
		assertEquals(8000, voxels.count(liver));
		assertEquals(729, voxels.count(vessel));
		document.undo();
		assertEquals(tumour, now(tumour));
		assertEquals(27, voxels.count(tumour));
	}

	/** Two that move to one layer in one edit get labels of their own there. */
	@Test
	public void segmentsThatMoveTogetherStayApart() {
		edits(EditingRules.FREE).add("Paint", liver.id(), box(0, 0, 0, 20, 20, 20), Progress.NONE);
		Segment cyst = Segment.builder(UUID.randomUUID(), 0, 9).build();
		document.edit("Add").put(cyst).apply();
		Map<UUID, Mask> masks = new LinkedHashMap<>();
		masks.put(cyst.id(), box(0, 0, 0, 4, 4, 4));
		masks.put(tumour.id(), box(10, 0, 0, 3, 3, 3));
		edits(EditingRules.FREE.with(Overwrite.OVERLAP)).replace("Grow from seeds", masks, Progress.NONE);
		assertEquals(1, now(cyst).layer());
		assertEquals(1, now(tumour).layer());
		assertEquals(64, voxels.count(now(cyst)));
		assertEquals(27, voxels.count(now(tumour)));
		assertEquals(8000, voxels.count(liver));
	}

	@Test
	public void overlapLeavesTheSegmentWhereItMeetsNobody() {
		edits(EditingRules.FREE).add("Paint", liver.id(), box(0, 0, 0, 20, 20, 20), Progress.NONE);
		edits(EditingRules.FREE.with(Overwrite.OVERLAP)).add("Paint", tumour.id(), box(20, 0, 0, 5, 5, 5), Progress.NONE);
		assertEquals(tumour, now(tumour));
	}

	@Test
	public void severalSegmentsAreReplacedAtOnce() {
		Map<UUID, Mask> masks = new LinkedHashMap<>();
		masks.put(liver.id(), box(0, 0, 0, 10, 10, 10));
		masks.put(tumour.id(), box(8, 0, 0, 4, 10, 10));
		edits(EditingRules.FREE).replace("Grow from seeds", masks, Progress.NONE);
		assertEquals(800, voxels.count(liver));
		assertEquals(400, voxels.count(tumour));
		document.undo();
		assertTrue(document.blocks().isEmpty());
	}

	@Test
	public void aCancelledEditChangesNothing() {
		Progress cancelled = new Progress() {
			@Override
			public void update(double fraction, String doing) {
				// Nobody watches.
			}

			@Override
			public boolean isCancelled() { return true; }
		};
		assertThrows(CancelledException.class,
				() -> edits(EditingRules.FREE).add("Paint", liver.id(), box(0, 0, 0, 60, 30, 30), cancelled));
		assertTrue(document.blocks().isEmpty());
	}

	@Test
	public void whatIsOutsideTheImageIsNotLabelled() {
		edits(EditingRules.FREE).add("Paint", liver.id(), box(-5, -5, -5, 100, 100, 100), Progress.NONE);
		assertEquals(SIZE.voxels(), voxels.count(liver));
		assertEquals(SIZE.box(), voxels.bounds(liver));
		assertNotEquals(0, voxels.mask(liver, new VoxelBox(-3, 0, 0, 10, 10, 10)).count());
	}

	@Test
	public void rulesThatAllowNothingAreRefused() {
		assertThrows(IllegalArgumentException.class, () -> EditingRules.FREE.withRange(2, 1));
		assertThrows(IllegalArgumentException.class, () -> EditingRules.FREE.withRange(Double.NaN, 1));
		assertThrows(IllegalArgumentException.class, () -> EditingRules.FREE.withArea(Area.INSIDE, Set.of()));
	}

	@Test
	public void aSegmentMovesToAnotherLayerWithAllItsVoxels() {
		edits(EditingRules.FREE).add("Add", liver.id(), box(10, 10, 10, 40, 20, 20), Progress.NONE);
		new SegmentEdits(document, volume, 1, EditingRules.FREE).add("Add", liver.id(), box(0, 0, 0, 3, 3, 3), Progress.NONE);
		edits(EditingRules.FREE).add("Add", vessel.id(), box(49, 29, 29, 9, 9, 5), Progress.NONE);
		String message = assertThrows(IllegalArgumentException.class,
				() -> edits(EditingRules.FREE).moveToLayer(liver.id(), 1)).getMessage();
		assertTrue(message, message.contains("layer 1"));
		edits(EditingRules.FREE).moveToLayer(liver.id(), 3);
		assertEquals(3, now(liver).layer());
		assertEquals(40 * 20 * 20, voxels.count(now(liver)));
		assertEquals(27, new SegmentVoxels(document, 1).count(now(liver)));
		document.undo();
		assertEquals(liver, now(liver));
		assertEquals(27, new SegmentVoxels(document, 1).count(liver));
	}

	@Test
	public void severalTimePointsChangeAtOnceAndInOneLayer() {
		edits(EditingRules.FREE).add("Add", liver.id(), box(0, 0, 0, 9, 9, 9), Progress.NONE);
		edits(EditingRules.FREE).add("Add", tumour.id(), box(20, 0, 0, 9, 9, 9), Progress.NONE);
		new SegmentEdits(document, volume, 0, EditingRules.FREE.with(Overwrite.OVERLAP)).replaceAt("Keys", liver.id(),
				Map.of(0, box(15, 0, 0, 9, 9, 9)), Progress.NONE);
		assertNotEquals(0, now(liver).layer());
		assertEquals(9 * 9 * 9, voxels.count(now(liver)));
		assertEquals(9 * 9 * 9, voxels.count(now(tumour)));
		document.undo();
		assertEquals(0, now(liver).layer());
		assertTrue(voxels.mask(liver).contains(0, 0, 0));
	}

	@Test
	public void aProtocolMaySayInWhatASegmentLies() {
		String message = assertThrows(IllegalArgumentException.class, () -> RequiredArea.of(liver, document)).getMessage();
		assertTrue(message, message.contains("Name the segments"));
	}
}
