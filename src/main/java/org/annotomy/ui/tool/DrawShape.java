package org.annotomy.ui.tool;

import java.util.ArrayList;
import java.util.List;

import org.annotomy.geometry.Point;

import ij.Prefs;

/** What dragging draws with the draw and scissors tools; kept in ImageJ's preferences, as is how deep they go. */
enum DrawShape {

	FREE("free-form"), RECTANGLE("rectangle"), ELLIPSE("ellipse");

	private static final String KEY = "annotomy.drawshape";
	private static final String DEPTH = "annotomy.drawdepthmm";
	private static final int CHORDS = 180;

	private final String words;

	DrawShape(String words) {
		this.words = words;
	}

	String words() {
		return words;
	}

	static DrawShape chosen() {
		String kept = Prefs.get(KEY, FREE.words);
		for (DrawShape shape : values())
			if (shape.words.equals(kept)) return shape;
		return FREE;
	}

	static void choose(String words) {
		Prefs.set(KEY, words);
	}

	/** How far to both sides of the slice on display what goes through slices reaches, in mm; 0 through all of them. */
	static double depthMm() {
		return Math.max(0, Prefs.get(DEPTH, 0));
	}

	static void setDepthMm(double depth) {
		Prefs.set(DEPTH, Math.max(0, depth));
	}

	/** The outline of a way that was drawn. @param way at least two places */
	List<Point> outline(List<Point> way) {
		Point a = way.get(0);
		Point b = way.get(way.size() - 1);
		return switch (this) {
			case FREE -> way;
			case RECTANGLE -> List.of(a, new Point(b.x(), a.y()), b, new Point(a.x(), b.y()));
			case ELLIPSE -> ellipse(a, b);
		};
	}

	private static List<Point> ellipse(Point a, Point b) {
		List<Point> outline = new ArrayList<>();
		for (int i = 0; i < CHORDS; i++) {
			double angle = 2 * Math.PI * i / CHORDS;
			outline.add(new Point((a.x() + b.x()) / 2 + Math.abs(b.x() - a.x()) / 2 * Math.cos(angle),
					(a.y() + b.y()) / 2 + Math.abs(b.y() - a.y()) / 2 * Math.sin(angle)));
		}
		return outline;
	}
}
