package org.annotomy.ui;

import java.awt.AWTEvent;
import java.awt.Container;
import java.awt.Toolkit;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.event.WindowEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import javax.swing.JSlider;
import javax.swing.JTabbedPane;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.text.JTextComponent;

import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.command.spec.MenuConfig;
import org.annotomy.imagej.segment.EffectPreview;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.view.OrthogonalViews;
import org.annotomy.imagej.view.SliceView;
import org.annotomy.store.StoreState;
import org.annotomy.ui.desk.PanelFrame;
import org.annotomy.ui.menu.ObjectMenu;
import org.annotomy.ui.notice.NoticeBoard;
import org.annotomy.ui.effect.EffectFrame;
import org.annotomy.ui.tool.BrushTool;
import org.annotomy.ui.tool.EraserTool;
import org.annotomy.ui.tool.OutlineEditing;
import org.annotomy.ui.tool.SegmentDrawTool;
import org.annotomy.ui.tool.SegmentEdgeBrushTool;
import org.annotomy.ui.tool.SegmentLevelTool;
import org.annotomy.ui.tool.SegmentPaintTool;
import org.annotomy.ui.tool.SegmentPushTool;
import org.annotomy.ui.tool.SegmentScissorsTool;
import org.annotomy.ui.tool.SegmentWireTool;
import org.annotomy.ui.tool.SelectTool;
import org.annotomy.ui.view.ViewWindows;

import ij.Executer;
import ij.IJ;
import ij.ImageJ;
import ij.Menus;
import ij.WindowManager;
import ij.gui.ImageCanvas;
import ij.gui.Toolbar;
import ij.macro.Interpreter;
import ij.plugin.frame.Recorder;

/**
 * A user annotates the sample chest CT from the menu, with keys, mouse and panel, while the macro recorder is open. Writes what was
 * recorded, and for each gesture whether an edit was made and whether a line was recorded.
 */
public final class RecordedDesk {

	private static final String OPEN = "Open Sample Chest CT...";

	private final BlockingQueue<JDialog> opened = new LinkedBlockingQueue<>();
	private final Properties seen = new Properties();
	private final AtomicInteger edits = new AtomicInteger();
	private AnnotationSession session;
	private ImageCanvas canvas;
	private PanelFrame panel;

	private RecordedDesk() {}

	/** What a user does. */
	private interface Act {
		void act() throws Exception;
	}

	/** @param args {@code plain} or {@code fiji}, folder for the sample, and the file to write to */
	public static void main(String[] args) throws Exception {
		RecordedDesk desk = new RecordedDesk();
		try {
			desk.start(args[0].equals("fiji"));
			desk.play(args[1]);
		} catch (Throwable e) {
			Throwable cause = e.getCause() == null ? e : e.getCause();
			desk.seen.setProperty("broken", e + " " + cause + " " + List.of(cause.getStackTrace()));
		}
		desk.seen.setProperty("recorded", Recorder.getInstance().getText());
		try (var out = Files.newOutputStream(Path.of(args[2]))) {
			desk.seen.store(out, null);
		}
		System.exit(0);
	}

	private void start(boolean fiji) throws Exception {
		if (fiji) startFiji();
		else new ImageJ(ImageJ.EMBEDDED);
		Toolkit.getDefaultToolkit().addAWTEventListener(event -> {
			if (event.getID() == WindowEvent.WINDOW_OPENED && event.getSource() instanceof JDialog dialog) opened.add(dialog);
		}, AWTEvent.WINDOW_EVENT_MASK);
		putCommands();
		new Recorder();
	}

	@SuppressWarnings("unchecked")
	private static void putCommands() {
		MenuConfig.entries().forEach(entry -> Menus.getCommands().putIfAbsent(entry.label(), entry.call()));
	}

	private static void startFiji() throws Exception {
		Object imagej = Class.forName("net.imagej.ImageJ").getDeclaredConstructor().newInstance();
		imagej.getClass().getMethod("launch", String[].class).invoke(imagej, (Object) new String[0]);
		while (IJ.getInstance() == null || !IJ.getInstance().isShowing())
			LockSupport.parkNanos(20_000_000);
	}

