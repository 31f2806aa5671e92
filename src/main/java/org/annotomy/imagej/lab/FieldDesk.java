package org.annotomy.imagej.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.annotomy.annotation.count.CountResult;
import org.annotomy.annotation.count.CountingFields;
import org.annotomy.annotation.count.ProtocolCounts;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.Appearance;
import org.annotomy.annotation.model.Provenance;
import org.annotomy.annotation.model.Status;
import org.annotomy.annotation.protocol.AnnotationClass;
import org.annotomy.annotation.protocol.CountTask.Kind;
import org.annotomy.annotation.shape.RectangleShape;
import org.annotomy.annotation.shape.Shape;
import org.annotomy.annotation.shape.ShapeGeometry;
import org.annotomy.annotation.shape.ShapeKind;
import org.annotomy.geometry.Box;
import org.annotomy.geometry.PlaneSpacing;
import org.annotomy.geometry.Point;
import org.annotomy.imagej.RoiShapes;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.slide.SlideNavigation;
import org.annotomy.task.Progress;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Location;

import ij.gui.Roi;

/** Counting field by field: lays fields out, and leads from one to the next. With a window for the event thread. */
public final class FieldDesk {

	/** A high power field: a tenth of the 2.37 mm² in which mitoses are counted. */
	public static final double HIGH_POWER_FIELD_MM2 = 0.237;

	private static final double GREATEST_POWER = 40;
	private static final int MOST_FIELDS = 10_000;
	private static final double ROUNDING = 1e-6;
	/** Fields are clear while they are counted, and a little tinted when they are finished. */
	private static final double FINISHED = 0.12;

	private final AnnotationSession session;
	private final LabObjects objects;
	private final SlideNavigation navigation;

	/** Where to go from a field. */
	public enum Step {
		/** The field in view is finished; on to the next unfinished one. */
		FINISH,
		/** To the next unfinished one; this one stays as it is. */
		SKIP,
		/** To the field before. */
		BACK
	}

	/** @throws IllegalArgumentException if the image is no slide; in words for the user */
	public FieldDesk(AnnotationSession session) {
		this.session = session;
		objects = new LabObjects(session);
		navigation = new SlideNavigation(objects.image());
	}

	/**
	 * Lays fields out: within the selection, if it is an area, else around the middle of the view. There are none where an area of the class
	 * has been drawn already. The view goes to the first.
	 *
	 * @param areaMm2 of a field
	 * @param count how many; 0 for as many as the protocol's count still needs, or as the selection holds if it needs no area
	 * @param classKey null or empty for the class that the protocol counts within
	 * @return for the user
	 * @throws IllegalArgumentException if there is no room, no pixel size, or no such class; in words for the user
	 */
	public String add(double areaMm2, int count, String classKey) {
		AnnotationClass annotationClass = objects.classFor(classKey == null || classKey.isBlank() ? countedWithin() : classKey,
				ShapeKind.RECTANGLE, "rectangles");
		FieldLayout layout = layout(areaMm2);
		int wanted = count > 0 ? count : needed(annotationClass.key(), areaMm2);
		List<Box> places = places(layout, wanted, annotationClass.key());
		if (places.isEmpty())
			throw new IllegalArgumentException("There is no room for a counting field here: it would lie beside the slide or the "
					+ "selection, or on an area that is inspected already. Choose another place.");
		int before = CountingFields.in(session.document()).all().size();
		List<AnnotationObject> fields = new ArrayList<>();
		for (Box place : places)
			fields.add(objects.draft(new RectangleShape(place, 0), annotationClass, "Field " + (before + fields.size() + 1),
					CountingFields.TOOL, null).appearance(Appearance.DEFAULT.withOpacity(0)).build());
		objects.add("Add counting fields", fields);
		show(fields.get(0));
		String words = "Counting fields added: " + fields.size() + ".";
		return fields.size() >= wanted || wanted == MOST_FIELDS
				? words
				: words + " Wanted were " + wanted + ": there is no room for more.";
	}

