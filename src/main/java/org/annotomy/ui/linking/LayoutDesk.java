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
import org.annotomy.imagej.linking.GroupLayouts;
import org.annotomy.imagej.linking.OpenGroup;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.view.SliceView;
import org.annotomy.linking.layout.Layout.Align;
import org.annotomy.linking.layout.Layout.Cell;
import org.annotomy.linking.layout.Layout.Side;
import org.annotomy.ui.dialog.EventThread;
import org.annotomy.ui.notice.NoticeBoard;
import org.annotomy.ui.view.CanvasFit;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;

/** Puts the windows of a group where a stage of a layout has them. */
public final class LayoutDesk {

	private static final int GAP = 2;

	private final OpenGroup group;
	private final GroupLayouts.Applied applied;
	private final List<Placed> placed = new ArrayList<>();

	/** A window and the part of the screen that it may take. */
	private record Placed(Cell cell, SliceView view, Rectangle bounds) {

		/** Pixels of the screen for a pixel of the image if all of it is to be seen. */
		double fit() {
			ImagePlus image = view.image();
			Window window = image.getWindow();
			int frameX = window.getWidth() - image.getCanvas().getWidth();
			int frameY = window.getHeight() - image.getCanvas().getHeight();
			return Math.max(1.0 / 72, Math.min((double) (bounds.width - frameX) / image.getWidth(),
					(double) (bounds.height - frameY) / image.getHeight()));
		}

		double mmPerPixel() {
			return view.pixelSpacing().xMm();
		}
	}

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
		Rectangle area = area();
		for (Cell cell : applied.shown().cells()) {
			var member = applied.match().chosen().get(cell.slot());
			if (member == null) continue;
			AnnotationSession session = group.requireSession(member.key());
			if (session.image().getWindow() == null) continue;
			SliceView view = view(cell, session);
			placed.add(new Placed(cell, view, bounds(cell, area)));
		}
		putOthersAway();
		double same = placed.stream().filter(p -> p.cell.sameScale()).mapToDouble(p -> p.fit() / p.mmPerPixel()).min().orElse(1);
		for (Placed one : placed) {
			CanvasFit.show(one.view.image(), one.cell.sameScale() ? same * one.mmPerPixel() : one.fit());
			place(one);
			preset(one);
		}
		group.views().settingsChanged();
	}

	/** The view of a session that a cell asks for; the image itself where there is no such one. */
	private static SliceView view(Cell cell, AnnotationSession session) {
		boolean mirrored = cell.chestWall() != null && isOnOtherSide(cell.chestWall(), session);
		return PlaneViews.of(session, mirrored ? "mirrored" : cell.plane());
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
	private static Rectangle area() {
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
		placed.forEach(p -> shown.add(p.view.image()));
		for (SliceView view : group.views().all()) {
			Window window = view.image().getWindow();
			if (window == null || shown.contains(view.image())) continue;
			if (view.isOwn()) window.toBack();
			else window.setVisible(false);
		}
	}

	private static void place(Placed one) {
		Window window = one.view.image().getWindow();
		Rectangle cell = one.bounds;
		int free = cell.width - window.getWidth();
		int x = one.cell.align() == Align.LEFT ? cell.x : one.cell.align() == Align.RIGHT ? cell.x + free : cell.x + free / 2;
		window.setLocation(x, cell.y + Math.max(0, (cell.height - window.getHeight()) / 2));
		window.setVisible(true);
		window.toFront();
	}

	private static void preset(Placed one) {
		ImagePlus image = one.view.session().image();
		if (one.cell.preset() == null || !DisplayWindow.isWindowed(image)) return;
		DisplayWindow window = DisplayWindow.of(image);
		NoticeBoard.find().guard(
				() -> window.apply(PresetLibrary.ofUser().choose(PresetTable.DEFAULT, one.cell.preset(), window.query())));
	}
}