	private void play(String folder) throws Exception {
		open(folder);
		Hand.run(() -> session.image().setSlice(61)); // as the scroll bar does it: ImageJ records nothing
		gesture("preset key", () -> key('4'));
		marks();
		panelAnswers();
		brush();
		table();
		selectTool();
		outline();
		menu();
		segments();
		history();
		save();
	}

	private void open(String folder) throws Exception {
		Thread menu = new Thread(new Executer(OPEN), OPEN);
		menu.start();
		JDialog dialog = opened.poll(60, TimeUnit.SECONDS);
		Hand.run(() -> {
			Hand.<JTextComponent>find(dialog, "folder").setText(folder);
			Hand.<JComboBox<?>>find(dialog, "protocol").setSelectedItem("onco-chest-ct");
			Hand.<JButton>find(dialog, "OK").doClick();
		});
		menu.join();
		session = AnnotationSession.require(WindowManager.getCurrentImage());
		session.document().addListener((edit, cause) -> edits.incrementAndGet());
		canvas = session.image().getCanvas();
		Hand.await("the panel shows the sample", () -> PanelFrame.find() != null && PanelFrame.find().session() == session);
		panel = Hand.ask(PanelFrame::find);
	}

	private void marks() throws Exception {
		tool(Toolbar.OVAL);
		draw(0, 68, 95, 83, 110);
		gesture("class key", () -> key('t'));
		tool(Toolbar.FREEROI);
		draw(0, 100, 100, 110.5, 101, 112, 112.3, 104, 115, 99, 108);
		gesture("free outline and Enter", () -> Hand.type(canvas, KeyEvent.VK_ENTER, '\n', 0));
		Hand.run(() -> session.image().setSlice(64));
		tool(Toolbar.OVAL);
		draw(0, 106, 113, 119, 125);
		gesture("class key on another slice", () -> key('o'));
		gesture("class key on a selected object", () -> key('n'));
		Hand.run(() -> session.selection().clear());
		gesture("class key on nothing", () -> key('b'));
		gesture("class in the panel", () -> Hand.run(() -> Hand.<JList<?>>find(panel, "classes").setSelectedIndex(4)));
	}

	private void panelAnswers() throws Exception {
		select(0);
		gesture("answer about an object", () -> choose("answer-organ", "Lung"));
		gesture("tick about an object", () -> Hand.run(() -> Hand.<JComponent>find(panel, "answer-cavitary")
				.getAccessibleContext().getAccessibleAction().doAccessibleAction(0)));
		gesture("label of the image", () -> choose("answer-image-quality", "Limited"));
		gesture("label of the image in words", () -> Hand.run(() -> {
			JTextComponent field = Hand.find(panel, "answer-slice-thickness");
			field.setText("2.5");
			((JTextField) field).postActionEvent();
		}));
	}

	private void brush() throws Exception {
		Hand.run(() -> {
			session.image().setSlice(66);
			session.selection().clear();
			new BrushTool().run("");
		});
		for (int i = 0; i < 7; i++)
			gesture("smaller brush", () -> key('['));
		gesture("brush", () -> draw(0, 60, 60, 72.5, 63, 80, 60));
		gesture("brush goes on", () -> draw(0, 80, 60, 82, 75));
		gesture("brush takes away", () -> draw(InputEvent.ALT_DOWN_MASK, 66, 50, 67, 75));
		gesture("brush elsewhere", () -> draw(0, 60, 110, 90, 112));
		gesture("brush avoids", () -> draw(InputEvent.SHIFT_DOWN_MASK | InputEvent.CTRL_DOWN_MASK, 75, 110, 76, 55));
		Hand.run(() -> new EraserTool().run(""));
		gesture("eraser", () -> draw(0, 88, 105, 89, 118));
	}

	private void table() throws Exception {
		JTable table = Hand.find(panel, "objects");
		Hand.await("the table shows all", () -> table.getRowCount() == session.document().objects().size());
		gesture("name in the table", () -> Hand.run(() -> table.setValueAt("my \"first\" [n\u00f6dule]", 0, 1)));
		gesture("shown in the table", () -> Hand.run(() -> table.setValueAt(false, 1, 5)));
		gesture("locked in the table", () -> Hand.run(() -> table.setValueAt(true, 2, 6)));
	}

