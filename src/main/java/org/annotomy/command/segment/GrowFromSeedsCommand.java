package org.annotomy.command.segment;

import org.annotomy.imagej.session.SegmentEffects;
import java.util.List;
import java.util.UUID;

import org.annotomy.annotation.model.Segment;
import org.annotomy.command.SessionCommand;
import org.annotomy.imagej.session.SegmentDesk;
import org.annotomy.segmentation.grow.SeedGrowing;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Menu entry for {@link SeedGrowing}. */
@Plugin(type = Command.class, visible = false, label = "Grow From Seeds...", description = "Lets painted segments grow over the image until they meet, along the least change of values.")
public final class GrowFromSeedsCommand extends SessionCommand {

	@Parameter(label = "Segments", persist = false, description = "Which segments grow: all, visible, class:KEY, number:N, a name or an id; several separated by commas. Two at least.")
	private String segments = "visible";

	@Parameter(label = "Surroundings", persist = false, description = "A segment painted where none of the others is: its name, number:N or id. It grows too, but keeps its voxels in the end; empty: none.")
	private String surroundings = "";

	@Parameter(label = "Seed locality", persist = false, min = "0", description = "What a millimetre away from a seed costs, in units of the image's values; 0 for nothing.")
	private double seed_locality = 0;

	@Parameter(label = "Margin (%)", persist = false, min = "0", max = "1000", description = "How far the region reaches beyond the painted voxels on each side, of their extent; at least 3 voxels.")
	private double margin_percent = 10;

	@Override
	protected void execute() throws Exception {
		SegmentDesk desk = session().segments();
		UUID keeping = surroundings.isBlank() ? null : desk.require(surroundings).id();
		SeedGrowing work = new SegmentEffects(session()).growing(desk.find(segments).stream().map(Segment::id).toList(), keeping,
				new SeedGrowing.Settings(seed_locality, margin_percent));
		work.update(progress().part(0, 0.9));
		work.apply(keeping == null ? List.of() : List.of(keeping), progress().part(0.9, 1));
	}
}
