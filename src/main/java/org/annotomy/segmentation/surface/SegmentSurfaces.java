package org.annotomy.segmentation.surface;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.model.Segment;
import org.annotomy.geometry.Affine;
import org.annotomy.geometry.TriangleMesh;
import org.annotomy.geometry.VoxelBox;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.segmentation.segment.SegmentVoxels;
import org.annotomy.task.Progress;

/** Surfaces of the segments of a document where they lie in the patient, or along the image's axes if nobody knows. */
public final class SegmentSurfaces {

	private static final double FINER = 1.2;
	/** Surfaces are laid with so many times the triangles that are wanted, and reduced then: that keeps more of their shape than large blocks. */
	private static final int FINER_FIRST = 2;
	private static final int MOST_NUMBERS = 255;
	private static final int[] EACH_VOXEL = {1, 1, 1};

	private final SegmentVoxels voxels;
	private final VoxelSpacing spacing;
	private final Affine place;

	/**
	 * @param document a copy, if somebody may change it meanwhile
	 * @param place from voxels to the patient (LPS, mm), or null if nobody knows
	 */
	public SegmentSurfaces(AnnotationDocument document, int timePoint, VoxelSpacing spacing, Affine place) {
		this.voxels = new SegmentVoxels(document, timePoint);
		this.spacing = spacing;
		this.place = place;
	}

	/**
	 * The surface in full detail.
	 *
	 * @param rounds of smoothing; 0 for none
	 * @return empty if the segment has no voxels
	 * @throws org.annotomy.task.CancelledException if the user cancelled
	 */
	public TriangleMesh exact(Segment segment, int rounds, Progress progress) {
		return finished(MarchingCubes.of(voxels.mask(segment), spacing, progress.part(0, 0.6)), rounds, progress.part(0.6, 1));
	}

	/**
	 * A surface that is quickly made.
	 *
	 * @param isFinal whether {@link #previews} makes no better one
	 */
	public record Sketch(TriangleMesh mesh, boolean isFinal) {}

	/**
	 * Surfaces to look at, of several segments in one pass over their layer, where they touch with one border. Large ones are made coarser.
	 *
	 * @param triangles so many for each at the most, if it can be reduced to them
	 * @param rounds of smoothing; 0 for none
	 * @return by segment; empty ones of segments without voxels
	 * @throws org.annotomy.task.CancelledException if the user cancelled
	 */
	public Map<UUID, TriangleMesh> previews(Collection<Segment> segments, int triangles, int rounds, Progress progress) {
		Map<UUID, TriangleMesh> all = laid(segments, FINER_FIRST * triangles, rounds, progress.part(0, 0.5));
		int done = 0;
		for (Map.Entry<UUID, TriangleMesh> each : all.entrySet()) {
			Progress part = progress.part(0.5 + 0.5 * done / all.size(), 0.5 + 0.5 * (done + 1) / all.size());
			each.setValue(MeshReduction.of(each.getValue(), triangles, Double.POSITIVE_INFINITY, part));
			done++;
		}
		all.replaceAll((id, mesh) -> placed(mesh));
		return all;
	}

	/** As {@link #previews}, but quicker: large ones are made of larger blocks, and none is reduced, so there may be more triangles. */
	public Map<UUID, Sketch> sketches(Collection<Segment> segments, int triangles, int rounds, Progress progress) {
		Map<UUID, TriangleMesh> meshes = laid(segments, triangles, rounds, progress);
		Map<UUID, Sketch> all = new HashMap<>();
		for (Segment segment : segments) {
			VoxelBox box = voxels.bounds(segment);
			TriangleMesh mesh = meshes.get(segment.id());
			boolean sameBlocks = Arrays.equals(block(box, triangles), block(box, FINER_FIRST * triangles));
			all.put(segment.id(), new Sketch(placed(mesh), sameBlocks && mesh.triangles() <= triangles));
		}
		return all;
	}

