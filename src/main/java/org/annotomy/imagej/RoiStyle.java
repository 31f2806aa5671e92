package org.annotomy.imagej;

import java.awt.Color;
import java.util.Optional;

import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.Appearance;
import org.annotomy.annotation.protocol.AnnotationClass;
import org.annotomy.annotation.protocol.Protocol;

import ij.gui.Arrow;
import ij.gui.Roi;

/**
 * How one object is painted: the class colour unless the object has its own.
 *
 * @param stroke of the outline; null if the selection has none of its own (ImageJ then takes its default)
 * @param fill with the opacity as alpha; null if it is not filled
 * @param strokeWidth in image pixels; 0 for a hairline at every zoom
 * @param group ImageJ's group, 0 to 255
 */
public record RoiStyle(Color stroke, Color fill, double strokeWidth, int group) {

	/** 0xRRGGBB of objects without a class: ImageJ's own yellow. */
	public static final int UNCLASSIFIED_RGB = 0xffff00;

	private static final int MAX_GROUP = 255;

	/** The look of an object: its own colours first, then those of its class. */
	public static RoiStyle of(AnnotationObject object, Protocol protocol) {
		Appearance look = object.appearance();
		int classRgb = Optional.ofNullable(object.classKey()).flatMap(protocol::findClass).map(AnnotationClass::rgb)
				.orElse(UNCLASSIFIED_RGB);
		int strokeRgb = look.strokeRgb() != null ? look.strokeRgb() : classRgb;
		int fillRgb = look.fillRgb() != null ? look.fillRgb() : classRgb;
		boolean filled = object.shape().isArea() && look.opacity() > 0;
		return new RoiStyle(new Color(strokeRgb), filled ? translucent(fillRgb, look.opacity()) : null, look.strokeWidth(),
				Math.max(0, Math.min(MAX_GROUP, look.group())));
	}

	/** The look that a selection has in ImageJ. */
	public static RoiStyle of(Roi roi) {
		return new RoiStyle(roi.getStrokeColor(), roi.getFillColor(), roi.getStrokeWidth(), roi.getGroup());
	}

	/** Gives the selection this look. Group, fill, stroke in this order: in ImageJ a group brings a stroke colour, and a fill takes it away. */
	public void applyTo(Roi roi) {
		roi.setGroup(group);
		if (strokeWidth > 0 || !(roi instanceof Arrow)) roi.setStrokeWidth(strokeWidth);
		roi.setFillColor(fill);
		roi.setStrokeColor(stroke);
	}

	/** {@code base} with the colours, width and group of this look; a look without a fill has opacity 0. */
	public Appearance into(Appearance base) {
		return new Appearance(base.order(), fill == null ? 0 : fill.getAlpha() / 255.0, base.visible(), base.seeThrough(),
				rgb(stroke), rgb(fill), strokeWidth, group);
	}

	private static Integer rgb(Color color) {
		return color == null ? null : color.getRGB() & 0xffffff;
	}

	private static Color translucent(int rgb, double opacity) {
		return new Color(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff, (int) Math.round(opacity * 255));
	}
}
