package org.annotomy.segmentation.segment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.Edit;
import org.annotomy.annotation.EditBuilder;
import org.annotomy.annotation.LockedException;
import org.annotomy.annotation.model.Segment;
import org.annotomy.annotation.voxel.BlockIndex;
import org.annotomy.annotation.voxel.LabelBlock;
import org.annotomy.geometry.VoxelBox;
import org.annotomy.segmentation.volume.ImageVolume;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.task.Progress;

/**
 * Every change of segments' voxels: each is one named edit, keeps to the {@link EditingRules}, and costs memory in proportion to the
 * blocks it changes. A hidden segment whose voxels it changes is shown by the same edit, so that nobody changes what nobody sees. Used
 * alike by tool, command and macro.
 */
public final class SegmentEdits {

	private final AnnotationDocument document;
	private final ImageVolume volume;
	private final int timePoint;
	private final EditingRules rules;

	/** How a segment takes over a mask. */
	private enum Way {
		ADD, REMOVE, REPLACE
	}

	/** @param volume the image that is segmented, at this time point; also says how large it is */
	public SegmentEdits(AnnotationDocument document, ImageVolume volume, int timePoint, EditingRules rules) {
		this.document = document;
		this.volume = volume;
		this.timePoint = timePoint;
		this.rules = rules;
	}

	/**
	 * The voxels of the mask join the segment.
	 *
	 * @param name of the edit, for the history
	 * @return the edit; empty if nothing was to be changed
	 * @throws IllegalArgumentException if there is no such segment
	 * @throws LockedException if it is locked, or the document is read-only
	 * @throws org.annotomy.task.CancelledException if the user cancelled; nothing is changed then
	 */
	public Edit add(String name, UUID segment, Mask mask, Progress progress) {
		return apply(name, Map.of(segment, mask), Way.ADD, progress);
	}

	/** The voxels of the mask leave the segment. Otherwise as {@link #add}. */
	public Edit remove(String name, UUID segment, Mask mask, Progress progress) {
		return apply(name, Map.of(segment, mask), Way.REMOVE, progress);
	}

	/** The segment gets the voxels of the mask and no others. Otherwise as {@link #add}. */
	public Edit replace(String name, UUID segment, Mask mask, Progress progress) {
		return apply(name, Map.of(segment, mask), Way.REPLACE, progress);
	}

	/** Several segments get new voxels at once, in this order: a later one takes voxels from an earlier one. Otherwise as {@link #add}. */
	public Edit replace(String name, Map<UUID, Mask> masks, Progress progress) {
		return apply(name, masks, Way.REPLACE, progress);
	}

	/**
	 * Parts of a segment become segments that are added with them. Only voxels that the segment has and the rules leave open change over.
	 * Otherwise as {@link #add}.
	 *
	 * @param parts new segments in the layer of the one that is split, with labels that are free there
	 */
	public Edit split(String name, UUID id, Map<Segment, Mask> parts, Progress progress) {
		Segment whole = require(id);
		EditBuilder edit = document.edit(name);
		Map<BlockIndex, LabelBlock> changed = new LinkedHashMap<>();
		Layers layers = new Layers(document, timePoint, changed);
		GivingWay yields = GivingWay.of(IntStream.of(whole.value()));
		int done = 0;
		for (Map.Entry<Segment, Mask> entry : parts.entrySet()) {
			Progress part = progress.part((double) done / parts.size(), (done + 1.0) / parts.size());
			VoxelBox box = entry.getValue().bounds().intersect(volume.size().box());
			Mask mask = entry.getValue().on(box);
			Mask editable = editable(box, part);
			for (int i = 0; editable != null && i < mask.voxels().length; i++)
				mask.voxels()[i] &= editable.voxels()[i];
			edit.put(entry.getKey());
			if (layers.paint(entry.getKey(), mask, yields, part.part(0.5, 1))) shown(whole, edit);
			done++;
		}
		changed.forEach(edit::put);
		return edit.apply();
	}

	/**
	 * Segments that are to be added, in the layers where their voxels meet no other segment.
	 *
	 * @param edit adds them; not made yet
	 */
	public record Adding(List<Segment> segments, EditBuilder edit) {

		public Adding {
			segments = List.copyOf(segments);
		}
	}

	/**
	 * Prepares to add segments with their voxels, in this order; the rules do not matter, since no voxel of another segment changes.
	 *
	 * @param masks segments of the first layer; a label that is taken there is exchanged for a free one
	 * @return the segments in the order of the masks
	 */
	public Adding adding(String name, Map<Segment, Mask> masks, Progress progress) {
		EditBuilder edit = document.edit(name);
		Map<BlockIndex, LabelBlock> changed = new LinkedHashMap<>();
		Layers layers = new Layers(document, timePoint, changed);
		List<Segment> added = new ArrayList<>();
		for (Map.Entry<Segment, Mask> entry : masks.entrySet()) {
			Progress part = progress.part((double) added.size() / masks.size(), (added.size() + 1.0) / masks.size());
			Mask inside = entry.getValue().on(entry.getValue().bounds().intersect(volume.size().box()));
			Segment placed = layers.makeRoom(layers.add(entry.getKey(), edit), inside, edit);
			layers.paint(placed, inside, layers.yielding(placed.layer(), EditingRules.Overwrite.NONE), part);
			added.add(placed);
		}
		changed.forEach(edit::put);
		return new Adding(added, edit);
	}

	/** The voxels of a box inside the image that the rules leave open to change; null if all of them are. */
	public Mask editable(VoxelBox box, Progress progress) {
		return new EditableVoxels(document, volume, timePoint, rules).in(box, progress);
	}

