package org.annotomy.ui;

import java.awt.Rectangle;
import java.awt.Window;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.event.WindowEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JPopupMenu;
import javax.swing.JTable;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.JToggleButton;
import javax.swing.MenuElement;
import javax.swing.MenuSelectionManager;
import javax.swing.text.JTextComponent;

import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.display.PresetLibrary;
import org.annotomy.display.PresetTable;
import org.annotomy.display.WindowPreset;
import org.annotomy.imagej.RoiShapes;
import org.annotomy.imagej.display.DisplayWindow;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.ui.desk.PanelFrame;
import org.annotomy.ui.tool.BrushTool;
import org.annotomy.ui.tool.SegmentDrawTool;
import org.annotomy.ui.tool.SegmentPaintTool;
import org.annotomy.ui.tool.SelectTool;

import ij.IJ;
import ij.ImageJ;
import ij.gui.ImageCanvas;
import ij.gui.Toolbar;

/** Plays a user at annotated images with the panel open; writes down what is seen. */
public final class DeskSession {

	private static final int AREA_OF = 200;
	/** Column of the segments table. */
	private static final int SHOWN = 5;

	private final Properties seen = new Properties();
	private final AnnotationSession session;
	private final ImageCanvas canvas;
	private final PanelFrame panel;

	private DeskSession(Path folder) throws Exception {
		session = DeskFixture.open(DeskFixture.ramp(folder, "one.tif"));
		canvas = session.image().getCanvas();
		panel = Hand.ask(PanelFrame::find);
	}

	/** A part of the play. */
	private interface Scene {
		void play() throws Exception;
	}

	/** @param args folder for the images, and the file to write to */
	public static void main(String[] args) throws Exception {
		new ImageJ(ImageJ.EMBEDDED);
		DeskSession desk = new DeskSession(Path.of(args[0]));
		desk.scene("hints", desk::hints);
		desk.scene("marking", desk::marking);
		desk.scene("selecting", desk::selecting);
		desk.scene("brush", desk::brush);
		desk.scene("outline", desk::outline);
		desk.scene("select tool", desk::selectTool);
		desk.scene("segments", desk::segments);
		desk.scene("presets", desk::presets);
		desk.scene("lens", desk::lens);
		desk.scene("protocol", desk::protocol);
		desk.scene("docking", desk::docking);
		desk.scene("following", () -> desk.following(Path.of(args[0])));
		desk.scene("read-only", desk::readOnly);
		try (var out = Files.newOutputStream(Path.of(args[1]))) {
			desk.seen.store(out, null);
		}
		System.exit(0);
	}

	/** Each part begins with no object, no selection and the rectangle tool; what goes wrong in one does not end the others. */
	private void scene(String name, Scene scene) {
		try {
			Hand.run(() -> {
				session.image().deleteRoi();
				List<AnnotationObject> objects = session.document().objects();
				if (!objects.isEmpty()) session.edits().remove(objects.stream().map(AnnotationObject::id).toList());
				IJ.setTool(Toolbar.RECTANGLE);
			});
			scene.play();
		} catch (Throwable e) {
			Throwable cause = e.getCause() == null ? e : e.getCause();
			see(name + ".broken", e + " " + cause + " " + List.of(cause.getStackTrace()));
		}
	}

	private void marking() throws Exception {
		Hand.drag(canvas, 0, 20, 30, 60, 70, 80, 70);
		key(KeyEvent.VK_S, 's');
		see("marked with a letter", DeskFixture.objects(session));
		see("drawn selection", session.image().getRoi());
		see("current class", session.currentClass());
		Hand.drag(canvas, 0, 120, 30, 180, 60);
		key(KeyEvent.VK_ENTER, '\n');
		see("marked with Enter", DeskFixture.objects(session));
		key(KeyEvent.VK_D, 'd');
		see("letter on a selected object", DeskFixture.objects(session));
		Hand.run(() -> session.selection().clear());
		key(KeyEvent.VK_R, 'r');
		see("letter on nothing", session.currentClass());
		key(KeyEvent.VK_Z, 'z');
		key(KeyEvent.VK_Z, 'z');
		see("undone", DeskFixture.objects(session));
		key(KeyEvent.VK_Y, 'y');
		see("redone", DeskFixture.objects(session));
		Hand.run(() -> session.setCurrentClass("lesion"));
	}

