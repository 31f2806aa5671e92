package org.annotomy.dicom.transfer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.annotomy.dicom.transfer.Outbox.Entry;
import org.annotomy.dicom.web.DicomWebClient;
import org.annotomy.dicom.web.StoreOutcome;
import org.annotomy.dicom.web.WebException;
import org.annotomy.dicom.web.WebException.Kind;
import org.annotomy.task.Progress;

/** Sends what waits in the outbox. Only what the server confirms leaves it; everything else stays, with the reason, to be sent again. */
public final class Sending {

	private static final int MOST_FILES = 50;
	private static final long MOST_BYTES = 32L << 20;
	private static final int TOO_MUCH_AT_ONCE = 413;

	private final DicomWebClient client;
	private final Outbox outbox;
	private final Progress progress;
	private final List<SendResult> results = new ArrayList<>();
	private WebException stopped;
	private int total;

	public Sending(DicomWebClient client, Outbox outbox, Progress progress) {
		this.client = client;
		this.outbox = outbox;
		this.progress = progress;
	}

	/**
	 * Sends these, in requests of bounded size.
	 *
	 * @return what became of each
	 * @throws IOException if the outbox itself fails
	 * @throws org.annotomy.task.CancelledException if the user cancelled: what is not confirmed stays in the outbox
	 */
	public List<SendResult> run(List<Entry> entries) throws IOException {
		total = entries.size();
		List<Entry> batch = new ArrayList<>();
		long bytes = 0;
		for (Entry entry : entries) {
			long size = Files.size(outbox.object(entry));
			boolean full = batch.size() == MOST_FILES || bytes + size > MOST_BYTES || batch.stream().anyMatch(
					e -> e.sopUid().equals(entry.sopUid()));
			if (full && !batch.isEmpty()) {
				send(batch);
				batch.clear();
				bytes = 0;
			}
			batch.add(entry);
			bytes += size;
		}
		if (!batch.isEmpty()) send(batch);
		return results;
	}

	private void send(List<Entry> batch) throws IOException {
		progress.checkCancelled();
		double done = results.size() / (double) total;
		progress.update(done, "Sending " + (results.size() + 1) + " of " + total);
		if (stopped != null) {
			failAll(batch, "not sent: " + stopped.getMessage());
			return;
		}
		Map<String, Path> files = new LinkedHashMap<>();
		batch.forEach(entry -> files.put(entry.sopUid(), outbox.object(entry)));
		try {
			List<StoreOutcome> outcomes = client.store(files,
					progress.part(done, done + batch.size() / (double) total));
			for (int i = 0; i < batch.size(); i++)
				settle(batch.get(i), outcomes.get(i));
		} catch (WebException e) {
			boolean halve = e.status() == TOO_MUCH_AT_ONCE && batch.size() > 1;
			if (halve) {
				send(batch.subList(0, batch.size() / 2));
				send(batch.subList(batch.size() / 2, batch.size()));
				return;
			}
			if (e.kind() != Kind.REFUSED && e.kind() != Kind.BAD_ANSWER) stopped = e;
			failAll(batch, e.getMessage());
		}
	}

	private void settle(Entry entry, StoreOutcome outcome) throws IOException {
		if (outcome.isStored()) outbox.remove(entry);
		else outbox.note(entry.failed(outcome.words()));
		results.add(new SendResult(entry.sopUid(), outcome.kind(), outcome.words()));
	}

	private void failAll(List<Entry> batch, String words) throws IOException {
		for (Entry entry : batch) {
			outbox.note(entry.failed(words));
			results.add(new SendResult(entry.sopUid(), StoreOutcome.Kind.FAILED, words));
		}
	}
}
