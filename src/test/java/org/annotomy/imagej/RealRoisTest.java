package org.annotomy.imagej;

import static org.junit.Assert.assertEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

import org.annotomy.annotation.shape.PolygonShape;
import org.annotomy.annotation.shape.Ring;
import org.annotomy.testing.SharedData;
import org.junit.Test;

import ij.gui.Roi;
import ij.io.RoiDecoder;

/** Files that ImageJ users made, with the coordinates that another program (FISSA) reads from them. */
public class RealRoisTest {

	@Test
	public void verticesAreThoseOfAnotherReader() throws Exception {
		for (String name : new String[]{"brush", "freehand", "composite-rectangle"}) {
			Path folder = SharedData.require("imagej_roi");
			PolygonShape shape = (PolygonShape) RoiShapes.shapeOf(read(folder.resolve(name + ".roi")));
			Set<String> found = new TreeSet<>();
			for (Ring part : shape.parts()) {
				part.shell().forEach(p -> found.add(p.x() + " " + p.y()));
				part.holes().forEach(hole -> hole.forEach(p -> found.add(p.x() + " " + p.y())));
			}
			assertEquals(name, points(folder.resolve(name + ".npy")), found);
		}
	}

	@Test
	public void theyComeBack() throws Exception {
		for (String name : new String[]{"brush", "freehand", "composite-rectangle"})
			assertComesBack(name, 0);
		assertComesBack("ellipse-center", 1e-5);
	}

	private static void assertComesBack(String name, double tolerance) throws Exception {
		Roi roi = read(SharedData.require("imagej_roi").resolve(name + ".roi"));
		StackLayout layout = new StackLayout(1, 500, 1, false);
		Roi back = RoiObjects.roiOf(RoiObjects.imported(roi, layout).get(0).build(),
				org.annotomy.annotation.protocol.Protocol.NONE, layout);
		RoiFields.assertSame(roi, back, tolerance);
	}

	private static Roi read(Path file) throws Exception {
		return RoiDecoder.openFromByteArray(Files.readAllBytes(file));
	}

	/** Rows of x, y, z as doubles after the header of the NPY format 1.0. */
	private static Set<String> points(Path file) throws Exception {
		ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
		bytes.position(10 + bytes.getShort(8));
		Set<String> points = new TreeSet<>();
		while (bytes.remaining() >= 24) {
			points.add(bytes.getDouble() + " " + bytes.getDouble());
			bytes.getDouble();
		}
		return points;
	}
}
