package org.annotomy.imagej.slide;

import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.event.MouseEvent;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.swing.Timer;

import org.annotomy.geometry.Box;
import org.annotomy.geometry.Point;
import org.annotomy.slide.render.SlideView;

import ij.gui.ImageCanvas;

/**
 * ImageJ's canvas on a slide. The slide is drawn from tiles into a picture of the stage (see {@link Camera}); ImageJ then draws selection and
 * overlays over it as ever: it is given that picture as its double buffer, and no image to draw. The window may look beyond the slide's
 * edge. ImageJ's coordinates stay those of level 0 whatever the view's angle.
 */
public final class SlideCanvas extends ImageCanvas {

	private static final double GREATEST = 32;
	private static final double STEP = 2;
	private static final int TILES_MS = 25;
	private static final int LARGEST_SIDE = 8192;
	/** How much smaller than as a whole the slide may be shown. */
	private static final double SMALLEST_PART = 0.25;

	private final SlideImage slide;
	private final StagePainter stage;
	private final Furniture furniture;
	private final Timer tilesCame;
	private final Runnable onTile;
	private final List<Runnable> viewListeners = new CopyOnWriteArrayList<>();
	private Camera camera;
	private BufferedImage frame;
	private BufferedImage turned;
	private boolean painting;
	private String troubles = "";
	private java.awt.Point panFrom;
	private Camera panCamera;

	SlideCanvas(SlideImage slide) {
		super(slide);
		this.slide = slide;
		stage = new StagePainter(slide, this::repaint);
		furniture = new Furniture(slide, this);
		tilesCame = new Timer(TILES_MS, e -> {
			stage.tilesCame();
			furniture.tilesCame();
			repaint();
			tellTroubles();
		});
		tilesCame.setRepeats(false);
		onTile = tilesCame::start;
		slide.open().onTile(onTile);
		// ImageJ hides it only while a part of the image is shown.
		srcRect = new Rectangle(0, 0, 1, 1);
		hideZoomIndicator(true);
		become(getPreferredSize());
		camera = new Camera(imageWidth / 2.0, imageHeight / 2.0, 1, 0, getWidth(), getHeight());
		fit();
	}

	/** Whether ImageJ is drawing over the slide just now. */
	boolean isPainting() { return painting; }

	/** Whether all tiles of the view are drawn. */
	public boolean isSharp() {
		return frame != null && stage.isSharp(stageView());
	}

	Camera camera() {
		return camera;
	}

	/** Hears of each change of place, magnification and angle. */
	public void addViewListener(Runnable listener) {
		viewListeners.add(listener);
	}

	public void removeViewListener(Runnable listener) {
		viewListeners.remove(listener);
	}

	/** The look or the plane has changed. */
	void lookChanged() {
		stage.lookChanged();
		furniture.lookChanged();
		repaint();
	}

	/** The line above the slide says which tiles cannot be read: what is drawn there is a coarser level. */
	private void tellTroubles() {
		String now = slide.open().tiles().troubles();
		if (now.equals(troubles)) return;
		troubles = now;
		if (slide.getWindow() != null) slide.getWindow().repaint();
	}

	/** Stops what runs in the background; called when the window closes. */
	void release() {
		slide.open().offTile(onTile);
		tilesCame.stop();
		stage.release();
		viewListeners.clear();
		frame = null;
		turned = null;
	}

	/** The colour of a pixel of level 0 from the best tile at hand; 0 if there is none. */
	int colourNow(int x, int y) {
		return stage.colourNow(x, y);
	}

	// --- the view -------------------------------------------------------------------------------------------------------------

	/** Magnification at which the whole slide is seen. */
	public double fitMagnification() {
		boolean across = camera != null && camera.degrees() % 180 == 90;
		double w = across ? imageHeight : imageWidth;
		double h = across ? imageWidth : imageHeight;
		return Math.min(GREATEST, Math.min(Math.max(1, getWidth()) / w, Math.max(1, getHeight()) / h));
	}

	/** Shows the whole slide. */
	public void fit() {
		show(camera.at(imageWidth / 2.0, imageHeight / 2.0).magnified(fitMagnification()));
	}

	/** Shows a place of the slide in the middle. @param newMagnification screen pixels per pixel of level 0; kept within limits */
	public void show(Point centre, double newMagnification) {
		show(camera.at(centre.x(), centre.y()).magnified(newMagnification));
	}

