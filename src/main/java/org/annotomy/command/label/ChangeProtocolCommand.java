package org.annotomy.command.label;

import java.util.Set;

import org.annotomy.annotation.ProtocolSwitch;
import org.annotomy.command.SessionCommand;
import org.annotomy.imagej.session.Protocols;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Menu entry for {@link ProtocolSwitch}. */
@Plugin(type = Command.class, visible = false, label = "Change Protocol...", description = "Puts labels that exist under another protocol, as one step of undo. Classes and answers that it lacks are kept and asked for before completion.")
public final class ChangeProtocolCommand extends SessionCommand {

	@Parameter(label = "Protocol", persist = false, style = "offers:protocols", description = "Id of a protocol or path of a protocol file.")
	private String protocol = "";

	@Parameter(label = "Classes", persist = false, description = "Which class becomes which, as old=new; old=new. Empty: classes keep their keys.")
	private String classes = "";

	@Parameter(type = ItemIO.OUTPUT, label = "Notes")
	private String notes;

	@Override
	protected void execute() throws Exception {
		ProtocolSwitch change = new ProtocolSwitch(document(), Protocols.find().require(protocol), ProtocolSwitch.parse(classes));
		Set<String> left = change.leftOver();
		change.apply(session().clock().instant());
		if (!left.isEmpty()) notes = "Not in the new protocol, to be reclassified: " + String.join(", ", left) + ".";
	}
}
