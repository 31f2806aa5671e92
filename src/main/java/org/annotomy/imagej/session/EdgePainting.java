package org.annotomy.imagej.session;

import java.util.UUID;

import org.annotomy.annotation.Edit;
import org.annotomy.geometry.Axis;
import org.annotomy.geometry.Point;
import org.annotomy.geometry.Position;
import org.annotomy.geometry.Vertices;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelBox;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.segmentation.edge.EdgeBrush;
import org.annotomy.segmentation.edge.LevelTracing;
import org.annotomy.segmentation.edge.LiveWire;
import org.annotomy.segmentation.edge.SliceValues;
import org.annotomy.segmentation.paint.PushBrush;
import org.annotomy.segmentation.paint.Slices;
import org.annotomy.segmentation.volume.ImageVolume;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.task.Progress;

/** What a hand does to the voxels of a segment along edges of the image or of the segment itself; as {@link SegmentPainting}. */
public final class EdgePainting {

	private final SegmentDesk desk;

	public EdgePainting(AnnotationSession session) {
		desk = session.segments();
	}

	/**
	 * What the level line through a place of a slice encloses.
	 *
	 * @param slice from 0
	 * @param place in columns and rows of the slice, pixel-corner frame
	 * @param erases whether it leaves the segment
	 */
	public record Level(Axis across, int slice, Point place, LevelTracing.Side side, boolean erases) {}

	/**
	 * An outline that follows edges between clicked places.
	 *
	 * @param clicks in columns and rows of the slice, pixel-corner frame
	 * @param erases whether what it encloses leaves the segment
	 */
	public record Wire(Axis across, int slice, Vertices clicks, boolean erases) {}

	/**
	 * A stroke of the brush that stops at edges.
	 *
	 * @param granularity as {@link EdgeBrush} takes it, likewise {@code smoothingMm}
	 */
	public record Stroke(SegmentPainting.Stroke stroke, double granularity, double smoothingMm) {

		/** The voxels of an image in the stroke. */
		public Mask mask(ImageVolume volume, Progress progress) {
			EdgeBrush.Tip tip = new EdgeBrush.Tip(stroke.across(), stroke.slice(), stroke.radiusMm(), stroke.ball());
			return new EdgeBrush(volume, tip, granularity, smoothingMm).stroke(stroke.corners(volume.size()), progress);
		}
	}

	/** @throws IllegalArgumentException if the place lies outside the slice, or the image has no such slice */
	public Edit trace(UUID segment, Level level, Progress progress) {
		ImageVolume volume = desk.volume();
		SliceValues values = SliceValues.of(volume, level.across(), level.slice(), progress.part(0, 0.2));
		byte[] inside = LevelTracing.at(values, level.place().x(), level.place().y(), level.side(), progress.part(0.2, 0.5));
		Mask mask = new Mask(Slices.box(level.across(), level.slice(), level.slice(), volume.size()), inside);
		return apply("Trace level", segment, mask, level.erases(), progress);
	}

	/** @throws IllegalArgumentException if there are fewer than two places, or the image has no such slice */
	public Edit wire(UUID segment, Wire wire, Progress progress) {
		ImageVolume volume = desk.volume();
		SliceValues values = SliceValues.of(volume, wire.across(), wire.slice(), progress.part(0, 0.2));
		Vertices outline = new LiveWire(values).outline(wire.clicks());
		Mask mask = outline.size() < 3
				? Mask.empty(VoxelBox.EMPTY)
				: Slices.filled(SegmentPainting.outline(outline), false, wire.across(), wire.slice(), wire.slice(),
						volume.size());
		return apply("Live wire", segment, mask, wire.erases(), progress);
	}

	/** @throws IllegalArgumentException as {@link SegmentPainting#paint} */
	public Edit paint(UUID segment, Stroke stroke, Progress progress) {
		boolean erases = stroke.stroke().erases();
		return apply(erases ? SegmentPainting.ERASE : SegmentPainting.PAINT, segment,
				stroke.mask(desk.volume(), progress.part(0, 0.7)), erases, progress);
	}

	/**
	 * Pushes the border of the segment; whether outwards or inwards is decided by where the stroke begins.
	 *
	 * @param stroke with the greatest radius that the brush may take
	 * @throws IllegalArgumentException as {@link SegmentPainting#paint}, or if there is no such segment
	 */
	public Edit push(UUID segment, SegmentPainting.Stroke stroke, Progress progress) {
		ImageVolume volume = desk.volume();
		PushBrush push = PushBrush.of(around(segment, stroke), stroke.corners(volume.size()), disc(stroke), stroke.slice(),
				stroke.radiusMm(),
				volume.size(), volume.spacing());
		return apply("Push border", segment, push.swept(), push.inwards(), progress);
	}

	/** The push brush where a stroke begins. */
	public PushBrush.Start beginPush(UUID segment, SegmentPainting.Stroke stroke) {
		ImageVolume volume = desk.volume();
		Position from = stroke.corners(volume.size()).get(0);
		return PushBrush.begin(around(segment, stroke), from, disc(stroke), stroke.slice(), stroke.radiusMm(), volume.size(),
				volume.spacing());
	}

	/** The voxels of the segment that a brush can reach where a stroke begins. */
	private Mask around(UUID id, SegmentPainting.Stroke stroke) {
		VolumeSize size = desk.volume().size();
		VoxelSpacing mm = desk.volume().spacing();
		Position from = stroke.corners(size).get(0);
		VoxelBox reach = new VoxelBox(held(from.x(), size.nx()), held(from.y(), size.ny()), held(from.z(), size.nz()), 1, 1, 1)
				.grow(steps(stroke.radiusMm(), mm.xMm(), size.nx()), steps(stroke.radiusMm(), mm.yMm(), size.ny()),
						steps(stroke.radiusMm(), mm.zMm(), size.nz()))
				.intersect(size.box());
		return desk.voxels().mask(desk.require(id.toString()), reach);
	}

	private static int held(double at, int n) {
		return (int) Math.max(0, Math.min(n - 1, Math.rint(at)));
	}

	private static int steps(double radiusMm, double mm, int n) {
		return (int) Math.min(n, Math.ceil(radiusMm / mm) + 1);
	}

	private static Axis disc(SegmentPainting.Stroke stroke) {
		return stroke.ball() ? null : stroke.across();
	}

	private Edit apply(String name, UUID segment, Mask mask, boolean erases, Progress progress) {
		Progress part = progress.part(0.7, 1);
		return erases ? desk.edits().remove(name, segment, mask, part) : desk.edits().add(name, segment, mask, part);
	}
}
