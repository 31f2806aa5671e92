package org.annotomy.ui.linking;

import java.awt.GraphicsEnvironment;
import java.awt.Window;
import java.util.Comparator;
import java.util.Optional;

import org.annotomy.imagej.linking.OpenGroup;
import org.annotomy.imagej.linking.ViewMemories;
import org.annotomy.imagej.view.SliceView;
import org.annotomy.linking.group.ViewMemory;
import org.annotomy.ui.dialog.EventThread;

/** A group on the screen. May be called from any thread; without a display only slices and display windows come back. */
public final class GroupDesk {

	private GroupDesk() {}

	/** Lets the mouse move all views of a group while Shift is held. */
	public static void seat(OpenGroup group) {
		if (!GraphicsEnvironment.isHeadless()) EventThread.run(() -> GroupMouse.attach(group));
	}

	/** The window farthest to the right that shows something of a group: beside it is room for the panel. Empty if none shows. */
	public static Optional<Window> rightmost(OpenGroup group) {
		return group.views().all().stream().map(view -> (Window) view.image().getWindow()).filter(w -> w != null && w.isShowing())
				.max(Comparator.comparingInt(w -> w.getX() + w.getWidth()));
	}

	/** Brings windows, slices and display windows back as they were when the group was saved. */
	public static void bringBack(OpenGroup group) {
		EventThread.run(() -> group.group().views().forEach(memory -> bringBack(group, memory)));
	}

	private static void bringBack(OpenGroup group, ViewMemory memory) {
		var session = group.sessions().get(memory.member());
		if (session == null) return;
		boolean onScreen = !GraphicsEnvironment.isHeadless() && session.image().getWindow() != null;
		SliceView view = onScreen ? PlaneViews.of(session, memory.plane()) : SliceView.of(session.image()).orElseThrow();
		if (onScreen) view.image().getWindow().setBounds(memory.x(), memory.y(), memory.width(), memory.height());
		if (onScreen || memory.plane().equals("own")) ViewMemories.bringBack(memory, view);
	}
}
