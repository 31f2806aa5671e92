package org.annotomy.dicom.web;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.web.StoreOutcome.Kind;

/** What a server says of each instance that it was sent (PS3.18 10.5.3). */
final class StoreAnswer {

	private static final int FAILED_SOP_SEQUENCE = 0x00081198;
	private static final int REFERENCED_SOP_SEQUENCE = 0x00081199;
	private static final int REFERENCED_SOP_INSTANCE_UID = 0x00081155;
	private static final int WARNING_REASON = 0x00081196;
	private static final int FAILURE_REASON = 0x00081197;

	private StoreAnswer() {}

	/** @throws WebException if the answer says nothing about any instance and has not the status of success */
	static List<StoreOutcome> read(WebAnswer answer, WebLimits limits, List<String> sent) throws IOException {
		Map<String, StoreOutcome> told = new HashMap<>();
		try {
			JsonAnswer.forEach(answer, limits.answerBytes(), limits.datasetBytes(), dataset -> take(dataset, told));
		} catch (WebException e) {
			if (e.kind() != WebException.Kind.BAD_ANSWER) throw e;
			// Stored or not: what the server did not say remains unconfirmed.
		}
		if (told.isEmpty() && answer.status() / 100 != 2) throw WebException.ofStatus(answer.status());
		return sent.stream().map(uid -> told.getOrDefault(uid, new StoreOutcome(uid, Kind.UNCONFIRMED, 0))).toList();
	}

	private static void take(DicomDataset answer, Map<String, StoreOutcome> told) {
		for (DicomDataset item : answer.items(REFERENCED_SOP_SEQUENCE)) {
			int warning = item.integer(WARNING_REASON, 0);
			put(item, warning == 0 ? Kind.STORED : Kind.STORED_WITH_WARNING, warning, told);
		}
		for (DicomDataset item : answer.items(FAILED_SOP_SEQUENCE))
			put(item, Kind.FAILED, item.integer(FAILURE_REASON, 0), told);
	}

	private static void put(DicomDataset item, Kind kind, int reason, Map<String, StoreOutcome> told) {
		String uid = item.string(REFERENCED_SOP_INSTANCE_UID, "");
		told.put(uid, new StoreOutcome(uid, kind, reason));
	}
}
