package org.annotomy.imagej.lab;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.annotomy.annotation.model.AnnotationObject;
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
	private final LabObjects objects;
	private final SlideImage image;

	/** @throws IllegalArgumentException if the image is no slide; in words for the user */
	public SlideLab(AnnotationSession session) {
		this.session = session;
		this.objects = new LabObjects(session);
		this.image = objects.image();
	}

	/**
	 * What was suggested.
	 *
	 * @param found pieces of tissue
	 * @param replaced earlier suggestions that nobody had touched
	 * @param kept earlier suggestions that somebody has corrected, judged or locked; what they cover was not suggested again
	 */
	public record Suggestion(int found, int replaced, int kept) {

		/** For the user. */
		public String words() {
			String words = found == 0 ? "No tissue was found." : "Pieces of tissue found: " + found + ".";
			if (replaced > 0) words += " They replace those suggested before: " + replaced + ".";
			if (kept > 0) words += " Kept as they are, since somebody had worked on them: " + kept + ".";
			return words;
		}
	}

	/**
	 * Suggests tissue: pieces become drafts of a class, noted as the algorithm's. Suggestions of the same class from before that nobody has
	 * touched are replaced.
	 *
	 * @param classKey class of the protocol; null for the current one
	 * @throws IllegalArgumentException if the class does not take outlines
	 */
	public Suggestion suggestTissue(TissueDetection detection, String classKey, Progress progress) throws IOException {
		AnnotationClass annotationClass = objects.classFor(classKey, ShapeKind.POLYGON, "outlines");
		List<PolygonShape> pieces = detection.find(image.slide(), image.open().regions(), image.plane(), image.look(), progress);
		TissueSuggestions before = TissueSuggestions.in(session.document(), annotationClass.key(), image.plane());
		List<AnnotationObject> added = new ArrayList<>();
		for (PolygonShape piece : before.notCovered(pieces))
			added.add(objects.draft(piece, annotationClass, "Tissue " + (added.size() + 1), "suggestion", TissueSuggestions.MODEL)
					.build());
		if (!added.isEmpty() || !before.untouched().isEmpty()) {
			var edit = session.document().edit("Suggest tissue");
			edit.removeObjects(before.untouched().stream().map(AnnotationObject::id).toList());
			added.forEach(edit::put);
			edit.apply();
		}
		return new Suggestion(pieces.size(), before.untouched().size(), before.touched().size());
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
		AnnotationClass annotationClass = objects.classFor(classKey, ShapeKind.RECTANGLE, "rectangles");
		List<AnnotationObject> added = new ArrayList<>();
		for (Shape square : GridShapes.squares(region, side, MOST_OBJECTS))
			added.add(objects.draft(square, annotationClass, "Tile " + (added.size() + 1), LabObjects.GRID, null).build());
		objects.add("Add grid", added);
		return added.size();
	}

	/** Cuts tiles with their labels; see {@link TileExport}. @param region in pixels of level 0 */
	public TileExport.Outcome exportTiles(TileSettings settings, Box region, Path folder, Progress progress) throws IOException {
		return new TileExport(image.slide(), image.open().regions(), image.plane(), image.look(), session.document(), settings)
				.write(folder, region, progress);
	}
}
