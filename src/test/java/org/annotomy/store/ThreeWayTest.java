package org.annotomy.store;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Random;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.DocumentState;
import org.annotomy.annotation.LabelScope;
import org.annotomy.annotation.RandomEdits;
import org.annotomy.annotation.model.AttributeValue;
import org.annotomy.annotation.model.Segment;
import org.annotomy.annotation.voxel.BlockIndex;
import org.annotomy.annotation.voxel.LabelBlock;
import org.junit.Test;

public class ThreeWayTest {

	private final AnnotationDocument base = RandomEdits.emptyDocument();

	private static void put(AnnotationDocument document, int i, String name) {
		document.edit("Put").put(Fixture.object(i, name)).apply();
	}

	private static LabelBlock block(int from, int to, int value) {
		short[] labels = new short[LabelBlock.VOXELS];
		for (int i = from; i < to; i++)
			labels[i] = (short) value;
		return LabelBlock.of(labels);
	}

	private ThreeWay merge(AnnotationDocument ours, AnnotationDocument theirs) {
		ThreeWay merge = ThreeWay.of(base, ours, theirs, "Merge");
		Replay.apply(ours, merge.edit());
		return merge;
	}

	@Test
	public void whatOneSideAloneChangedIsTakenWhicheverSideItIs() {
		RandomEdits edits = new RandomEdits(11);
		for (int i = 0; i < 60; i++)
			edits.next(base);
		AnnotationDocument theirs = base.copy();
		for (int i = 0; i < 60; i++)
			edits.next(theirs);
		DocumentState wanted = DocumentState.of(theirs);
		AnnotationDocument untouched = base.copy();
		ThreeWay merge = merge(untouched, theirs);
		assertEquals(wanted, DocumentState.of(untouched));
		assertEquals(List.of(), merge.remarks());
		AnnotationDocument changed = theirs.copy();
		assertTrue("nothing new from a side that did nothing", ThreeWay.of(base, changed, base.copy(), "Merge").edit().isEmpty());
		assertTrue("the same on both sides is no conflict", ThreeWay.of(base, changed, theirs, "Merge").edit().isEmpty());
	}

	@Test
	public void removedOnOneSideAndChangedOnTheOtherStays() {
		put(base, 1, "a");
		put(base, 2, "b");
		AnnotationDocument ours = base.copy();
		AnnotationDocument theirs = base.copy();
		ours.edit("x").put(Fixture.object(1, "a2")).removeObject(Fixture.id(2)).apply();
		theirs.edit("x").put(Fixture.object(2, "b2")).removeObject(Fixture.id(1)).apply();
		ThreeWay merge = merge(ours, theirs);
		assertEquals("a2 b2", Fixture.names(ours));
		assertEquals(List.of("1 object had been removed on one side but changed here, and stays.",
				"1 object had been removed here but changed on the other side, and was added again as a draft."),
				merge.remarks());
	}

	@Test
	public void answersThatDifferStay() {
		AnnotationDocument ours = base.copy();
		AnnotationDocument theirs = base.copy();
		ours.edit("x").label(LabelScope.STUDY, "q", AttributeValue.of("ours")).apply();
		theirs.edit("x").label(LabelScope.STUDY, "q", AttributeValue.of("theirs"))
				.label(LabelScope.STUDY, "new", AttributeValue.of(3))
				.apply();
		ThreeWay merge = merge(ours, theirs);
		assertEquals(AttributeValue.of("ours"), ours.labels(LabelScope.STUDY).get("q"));
		assertEquals(AttributeValue.of(3), ours.labels(LabelScope.STUDY).get("new"));
		assertEquals(List.of("1 answer differed: the one in the document stays."), merge.remarks());
	}

	@Test
	public void voxelsMergeOneByOneInABlockThatBothPainted() {
		BlockIndex index = new BlockIndex(0, 1, 1, 1, 0);
		base.edit("x").put(Segment.of(Fixture.id(1), 0, 1, "s", null)).put(index, block(0, 100, 1)).apply();
		AnnotationDocument ours = base.copy();
		AnnotationDocument theirs = base.copy();
		ours.edit("x").put(index, block(0, 150, 1)).apply();
		theirs.edit("x").put(index, block(20, 100, 1)).apply();
		ThreeWay merge = merge(ours, theirs);
		assertEquals("ours grew at the end, theirs shrank at the beginning", block(20, 150, 1), ours.block(index));
		assertEquals(List.of(), merge.remarks());
	}

	@Test
	public void aSegmentWhoseLabelIsTakenGoesToALayerOfItsOwn() {
		BlockIndex index = new BlockIndex(0, 0, 0, 0, 0);
		AnnotationDocument ours = base.copy();
		AnnotationDocument theirs = base.copy();
		ours.edit("x").put(Segment.of(Fixture.id(1), 0, 1, "ours", null)).put(index, block(0, 50, 1)).apply();
		theirs.edit("x").put(Segment.of(Fixture.id(2), 0, 1, "theirs", null)).put(index, block(25, 75, 1)).apply();
		merge(ours, theirs);
		assertEquals(block(0, 50, 1), ours.block(index));
		Segment moved = ours.segment(Fixture.id(2)).orElseThrow();
		assertEquals(1, moved.layer());
		assertEquals(block(25, 75, 1), ours.block(new BlockIndex(1, 0, 0, 0, 0)));
	}

	@Test
	public void mergingTwiceChangesNothingMore() {
		RandomEdits edits = new RandomEdits(5);
		for (int i = 0; i < 40; i++)
			edits.next(base);
		AnnotationDocument theirs = base.copy();
		AnnotationDocument ours = base.copy();
		for (int i = 0; i < 40; i++) {
			edits.next(theirs);
			put(ours, 100 + new Random(i).nextInt(50), "o" + i);
		}
		merge(ours, theirs);
		assertTrue(DocumentDiff.between(ours, ours.copy(), "x").isEmpty());
		assertTrue(ThreeWay.of(theirs, ours, theirs, "Merge").edit().isEmpty());
	}
}
