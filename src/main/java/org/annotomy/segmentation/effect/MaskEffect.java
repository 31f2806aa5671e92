package org.annotomy.segmentation.effect;

import java.util.Locale;

import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.segmentation.component.Connectivity;
import org.annotomy.segmentation.component.Islands;
import org.annotomy.segmentation.filter.GaussianFilter;
import org.annotomy.segmentation.filter.KernelBox;
import org.annotomy.segmentation.filter.MajorityFilter;
import org.annotomy.segmentation.morphology.BallMorphology;
import org.annotomy.segmentation.morphology.Ellipsoid;
import org.annotomy.segmentation.morphology.ShellPlace;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.task.Progress;

/** What is to become of the voxels of a segment. Two of the same class and numbers are equal. */
public sealed interface MaskEffect {

	/**
	 * @param mask the voxels of the segment, at least one; not changed
	 * @param image how large it is
	 * @throws IllegalArgumentException if nothing could change, or a number makes no sense
	 * @throws org.annotomy.task.CancelledException if the user cancelled
	 */
	Mask of(Mask mask, VolumeSize image, VoxelSpacing spacing, Progress progress);

	/** What it is called in the history. */
	String editName();

	/**
	 * Grows a segment by millimetres, or shrinks it by less than 0.
	 */
	record Margin(double millimetres) implements MaskEffect {

		@Override
		public Mask of(Mask mask, VolumeSize image, VoxelSpacing spacing, Progress progress) {
			Ellipsoid ball = Ellipsoid.ball(Math.abs(millimetres));
			if (ball.isSingle(spacing))
				throw new IllegalArgumentException(
						"A margin of " + millimetres + " mm is less than a voxel; nothing would change.");
			return millimetres > 0
					? BallMorphology.dilate(mask, ball, spacing, image.box(), progress)
					: BallMorphology.erode(mask, ball, spacing, image.box(), progress);
		}

		@Override
		public String editName() {
			return millimetres > 0 ? "Grow segment" : "Shrink segment";
		}
	}

	/** How a surface is smoothed. */
	enum SmoothingMethod {
		/** A voxel is what most around it are. */
		MEDIAN,
		/** What is thinner than the kernel goes. */
		OPENING,
		/** Gaps thinner than the kernel are filled. */
		CLOSING,
		/** Everything is rounded. */
		GAUSSIAN;

		/** As a macro writes it. */
		public String key() {
			return name().toLowerCase(Locale.ROOT);
		}
	}

	/**
	 * Smooths the surface.
	 *
	 * @param kernelMm diameter of the kernel; for {@link SmoothingMethod#GAUSSIAN} the standard deviation
	 */
	record Smoothing(SmoothingMethod method, double kernelMm) implements MaskEffect {

		@Override
		public Mask of(Mask mask, VolumeSize image, VoxelSpacing spacing, Progress progress) {
			Ellipsoid ball = Ellipsoid.ball(kernelMm / 2);
			boolean still = switch (method) {
				case MEDIAN -> KernelBox.ofSizeMm(kernelMm, spacing).isSingle();
				case OPENING, CLOSING -> ball.isSingle(spacing);
				case GAUSSIAN -> kernelMm == 0;
			};
			if (still)
				throw new IllegalArgumentException("A kernel of " + kernelMm + " mm is a single voxel; nothing would change.");
			return switch (method) {
				case MEDIAN -> MajorityFilter.of(mask, KernelBox.ofSizeMm(kernelMm, spacing), image.box(), progress);
				case OPENING -> BallMorphology.open(mask, ball, spacing, image.box(), progress);
				case CLOSING -> BallMorphology.close(mask, ball, spacing, image.box(), progress);
				case GAUSSIAN -> GaussianFilter.smooth(mask, spacing, kernelMm, image.box(), progress);
			};
		}

		@Override
		public String editName() {
			return "Smooth segment: " + method.key();
		}
	}

	/** Leaves a shell. */
	record Shell(double thicknessMm, ShellPlace place) implements MaskEffect {

		@Override
		public Mask of(Mask mask, VolumeSize image, VoxelSpacing spacing, Progress progress) {
			return BallMorphology.hollow(mask, thicknessMm, place, spacing, image.box(), progress);
		}

		@Override
		public String editName() {
			return "Hollow segment";
		}
	}

	/** Which islands stay. */
	enum Kept {
		/** The largest ones. */
		LARGEST("keep largest"),
		/** Those from a size on. */
		ABOVE_SIZE("remove small"),
		/** Those that reach no left, right, front or back side of the image. */
		AWAY_FROM_SIDES("remove at sides");

		private final String key;

		Kept(String key) {
			this.key = key;
		}

		/** As a macro writes it. */
		public String key() {
			return key;
		}
	}

	/**
	 * Takes islands away.
	 *
	 * @param number how many of the largest stay, 1 or more
	 * @param smallestVoxels how many an island needs
	 */
	record IslandsKept(Kept kept, int number, int smallestVoxels, Connectivity connectivity) implements MaskEffect {

		@Override
		public Mask of(Mask mask, VolumeSize image, VoxelSpacing spacing, Progress progress) {
			return switch (kept) {
				case LARGEST -> Islands.largest(mask, number, connectivity, progress);
				case ABOVE_SIZE -> Islands.atLeast(mask, smallestVoxels, connectivity, progress);
				case AWAY_FROM_SIDES -> Islands.awayFromSides(mask, image, connectivity, progress);
			};
		}

		@Override
		public String editName() {
			return "Islands: " + kept.key();
		}
	}
}
