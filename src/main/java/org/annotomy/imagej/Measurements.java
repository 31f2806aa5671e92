package org.annotomy.imagej;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.Span;
import org.annotomy.annotation.protocol.AnnotationClass;
import org.annotomy.annotation.protocol.Protocol;
import org.annotomy.segmentation.measure.ImageValues;
import org.annotomy.segmentation.measure.PixelSizes;
import org.annotomy.segmentation.measure.ShapeMeasures;
import org.annotomy.segmentation.measure.ValueStatistics;

import ij.ImagePlus;
import ij.measure.ResultsTable;

/**
 * Measurements of objects as a table of ImageJ, one row per object. Each heading names its unit; where nobody knows the size of a pixel,
 * that is the pixel. The column <i>Calibration</i> says where the size comes from: millimetres at the detector of a projection are not
 * millimetres in the patient, and of an ultrasound picture each object has the pixel size of the region that it lies in. A cell is empty where a measure makes no sense.
 * <p>
 * Areas are those of the outlines. ImageJ's own <i>Measure</i> counts pixels: equal for outlines along pixel edges, and for others as near as
 * pixels allow.
 */
public final class Measurements {

	private static final int SHORT_ID = 8;

	private final Protocol protocol;
	private final ImagePlus image;
	private final PixelSizes sizes;
	private final Optional<ImageValues> values;
	private final List<Map<String, Object>> rows = new ArrayList<>();
	private final Set<String> used = new HashSet<>();
	private Map<String, Object> row;

	private Measurements(Protocol protocol, ImagePlus image) {
		this.protocol = protocol;
		this.image = image;
		sizes = ImagePlusImages.pixelSizes(image);
		values = StackValues.of(image);
	}

	/**
	 * @param objects in the order of the rows; may be empty
	 * @param protocol for the names of the classes
	 * @param image whose pixels are measured
	 */
	public static ResultsTable table(Collection<AnnotationObject> objects, Protocol protocol, ImagePlus image) {
		Measurements measurements = new Measurements(protocol, image);
		objects.forEach(measurements::measure);
		return measurements.table();
	}

	private void measure(AnnotationObject object) {
		row = new LinkedHashMap<>();
		rows.add(row);
		add("Object", Optional.ofNullable(object.name()).orElse(object.id().toString().substring(0, SHORT_ID)));
		add("Kind", object.shape().kind().key());
		add("Class", className(object));
		addPlace(object);
		PixelSizes.AtPlace size = sizes.at(object.shape().bounds());
		ShapeMeasures shape = ShapeMeasures.of(object.shape(), size.pixel());
		addShape(shape, size.pixel().unit());
		values.ifPresent(v -> addValues(ValueStatistics.of(object, v), v.unit()));
		add("X (px)", shape.centroid().x());
		add("Y (px)", shape.centroid().y());
		add("Box X (px)", shape.bounds().x());
		add("Box Y (px)", shape.bounds().y());
		add("Box width (px)", shape.bounds().width());
		add("Box height (px)", shape.bounds().height());
		add("Calibration", size.words());
	}

	private String className(AnnotationObject object) {
		String key = object.classKey() == null ? "" : object.classKey();
		return protocol.findClass(key).map(AnnotationClass::name).orElse(key);
	}

	private void addPlace(AnnotationObject object) {
		Span span = object.span();
		add("Channel", image.getNChannels() > 1 && object.plane().c() >= 0 ? object.plane().c() + 1 : Double.NaN);
		add("Slice", (span == null ? object.plane().z() : span.firstZ()) + 1);
		add("Last slice", span == null ? Double.NaN : span.lastZ() + 1);
		add("Time point", image.getNFrames() > 1 ? object.plane().t() + 1 : Double.NaN);
	}

	private void addShape(ShapeMeasures shape, String unit) {
		add("Length (" + unit + ")", shape.length());
		add("Perimeter (" + unit + ")", shape.perimeter());
		add("Area (" + unit + "²)", shape.area());
		add("Angle (°)", shape.angleDegrees());
		add("Long axis (" + unit + ")", shape.longAxis());
		add("Short axis (" + unit + ")", shape.shortAxis());
	}

	private void addValues(ValueStatistics found, String unit) {
		String in = unit.isEmpty() ? "" : " (" + unit + ")";
		add("Mean" + in, found.mean());
		add("SD" + in, found.sd());
		add("Min" + in, found.min());
		add("Max" + in, found.max());
		add("Values", found.count());
	}

	private void add(String heading, String text) {
		row.put(heading, text);
		used.add(heading);
	}

	private void add(String heading, double value) {
		row.put(heading, Double.isNaN(value) ? "" : value);
		if (!Double.isNaN(value)) used.add(heading);
	}

	/** Columns that no object fills are left out. ImageJ shows NaN unless an empty text takes its place. */
	private ResultsTable table() {
		ResultsTable table = new ResultsTable();
		Set<String> headings = new LinkedHashSet<>();
		rows.forEach(cells -> headings.addAll(cells.keySet()));
		headings.retainAll(used);
		for (Map<String, Object> cells : rows) {
			table.incrementCounter();
			for (String heading : headings) {
				Object cell = cells.getOrDefault(heading, "");
				if (cell instanceof Double number) table.addValue(heading, number);
				else table.addValue(heading, (String) cell);
			}
		}
		return table;
	}
}
