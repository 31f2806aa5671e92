package org.annotomy.ui.linking;

import java.awt.GraphicsConfiguration;
import java.awt.GraphicsEnvironment;
import java.awt.Insets;
import java.awt.Rectangle;
import java.awt.Toolkit;
import java.awt.Window;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.annotomy.display.PresetLibrary;
import org.annotomy.display.PresetTable;
import org.annotomy.imagej.display.DisplayWindow;
import org.annotomy.imagej.linking.FusedViews;
import org.annotomy.imagej.linking.GroupLayouts;
import org.annotomy.imagej.linking.OpenGroup;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.view.SliceView;
import org.annotomy.imagej.view.TurnedView;
import org.annotomy.linking.layout.Layout.Align;
import org.annotomy.linking.layout.Layout.Cell;
import org.annotomy.linking.layout.Layout.Side;
import org.annotomy.linking.layout.LayoutCatalog;
import org.annotomy.ui.dialog.EventThread;
import org.annotomy.ui.notice.NoticeBoard;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;

/** Puts the windows of a group where a stage of a layout has them. */
public final class LayoutDesk {

	private static final int GAP = 2;

	private final OpenGroup group;
	private final GroupLayouts.Applied applied;
	private final List<Placed> placed = new ArrayList<>();

	/** What stands in a cell. */
	private record Placed(Cell cell, CellWindow window) {}

	private LayoutDesk(OpenGroup group, GroupLayouts.Applied applied) {
		this.group = group;
		this.applied = applied;
	}

	/** May be called from any thread; does nothing without a display, or where images have no windows. */
	public static void show(OpenGroup group, GroupLayouts.Applied applied) {
		boolean windows = !GraphicsEnvironment.isHeadless()
				&& group.sessions().values().stream().anyMatch(s -> s.image().getWindow() != null);
		if (windows) EventThread.run(() -> new LayoutDesk(group, applied).show());
	}

	private void show() {
		Rectangle area = LayoutBar.of(group).seat(screen());
		for (Cell cell : applied.shown().cells()) {
			var member = applied.match().chosen().get(cell.slot());
			if (member == null || group.requireSession(member.key()).image().getWindow() == null) continue;
			view(cell, group.requireSession(member.key())).ifPresent(
					view -> placed
							.add(new Placed(cell, new CellWindow(view, bounds(cell, area), cell.align(), cell.sameScale()))));
		}
		putOthersAway();
		placed.forEach(one -> one.window.settle());
		double same = placed.stream().map(Placed::window).filter(CellWindow::sameScale)
				.mapToDouble(w -> w.fit() / w.mmPerPixel()).min().orElse(1);
		for (Placed one : placed) {
			one.window.show(one.cell.sameScale() ? same * one.window.mmPerPixel() : one.window.fit());
			preset(one);
		}
		LayoutBar.of(group).tell(applied.words(), null);
		applied.notes().forEach(note -> NoticeBoard.find().tell(note, true));
		group.views().settingsChanged();
		group.views().alignSlides();
	}

	/**
	 * Gives a view all of the screen that the stage has, or, if it has that, the stage its windows back. Does nothing without a layout.
	 *
	 * @param image of a view of an open member
	 */
	public static void maximise(OpenGroup group, ImagePlus image) {
		if (group.group().layout() == null) return;
		Optional<GroupLayouts.Applied> shown = GroupLayouts.shown(group, LayoutCatalog.ofUser());
		LayoutBar bar = LayoutBar.of(group);
		if (bar.isMaximised(image)) {
			bar.tell("", null);
			shown.ifPresent(applied -> show(group, applied));
			return;
		}
		CellWindow whole = new CellWindow(SliceView.of(image).orElseThrow(), bar.seat(screen()), Align.CENTRE, false);
		whole.settle();
		whole.show(whole.fit());
		bar.tell(shown.map(GroupLayouts.Applied::words).orElse("") + " · one view, double click for all", image);
		group.views().settingsChanged();
	}