	private void selecting() throws Exception {
		for (int i = 0; i < 3; i++) {
			Hand.drag(canvas, 0, 20 + 60 * i, 30, 50 + 60 * i, 60);
			key(KeyEvent.VK_ENTER, '\n');
		}
		see("selected after marking", selected());
		key(KeyEvent.VK_TAB, '\t');
		see("selected after Tab", selected());
		Hand.type(canvas, KeyEvent.VK_TAB, '\t', InputEvent.SHIFT_DOWN_MASK);
		see("selected after Shift+Tab", selected());
		JTable table = Hand.find(panel, "objects");
		Hand.await("the table shows three objects", () -> table.getRowCount() == 3 && table.getSelectedRow() == 2);
		Hand.run(() -> table.setRowSelectionInterval(0, 1));
		see("selected in the table", selected());
		Hand.run(() -> session.selection().set(List.of(session.document().objects().get(1).id())));
		Hand.await("the table follows the image", () -> table.getSelectedRowCount() == 1 && table.getSelectedRow() == 1);
		key(KeyEvent.VK_DELETE, '\u007f');
		see("left after Delete", session.document().objects().size() + ", selected " + selected());
	}

	private void brush() throws Exception {
		Hand.run(() -> new BrushTool().run(""));
		Hand.drag(canvas, 0, 60, 60, 100, 60, 140, 60);
		see("painted", DeskFixture.objects(session));
		int painted = area();
		Hand.drag(canvas, 0, 140, 60, 140, 120);
		see("extended", DeskFixture.objects(session));
		key(KeyEvent.VK_Z, 'z');
		see("undone is as before", area() == painted);
		Hand.drag(canvas, InputEvent.ALT_DOWN_MASK, 100, 20, 100, 120);
		see("erased", session.document().objects().size() + " object, less: " + (area() < painted - AREA_OF));
		Hand.drag(canvas, 0, 60, 200, 100, 200);
		see("painted elsewhere", session.document().objects().size());
		Hand.drag(canvas, InputEvent.SHIFT_DOWN_MASK, 200, 200, 240, 200);
		see("extended from elsewhere", session.document().objects().size());
		Hand.drag(canvas, InputEvent.SHIFT_DOWN_MASK | InputEvent.CTRL_DOWN_MASK, 80, 200, 80, 60);
		see("preview", session.image().getRoi());
		key(KeyEvent.VK_CLOSE_BRACKET, ']');
		see("larger brush", hintAfter("Brush"));
	}

	private void outline() throws Exception {
		Hand.drag(canvas, 0, 20, 30, 80, 70);
		key(KeyEvent.VK_ENTER, '\n');
		edit();
		see("selection while edited", session.image().getRoi().getBounds());
		see("drawn while edited", session.overlay().objectsOn(session.plane()).size());
		Hand.run(() -> session.image().getRoi().setLocation(30, 40));
		key(KeyEvent.VK_ENTER, '\n');
		see("after Enter", DeskFixture.objects(session));
		edit();
		Hand.run(() -> session.image().getRoi().setLocation(100, 100));
		key(KeyEvent.VK_ESCAPE, '\u001b');
		see("after Esc", DeskFixture.objects(session) + ", selection " + session.image().getRoi() + ", drawn "
				+ session.overlay().objectsOn(session.plane()).size());
		edit();
		Hand.run(session.image()::deleteRoi);
		Hand.drag(canvas, 0, 150, 150, 200, 200);
		key(KeyEvent.VK_ENTER, '\n');
		see("a new one after an edit was left", DeskFixture.objects(session));
	}

	private void edit() throws Exception {
		Hand.run(() -> new SelectTool().run(""));
		Hand.rightClick(canvas, 60, 60);
		Hand.await("the menu is open", () -> menu() != null);
		see("menu", Stream.of(Hand.ask(DeskSession::menu).getSubElements()).map(DeskSession::text).toList());
		Hand.run(() -> {
			JPopupMenu menu = menu();
			MenuSelectionManager.defaultManager().clearSelectedPath();
			Stream.of(menu.getSubElements()).filter(item -> text(item).equals("Edit Outline")).findFirst()
					.ifPresent(item -> ((javax.swing.JMenuItem) item).doClick());
			IJ.setTool(Toolbar.RECTANGLE);
		});
	}

