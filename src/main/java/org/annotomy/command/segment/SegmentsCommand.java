package org.annotomy.command.segment;

import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.annotomy.annotation.model.Segment;
import org.scijava.plugin.Parameter;

/** A command about segments themselves, not their voxels. */
abstract class SegmentsCommand extends VoxelCommand {

	@Parameter(label = "Segments", persist = false, description = "Which segments: all, current, visible, class:KEY, number:N, a name or an id; several separated by commas; empty: the current one.")
	private String segments = "";

	/** @throws IllegalArgumentException if a part of the text fits no segment */
	final Set<UUID> found() {
		return session().segments().find(segments).stream().map(Segment::id).collect(Collectors.toSet());
	}

	/** Changes the segments as one step of undo. */
	final void change(String name, UnaryOperator<Segment.Builder> how) {
		session().segments().records().change(name, found(), how);
	}
}
