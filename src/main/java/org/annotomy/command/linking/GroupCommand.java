package org.annotomy.command.linking;

import java.util.List;

import org.annotomy.command.SessionCommand;
import org.annotomy.imagej.display.OpenImages;
import org.annotomy.imagej.linking.GroupLinks;
import org.annotomy.imagej.linking.OpenGroup;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.ui.linking.GroupDesk;

/** A command about an annotated image that is in a group. */
abstract class GroupCommand extends SessionCommand {

	/** @throws IllegalStateException if the image is in no group */
	final OpenGroup group() {
		return OpenGroup.require(session().image());
	}

	/** All images whose annotations are open. */
	static List<AnnotationSession> openSessions() {
		return OpenImages.all().stream().flatMap(image -> AnnotationSession.of(image).stream()).toList();
	}

	/** The group; without one, a new group of the images of the study. */
	final OpenGroup groupOrNew() {
		OpenGroup group = OpenGroup.ofOrGather(session(), openSessions());
		GroupDesk.seat(group);
		return group;
	}

	final GroupLinks links() {
		return new GroupLinks(group());
	}

	/** The key of the image. */
	final String key() {
		return group().keyOf(session()).orElseThrow();
	}
}
