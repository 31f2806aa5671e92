package org.annotomy.command.linking;

import org.annotomy.linking.group.GroupMember;
import org.annotomy.linking.group.MemberFacts;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** What an image of a group is. */
@Plugin(type = Command.class, visible = false, label = "Describe Group Image...", description = "Says what an image of a group is where its file does not, so that layouts find it: such as Role=H&E, or Side=L;View=CC.")
public final class DescribeMemberCommand extends GroupCommand {

	@Parameter(label = "Group image", persist = false, description = "Key of the image in List Group; empty: the active image.")
	private String member = "";

	@Parameter(label = "Facts", persist = false, description = "As name=value; several separated by semicolons; an empty value takes one away. Names: Modality, BodyPart, Side, View, Sequence, Contrast, Orientation, Volume, Day, Role.")
	private String facts = "";

	@Override
	protected void execute() {
		GroupMember described = group().group().require(member.isBlank() ? key() : member);
		MemberFacts changed = described.facts();
		for (String part : facts.split(";")) {
			String[] pair = part.split("=", 2);
			if (pair.length < 2)
				throw new IllegalArgumentException("A fact is written as name=value, not \"" + part.trim() + "\".");
			changed = changed.with(pair[0].trim(), pair[1].trim());
		}
		group().set(group().group().with(described.withFacts(changed)));
	}
}
