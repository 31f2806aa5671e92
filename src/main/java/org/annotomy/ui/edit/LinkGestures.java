package org.annotomy.ui.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;

import org.annotomy.imagej.linking.GroupLayouts;
import org.annotomy.imagej.linking.GroupLinks;
import org.annotomy.imagej.linking.MarkText;
import org.annotomy.imagej.linking.OpenGroup;
import org.annotomy.imagej.macro.MacroCall;
import org.annotomy.imagej.macro.MacroRecorder;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.linking.group.SyncSettings;
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

	/**
	 * Links the selected marks with those that are selected in another image; where no object is, the current segment.
	 *
	 * @return what is strange about it, a sentence; empty if nothing is
	 */
	public Optional<String> link(String key) {
		AnnotationSession other = group.requireSession(key);
		List<UUID> marks = new ArrayList<>(meant(session));
		List<UUID> others = meant(other);
		if (marks.isEmpty() || others.isEmpty())
			throw new IllegalArgumentException(
					"Select a mark in this image and its counterpart in \"" + key + "\", then link them.");
		marks.addAll(others);
		MacroRecorder recorder = MacroRecorder.beforeGesture(session.image());
		MacroCall call = LinkCalls.link(words(session), key, words(other));
		Optional<String> doubt = links().link(marks, null);
		recorder.write(call);
		return doubt;
	}

	public void unlink() {
		record(LinkCalls.unlink(words(session)), () -> links().unlink(meant(session)));
	}

	/** Copies the selected marks, or the current segment, to where they must be in another image, linked. */
	public void copy(String key) {
		List<UUID> marks = meant(session);
		if (marks.isEmpty()) throw new IllegalArgumentException("Select the mark to copy first.");
		record(LinkCalls.copy(words(session), key, false), () -> links().copy(session, marks, key, false));
	}

	private static List<UUID> meant(AnnotationSession session) {
		if (!session.selection().isEmpty()) return session.selection().ids();
		return session.segments().current().map(segment -> List.of(segment.id())).orElse(List.of());
	}

	/** As a macro says {@link #meant}. */
	private static String words(AnnotationSession session) {
		return session.selection().isEmpty() ? MarkText.CURRENT_SEGMENT : "selected";
	}

	public void notVisible(Thing thing, String key, boolean notVisible) {
		record(LinkCalls.notVisible(words(thing), key, notVisible), () -> links().notVisible(thing, key, notVisible));
	}

	/** Shows the counterpart in another image, or where it must be. */
	public void show(Thing thing, String key) {
		record(LinkCalls.showCounterpart(words(thing), key), () -> links().show(thing, key));
	}

	/** Another stage of the layout. @param show puts its windows in place. @return what is shown now */
	public String stage(int steps, BiConsumer<OpenGroup, GroupLayouts.Applied> show) {
		MacroRecorder recorder = MacroRecorder.beforeGesture(session.image());
		GroupLayouts.Applied applied = GroupLayouts.step(group, LayoutCatalog.ofUser(), steps);
		show.accept(group, applied);
		recorder.write(LinkCalls.stage(steps));
		return applied.words() + ".";
	}

	/** What the views do together. */
	public void synchronise(SyncSettings sync) {
		record(LinkCalls.synchronise(sync), () -> group.set(group.group().withSync(sync)));
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
