package org.annotomy.imagej.slide;

import java.io.IOException;
import java.util.Optional;

import org.annotomy.annotation.shape.PolygonShape;
import org.annotomy.annotation.shape.ShapeScaling;
import org.annotomy.imagej.RoiShapes;
import org.annotomy.segmentation.edge.ColourWand;
import org.annotomy.slide.render.SlideView;

import ij.gui.Roi;
import ij.gui.ShapeRoi;

/** A wand for slides: {@link ColourWand} on a square around a place, of the level on display and as it looks. */
public final class SlideWand {

	/** Side of the square in screen pixels. */
	public static final int SIDE = 149;

	private final SlideImage slide;
	private final ColourWand wand;

	public SlideWand(SlideImage slide, ColourWand wand) {
		this.slide = slide;
		this.wand = wand;
	}

	/**
	 * The selection at a place.
	 *
	 * @param x in pixels of level 0; likewise {@code y}
	 * @param downsample pixels of level 0 per screen pixel
	 * @throws IllegalArgumentException if the place is not on the slide; in words for the user
	 * @throws IOException if a tile cannot be read
	 */
	public Roi at(double x, double y, double downsample) throws IOException {
		if (!(x >= 0 && y >= 0 && x < slide.getWidth() && y < slide.getHeight()))
			throw new IllegalArgumentException("This place is not on the slide.");
		double half = SIDE / 2.0 * downsample;
		SlideView view = new SlideView(x - half, y - half, downsample, SIDE, SIDE);
		int[] picture = slide.open().regions().picture(view, slide.plane(), slide.look());
		Optional<PolygonShape> outline = wand.outline(picture, SIDE);
		return RoiShapes.roiOf(new ShapeScaling(downsample, view.x(), view.y()).apply(outline.orElseThrow()));
	}

	/** A selection with more, or with less. @param before null for none */
	public static Roi with(Roi before, Roi change, boolean less) {
		if (before == null || !before.isArea()) return less ? before : change;
		ShapeRoi shape = new ShapeRoi(before);
		ShapeRoi changed = less ? shape.not(new ShapeRoi(change)) : shape.or(new ShapeRoi(change));
		return changed.trySimplify();
	}
}