	private void selectTool() throws Exception {
		Hand.run(() -> {
			session.image().setSlice(61);
			new SelectTool().run("");
		});
		gesture("move", () -> draw(0, 75, 102, 77, 103, 78.5, 104));
		gesture("delete that is nothing's", () -> draw(0, 20, 20, 21, 21));
	}

	private void outline() throws Exception {
		AnnotationObject first = session.document().objects().get(0);
		Hand.run(() -> {
			OutlineEditing.of(session).orElseThrow().begin(first);
			session.image().getRoi().setLocation(70.25, 98.75);
		});
		gesture("edited outline", () -> Hand.type(canvas, KeyEvent.VK_ENTER, '\n', 0));
	}

	private void menu() throws Exception {
		select(0);
		for (String item : List.of("Smooth", "Simplify", "Fill Holes", "Lock", "Unlock", "Hide", "Show", "Bring to Front",
				"Send to Back", "Fill>40 %", "Class>Benign finding"))
			gesture("menu " + item, () -> choose(item));
		select(3, 4);
		gesture("menu Remove Overlap", () -> choose("Remove Overlap"));
		gesture("menu Merge", () -> choose("Merge"));
		tool(Toolbar.LINE);
		Hand.run(() -> session.image().setSlice(66));
		draw(0, 50, 85, 110, 87);
		gesture("menu Split Along the Line", () -> choose("Split Along the Line"));
		Hand.run(session.image()::deleteRoi);
		select(1);
		gesture("delete key", () -> Hand.type(canvas, KeyEvent.VK_DELETE, '\u007f', 0));
	}

	private void segments() throws Exception {
		Hand.run(() -> session.image().setSlice(61));
		JTable table = Hand.find(panel, "segments");
		for (int i = 0; i < 2; i++)
			gesture("segment added " + i, () -> Hand.run(() -> Hand.<JButton>find(panel, "add-segment").doClick()));
		Hand.await("the table shows both", () -> table.getRowCount() == 2);
		gesture("segment named", () -> Hand.run(() -> table.setValueAt("a [l\u00e4sion]", 1, 1)));
		Hand.run(() -> new SegmentPaintTool().run(""));
		gesture("segment painted", () -> draw(0, 60, 60, 72.5, 63, 80, 60));
		gesture("segment painted with a ball", () -> draw(InputEvent.SHIFT_DOWN_MASK, 100, 100));
		gesture("segment erased", () -> draw(InputEvent.ALT_DOWN_MASK, 66, 50, 67, 75));
		gesture("segment chosen", () -> Hand.run(() -> table.setRowSelectionInterval(0, 0)));
		gesture("editing mask set", () -> range("-200"));
		gesture("segment painted over another", () -> draw(0, 75, 55, 90, 66));
		Hand.run(() -> new SegmentDrawTool().run(""));
		gesture("segment drawn", () -> draw(0, 110, 110.5, 140, 111, 141, 140.25, 120, 150));
		gesture("editing mask freed", () -> Hand.run(() -> Hand.<JButton>find(panel, "edit-everywhere").doClick()));
		Hand.run(() -> new SegmentScissorsTool().run(""));
		slowly("segment cut", () -> draw(0, 120, 100, 130, 100, 130, 160, 120, 160));
		edgeTools();
		otherViews();
		gesture("segment state", () -> Hand.run(() -> table.setValueAt("completed", 0, 3)));
		gesture("segment hidden", () -> Hand.run(() -> table.setValueAt(false, 0, 5)));
		gesture("segment locked", () -> Hand.run(() -> table.setValueAt(true, 0, 6)));
		gesture("segment added 2", () -> Hand.run(() -> Hand.<JButton>find(panel, "add-segment").doClick()));
		Hand.await("the third is the current one", () -> table.getSelectedRow() == 2);
		gesture("segment deleted", () -> Hand.run(() -> Hand.<JButton>find(panel, "delete-segment").doClick()));
		effects();
	}