	private String countedWithin() {
		return CountingFields.classKey(session.document()).orElseThrow(() -> new IllegalArgumentException("The protocol \""
				+ session.document().protocol().title() + "\" counts nothing within areas. Name the class that the fields get."));
	}

	private FieldLayout layout(double areaMm2) {
		PlaneSpacing spacing = session.planeSpacing();
		if (!spacing.isKnown())
			throw new IllegalArgumentException("Counting fields need an area in mm², but the slide does not say its pixel size.");
		double sideMm = Math.sqrt(areaMm2);
		return new FieldLayout(sideMm / spacing.xMm(), sideMm / spacing.yMm());
	}

	/** As many as are missing for the first count that needs an area within this class. */
	private int needed(String classKey, double areaMm2) {
		Optional<CountResult> density = new ProtocolCounts(session.document(), session.planeSpacing())
				.of(task -> task.kind() == Kind.DENSITY && classKey.equals(task.within()), Progress.NONE).stream().findFirst();
		if (density.isEmpty()) return isAreaSelected() ? MOST_FIELDS : 1;
		double done = density.get().progress() * density.get().task().areaMm2();
		return (int) Math.max(1, Math.min(MOST_FIELDS, Math.ceil((density.get().task().areaMm2() - done) / areaMm2 - ROUNDING)));
	}

	private boolean isAreaSelected() {
		Roi roi = session.image().getRoi();
		return roi != null && roi.isArea();
	}

	private List<Box> places(FieldLayout layout, int wanted, String classKey) {
		Box slide = new Box(0, 0, session.image().getWidth(), session.image().getHeight());
		Predicate<Point> free = place -> slide.contains(place) && session.document().individualObjects().stream()
				.noneMatch(object -> object.countsAs(classKey::equals) && CountingFields.holds(object, place));
		if (!isAreaSelected()) return layout.in(layout.around(navigation.centre(), wanted), free, wanted);
		Shape selection = RoiShapes.shapeOf(session.image().getRoi());
		// ImageJ's own question is wrong for selections with fractions of pixels.
		IndexedPointInAreaLocator inside = new IndexedPointInAreaLocator(ShapeGeometry.area(selection));
		return layout.in(selection.bounds(),
				free.and(place -> inside.locate(new Coordinate(place.x(), place.y())) != Location.EXTERIOR), wanted);
	}

	/**
	 * Goes on from the field in the middle of the view.
	 *
	 * @return for the user
	 * @throws IllegalStateException if no fields have been laid out; in words for the user
	 */
	public String step(Step step) {
		CountingFields fields = CountingFields.in(session.document());
		if (fields.all().isEmpty())
			throw new IllegalStateException("There are no counting fields on this slide. Use Add Counting Fields... first.");
		int at = fields.at(navigation.centre());
		if (step == Step.BACK) return show(fields, Math.floorMod((at < 0 ? 0 : at) - 1, fields.all().size()));
		if (step == Step.FINISH && at >= 0 && CountingFields.isUnfinished(fields.all().get(at))) {
			finish(fields.all().get(at));
			fields = CountingFields.in(session.document());
		}
		int next = fields.nextUnfinished(at);
		return next < 0 ? "All " + fields.all().size() + " fields are finished." : show(fields, next);
	}

	private void finish(AnnotationObject field) {
		Provenance finished = field.provenance().modifiedAt(session.clock().instant()).withStatus(Status.FINAL);
		session.document().edit("Finish counting field")
				.put(field.toBuilder().provenance(finished).appearance(field.appearance().withOpacity(FINISHED)).build()).apply();
	}

	private String show(CountingFields fields, int index) {
		show(fields.all().get(index));
		return "Field " + (index + 1) + " of " + fields.all().size() + ". Finished: " + fields.finished() + ".";
	}

	private void show(AnnotationObject field) {
		session.show(field);
		navigation.goAround(field.shape().bounds(), GREATEST_POWER);
	}
}
