package org.annotomy.annotation;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.annotomy.annotation.detection.DetectionBlock;
import org.annotomy.annotation.detection.Kinds;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.AttributeValue;
import org.annotomy.annotation.model.Link;
import org.annotomy.annotation.model.Segment;
import org.annotomy.annotation.protocol.Protocol;
import org.annotomy.annotation.voxel.BlockIndex;
import org.annotomy.annotation.voxel.LabelBlock;

/**
 * One thing of a document before and after; null stands for "not there" (for voxels: {@link LabelBlock#EMPTY}, for
 * detections: {@link DetectionBlock#EMPTY}). The parts of an
 * {@link Edit}: each can be turned round, so undo needs no copy of anything else.
 */
public sealed interface Change {

	Change inverse();

	/** What is touched, and what that hangs on: names for comparison with those of other changes of the same document. */
	List<Object> things();

	/** Memory that the change keeps alive beyond the document itself, roughly. */
	long weightBytes();

	/** An object appears, changes or goes. */
	record ObjectChange(UUID id, AnnotationObject before, AnnotationObject after) implements Change {

		@Override
		public ObjectChange inverse() {
			return new ObjectChange(id, after, before);
		}

		@Override
		public List<Object> things() {
			List<Object> things = new ArrayList<>(List.of(id));
			if (before != null && before.parent() != null) things.add(before.parent());
			if (after != null && after.parent() != null) things.add(after.parent());
			return things;
		}

		@Override
		public long weightBytes() {
			return 512 + weight(before) + weight(after);
		}

		private static long weight(AnnotationObject object) {
			return object == null ? 0 : ObjectWeight.bytes(object);
		}
	}

	/** A block of detections appears, changes or goes. */
	record DetectionChange(int key, DetectionBlock before, DetectionBlock after) implements Change {

		@Override
		public DetectionChange inverse() {
			return new DetectionChange(key, after, before);
		}

		@Override
		public List<Object> things() {
			return List.of(List.of(DetectionBlock.class, key));
		}

		@Override
		public long weightBytes() {
			return 64 + before.bytesBeside(after) + after.bytesBeside(before);
		}
	}

	/** Detections of a block become of other kinds; outlines and measurements stay. */
	record KindChange(int key, Kinds before, Kinds after) implements Change {

		@Override
		public KindChange inverse() {
			return new KindChange(key, after, before);
		}

		@Override
		public List<Object> things() {
			return List.of(List.of(DetectionBlock.class, key));
		}

		@Override
		public long weightBytes() {
			return 64 + before.bytes() + after.bytes();
		}
	}

	/** A segment (not its voxels) appears, changes or goes. */
	record SegmentChange(UUID id, Segment before, Segment after) implements Change {

		@Override
		public SegmentChange inverse() {
			return new SegmentChange(id, after, before);
		}

		@Override
		public List<Object> things() {
			return List.of(id);
		}

		@Override
		public long weightBytes() {
			return 512;
		}
	}

	/** The labels of one block of voxels change. */
	record VoxelChange(BlockIndex index, LabelBlock before, LabelBlock after) implements Change {

		@Override
		public VoxelChange inverse() {
			return new VoxelChange(index, after, before);
		}

		@Override
		public List<Object> things() {
			return List.of(index);
		}

		@Override
		public long weightBytes() {
			return 64 + before.weightBytes() + after.weightBytes();
		}
	}

	/** A link appears, changes or goes. */
	record LinkChange(UUID id, Link before, Link after) implements Change {

		@Override
		public LinkChange inverse() {
			return new LinkChange(id, after, before);
		}

		@Override
		public List<Object> things() {
			Link link = after == null ? before : after;
			return link == null ? List.of(id) : List.of(id, link.from());
		}

		@Override
		public long weightBytes() {
			return 256;
		}
	}

	/** An answer about the image or the study appears, changes or goes. */
	record LabelChange(LabelScope scope, String key, AttributeValue before, AttributeValue after) implements Change {

		@Override
		public LabelChange inverse() {
			return new LabelChange(scope, key, after, before);
		}

		@Override
		public List<Object> things() {
			return List.of(List.of(scope, key));
		}

		@Override
		public long weightBytes() {
			return 256;
		}
	}

	/** The work is marked complete, or taken up again. */
	record CompletionChange(boolean before, boolean after) implements Change {

		@Override
		public CompletionChange inverse() {
			return new CompletionChange(after, before);
		}

		@Override
		public List<Object> things() {
			return List.of(CompletionChange.class);
		}

		@Override
		public long weightBytes() {
			return 64;
		}
	}

	/** Another protocol applies. */
	record ProtocolChange(Protocol before, Protocol after) implements Change {

		@Override
		public ProtocolChange inverse() {
			return new ProtocolChange(after, before);
		}

		@Override
		public List<Object> things() {
			return List.of(ProtocolChange.class);
		}

		@Override
		public long weightBytes() {
			return 256;
		}
	}
}
