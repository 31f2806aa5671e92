package org.annotomy.imagej.view;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;

import org.annotomy.display.view.ViewPlane;
import org.annotomy.display.view.ViewPlanes;
import org.annotomy.geometry.Axis;
import org.annotomy.geometry.Point;
import org.annotomy.geometry.Position;
import org.annotomy.geometry.Vertices;
import org.annotomy.geometry.VoxelBox;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.imagej.overlay.ToolPreview;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.segmentation.outline.MaskTracing;
import org.annotomy.segmentation.outline.PixelMask;
import org.annotomy.segmentation.paint.Slices;
import org.annotomy.segmentation.volume.ImageVolume;
import org.annotomy.segmentation.volume.Mask;

import ij.ImagePlus;

/**
 * An ImageJ image that shows slices of an annotated volume: the annotated image itself, or one that cuts the volume along another axis. What a
 * tool needs to paint in any of them: which voxels lie where.
 */
public record SliceView(ImagePlus image, AnnotationSession session, ViewPlane plane) {

	private static final String PROPERTY = "org.annotomy.view";
	private static final String PREVIEW = "org.annotomy.preview";

	/** The view that an image is; empty if it shows nothing of an annotated volume. */
	public static Optional<SliceView> of(ImagePlus image) {
		if (image == null) return Optional.empty();
		if (image.getProperty(PROPERTY) instanceof SliceView view) return Optional.of(view);
		return AnnotationSession.of(image).map(SliceView::own);
	}

	/** The session whose volume an image shows. */
	public static Optional<AnnotationSession> sessionOf(ImagePlus image) {
		return of(image).map(SliceView::session);
	}

	/** The annotated image as a view of itself. */
	static SliceView own(AnnotationSession session) {
		ImageVolume volume = session.segments().volume();
		return new SliceView(session.image(), session,
				new ViewPlanes(volume.size(), volume.spacing(), session.source().placeInPatient().orElse(null)).own());
	}

	/** Makes {@link #of} find this view. */
	void attach() {
		image.setProperty(PROPERTY, this);
	}

	void detach() {
		image.setProperty(PROPERTY, null);
	}

	public Axis across() {
		return plane.across();
	}

	/** The slice on display, from 0. */
	public int slice() {
		return isOwn() ? session.plane().z() : image.getCurrentSlice() - 1;
	}

	/** Whether this is the annotated image itself. */
	public boolean isOwn() { return image == session.image(); }

	/** Brings a slice on display. @param slice from 0; held within the volume */
	public void show(int slice) {
		int held = Math.max(0, Math.min(plane.slices() - 1, slice));
		if (held == slice()) return;
		if (isOwn()) image.setPosition(image.getC(), held + 1, image.getT());
		else image.setSlice(held + 1);
	}

	/** The place of the volume at a pixel of the slice on display (pixel-corner frame), in voxels with whole numbers at their centres. */
	public Position voxelAt(double x, double y) {
		return plane.voxelAt(x, y, slice());
	}

	/** A pixel of the view as a point of its slice: columns and rows of {@link Axis}, pixel-corner frame. */
	public Point slicePoint(Point pixel) {
		Position voxel = voxelAt(pixel.x(), pixel.y());
		double column = across() == Axis.X ? voxel.y() : voxel.x();
		double row = across() == Axis.Z ? voxel.y() : voxel.z();
		return new Point(column + 0.5, row + 0.5);
	}

	/** Pixels of the view as {@link #slicePoint}, to a thousandth of a pixel: no hand is finer, and macros stay readable. */
	public Vertices slicePath(List<Point> pixels) {
		return Vertices.of(pixels.stream().map(this::slicePoint).map(p -> new Point(thousandths(p.x()), thousandths(p.y())))
				.toList());
	}

	private static double thousandths(double at) {
		return Math.round(at * 1000) / 1000.0;
	}

	/** The pixel of the view at a point of its slice: the inverse of {@link #slicePoint}. */
	public Point pixel(Point onSlice) {
		double[] at = {onSlice.x(), onSlice.y()};
		plane.toPixels().transform(at, 0, at, 0, 1);
		return new Point(at[0], at[1]);
	}

