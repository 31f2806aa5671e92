package org.annotomy.imagej;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;

import java.awt.Color;
import java.util.List;
import java.util.Map;

import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.Appearance;
import org.annotomy.annotation.model.Plane;
import org.annotomy.annotation.model.Span;
import org.annotomy.annotation.protocol.AnnotationClass;
import org.annotomy.annotation.protocol.Protocol;
import org.annotomy.annotation.protocol.ProtocolStamp;
import org.annotomy.annotation.shape.PointsShape;
import org.annotomy.annotation.shape.RectangleShape;
import org.annotomy.geometry.Point;
import org.junit.Test;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.process.ByteProcessor;

public class RoiObjectsTest {

	private static final StackLayout STACK = new StackLayout(1, 20, 1, false);
	private static final StackLayout HYPERSTACK = new StackLayout(2, 5, 3, true);
	private static final Protocol PROTOCOL = new Protocol(new ProtocolStamp("p", "1", null), "P", "",
			List.of(AnnotationClass.plain("nodule", "Nodule", 0xff8000)), List.of(), List.of(), List.of(), List.of());

	@Test
	public void everythingASelectionHasComesBack() {
		Roi roi = new Roi(3.5, 4.25, 50, 60);
		roi.setName("L1 😀");
		roi.setPosition(7);
		roi.setGroup(200);
		roi.setFillColor(new Color(0, 128, 255, 51));
		roi.setStrokeColor(Color.red);
		roi.setStrokeWidth(2.5);
		roi.setProperty("source", "C:\\users: a=b");
		AnnotationObject object = RoiObjects.imported(roi, STACK).get(0).build();
		assertEquals(Plane.slice(6), object.plane());
		assertNull(object.span());
		assertEquals(Map.of("source", "C:\\users: a=b"), object.metadata());
		assertEquals(0.2, object.appearance().opacity(), 1e-9);
		Roi back = RoiObjects.roiOf(object, Protocol.NONE, STACK);
		RoiFields.assertSame(roi, back, 0);
		assertEquals("C:\\users: a=b", back.getProperty("source"));
		assertEquals(object.id(), RoiObjects.imported(back, STACK).get(0).build().id());
	}

	@Test
	public void pointsKeepMarkerAndCounters() {
		PointRoi points = new PointRoi(new float[]{1, 5.5f}, new float[]{2, 9});
		points.setCounters(new int[]{3, 0});
		points.setPointType(PointRoi.CIRCLE);
		points.setSize(4);
		RoiFields.assertSame(points, RoiObjects.roiOf(RoiObjects.imported(points, STACK).get(0).build(), Protocol.NONE, STACK),
				0);
	}

	@Test
	public void pointsOnSeveralPlanesBecomeOneObjectPerPlane() {
		PointRoi points = new PointRoi(new float[]{1, 2, 3}, new float[]{4, 5, 6});
		points.setCounters(new int[]{1 + (2 << 8), 7 << 8, 5 + (2 << 8)});
		List<AnnotationObject> objects = RoiObjects.imported(points, STACK).stream().map(AnnotationObject.Builder::build)
				.toList();
		assertEquals(List.of(Plane.slice(1), Plane.slice(6)), objects.stream().map(AnnotationObject::plane).toList());
		assertEquals(List.of(1, 5), ((PointsShape) objects.get(0).shape()).counters());
		assertEquals(PointsShape.of(new Point(2.5, 5.5)).points(), ((PointsShape) objects.get(1).shape()).points());
		assertEquals("one thing", objects.get(0).instance(), objects.get(1).instance());
	}

	@Test
	public void classGivesTheColourUnlessTheObjectHasItsOwn() {
		AnnotationObject.Builder builder = AnnotationObject.builder(RectangleShape.of(0, 0, 5, 5), Plane.FIRST)
				.classKey("nodule");
		Roi byClass = RoiObjects.roiOf(builder.build(), PROTOCOL, STACK);
		assertEquals(new Color(0xff8000), byClass.getStrokeColor());
		assertEquals(new Color(0xff, 0x80, 0, 51), byClass.getFillColor());
		assertEquals("nodule", RoiObjects.imported(byClass, STACK).get(0).build().classKey());
		Appearance own = new Appearance(0, 0, true, true, 0x0000ff, null, 0, 0);
		Roi byItself = RoiObjects.roiOf(builder.appearance(own).build(), PROTOCOL, STACK);
		assertEquals(Color.blue, byItself.getStrokeColor());
		assertNull("opacity 0 is no fill", byItself.getFillColor());
		Roi plain = RoiObjects.roiOf(builder.classKey(null).appearance(Appearance.DEFAULT).build(), PROTOCOL, STACK);
		assertEquals(Color.yellow, plain.getStrokeColor());
	}

	@Test
	public void placesInStacksAndHyperstacks() {
		assertPlaced(new Plane(-1, 4, 0), null, STACK);
		assertPlaced(new Plane(1, 4, 2), null, HYPERSTACK);
		assertPlaced(new Plane(-1, 4, 2), null, HYPERSTACK);
		assertPlaced(new Plane(-1, 0, 2), new Span(0, 4, 2, 2, List.of(), false), HYPERSTACK);
		assertPlaced(new Plane(-1, 0, 0), Span.slices(0, 19), STACK);
		assertPlaced(new Plane(-1, 0, 8), null, new StackLayout(1, 1, 9, false));
	}

	@Test
	public void selectionWithoutAPlaceShowsOnAllSlices() {
		AnnotationObject object = RoiObjects.imported(new Roi(1, 1, 5, 5), STACK).get(0).build();
		assertEquals(Span.slices(0, 19), object.span());
	}

	@Test
	public void whatTheUserDrawsLiesOnThePlaneOnDisplay() {
		ImageStack stack = new ImageStack(9, 9);
		for (int i = 0; i < 4; i++)
			stack.addSlice(new ByteProcessor(9, 9));
		ImagePlus image = new ImagePlus("stack", stack);
		image.setSlice(3);
		Roi roi = new Roi(1, 1, 5, 5);
		AnnotationObject object = RoiObjects.drawn(roi, StackLayout.currentPlane(image)).build();
		assertEquals(Plane.slice(2), object.plane());
		assertEquals(Appearance.DEFAULT, object.appearance());
		assertEquals(3, StackLayout.of(image).stackIndex(object.plane()));
	}

	private static void assertPlaced(Plane plane, Span span, StackLayout layout) {
		AnnotationObject object = AnnotationObject.builder(RectangleShape.of(0, 0, 5, 5), plane).span(span).build();
		AnnotationObject back = RoiObjects.imported(RoiObjects.roiOf(object, Protocol.NONE, layout), layout).get(0).build();
		assertEquals(plane, back.plane());
		assertEquals(span, back.span());
	}
}