	private void edgeTools() throws Exception {
		Hand.run(() -> new SegmentLevelTool().run(""));
		gesture("segment level traced", () -> draw(0, 75.5, 103.25));
		Hand.run(() -> new SegmentPushTool().run(""));
		gesture("segment border pushed", () -> draw(0, 76, 103, 84, 104, 90, 104));
		gesture("segment border pushed inwards", () -> draw(0, 60, 95, 70, 100));
		Hand.run(() -> new SegmentEdgeBrushTool().run(""));
		slowly("segment painted along edges", () -> draw(0, 110, 118, 116, 119));
		slowly("segment erased along edges", () -> draw(InputEvent.ALT_DOWN_MASK, 113, 118, 113, 119));
		Hand.run(() -> new SegmentWireTool().run(""));
		for (double[] at : new double[][]{{40, 70}, {60, 60}, {66, 80}, {50, 90}})
			draw(0, at);
		slowly("segment by live wire", () -> Hand.type(canvas, KeyEvent.VK_ENTER, '\n', 0));
	}

	/** In the view from the front. */
	private void otherViews() throws Exception {
		ViewWindows.open(session, true, false);
		SliceView front = Hand.ask(() -> OrthogonalViews.of(session.image()).orElseThrow().views().get(1));
		Hand.await("the view shows", () -> front.image().getWindow() != null && front.image().getWindow().isShowing());
		ImageCanvas own = canvas;
		canvas = front.image().getCanvas();
		Hand.run(() -> front.show(100));
		Hand.run(() -> new SegmentDrawTool().run(""));
		gesture("segment drawn in another view", () -> draw(0, 30, 30, 60.5, 31, 55, 50.25, 33, 44));
		Hand.run(() -> new SegmentScissorsTool().run(""));
		slowly("segment cut in another view", () -> draw(0, 40, 35, 50, 36, 45, 40));
		Hand.run(() -> new SegmentLevelTool().run(""));
		gesture("segment level traced in another view", () -> draw(0, 80.5, 45.5));
		Hand.run(() -> new SegmentPaintTool().run(""));
		gesture("segment painted in another view", () -> draw(0, 20, 20, 25, 30));
		canvas = own;
		Hand.run(() -> OrthogonalViews.of(session.image()).orElseThrow().close());
	}

	/** In the window of effects; each is seen before it is applied. */
	private void effects() throws Exception {
		for (String name : List.of("Seeds", "Rest")) {
			gesture("segment for seeds " + name, () -> Hand.run(() -> Hand.<JButton>find(panel, "add-segment").doClick()));
			Hand.run(() -> new SegmentPaintTool().run(""));
			double at = name.equals("Seeds") ? 76 : 88;
			gesture("segment seeded " + name, () -> draw(0, at, 103, at + 1, 104));
		}
		Hand.run(() -> session.image().setSlice(64));
		gesture("segment seeded on another slice", () -> draw(0, 90, 106, 91, 106));
		Hand.run(() -> Hand.<JButton>find(panel, "segment-effects").doClick());
		EffectFrame frame = Hand.ask(() -> EffectFrame.find(session));
		JTabbedPane tabs = Hand.find(frame, "effects");
		Hand.await("a range is seen", () -> session.overlay().effects().shown() != null);
		tab(tabs, "Fill Between Slices");
		Hand.await("filled slices are seen", () -> session.overlay().effects().shown() != null);
		slowly("segments filled between slices", () -> Hand.run(() -> Hand.<JButton>find(frame, "apply-between").doClick()));
		tab(tabs, "Threshold");
		Hand.await("a range is seen", () -> session.overlay().effects().shown() != null);
		Hand.run(() -> Hand.<JTextField>find(frame, "lowest").setText("-100.5"));
		Hand.run(() -> Hand.<JTextField>find(frame, "highest").setText("-50"));
		slowly("segment by threshold", () -> Hand.run(() -> Hand.<JButton>find(frame, "add-threshold").doClick()));
		gesture("segments are as before", () -> key('z'));
		gesture("segment without the range", () -> key('z'));
		tab(tabs, "Margin");
		Hand.await("a margin is seen", () -> session.overlay().effects().shown() != null);
		slowly("segment with a margin", () -> Hand.run(() -> Hand.<JButton>find(frame, "apply-margin").doClick()));
		gesture("segment painted elsewhere", () -> draw(0, 20, 130, 22, 131));
		Hand.run(() -> Hand.<JComboBox<?>>find(frame, "smoothing-method").setSelectedItem("gaussian"));
		for (String title : List.of("Smooth", "Hollow", "Islands"))
			appliedAndUndone(frame, tabs, title);
		grow(frame, tabs, "grow", "Grow From Seeds");
		grow(frame, tabs, "walk", "Random Walker");
		fronts(frame, tabs);
		Hand.run(frame::dispose);
		seen.setProperty("preview left", String.valueOf(session.overlay().effects().shown()));
	}

