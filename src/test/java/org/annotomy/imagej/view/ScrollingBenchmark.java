package org.annotomy.imagej.view;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.model.Segment;
import org.annotomy.annotation.protocol.Protocol;
import org.annotomy.display.view.SliceReader;
import org.annotomy.display.view.ViewPlane;
import org.annotomy.display.view.ViewPlanes;
import org.annotomy.geometry.Affine;
import org.annotomy.geometry.Axis;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelBox;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.identity.ImageIdentity;
import org.annotomy.identity.ImageSize;
import org.annotomy.image.MedicalImage;
import org.annotomy.image.Planes;
import org.annotomy.image.SpacingSource;
import org.annotomy.image.ValueScale;
import org.annotomy.imagej.segment.SegmentPainter;
import org.annotomy.segmentation.segment.EditingRules;
import org.annotomy.segmentation.segment.SegmentEdits;
import org.annotomy.segmentation.surface.Meshes;
import org.annotomy.segmentation.volume.ImageVolume;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.task.Progress;

import net.imglib2.type.numeric.integer.UnsignedShortType;

/** Cutting a slice out of 512 × 512 × 300 voxels of 0.7 × 0.7 × 1 mm and painting ten visible segments on it, as one step of the wheel does. */
public final class ScrollingBenchmark {

	static final VolumeSize SIZE = new VolumeSize(512, 512, 300);
	private static final VoxelSpacing SPACING = new VoxelSpacing(0.7, 0.7, 1);
	private static final int SEGMENTS = 10;
	private static final int RADIUS = 60;

	private final short[][] planes = new short[SIZE.nz()][SIZE.nx() * SIZE.ny()];
	private final AnnotationDocument document = new AnnotationDocument(
			ImageIdentity.of("stack", new ImageSize(SIZE.nx(), SIZE.ny(), SIZE.nz(), 1, 1)), Protocol.NONE);

	ScrollingBenchmark() {
		for (int z = 0; z < planes.length; z++)
			for (int i = 0; i < planes[z].length; i++)
				planes[z][i] = (short) (i * 31 + z * 17);
		ImageVolume volume = new ImageVolume(image(), 0, 0);
		Random random = new Random(5);
		SegmentEdits edits = new SegmentEdits(document, volume, 0, EditingRules.FREE);
		int side = 2 * RADIUS + 1;
		for (int i = 0; i < SEGMENTS; i++) {
			Segment segment = Segment.builder(new UUID(0, i + 1), i % 3, i + 1).rgb(0x100000 * i + 0x40ff).build();
			document.edit("Add").put(segment).apply();
			VoxelBox box = new VoxelBox(random.nextInt(SIZE.nx() - side), random.nextInt(SIZE.ny() - side),
					random.nextInt(SIZE.nz() - side),
					side, side, side);
			Mask ball = Meshes.ball(box, RADIUS, new double[]{1, 1, 1});
			edits.add("Ball", segment.id(), ball, Progress.NONE);
		}
	}

	private MedicalImage image() {
		return new MedicalImage("volume",
				Planes.wrap(new UnsignedShortType(), List.of(planes), SIZE.nx(), SIZE.ny(), 1, SIZE.nz(), 1),
				ValueScale.IDENTITY, null, new double[]{0.7, 0.7, 1}, SpacingSource.PATIENT, List.of(), false, Double.NaN,
				Map.of(),
				ImageIdentity.of("volume", new ImageSize(SIZE.nx(), SIZE.ny(), SIZE.nz(), 1, 1)), List.of(), Path.of("volume"),
				List.of());
	}

	AnnotationDocument document() {
		return document;
	}

	ImageVolume volume() {
		return new ImageVolume(image(), 0, 0);
	}

	View view(Axis axis) {
		return new View(axis);
	}

	/** What one window does when another slice comes on display, on a canvas with a pixel for each of the view's. */
	final class View {

		private final Axis axis;
		private final ViewPlane plane;
		private final SliceReader reader;
		private final Graphics2D g;
		private SegmentPainter painter = new SegmentPainter(document, SIZE);

		private View(Axis axis) {
			this.axis = axis;
			plane = new ViewPlanes(SIZE, SPACING, Affine.scaling(SPACING)).across(axis);
			reader = new SliceReader(plane, z -> planes[z]);
			g = new BufferedImage(plane.width(), plane.height(), BufferedImage.TYPE_INT_RGB).createGraphics();
		}

		/** Cuts the slice out and paints the segments on it. */
		void show(int slice) {
			reader.read(slice);
			paint(slice);
		}

		void paint(int slice) {
			painter.paint(g, axis, slice, 0, plane.toPixels());
		}

		/** As after an edit of segments. */
		void paintAnew(int slice) {
			painter = new SegmentPainter(document, SIZE);
			paint(slice);
		}
	}

	/** Milliseconds of each of {@code steps} slices across an axis, in ascending order. */
	double[] scroll(Axis axis, int steps) {
		View view = view(axis);
		double[] ms = new double[steps];
		int first = axis.slices(SIZE) / 2 - steps / 2;
		for (int i = 0; i < steps; i++) {
			long from = System.nanoTime();
			view.show(first + i);
			ms[i] = (System.nanoTime() - from) / 1e6;
		}
		Arrays.sort(ms);
		return ms;
	}

	/** Prints median and 95th percentile for each axis. */
	public static void main(String[] args) {
		ScrollingBenchmark benchmark = new ScrollingBenchmark();
		for (int round = 0; round < 2; round++)
			for (Axis axis : Axis.values()) {
				double[] ms = benchmark.scroll(axis, 100);
				System.out.printf("%s median %.1f ms, 95 %% %.1f ms%n", axis, ms[50], ms[95]);
			}
	}
}
