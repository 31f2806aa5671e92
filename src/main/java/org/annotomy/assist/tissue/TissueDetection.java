package org.annotomy.assist.tissue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.annotomy.annotation.shape.PolygonShape;
import org.annotomy.annotation.shape.PolygonShape.Origin;
import org.annotomy.annotation.shape.Ring;
import org.annotomy.annotation.shape.ShapeGeometry;
import org.annotomy.annotation.shape.ShapeScaling;
import org.annotomy.geometry.Vertices;
import org.annotomy.segmentation.outline.MaskTracing;
import org.annotomy.segmentation.outline.OutlineSmoothing;
import org.annotomy.segmentation.outline.PixelMask;
import org.annotomy.slide.PyramidLevel;
import org.annotomy.slide.Slide;
import org.annotomy.slide.render.PlaneChoice;
import org.annotomy.slide.render.RegionReader;
import org.annotomy.slide.render.SlideLook;
import org.annotomy.slide.render.SlideView;
import org.annotomy.task.Progress;

/**
 * Finds tissue at low resolution: what is darker or more coloured than bare glass, or brighter than the dark of fluorescence, by a threshold
 * (Otsu 1979, doi:10.1109/TSMC.1979.4310076) on the slide as it looks. A suggestion: faint fat and out-of-focus rims may be missed, ink and
 * dust taken for tissue.
 *
 * @param threshold how far from the background a pixel must be, 1 to 254; 0 for an automatic one
 * @param smallestMm2 pieces and holes below that area are left out; where the pixel size is unknown, in thousandths of the slide's area
 */
public record TissueDetection(int threshold, double smallestMm2) {

	/** An automatic threshold; pieces and holes from 0.1 mm² on. */
	public static final TissueDetection USUAL = new TissueDetection(0, 0.1);

	private static final int LONGEST_SIDE = 2048;
	/** Below this distance from the background nothing is tissue, whatever the histogram says: grain of the camera. */
	private static final int LEAST_CONTRAST = 12;
	private static final double SIMPLIFIED_PX = 0.7;

	/** @throws IllegalArgumentException if a number is outside its range */
	public TissueDetection {
		if (threshold < 0 || threshold > 254)
			throw new IllegalArgumentException(
					"The threshold must be from 1 to 254, or 0 for an automatic one, not " + threshold + ".");
		if (!(smallestMm2 >= 0))
			throw new IllegalArgumentException("The smallest area must be 0 mm² or above, not " + smallestMm2 + ".");
	}

	/**
	 * @return pieces of tissue in pixels of level 0, from the largest to the smallest; empty if there is none
	 * @throws IOException if the slide cannot be read
	 * @throws org.annotomy.task.CancelledException if the user cancelled
	 */
	public List<PolygonShape> find(Slide slide, RegionReader regions, PlaneChoice plane, SlideLook look, Progress progress)
			throws IOException {
		PyramidLevel full = slide.levels().get(0);
		double downsample = Math.max(1, Math.max(full.width(), full.height()) / (double) LONGEST_SIDE);
		SlideView view = new SlideView(0, 0, downsample, (int) Math.ceil(full.width() / downsample),
				(int) Math.ceil(full.height() / downsample));
		progress.update(0, "Looking at the slide");
		int[] rgb = regions.picture(view, plane, look, progress.part(0, 0.7));
		progress.checkCancelled();
		progress.update(0.7, "Finding tissue");
		TissueSignal signal = TissueSignal.of(rgb, view.width(), view.height(), look.background());
		int limit = threshold > 0 ? threshold : Math.max(LEAST_CONTRAST, signal.otsu());
		byte[] inside = signal.above(limit);
		Optional<PolygonShape> outline = MaskTracing.outline(new PixelMask(0, 0, view.width(), view.height(), inside));
		return outline.map(found -> pieces(found, downsample, smallestPixels(slide, downsample))).orElse(List.of());
	}

	private double smallestPixels(Slide slide, double downsample) {
		PyramidLevel full = slide.levels().get(0);
		double pixels = slide.facts().hasPixelSize()
				? smallestMm2 * 1e6 / (slide.facts().pixelWidthUm() * slide.facts().pixelHeightUm())
				: smallestMm2 / 1000 * full.width() * full.height();
		return pixels / (downsample * downsample);
	}

	private static List<PolygonShape> pieces(PolygonShape outline, double downsample, double smallest) {
		ShapeScaling full = new ShapeScaling(downsample, 0, 0);
		List<PolygonShape> pieces = new ArrayList<>();
		for (Ring part : outline.parts()) {
			List<Vertices> holes = part.holes().stream().filter(hole -> area(hole) >= smallest).toList();
			if (area(part.shell()) < smallest) continue;
			PolygonShape piece = new PolygonShape(List.of(new Ring(part.shell(), holes)), Origin.TRACED);
			PolygonShape simple = OutlineSmoothing.simplify(piece, SIMPLIFIED_PX).orElse(piece);
			pieces.add((PolygonShape) full.apply(new PolygonShape(simple.parts(), Origin.TRACED)));
		}
		pieces.sort((a, b) -> Double.compare(ShapeGeometry.of(b).getArea(), ShapeGeometry.of(a).getArea()));
		return pieces;
	}

	private static double area(Vertices ring) {
		return ShapeGeometry.FACTORY.createPolygon(ShapeGeometry.ring(ring)).getArea();
	}
}
