package org.annotomy.imagej.segment;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.util.Map;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.Change;
import org.annotomy.annotation.Edit;
import org.annotomy.annotation.model.Segment;
import org.annotomy.geometry.Axis;
import org.annotomy.geometry.VolumeSize;

/**
 * Paints the visible segments of a slice across any axis: areas in their colours and opacities, a line along the edges of their voxels.
 * Keeps the picture of the slice on display until an edit changes segments. One for each view; safe for threads.
 */
public final class SegmentPainter {

	private final AnnotationDocument document;
	private final VolumeSize size;
	private SlicePicture picture;
	private Axis axis;
	private int slice;
	private int timePoint;

	/** @param size of the image */
	public SegmentPainter(AnnotationDocument document, VolumeSize size) {
		this.document = document;
		this.size = size;
	}

	/** To be told of every edit. */
	public synchronized void changed(Edit edit) {
		if (edit.changes().stream().anyMatch(SegmentPainter::concerns)) picture = null;
	}

	private static boolean concerns(Change change) {
		return change instanceof Change.VoxelChange || change instanceof Change.SegmentChange
				|| change instanceof Change.ProtocolChange;
	}

	/**
	 * Paints a slice.
	 *
	 * @param x canvas coordinate of the slice's left edge; likewise {@code y} of its upper one
	 * @param perColumn canvas pixels per column of voxels; likewise {@code perRow}
	 */
	public void paint(Graphics2D g, Axis across, int at, int atTime, double x, double y, double perColumn, double perRow) {
		if (document.segments().isEmpty()) return;
		SlicePicture shown = pictureOf(across, at, atTime);
		if (shown.areas() == null) return;
		Graphics2D g2 = sharp(g);
		int left = (int) Math.round(x);
		int top = (int) Math.round(y);
		g2.drawImage(shown.areas(), left, top, (int) Math.round(x + perColumn * shown.areas().getWidth()) - left,
				(int) Math.round(y + perRow * shown.areas().getHeight()) - top, null);
		drawEdges(g2, shown, new AffineTransform(perColumn, 0, 0, perRow, x, y));
		g2.dispose();
	}

	/** Paints a slice that may be turned and mirrored. @param toCanvas from pixel corners of the slice to the canvas */
	public void paint(Graphics2D g, Axis across, int at, int atTime, AffineTransform toCanvas) {
		if (document.segments().isEmpty()) return;
		SlicePicture shown = pictureOf(across, at, atTime);
		if (shown.areas() == null) return;
		Graphics2D g2 = sharp(g);
		g2.drawImage(shown.areas(), toCanvas, null);
		drawEdges(g2, shown, toCanvas);
		g2.dispose();
	}

	private static Graphics2D sharp(Graphics2D g) {
		Graphics2D g2 = (Graphics2D) g.create();
		g2.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
		g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
		return g2;
	}

	private void drawEdges(Graphics2D g, SlicePicture shown, AffineTransform toCanvas) {
		for (Map.Entry<Segment, EdgeLines> entry : shown.edges().entrySet()) {
			g.setColor(new Color(SegmentStyle.rgb(entry.getKey(), document.protocol())));
			entry.getValue().draw(g, toCanvas);
		}
	}

	private synchronized SlicePicture pictureOf(Axis across, int at, int atTime) {
		if (picture != null && axis == across && slice == at && timePoint == atTime) return picture;
		picture = SlicePicture.of(document, size, across, at, atTime);
		axis = across;
		slice = at;
		timePoint = atTime;
		return picture;
	}
}
