package org.annotomy.dicom.web;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.annotomy.dicom.json.DicomJsonReader;
import org.annotomy.dicom.multipart.MediaType;
import org.annotomy.dicom.multipart.MultipartBody;
import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.dicom.study.FoundStudies;
import org.annotomy.dicom.study.SeriesRow;
import org.annotomy.dicom.study.StudyMatch;
import org.annotomy.dicom.study.StudyQuery;
import org.annotomy.dicom.study.StudyRow;
import org.annotomy.dicom.web.WebException.Kind;
import org.annotomy.task.Progress;

/**
 * One DICOMweb server (PS3.18): searches (QIDO-RS), retrieves (WADO-RS) and stores (STOW-RS). Every method may be called from any thread;
 * it waits for the server, is cancelled through its progress, and throws {@link WebException} with words for the user.
 */
public final class DicomWebClient implements AutoCloseable {

	private static final int MOST_LOOKED_THROUGH = 2000;
	private static final int MOST_SERIES = 10_000;
	private static final int MOST_INSTANCES = 100_000;
	private static final int MOST_FRAME_BYTES = 1 << 30;
	private static final int MOST_PICTURE_BYTES = 32 << 20;
	private static final long MOST_PICTURE_PIXELS = 64L << 20;

	private final WebAddress addresses;
	private final WebConnection connection;

	public DicomWebClient(WebServer server, Credentials credentials) {
		this(server, credentials, WebLimits.DEFAULT);
	}

	public DicomWebClient(WebServer server, Credentials credentials, WebLimits limits) {
		this(server, new WebConnection(credentials, limits, () -> {}));
	}

	private DicomWebClient(WebServer server, WebConnection connection) {
		this(new WebAddress(server), connection);
	}

	private DicomWebClient(WebAddress addresses, WebConnection connection) {
		this.addresses = addresses;
		this.connection = connection;
	}

	/**
	 * With credentials from a source, which is told if the server does not accept them.
	 *
	 * @throws IllegalStateException as {@link CredentialSource#of}
	 */
	public static DicomWebClient connect(WebServer server, CredentialSource source) {
		return new DicomWebClient(server,
				new WebConnection(source.of(server), WebLimits.DEFAULT, () -> source.rejected(server)));
	}

	/** A connection of its own to the same server with the same credentials, for work that goes on when this one is closed. */
	public DicomWebClient again() {
		return new DicomWebClient(addresses, connection.again());
	}

	/**
	 * Studies that match; how names are compared is up to the server. Some servers do not understand encoded characters in an address: where
	 * nothing is found they are asked for more, and what they give is looked through here.
	 */
	public FoundStudies studies(StudyQuery query, Progress progress) throws IOException {
		FoundStudies found = ask(query, query.most(), progress);
		StudyQuery widened = query.widened();
		if (!found.rows().isEmpty() || widened.equals(query)) return found;
		FoundStudies more = ask(widened, MOST_LOOKED_THROUGH, progress);
		List<StudyRow> rows = more.rows().stream().filter(new StudyMatch(query)).toList();
		return new FoundStudies(rows.subList(0, Math.min(rows.size(), query.most())), more.more() || rows.size() > query.most());
	}

	private FoundStudies ask(StudyQuery query, int most, Progress progress) throws IOException {
		List<Map.Entry<String, String>> asked = new ArrayList<>();
		ask(asked, "PatientName", query.patientName());
		ask(asked, "PatientID", query.patientId());
		ask(asked, "StudyDate", query.dates());
		ask(asked, "ModalitiesInStudy", query.modality());
		ask(asked, "StudyDescription", query.description());
		ask(asked, "AccessionNumber", query.accession());
		include(asked, "00081030", "00080061", "00201206", "00201208");
		List<DicomDataset> rows = search(addresses.studies(), Tag.STUDY_INSTANCE_UID, asked).run(most + 1, "Searching studies",
				progress);
		List<StudyRow> studies = rows.stream().limit(most).map(StudyRow::of).flatMap(Optional::stream).toList();
		return new FoundStudies(studies, rows.size() > most);
	}

