package org.annotomy.ui.linking;

import java.awt.GraphicsEnvironment;
import java.awt.Window;
import java.util.List;
import java.util.Optional;

import org.annotomy.imagej.linking.FusedViews;
import org.annotomy.imagej.linking.GroupLayouts;
import org.annotomy.imagej.linking.OpenGroup;
import org.annotomy.imagej.linking.ViewMemories;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.view.SliceView;
import org.annotomy.linking.group.ViewMemory;
import org.annotomy.linking.layout.LayoutCatalog;
import org.annotomy.ui.dialog.EventThread;

/** A group on the screen. May be called from any thread; without a display only slices and display windows come back. */
public final class GroupDesk {

	private GroupDesk() {}

	/** Lets the mouse move all views of a group while Shift is held. */
	public static void seat(OpenGroup group) {
		if (!GraphicsEnvironment.isHeadless()) EventThread.run(() -> GroupMouse.attach(group));
	}

	/** The windows on the screen that show something of a group. */
	public static List<Window> windows(OpenGroup group) {
		return group.views().all().stream().map(view -> (Window) view.image().getWindow()).filter(w -> w != null && w.isShowing())
				.toList();
	}

	/** Brings windows, slices and display windows back as they were when the group was saved. */
	public static void bringBack(OpenGroup group) {
		EventThread.run(() -> group.group().views().forEach(memory -> bringBack(group, memory)));
	}

	private static void bringBack(OpenGroup group, ViewMemory memory) {
		AnnotationSession session = group.sessions().get(memory.member());
		if (session == null) return;
		boolean onScreen = !GraphicsEnvironment.isHeadless() && session.image().getWindow() != null;
		Optional<SliceView> seen = onScreen ? view(group, session, memory) : SliceView.of(session.image());
		if (seen.isEmpty()) return;
		SliceView view = seen.get();
		if (onScreen) view.image().getWindow().setBounds(memory.x(), memory.y(), memory.width(), memory.height());
		if (onScreen || memory.plane().equals("own")) ViewMemories.bringBack(memory, view);
	}

	/** Fused views are made as the layout has them; empty if it has none such any more. */
	private static Optional<SliceView> view(OpenGroup group, AnnotationSession session, ViewMemory memory) {
		if (!FusedViews.isName(memory.plane())) return Optional.of(PlaneViews.of(session, memory.plane()));
		Optional<GroupLayouts.Applied> shown = GroupLayouts.shown(group, LayoutCatalog.ofUser());
		return shown.flatMap(applied -> applied.shown().cells().stream()
				.filter(cell -> cell.fused() != null && FusedViews.name(cell).equals(memory.plane()))
				.filter(cell -> applied.match().has(cell.slot(), memory.member())
						&& applied.match().chosen().containsKey(cell.fused().slot()))
				.findFirst().map(cell -> PlaneViews.shown(FusedViews.open(group, applied.match(), cell))));
	}
}
