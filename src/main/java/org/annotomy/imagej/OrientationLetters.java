package org.annotomy.imagej;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;

import org.annotomy.geometry.Affine;
import org.annotomy.geometry.PatientOrientation;

import ij.ImagePlus;
import ij.gui.ImageCanvas;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.process.ImageProcessor;

/**
 * Letters at the four edges of the window that say where in the patient the edges lie (L R, A P, H F; DICOM PS3.3 C.7.6.1.1.1). One element
 * of the overlay; it stays at the edges through zoom and scrolling, and is not part of a flattened or saved image.
 */
public final class OrientationLetters extends Roi {

	private static final String NAME = "orientation";
	private static final Color INK = new Color(0xffd54a);
	private static final int MARGIN = 6;
	private static final int FONT_SIZE = 14;

	private final transient String left;
	private final transient String right;
	private final transient String top;
	private final transient String bottom;

	private OrientationLetters(Affine voxelToPatient) {
		super(0, 0, 1, 1);
		right = PatientOrientation.letters(voxelToPatient.step(0));
		left = PatientOrientation.opposite(right);
		bottom = PatientOrientation.letters(voxelToPatient.step(1));
		top = PatientOrientation.opposite(bottom);
		setName(NAME);
	}

	/** Puts the letters on an image whose place in the patient is known; takes older ones away. */
	public static void show(ImagePlus image, Affine voxelToPatient) {
		Overlay overlay = image.getOverlay() == null ? new Overlay() : image.getOverlay();
		overlay.remove(NAME);
		overlay.add(new OrientationLetters(voxelToPatient));
		image.setOverlay(overlay);
	}

	/** The four letters in the order left, right, top, bottom. */
	String[] letters() {
		return new String[]{left, right, top, bottom};
	}

	@Override
	public void draw(Graphics graphics) {
		ImageCanvas canvas = ic;
		if (canvas == null) return;
		Graphics2D g = (Graphics2D) graphics.create();
		g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
		g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, FONT_SIZE));
		FontMetrics metrics = g.getFontMetrics();
		int width = canvas.getWidth();
		int height = canvas.getHeight();
		int middle = (height + metrics.getAscent()) / 2;
		write(g, left, MARGIN, middle);
		write(g, right, width - MARGIN - metrics.stringWidth(right), middle);
		write(g, top, (width - metrics.stringWidth(top)) / 2, MARGIN + metrics.getAscent());
		write(g, bottom, (width - metrics.stringWidth(bottom)) / 2, height - MARGIN - metrics.getDescent());
		g.dispose();
	}

	/** Ink with a dark rim reads on black and on white. */
	private static void write(Graphics2D g, String text, int x, int y) {
		g.setColor(Color.BLACK);
		g.drawString(text, x + 1, y + 1);
		g.setColor(INK);
		g.drawString(text, x, y);
	}

	@Override
	public void drawPixels(ImageProcessor processor) {
		// The letters belong to the window, not to the image.
	}
}
