package org.annotomy.imagej.linking;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.util.List;
import java.util.Optional;

import org.annotomy.geometry.Point;
import org.annotomy.geometry.Position;
import org.annotomy.imagej.view.CanvasLayer;
import org.annotomy.imagej.view.SliceView;
import org.annotomy.linking.group.SyncSettings;

import ij.gui.ImageCanvas;

/** What a view shows of the other members of its group: the place looked at, where the active slice cuts it, and ghosts of marks. */
final class GroupLayer extends CanvasLayer {

	private static final Color CURSOR = new Color(0xffd23c);
	private static final Color REFERENCE = new Color(0x3cc8ff);
	private static final int GAP_PX = 6;
	private static final int ARM_PX = 14;
	private static final float[] DASHES = {5, 4};

	private final transient GroupViews views;
	private final transient OpenGroup group;
	private final transient Ghosts ghosts;

	GroupLayer(SliceView view, GroupViews views, OpenGroup group) {
		super(view, "Annotomy group");
		this.views = views;
		this.group = group;
		ghosts = new Ghosts(view, group);
	}

	/** Marks or selections have changed. */
	void forget() {
		ghosts.forget();
		repaint();
	}

	void repaint() {
		ImageCanvas canvas = view().image().getCanvas();
		if (canvas != null) canvas.repaint();
	}

	@Override
	protected void paint(Graphics2D g, AffineTransform toCanvas) {
		SyncSettings sync = group.group().sync();
		paintGhosts(g, toCanvas);
		if (sync.referenceLines()) paintReference(g, toCanvas);
		if (sync.crosshair() && !GroupViews.hasCrosshair(view())) paintCursor(g, toCanvas);
	}

	private void paintGhosts(Graphics2D g, AffineTransform toCanvas) {
		List<Ghosts.Ghost> seen = ghosts.seen();
		for (Ghosts.Ghost ghost : seen) {
			java.awt.Shape shape = toCanvas.createTransformedShape(ghost.path());
			g.setStroke(new BasicStroke(2.5f));
			g.setColor(new Color(0, 0, 0, 120));
			g.draw(shape);
			g.setStroke(new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, DASHES, 0));
			g.setColor(ghost.color());
			g.draw(shape);
		}
		ghosts.segments().ifPresent(picture -> g.drawImage(picture, toCanvas, null));
	}

	private void paintReference(Graphics2D g, AffineTransform toCanvas) {
		Optional<SliceView> active = views.active().filter(a -> a.image() != view().image());
		if (active.isEmpty()) return;
		ReferenceLine.between(active.get(), view(), group).ifPresent(line -> {
			g.setStroke(new BasicStroke(1));
			g.setColor(REFERENCE);
			g.draw(toCanvas.createTransformedShape(line));
		});
	}

	/** Four short arms with a gap around the place, so that what is looked at stays in sight. */
	private void paintCursor(Graphics2D g, AffineTransform toCanvas) {
		Position voxel = group.keyOf(view().session()).flatMap(views::cursor).orElse(null);
		if (voxel == null) return;
		Point at = view().plane().pixelOf(voxel);
		if (at.x() < 0 || at.y() < 0 || at.x() > view().image().getWidth() || at.y() > view().image().getHeight()) return;
		Point2D p = toCanvas.transform(new Point2D.Double(at.x(), at.y()), null);
		g.setStroke(new BasicStroke(1));
		g.setColor(CURSOR);
		for (int sign = -1; sign <= 1; sign += 2) {
			g.draw(new Line2D.Double(p.getX() + sign * GAP_PX, p.getY(), p.getX() + sign * ARM_PX, p.getY()));
			g.draw(new Line2D.Double(p.getX(), p.getY() + sign * GAP_PX, p.getX(), p.getY() + sign * ARM_PX));
		}
	}
}
