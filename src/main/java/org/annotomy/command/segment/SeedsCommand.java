package org.annotomy.command.segment;

import java.util.List;
import java.util.UUID;

import org.annotomy.annotation.model.Segment;
import org.annotomy.imagej.session.SegmentDesk;
import org.annotomy.imagej.session.SegmentEffects;
import org.annotomy.segmentation.grow.SeedGrowing;
import org.annotomy.segmentation.grow.SeedMethod;
import org.scijava.plugin.Parameter;

/** A command by which painted segments take the voxels around them. */
abstract class SeedsCommand extends VoxelCommand {

	@Parameter(label = "Segments", persist = false, description = "Which segments grow: all, visible, class:KEY, number:N, a name or an id; several separated by commas. Two at least.")
	private String segments = "visible";

	@Parameter(label = "Surroundings", persist = false, description = "A segment painted where none of the others is: its name, number:N or id. It grows too, but keeps its voxels in the end; empty: none.")
	private String surroundings = "";

	@Parameter(label = "Margin (%)", persist = false, min = "0", max = "1000", description = "How far the region reaches beyond the painted voxels on each side, of their extent; at least 3 voxels.")
	private double margin_percent = 10;

	/** As one step of undo. */
	final void grow(SeedMethod method) {
		SegmentDesk desk = session().segments();
		UUID keeping = surroundings.isBlank() ? null : desk.require(surroundings).id();
		SeedGrowing work = new SegmentEffects(session()).growing(desk.find(segments).stream().map(Segment::id).toList(), keeping,
				new SeedGrowing.Settings(method, margin_percent));
		work.update(progress().part(0, 0.9));
		work.apply(keeping == null ? List.of() : List.of(keeping), progress().part(0.9, 1));
	}
}
