package org.annotomy.dicom.transfer;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.annotomy.dicom.codec.FrameReader;
import org.annotomy.dicom.codec.PixelFormat;
import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.DicomFile;
import org.annotomy.dicom.part10.DicomFileReader;
import org.annotomy.dicom.part10.StreamHead;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.dicom.part10.TransferSyntax;
import org.annotomy.dicom.series.DistantInstance;
import org.annotomy.dicom.series.SeriesReader;
import org.annotomy.dicom.web.DicomWebClient;
import org.annotomy.dicom.web.WebException;
import org.annotomy.dicom.web.WebException.Kind;
import org.annotomy.dicom.web.WebInstance;
import org.annotomy.image.ImageFormatException;
import org.annotomy.image.MedicalImage;
import org.annotomy.task.Progress;

/**
 * Opens a series of images with many frames while its frames are still on the server: only the headers come at once, each frame when it is
 * shown. Where that cannot be done there is no result, and the series is to be retrieved whole.
 */
public final class SeriesOnDemand {

	private static final String DOING = "Reading the headers";
	/** So much is here soon as a whole too, and can then be paged through without waiting. */
	private static final long SMALL_BYTES = 256L << 20;
	private static final int MOST_HEADER_BYTES = 64 << 20;
	private static final int MOST_INSTANCES = 100;

	private final DicomWebClient client;
	private final LentConnection connection;
	private final String studyUid;
	private final String seriesUid;
	private final Path folder;
	private final Progress progress;
	/** Of the first image. */
	private ServerFrames firstFrames;

	/**
	 * @param client for now; frames are fetched through connections of their own
	 * @param folder for this series alone; made if it is not there. What has been fetched is kept there
	 */
	public SeriesOnDemand(DicomWebClient client, String studyUid, String seriesUid, Path folder, Progress progress) {
		this.client = client;
		this.connection = new LentConnection(client::again);
		this.studyUid = studyUid;
		this.seriesUid = seriesUid;
		this.folder = folder;
		this.progress = progress;
	}

	/**
	 * @param smallToo also opens what is small enough to be retrieved at once
	 * @return nothing if the series has images of one frame, is here already, or the server does not give frames one by one
	 * @throws IOException if the server cannot be reached, does not accept the credentials, or the disk is full
	 * @throws org.annotomy.task.CancelledException if the user cancelled
	 */
	public Optional<List<MedicalImage>> open(boolean smallToo) throws IOException {
		Optional<List<MedicalImage>> images = Optional.empty();
		try {
			images = attempt(smallToo);
			return images;
		} finally {
			if (images.isEmpty()) connection.close();
		}
	}

	private Optional<List<MedicalImage>> attempt(boolean smallToo) throws IOException {
		try {
			List<WebInstance> listed = client.instances(studyUid, seriesUid, progress);
			if (listed.isEmpty() || listed.size() > MOST_INSTANCES || !listed.stream().allMatch(this::isDistantFilm))
				return Optional.empty();
			Files.createDirectories(folder);
			List<DistantInstance> instances = instances(listed);
			if (instances.isEmpty() || !smallToo && bytes(instances) <= SMALL_BYTES) return Optional.empty();
			firstFrames.fetchFirst(client, progress);
			new FrameReader(instances.get(0).header(), firstFrames).frame(0);
			return Optional.of(SeriesReader.ofDistant(instances, progress));
		} catch (WebException e) {
			// A server that fails with single frames may still have the whole.
			if (e.status() == 0 || e.kind() == Kind.UNAUTHORISED || e.kind() == Kind.UNSAFE) throw e;
			return Optional.empty();
		} catch (ImageFormatException e) {
			return Optional.empty();
		}
	}

	private boolean isDistantFilm(WebInstance one) {
		return one.frames() > 1 && !Files.exists(folder.resolve(LocalName.fileOf(one.sopUid())));
	}

	/** Empty if there is one whose frames cannot be had alone. */
	private List<DistantInstance> instances(List<WebInstance> listed) throws IOException {
		List<DistantInstance> instances = new ArrayList<>();
		for (WebInstance one : listed) {
			progress.update((double) instances.size() / listed.size(), DOING);
			progress.checkCancelled();
			DicomFile header = Attempts.of(() -> header(one)).orElse(null);
			if (header == null || !isSuitable(header, one)) return List.of();
			FrameFiles files = new FrameFiles(folder, one.sopUid());
			ServerFrames frames = new ServerFrames(connection, studyUid, seriesUid, one.sopUid(), header.transferSyntax(),
					PixelFormat.of(header.dataset()), files);
			if (firstFrames == null) firstFrames = frames;
			instances.add(new DistantInstance(header, frames, folder.resolve(LocalName.fileOf(one.sopUid())),
					files.keepHeader(header)));
		}
		return instances;
	}

	/** Nothing if the file ends before anything can be said of its pixels. */
	private Optional<DicomFile> header(WebInstance one) throws IOException {
		List<DicomFile> headers = new ArrayList<>();
		client.glance(studyUid, seriesUid, one.sopUid(), part -> {
			try {
				headers.add(DicomFileReader.readHeader(new StreamHead(part.content(), MOST_HEADER_BYTES)));
			} catch (EOFException e) {
				// A small file: it is here at once when it is asked for as a whole.
				headers.clear();
			}
		}, progress);
		return headers.stream().findFirst();
	}

	/** Whether it is the image that was asked for, and each of its frames can be understood alone. */
	private boolean isSuitable(DicomFile header, WebInstance one) throws ImageFormatException {
		DicomDataset dataset = header.dataset();
		if (!one.sopUid().equals(dataset.string(Tag.SOP_INSTANCE_UID, ""))
				|| !seriesUid.equals(dataset.string(Tag.SERIES_INSTANCE_UID, "")))
			return false;
		if (!FrameReader.hasPixels(dataset) || dataset.has(Tag.TOTAL_PIXEL_MATRIX_COLUMNS)) return false;
		PixelFormat format = PixelFormat.of(dataset);
		// Single bits of frames may begin within a byte.
		return format.frames() > 1 && format.bitsAllocated() > 1 && !TransferSyntax.isVideo(header.transferSyntax());
	}

	private static long bytes(List<DistantInstance> instances) throws ImageFormatException {
		long bytes = 0;
		for (DistantInstance instance : instances) {
			PixelFormat format = PixelFormat.of(instance.header().dataset());
			bytes += format.frameBytes() * format.frames();
		}
		return bytes;
	}
}
