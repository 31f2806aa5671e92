package org.annotomy.ui.view;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.RenderingHints;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.List;
import java.util.function.Consumer;

import javax.swing.JComponent;

import org.annotomy.display.scene.Camera;
import org.annotomy.display.scene.Picture;
import org.annotomy.display.scene.Surface;
import org.annotomy.display.scene.SurfaceRenderer;
import org.annotomy.geometry.Position;

/** Surfaces that a hand can turn: drag turns, Shift and drag shifts, the wheel zooms, a click picks a place on a surface. */
final class SurfaceCanvas extends JComponent {

	private static final long serialVersionUID = 1;
	private static final double ZOOM_STEP = 1.15;
	private static final int CLICK_PX = 3;
	private static final int AXIS_PX = 30;
	private static final int MARGIN_PX = 52;
	private static final Color MARK = new Color(0xffd54a);

	private transient List<Surface> surfaces = List.of();
	private transient Camera camera;
	private transient Picture picture;
	private transient Consumer<Picture.Hit> picked = hit -> {};
	private transient Position marked;
	private final transient String[] letters;
	private boolean fitted;

	/** @param camera from where surfaces are seen first */
	SurfaceCanvas(Camera camera, boolean inPatient) {
		this.camera = camera;
		letters = inPatient ? new String[]{"R", "L", "A", "P", "F", "H"} : new String[]{"", "x", "", "y", "", "z"};
		Hand hand = new Hand();
		addMouseListener(hand);
		addMouseMotionListener(hand);
		addMouseWheelListener(hand);
		setName("surfaces");
	}

	/** The first surfaces that are shown are fitted into the window; later ones are seen from where the camera is. */
	void show(List<Surface> newSurfaces) {
		surfaces = List.copyOf(newSurfaces);
		if (!fitted && !surfaces.isEmpty()) fit();
		changed();
	}

	List<Surface> surfaces() {
		return surfaces;
	}

	void onPick(Consumer<Picture.Hit> listener) {
		picked = listener;
	}

	/** Shows where the crosshair is. @param place in mm; null for nowhere */
	void mark(Position place) {
		marked = place;
		repaint();
	}

	void fit() {
		if (getWidth() < 1 || getHeight() < 1) return;
		camera = camera.fit(surfaces.stream().map(Surface::mesh).toList(), getWidth(), getHeight());
		fitted = true;
		changed();
	}

	/** Looks from another side. */
	void from(Position right, Position down) {
		look(camera.from(right, down));
	}

	Camera camera() {
		return camera;
	}

	private void look(Camera newCamera) {
		camera = newCamera;
		changed();
	}

	private void changed() {
		picture = null;
		repaint();
	}

	/** The picture as it is now. */
	Picture picture() {
		if (picture == null || picture.width() != getWidth() || picture.height() != getHeight())
			picture = SurfaceRenderer.render(surfaces, camera, Math.max(1, getWidth()), Math.max(1, getHeight()));
		return picture;
	}

	@Override
	protected void paintComponent(Graphics graphics) {
		if (!fitted && !surfaces.isEmpty()) fit();
		Graphics2D g = (Graphics2D) graphics.create();
		Picture now = picture();
		BufferedImage image = new BufferedImage(now.width(), now.height(), BufferedImage.TYPE_INT_RGB);
		System.arraycopy(now.argb(), 0, ((DataBufferInt) image.getRaster().getDataBuffer()).getData(), 0, now.argb().length);
		g.drawImage(image, 0, 0, null);
		g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		if (marked != null) paintMark(g);
		paintAxes(g);
		g.dispose();
	}

	private void paintMark(Graphics2D g) {
		Position at = marked.minus(camera.centre());
		int x = (int) Math.round(getWidth() / 2.0 + camera.pixelsPerMm() * at.dot(camera.right()));
		int y = (int) Math.round(getHeight() / 2.0 + camera.pixelsPerMm() * at.dot(camera.down()));
		g.setColor(MARK);
		g.drawLine(x - 9, y, x - 3, y);
		g.drawLine(x + 3, y, x + 9, y);
		g.drawLine(x, y - 9, x, y - 3);
		g.drawLine(x, y + 3, x, y + 9);
	}

	/** Letters at the ends of the patient's axes, those that point away from the viewer darker. */
	private void paintAxes(Graphics2D g) {
		g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 13));
		FontMetrics metrics = g.getFontMetrics();
		int x = MARGIN_PX;
		int y = getHeight() - MARGIN_PX;
		Position[] axes = {new Position(1, 0, 0), new Position(0, 1, 0), new Position(0, 0, 1)};
		for (int pass = 0; pass < 2; pass++)
			for (int i = 0; i < 6; i++) {
				Position axis = axes[i / 2].times(i % 2 == 0 ? -1 : 1);
				boolean away = axis.dot(camera.forward()) > 0;
				if (away != (pass == 0) || letters[i].isEmpty()) continue;
				int dx = (int) Math.round(AXIS_PX * axis.dot(camera.right()));
				int dy = (int) Math.round(AXIS_PX * axis.dot(camera.down()));
				g.setColor(away ? new Color(0x5c6570) : new Color(0xe8edf2));
				g.drawLine(x, y, x + dx, y + dy);
				g.drawString(letters[i], x + dx * 13 / 10 - metrics.stringWidth(letters[i]) / 2,
						y + dy * 13 / 10 + metrics.getAscent() / 2 - 2);
			}
	}

	/** What the mouse does. */
	private final class Hand extends MouseAdapter {

		private Point pressed;
		private Point last;

		@Override
		public void mousePressed(MouseEvent event) {
			pressed = event.getPoint();
			last = pressed;
		}

		@Override
		public void mouseDragged(MouseEvent event) {
			if (last == null) return;
			int dx = event.getX() - last.x;
			int dy = event.getY() - last.y;
			last = event.getPoint();
			double perPixel = Math.PI / Math.max(1, Math.min(getWidth(), getHeight()));
			look(event.isShiftDown() ? camera.shifted(dx, dy) : camera.turned(dx * perPixel, dy * perPixel));
		}

		@Override
		public void mouseReleased(MouseEvent event) {
			boolean click = pressed != null && pressed.distance(event.getPoint()) < CLICK_PX;
			last = null;
			if (click) picture().pick(event.getX(), event.getY()).ifPresent(picked);
		}

		@Override
		public void mouseWheelMoved(MouseWheelEvent event) {
			look(camera.zoomed(Math.pow(ZOOM_STEP, -event.getPreciseWheelRotation())));
		}
	}
}