	/** All series of a study. */
	public List<SeriesRow> series(String study, Progress progress) throws IOException {
		List<Map.Entry<String, String>> asked = new ArrayList<>();
		include(asked, "0008103E", "00200011", "00201209", "00180015");
		return search(WebAddress.below(addresses.study(study), "series"), Tag.SERIES_INSTANCE_UID, asked)
				.run(MOST_SERIES, "Listing series", progress).stream().map(row -> SeriesRow.of(study, row))
				.flatMap(Optional::stream).toList();
	}

	/** All instances of a series, in the order of their numbers. */
	public List<WebInstance> instances(String study, String series, Progress progress) throws IOException {
		List<Map.Entry<String, String>> asked = new ArrayList<>();
		include(asked, "00080016", "00200013", "00280008");
		return search(WebAddress.below(addresses.series(study, series), "instances"), Tag.SOP_INSTANCE_UID, asked)
				.run(MOST_INSTANCES, "Listing images", progress).stream().map(WebInstance::of).flatMap(Optional::stream)
				.sorted(Comparator.comparingInt(WebInstance::number)).toList();
	}

	private QidoSearch search(URI address, int uidTag, List<Map.Entry<String, String>> asked) {
		return new QidoSearch(connection, address, uidTag, asked);
	}

	private static void ask(List<Map.Entry<String, String>> asked, String keyword, String value) {
		if (!value.isEmpty()) asked.add(Map.entry(keyword, value));
	}

	private static void include(List<Map.Entry<String, String>> asked, String... tags) {
		for (String tag : tags)
			asked.add(Map.entry("includefield", tag));
	}

	/** The headers of a series, one after the other as they arrive; bulk data stays with the server. */
	public void metadata(String study, String series, DicomJsonReader.Receiver receiver, Progress progress) throws IOException {
		URI address = WebAddress.below(addresses.series(study, series), "metadata");
		try (WebAnswer answer = connection.get(address, JsonAnswer.ACCEPT, progress)) {
			WebLimits limits = connection.limits();
			JsonAnswer.forEach(answer, limits.answerBytes(), limits.datasetBytes(), receiver);
		}
	}

	/** All files of a study, as the server stores them if it gives them so. */
	public void retrieveStudy(String study, PartSink sink, Progress progress) throws IOException {
		retrieve(addresses.study(study), sink, progress);
	}

	/** All files of a series, as the server stores them if it gives them so. */
	public void retrieveSeries(String study, String series, PartSink sink, Progress progress) throws IOException {
		retrieve(addresses.series(study, series), sink, progress);
	}

	/** One file, as the server stores it if it gives it so. */
	public void retrieveInstance(String study, String series, String instance, PartSink sink, Progress progress)
			throws IOException {
		retrieve(addresses.instance(study, series, instance), sink, progress);
	}

	/**
	 * The beginning of one file: the rest of the answer is not read.
	 *
	 * @param sink reads as much of the file as it wants
	 */
	public void glance(String study, String series, String instance, PartSink sink, Progress progress) throws IOException {
		try (WebAnswer answer = parts(addresses.instance(study, series, instance), WebServices.PARTS_AS_STORED, WebServices.PARTS,
				progress)) {
			PartsAnswer.first(answer, connection.limits(), sink);
		}
	}

	private void retrieve(URI address, PartSink sink, Progress progress) throws IOException {
		try (WebAnswer answer = parts(address, WebServices.PARTS_AS_STORED, WebServices.PARTS, progress)) {
			PartsAnswer.forEach(answer, connection.limits(), sink);
		}
	}

	/** Asks for the stored transfer syntax first; a server that cannot give it is asked for its own choice. */
	private WebAnswer parts(URI address, String asStored, String otherwise, Progress progress) throws IOException {
		try {
			return connection.get(address, asStored, progress);
		} catch (WebException e) {
			if (e.kind() != Kind.NOT_ACCEPTABLE && e.status() != 400) throw e;
			return connection.get(address, otherwise, progress);
		}
	}

