package org.annotomy.segmentation.segment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.Change;
import org.annotomy.annotation.Change.SegmentChange;
import org.annotomy.annotation.Change.VoxelChange;
import org.annotomy.annotation.Edit;
import org.annotomy.annotation.model.Segment;

/**
 * What a segment lost to others by an edit: voxels that belong to another one of its layer now. What only went out of it does not count, nor
 * what became a segment that the edit has added, nor an exchange by which it gained voxels too.
 *
 * @param from as it is after the edit
 * @param voxels how many, at all time points
 * @param emptied whether it has none left at a time point at which it lost some
 */
public record TakenVoxels(Segment from, long voxels, boolean emptied) {

	/** A label at one time point. */
	private record Place(int layer, int value, int t) implements Comparable<Place> {

		@Override
		public int compareTo(Place other) {
			int byLayer = Integer.compare(layer, other.layer);
			int byValue = byLayer == 0 ? Integer.compare(value, other.value) : byLayer;
			return byValue == 0 ? Integer.compare(t, other.t) : byValue;
		}
	}

	/**
	 * @param edit what was just done
	 * @param document after the edit
	 * @return by layer and label
	 */
	public static List<TakenVoxels> of(Edit edit, AnnotationDocument document) {
		Map<Place, Long> lost = new TreeMap<>();
		Set<Place> gained = new HashSet<>();
		Set<List<Integer>> added = new HashSet<>();
		for (Change change : edit.changes())
			if (change instanceof SegmentChange segment && segment.before() == null)
				added.add(List.of(segment.after().layer(), segment.after().value()));
		for (Change change : edit.changes())
			if (change instanceof VoxelChange voxels) count(voxels, added, lost, gained);
		lost.keySet().removeAll(gained);
		List<TakenVoxels> all = new ArrayList<>();
		for (Segment segment : lost.isEmpty() ? List.<Segment>of() : document.segments()) {
			List<Place> places = lost.keySet().stream()
					.filter(p -> p.layer() == segment.layer() && p.value() == segment.value()).toList();
			if (places.isEmpty()) continue;
			long voxels = places.stream().mapToLong(lost::get).sum();
			boolean emptied = places.stream().anyMatch(p -> new SegmentVoxels(document, p.t()).count(segment) == 0);
			all.add(new TakenVoxels(segment, voxels, emptied));
		}
		return all;
	}

	/** Goes along the runs of both blocks at once. */
	private static void count(VoxelChange change, Set<List<Integer>> added, Map<Place, Long> lost, Set<Place> gained) {
		int layer = change.index().layer();
		int t = change.index().t();
		int[] before = change.before().runs();
		int[] after = change.after().runs();
		int from = 0;
		for (int i = 0, j = 0; i < before.length && j < after.length;) {
			int end = Math.min(before[i + 1], after[j + 1]);
			if (before[i] != after[j]) {
				gained.add(new Place(layer, after[j], t));
				if (before[i] != 0 && after[j] != 0 && !added.contains(List.of(layer, after[j])))
					lost.merge(new Place(layer, before[i], t), (long) end - from, Long::sum);
			}
			if (before[i + 1] == end) i += 2;
			if (after[j + 1] == end) j += 2;
			from = end;
		}
	}

	/** Such as {@code Took 1,204 voxels from Liver. Tumour has no voxels left.}; empty if nothing was taken. */
	public static String words(List<TakenVoxels> taken) {
		if (taken.isEmpty()) return "";
		String from = taken.stream().map(each -> String.format(Locale.ROOT, "%,d %s from %s", each.voxels(),
				each.voxels() == 1 ? "voxel" : "voxels", each.name())).collect(Collectors.joining(", "));
		String empty = taken.stream().filter(TakenVoxels::emptied).map(each -> " " + each.name() + " has no voxels left.")
				.collect(Collectors.joining());
		return "Took " + from + "." + empty;
	}

	private String name() {
		return (from.name() == null ? "a segment without a name" : from.name()) + (from.visible() ? "" : " (hidden)");
	}
}
