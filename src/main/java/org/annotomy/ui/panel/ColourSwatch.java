package org.annotomy.ui.panel;

import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;

import javax.swing.Icon;

/** A small round patch of a class colour. */
record ColourSwatch(Color colour) implements Icon {

	private static final int SIZE = 12;

	static ColourSwatch of(int rgb) {
		return new ColourSwatch(new Color(rgb));
	}

	@Override
	public void paintIcon(Component component, Graphics graphics, int x, int y) {
		Graphics2D g = (Graphics2D) graphics.create();
		g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		g.setColor(colour);
		g.fillOval(x, y, SIZE, SIZE);
		g.setColor(colour.darker());
		g.drawOval(x, y, SIZE - 1, SIZE - 1);
		g.dispose();
	}

	@Override
	public int getIconWidth() { return SIZE; }

	@Override
	public int getIconHeight() { return SIZE; }
}