	/** The view of a session that a cell asks for; empty if it cannot be had, which is told. */
	private Optional<SliceView> view(Cell cell, AnnotationSession session) {
		boolean mirrored = cell.chestWall() != null && isOnOtherSide(cell.chestWall(), session);
		if (cell.fused() == null) return Optional.of(PlaneViews.of(session, mirrored ? TurnedView.MIRRORED : cell.plane()));
		if (!applied.match().chosen().containsKey(cell.fused().slot())) return Optional.empty();
		try {
			return Optional.of(PlaneViews.shown(FusedViews.open(group, applied.match(), cell)));
		} catch (IllegalArgumentException e) {
			NoticeBoard.find().tell(e.getMessage(), true);
			return Optional.empty();
		}
	}

	/** Rows that run to the back of the patient have the chest wall at their right end (Patient Orientation, PS3.3 C.7.6.1.1.1). */
	private static boolean isOnOtherSide(Side wanted, AnnotationSession session) {
		String rows = session.source().facts().getOrDefault("PatientOrientation", "").split("\\\\")[0];
		Optional<Side> wall = rows.startsWith("P")
				? Optional.of(Side.RIGHT)
				: rows.startsWith("A") ? Optional.of(Side.LEFT) : Optional.empty();
		return wall.isPresent() && wall.get() != wanted;
	}

	private Rectangle bounds(Cell cell, Rectangle area) {
		double width = (double) area.width / applied.shown().columns();
		double height = (double) area.height / applied.shown().rows();
		int x = (int) Math.round(area.x + (cell.column() - 1) * width);
		int y = (int) Math.round(area.y + (cell.row() - 1) * height);
		return new Rectangle(x, y, (int) Math.round(cell.columnSpan() * width) - GAP,
				(int) Math.round(cell.rowSpan() * height) - GAP);
	}

	/** The screen without what the system, ImageJ's window at its top and the panel at its right take. */
	private static Rectangle screen() {
		GraphicsConfiguration screen = GraphicsEnvironment.getLocalGraphicsEnvironment().getDefaultScreenDevice()
				.getDefaultConfiguration();
		Rectangle area = new Rectangle(screen.getBounds());
		Insets insets = Toolkit.getDefaultToolkit().getScreenInsets(screen);
		area.x += insets.left;
		area.y += insets.top;
		area.width -= insets.left + insets.right;
		area.height -= insets.top + insets.bottom;
		Window main = IJ.getInstance();
		if (main != null && main.isVisible() && main.getY() < area.y + area.height / 3) {
			int below = main.getY() + main.getHeight();
			area.height -= below - area.y;
			area.y = below;
		}
		Window panel = WindowManager.getWindow(NoticeBoard.TITLE);
		if (panel != null && panel.isVisible()) {
			int room = area.width - panel.getWidth();
			if (room >= area.width / 2) {
				area.width = room;
				panel.setLocation(area.x + room, area.y);
			}
		}
		return area;
	}

	/** Other windows of the group go behind; views that are no images themselves are hidden. */
	private void putOthersAway() {
		Set<ImagePlus> shown = new HashSet<>();
		placed.forEach(p -> shown.add(p.window.view().image()));
		for (SliceView view : group.views().all()) {
			Window window = view.image().getWindow();
			if (window == null || shown.contains(view.image())) continue;
			if (view.isOwn()) window.toBack();
			else window.setVisible(false);
		}
	}

	private static void preset(Placed one) {
		ImagePlus image = one.window.view().session().image();
		if (one.cell.preset() == null || !DisplayWindow.isWindowed(image)) return;
		DisplayWindow window = DisplayWindow.of(image);
		NoticeBoard.find().guard(
				() -> window.apply(PresetLibrary.ofUser().choose(PresetTable.DEFAULT, one.cell.preset(), window.query())));
	}
}
