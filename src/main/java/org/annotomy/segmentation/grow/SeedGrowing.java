package org.annotomy.segmentation.grow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.Edit;
import org.annotomy.annotation.model.Segment;
import org.annotomy.geometry.VoxelBox;
import org.annotomy.segmentation.segment.SegmentEdits;
import org.annotomy.segmentation.segment.SegmentVoxels;
import org.annotomy.segmentation.volume.ImageVolume;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.task.Progress;

/**
 * Growing segments of a document from what has been painted of them: {@link #update} first and again after more was painted, look at
 * {@link #preview}, then {@link #apply} once; forgetting the object is to cancel. With {@link CheapestPaths} each update after the first
 * one costs what has changed, as long as the seeds stay within the region of the first one.
 */
public final class SeedGrowing {

	private static final int LEAST_MARGIN = 3;
	private static final int MOST_SEGMENTS = 255;

	private final AnnotationDocument document;
	private final ImageVolume volume;
	private final SegmentEdits edits;
	private final SegmentVoxels voxels;
	private final List<UUID> segments;
	private final Settings settings;
	private VoxelBox box = VoxelBox.EMPTY;
	private SeedMethod.Growth grown;
	private byte[] labels;
	/** The seeds that {@link #labels} grew from: the same ones need not grow again. */
	private byte[] planted;

	/**
	 * How to grow.
	 *
	 * @param marginPercent how far the region reaches beyond the seeds on each side, in percent of the seeds' extent; at least 3 voxels
	 */
	public record Settings(SeedMethod method, double marginPercent) {

		/** As 3D Slicer has them. */
		public static final Settings DEFAULT = new Settings(new CheapestPaths(0), 10);

		/** @throws IllegalArgumentException if the margin is negative or not finite */
		public Settings {
			if (!(marginPercent >= 0) || Double.isInfinite(marginPercent))
				throw new IllegalArgumentException("The margin must be finite and 0 or more but is " + marginPercent + ".");
		}
	}

	/**
	 * @param segments that have been painted, two or more; one of them may stand for what is none of the others
	 * @param edits changes the segments in the end; its rules also say where they may grow
	 * @throws IllegalArgumentException if there are fewer than 2 segments, or more than 255
	 */
	public SeedGrowing(AnnotationDocument document, ImageVolume volume, int timePoint, SegmentEdits edits, List<UUID> segments,
			Settings settings) {
		if (segments.size() < 2 || segments.size() > MOST_SEGMENTS)
			throw new IllegalArgumentException("Growing from seeds needs from 2 to " + MOST_SEGMENTS
					+ " segments, such as an organ and its surroundings, but was given " + segments.size() + ".");
		this.document = document;
		this.volume = volume;
		this.edits = edits;
		this.voxels = new SegmentVoxels(document, timePoint);
		this.segments = List.copyOf(segments);
		this.settings = settings;
	}

	/**
	 * Grows from the segments as they are painted now.
	 *
	 * @throws IllegalArgumentException if a segment has no voxels or is no more
	 * @throws org.annotomy.task.CancelledException if the user cancelled; the preview stays as it was
	 */
	public void update(Progress progress) {
		update(false, progress);
	}

	/**
	 * As {@link #update}, but the region is the one that a new start from the present seeds would have, so that the voxels are those of a new
	 * start, too. Costs nothing more if they are already.
	 */
	public void settle(Progress progress) {
		update(true, progress);
	}

	private void update(boolean asNew, Progress progress) {
		List<Segment> painted = new ArrayList<>();
		VoxelBox seeds = VoxelBox.EMPTY;
		for (UUID id : segments) {
			Segment segment = document.segment(id)
					.orElseThrow(() -> new IllegalArgumentException("The segment does not exist any more."));
			VoxelBox bounds = voxels.bounds(segment).intersect(volume.size().box());
			if (bounds.isEmpty())
				throw new IllegalArgumentException("The segment " + (segment.name() == null ? "without a name" : segment.name())
						+ " has no voxels to grow from. Paint some first.");
			painted.add(segment);
			seeds = seeds.union(bounds);
		}
		boolean fits = asNew ? box.equals(region(seeds)) : box.union(seeds).equals(box);
		if (grown == null || !fits) begin(region(seeds), progress.part(0, 0.2));
		byte[] wanted = seeds(painted, progress);
		if (labels != null && Arrays.equals(wanted, planted)) return;
		labels = grown.grow(wanted, progress.part(0.2, 1));
		planted = wanted;
	}

	private VoxelBox region(VoxelBox seeds) {
		return seeds.grow(margin(seeds.nx()), margin(seeds.ny()), margin(seeds.nz())).intersect(volume.size().box());
	}

	private void begin(VoxelBox region, Progress progress) {
		float[] values = volume.values(region, progress.part(0, 0.5));
		Mask open = edits.editable(region, progress.part(0.5, 1));
		grown = settings.method().begin(values, region.size(), volume.spacing(), open == null ? null : open.voxels());
		labels = null;
		box = region;
	}

	private int margin(int extent) {
		return (int) Math.min(Integer.MAX_VALUE / 4, Math.max(LEAST_MARGIN, Math.ceil(extent * settings.marginPercent() / 100)));
	}

	/** Where segments overlap, the later one has the seed. */
	private byte[] seeds(List<Segment> painted, Progress progress) {
		byte[] seeds = new byte[box.size().arrayLength()];
		for (int label = 1; label <= painted.size(); label++) {
			progress.checkCancelled();
			Segment segment = painted.get(label - 1);
			plant(seeds, voxels.mask(segment, voxels.bounds(segment).intersect(box)), (byte) label);
		}
		return seeds;
	}

	private void plant(byte[] seeds, Mask own, byte label) {
		VoxelBox part = own.box();
		for (int z = part.z(), i = 0; z < part.endZ(); z++)
			for (int y = part.y(); y < part.endY(); y++) {
				int at = box.size().index(part.x() - box.x(), y - box.y(), z - box.z());
				for (int x = 0; x < part.nx(); x++, i++)
					if (own.voxels()[i] != 0) seeds[at + x] = label;
			}
	}

	/**
	 * What the segments would become, in their order; empty before the first {@link #update}.
	 */
	public Map<UUID, Mask> preview() {
		Map<UUID, Mask> masks = new LinkedHashMap<>();
		for (int label = 1; labels != null && label <= segments.size(); label++)
			masks.put(segments.get(label - 1), mask((byte) label));
		return masks;
	}

	private Mask mask(byte label) {
		Mask mask = Mask.empty(box);
		for (int i = 0; i < labels.length; i++)
			if (labels[i] == label) mask.voxels()[i] = 1;
		return mask;
	}

	/**
	 * Makes the preview the segments' voxels, as one step of undo.
	 *
	 * @param except segments that keep what they have, such as the one for the surroundings
	 * @throws IllegalStateException before the first {@link #update}
	 */
	public Edit apply(List<UUID> except, Progress progress) {
		if (labels == null) throw new IllegalStateException("Nothing has grown yet.");
		Map<UUID, Mask> masks = preview();
		except.forEach(masks::remove);
		return edits.replace(settings.method().editName(), masks, progress);
	}
}