	/**
	 * Single frames of an instance.
	 *
	 * @param numbers from 1
	 * @throws WebException also if the server gives another number of frames
	 */
	public List<WebFrame> frames(String study, String series, String instance, List<Integer> numbers, Progress progress)
			throws IOException {
		URI address = addresses.frames(addresses.instance(study, series, instance), numbers);
		List<WebFrame> frames = new ArrayList<>();
		try (WebAnswer answer = parts(address, WebServices.FRAMES_AS_STORED, WebServices.FRAMES, progress)) {
			String whole = syntaxIn(answer.type());
			PartsAnswer.forEach(answer, connection.limits(), part -> {
				if (frames.size() == numbers.size()) throw tooMuch();
				byte[] bytes = part.content().readNBytes(MOST_FRAME_BYTES + 1);
				if (bytes.length > MOST_FRAME_BYTES) throw tooMuch();
				String own = syntaxIn(part.type());
				frames.add(new WebFrame(part.type().name(), own.isEmpty() ? whole : own, bytes));
			});
		}
		if (frames.size() != numbers.size())
			throw new WebException(Kind.BAD_ANSWER,
					"The server gave " + frames.size() + " of the " + numbers.size() + " frames that were asked for.");
		return frames;
	}

	/** Where a server names the transfer syntax: as a parameter, or within the quotes of another. */
	private static String syntaxIn(MediaType type) {
		String direct = type.parameter("transfer-syntax");
		return direct.isEmpty()
				? MediaType.of(type.parameter("type")).parameter("transfer-syntax")
				: direct;
	}

	/**
	 * A small picture of a series that the server draws.
	 *
	 * @return nothing if the server cannot
	 */
	public Optional<BufferedImage> thumbnail(String study, String series, Progress progress) throws IOException {
		try {
			return picture(WebAddress.below(addresses.series(study, series), "thumbnail"), progress);
		} catch (WebException e) {
			if (e.kind() == Kind.UNAUTHORISED || e.kind() == Kind.UNREACHABLE || e.kind() == Kind.TIMED_OUT) throw e;
		}
		List<WebInstance> instances = instances(study, series, progress);
		if (instances.isEmpty()) return Optional.empty();
		return rendered(study, series, instances.get(instances.size() / 2).sopUid(), progress);
	}

	/**
	 * An image that the server draws under its own window.
	 *
	 * @return nothing if the server cannot
	 */
	public Optional<BufferedImage> rendered(String study, String series, String instance, Progress progress) throws IOException {
		try {
			return picture(WebAddress.below(addresses.instance(study, series, instance), "rendered"), progress);
		} catch (WebException e) {
			if (e.kind() == Kind.UNAUTHORISED || e.kind() == Kind.UNREACHABLE || e.kind() == Kind.TIMED_OUT) throw e;
			return Optional.empty();
		}
	}

	private Optional<BufferedImage> picture(URI address, Progress progress) throws IOException {
		try (WebAnswer answer = connection.get(address, WebServices.PICTURE, progress)) {
			byte[] bytes = answer.body().readNBytes(MOST_PICTURE_BYTES + 1);
			if (bytes.length > MOST_PICTURE_BYTES) throw tooMuch();
			return Pictures.read(bytes, MOST_PICTURE_PIXELS);
		}
	}

	private static WebException tooMuch() {
		return new WebException(Kind.BAD_ANSWER, "The server's answer is larger than an honest one. It was not read further.");
	}

	/**
	 * Stores files in one request.
	 *
	 * @param files by SOP Instance UID
	 * @return what became of each, in the same order
	 * @throws WebException if the server could not be asked or refused all of it: then nothing is known to be stored
	 */
	public List<StoreOutcome> store(Map<String, Path> files, Progress progress) throws IOException {
		MultipartBody body = new MultipartBody(WebServices.DICOM, new ArrayList<>(new LinkedHashMap<>(files).values()));
		try (WebAnswer answer = connection.post(addresses.studies(), body.contentType(), body.publisher(), JsonAnswer.ACCEPT,
				progress)) {
			return StoreAnswer.read(answer, connection.limits(), List.copyOf(files.keySet()));
		}
	}

	@Override
	public void close() {
		connection.close();
	}
}