	private static JPopupMenu menu() {
		MenuElement[] path = MenuSelectionManager.defaultManager().getSelectedPath();
		return path.length > 0 && path[0] instanceof JPopupMenu menu && "object menu".equals(menu.getName()) ? menu : null;
	}

	private static String text(MenuElement item) {
		return ((javax.swing.JMenuItem) item).getText();
	}

	private void selectTool() throws Exception {
		for (int i = 0; i < 2; i++) {
			Hand.drag(canvas, 0, 20 + 100 * i, 30, 80 + 100 * i, 70);
			key(KeyEvent.VK_ENTER, '\n');
		}
		Hand.run(() -> new SelectTool().run(""));
		Hand.click(canvas, 0, 50, 50);
		see("clicked", selected());
		Hand.click(canvas, InputEvent.SHIFT_DOWN_MASK, 150, 50);
		see("clicked with Shift", selected());
		Hand.click(canvas, 0, 250, 250);
		see("clicked on nothing", selected());
		Hand.drag(canvas, 0, 50, 50, 55, 55, 60, 65);
		see("dragged", DeskFixture.objects(session));
		Hand.drag(canvas, InputEvent.SHIFT_DOWN_MASK, 250, 250, 270, 270);
		see("dragged on nothing", DeskFixture.objects(session));
		Hand.drag(canvas, 0, 60, 60, 61, 61, 62, 60);
		see("trembled", DeskFixture.objects(session));
		Hand.doubleDrag(canvas, 60, 60, 65, 60, 70, 60);
		see("dragged at once after a click", DeskFixture.objects(session) + " " + session.image().getRoi());
		Hand.doubleClick(canvas, 0, 70, 60);
		see("double click", session.image().getRoi() != null);
		key(KeyEvent.VK_ESCAPE, KeyEvent.CHAR_UNDEFINED);
	}

	private void segments() throws Exception {
		Hand.run(() -> new SegmentPaintTool().run(""));
		Hand.drag(canvas, 0, 60, 60, 100, 60);
		see("told without a segment", hintAfter("There is no segment yet"));
		Hand.run(() -> Hand.<JButton>find(panel, "add-segment").doClick());
		JTable table = Hand.find(panel, "segments");
		Hand.await("the table shows the segment", () -> table.getRowCount() == 1 && table.getSelectedRow() == 0);
		see("hint of the segment brush", hintAfter("Drag"));
		Hand.drag(canvas, 0, 60, 60, 100, 60);
		long painted = voxels();
		see("segment is painted", painted > 2000);
		Hand.await("the voxels are counted", () -> table.getValueAt(0, 4).toString().equals(Long.toString(painted)));
		see("segment state", table.getValueAt(0, 3));
		Hand.drag(canvas, InputEvent.ALT_DOWN_MASK, 80, 20, 80, 100);
		see("segment is erased", voxels() < painted);
		key(KeyEvent.VK_Z, 'z');
		see("segment undone is as before", voxels() == painted);
		maskAndDrawing(table);
		hiding(table);
		Hand.run(() -> session.document().segments().forEach(s -> session.segments().records().remove(List.of(s.id()))));
	}

	/** Values rise by 10 a column: only columns from 200 on may change. */
	private void maskAndDrawing(JTable table) throws Exception {
		JTextField lowest = Hand.find(panel, "edit-lowest");
		Hand.run(() -> {
			lowest.setText("2000");
			lowest.postActionEvent();
		});
		JTextArea mask = Hand.find(panel, "editing-mask");
		Hand.await("the mask is shown", () -> mask.isShowing() || mask.getText().length() > 0);
		see("editing mask", mask.getText());
		long before = voxels();
		Hand.drag(canvas, 0, 60, 200, 100, 200);
		see("told of the mask", hintAfter("Nothing was changed"));
		Hand.run(() -> Hand.<JButton>find(panel, "edit-everywhere").doClick());
		Hand.await("the mask is gone", () -> mask.getText().isEmpty());
		see("segment under the mask", voxels() - before);
		Hand.run(() -> new SegmentDrawTool().run(""));
		Hand.drag(canvas, 0, 200, 200, 240, 200, 240, 230, 200, 230);
		see("segment drawn", voxels() - before);
		Hand.click(canvas, 0, 100, 200);
		Hand.click(canvas, 0, 140, 200);
		Hand.click(canvas, 0, 140, 230);
		Hand.doubleClick(canvas, 0, 100, 230);
		see("segment by corners", voxels() - before);
		Hand.drag(canvas, InputEvent.ALT_DOWN_MASK, 200, 200, 240, 200, 240, 230, 200, 230);
		see("segment cut out", voxels() - before);
		see("selection after drawing", session.image().getRoi());
	}