	/** The middle of the view, in pixels of level 0. */
	public Point centre() {
		return new Point(camera.centreX(), camera.centreY());
	}

	/** What of level 0 the view spans if it is not turned. */
	public Box visible() {
		return camera.visible();
	}

	/** How much of the window's width the overview takes at the right. */
	int overviewWidth() {
		return furniture.overviewWidth();
	}

	/** By how many degrees the view is turned clockwise. */
	public double degrees() {
		return camera.degrees();
	}

	/** Turns the view; selections keep their coordinates. */
	public void turn(double degrees) {
		show(camera.turned(degrees));
	}

	void show(Camera wanted) {
		double m = Math.max(fitMagnification() * SMALLEST_PART, Math.min(GREATEST, wanted.magnification()));
		camera = wanted.magnified(m).at(Math.max(0, Math.min(imageWidth, wanted.centreX())),
				Math.max(0, Math.min(imageHeight, wanted.centreY())));
		magnification = m;
		dstWidth = camera.stageWidth();
		dstHeight = camera.stageHeight();
		Box box = visible();
		srcRect = new Rectangle((int) Math.round(box.x()), (int) Math.round(box.y()), (int) Math.ceil(box.width()),
				(int) Math.ceil(box.height()));
		viewListeners.forEach(Runnable::run);
		repaint();
		if (slide.getWindow() != null) slide.getWindow().repaint();
	}

	/** Zooms while the place under the pointer stays. @param sx pixel of the stage; likewise {@code sy} */
	void zoomAt(double sx, double sy, double factor) {
		double m = Math.max(fitMagnification() * SMALLEST_PART, Math.min(GREATEST, camera.magnification() * factor));
		show(camera.magnifiedAt(srcRect.x + sx / magnification, srcRect.y + sy / magnification, m));
	}

	@Override
	public void zoomIn(int sx, int sy) {
		zoomAt(sx, sy, STEP);
	}

	@Override
	public void zoomOut(int sx, int sy) {
		zoomAt(sx, sy, 1 / STEP);
	}

	@Override
	public void unzoom() {
		fit();
	}

	@Override
	public void zoom100Percent() {
		show(camera.magnified(1));
	}

	@Override
	public void fitToWindow() {
		fit();
	}

	@Override
	public void setMagnification(double wanted) {
		if (camera != null) show(camera.magnified(wanted));
	}

	/** Shows a rectangle of level 0 as large as the window allows. */
	@Override
	public void setSourceRect(Rectangle r) {
		if (camera == null || r == null || r.width < 1 || r.height < 1) return;
		double m = Math.min((double) camera.stageWidth() / r.width, (double) camera.stageHeight() / r.height);
		show(camera.at(r.x + r.width / 2.0, r.y + r.height / 2.0).magnified(m));
	}

	/** Shows a rectangle of level 0 with a margin of a tenth around it. */
	public void showAround(Rectangle r) {
		Rectangle around = new Rectangle(r);
		around.grow(Math.max(1, r.width / 10), Math.max(1, r.height / 10));
		setSourceRect(around);
	}

	/** ImageJ's hand. */
	@Override
	protected void scroll(int sx, int sy) {
		double dx = xMouseStart - (xSrcStart + sx / magnification);
		double dy = yMouseStart - (ySrcStart + sy / magnification);
		show(camera.at(xSrcStart + dx + dstWidth / magnification / 2, ySrcStart + dy + dstHeight / magnification / 2));
	}

	// --- the size: that of the window, not of the slide -------------------------------------------------------------------------

	@Override
	public Dimension getPreferredSize() { return slide == null ? new Dimension(1, 1) : SlideWindow.canvasSize(); }

	/** The window decides. */
	@Override
	public void setSize(int width, int height) {
		// ImageJ sizes its canvas after the image and the magnification.
	}

	@Override
	public void setSize(Dimension size) {
		// See above.
	}

	private void become(Dimension size) {
		super.setBounds(getX(), getY(), size.width, size.height);
	}

	@Override
	public void setBounds(int x, int y, int width, int height) {
		super.setBounds(x, y, width, height);
		if (camera == null || width < 1 || height < 1 || width == camera.width() && height == camera.height()) return;
		boolean whole = Math.abs(camera.magnification() / fitOf(camera) - 1) < 0.01;
		camera = camera.sized(width, height);
		if (whole) fit();
		else show(camera);
	}

