package org.annotomy.imagej.linking;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.shape.Shape;
import org.annotomy.geometry.Axis;
import org.annotomy.geometry.Point;
import org.annotomy.geometry.Position;
import org.annotomy.imagej.RoiShapes;
import org.annotomy.imagej.RoiStyle;
import org.annotomy.imagej.overlay.Outlines;
import org.annotomy.imagej.segment.SectionPicture;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.view.SliceView;
import org.annotomy.linking.group.SyncSettings;
import org.annotomy.linking.place.Correspondence;
import org.annotomy.linking.place.Expected;
import org.annotomy.linking.section.PlaneMap;
import org.annotomy.linking.section.PrismSection;
import org.annotomy.linking.section.ShapeMapping;

import ij.gui.Roi;

/**
 * Where marks of the other members must be on the slice of a view: cuts through them, of any orientation; or the band in which they must lie. Marks whose thing is marked in
 * the view's own image too are left out there, since that mark is seen itself; so is what was rejected. Safe for threads: a macro edits on its own while the window is
 * painted.
 */
final class Ghosts {

	/** More marks of one member than this are not shown as ghosts. */
	private static final int MOST = 1000;

	private static final Color DRAWN = new Color(0xffff66);

	/** A cut through a mark, in pixels of the view. */
	record Ghost(Path2D path, Color color) {}

	private final SliceView view;
	private final OpenGroup group;
	private List<Ghost> seen;
	private Set<String> tracked = Set.of();
	private BufferedImage segments;
	private int slice = -1;
	private int time = -1;

	Ghosts(SliceView view, OpenGroup group) {
		this.view = view;
		this.group = group;
	}

	synchronized void forget() {
		seen = null;
	}

	synchronized List<Ghost> seen() {
		look();
		return seen;
	}

	/** Segments of other members, if all ghosts are shown. */
	synchronized Optional<BufferedImage> segments() {
		look();
		return Optional.ofNullable(segments);
	}

	private void look() {
		int now = view.slice();
		int nowTime = view.session().plane().t();
		if (seen != null && slice == now && time == nowTime) return;
		slice = now;
		time = nowTime;
		seen = new ArrayList<>();
		segments = null;
		SyncSettings.Ghosts wanted = group.group().sync().ghosts();
		if (wanted == SyncSettings.Ghosts.NONE || group.keyOf(view.session()).isEmpty()) return;
		tracked = view.session().document().objects().stream()
				.filter(own -> own.tracking() != null && !own.provenance().isRejected()).map(own -> own.tracking().uid())
				.collect(Collectors.toSet());
		for (Map.Entry<String, AnnotationSession> other : group.sessions().entrySet())
			if (other.getValue() != view.session()) add(other.getKey(), other.getValue(), wanted == SyncSettings.Ghosts.ALL);
	}

	private void add(String key, AnnotationSession session, boolean all) {
		Optional<PlaneMap> plane = ViewGeometry.planeIn(key, view, slice, group);
		if (plane.isEmpty()) {
			addOneByOne(key, session, all);
			return;
		}
		double half = halfThickness(key, plane.get());
		AnnotationDocument document = session.document();
		int count = 0;
		for (AnnotationObject object : document.objects()) {
			if (!isWanted(object, session, all) || count++ >= MOST) continue;
			int first = object.span() == null ? object.plane().z() : object.span().firstZ();
			int last = object.span() == null ? object.plane().z() : object.span().lastZ();
			add(key, object.shape(), first, last, half, plane.get(), RoiStyle.of(object, document.protocol()).stroke());
		}
		Roi roi = session.image().getRoi();
		if (roi != null && roi.getState() == Roi.NORMAL) {
			int z = session.plane().z();
			add(key, RoiShapes.shapeOf(roi), z, z, half, plane.get(), DRAWN);
		}
		if (all && document.segments().stream().anyMatch(s -> s.visible()))
			segments = new SectionPicture(document, group.place(key).size(), session.plane().t(), plane.get(),
					group.place(key).frame().sliceAxis()).paint(segments, view.image().getWidth(), view.image().getHeight());
	}

	/** Where no plane is mapped to a plane: bands in which marks must lie, and outlines bent point by point. */
	private void addOneByOne(String key, AnnotationSession session, boolean all) {
		String here = group.keyOf(view.session()).orElseThrow();
		Correspondence correspondence = group.correspondences().between(key, here);
		AffineTransform toPixels = view.plane().toPixels();
		int count = 0;
		for (AnnotationObject object : session.document().objects()) {
			if (!isWanted(object, session, all) || count++ >= MOST || view.across() != Axis.Z) continue;
			expected(object, correspondence).ifPresent(shape -> {
				Path2D.Double path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
				for (double[] outline : Outlines.of(shape))
					append(path, outline, shape.isArea());
				Color stroke = RoiStyle.of(object, session.document().protocol()).stroke();
				seen.add(new Ghost(new Path2D.Double(path, toPixels), stroke == null ? DRAWN : stroke));
			});
		}
	}

	/** The shape on the slice of the view, in its columns and rows. */
	private Optional<Shape> expected(AnnotationObject object, Correspondence correspondence) {
		Expected middle = GroupLinks.expectedMiddle(object, correspondence);
		if (middle instanceof Expected.Band band) return band.slice() == slice ? Optional.of(band.area()) : Optional.empty();
		if (!(middle instanceof Expected.Exact exact) || Math.round(exact.voxel().z()) != slice) return Optional.empty();
		try {
			return Optional.of(ShapeMapping.map(object.shape(), p -> pixel(correspondence, p, object.plane().z())));
		} catch (IllegalArgumentException noPlace) {
			return Optional.empty();
		}
	}

	private static Point pixel(Correspondence correspondence, Point from, int z) {
		Expected expected = correspondence.expected(new Position(from.x() - 0.5, from.y() - 0.5, z));
		return expected instanceof Expected.Exact exact
				? new Point(exact.voxel().x() + 0.5, exact.voxel().y() + 0.5)
				: new Point(Double.NaN, Double.NaN);
	}

	private static void append(Path2D.Double path, double[] xy, boolean close) {
		path.moveTo(xy[0], xy[1]);
		for (int i = 2; i < xy.length; i += 2)
			path.lineTo(xy[i], xy[i + 1]);
		if (close) path.closePath();
	}

	/** Half of what a slice of the view covers of the member's slices, at least half of one of these: no mark falls between slices. */
	private double halfThickness(String key, PlaneMap plane) {
		return ViewGeometry.planeIn(key, view, slice + 1, group)
				.map(next -> Math.max(0.5, Math.abs(next.origin().z() - plane.origin().z()) / 2)).orElse(0.5);
	}

	private boolean isWanted(AnnotationObject object, AnnotationSession session, boolean all) {
		boolean shown = object.appearance().visible() && !object.provenance().isRejected();
		boolean markedHere = object.tracking() != null && tracked.contains(object.tracking().uid());
		return shown && !markedHere && (all || session.selection().contains(object.id()));
	}

	private void add(String key, Shape shape, int first, int last, double half, PlaneMap plane, Color color) {
		var axis = group.place(key).frame().sliceAxis();
		double from = Math.min(axis.evenIndex(first - 0.5), axis.evenIndex(first) - half);
		double to = Math.max(axis.evenIndex(last + 0.5), axis.evenIndex(last) + half);
		Path2D path = PrismSection.of(Outlines.of(shape), shape.isArea(), from, to, plane);
		if (path.getCurrentPoint() != null) seen.add(new Ghost(path, color == null ? DRAWN : color));
	}
}
