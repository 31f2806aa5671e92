package org.annotomy.imagej.web;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.annotomy.dicom.study.FoundStudies;
import org.annotomy.dicom.study.SeriesRow;
import org.annotomy.dicom.study.StudyQuery;
import org.annotomy.dicom.study.StudyRow;
import org.annotomy.dicom.study.StudySource;
import org.annotomy.dicom.transfer.DownloadReport;
import org.annotomy.home.InUse;
import org.annotomy.dicom.transfer.LabelObject;
import org.annotomy.dicom.transfer.RetrievedImages;
import org.annotomy.dicom.transfer.SeriesDownload;
import org.annotomy.dicom.transfer.SeriesOnDemand;
import org.annotomy.dicom.web.DicomWebClient;
import org.annotomy.image.MedicalImage;
import org.annotomy.task.Progress;

/** The studies of a DICOMweb server; series are retrieved into the user's folder. */
public final class ServerSource implements StudySource {

	private final String name;
	private final DicomWebClient client;
	private final RetrievedImages retrieved;

	/** @param name of the server in the user's list */
	public ServerSource(String name, DicomWebClient client, RetrievedImages retrieved) {
		this.name = name;
		this.client = client;
		this.retrieved = retrieved;
	}

	@Override
	public String name() {
		return name;
	}

	public DicomWebClient client() {
		return client;
	}

	@Override
	public FoundStudies find(StudyQuery query, Progress progress) throws IOException {
		return client.studies(query, progress);
	}

	@Override
	public List<SeriesRow> series(StudyRow study, Progress progress) throws IOException {
		return listed(client.series(study.studyUid(), progress), retrieved);
	}

	/** Without the series of labels; the others say where they have labels. */
	public static List<SeriesRow> listed(List<SeriesRow> rows, RetrievedImages retrieved) throws IOException {
		Set<String> uids = rows.stream().map(SeriesRow::seriesUid).collect(Collectors.toSet());
		Set<String> labels = uids.stream().map(LabelObject::seriesFor).collect(Collectors.toSet());
		List<SeriesRow> listed = new ArrayList<>();
		for (SeriesRow row : rows) {
			if (labels.contains(row.seriesUid())) continue;
			boolean there = uids.contains(LabelObject.seriesFor(row.seriesUid()));
			boolean here = retrieved.hasLabels(row.seriesUid());
			listed.add(there || here
					? row.withLabels(there && here ? "here, on the server" : here ? "here" : "on the server")
					: row);
		}
		return listed;
	}

	@Override
	public Optional<BufferedImage> thumbnail(SeriesRow series, Progress progress) throws IOException {
		return client.thumbnail(series.studyUid(), series.seriesUid(), progress);
	}

	@Override
	public Fetched fetch(SeriesRow series, Progress progress) throws IOException {
		return fetch(series.studyUid(), series.seriesUid(), null, progress);
	}

	/**
	 * Retrieves what is not there yet.
	 *
	 * @param chosen folder for the series alone; null for one in the user's folder, where images used long ago make room
	 */
	public Fetched fetch(String studyUid, String seriesUid, Path chosen, Progress progress) throws IOException {
		Path folder = folder(seriesUid, chosen);
		InUse use = InUse.of(folder);
		try {
			DownloadReport report = new SeriesDownload(client, studyUid, seriesUid, folder, progress).run();
			if (chosen == null) makeRoom(folder);
			return new Fetched(folder, report.notes(), use);
		} catch (IOException | RuntimeException e) {
			use.close();
			throw e;
		}
	}

	/**
	 * A series whose frames stay with the server until they are shown. They and their headers are kept where {@link #fetch} puts the whole, as
	 * long as somebody {@link #use uses} it.
	 *
	 * @param how not {@link Fetch#WHOLE}
	 * @return nothing if it is better retrieved whole, or cannot be had otherwise
	 */
	Optional<List<MedicalImage>> onDemand(String studyUid, String seriesUid, Path chosen, Fetch how, Progress progress)
			throws IOException {
		Path folder = folder(seriesUid, chosen);
		Optional<List<MedicalImage>> images = new SeriesOnDemand(client, studyUid, seriesUid, folder, progress)
				.open(how == Fetch.FRAMES);
		if (chosen == null && images.isPresent()) makeRoom(folder);
		return images;
	}

	/** Keeps what is here of a series, or is about to come, until it is closed. */
	InUse use(String seriesUid, Path chosen) throws IOException {
		return InUse.of(folder(seriesUid, chosen));
	}

	private Path folder(String seriesUid, Path chosen) throws IOException {
		return chosen != null ? chosen : retrieved.folder(seriesUid);
	}

	private void makeRoom(Path used) throws IOException {
		retrieved.touch(used);
		retrieved.clear(RetrievedImages.USUAL_BYTES, false);
	}
}
