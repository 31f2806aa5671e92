package org.annotomy.command.segment;

import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.annotomy.annotation.model.Segment;
import org.annotomy.command.SessionCommand;
import org.annotomy.segmentation.segment.EditingRules;
import org.annotomy.segmentation.segment.EditingRules.Area;
import org.annotomy.segmentation.segment.EditingRules.Overwrite;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** The rules that every effect keeps to. */
@Plugin(type = Command.class, visible = false, label = "Set Editing Mask...", description = "Sets which voxels every effect and tool may change, until it is set anew: where, at which values, and what becomes of other segments.")
public final class SetEditingMaskCommand extends SessionCommand {

	@Parameter(label = "Area", persist = false, choices = {"everywhere", "inside",
			"outside"}, description = "Where voxels may change: everywhere, inside at least one of the segments named next, or outside all of them.")
	private String area = "everywhere";

	@Parameter(label = "Segments of the area", persist = false, description = "For inside and outside: all, current, visible, class:KEY, number:N, names or ids, separated by commas.")
	private String area_segments = "";

	@Parameter(label = "Lowest value", persist = false, required = false, description = "Only voxels with this value of the modality (HU of a CT) or more may change; omitted: any.")
	private Double lowest;

	@Parameter(label = "Highest value", persist = false, required = false, description = "Only voxels with this value or less may change; omitted: any.")
	private Double highest;

	@Parameter(label = "Overwrite", persist = false, choices = {"all", "visible", "none",
			"overlap"}, description = "What becomes of voxels of other segments: all change over, only those of visible segments do, none do, or they belong to both. Locked segments keep theirs.")
	private String others = "all";

	@Override
	protected void execute() throws Exception {
		Area where = Area.valueOf(area.toUpperCase(Locale.ROOT));
		Set<UUID> segments = where == Area.EVERYWHERE
				? Set.of()
				: session().segments().find(area_segments).stream().map(Segment::id).collect(Collectors.toSet());
		session().segments().setRules(new EditingRules(where, segments, lowest == null ? Double.NEGATIVE_INFINITY : lowest,
				highest == null ? Double.POSITIVE_INFINITY : highest, Overwrite.valueOf(others.toUpperCase(Locale.ROOT))));
	}
}
