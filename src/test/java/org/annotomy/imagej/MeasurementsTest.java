package org.annotomy.imagej;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.Plane;
import org.annotomy.annotation.model.Span;
import org.annotomy.annotation.protocol.AnnotationClass;
import org.annotomy.annotation.protocol.Protocol;
import org.annotomy.annotation.protocol.ProtocolStamp;
import org.annotomy.annotation.shape.EllipseShape;
import org.annotomy.annotation.shape.LineShape;
import org.annotomy.annotation.shape.PointsShape;
import org.annotomy.annotation.shape.PolygonShape;
import org.annotomy.annotation.shape.PolylineShape;
import org.annotomy.annotation.shape.RectangleShape;
import org.annotomy.annotation.shape.Shape;
import org.annotomy.annotation.shape.ShapeGeometry;
import org.annotomy.geometry.Box;
import org.annotomy.geometry.Point;
import org.annotomy.image.ImageReaders;
import org.annotomy.image.MedicalImage;
import org.annotomy.image.SpacingSource;
import org.annotomy.image.ValueScale;
import org.annotomy.segmentation.measure.ImageValues;
import org.annotomy.segmentation.measure.PixelSize;
import org.annotomy.segmentation.measure.ShapeMeasures;
import org.annotomy.segmentation.measure.ValueStatistics;
import org.annotomy.task.Progress;
import org.annotomy.testing.SharedData;
import org.junit.Test;

import ij.ImagePlus;
import ij.gui.Line;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import ij.process.FloatProcessor;
import ij.process.ImageStatistics;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.integer.UnsignedByteType;

/** Oracles: ImageJ's own measurements on the same selection, numbers printed by numpy, and arithmetic. */
public class MeasurementsTest {

	private static final int SIZE = 64;
	private static final Protocol PROTOCOL = new Protocol(new ProtocolStamp("p", "1", null), "P", "",
			List.of(AnnotationClass.plain("nodule", "Nodule", 0xff8000)), List.of(), List.of(), List.of(), List.of());

	@Test
	public void objectsOfAnUltrasoundPictureHaveTheSizeOfTheirRegion() throws Exception {
		MedicalImage aloka = new ImageReaders(List.of(new org.annotomy.dicom.DicomImageReader()))
				.read(SharedData.require("us/gdcm-US-ALOKA-16.dcm"), Progress.NONE).get(0);
		ImagePlus image = ImagePlusFactory.open(aloka);
		AnnotationObject inside = AnnotationObject.builder(new LineShape(new Point(40, 50), new Point(140, 50)), Plane.FIRST)
				.build();
		AnnotationObject across = AnnotationObject.builder(new LineShape(new Point(300, 50), new Point(400, 50)), Plane.FIRST)
				.build();
		ResultsTable table = Measurements.table(List.of(inside, across), PROTOCOL, image);
		assertEquals(38.265306502580643, table.getValue("Length (mm)", 0), 1e-9);
		assertEquals("from the ultrasound region", table.getStringValue("Calibration", 0));
		assertEquals(100, table.getValue("Length (px)", 1), 1e-9);
		assertEquals("", table.getStringValue("Length (mm)", 1));
		assertEquals("in pixels: it crosses the edge of an ultrasound region", table.getStringValue("Calibration", 1));
	}

	@Test
	public void valuesInsideAreasEqualImageJ() {
		long seed = 20261123;
		Random random = new Random(seed);
		ImagePlus image = noise(random);
		ImageValues values = StackValues.of(image).orElseThrow();
		for (int i = 0; i < 300; i++) {
			Shape shape = i % 5 == 0
					? EllipseShape.inside(new Box(random.nextInt(30), random.nextInt(30), 1 + random.nextInt(30),
							1 + random.nextInt(30)))
					: polygon(random);
			image.setRoi(RoiShapes.roiOf(shape));
			ImageStatistics expected = image.getAllStatistics();
			ValueStatistics found = ValueStatistics.of(shape, values.plane(0, 0, 0), values);
			String what = "seed " + seed + ", shape " + i;
			assertEquals(what, expected.pixelCount, found.count());
			if (found.count() == 0) continue;
			assertEquals(what, expected.mean, found.mean(), 1e-9);
			assertEquals(what, expected.min, found.min(), 0);
			assertEquals(what, expected.max, found.max(), 0);
			if (found.count() > 1) assertEquals(what, expected.stdDev, found.sd(), 1e-6);
			double pixels = expected.area / (0.5 * 0.25);
			ShapeMeasures measures = ShapeMeasures.of(shape, PixelSize.UNKNOWN);
			assertEquals(what + ": ImageJ counts pixels, we measure the outline", pixels, measures.area(),
					measures.perimeter() / 2 + 2);
		}
	}

