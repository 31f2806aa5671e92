package org.annotomy.imagej.lab;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.Appearance;
import org.annotomy.annotation.model.Provenance;
import org.annotomy.annotation.model.Status;
import org.annotomy.annotation.protocol.AnnotationClass;
import org.annotomy.annotation.shape.EllipseShape;
import org.annotomy.annotation.shape.PolygonShape;
import org.annotomy.annotation.shape.ShapeKind;
import org.annotomy.assist.microarray.ArrayCorners;
import org.annotomy.assist.microarray.ArrayGrid;
import org.annotomy.assist.microarray.Core;
import org.annotomy.assist.microarray.CoreFinder;
import org.annotomy.assist.tissue.TissueDetection;
import org.annotomy.geometry.Box;
import org.annotomy.geometry.Point;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.slide.SlideImage;
import org.annotomy.slide.SlideFacts;
import org.annotomy.task.Progress;

/** Lays circles over the cores of a tissue microarray: as a regular grid, or moved to the tissue that is there. Each change is one edit. */
public final class MicroarrayDesk {

	private static final int MOST_CORES = 100_000;
	private static final Provenance.Model MODEL = new Provenance.Model("microarray cores", "1", Double.NaN);
	/** Smaller pieces of tissue, in cores, are not looked at. */
	private static final double SMALLEST_PIECE = 0.02;
	private static final String MISSING = "missing";

	private final AnnotationSession session;
	private final LabObjects objects;
	private final SlideImage image;

	/** @throws IllegalArgumentException if the image is no slide; in words for the user */
	public MicroarrayDesk(AnnotationSession session) {
		this.session = session;
		objects = new LabObjects(session);
		image = objects.image();
	}

	/**
	 * Lays a grid between the outer cores that the selection shows; see {@link MicroarrayCorners}.
	 *
	 * @return for the user
	 * @throws IllegalArgumentException if there are too many cores, the selection shows no corners, or the class does not take ellipses
	 */
	public String addGrid(ArrayGrid grid, String classKey) {
		Box whole = new Box(0, 0, image.getWidth(), image.getHeight());
		ArrayCorners corners = MicroarrayCorners.of(image.getRoi()).orElseGet(() -> ArrayCorners.of(whole));
		return add(grid, grid.between(corners), classKey, null);
	}

	/**
	 * Suggests the cores: a grid between the outer cores that the selection shows, or else those that are found, each moved to the tissue near
	 * it. Cores without tissue are added as missing.
	 *
	 * @return for the user
	 * @throws IllegalArgumentException as {@link #addGrid}, or if no array is found
	 * @throws org.annotomy.task.CancelledException if the user cancelled
	 */
	public String suggest(ArrayGrid grid, String classKey, Progress progress) throws IOException {
		GridShapes.requireCount((long) grid.rows() * grid.columns(), MOST_CORES);
		CoreFinder finder = new CoreFinder(grid, tissue(grid, progress.part(0, 0.5)));
		ArrayCorners corners = MicroarrayCorners.of(image.getRoi()).or(finder::corners)
				.orElseThrow(
						() -> new IllegalArgumentException("No array of cores of this diameter was found. Mark the middles of "
								+ "three outer cores with points: A-1, the last of the first row, the first of the last row."));
		return add(grid, finder.find(corners, progress.part(0.5, 1)), classKey, MODEL);
	}

	private List<PolygonShape> tissue(ArrayGrid grid, Progress progress) throws IOException {
		SlideFacts facts = image.slide().facts();
		double pixels = SMALLEST_PIECE * Math.PI / 4 * grid.diameter() * grid.diameter();
		double smallest = facts.hasPixelSize()
				? pixels * facts.pixelWidthUm() * facts.pixelHeightUm() / 1e6
				: pixels * 1000 / ((double) image.getWidth() * image.getHeight());
		return new TissueDetection(0, smallest).find(image.slide(), image.open().regions(), image.plane(), image.look(),
				progress);
	}

	private String add(ArrayGrid grid, List<Core> cores, String classKey, Provenance.Model model) {
		GridShapes.requireCount(cores.size(), MOST_CORES);
		AnnotationClass annotationClass = objects.classFor(classKey, ShapeKind.ELLIPSE, "ellipses");
		List<AnnotationObject> added = new ArrayList<>();
		for (Core core : cores) {
			AnnotationObject object = objects
					.draft(circle(core.middle(), grid.diameter()), annotationClass, core.name(), LabObjects.GRID,
							model)
					.appearance(Appearance.DEFAULT.withOpacity(0)).build();
			added.add(core.missing() ? missing(object) : object);
		}
		objects.add(model == null ? "Add cores" : "Suggest cores", added);
		long missing = cores.stream().filter(Core::missing).count();
		return "Cores added: " + cores.size() + "." + (missing == 0 ? "" : " Of them without tissue: " + missing + ".");
	}

	private static EllipseShape circle(Point middle, double diameter) {
		return EllipseShape.inside(new Box(middle.x() - diameter / 2, middle.y() - diameter / 2, diameter, diameter));
	}

	private static AnnotationObject missing(AnnotationObject core) {
		return core.toBuilder().comment(MISSING).provenance(core.provenance().withStatus(Status.REJECTED)).build();
	}

	/**
	 * Says that cores are missing, or are there after all: missing ones are rejected and count for nothing.
	 *
	 * @return how many were changed
	 */
	public int markMissing(Collection<UUID> ids, boolean missing) {
		var edit = session.document().edit(missing ? "Mark cores missing" : "Mark cores present");
		int changed = 0;
		for (UUID id : ids) {
			AnnotationObject core = session.document().object(id).orElseThrow();
			if (core.provenance().isRejected() == missing) continue;
			Provenance now = core.provenance().modifiedAt(session.clock().instant());
			AnnotationObject dated = core.toBuilder().provenance(now).build();
			edit.put(missing ? missing(dated) : present(dated));
			changed++;
		}
		if (changed > 0) edit.apply();
		return changed;
	}

	private static AnnotationObject present(AnnotationObject core) {
		return core.toBuilder().comment(MISSING.equals(core.comment()) ? null : core.comment())
				.provenance(core.provenance().withStatus(Status.DRAFT)).build();
	}
}
