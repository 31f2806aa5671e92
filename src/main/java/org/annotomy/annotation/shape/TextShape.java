package org.annotomy.annotation.shape;

import java.util.Objects;

import org.annotomy.geometry.Box;

/**
 * Text on the image.
 *
 * @param box where it stands
 * @param text may have several lines
 * @param fontName such as {@code SansSerif}
 * @param fontSize in image pixels
 * @param fontStyle 0 plain, 1 bold, 2 italic, 3 both
 * @param justification 0 left, 1 centre, 2 right
 * @param angleDegrees counter-clockwise
 */
public record TextShape(Box box, String text, String fontName, double fontSize, int fontStyle, int justification,
		double angleDegrees) implements Shape {

	public TextShape {
		Objects.requireNonNull(text, "text");
		Objects.requireNonNull(fontName, "fontName");
	}

	@Override
	public ShapeKind kind() {
		return ShapeKind.TEXT;
	}

	@Override
	public Box bounds() {
		return box;
	}

	@Override
	public TextShape translate(double dx, double dy) {
		return new TextShape(box.translate(dx, dy), text, fontName, fontSize, fontStyle, justification, angleDegrees);
	}
}