	/** A box of another segment is ticked, then that of the current one. */
	private void hiding(JTable table) throws Exception {
		Hand.run(() -> Hand.<JButton>find(panel, "add-segment").doClick());
		Hand.await("the second one is chosen", () -> table.getSelectedRow() == 1);
		Hand.run(() -> new SegmentPaintTool().run(""));
		tick(table, 0);
		see("chosen after hiding another", table.getSelectedRow());
		Hand.drag(canvas, 0, 60, 60, 100, 60);
		see("painted beside a hidden one", voxels() > 2000);
		tick(table, 1);
		long before = voxels();
		Hand.drag(canvas, 0, 60, 160, 100, 160);
		Hand.await("the hint line says that it was hidden", () -> hint().endsWith(" was hidden and is shown now."));
		see("painted while hidden", voxels() > before);
		see("shown by painting", table.getValueAt(1, SHOWN));
	}

	/** Clicks on the box that shows or hides a segment. */
	private void tick(JTable table, int row) throws Exception {
		boolean shown = (Boolean) table.getValueAt(row, SHOWN);
		Rectangle cell = Hand.ask(() -> table.getCellRect(row, SHOWN, true));
		Hand.click(table, 0, (int) cell.getCenterX(), (int) cell.getCenterY());
		Hand.await("the box is ticked", () -> (Boolean) table.getValueAt(row, SHOWN) != shown);
	}

	private long voxels() throws Exception {
		return Hand.ask(() -> session.segments().voxels().count(session.segments().current().orElseThrow()));
	}

	private void presets() throws Exception {
		Hand.run(() -> session.image().setDisplayRange(0, 100));
		key(KeyEvent.VK_0, '0');
		see("digit 0", session.image().getDisplayRangeMax() > 100);
		see("told of the digit", hintAfter("Window"));
		WindowPreset first = PresetLibrary.ofUser().menu(PresetTable.DEFAULT, DisplayWindow.of(session.image()).query()).onKey(1)
				.orElseThrow();
		key(KeyEvent.VK_1, '1');
		see("told of the first preset", hintAfter("Window: " + first.name()).equals("Window: " + first.name()));
		see("first preset", DisplayWindow.of(session.image()).window().equals(DisplayWindow.of(session.image()).resolve(first)));
	}

	private void lens() throws Exception {
		new java.awt.Robot().mouseMove(canvas.getLocationOnScreen().x + 150, canvas.getLocationOnScreen().y + 150);
		Hand.run(() -> Hand.press(canvas, KeyEvent.VK_Q, 'q', 0));
		Hand.await("the lens is there", () -> lensWindow() != null);
		see("lens", canvas.getParent() instanceof Window window
				&& window.getBounds().contains(Hand.ask(DeskSession::lensWindow).getBounds()));
		Hand.run(() -> Hand.release(canvas, KeyEvent.VK_Q, 'q', 0));
		see("lens after release", Hand.ask(DeskSession::lensWindow));
	}

	private static Window lensWindow() {
		return Stream.of(Window.getWindows()).filter(w -> "lens".equals(w.getName()) && w.isVisible()).findFirst().orElse(null);
	}

	private void docking() throws Exception {
		Window image = session.image().getWindow();
		Hand.run(() -> image.setLocation(40, 100));
		Hand.await("the panel stands beside the image", () -> beside(image));
		Hand.run(() -> image.setLocation(120, 60));
		Hand.await("the panel goes with the image", () -> beside(image));
		JToggleButton dock = Hand.find(panel, "dock");
		Hand.run(dock::doClick);
		Rectangle free = Hand.ask(panel::getBounds);
		Hand.run(() -> image.setLocation(10, 10));
		Hand.await("the image is there", () -> image.getX() == 10);
		see("undocked stays", Hand.ask(panel::getBounds).equals(free));
		Hand.run(dock::doClick);
		Hand.await("docked again", () -> beside(image));
		see("docked", true);
	}

	private boolean beside(Window image) {
		return panel.getX() == image.getX() + image.getWidth() + 6 && panel.getY() == image.getY();
	}

