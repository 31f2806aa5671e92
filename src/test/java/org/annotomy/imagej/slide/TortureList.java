package org.annotomy.imagej.slide;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Macros for a slide: what is to be refused, and what is to work. */
final class TortureList {

	private static final String SMALL = "makeRectangle(50000, 40000, 300, 200); ";

	private TortureList() {}

	/** Each is to say that it does not work on a slide, and no more. */
	static Map<String, String> refused(Path folder) {
		String path = folder.toString().replace('\\', '/');
		Map<String, String> macros = new LinkedHashMap<>();
		macros.put("getStatistics", "getStatistics(area, mean);");
		macros.put("getRawStatistics", SMALL + "getRawStatistics(n, mean);");
		macros.put("getStatistics of a huge polygon", TortureSession.HUGE + "getStatistics(area, mean);");
		macros.put("doWand", "doWand(50000, 40000);");
		macros.put("doWand with tolerance", "doWand(50000, 40000, 10, 'Legacy');");
		macros.put("drawString", "drawString('x', 100, 100);");
		macros.put("drawLine", "drawLine(0, 0, 100, 100);");
		macros.put("drawRect", "drawRect(10, 10, 100, 100);");
		macros.put("drawOval", "drawOval(10, 10, 100, 100);");
		macros.put("fillRect", "fillRect(10, 10, 100, 100);");
		macros.put("fillOval", "fillOval(10, 10, 100, 100);");
		macros.put("fill", SMALL + "fill();");
		macros.put("floodFill", "floodFill(10, 10);");
		macros.put("setPixel", "setPixel(100, 100, 5);");
		macros.put("setPixel by index", "setPixel(100, 5);");
		macros.put("changeValues", "changeValues(0, 5, 7);");
		macros.put("changeValues in a selection", SMALL + "changeValues(0, 5, 7);");
		macros.put("changeValues after getPixel", "v = getPixel(1, 1); changeValues(0, 5, 7);");
		macros.put("selection scale", TortureSession.HUGE + "run('Scale... ', 'x=2 y=2');");
		macros.put("setMinAndMax", "setMinAndMax(0, 100);");
		macros.put("resetMinAndMax", "resetMinAndMax();");
		macros.put("setThreshold", "setThreshold(10, 100);");
		macros.put("snapshot", "snapshot();");
		macros.put("reset", "reset();");
		macros.put("save as tiff", "saveAs('tiff', '" + path + "/x.tif');");
		macros.put("save as jpeg", "saveAs('jpeg', '" + path + "/x.jpg');");
		macros.put("save as png", "saveAs('png', '" + path + "/x.png');");
		macros.put("save", "save('" + path + "/y.tif');");
		macros.put("flatten", "Overlay.drawRect(1, 1, 10, 10); Overlay.show; Overlay.flatten;");
		macros.put("huge contained points", TortureSession.HUGE + "Roi.getContainedPoints(x, y);");
		macros.put("all contained points", "run('Select All'); Roi.getContainedPoints(x, y);");
		macros.put("huge oval contained points", "makeOval(0, 0, 110000, 85000); Roi.getContainedPoints(x, y);");
		macros.put("huge ellipse contained points", "makeEllipse(100, 40000, 109000, 41000, 0.7); Roi.getContainedPoints(x, y);");
		macros.put("duplicate whole", "run('Duplicate...', 'title=x');");
		macros.put("duplicate huge", TortureSession.HUGE + "run('Duplicate...', 'title=x');");
		macros.put("copy whole", "run('Copy');");
		macros.put("combine huge ovals",
				"roiManager('reset'); makeOval(0, 0, 60000, 50000); roiManager('add'); makeRectangle(50000, 20000, 40000, 30000); roiManager('add'); roiManager('select', newArray(0, 1)); roiManager('AND');");
		macros.put("enlarge huge", TortureSession.HUGE + "run('Enlarge...', 'enlarge=10');");
		macros.put("band huge", TortureSession.HUGE + "run('Make Band...', 'band=10');");
		macros.put("fit ellipse huge", TortureSession.HUGE + "run('Fit Ellipse');");
		macros.put("create mask", TortureSession.HUGE + "run('Create Mask');");
		macros.put("find maxima", SMALL + "run('Find Maxima...', 'prominence=10 output=Count');");
		macros.put("scale", "run('Scale...', 'x=0.5 y=0.5');");
		macros.put("resize", "run('Size...', 'width=100 height=100');");
		macros.put("8-bit", "run('8-bit');");
		macros.put("invert", "run('Invert');");
		macros.put("gaussian", SMALL + "run('Gaussian Blur...', 'sigma=2');");
		macros.put("particles", "run('Analyze Particles...', 'size=0-Infinity');");
		macros.put("convolve", "run('Convolve...', 'text1=1');");
		macros.put("rgb stack", "run('RGB Stack');");
		macros.put("composite", "run('Make Composite');");
		macros.put("set slice", "run('Set Slice...', 'slice=1');");
		return macros;
	}

