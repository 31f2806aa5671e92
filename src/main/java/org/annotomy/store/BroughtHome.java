package org.annotomy.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.annotomy.interchange.sidecar.OutsideEdit;
import org.annotomy.interchange.sidecar.OutsideMerge;
import org.annotomy.interchange.sidecar.SidecarContent;
import org.annotomy.json.JsonException;
import org.annotomy.store.LabelsReader.Labels;

/**
 * A sidecar that another program, such as QuPath, has saved over ours, without what only we know; and what it comes to together with the
 * version of ours that it was made from.
 *
 * @param base that version
 * @param merged with the other program's changes
 * @param remarks for the user
 */
record BroughtHome(Labels base, SidecarContent merged, List<String> remarks) {

	private static final int VERSIONS_TRIED = 10;

	/**
	 * @param found what another program wrote
	 * @return empty if it has nothing to do with any version that is kept; one without objects can have no object in common, and is taken for
	 *         its origin if no other is
	 * @throws IOException if the versions cannot be read
	 */
	static Optional<BroughtHome> of(LabelsReader reader, VersionFolder versions, Labels found) throws IOException {
		if (found.bytes() == null) return Optional.empty();
		Labels best = null;
		int shared = 0;
		List<Version> all = versions.list();
		for (Version version : all.subList(0, Math.min(VERSIONS_TRIED, all.size()))) {
			Labels candidate = reader.read(versions.labels(version));
			int count = candidate.content().ours() && candidate.bytes() != null
					? OutsideEdit.sharedIds(candidate.bytes(), found.bytes())
					: 0;
			boolean answersAlone = best == null && candidate.content().ours() && candidate.content().objects().isEmpty();
			if (count > shared || answersAlone) {
				shared = count;
				best = candidate;
			}
		}
		return best == null ? Optional.empty() : Optional.of(of(best, found));
	}

	/** @throws IOException if they cannot be merged */
	static BroughtHome of(Labels base, Labels found) throws IOException {
		if (base.bytes() == null || found.bytes() == null) throw new JsonException(0, "it is too large to be merged.");
		OutsideMerge merge = OutsideEdit.merge(base.bytes(), found.bytes(), true);
		List<String> remarks = new ArrayList<>(merge.warnings());
		remarks.add(0, "Another program has saved the labels: " + Words.count(merge.changed().size(), "object") + " changed, "
				+ merge.added().size() + " added. What only Annotomy knows was put back.");
		int missing = merge.missing().size();
		if (missing > 0)
			remarks.add(Words.count(missing, "object") + " left out by the other program " + (missing == 1 ? "was" : "were")
					+ " kept. Remove what is not wanted.");
		SidecarContent merged = LabelsReader.of(merge.file()).content();
		if (!merged.ours()) throw new JsonException(0, "the labels could not be merged.");
		return new BroughtHome(base, merged, remarks);
	}
}