	private double fitOf(Camera c) {
		return Math.min((double) c.width() / imageWidth, (double) c.height() / imageHeight);
	}

	// --- painting ----------------------------------------------------------------------------------------------------------------

	@Override
	public void paint(Graphics g) {
		int w = Math.min(LARGEST_SIDE, camera.stageWidth());
		int h = Math.min(LARGEST_SIDE, camera.stageHeight());
		BufferedImage picture = frame;
		if (picture == null || picture.getWidth() != w || picture.getHeight() != h)
			picture = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
		frame = picture;
		stage.paint(picture, stageView());
		Graphics2D f = picture.createGraphics();
		resetDoubleBuffer();
		painting = true;
		try {
			super.paint(f);
		} finally {
			painting = false;
			resetDoubleBuffer();
			f.dispose();
		}
		BufferedImage shown = camera.degrees() == 0 ? picture : turn(picture);
		Graphics2D s = shown.createGraphics();
		furniture.paint(s, camera);
		s.dispose();
		g.drawImage(shown, 0, 0, null);
	}

	/** What is drawn of the slide: the upright rectangle that ImageJ paints over, also while the window shows it turned. */
	public SlideView stageView() {
		return new SlideView(srcRect.x, srcRect.y, 1 / magnification, Math.min(LARGEST_SIDE, camera.stageWidth()),
				Math.min(LARGEST_SIDE, camera.stageHeight()));
	}

	private BufferedImage turn(BufferedImage upright) {
		BufferedImage picture = turned;
		if (picture == null || picture.getWidth() != camera.width() || picture.getHeight() != camera.height())
			picture = new BufferedImage(camera.width(), camera.height(), BufferedImage.TYPE_INT_RGB);
		turned = picture;
		Graphics2D g = picture.createGraphics();
		if (!camera.isExact()) g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
		g.drawImage(upright, camera.stageToWindow(), null);
		g.dispose();
		return picture;
	}

	/** ImageJ waits for it when it hides its indicator, which is before there is anything to paint. */
	@Override
	public boolean getPaintPending() { return camera != null && super.getPaintPending(); }

	/** ImageJ's double buffer, while it paints over the slide, is our picture. */
	@Override
	public Image createImage(int width, int height) {
		return painting ? frame : super.createImage(width, height);
	}

	/** ImageJ gives pixels of the stage. */
	@Override
	public void repaint(int x, int y, int width, int height) {
		if (camera == null || camera.degrees() == 0) super.repaint(x, y, width, height);
		else super.repaint();
	}

	// --- the mouse: everyone hears of places on the stage -------------------------------------------------------------------------

	@Override
	protected void processMouseEvent(MouseEvent event) {
		if (event.getID() == MouseEvent.MOUSE_PRESSED && (furniture.pressed(event) || startsPan(event))) return;
		if (event.getID() == MouseEvent.MOUSE_RELEASED && endsPan()) return;
		super.processMouseEvent(onStage(event));
	}

	@Override
	protected void processMouseMotionEvent(MouseEvent event) {
		if (event.getID() == MouseEvent.MOUSE_DRAGGED && (furniture.dragged(event) || pans(event))) return;
		super.processMouseMotionEvent(onStage(event));
	}

	private boolean startsPan(MouseEvent event) {
		if (event.getButton() != MouseEvent.BUTTON2) return false;
		panFrom = event.getPoint();
		panCamera = camera;
		return true;
	}

	private boolean pans(MouseEvent event) {
		if (panFrom == null) return false;
		Point2D now = camera.toStage(event.getX(), event.getY());
		Point2D from = camera.toStage(panFrom.x, panFrom.y);
		show(panCamera.at(panCamera.centreX() - (now.getX() - from.getX()) / magnification,
				panCamera.centreY() - (now.getY() - from.getY()) / magnification));
		return true;
	}

	private boolean endsPan() {
		boolean held = panFrom != null;
		panFrom = null;
		return furniture.released() || held;
	}

	private MouseEvent onStage(MouseEvent event) {
		if (camera == null || camera.degrees() == 0) return event;
		Point2D at = camera.toStage(event.getX(), event.getY());
		return new MouseEvent(this, event.getID(), event.getWhen(), event.getModifiersEx(), (int) Math.floor(at.getX()),
				(int) Math.floor(at.getY()), event.getClickCount(), event.isPopupTrigger(), event.getButton());
	}
}