	@Test
	public void lengthsAndAnglesEqualImageJ() {
		Random random = new Random(4);
		ImagePlus image = noise(random);
		PixelSize pixel = new PixelSize(0.5, 0.25, SpacingSource.STATED);
		for (int i = 0; i < 100; i++) {
			Line line = new Line(random.nextInt(60), random.nextInt(60), random.nextInt(60), random.nextInt(60));
			image.setRoi(line);
			ShapeMeasures found = ShapeMeasures.of(RoiShapes.shapeOf(line), pixel);
			assertEquals(line.getLength(), found.length(), 1e-9);
			assertEquals(line.getAngle(), found.angleDegrees(), 1e-9);
			PolygonShape shape = polygon(random);
			PolygonRoi roi = new PolygonRoi(((PolygonRoi) RoiShapes.roiOf(shape)).getFloatPolygon(), Roi.POLYGON);
			image.setRoi(roi);
			boolean simple = ShapeGeometry.of(shape).isValid();
			if (simple) assertEquals(roi.getLength(), ShapeMeasures.of(shape, pixel).perimeter(), 1e-3);
		}
	}

	@Test
	public void profilesOfLinesEqualImageJ() {
		Random random = new Random(6);
		ImagePlus image = noise(random);
		image.getProcessor().setInterpolate(true);
		ImageValues values = StackValues.of(image).orElseThrow();
		for (int i = 0; i < 100; i++) {
			double[] p = random.doubles(4, 1, SIZE - 2).toArray();
			double[] profile = image.getProcessor().getLine(p[0], p[1], p[2], p[3]);
			Shape line = new LineShape(new Point(p[0] + 0.5, p[1] + 0.5), new Point(p[2] + 0.5, p[3] + 0.5));
			ValueStatistics found = ValueStatistics.of(line, values.plane(0, 0, 0), values);
			assertEquals(profile.length, found.count());
			assertEquals(java.util.Arrays.stream(profile).average().orElseThrow(), found.mean(), 1e-6);
			assertEquals(java.util.Arrays.stream(profile).max().orElseThrow(), found.max(), 1e-6);
		}
		Shape bent = PolylineShape.of(0.5, 0.5, 5.5, 0.5, 5.5, 5.5);
		assertEquals(11, ValueStatistics.of(bent, (x, y) -> x + 10 * y, values).count());
		assertEquals(55, ValueStatistics.of(bent, (x, y) -> x + 10 * y, values).max(), 1e-9);
	}

	@Test
	public void aRealSliceMeasuresAsNumpyDoes() throws Exception {
		MedicalImage slice = ImageReaders.discover().read(SharedData.require("bits/MR_small.dcm"), Progress.NONE).get(0);
		ImagePlus shown = ImagePlusFactory.open(slice);
		Map<String, Shape> outlines = Map.of("square", PolygonShape.of(10, 20, 31, 20, 31, 41, 10, 41), "triangle",
				PolygonShape.of(5.3, 7.1, 60.9, 15.2, 22.7, 58.4), "bay",
				PolygonShape.of(8.2, 8.3, 50.1, 9.7, 50.6, 50.2, 30.3, 20.4, 9.9, 51.3));
		for (Map.Entry<String, double[]> row : oracle().entrySet()) {
			AnnotationObject object = AnnotationObject.builder(outlines.get(row.getKey()), Plane.FIRST).build();
			ResultsTable table = Measurements.table(List.of(object), Protocol.NONE, shown);
			String unit = ImagePlusImages.describe(shown).scale().unit();
			String in = unit.isEmpty() ? "" : " (" + unit + ")";
			double[] found = {table.getValue("Values", 0), table.getValue("Mean" + in, 0), table.getValue("SD" + in, 0),
					table.getValue("Min" + in, 0), table.getValue("Max" + in, 0), table.getValue("Area (mm²)", 0),
					table.getValue("Perimeter (mm)", 0)};
			assertArrayEquals(row.getKey(), row.getValue(), found, 1e-6);
			assertEquals("in the patient", table.getStringValue("Calibration", 0));
		}
	}

