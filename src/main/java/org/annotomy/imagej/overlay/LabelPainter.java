package org.annotomy.imagej.overlay;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.List;
import java.util.Optional;

import org.annotomy.annotation.protocol.AnnotationClass;
import org.annotomy.annotation.protocol.Protocol;
import org.annotomy.geometry.Box;

/** Writes names and classes above the objects, with a dark rim so that they can be read on anything. */
final class LabelPainter {

	private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
	private static final int MOST_LABELS = 300;
	private static final double SMALLEST_PX = 8;
	private static final int GAP_PX = 3;
	private static final Color RIM = new Color(0, 0, 0, 160);

	private final LabelText text;
	private final Protocol protocol;

	LabelPainter(LabelText text, Protocol protocol) {
		this.text = text;
		this.protocol = protocol;
	}

	/** Those in front come first if there are too many. @param objects from behind to in front */
	void paint(Graphics2D g, CanvasView view, List<DisplayedObject> objects) {
		if (text == LabelText.NOTHING) return;
		RenderingHints hints = g.getRenderingHints();
		Font font = g.getFont();
		g.setFont(FONT);
		g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
		int written = 0;
		for (int i = objects.size() - 1; i >= 0 && written < MOST_LABELS; i--)
			if (isWanted(objects.get(i), view) && write(g, view, objects.get(i))) written++;
		g.setFont(font);
		g.setRenderingHints(hints);
	}

	private static boolean isWanted(DisplayedObject object, CanvasView view) {
		Box b = object.bounds();
		boolean tiny = object.isArea() && view.sizeOnCanvas(b) < SMALLEST_PX;
		return !tiny && b.intersects(view.visible());
	}

	private boolean write(Graphics2D g, CanvasView view, DisplayedObject object) {
		String label = label(object);
		if (label.isEmpty()) return false;
		int x = (int) Math.max(GAP_PX, view.canvasX(object.bounds().x()));
		int y = (int) Math.max(FONT.getSize(), view.canvasY(object.bounds().y()) - GAP_PX);
		g.setColor(RIM);
		for (int[] shift : new int[][]{{-1, 0}, {1, 0}, {0, -1}, {0, 1}})
			g.drawString(label, x + shift[0], y + shift[1]);
		g.setColor(object.style().stroke().brighter());
		g.drawString(label, x, y);
		return true;
	}

	private String label(DisplayedObject object) {
		String name = Optional.ofNullable(object.object().name()).orElse("");
		String key = Optional.ofNullable(object.object().classKey()).orElse("");
		String className = protocol.findClass(key).map(AnnotationClass::name).orElse(key);
		return switch (text) {
			case NOTHING -> "";
			case NAME -> name;
			case CLASS -> className;
			case NAME_AND_CLASS -> (name + " " + className).trim();
		};
	}
}