	/** Places are clicked, one of them sized by dragging and one taken out; then a contour is stepped and applied, and a front joins it. */
	private void fronts(EffectFrame frame, JTabbedPane tabs) throws Exception {
		Hand.run(() -> session.image().setSlice(61));
		tab(tabs, "Evolve Contour");
		gesture("place clicked", () -> draw(0, 75.25, 103.75));
		gesture("place clicked wrongly", () -> draw(0, 30, 40));
		gesture("place taken out", () -> draw(InputEvent.ALT_DOWN_MASK, 30, 40));
		gesture("place sized", () -> draw(0, 77, 105, 79, 105, 80.5, 105));
		JLabel state = Hand.find(frame, "contour-state");
		for (int steps : new int[]{10, 20}) {
			Hand.run(() -> Hand.<JButton>find(frame, "step-contour").doClick());
			Hand.await(steps + " steps are seen", () -> state.getText().startsWith("Moved " + steps + " times"));
		}
		slowly("segment by a contour", () -> Hand.run(() -> Hand.<JButton>find(frame, "apply-contour").doClick()));
		tab(tabs, "Fast Marching");
		JLabel reached = Hand.find(frame, "march-state");
		Hand.await("a front is seen", () -> reached.getText().startsWith("Reaches"));
		Hand.run(() -> {
			Hand.<JSlider>find(frame, "march-time").setValue(800);
			Hand.<JComboBox<?>>find(frame, "take-march").setSelectedItem("add");
		});
		slowly("segment by a front", () -> Hand.run(() -> Hand.<JButton>find(frame, "apply-march").doClick()));
	}

	private static void tab(JTabbedPane tabs, String title) throws Exception {
		Hand.run(() -> tabs.setSelectedIndex(tabs.indexOfTab(title)));
	}

	private void appliedAndUndone(EffectFrame frame, JTabbedPane tabs, String title) throws Exception {
		tab(tabs, title);
		Hand.await(title + " is seen", () -> session.overlay().effects().shown() != null);
		String button = "apply-" + title.toLowerCase(Locale.ROOT);
		slowly("segment by " + title, () -> Hand.run(() -> Hand.<JButton>find(frame, button).doClick()));
		gesture("segment before " + title, () -> key('z'));
	}

	/** Grows, paints more, and applies what has grown anew. */
	private void grow(EffectFrame frame, JTabbedPane tabs, String key, String title) throws Exception {
		tab(tabs, title);
		Hand.run(() -> Hand.<JComboBox<?>>find(frame, "surroundings-" + key)
				.setSelectedIndex(session.document().segments().size()));
		Hand.run(() -> Hand.<JButton>find(frame, "initialize-" + key).doClick());
		Hand.await("it has grown", () -> session.overlay().effects().shown() != null);
		EffectPreview before = session.overlay().effects().shown();
		gesture("segment seeded more for " + key, () -> draw(0, 92, 110, 93, 118));
		Hand.await("it has grown again", () -> session.overlay().effects().shown() != before);
		slowly("segments by " + key, () -> Hand.run(() -> Hand.<JButton>find(frame, "apply-" + key).doClick()));
		gesture("segments before " + key, () -> key('z'));
		gesture("segments seeded less for " + key, () -> key('z'));
	}

	/** A gesture that is worked on off the event dispatch thread. */
	private void slowly(String name, Act act) throws Exception {
		gesture(name, () -> {
			String before = Hand.ask(Recorder.getInstance()::getText);
			act.act();
			Hand.await(name, () -> !Recorder.getInstance().getText().equals(before));
		});
	}

	private void range(String lowest) throws Exception {
		Hand.run(() -> {
			JTextField field = Hand.find(panel, "edit-lowest");
			field.setText(lowest);
			field.postActionEvent();
		});
	}

