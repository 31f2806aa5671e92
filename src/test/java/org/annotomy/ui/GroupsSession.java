package org.annotomy.ui;

import java.awt.Rectangle;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JTabbedPane;
import javax.swing.JTable;
import javax.swing.JToggleButton;

import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.Plane;
import org.annotomy.annotation.shape.EllipseShape;
import org.annotomy.geometry.Box;
import org.annotomy.geometry.Position;
import org.annotomy.image.ImageReaders;
import org.annotomy.imagej.fusion.Fusion;
import org.annotomy.imagej.linking.GroupLayouts;
import org.annotomy.imagej.linking.GroupOpener;
import org.annotomy.imagej.linking.OpenGroup;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.session.Marking;
import org.annotomy.imagej.session.Protocols;
import org.annotomy.imagej.session.SessionOpener;
import org.annotomy.imagej.session.SessionOptions;
import org.annotomy.imagej.view.SliceView;
import org.annotomy.linking.layout.LayoutCatalog;
import org.annotomy.sample.ChestPhantom;
import org.annotomy.store.StoreOptions;
import org.annotomy.task.Progress;
import org.annotomy.ui.desk.PanelFrame;
import org.annotomy.ui.linking.GroupDesk;
import org.annotomy.ui.linking.LayoutDesk;

import ij.IJ;
import ij.ImageJ;
import ij.gui.ImageCanvas;

/** Plays a user at groups of images: layouts, stages, the pointer with Shift, links in the panel; writes down what is seen. */
public final class GroupsSession extends Play {

	private final Path folder;
	private OpenGroup group;
	private String ct;
	private String pet;

	private GroupsSession(Path folder) {
		this.folder = folder;
	}

	/** @param args folder for the images, and the file to write to */
	public static void main(String[] args) throws Exception {
		new ImageJ(ImageJ.EMBEDDED);
		GroupsSession play = new GroupsSession(Path.of(args[0]));
		play.play(Path.of(args[1]), play::mammograms, play::opening, play::layout, play::bar, play::pointer, play::links,
				play::stages, play::reopening);
	}

	private static OpenGroup gather(List<AnnotationSession> sessions) throws Exception {
		OpenGroup group = Hand.ask(() -> OpenGroup.gather("sample", sessions));
		GroupDesk.seat(group);
		return group;
	}

	private static void apply(OpenGroup group, String layout) throws Exception {
		GroupLayouts.Applied applied = Hand
				.ask(() -> GroupLayouts.apply(group, LayoutCatalog.with(Path.of("none")).require(layout), 0));
		LayoutDesk.show(group, applied);
	}

	private static Rectangle bounds(OpenGroup group, String key) throws Exception {
		return Hand.ask(() -> group.requireSession(key).image().getWindow().getBounds());
	}

	private void mammograms() throws Exception {
		List<AnnotationSession> sessions = new ArrayList<>();
		for (Path file : GroupSamples.files(GroupSamples.mammograms(folder.resolve("mg"), 1.2)))
			sessions.add(DeskFixture.open(file, "mammography-birads"));
		OpenGroup four = gather(sessions);
		see("mammograms", four.sessions().keySet());
		Hand.run(() -> PanelFrame.find().setVisible(false));
		apply(four, "mammography-four-up");
		Rectangle rcc = bounds(four, "mg-r-cc");
		Rectangle lcc = bounds(four, "mg-l-cc");
		Rectangle rmlo = bounds(four, "mg-r-mlo");
		Rectangle lmlo = bounds(four, "mg-l-mlo");
		see("right is left", rcc.getMaxX() <= lcc.x && rmlo.getMaxX() <= lmlo.x);
		see("views in rows", rcc.y < rmlo.y && lcc.y < lmlo.y);
		see("chest walls meet", lcc.x - rcc.getMaxX() < 10 && lmlo.x - rmlo.getMaxX() < 10);
		Rectangle screen = new Rectangle(Toolkit.getDefaultToolkit().getScreenSize());
		see("on screen", screen.contains(rcc.union(lmlo)));
		see("same scale", Hand.ask(() -> four.sessions().values().stream()
				.map(s -> Math.round(1000 * s.image().getCanvas().getMagnification()
						/ SliceView.of(s.image()).orElseThrow().pixelSpacing().xMm()))
				.distinct().count()));
		for (AnnotationSession session : sessions)
			Hand.run(() -> session.image().close());
		Hand.await("all closed", () -> sessions.stream().allMatch(AnnotationSession::isClosed));
		Hand.await("the strip has gone", () -> Arrays.stream(Window.getWindows()).noneMatch(GroupsSession::isBar));
		see("left in the group", four.sessions().size());
	}