	private void hints() throws Exception {
		seeHint("hint of the rectangle");
		Hand.drag(canvas, 0, 20, 30, 80, 70);
		seeHint("hint of a drawn selection");
		Hand.run(() -> {
			session.image().deleteRoi();
			new BrushTool().run("");
		});
		seeHint("hint of the brush");
		Hand.run(() -> Hand.press(canvas, KeyEvent.VK_ALT, KeyEvent.CHAR_UNDEFINED, InputEvent.ALT_DOWN_MASK));
		seeHint("hint of the brush with Alt");
		Hand.run(() -> Hand.release(canvas, KeyEvent.VK_ALT, KeyEvent.CHAR_UNDEFINED, 0));
		seeHint("hint of the brush again");
		Hand.run(() -> new SelectTool().run(""));
		seeHint("hint of the select tool");
	}

	private void following(Path folder) throws Exception {
		AnnotationSession second = DeskFixture.open(DeskFixture.ramp(folder, "two.tif"));
		Hand.await("the panel shows the second image", () -> panel.session() == second);
		activate(session);
		Hand.await("the panel is back at the first", () -> panel.session() == session);
		activate(second);
		Hand.await("the panel is at the second again", () -> panel.session() == second);
		Hand.run(() -> second.image().close());
		Hand.await("the session closed with its image", second::isClosed);
		activate(session);
		Hand.await("the panel shows the image that is left", () -> panel.session() == session);
		see("followed", true);
	}

	private static void activate(AnnotationSession session) throws Exception {
		Window window = session.image().getWindow();
		Hand.run(() -> window.dispatchEvent(new WindowEvent(window, WindowEvent.WINDOW_ACTIVATED)));
	}

	private void readOnly() throws Exception {
		Hand.run(() -> session.document().setReadOnly("the folder cannot be written to."));
		Hand.drag(canvas, 0, 20, 30, 80, 70);
		key(KeyEvent.VK_ENTER, '\n');
		see("refused", hintAfter("The annotations are read-only"));
		see("objects of a read-only document", session.document().objects().size());
	}

	private int area() {
		return RoiShapes.roiOf(session.document().object(session.selection().ids().get(0)).orElseThrow().shape())
				.getContainedPoints().length;
	}

	private void protocol() throws Exception {
		Hand.drag(canvas, 0, 20, 30, 60, 70, 80, 70);
		key(KeyEvent.VK_ENTER, '\n');
		Hand.clickOn(Hand.find(panel, "protocol"));
		Window dialog = Hand.window("Change Protocol");
		JComboBox<?> protocols = Hand.find(dialog, "protocols");
		Hand.run(() -> protocols.setSelectedIndex(1));
		JComboBox<?> becomes = Hand.find(dialog, "becomes.lesion");
		see("offered for a class", becomes.getItemCount() > 2);
		Hand.run(() -> becomes.setSelectedIndex(1));
		Hand.press(dialog, "Change");
		Hand.await("the dialog is gone", () -> !dialog.isShowing());
		see("reclassified", DeskFixture.objects(session));
		see("protocol", session.document().protocol().stamp().id() + ", current class " + session.currentClass());
		key(KeyEvent.VK_Z, 'z');
		see("protocol undone", DeskFixture.objects(session) + ", " + session.document().protocol().stamp().id()
				+ ", current class " + session.currentClass());
	}

	/** Places of the selected objects in the document. */
	private List<Integer> selected() throws Exception {
		return Hand.ask(() -> session.selection().ids().stream()
				.map(id -> session.document().objects().stream().map(AnnotationObject::id).toList().indexOf(id)).toList());
	}

	private void key(int code, char character) throws Exception {
		Hand.type(canvas, code, character, 0);
	}

	private String hint() {
		return Hand.<JTextComponent>find(panel, "hint").getText();
	}

	private String hintAfter(String start) throws Exception {
		Hand.await("the hint line says " + start, () -> hint().startsWith(start));
		return Hand.ask(this::hint);
	}

	/** The hint once what the events before have put off is done. To be used while no notice covers it. */
	private void seeHint(String what) throws Exception {
		Hand.run(Thread::yield);
		see(what, Hand.ask(this::hint));
	}

	private void see(String what, Object value) {
		seen.setProperty(what.replace(' ', '-'), String.valueOf(value));
	}
}