	@Test
	public void headingsNameTheUnitAndCellsThatMakeNoSenseAreEmpty() {
		Synthetic synthetic = new Synthetic();
		synthetic.scale = new ValueScale(1, -1024, "HU");
		ImagePlus shown = ImagePlusFactory.open(synthetic.image(new ShortType(), planes(3), 4, 4, 1, 3, 1));
		AnnotationObject area = AnnotationObject.builder(RectangleShape.of(0, 0, 2, 2), Plane.slice(1)).name("L1")
				.classKey("nodule").build();
		AnnotationObject line = AnnotationObject.builder(new LineShape(new Point(0.5, 0.5), new Point(3.5, 0.5)), Plane.slice(2))
				.classKey("unknown-class").build();
		ResultsTable table = Measurements.table(List.of(area, line), PROTOCOL, shown);
		assertEquals("L1", table.getStringValue("Object", 0));
		assertEquals("Nodule", table.getStringValue("Class", 0));
		assertEquals("unknown-class", table.getStringValue("Class", 1));
		assertEquals("rectangle", table.getStringValue("Kind", 0));
		assertEquals(2, table.getValue("Slice", 0), 0);
		assertEquals(4 * 0.7 * 0.8, table.getValue("Area (mm²)", 0), 1e-9);
		assertEquals("the second plane holds 10, less 1024", -1014, table.getValue("Mean (HU)", 0), 0);
		assertEquals(2.1, table.getValue("Length (mm)", 1), 1e-9);
		assertEquals("", table.getStringValue("Area (mm²)", 1));
		assertEquals("", table.getStringValue("Length (mm)", 0));
	}

	@Test
	public void spansPointsAndColours() {
		Synthetic synthetic = new Synthetic();
		synthetic.source = SpacingSource.NONE;
		ImagePlus shown = ImagePlusFactory.open(synthetic.image(new ShortType(), planes(3), 4, 4, 1, 3, 1));
		AnnotationObject object = AnnotationObject.builder(RectangleShape.of(0, 0, 2, 2), Plane.slice(0)).span(Span.slices(0, 9))
				.build();
		ResultsTable table = Measurements.table(List.of(object), Protocol.NONE, shown);
		assertEquals("three slices, though the span says ten", 12, table.getValue("Values", 0), 0);
		assertEquals(10, table.getValue("Mean", 0), 0);
		assertEquals("px", 4, table.getValue("Area (px²)", 0), 0);
		assertEquals("unknown", table.getStringValue("Calibration", 0));
		assertEquals(10, table.getValue("Last slice", 0), 0);
		byte[] pixels = new byte[16];
		pixels[5] = (byte) 200;
		ImageValues values = ImageValues.of(synthetic.image(new UnsignedByteType(), List.of(pixels), 4, 4, 1, 1, 1));
		ValueStatistics atPoint = ValueStatistics.of(PointsShape.of(new Point(1.9, 1.1)), values.plane(0, 0, 0), values);
		assertEquals(new ValueStatistics(1, 200, 0, 200, 200), atPoint);
		assertEquals(ValueStatistics.NONE,
				ValueStatistics.of(PointsShape.of(new Point(-1, 1)), values.plane(0, 0, 0), values));
		int[] colours = new int[16];
		colours[0] = 0xff0a1421;
		ImageValues rgb = ImageValues.of(synthetic.image(new ARGBType(), List.of(colours), 4, 4, 1, 1, 1));
		assertEquals((10 + 20 + 33) / 3.0, rgb.plane(0, 0, 0).at(0, 0), 0);
	}

	/** Planes of 4 × 4 signed values 0, 10, 20 … */
	private static List<short[]> planes(int count) {
		List<short[]> planes = new ArrayList<>();
		for (int z = 0; z < count; z++) {
			short[] plane = new short[16];
			java.util.Arrays.fill(plane, (short) (10 * z));
			planes.add(plane);
		}
		return planes;
	}

	private static ImagePlus noise(Random random) {
		float[] pixels = new float[SIZE * SIZE];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = random.nextFloat() * 1000 - 300;
		ImagePlus image = new ImagePlus("noise", new FloatProcessor(SIZE, SIZE, pixels));
		image.getCalibration().pixelWidth = 0.5;
		image.getCalibration().pixelHeight = 0.25;
		image.getCalibration().setUnit("mm");
		return image;
	}

	private static PolygonShape polygon(Random random) {
		double[] xy = new double[2 * (3 + random.nextInt(6))];
		for (int k = 0; k < xy.length; k++)
			xy[k] = random.nextInt(SIZE * 16) / 16.0;
		return PolygonShape.of(xy);
	}

	private static Map<String, double[]> oracle() throws Exception {
		Map<String, double[]> rows = new HashMap<>();
		try (InputStream in = MeasurementsTest.class.getResourceAsStream("measurements.tsv")) {
			for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
				String[] cells = line.split("\t");
				if (cells[0].equals("outline")) continue;
				rows.put(cells[0], java.util.Arrays.stream(cells).skip(1).mapToDouble(Double::parseDouble).toArray());
			}
		}
		assertEquals(3, rows.size());
		return rows;
	}
}