	/** But for a rounded pixel. */
	private static boolean near(Rectangle a, Rectangle b) {
		return Math.abs(a.x - b.x) < 4 && Math.abs(a.y - b.y) < 4 && Math.abs(a.width - b.width) < 4
				&& Math.abs(a.height - b.height) < 4;
	}

	private static boolean isBar(Window window) {
		return "layout bar".equals(window.getName()) && window.isShowing();
	}

	private void opening() throws Exception {
		ChestPhantom phantom = ChestPhantom.of(64, 64, 24, 6, 12);
		List<AnnotationSession> sessions = new ArrayList<>();
		for (GroupSamples.Kind kind : List.of(GroupSamples.CT, GroupSamples.PET))
			sessions.add(DeskFixture.open(GroupSamples.series(folder, phantom, kind), "default"));
		group = gather(sessions);
		ct = group.keyOf(sessions.get(0)).orElseThrow();
		pet = group.keyOf(sessions.get(1)).orElseThrow();
	}

	private void layout() throws Exception {
		apply(group, "pet-ct");
		List<SliceView> views = Hand.ask(() -> group.views().all().stream()
				.filter(v -> v.image().getWindow() != null && v.image().getWindow().isVisible()).toList());
		see("windows", views.size());
		double[] scales = Hand.ask(() -> views.stream()
				.mapToDouble(v -> v.image().getCanvas().getMagnification() / v.pixelSpacing().xMm()).toArray());
		see("a millimetre is as large", Arrays.stream(scales).max().orElse(0) - Arrays.stream(scales).min().orElse(0) < 0.01);
	}

	/** The strip above the windows; a double click on a view, and again. */
	private void bar() throws Exception {
		see("fused", Hand.ask(() -> group.views().all().stream().filter(v -> Fusion.of(v.image()).isPresent()).count()));
		Window bar = Arrays.stream(Window.getWindows()).filter(GroupsSession::isBar).findFirst()
				.orElseThrow();
		see("stage told", Hand.ask(() -> Hand.<JLabel>find(bar, "stage").getText()));
		Rectangle before = bounds(group, ct);
		ImageCanvas canvas = session(ct).image().getCanvas();
		Hand.doubleClick(canvas, 0, 20, 20);
		Hand.await("one view has the screen", () -> session(ct).image().getWindow().getWidth() > 2 * before.width);
		Hand.doubleClick(canvas, 0, 20, 20);
		Hand.await("all views are back", () -> near(before, session(ct).image().getWindow().getBounds()));
		Hand.run(() -> session(ct).image().deleteRoi());
		see("zoomed together", Hand.ask(() -> Hand.<JToggleButton>find(bar, "Zoom").isSelected()));
		Hand.run(() -> Hand.<JToggleButton>find(bar, "Zoom").doClick());
		see("switched", Hand.ask(() -> group.group().sync().zoom()));
		Hand.run(() -> Hand.<JButton>find(bar, "next stage").doClick());
		see("next stage", Hand.ask(() -> Hand.<JLabel>find(bar, "stage").getText()));
		Hand.run(() -> Hand.<JButton>find(bar, "previous stage").doClick());
	}

	private AnnotationSession session(String key) {
		return group.requireSession(key);
	}

	private void pointer() throws Exception {
		ImageCanvas canvas = session(ct).image().getCanvas();
		Hand.run(() -> session(ct).image().setSlice(13));
		Hand.await("PET follows", () -> session(pet).image().getCurrentSlice() == 5);
		Hand.run(() -> canvas.dispatchEvent(new MouseEvent(canvas, MouseEvent.MOUSE_MOVED, System.currentTimeMillis(),
				InputEvent.SHIFT_DOWN_MASK, canvas.screenXD(30.5), canvas.screenYD(21.5), 0, false)));
		IJ.setKeyUp(KeyEvent.VK_SHIFT);
		Hand.await("the place is known in PET", () -> group.views().cursor(pet).isPresent());
		Position there = Hand.ask(() -> group.views().cursor(pet).orElseThrow());
		see("pointer in PET", Math.round(there.x()) + " " + Math.round(there.y()) + " " + Math.round(there.z()));
	}