	private void history() throws Exception {
		gesture("undo key", () -> key('z'));
		gesture("undo button", () -> Hand.run(() -> Hand.<JButton>find(panel, "undo").doClick()));
		gesture("redo key", () -> key('y'));
		gesture("redo button", () -> Hand.run(() -> Hand.<JButton>find(panel, "redo").doClick()));
		gesture("nothing to redo", () -> key('y'));
	}

	private void save() throws Exception {
		macro();
		gesture("measure", () -> Hand.run(() -> Hand.<JButton>find(panel, "measure").doClick()));
		gesture("save", () -> Hand.run(() -> Hand.<JButton>find(panel, "save").doClick()));
		Hand.await("everything is saved", () -> session.store().state().kind() == StoreState.Kind.SAVED);
	}

	/** Undoes and redoes by macro; while another macro waits, marks by key. */
	private void macro() throws Exception {
		int before = Hand.ask(Recorder.getInstance()::getText).length();
		int editsBefore = edits.get();
		IJ.runMacro("run('Undo Annotation...'); run('Redo Annotation...');");
		Thread waiting = new Thread(() -> IJ.runMacro("while (!isKeyDown('alt')) wait(10);"));
		waiting.start();
		Hand.await("the macro runs", () -> Interpreter.getInstance() != null);
		key('z');
		key('y');
		IJ.setKeyDown(KeyEvent.VK_ALT);
		waiting.join();
		IJ.setKeyUp(KeyEvent.VK_ALT);
		seen.setProperty("macro.edits", Integer.toString(edits.get() - editsBefore));
		seen.setProperty("macro.lines", Hand.ask(Recorder.getInstance()::getText).substring(before));
		seen.setProperty("title", session.image().getTitle());
	}

	private void gesture(String name, Act act) throws Exception {
		int editsBefore = edits.get();
		String before = Hand.ask(Recorder.getInstance()::getText);
		act.act();
		seen.setProperty("edits." + name, Integer.toString(edits.get() - editsBefore));
		seen.setProperty("lines." + name, added(before, Hand.ask(Recorder.getInstance()::getText)));
	}

	/** A gesture in another view takes the choice of that window out, which ImageJ has recorded before or during it. */
	private static String added(String before, String after) {
		String kept = before;
		while (!after.startsWith(kept))
			kept = kept.substring(0, kept.lastIndexOf('\n', kept.length() - 2) + 1);
		return after.substring(kept.length());
	}

	private void tool(int id) throws Exception {
		Hand.run(() -> IJ.setTool(id));
	}

	/** A drag along x0, y0, x1, y1 …, in pixels of the image. */
	private void draw(int modifiers, double... xy) throws Exception {
		int[] screen = new int[xy.length];
		for (int i = 0; i < xy.length; i += 2) {
			screen[i] = canvas.screenXD(xy[i]);
			screen[i + 1] = canvas.screenYD(xy[i + 1]);
		}
		Hand.drag(canvas, modifiers, screen);
	}

	private void key(char key) throws Exception {
		Hand.type(canvas, KeyEvent.getExtendedKeyCodeForChar(key), key, 0);
	}

	private void select(int... places) throws Exception {
		Hand.run(() -> session.selection()
				.set(Arrays.stream(places).mapToObj(i -> session.document().objects().get(i).id()).toList()));
		Hand.run(Thread::yield);
	}

	private void choose(String field, String startOfChoice) throws Exception {
		Hand.run(() -> {
			JComboBox<?> combo = Hand.find(panel, field);
			for (int i = 0; i < combo.getItemCount(); i++)
				if (combo.getItemAt(i).toString().startsWith(startOfChoice)) combo.setSelectedIndex(i);
		});
	}

	/** An item of the object menu; one of a menu in it after {@code >}. */
	private void choose(String item) throws Exception {
		Hand.run(() -> {
			Container menu = ObjectMenu.of(session, NoticeBoard.find(), object -> {});
			for (String part : item.split(">"))
				menu = find(menu, part);
			((JMenuItem) menu).doClick();
		});
	}

	private static Container find(Container menu, String text) {
		Container items = menu instanceof JMenu inner ? inner.getPopupMenu() : menu;
		for (var part : items.getComponents())
			if (part instanceof JMenuItem found && found.getText().equals(text)) return found;
		throw new IllegalStateException("no item " + text);
	}
}