	/** Each returns what it is to return. */
	static Map<String, String> working(Path folder) {
		String path = folder.toString().replace('\\', '/');
		Map<String, String> macros = new LinkedHashMap<>();
		macros.put("size", "return '' + getWidth + ' ' + getHeight + ' ' + nSlices + ' ' + bitDepth;");
		macros.put("pixel", "return '' + getPixel(100050, 80050);");
		macros.put("bounds",
				"makeRectangle(100000, 80000, 400, 300); Roi.getBounds(x, y, w, h); return '' + x + ' ' + y + ' ' + w + ' ' + h;");
		macros.put("sub-pixel",
				"makeSelection('polygon', newArray(100000.25, 100400.25, 100200.75), newArray(80000.5, 80000.5, 80300.25)); getSelectionCoordinates(x, y); return '' + x[2] + ' ' + y[2];");
		macros.put("contains",
				TortureSession.HUGE + "return '' + selectionContains(50000, 40000) + ' ' + selectionContains(1, 1);");
		macros.put("contained points", SMALL + "Roi.getContainedPoints(x, y); return '' + x.length;");
		macros.put("specify",
				"run('Specify...', 'width=500 height=400 x=90000 y=70000'); Roi.getBounds(x, y, w, h); return '' + x + ' ' + y + ' ' + w + ' ' + h;");
		macros.put("oval",
				"makeOval(1000, 1000, 60000, 50000); getSelectionCoordinates(x, y); t = Roi.getType; return '' + (x.length > 100) + ' ' + t;");
		macros.put("huge oval",
				"makeOval(0, 0, 110000, 85000); return '' + selectionContains(55000, 42000) + ' ' + Roi.contains(1, 1);");
		macros.put("hull", TortureSession.HUGE + "run('Convex Hull'); getSelectionCoordinates(x, y); return '' + x.length;");
		macros.put("interpolate", TortureSession.HUGE
				+ "run('Interpolate', 'interval=1000'); getSelectionCoordinates(x, y); return '' + (x.length > 300);");
		macros.put("spline", TortureSession.HUGE + "run('Fit Spline'); return '' + Roi.getType;");
		macros.put("inverse", SMALL + "run('Make Inverse'); t = Roi.getType; return t + ' ' + selectionContains(1, 1);");
		macros.put("select all", "run('Select All'); Roi.getBounds(x, y, w, h); return '' + w + ' ' + h;");
		macros.put("restore", TortureSession.HUGE + "run('Select None'); run('Restore Selection'); return '' + selectionType;");
		macros.put("rotate", SMALL + "run('Rotate...', 'angle=30'); return '' + selectionType;");
		macros.put("translate", SMALL + "run('Translate... ', 'x=10 y=20'); Roi.getBounds(x, y, w, h); return '' + x + ' ' + y;");
		macros.put("enlarge rectangle",
				SMALL + "run('Enlarge...', 'enlarge=10 pixel'); Roi.getBounds(x, y, w, h); return '' + w + ' ' + h;");
		macros.put("enlarge small",
				"makePolygon(100, 100, 400, 120, 300, 500); run('Enlarge...', 'enlarge=10 pixel'); return '' + (selectionType >= 0);");
		macros.put("bounding box",
				TortureSession.HUGE + "run('To Bounding Box'); Roi.getBounds(x, y, w, h); return '' + w + ' ' + h;");
		macros.put("line to area", "makeLine(1000, 1000, 90000, 80000, 50); run('Line to Area'); return '' + selectionType;");
		macros.put("profile", "makeLine(50000, 40000.5, 50100, 40000.5); p = getProfile(); return '' + p.length;");
		macros.put("plot profile", "makeLine(50000, 40000, 50100, 40000); run('Plot Profile'); return getTitle;");
		macros.put("histogram", SMALL + "run('Histogram'); return getTitle;");
		macros.put("histogram whole", "run('Histogram'); return getTitle;");
		macros.put("duplicate", SMALL
				+ "run('Duplicate...', 'title=cut'); return getTitle + ' ' + getWidth + ' ' + getHeight + ' ' + getPixel(0, 0);");
		macros.put("duplicate polygon",
				"makePolygon(100, 100, 400, 120, 300, 500); run('Duplicate...', 'title=cut'); return '' + getWidth + ' ' + getHeight + ' ' + selectionType;");
		macros.put("copy and paste elsewhere",
				SMALL + "run('Copy'); newImage('x', 'RGB', 300, 200, 1); run('Paste'); return '' + getPixel(10, 10);");
		macros.put("measure",
				"run('Clear Results'); run('Set Measurements...', 'area mean centroid perimeter redirect=None decimal=9');"
						+ SMALL
						+ "run('Measure'); return '' + getResult('Area', 0) + ' ' + getResult('X', 0) + ' ' + getResult('Y', 0) + ' ' + getResult('Perim.', 0) + ' ' + getResult('Downsample', 0);");
		macros.put("measure whole",
				"run('Clear Results'); run('Measure'); return '' + d2s(getResult('Area', 0), 0) + ' ' + getResult('Downsample', 0);");
		macros.put("measure huge",
				"run('Clear Results'); makePolygon(0, 0, 100000, 0, 0, 80000); run('Measure'); return '' + d2s(getResult('Area', 0), 0) + ' ' + d2s(getResult('X', 0), 1);");
		macros.put("measure oval",
				"run('Clear Results'); makeOval(0, 0, 100000, 80000); run('Measure'); return '' + d2s(getResult('Area', 0) / PI, 0);");
		macros.put("measure line",
				"run('Clear Results'); makeLine(1000, 1000, 1300, 1400); run('Measure'); return '' + getResult('Length', 0);");
		macros.put("measure points",
				"run('Clear Results'); makeSelection('point', newArray(100, 90000), newArray(200, 80000)); run('Measure'); return '' + nResults + ' ' + getResult('X', 1) + ' ' + getResult('Y', 1);");
		macros.put("value", SMALL + "return '' + d2s(getValue('Area'), 1) + ' ' + d2s(getValue('Mean'), 3);");
		macros.put("list", SMALL + "List.setMeasurements; return '' + List.getValue('Area');");
		macros.put("zoom",
				"run('Set... ', 'zoom=50 x=50000 y=40000'); getDisplayedArea(x, y, w, h); return '' + getZoom + ' ' + (x + w / 2) + ' ' + (y + h / 2);");
		macros.put("zoom to huge", "run('Select All'); run('Set... ', 'zoom=100'); return '' + getZoom;");
		macros.put("to selection", SMALL
				+ "run('To Selection'); getDisplayedArea(x, y, w, h); return '' + (x <= 50000) + ' ' + (y <= 40000) + ' ' + (x + w >= 50300) + ' ' + (w < 5000);");
		macros.put("original scale",
				"run('Original Scale'); getDisplayedArea(x, y, w, h); return '' + (w >= getWidth || h >= getHeight) + ' ' + (getZoom < 0.02);");
		macros.put("view 100", "run('View 100%'); return '' + getZoom;");
		macros.put("in and out", "run('View 100%'); run('In [+]'); a = getZoom; run('Out [-]'); return '' + a + ' ' + getZoom;");
		macros.put("scale to fit", "run('Scale to Fit'); run('Scale to Fit'); return '' + (getZoom < 0.02);");
		macros.put("overlay",
				SMALL + "run('Add Selection...'); Overlay.drawRect(1, 1, 100, 100); Overlay.show; return '' + Overlay.size;");
		macros.put("roi manager", "roiManager('reset'); makeOval(0, 0, 100000, 80000); roiManager('add'); " + SMALL
				+ "roiManager('add'); roiManager('show all with labels'); roiManager('select', 0); t = Roi.getType; return '' + roiManager('count') + ' ' + t;");
		macros.put("combine",
				"roiManager('reset'); makePolygon(0, 0, 60000, 0, 60000, 50000, 0, 50000); roiManager('add'); makeRectangle(50000, 20000, 40000, 30000); roiManager('add'); roiManager('select', newArray(0, 1)); roiManager('AND'); Roi.getBounds(x, y, w, h); return '' + x + ' ' + y + ' ' + w + ' ' + h;");
		macros.put("combine to a composite",
				"roiManager('reset'); makePolygon(0, 0, 60000, 0, 0, 50000); roiManager('add'); makeRectangle(70000, 20000, 30000, 30000); roiManager('add'); roiManager('select', newArray(0, 1)); roiManager('Combine'); Roi.getBounds(x, y, w, h); return '' + selectionType + ' ' + w + ' ' + h;");
		macros.put("exclusive or",
				"roiManager('reset'); makePolygon(0, 0, 60000, 0, 60000, 50000, 0, 50000); roiManager('add'); makeRectangle(50000, 20000, 40000, 30000); roiManager('add'); roiManager('select', newArray(0, 1)); roiManager('XOR'); return '' + selectionType + ' ' + selectionContains(55000, 30000) + ' ' + selectionContains(80000, 30000);");
		macros.put("manager to zip and back", "roiManager('reset'); " + TortureSession.HUGE
				+ "roiManager('add'); makeOval(0, 0, 100000, 80000); roiManager('add'); roiManager('save', '" + path
				+ "/rois.zip'); roiManager('reset'); roiManager('open', '" + path
				+ "/rois.zip'); roiManager('select', 1); Roi.getBounds(x, y, w, h); return '' + roiManager('count') + ' ' + w + ' ' + h;");
		macros.put("duplicate in batch mode", "setBatchMode(true); " + SMALL
				+ "run('Duplicate...', 'title=cut'); w = getWidth; close(); setBatchMode(false); return '' + w;");
		macros.put("dimensions", "getDimensions(w, h, c, z, t); return '' + w + ' ' + h + ' ' + c + ' ' + z + ' ' + t;");
		macros.put("freehand",
				"makeSelection('freehand', newArray(100, 90000, 80000), newArray(100, 200, 70000)); t = Roi.getType; return t;");
		macros.put("rotated rectangle",
				"makeRotatedRectangle(1000, 1000, 90000, 80000, 5000); return '' + selectionContains(45500, 40500);");
		macros.put("manager measure",
				"roiManager('reset'); run('Clear Results'); makeOval(0, 0, 60000, 50000); roiManager('add'); roiManager('select', 0); roiManager('measure'); return '' + nResults;");
		macros.put("multi measure",
				"roiManager('reset'); run('Clear Results'); makeOval(0, 0, 60000, 50000); roiManager('add'); " + SMALL
						+ "roiManager('add'); roiManager('multi-measure measure_all'); return '' + nResults;");
		macros.put("save selection", TortureSession.HUGE + "saveAs('selection', '" + path
				+ "/huge.roi'); run('Select None'); open('" + path + "/huge.roi'); return '' + selectionType + ' ' + getWidth;");
		macros.put("xy coordinates",
				SMALL + "saveAs('XY Coordinates', '" + path + "/xy.txt'); return '' + File.exists('" + path + "/xy.txt');");
		macros.put("set scale",
				"getPixelSize(unit, w, h); run('Set Scale...', 'distance=4 known=1 unit=um'); getPixelSize(u, a, b); run('Set Scale...', 'distance=4 known=1 unit=µm'); return '' + w + ' ' + a;");
		macros.put("properties", "Property.set('k', 'v'); v = Property.get('k'); return '' + v;");
		macros.put("info", "return '' + (lengthOf(getImageInfo()) > 20);");
		macros.put("rename", "old = getTitle; rename('other'); t = getTitle; rename(old); return t;");
		macros.put("line width", "run('Line Width...', 'line=1'); return 'ok';");
		macros.put("counts", "getHistogram(values, counts, 256); return '' + counts.length;");
		macros.put("update", "updateDisplay(); return 'ok';");
		return macros;
	}
}
