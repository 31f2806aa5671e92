package org.annotomy.imagej.lab;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

import org.annotomy.annotation.EditBuilder;
import org.annotomy.annotation.RegionTree;
import org.annotomy.annotation.detection.BlockBuilder;
import org.annotomy.annotation.detection.DetectionBlock;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.ObjectType;
import org.annotomy.annotation.model.Plane;
import org.annotomy.annotation.model.Provenance;
import org.annotomy.annotation.model.Status;
import org.annotomy.annotation.shape.PolygonShape;
import org.annotomy.annotation.shape.Ring;
import org.annotomy.annotation.shape.ShapeScaling;
import org.annotomy.geometry.Vertices;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.segmentation.outline.LabelPixels;
import org.annotomy.segmentation.outline.LabelTracing;
import org.annotomy.task.Progress;

import ij.ImagePlus;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;

/**
 * Labels of another program's label image (StarDist, Cellpose, MorphoLibJ …) as detections, along the edges of their pixels, each under the
 * smallest region that its centre lies in. One edit.
 */
public final class LabelImageDetections {

	private static final double PER_PIXEL = 1000;

	private final AnnotationSession session;

	public LabelImageDetections(AnnotationSession session) {
		this.session = session;
	}

	/**
	 * @param labels of which the slice on display is taken; 0 is background
	 * @param place from pixels of the label image to those of the annotated one
	 * @param classKey class of the protocol; null or empty for the current one
	 * @return how many came in
	 * @throws IllegalArgumentException if the image is in colour, or has values that are no whole numbers; in words for the user
	 * @throws org.annotomy.task.CancelledException if the user cancelled
	 */
	public int add(ImagePlus labels, ShapeScaling place, String classKey, Progress progress) {
		String key = classKey == null || classKey.isBlank() ? session.currentClass() : session.requireClass(classKey).key();
		Map<Integer, PolygonShape> outlines = LabelTracing.outlines(pixels(labels.getProcessor()), progress);
		Plane plane = new Plane(-1, session.plane().z(), session.plane().t());
		Instant now = session.clock().instant();
		Provenance provenance = new Provenance("label image", null, session.rater(), now, now, null, Status.DRAFT);
		List<DetectionBlock> blocks = new ArrayList<>();
		BlockBuilder block = new BlockBuilder();
		EditBuilder edit = session.document().edit("Label image to detections");
		UnaryOperator<AnnotationObject> hanging = RegionTree.hanging(session.document());
		outlines.forEach((label, outline) -> {
			AnnotationObject object = hanging.apply(AnnotationObject.builder(UUID.randomUUID(), placed(outline, place), plane)
					.type(ObjectType.DETECTION).classKey(key).provenance(provenance).measurements(Map.of("Label", (double) label))
					.build());
			if (!block.add(object)) edit.put(object);
			if (block.isFull()) blocks.add(block.build());
		});
		if (block.size() > 0) blocks.add(block.build());
		if (!outlines.isEmpty()) edit.addDetections(blocks).apply();
		return outlines.size();
	}

	private static LabelPixels pixels(ImageProcessor from) {
		if (from instanceof ColorProcessor)
			throw new IllegalArgumentException("A label image has numbers, not colours. Choose an image of 8, 16 or 32 bits.");
		int[] labels = new int[from.getWidth() * from.getHeight()];
		for (int i = 0; i < labels.length; i++) {
			float value = from.getf(i);
			labels[i] = (int) value;
			if (from instanceof FloatProcessor && labels[i] != value)
				throw new IllegalArgumentException("The value " + value + " is no label: a label image has whole numbers.");
		}
		return new LabelPixels(labels, from.getWidth(), from.getHeight());
	}

	private static PolygonShape placed(PolygonShape outline, ShapeScaling place) {
		List<Ring> parts = new ArrayList<>();
		for (Ring part : ((PolygonShape) place.apply(outline)).parts())
			parts.add(new Ring(rounded(part.shell()), part.holes().stream().map(LabelImageDetections::rounded).toList()));
		return new PolygonShape(parts, outline.origin());
	}

	/** To thousandths, as masses of detections are held. */
	private static Vertices rounded(Vertices ring) {
		double[] xy = ring.toArray();
		for (int i = 0; i < xy.length; i++)
			xy[i] = Math.rint(xy[i] * PER_PIXEL) / PER_PIXEL;
		return Vertices.adopt(xy);
	}
}