	/** The outline of what a mask has on a slice of this view, along the edges of voxels; in pixels of the view. */
	public java.awt.Shape outline(Mask mask, int slice) {
		VoxelBox box = mask.bounds().intersect(Slices.box(across(), slice, slice, plane.size()));
		Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
		if (box.isEmpty()) return path;
		int columns = across().column(box.nx(), box.ny());
		int rows = across().row(box.ny(), box.nz());
		PixelMask pixels = new PixelMask(across().column(box.x(), box.y()), across().row(box.y(), box.z()), columns, rows,
				mask.on(box).voxels());
		MaskTracing.outline(pixels).ifPresent(area -> area.parts().forEach(part -> {
			append(part.shell(), path);
			part.holes().forEach(hole -> append(hole, path));
		}));
		return plane.toPixels().createTransformedShape(path);
	}

	private static void append(Vertices ring, Path2D path) {
		path.moveTo(ring.x(0), ring.y(0));
		for (int i = 1; i < ring.size(); i++)
			path.lineTo(ring.x(i), ring.y(i));
		path.closePath();
	}

	/** Distances of the view's pixels to the right and down, and of its slices, in mm; 1 along an axis of which the file says nothing. */
	public VoxelSpacing pixelSpacing() {
		VoxelSpacing voxels = session.segments().volume().spacing();
		return new VoxelSpacing(lengthMm(plane.right(), voxels), lengthMm(plane.down(), voxels),
				across() == Axis.X ? voxels.xMm() : across() == Axis.Y ? voxels.yMm() : voxels.zMm());
	}

	private static double lengthMm(Position way, VoxelSpacing voxels) {
		return new Position(way.x() * voxels.xMm(), way.y() * voxels.yMm(), way.z() * voxels.zMm()).norm();
	}

	/** What a tool shows above everything in this view; null for nothing. */
	public void setPreview(ToolPreview shown) {
		if (isOwn()) {
			session.overlay().setPreview(shown);
			return;
		}
		image.setProperty(PREVIEW, shown);
		if (image.getCanvas() != null) image.getCanvas().repaint();
	}

	/** What {@link #setPreview} has set on a view that is not the image's own. */
	ToolPreview preview() {
		return image.getProperty(PREVIEW) instanceof ToolPreview shown ? shown : null;
	}

	/**
	 * The voxels of the slice on display whose centres lie in an area.
	 *
	 * @param area in pixels of the image (pixel-corner frame), such as a drawn selection or the stroke of a brush
	 */
	public Mask mask(Shape area) {
		AffineTransform toPixels = plane.toPixels();
		Rectangle2D r = area.getBounds2D();
		VoxelBox box = box(plane.voxelAt(r.getMinX(), r.getMinY(), slice()), plane.voxelAt(r.getMaxX(), r.getMaxY(), slice()));
		Mask mask = Mask.empty(box);
		double[] at = new double[2];
		for (int z = box.z(), i = 0; z < box.endZ(); z++)
			for (int y = box.y(); y < box.endY(); y++)
				for (int x = box.x(); x < box.endX(); x++, i++) {
					at[0] = across().column(x, y) + 0.5;
					at[1] = across().row(y, z) + 0.5;
					toPixels.transform(at, 0, at, 0, 1);
					if (area.contains(at[0], at[1])) mask.voxels()[i] = 1;
				}
		return mask;
	}

	private VoxelBox box(Position a, Position b) {
		return VoxelBox
				.between(floor(a.x(), b.x()), floor(a.y(), b.y()), floor(a.z(), b.z()), ceil(a.x(), b.x()), ceil(a.y(), b.y()),
						ceil(a.z(), b.z()))
				.intersect(plane.size().box());
	}

	private static int floor(double a, double b) {
		return (int) Math.floor(Math.min(a, b) + 1e-9);
	}

	private static int ceil(double a, double b) {
		return (int) Math.ceil(Math.max(a, b) - 1e-9);
	}
}
