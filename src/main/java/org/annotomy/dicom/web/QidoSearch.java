package org.annotomy.dicom.web;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.task.Progress;

/** One search, page by page (QIDO-RS, PS3.18 10.6), on servers that page well, badly or not at all. */
final class QidoSearch {

	private static final int PAGE = 100;

	private final WebConnection connection;
	private final URI address;
	private final int uidTag;
	private final List<Map.Entry<String, String>> parameters;

	/** @param uidTag what tells the rows apart */
	QidoSearch(WebConnection connection, URI address, int uidTag, List<Map.Entry<String, String>> parameters) {
		this.connection = connection;
		this.address = address;
		this.uidTag = uidTag;
		this.parameters = parameters;
	}

	/** @return rows with different UIDs, at most so many; rows without a UID are left out */
	List<DicomDataset> run(int most, String doing, Progress progress) throws IOException {
		List<DicomDataset> found = new ArrayList<>();
		Set<String> seen = new HashSet<>();
		int offset = 0;
		while (found.size() < most) {
			progress.update(-1, found.isEmpty() ? doing : doing + ": " + found.size());
			int wanted = Math.min(PAGE, most - found.size());
			int before = found.size();
			int count = page(offset, wanted, seen, found, most, progress);
			boolean ignoresPaging = count > wanted || found.size() == before;
			if (count < wanted || ignoresPaging) break;
			offset += count;
		}
		return found;
	}

	/** @return how many rows came */
	private int page(int offset, int wanted, Set<String> seen, List<DicomDataset> found, int most, Progress progress)
			throws IOException {
		List<Map.Entry<String, String>> asked = new ArrayList<>(parameters);
		asked.add(Map.entry("limit", String.valueOf(wanted)));
		if (offset > 0) asked.add(Map.entry("offset", String.valueOf(offset)));
		int[] count = {0};
		WebLimits limits = connection.limits();
		try (WebAnswer answer = connection.get(WebAddress.query(address, asked), JsonAnswer.ACCEPT, progress)) {
			JsonAnswer.forEach(answer, limits.answerBytes(), limits.rowBytes(), row -> {
				count[0]++;
				String uid = row.string(uidTag, "");
				if (found.size() < most && !uid.isEmpty() && seen.add(uid)) found.add(row);
			});
		}
		return count[0];
	}
}
