package org.annotomy.command.object;

import java.util.Arrays;
import java.util.Set;
import java.util.UUID;

import org.annotomy.annotation.DepthEdits;
import org.annotomy.annotation.depth.DepthWord;
import org.annotomy.annotation.model.Occlusion;
import org.annotomy.command.SessionCommand;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Menu entry for {@link DepthEdits}. */
@Plugin(type = Command.class, visible = false, label = "Set Depth Order...", description = "Says how overlapping structures lie, as in projections: which is in front, what is seen through another, how much of it is seen.")
public final class SetDepthOrderCommand extends SessionCommand {

	@Parameter(label = "Objects", persist = false, description = "Which objects: all, selected, last, class:KEY, slice:N, number:N, in:REGION, where:MEASUREMENT>VALUE, a name or an id; several separated by commas, several that must all hold joined by &.")
	private String objects = "selected";

	@Parameter(label = "They lie", persist = false, description = "To the others; see-through: the other one is seen through it, as in a radiograph.")
	private DepthWord depth = DepthWord.UNCHANGED;

	@Parameter(label = "Relative to", persist = false, required = false, description = "The other objects, likewise; empty with \"nothing said\": all.")
	private String relative_to = "";

	@Parameter(label = "Visibility", persist = false, choices = {DepthWord.AS_IT_IS, "fully visible", "partly covered",
			"hidden, outline inferred"}, description = "How much of the objects is seen.")
	private String visibility = DepthWord.AS_IT_IS;

	@Override
	protected void execute() {
		DepthEdits edits = new DepthEdits(document());
		Occlusion seen = Arrays.stream(Occlusion.values()).filter(o -> o.words().equals(visibility)).findFirst().orElse(null);
		if (depth == DepthWord.UNCHANGED) {
			if (seen != null) edits.occlusion(find(objects), seen);
			return;
		}
		if (depth != DepthWord.NOTHING_SAID && relative_to.isBlank())
			throw new IllegalArgumentException("Say in relative_to to which objects they lie so.");
		Set<UUID> others = relative_to.isBlank() ? Set.of() : find(relative_to);
		edits.say(find(objects), depth.depth().orElse(null), others, seen);
	}
}
