package org.annotomy.command.linking;

import org.annotomy.command.SessionCommand;
import org.annotomy.imagej.linking.GroupLinks;
import org.annotomy.imagej.linking.OpenGroup;

/** A command about an annotated image that is in a group. */
abstract class GroupCommand extends SessionCommand {

	/** @throws IllegalStateException if the image is in no group */
	final OpenGroup group() {
		return OpenGroup.require(session().image());
	}

	final GroupLinks links() {
		return new GroupLinks(group());
	}

	/** The key of the image. */
	final String key() {
		return group().keyOf(session()).orElseThrow();
	}
}
