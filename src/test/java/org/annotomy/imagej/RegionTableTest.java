package org.annotomy.imagej;

import static org.junit.Assert.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.RegionTree;
import org.annotomy.annotation.detection.Cells;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.ObjectType;
import org.annotomy.annotation.model.Plane;
import org.annotomy.annotation.protocol.AnnotationClass;
import org.annotomy.annotation.protocol.Protocol;
import org.annotomy.annotation.shape.RectangleShape;
import org.annotomy.identity.ImageIdentity;
import org.annotomy.identity.ImageSize;
import org.junit.Test;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import ij.process.ByteProcessor;

/** Regions, a region within a region, and cells on a grid whose counts can be worked out by hand. */
public class RegionTableTest {

	private static final double PIXEL_UM = 0.5;
	private static final int PITCH = 10;
	private static final Protocol PROTOCOL = new Protocol(Protocol.NONE.stamp(), "", "",
			List.of(AnnotationClass.plain("region", "Region", 0x0000ff), AnnotationClass.plain("tumor", "Tumor cell", 0xff0000)),
			List.of(), List.of(), List.of(), List.of());

	private static AnnotationObject region(int id, String name, double x, double y, double width, double height) {
		return AnnotationObject.builder(new UUID(9, id), RectangleShape.of(x, y, width, height), Plane.FIRST).name(name)
				.classKey("region").build();
	}

	/** 100 × 80 squares of 4 pixels; every fifth column is a tumor cell, the others have no class. */
	private static AnnotationDocument document(AnnotationObject... regions) {
		AnnotationDocument document = new AnnotationDocument(ImageIdentity.of("slide", new ImageSize(1000, 800, 1, 1, 1)),
				PROTOCOL);
		List<AnnotationObject> cells = new ArrayList<>();
		for (int i = 0; i < 8000; i++)
			cells.add(AnnotationObject
					.builder(new UUID(1, i), RectangleShape.of(i % 100 * PITCH + 3, i / 100 * PITCH + 3, 4, 4), Plane.FIRST)
					.type(ObjectType.CELL).classKey(i % 5 == 0 ? "tumor" : null).build());
		var edit = document.edit("Import").addDetections(Cells.blocks(cells, 900));
		for (AnnotationObject region : regions)
			edit.put(region);
		edit.apply();
		return document;
	}

	private static ImagePlus image() {
		ImagePlus image = new ImagePlus("slide", new ByteProcessor(1000, 800));
		image.getCalibration().pixelWidth = PIXEL_UM;
		image.getCalibration().pixelHeight = PIXEL_UM;
		image.getCalibration().setUnit("um");
		return image;
	}

	@Test
	public void countsAndDensitiesArePerRegionAndClassInSquareMillimetres() {
		AnnotationObject outer = region(1, "outer", 0, 0, 500, 400);
		AnnotationObject inner = region(2, "inner", 100, 100, 100, 200);
		AnnotationDocument document = document(outer, inner);
		ResultsTable table = RegionTable.of(document, List.of(outer, inner), image());
		assertEquals("outer Tumor cell 400 0.0500 8000", row(table, 0));
		assertEquals("outer unclassified 1600 0.0500 32000", row(table, 1));
		assertEquals("outer all 2000 0.0500 40000", row(table, 2));
		assertEquals("inner Tumor cell 40 0.0050 8000", row(table, 3));
		assertEquals("inner all 200 0.0050 40000", row(table, 5));
		assertEquals("Region", table.getStringValue("Region class", 0));
	}

	@Test
	public void eachCellBelongsToTheSmallestRegionThatItsMiddleLiesIn() {
		AnnotationObject outer = region(1, "outer", 0, 0, 500, 400);
		AnnotationObject inner = region(2, "inner", 100, 100, 100, 200);
		AnnotationDocument document = document(outer, inner);
		RegionTree.resolve(document);
		int[] ofOuter = {0};
		int[] ofInner = {0};
		document.detections().objects().forEach(cell -> {
			if (outer.id().equals(cell.parent())) ofOuter[0]++;
			if (inner.id().equals(cell.parent())) ofInner[0]++;
		});
		assertEquals(1800, ofOuter[0]);
		assertEquals(200, ofInner[0]);
		assertEquals(outer.id(), document.object(inner.id()).orElseThrow().parent());
	}

	private static String row(ResultsTable table, int row) {
		return table.getStringValue("Region", row) + " " + table.getStringValue("Class", row) + " "
				+ (int) table.getValue("Count", row) + " "
				+ String.format(java.util.Locale.ROOT, "%.4f", table.getValue("Area (mm\u00b2)", row)) + " "
				+ Math.round(table.getValue("Density (per mm\u00b2)", row));
	}
}
