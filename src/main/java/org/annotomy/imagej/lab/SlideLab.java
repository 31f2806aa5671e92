package org.annotomy.imagej.lab;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.Plane;
import org.annotomy.annotation.model.Provenance;
import org.annotomy.annotation.model.Status;
import org.annotomy.annotation.protocol.AnnotationClass;
import org.annotomy.annotation.shape.PolygonShape;
import org.annotomy.annotation.shape.Shape;
import org.annotomy.annotation.shape.ShapeKind;
import org.annotomy.assist.tissue.TissueDetection;
import org.annotomy.geometry.Box;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.slide.SlideImage;
import org.annotomy.task.Progress;
import org.annotomy.training.TileExport;
import org.annotomy.training.TileSettings;

/** What a laboratory does with a slide besides drawing: have tissue found, lay out grids, cut tiles for training. Each change is one edit. */
public final class SlideLab {

	private static final int MOST_OBJECTS = 100_000;

	private final AnnotationSession session;
	private final SlideImage image;

	/** @throws IllegalArgumentException if the image is no slide; in words for the user */
	public SlideLab(AnnotationSession session) {
		this.session = session;
		this.image = SlideImage.require(session.image());
	}

	/**
	 * Suggests tissue: pieces become drafts of a class, noted as the algorithm's.
	 *
	 * @param classKey class of the protocol; null for the current one
	 * @return how many pieces were found
	 * @throws IllegalArgumentException if the class does not take outlines
	 */
	public int suggestTissue(TissueDetection detection, String classKey, Progress progress) throws IOException {
		AnnotationClass annotationClass = outlined(classKey);
		List<PolygonShape> pieces = detection.find(image.slide(), image.open().regions(), image.plane(), image.look(), progress);
		List<AnnotationObject> objects = new ArrayList<>();
		for (PolygonShape piece : pieces)
			objects.add(
					object(piece, annotationClass, "Tissue " + (objects.size() + 1), new Provenance.Model("tissue threshold", "1",
							Double.NaN)));
		add("Suggest tissue", objects);
		return objects.size();
	}

	/**
	 * Lays squares side by side over a region.
	 *
	 * @param region in pixels of level 0
	 * @param side of a square in pixels of level 0
	 * @return how many squares there are
	 * @throws IllegalArgumentException if there are too many, or the class does not take rectangles
	 */
	public int addGrid(Box region, double side, String classKey) {
		if (!(side > 0)) throw new IllegalArgumentException("The squares of a grid need a side above 0 pixels.");
		AnnotationClass annotationClass = required(classKey, ShapeKind.RECTANGLE, "rectangles");
		List<Shape> squares = GridShapes.squares(region, side, MOST_OBJECTS);
		List<AnnotationObject> objects = new ArrayList<>();
		for (Shape square : squares)
			objects.add(object(square, annotationClass, "Tile " + (objects.size() + 1), null));
		add("Add grid", objects);
		return objects.size();
	}

	/**
	 * Lays circles over the cores of a tissue microarray, named … row by row.
	 *
	 * @param region its corners are the middles of the outer cores, in pixels of level 0
	 * @param diameter of a core in pixels of level 0
	 * @return how many cores there are
	 * @throws IllegalArgumentException if there are none or too many, or the class does not take ellipses
	 */
	public int addCores(Box region, int rows, int columns, double diameter, String classKey) {
		AnnotationClass annotationClass = required(classKey, ShapeKind.ELLIPSE, "ellipses");
		List<AnnotationObject> objects = new ArrayList<>();
		for (GridShapes.Core core : GridShapes.cores(region, rows, columns, diameter, MOST_OBJECTS))
			objects.add(object(core.shape(), annotationClass, core.name(), null));
		add("Add cores", objects);
		return objects.size();
	}

	/** Cuts tiles with their labels; see {@link TileExport}. @param region in pixels of level 0 */
	public TileExport.Outcome exportTiles(TileSettings settings, Box region, Path folder, Progress progress) throws IOException {
		return new TileExport(image.slide(), image.open().regions(), image.plane(), image.look(), session.document(), settings)
				.write(folder, region, progress);
	}

	private AnnotationClass outlined(String classKey) {
		return required(classKey, ShapeKind.POLYGON, "outlines");
	}

	private AnnotationClass required(String classKey, ShapeKind kind, String words) {
		String key = classKey == null || classKey.isBlank() ? session.currentClass() : classKey;
		if (key == null) throw new IllegalArgumentException("The protocol has no class for what is added.");
		AnnotationClass found = session.requireClass(key);
		if (!found.allows(kind))
			throw new IllegalArgumentException("The class \"" + key + "\" does not take " + words + ". Choose another one.");
		return found;
	}

	private AnnotationObject object(Shape shape, AnnotationClass annotationClass, String name, Provenance.Model model) {
		Instant now = session.clock().instant();
		Provenance provenance = new Provenance(model == null ? "grid" : "suggestion", model, session.rater(), now, now, null,
				Status.DRAFT);
		Plane plane = new Plane(-1, image.plane().z(), image.plane().t());
		return AnnotationObject.builder(UUID.randomUUID(), shape, plane).classKey(annotationClass.key()).name(name)
				.provenance(provenance).build();
	}

	private void add(String name, List<AnnotationObject> objects) {
		if (objects.isEmpty()) return;
		var edit = session.document().edit(name);
		objects.forEach(edit::put);
		edit.apply();
	}
}
