package org.annotomy.dicom.transfer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.annotomy.dicom.web.DicomWebClient;
import org.annotomy.dicom.web.WebException;
import org.annotomy.dicom.web.WebException.Kind;
import org.annotomy.dicom.web.WebInstance;
import org.annotomy.task.Progress;

/**
 * Retrieves a series into a folder. What is there already is not asked for again, so that a retrieve that broke or was cancelled goes on where
 * it was: first the whole series in one answer, then what is missing one by one.
 */
public final class SeriesDownload {

	private static final int FAILURES_IN_A_ROW = 5;

	private final DicomWebClient client;
	private final String studyUid;
	private final String seriesUid;
	private final Path folder;
	private final Progress progress;
	private final List<String> notes = new ArrayList<>();
	private final ReceivedFiles files;
	private int total;
	private int before;
	private IOException failure;

	/** @param folder for this series alone; made if it is not there */
	public SeriesDownload(DicomWebClient client, String studyUid, String seriesUid, Path folder, Progress progress) {
		this.client = client;
		this.studyUid = studyUid;
		this.seriesUid = seriesUid;
		this.folder = folder;
		this.progress = progress;
		this.files = new ReceivedFiles(folder, seriesUid, this::tell);
	}

	/**
	 * Fetches what is missing.
	 *
	 * @throws IOException if there is not a single image in the end; else what is missing is noted
	 * @throws org.annotomy.task.CancelledException if the user cancelled; what has arrived stays
	 */
	public DownloadReport run() throws IOException {
		Files.createDirectories(folder);
		ReceivedFiles.tidy(folder);
		List<WebInstance> listed = list();
		before = imagesIn(folder);
		total = listed.size();
		List<WebInstance> missing = missing(listed);
		boolean unknown = listed.isEmpty();
		if (unknown || missing.size() > 1 && missing.size() > listed.size() / 2) fetchAll();
		if (!unknown) fetchOneByOne(missing(listed));
		return report(unknown ? List.of() : missing(listed));
	}

	/** Empty if the server keeps no list of images but may have them all the same. */
	private List<WebInstance> list() throws IOException {
		try {
			List<WebInstance> listed = client.instances(studyUid, seriesUid, progress);
			if (!listed.isEmpty()) return listed;
			throw new WebException(Kind.NOT_FOUND, "The server has no images of that series.");
		} catch (WebException e) {
			boolean maybe = e.status() == 400 || e.status() == 404 || e.status() == 501 || e.status() == 405;
			if (!maybe) throw e;
			return List.of();
		}
	}

	private List<WebInstance> missing(List<WebInstance> listed) {
		return listed.stream().filter(one -> !Files.exists(folder.resolve(LocalName.fileOf(one.sopUid())))).toList();
	}

	private void fetchAll() throws IOException {
		try {
			client.retrieveSeries(studyUid, seriesUid, files, progress);
		} catch (WebException e) {
			if (e.kind() == Kind.UNAUTHORISED || e.kind() == Kind.UNSAFE) throw e;
			failure = e;
		}
	}

	private void fetchOneByOne(List<WebInstance> missing) throws IOException {
		int failed = 0;
		for (WebInstance one : missing) {
			if (failed == FAILURES_IN_A_ROW) return;
			failed = fetch(one) ? 0 : failed + 1;
		}
	}

	private boolean fetch(WebInstance one) throws IOException {
		try {
			Attempts.of(() -> {
				client.retrieveInstance(studyUid, seriesUid, one.sopUid(), files, progress);
				return one;
			});
			return true;
		} catch (WebException e) {
			if (e.kind() == Kind.UNAUTHORISED || e.kind() == Kind.UNSAFE) throw e;
			failure = e;
			return false;
		}
	}

	private void tell() {
		String megabytes = (files.bytes() >> 20) + " MB";
		int done = before + files.count();
		if (total > 0)
			progress.update(Math.min(1, done / (double) total), "Retrieving image " + done + " of " + total + ", " + megabytes);
		else
			progress.update(-1, "Retrieving image " + done + ", " + megabytes);
		progress.checkCancelled();
	}

	private DownloadReport report(List<WebInstance> missing) throws IOException {
		int present = imagesIn(folder);
		if (present == 0 && failure != null) throw failure;
		if (present == 0) throw new WebException(Kind.BAD_ANSWER, "The server gave no image of that series.");
		if (!missing.isEmpty())
			notes.add(missing.size() + " of " + total + " images could not be retrieved"
					+ (failure == null ? "." : ": " + failure.getMessage()) + " Open the series again to fetch what is missing.");
		else
			if (total == 0 && failure != null)
				notes.add("The retrieve broke and the server keeps no list of its images, so some may be missing: "
						+ failure.getMessage());
		if (files.foreign() > 0)
			notes.add("The server sent " + files.foreign() + " objects of another series, which were not kept.");
		if (files.broken() > 0)
			notes.add("The server sent " + files.broken() + " objects that are no DICOM, which were not kept.");
		return new DownloadReport(folder, present, files.count(), missing.size(), notes);
	}

	static int imagesIn(Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return (int) files.filter(f -> LocalName.isFileOfImage(f.getFileName().toString())).count();
		}
	}
}
