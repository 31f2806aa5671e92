package org.annotomy.ui.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;

import org.annotomy.imagej.linking.GroupLayouts;
import org.annotomy.imagej.linking.GroupLinks;
import org.annotomy.imagej.linking.OpenGroup;
import org.annotomy.imagej.macro.MacroCall;
import org.annotomy.imagej.macro.MacroRecorder;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.linking.layout.LayoutCatalog;
import org.annotomy.linking.thing.Thing;

/** The one door for what keys and the panel do to groups and linked marks; recorded as {@link DeskEdits} are. */
public final class LinkGestures {

	private final AnnotationSession session;
	private final OpenGroup group;

	/** @throws IllegalStateException if the image is in no group */
	public LinkGestures(AnnotationSession session) {
		this.session = session;
		group = OpenGroup.require(session.image());
	}

	/** Links the selected marks with those that are selected in another image. */
	public void link(String key) {
		List<UUID> marks = new ArrayList<>(session.selection().ids());
		List<UUID> others = group.requireSession(key).selection().ids();
		if (marks.isEmpty() || others.isEmpty())
			throw new IllegalArgumentException(
					"Select a mark in this image and its counterpart in \"" + key + "\", then link them.");
		marks.addAll(others);
		record(LinkCalls.link(key), () -> links().link(marks, null));
	}

	public void unlink() {
		record(LinkCalls.unlink(), () -> links().unlink(session.selection().ids()));
	}

	/** Copies the selected marks to where they must be in another image, linked. */
	public void copy(String key) {
		if (session.selection().isEmpty()) throw new IllegalArgumentException("Select the mark to copy first.");
		record(LinkCalls.copy(key, false), () -> links().copy(session, session.selection().ids(), key, false));
	}

	public void notVisible(Thing thing, String key, boolean notVisible) {
		record(LinkCalls.notVisible(words(thing), key, notVisible), () -> links().notVisible(thing, key, notVisible));
	}

	/** Shows the counterpart in another image, or where it must be. */
	public void show(Thing thing, String key) {
		record(LinkCalls.showCounterpart(words(thing), key), () -> links().show(thing, key));
	}

	/** Another stage of the layout. @param show puts its windows in place. @return its title */
	public String stage(int steps, BiConsumer<OpenGroup, GroupLayouts.Applied> show) {
		MacroRecorder recorder = MacroRecorder.beforeGesture(session.image());
		GroupLayouts.Applied applied = GroupLayouts.step(group, LayoutCatalog.ofUser(), steps);
		show.accept(group, applied);
		recorder.write(LinkCalls.stage(steps));
		return applied.shown().title() + " (stage " + (applied.stage() + 1) + " of " + applied.match().layout().stages().size()
				+ ").";
	}

	/** Empty for the selected mark, which has no name of its own yet. */
	private static String words(Thing thing) {
		return thing.id() == null ? "" : thing.id();
	}

	private GroupLinks links() {
		return new GroupLinks(group);
	}

	private void record(MacroCall call, Runnable action) {
		MacroRecorder recorder = MacroRecorder.beforeGesture(session.image());
		action.run();
		recorder.write(call);
	}
}
