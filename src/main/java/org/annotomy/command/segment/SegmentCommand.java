package org.annotomy.command.segment;

import org.annotomy.annotation.model.Segment;
import org.annotomy.imagej.session.SegmentDesk;
import org.annotomy.imagej.session.SegmentEffects;
import org.annotomy.segmentation.effect.MaskEffect;
import org.annotomy.segmentation.volume.ImageVolume;
import org.annotomy.segmentation.volume.Mask;
import org.scijava.plugin.Parameter;

/** A command that changes the voxels of one segment, under the editing rules of the session. */
abstract class SegmentCommand extends VoxelCommand {

	@Parameter(label = "Segment", persist = false, style = "offers:segments", description = "Which segment: its name, number:N or id; empty: the current one.")
	private String segment = "";

	final SegmentDesk desk() {
		return session().segments();
	}

	/** @throws IllegalArgumentException if there is no such segment */
	final Segment segment() {
		return desk().require(segment);
	}

	/** The voxels of the segment, on the smallest box around them. */
	final Mask voxels() {
		return desk().voxels().mask(segment());
	}

	/** As {@link #voxels()}. @throws IllegalArgumentException if there are none */
	final Mask someVoxels() {
		Mask mask = voxels();
		if (mask.box().isEmpty()) throw new IllegalArgumentException("The segment has no voxels yet.");
		return mask;
	}

	final ImageVolume volume() {
		return desk().volume();
	}

	/** Gives the segment these voxels and no others, as one step of undo. */
	final void replace(String name, Mask mask) {
		desk().edits().replace(name, segment().id(), mask, progress().part(0.7, 1));
	}

	/** As one step of undo. */
	final void apply(MaskEffect effect) {
		new SegmentEffects(session()).apply(segment().id(), effect, progress());
	}

	/** @param effect {@code replace}, {@code add} or {@code take away} */
	final void take(String name, Mask mask, String effect) {
		new SegmentEffects(session()).take(name, segment().id(), mask, SegmentEffects.Take.of(effect), progress().part(0.7, 1));
	}

	/** Gives the segment these voxels too. */
	final void add(String name, Mask mask) {
		desk().edits().add(name, segment().id(), mask, progress().part(0.7, 1));
	}
}