	private void links() throws Exception {
		Hand.run(() -> {
			AnnotationObject mark = new Marking(session(ct))
					.mark(EllipseShape.inside(new Box(28, 19, 6, 6)), new Plane(-1, 12, 0), null, null,
							null, Map.of())
					.object();
			session(ct).selection().set(List.of(mark.id()));
			PanelFrame.find().setVisible(true);
			ij.WindowManager.setCurrentWindow(session(ct).image().getWindow());
			PanelFrame.open();
			JTabbedPane tabs = Hand.find(PanelFrame.find(), "tabs");
			tabs.setSelectedIndex(2);
		});
		JTable table = Hand.find(PanelFrame.find(), "links");
		Hand.await("the panel lists both images", () -> table.getRowCount() == 2);
		int row = Hand.ask(() -> table.getValueAt(0, 1).equals("marked") ? 1 : 0);
		see("to find", Hand.ask(() -> table.getValueAt(row, 1)));
		Hand.run(() -> table.setRowSelectionInterval(row, row));
		Hand.press(PanelFrame.find(), "Copy there");
		Hand.await("the copy is there", () -> session(pet).document().objects().size() == 1);
		Hand.await("the panel knows", () -> "marked".equals(table.getValueAt(row, 1)));
		see("linked", Hand.ask(() -> group.things().all().get(0).marks().size()));
		Hand.type(session(ct).image().getCanvas(), KeyEvent.VK_Z, 'z', 0);
		Hand.await("one undo for both",
				() -> session(pet).document().objects().isEmpty() && session(ct).document().links().isEmpty());
		see("undone", Hand.ask(() -> session(ct).document().objects().size()));
	}

	/** Windows, slices and layout come back as they were. */
	private void reopening() throws Exception {
		Hand.run(() -> {
			session(ct).image().setSlice(9);
			session(pet).image().getWindow().setLocation(111, 77);
		});
		Hand.await("PET follows", () -> session(pet).image().getCurrentSlice() == 4);
		String before = Hand.ask(() -> windows(group));
		Path file = Hand.ask(() -> group.save(folder.resolve("pair.annotomy-group.json")));
		List<AnnotationSession> sessions = new ArrayList<>(group.sessions().values());
		for (AnnotationSession session : sessions)
			Hand.run(() -> session.image().close());
		Hand.await("all closed", () -> sessions.stream().allMatch(AnnotationSession::isClosed));
		Protocols protocols = Protocols.find();
		SessionOptions options = new SessionOptions(protocols.require("default"), SessionOptions.Recovery.ASK,
				StoreOptions.of("r-1"));
		group = new GroupOpener(new SessionOpener(ImageReaders.discover(), protocols, options)).open(
				file,
				Progress.NONE);
		for (AnnotationSession session : group.sessions().values())
			Hand.run(session::show);
		GroupDesk.bringBack(group);
		Hand.await("windows come back", () -> windows(group).equals(before));
		see("windows as before", Hand.ask(() -> windows(group)).equals(before));
		see("layout as before", group.group().layout() + " " + group.group().stage());
	}

	/** Place and slice of each window; on the event dispatch thread. */
	private static String windows(OpenGroup group) {
		StringBuilder words = new StringBuilder();
		for (SliceView view : group.views().all())
			if (view.image().getWindow() != null && view.image().getWindow().isVisible())
				words.append(view.plane().name()).append(view.image().getWindow().getLocation()).append(view.slice()).append(' ');
		return words.toString();
	}

	private void stages() throws Exception {
		Hand.type(session(ct).image().getCanvas(), KeyEvent.VK_PERIOD, '.', 0);
		Hand.await("the next stage", () -> group.group().stage() == 1);
		Hand.type(session(ct).image().getCanvas(), KeyEvent.VK_COMMA, ',', 0);
		Hand.await("back again", () -> group.group().stage() == 0);
		see("stages", true);
	}
}
