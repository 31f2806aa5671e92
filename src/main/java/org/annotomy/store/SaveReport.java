package org.annotomy.store;

import java.util.List;

/**
 * What a save has written.
 *
 * @param revision of the labels
 * @param objects written
 * @param segments written
 * @param bytes of the labels and their voxels
 * @param inRecoveryPlace whether they are in the recovery place and not beside the image
 * @param remarks for the user, such as what was merged; empty as a rule
 */
public record SaveReport(long revision, int objects, int segments, long bytes, boolean inRecoveryPlace, List<String> remarks) {

	public SaveReport {
		remarks = List.copyOf(remarks);
	}
}
