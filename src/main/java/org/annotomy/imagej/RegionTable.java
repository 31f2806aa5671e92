package org.annotomy.imagej;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.RegionTree;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.protocol.AnnotationClass;
import org.annotomy.annotation.protocol.Protocol;
import org.annotomy.segmentation.measure.PixelSize;
import org.annotomy.segmentation.measure.ShapeMeasures;

import ij.ImagePlus;
import ij.measure.ResultsTable;

/**
 * How many detections lie in each region, of each class and in all, and how many that is per square millimetre (per square pixel where nobody
 * knows the size of a pixel). A detection counts where its centre lies; one in a region within another counts in both.
 */
public final class RegionTable {

	private static final String ALL = "all";
	private static final String NONE = "unclassified";
	private static final int SHORT_ID = 8;

	private RegionTable() {}

	/**
	 * @param regions objects that enclose an area; one row for each and each class
	 * @param image whose pixels have a size
	 */
	public static ResultsTable of(AnnotationDocument document, List<AnnotationObject> regions, ImagePlus image) {
		ResultsTable table = new ResultsTable();
		for (AnnotationObject region : regions) {
			PixelSize pixel = ImagePlusImages.pixelSizes(image).at(region.shape().bounds()).pixel();
			double area = ShapeMeasures.of(region.shape(), pixel).area();
			counts(document, region).forEach((name, count) -> {
				table.incrementCounter();
				table.addValue("Region", name(region));
				table.addValue("Region class", className(region.classKey(), document.protocol()));
				table.addValue("Area (" + pixel.unit() + "²)", area);
				table.addValue("Class", name);
				table.addValue("Count", count);
				table.addValue("Density (per " + pixel.unit() + "²)", count / area);
			});
		}
		return table;
	}

	/** In the order of the protocol, then what it does not have, then all. */
	private static Map<String, Integer> counts(AnnotationDocument document, AnnotationObject region) {
		Map<String, Integer> found = RegionTree.countByClass(document, region);
		Map<String, Integer> named = new LinkedHashMap<>();
		for (AnnotationClass known : document.protocol().classes())
			if (found.containsKey(known.key())) named.merge(known.name(), found.get(known.key()), Integer::sum);
		found.keySet().stream().filter(key -> key == null || document.protocol().findClass(key).isEmpty())
				.sorted((a, b) -> String.valueOf(a).compareTo(String.valueOf(b)))
				.forEach(key -> named.merge(key == null ? NONE : key, found.get(key), Integer::sum));
		named.put(ALL, found.values().stream().mapToInt(Integer::intValue).sum());
		return named;
	}

	private static String name(AnnotationObject region) {
		return Optional.ofNullable(region.name()).orElse(region.id().toString().substring(0, SHORT_ID));
	}

	private static String className(String key, Protocol protocol) {
		return key == null ? NONE : protocol.findClass(key).map(AnnotationClass::name).orElse(key);
	}
}
