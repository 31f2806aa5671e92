package org.annotomy.imagej.lab;

import static org.junit.Assert.assertEquals;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.Plane;
import org.annotomy.annotation.shape.RectangleShape;
import org.annotomy.annotation.shape.ShapeScaling;
import org.annotomy.command.segment.SegmentBench;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.task.Progress;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import ij.ImagePlus;
import ij.process.ShortProcessor;

/** Labels that another program has found in a region that was cut out, as detections of the whole image. */
public class LabelImageDetectionsTest {

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	@Test
	public void eachHangsOnTheSmallestRegionAroundItsCentre() throws Exception {
		AnnotationSession session = SegmentBench.open(folder.getRoot().toPath(), new VolumeSize(200, 200, 1), (x, y, z) -> x)
				.session();
		AnnotationObject tissue = AnnotationObject.builder(RectangleShape.of(20, 20, 150, 150), Plane.FIRST).name("tissue")
				.build();
		AnnotationObject margin = AnnotationObject.builder(RectangleShape.of(30, 30, 40, 40), Plane.FIRST).name("margin").build();
		session.document().edit("Regions").put(tissue).put(margin).apply();
		ShortProcessor labels = new ShortProcessor(80, 80);
		square(labels, 1, 20, 20, 8);
		square(labels, 2, 62, 62, 8);
		square(labels, 300, 2, 2, 4);
		// Its centre is outside the margin, most of its outline inside.
		square(labels, 301, 50, 30, 22);
		int found = new LabelImageDetections(session).add(new ImagePlus("labels", labels), new ShapeScaling(1, 10, 10), null,
				Progress.NONE);
		assertEquals(4, found);
		assertEquals("all are held as masses of detections", 4, session.document().detections().count());
		Map<Integer, UUID> parents = new HashMap<>();
		for (AnnotationObject cell : session.document().detections().objects())
			parents.put(cell.measurements().get("Label").intValue(), cell.parent());
		Map<Integer, UUID> expected = new HashMap<>(Map.of(1, margin.id(), 2, tissue.id(), 301, tissue.id()));
		expected.put(300, null);
		assertEquals(expected, parents);
		session.document().undo();
		assertEquals("one step of undo", 0, session.document().detections().count());
	}

	private static void square(ShortProcessor labels, int value, int x, int y, int side) {
		labels.setColor(value);
		labels.setRoi(x, y, side, side);
		labels.fill();
		// A whole square would come in as a rectangle.
		labels.set(x, y, 0);
	}
}
