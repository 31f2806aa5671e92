package org.annotomy.interchange.segnrrd;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.annotomy.annotation.model.Provenance;
import org.annotomy.annotation.model.Segment;
import org.annotomy.annotation.protocol.Protocol;
import org.annotomy.annotation.voxel.BlockIndex;
import org.annotomy.annotation.voxel.LabelBlock;

/** All that a {@code .seg.nrrd} held. */
public final class SegNrrdContent {

	private final List<FoundSegment> found;
	private final Map<BlockIndex, LabelBlock> blocks;
	private final List<String> warnings;

	SegNrrdContent(List<FoundSegment> found, Map<BlockIndex, LabelBlock> blocks, List<String> warnings) {
		this.found = List.copyOf(found);
		this.blocks = Map.copyOf(blocks);
		this.warnings = List.copyOf(warnings);
	}

	/**
	 * @param segments in the order of the file, those that it does not name left out
	 * @param added ids of those that were not known
	 * @param missing ids of known ones that the file does not name
	 */
	public record Joined(List<Segment> segments, List<UUID> added, List<UUID> missing) {}

	/** Voxels by their place in the image. */
	public Map<BlockIndex, LabelBlock> blocks() {
		return blocks;
	}

	/** In words for the user. */
	public List<String> warnings() {
		return warnings;
	}

	/** The segments as the file alone describes them. */
	public List<Segment> segments() {
		return join(List.of(), Protocol.NONE).segments();
	}

	/**
	 * Brings the file together with what the sidecar says of its segments: they are matched by id, never by value. Layer and value are
	 * the file's; name and colour too, if another program has changed them; all else stays.
	 *
	 * @param known of the sidecar
	 * @param protocol that names and colours were written from
	 */
	public Joined join(Collection<Segment> known, Protocol protocol) {
		Map<UUID, Segment> byId = new LinkedHashMap<>();
		known.forEach(segment -> byId.put(segment.id(), segment));
		Map<UUID, Segment> joined = new LinkedHashMap<>();
		List<UUID> added = new ArrayList<>();
		Map<UUID, Integer> seen = new HashMap<>();
		for (FoundSegment segment : found) {
			if (seen.merge(segment.id(), 1, Integer::sum) > 1) continue;
			Segment old = byId.remove(segment.id());
			if (old == null) added.add(segment.id());
			joined.put(segment.id(), old == null ? fresh(segment) : updated(old, segment, protocol));
		}
		return new Joined(List.copyOf(joined.values()), added, List.copyOf(byId.keySet()));
	}

	private static Segment fresh(FoundSegment f) {
		Provenance provenance = Provenance.UNKNOWN.withStatus(f.status());
		return Segment.builder(f.id(), f.layer(), f.value()).name(f.name()).coding(f.coding()).rgb(f.rgb()).provenance(provenance)
				.build();
	}

	private static Segment updated(Segment old, FoundSegment f, Protocol protocol) {
		String written = SegNrrdHeaderText.of(SegNrrdWriter.name(old, protocol));
		String name = f.name().equals(written) ? old.name() : f.name();
		int shown = old.rgb() != null
				? old.rgb() & 0xffffff
				: protocol.findClass(old.classKey()).map(c -> c.rgb()).orElse(SegNrrdWriter.UNCODED_RGB);
		Integer rgb = f.rgbText().isEmpty() || f.rgb() == shown ? old.rgb() : Integer.valueOf(f.rgb());
		if (old.layer() == f.layer() && old.value() == f.value() && Objects.equals(name, old.name())
				&& Objects.equals(rgb, old.rgb()))
			return old;
		return old.toBuilder().label(f.layer(), f.value()).name(name).rgb(rgb).build();
	}
}
