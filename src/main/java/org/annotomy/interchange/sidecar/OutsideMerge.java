package org.annotomy.interchange.sidecar;

import java.util.List;
import java.util.UUID;

/**
 * What became of a sidecar that another program had saved again.
 *
 * @param file our sidecar with that program's changes
 * @param changed objects that it changed
 * @param added objects that it added
 * @param missing objects that it left out; they are still in the file if they were to be kept
 * @param warnings in words for the user
 */
public record OutsideMerge(byte[] file, List<UUID> changed, List<UUID> added, List<UUID> missing, List<String> warnings) {

	public OutsideMerge {
		changed = List.copyOf(changed);
		added = List.copyOf(added);
		missing = List.copyOf(missing);
		warnings = List.copyOf(warnings);
	}

	/** Whether the program changed nothing that counts. */
	public boolean isUnchanged() {
		return changed.isEmpty() && added.isEmpty() && missing.isEmpty();
	}
}