	/** Along the axes of the image. */
	private Map<UUID, TriangleMesh> laid(Collection<Segment> segments, int triangles, int rounds, Progress progress) {
		Map<UUID, TriangleMesh> all = new HashMap<>();
		Map<List<Integer>, List<Segment>> groups = new LinkedHashMap<>();
		for (Segment segment : segments) {
			VoxelBox box = voxels.bounds(segment);
			int[] block = block(box, triangles);
			if (box.isEmpty()) all.put(segment.id(), TriangleMesh.EMPTY);
			else
				groups.computeIfAbsent(List.of(segment.layer(), block[0], block[1], block[2]), key -> new ArrayList<>())
						.add(segment);
		}
		int done = 0;
		for (Map.Entry<List<Integer>, List<Segment>> group : groups.entrySet()) {
			List<Integer> key = group.getKey();
			int[] block = {key.get(1), key.get(2), key.get(3)};
			for (int from = 0; from < group.getValue().size(); from += MOST_NUMBERS) {
				List<Segment> some = group.getValue().subList(from, Math.min(group.getValue().size(), from + MOST_NUMBERS));
				Progress part = progress.part(done / (double) segments.size(), (done + some.size()) / (double) segments.size());
				lay(some, block, rounds, all, part);
				done += some.size();
			}
		}
		return all;
	}

	/** Of segments of one layer; those that are lost in blocks are made again without. */
	private void lay(List<Segment> segments, int[] block, int rounds, Map<UUID, TriangleMesh> all, Progress progress) {
		TriangleMesh[] meshes = net(segments, block, rounds, progress).meshes();
		for (int i = 0; i < segments.size(); i++) {
			TriangleMesh mesh = meshes[i + 1].isEmpty()
					? net(segments.subList(i, i + 1), EACH_VOXEL, rounds, Progress.NONE).meshes()[1]
					: meshes[i + 1];
			all.put(segments.get(i).id(), mesh);
		}
	}

	/** Segment i of the list has label i + 1. */
	private LabelNet net(List<Segment> segments, int[] block, int rounds, Progress progress) {
		VoxelBox box = VoxelBox.EMPTY;
		Map<Integer, Integer> numbers = new HashMap<>();
		for (Segment segment : segments) {
			box = box.union(voxels.bounds(segment));
			numbers.put(segment.value(), numbers.size() + 1);
		}
		byte[] labels = voxels.numbered(segments.get(0).layer(), numbers, box);
		byte[] coarse = CoarseLabels.of(labels, box.size(), block, progress.part(0, 0.3));
		double[] mm = {spacing.xMm(), spacing.yMm(), spacing.zMm()};
		int[] first = {box.x(), box.y(), box.z()};
		double[] origin = new double[3];
		double[] step = new double[3];
		for (int axis = 0; axis < 3; axis++) {
			step[axis] = block[axis] * mm[axis];
			origin[axis] = (first[axis] + (block[axis] - 1) / 2.0) * mm[axis];
		}
		LabelNet net = SurfaceNets.of(coarse, CoarseLabels.size(box.size(), block), origin, step, progress.part(0.3, 0.6));
		return NetSmoothing.relaxed(net, step, rounds, progress.part(0.6, 1));
	}

	private TriangleMesh finished(TriangleMesh mesh, int rounds, Progress progress) {
		return placed(SurfaceSmoothing.taubin(mesh, rounds, progress));
	}

	private TriangleMesh placed(TriangleMesh mesh) {
		return place == null ? mesh : mesh.transformed(place.after(Affine.scaling(spacing).inverse()));
	}

	/** Voxels to be taken together: as many as make cubes, and only as many as are needed. A box has about two triangles for each voxel of its sides. */
	private int[] block(VoxelBox box, int triangles) {
		double[] mm = {spacing.xMm(), spacing.yMm(), spacing.zMm()};
		double side = Math.min(mm[0], Math.min(mm[1], mm[2]));
		while (true) {
			int[] block = new int[3];
			for (int axis = 0; axis < 3; axis++)
				block[axis] = (int) Math.max(1, Math.min(16, Math.round(side / mm[axis])));
			double x = box.nx() / (double) block[0];
			double y = box.ny() / (double) block[1];
			double z = box.nz() / (double) block[2];
			boolean coarsest = block[0] == 16 && block[1] == 16 && block[2] == 16;
			if (4 * (x * y + y * z + x * z) <= triangles || coarsest) return block;
			side *= FINER;
		}
	}
}