	/**
	 * A segment gets the voxels of a mask, and no others, at some time points; all one edit. Otherwise as {@link #add}.
	 *
	 * @param masks by time point
	 */
	public Edit replaceAt(String name, UUID segment, Map<Integer, Mask> masks, Progress progress) {
		EditBuilder edit = document.edit(name);
		Map<BlockIndex, LabelBlock> changed = new LinkedHashMap<>();
		Segment before = require(segment);
		Segment now = before;
		int done = 0;
		for (Map.Entry<Integer, Mask> entry : masks.entrySet()) {
			SegmentEdits then = new SegmentEdits(document, volume.at(entry.getKey()), entry.getKey(), rules);
			Progress part = progress.part((double) done / masks.size(), (done + 1.0) / masks.size());
			Mask mask = then.allowed(before, entry.getValue(), Way.REPLACE, part);
			now = then.put(now, mask, new Layers(document, entry.getKey(), changed), edit, part.part(0.5, 1));
			done++;
		}
		changed.forEach(edit::put);
		return edit.apply();
	}

	/**
	 * Moves a segment to another layer, with its voxels at all time points. Otherwise as {@link #add}.
	 *
	 * @throws IllegalArgumentException if another segment has some of its voxels there
	 */
	public Edit moveToLayer(UUID id, int layer) {
		Segment segment = require(id);
		EditBuilder edit = document.edit("Move segment to layer");
		if (layer == segment.layer()) return edit.apply();
		Map<BlockIndex, LabelBlock> changed = new LinkedHashMap<>();
		Layers layers = new Layers(document, timePoint, changed);
		if (!layers.isFreeFor(segment, layer))
			throw new IllegalArgumentException("Another segment of layer " + layer
					+ " has voxels of this one. Segments of one layer share none: take them away from one of the two, or choose another layer.");
		layers.move(segment, layer, edit);
		changed.forEach(edit::put);
		return edit.apply();
	}

	private Edit apply(String name, Map<UUID, Mask> masks, Way way, Progress progress) {
		EditBuilder edit = document.edit(name);
		Map<BlockIndex, LabelBlock> changed = new LinkedHashMap<>();
		Layers layers = new Layers(document, timePoint, changed);
		int done = 0;
		for (Map.Entry<UUID, Mask> entry : masks.entrySet()) {
			Progress part = progress.part((double) done / masks.size(), (done + 1.0) / masks.size());
			Segment segment = require(entry.getKey());
			Mask mask = allowed(segment, entry.getValue(), way, part);
			if (way == Way.REMOVE)
				paint(segment, mask, layers, rules.overwrite(), edit, part.part(0.5, 1));
			else
				put(segment, mask, layers, edit, part.part(0.5, 1));
			done++;
		}
		changed.forEach(edit::put);
		return edit.apply();
	}

	/** @return the segment in the layer where it is then */
	private Segment put(Segment segment, Mask mask, Layers layers, EditBuilder edit, Progress progress) {
		Segment now = rules.overwrite() == EditingRules.Overwrite.OVERLAP ? layers.makeRoom(segment, mask, edit) : segment;
		return paint(now, mask, layers, rules.overwrite(), edit, progress);
	}

	/** @return the segment as it is shown then */
	private static Segment paint(Segment segment, Mask mask, Layers layers, EditingRules.Overwrite overwrite, EditBuilder edit,
			Progress progress) {
		boolean changed = layers.paint(segment, mask, layers.yielding(segment.layer(), overwrite), progress);
		return changed ? shown(segment, edit) : segment;
	}

	private static Segment shown(Segment segment, EditBuilder edit) {
		if (segment.visible()) return segment;
		Segment shown = segment.toBuilder().visible(true).build();
		edit.put(shown);
		return shown;
	}

	private Segment require(UUID id) {
		Segment segment = document.segment(id)
				.orElseThrow(() -> new IllegalArgumentException("The segment does not exist any more."));
		if (segment.locked())
			throw new LockedException("The segment " + (segment.name() == null ? "without a name" : "\"" + segment.name() + "\"")
					+ " is locked. Unlock it first.");
		return segment;
	}

	/** Where voxels can change: inside the image only. */
	private VoxelBox region(Segment segment, Mask mask, Way way) {
		VoxelBox box = mask.bounds();
		if (way == Way.REPLACE) box = box.union(new SegmentVoxels(document, timePoint).bounds(segment));
		return box.intersect(volume.size().box());
	}

	/** The voxels that the segment is to have in the region, where the rules leave the others as they are. */
	private Mask allowed(Segment segment, Mask wanted, Way way, Progress progress) {
		VoxelBox box = region(segment, wanted, way);
		Mask mask = new SegmentVoxels(document, timePoint).mask(segment, box);
		Mask editable = editable(box, progress.part(0, 0.5));
		for (int z = box.z(); z < box.endZ(); z++)
			for (int y = box.y(); y < box.endY(); y++)
				allowRow(mask, wanted, editable, y, z, way);
		return mask;
	}

	/** Changes what the segment has in a row to what it is to have: no third mask, since these may be as large as the volume. */
	private static void allowRow(Mask mask, Mask wanted, Mask editable, int y, int z, Way way) {
		byte[] voxels = mask.voxels();
		int at = mask.index(mask.box().x(), y, z);
		for (int x = mask.box().x(); x < mask.box().endX(); x++, at++) {
			if (editable != null && editable.voxels()[at] == 0) continue;
			boolean in = wanted.contains(x, y, z);
			boolean has = switch (way) {
				case ADD -> in || voxels[at] != 0;
				case REMOVE -> !in && voxels[at] != 0;
				case REPLACE -> in;
			};
			voxels[at] = (byte) (has ? 1 : 0);
		}
	}
}
