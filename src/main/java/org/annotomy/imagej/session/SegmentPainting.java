package org.annotomy.imagej.session;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.annotomy.annotation.Edit;
import org.annotomy.annotation.shape.PolygonShape;
import org.annotomy.annotation.shape.PolygonShape.Origin;
import org.annotomy.annotation.shape.Ring;
import org.annotomy.annotation.shape.Shape;
import org.annotomy.geometry.Axis;
import org.annotomy.geometry.Position;
import org.annotomy.geometry.Vertices;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelBox;
import org.annotomy.segmentation.paint.RoundBrush;
import org.annotomy.segmentation.paint.Slices;
import org.annotomy.segmentation.volume.ImageVolume;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.task.Progress;

/** What a hand does to the voxels of a segment: strokes and filled outlines, under the editing rules; used alike by tools and macros. */
public final class SegmentPainting {

	static final String PAINT = "Paint segment";
	static final String ERASE = "Erase from segment";

	private final SegmentDesk desk;

	public SegmentPainting(AnnotationSession session) {
		desk = session.segments();
	}

	/**
	 * A stroke of the round brush on a slice.
	 *
	 * @param across the axis that the slice lies across
	 * @param slice from 0
	 * @param path of the brush's centre in columns and rows of the slice, pixel-corner frame
	 * @param ball whether the brush is a ball, which reaches into slices nearby; else a disc
	 * @param erases whether voxels are taken away
	 */
	public record Stroke(Axis across, int slice, Vertices path, double radiusMm, boolean ball, boolean erases) {

		/** The voxels of an image in the stroke. */
		public Mask mask(ImageVolume volume) {
			List<Position> corners = corners(volume.size());
			VolumeSize size = volume.size();
			return ball
					? RoundBrush.ball(corners, radiusMm, size, volume.spacing())
					: RoundBrush.disc(corners, across, slice, radiusMm, size, volume.spacing());
		}

		/**
		 * The path in voxels, whole numbers at their centres.
		 *
		 * @throws IllegalArgumentException if an image of this size has no such slice
		 */
		List<Position> corners(VolumeSize size) {
			Slices.box(across, slice, slice, size);
			List<Position> corners = new ArrayList<>();
			path.forEach(p -> corners.add(SlicePlaces.voxel(across, slice, p)));
			return corners;
		}
	}

	/**
	 * Which voxels of slices an outline takes.
	 *
	 * @param erases whether they are taken away from the segment; else they join it
	 * @param outside whether all but those inside the outline are meant
	 * @param first slice from 0, and {@code last}, both included
	 */
	public record Fill(boolean erases, boolean outside, Axis across, int first, int last) {}

	/** @throws IllegalArgumentException if the image has no such slice; the edit may also be refused as by {@code SegmentEdits} */
	public Edit paint(UUID segment, Stroke stroke, Progress progress) {
		return apply(stroke.erases() ? ERASE : PAINT, segment, stroke.mask(desk.volume()), stroke.erases(), progress);
	}

	/**
	 * The area within a drawn outline.
	 *
	 * @throws IllegalArgumentException if it has fewer than three corners
	 */
	public static Shape outline(Vertices corners) {
		if (corners.size() < 3)
			throw new IllegalArgumentException(
					"An outline needs at least three corners, but " + corners.size() + " were given.");
		return new PolygonShape(List.of(new Ring(corners, List.of())), Origin.FREEHAND);
	}

	/**
	 * @param area in columns and rows of the slices
	 * @throws IllegalArgumentException if the shape is no area, or the image has no such slices
	 */
	public Edit fill(UUID segment, Shape area, Fill fill, Progress progress) {
		if (!area.isArea()) throw new IllegalArgumentException("The selection encloses no area. Draw one that does.");
		progress.update(-1, "Filling slices");
		VolumeSize size = desk.volume().size();
		VoxelBox range = Slices.box(fill.across(), fill.first(), fill.last(), size);
		// Cutting costs what the segment has, not what the image has.
		if (fill.erases())
			range = range.intersect(desk.voxels().bounds(desk.require(segment.toString())));
		int first = fill.across().slice(range.x(), range.y(), range.z());
		int count = fill.across().slice(range.nx(), range.ny(), range.nz());
		Mask mask = range.isEmpty()
				? Mask.empty(range)
				: Slices.filled(area, fill.outside(), fill.across(), first, first + count - 1, size);
		return apply(fill.erases() ? "Cut out of segment" : "Fill into segment", segment, mask, fill.erases(), progress);
	}

	/** A ball that goes along a path, in voxels with whole numbers at their centres. */
	public Edit ball(UUID segment, List<Position> path, double radiusMm, boolean erases, Progress progress) {
		ImageVolume volume = desk.volume();
		Mask mask = RoundBrush.ball(path, radiusMm, volume.size(), volume.spacing());
		return apply(erases ? ERASE : PAINT, segment, mask, erases, progress);
	}

	private Edit apply(String name, UUID segment, Mask mask, boolean erases, Progress progress) {
		return erases
				? desk.edits().remove(name, segment, mask, progress)
				: desk.edits().add(name, segment, mask, progress);
	}
}
