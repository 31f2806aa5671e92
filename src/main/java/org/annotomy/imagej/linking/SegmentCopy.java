package org.annotomy.imagej.linking;

import java.time.Instant;

import org.annotomy.annotation.model.Provenance;
import org.annotomy.annotation.model.Segment;
import org.annotomy.annotation.model.Status;
import org.annotomy.geometry.Position;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelBox;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.linking.place.Correspondence;
import org.annotomy.linking.place.Expected;
import org.annotomy.segmentation.volume.Mask;

/** Makes the counterpart of a segment in another image: the voxels whose centres lie in it, with the answers that are about the thing. */
final class SegmentCopy {

	/** Steps along each axis of the box around a segment at which it is looked where the box lies there: maps may bend. */
	private static final int STEPS = 4;

	private final OpenGroup group;
	private final String from;
	private final String to;

	SegmentCopy(OpenGroup group, String from, String to) {
		this.group = group;
		this.from = from;
		this.to = to;
	}

	/**
	 * A draft without voxels; not in the document yet.
	 *
	 * @throws IllegalStateException if the image can have no more segments
	 */
	Segment of(Segment mark) {
		AnnotationSession target = group.requireSession(to);
		Instant now = target.clock().instant();
		boolean known = target.document().protocol().findClass(String.valueOf(mark.classKey())).isPresent();
		return target.segments().records()
				.fresh(mark.name(), known ? mark.classKey() : null,
						new Provenance(Provenance.LINKED_COPY, null, target.rater(), now, now, null, Status.DRAFT))
				.toBuilder().coding(mark.coding()).rgb(mark.rgb()).opacity(mark.opacity())
				.attributes(MarkCopy.shared(mark.attributes(), target)).build();
	}

	/**
	 * The voxels of the counterpart.
	 *
	 * @param sameCoordinates whether it gets the voxels of the same columns, rows and slices
	 * @throws IllegalArgumentException if nobody knows where it must be, or it lies outside of the image; the message says what to do
	 */
	Mask voxels(Segment mark, boolean sameCoordinates) {
		Mask here = group.requireSession(from).segments().voxels().mask(mark);
		VolumeSize size = group.place(to).size();
		Mask there = sameCoordinates ? here.on(here.box().intersect(size.box())) : moved(here, size.box());
		if (there.isEmpty())
			throw new IllegalArgumentException("The segment has no voxel in the image \"" + to
					+ "\". Say that it is not visible there with Mark Not Visible....");
		return there;
	}

	private Mask moved(Mask here, VoxelBox image) {
		Correspondence back = group.correspondences().between(to, from);
		Mask there = Mask.empty(around(here.box()).intersect(image));
		VoxelBox box = there.box();
		for (int z = box.z(); z < box.endZ(); z++)
			for (int y = box.y(); y < box.endY(); y++)
				for (int x = box.x(); x < box.endX(); x++) {
					Position source = exact(back, new Position(x, y, z));
					if (here.contains((int) Math.rint(source.x()), (int) Math.rint(source.y()), (int) Math.rint(source.z())))
						there.voxels()[there.index(x, y, z)] = 1;
				}
		return there;
	}

	/** The box in the other image around a box of this one, a voxel larger. */
	private VoxelBox around(VoxelBox box) {
		Correspondence forth = group.correspondences().between(from, to);
		VoxelBox around = VoxelBox.EMPTY;
		for (int i = 0; i <= STEPS; i++)
			for (int j = 0; j <= STEPS; j++)
				for (int k = 0; k <= STEPS; k++) {
					Position at = exact(forth, new Position(along(box.x(), box.nx(), i), along(box.y(), box.ny(), j),
							along(box.z(), box.nz(), k)));
					around = around.union(new VoxelBox((int) Math.floor(at.x()), (int) Math.floor(at.y()),
							(int) Math.floor(at.z()), 2, 2, 2));
				}
		return around.grow(1, 1, 1);
	}

	private static double along(int first, int count, int step) {
		return first - 0.5 + (double) count * step / STEPS;
	}

	private static Position exact(Correspondence correspondence, Position voxel) {
		Expected expected = correspondence.expected(voxel);
		if (expected instanceof Expected.Exact exact) return exact.voxel();
		throw new IllegalArgumentException(expected instanceof Expected.Unknown unknown
				? unknown.reason()
				: "Only the area in which it must lie is known. Segment it there, then use Link Objects....");
	}

	/** The mean of the voxels of a mask that is not empty. */
	static Position middle(Mask mask) {
		double x = 0;
		double y = 0;
		double z = 0;
		VoxelBox box = mask.box();
		for (int i = 0; i < mask.voxels().length; i++)
			if (mask.voxels()[i] != 0) {
				x += i % box.nx();
				y += i / box.nx() % box.ny();
				z += i / box.nx() / box.ny();
			}
		double count = mask.count();
		return new Position(box.x() + x / count, box.y() + y / count, box.z() + z / count);
	}
}
