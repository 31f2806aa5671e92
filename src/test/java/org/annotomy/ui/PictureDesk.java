package org.annotomy.ui;

import java.awt.EventQueue;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.event.InputEvent;
import java.awt.event.MouseEvent;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javax.imageio.ImageIO;

import org.annotomy.command.spec.MenuConfig;
import org.annotomy.display.PresetLibrary;
import org.annotomy.display.PresetTable;
import org.annotomy.geometry.Position;
import org.annotomy.imagej.display.DisplayWindow;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.sample.ChestPhantom;
import org.annotomy.ui.desk.PanelFrame;

import ij.IJ;
import ij.ImageJ;
import ij.Menus;
import ij.gui.ImageCanvas;

/** An annotated volume on the screen, of which pictures for the documentation are made. */
abstract class PictureDesk {

	private static final int SETTLE_MS = 400;
	private static final int GAP = 6;
	private static final int ZOOM = 6;
	/** Pixels of the image around a picture, where ImageJ shows which part of the image is seen. */
	private static final int ROOM = 14;

	AnnotationSession session;
	ImageCanvas canvas;
	private final Path images;
	private final Robot robot = new Robot();

	PictureDesk(Path images) throws Exception {
		this.images = Files.createDirectories(images);
	}

	/** Starts ImageJ; whatever fails on another thread ends the program. */
	static void start() {
		new ImageJ(ImageJ.NO_SHOW);
		putCommands();
		Thread.setDefaultUncaughtExceptionHandler((thread, e) -> {
			e.printStackTrace();
			System.exit(1);
		});
	}

	@SuppressWarnings("unchecked")
	private static void putCommands() {
		MenuConfig.entries().forEach(entry -> Menus.getCommands().putIfAbsent(entry.label(), entry.call()));
	}

	final void open(Path series, String protocol, int slice, double magnification, int preset) throws Exception {
		session = DeskFixture.open(series, protocol);
		canvas = session.image().getCanvas();
		Hand.run(() -> {
			session.image().getWindow().setLocation(10, 10);
			session.image().setSlice(slice);
			while (canvas.getMagnification() < magnification)
				canvas.zoomIn(0, 0);
			DisplayWindow display = DisplayWindow.of(session.image());
			PresetLibrary.ofUser().menu(PresetTable.DEFAULT, display.query()).onKey(preset).ifPresent(display::apply);
			PanelFrame.find().setVisible(false);
		});
	}

	/** The lesion of the phantom, in pixels of the image. */
	final Position lesion(int number) {
		ChestPhantom phantom = ChestPhantom.standard();
		return session.source().grid().orElseThrow().voxelToPatient().inverse()
				.apply(phantom.centreLps(phantom.lesions().get(number)));
	}

	final void run(String label, String options) {
		IJ.runMacro("run(\"" + label + "\", \"" + options + "\");");
	}

	static String xy(Position at, double dx, double dy) {
		return at.x() + dx + "," + (at.y() + dy);
	}

	/** Zooms to a place and gives what is around it on the canvas. */
	final Rectangle around(double x, double y, double half) throws Exception {
		int side = (int) Math.round(2 * half + 2 * ROOM);
		show(new Rectangle((int) Math.round(x) - side / 2, (int) Math.round(y) - side / 2, side, side), ZOOM);
		int left = canvas.screenXD(x - half);
		int top = canvas.screenYD(y - half);
		return new Rectangle(left, top, canvas.screenXD(x + half) - left, canvas.screenYD(y + half) - top)
				.intersection(new Rectangle(canvas.getSize()));
	}

	/** Shows a part of the image. */
	final void show(Rectangle source, double magnification) throws Exception {
		Hand.run(() -> {
			Rectangle shown = source.intersection(new Rectangle(session.image().getWidth(), session.image().getHeight()));
			canvas.setSourceRect(shown);
			canvas.setMagnification(magnification);
			canvas.setSize((int) (shown.width * magnification), (int) (shown.height * magnification));
			session.image().getWindow().pack();
		});
		settle();
	}

	final BufferedImage part(Rectangle ofCanvas) throws Exception {
		settle();
		return Hand.ask(() -> {
			BufferedImage all = new BufferedImage(canvas.getWidth(), canvas.getHeight(), BufferedImage.TYPE_INT_RGB);
			canvas.paint(all.getGraphics());
			return all.getSubimage(ofCanvas.x, ofCanvas.y, ofCanvas.width, ofCanvas.height);
		});
	}

	static BufferedImage grid(List<BufferedImage> pictures, int columns) {
		int width = pictures.get(0).getWidth();
		int height = pictures.get(0).getHeight();
		int rows = (pictures.size() + columns - 1) / columns;
		BufferedImage all = new BufferedImage(columns * (width + GAP) - GAP, rows * (height + GAP) - GAP,
				BufferedImage.TYPE_INT_RGB);
		Graphics2D g = all.createGraphics();
		for (int i = 0; i < pictures.size(); i++)
			g.drawImage(pictures.get(i), i % columns * (width + GAP), i / columns * (height + GAP), null);
		g.dispose();
		return all;
	}

	static BufferedImage beside(BufferedImage left, BufferedImage right) {
		BufferedImage all = new BufferedImage(left.getWidth() + GAP + right.getWidth(),
				Math.max(left.getHeight(), right.getHeight()), BufferedImage.TYPE_INT_RGB);
		Graphics2D g = all.createGraphics();
		g.drawImage(left, 0, 0, null);
		g.drawImage(right, left.getWidth() + GAP, 0, null);
		g.dispose();
		return all;
	}

	final void move(double x, double y) throws Exception {
		Hand.run(() -> mouse(MouseEvent.MOUSE_MOVED, x, y, 0));
		settle();
	}

	final void click(double x, double y) throws Exception {
		Hand.click(canvas, 0, canvas.screenXD(x), canvas.screenYD(y));
		settle();
	}

	final void press(double x, double y) {
		mouse(MouseEvent.MOUSE_PRESSED, x, y, InputEvent.BUTTON1_DOWN_MASK);
	}

	final void drag(double x, double y) {
		mouse(MouseEvent.MOUSE_DRAGGED, x, y, InputEvent.BUTTON1_DOWN_MASK);
	}

	final void release(double x, double y) {
		mouse(MouseEvent.MOUSE_RELEASED, x, y, 0);
	}

	final void mouse(int id, double x, double y, int modifiers) {
		canvas.dispatchEvent(new MouseEvent(canvas, id, System.currentTimeMillis(), modifiers, canvas.screenXD(x),
				canvas.screenYD(y), 1, false, id == MouseEvent.MOUSE_MOVED ? MouseEvent.NOBUTTON : MouseEvent.BUTTON1));
	}

	final void settle() throws Exception {
		robot.delay(SETTLE_MS);
		EventQueue.invokeAndWait(() -> {});
	}

	final BufferedImage capture(Rectangle area) throws Exception {
		settle();
		return robot.createScreenCapture(area);
	}

	final void save(BufferedImage picture, String name) throws Exception {
		ImageIO.write(picture, "png", images.resolve(name).toFile());
	}
}
