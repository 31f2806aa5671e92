package org.annotomy.imagej.session;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.annotomy.annotation.Edit;
import org.annotomy.geometry.Axis;
import org.annotomy.geometry.VoxelBox;
import org.annotomy.segmentation.effect.MaskEffect;
import org.annotomy.segmentation.grow.SeedGrowing;
import org.annotomy.segmentation.interpolation.Matching;
import org.annotomy.segmentation.interpolation.SliceInterpolation;
import org.annotomy.segmentation.paint.Slices;
import org.annotomy.segmentation.threshold.AutoThreshold;
import org.annotomy.segmentation.threshold.Histogram;
import org.annotomy.segmentation.volume.ImageVolume;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.task.Progress;

/** Effects that can be looked at before they are applied; used alike by windows and macros, so that both give the same voxels. */
public final class SegmentEffects {

	/** What filling between slices is called in the history. */
	public static final String FILL_BETWEEN = "Fill between slices";
	private static final int BINS = 4096;

	private final AnnotationSession session;
	private final SegmentDesk desk;

	public SegmentEffects(AnnotationSession session) {
		this.session = session;
		desk = session.segments();
	}

	/**
	 * How slices are filled in between.
	 *
	 * @param across the axis that the slices lie across
	 */
	public record Between(Axis across, Matching matching) {}

	/** What becomes of voxels that an effect has found. */
	public enum Take {
		REPLACE("replace"), ADD("add"), TAKE_AWAY("take away");

		private final String key;

		Take(String key) {
			this.key = key;
		}

		/** As macros have it. */
		public String key() {
			return key;
		}

		/** @throws IllegalArgumentException if there is none such */
		public static Take of(String key) {
			for (Take each : values())
				if (each.key.equals(key)) return each;
			throw new IllegalArgumentException(
					"Voxels can replace those of a segment, be added or taken away, not \"" + key + "\".");
		}
	}

	/** Gives a segment voxels and no others, gives it some more, or takes some away; as one step of undo. */
	public Edit take(String name, UUID segment, Mask mask, Take how, Progress progress) {
		return switch (how) {
			case REPLACE -> desk.edits().replace(name, segment, mask, progress);
			case ADD -> desk.edits().add(name, segment, mask, progress);
			case TAKE_AWAY -> desk.edits().remove(name, segment, mask, progress);
		};
	}

	/** Voxels of a range of values; both ends belong to it. */
	public Mask range(double lowest, double highest, Progress progress) {
		ImageVolume volume = desk.volume();
		return volume.range(volume.size().box(), lowest, highest, progress);
	}

	/** The lowest and highest value of the volume, NaN not counted; 0 and 1 if there are none. */
	public double[] extremes(Progress progress) {
		ImageVolume volume = desk.volume();
		int slices = volume.size().nz();
		double low = Double.POSITIVE_INFINITY;
		double high = Double.NEGATIVE_INFINITY;
		for (int z = 0; z < slices; z++) {
			progress.checkCancelled();
			progress.update((double) z / slices, "Reading values");
			for (float value : volume.values(Slices.box(Axis.Z, z, z, volume.size()), Progress.NONE)) {
				if (value < low) low = value;
				if (value > high) high = value;
			}
		}
		return low <= high ? new double[]{low, high} : new double[]{0, 1};
	}

	/** The value that parts the volume in two: of an image of whole numbers exactly one of them. */
	public double threshold(AutoThreshold method, Progress progress) {
		VoxelBox all = desk.volume().size().box();
		Histogram histogram = Histogram.exact(desk.volume().values(all, progress.part(0, 0.75)), BINS, progress.part(0.75, 1));
		return method.of(histogram);
	}

	/** The range with the value at one of its ends: above, or up to it. */
	public static double[] rangeBeside(double value, boolean above) {
		return above
				? new double[]{Math.nextUp(value), Double.POSITIVE_INFINITY}
				: new double[]{Double.NEGATIVE_INFINITY, value};
	}

	/**
	 * What an effect makes of the voxels of a segment.
	 *
	 * @throws IllegalArgumentException if it has none, or the effect could change nothing
	 */
	public Mask of(UUID segment, MaskEffect effect, Progress progress) {
		Mask mask = desk.voxels().mask(desk.require(segment.toString()));
		if (mask.box().isEmpty()) throw new IllegalArgumentException("The segment has no voxels yet.");
		return effect.of(mask, desk.volume().size(), desk.volume().spacing(), progress);
	}

	/** Gives the segment what the effect makes of it, as one step of undo. */
	public Edit apply(UUID segment, MaskEffect effect, Progress progress) {
		return desk.edits().replace(effect.editName(), segment, of(segment, effect, progress.part(0, 0.7)),
				progress.part(0.7, 1));
	}

	/**
	 * Segments with the slices between those that were drawn.
	 *
	 * @return by segment, of those that have voxels
	 * @throws IllegalArgumentException if none has
	 */
	public Map<UUID, Mask> between(Collection<UUID> segments, Between how, Progress progress) {
		SeveralMasks several = new SeveralMasks(session, segments);
		return several.named(SliceInterpolation.fill(several.masks(), how.across(), how.matching(), several.spacing(),
				several.image(), progress));
	}

	/** Fills between slices as one step of undo. */
	public Edit applyBetween(Collection<UUID> segments, Between how, Progress progress) {
		return desk.edits().replace(FILL_BETWEEN, between(segments, how, progress.part(0, 0.7)),
				progress.part(0.7, 1));
	}

	/**
	 * Growing from seeds.
	 *
	 * @param segments that grow
	 * @param keeping a segment that grows too but keeps its voxels in the end; null for none
	 * @throws IllegalArgumentException if there are fewer than two
	 */
	public SeedGrowing growing(Collection<UUID> segments, UUID keeping, SeedGrowing.Settings settings) {
		List<UUID> growing = new ArrayList<>(segments);
		growing.remove(keeping);
		if (keeping != null) growing.add(keeping);
		return new SeedGrowing(session.document(), desk.volume(), session.plane().t(), desk.edits(), growing, settings);
	}

	/** What would be seen of masks after {@link SeedGrowing#apply}. */
	public static Map<UUID, Mask> without(Map<UUID, Mask> masks, UUID keeping) {
		Map<UUID, Mask> changed = new LinkedHashMap<>(masks);
		changed.remove(keeping);
		return changed;
	}
}
