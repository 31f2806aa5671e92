package org.annotomy.dicom.transfer;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

import org.annotomy.dicom.codec.FrameReader;
import org.annotomy.dicom.codec.FrameSupply;
import org.annotomy.dicom.codec.PixelFormat;
import org.annotomy.dicom.codec.StoredFrame;
import org.annotomy.dicom.part10.TransferSyntax;
import org.annotomy.dicom.web.DicomWebClient;
import org.annotomy.dicom.web.WebException;
import org.annotomy.dicom.web.WebFrame;
import org.annotomy.task.Progress;

/** The frames of one image on a server, each fetched when it is asked for the first time, or with those before it. */
final class ServerFrames implements FrameSupply {

	private static final int MOST_AT_ONCE = 8;
	/** Of the frames of one answer, which are in memory together. */
	private static final long MOST_BYTES_AT_ONCE = 16L << 20;

	private final LentConnection connection;
	private final String studyUid;
	private final String seriesUid;
	private final String sopUid;
	private final String storedSyntax;
	private final int frames;
	private final FrameFiles files;
	/** Frames that somebody has asked for and that have not come yet. */
	private final Map<Integer, CompletableFuture<StoredFrame>> asked = new HashMap<>();
	private int last = -1;
	private int atOnce = 1;
	private int most;

	/**
	 * @param storedSyntax of the whole image as the server gives it
	 * @param format how many frames there are, and how large
	 */
	ServerFrames(LentConnection connection, String studyUid, String seriesUid, String sopUid, String storedSyntax,
			PixelFormat format, FrameFiles files) {
		this.frames = format.frames();
		this.most = (int) Math.max(1, Math.min(MOST_AT_ONCE, MOST_BYTES_AT_ONCE / format.frameBytes()));
		this.connection = connection;
		this.studyUid = studyUid;
		this.seriesUid = seriesUid;
		this.sopUid = sopUid;
		this.storedSyntax = storedSyntax;
		this.files = files;
	}

	@Override
	public StoredFrame frame(int index) throws IOException {
		int number = index + 1;
		Optional<StoredFrame> kept = files.read(number);
		if (kept.isPresent()) return kept.get();
		Claim claim = claim(number);
		if (claim.numbers().isEmpty()) return await(claim.asked(), number);
		try {
			return fetch(claim.numbers()).get(0);
		} catch (WebException e) {
			if (e.kind() == WebException.Kind.GIVEN_UP) giveUp(claim.numbers(), e);
			if (e.kind() == WebException.Kind.GIVEN_UP || claim.numbers().size() == 1) throw e;
			noMoreTogether();
			return fetch(List.of(number)).get(0);
		} finally {
			release(claim.numbers());
		}
	}

	/**
	 * What a thread that wants a frame is to do.
	 *
	 * @param numbers it is to ask for, the wanted one first; empty if somebody has asked for it already
	 * @param asked when it comes
	 */
	private record Claim(List<Integer> numbers, CompletableFuture<StoredFrame> asked) {}

	/** Who goes on from frame to frame gets more of them at once: for each request some servers read the whole image. */
	private synchronized Claim claim(int number) {
		if (asked.containsKey(number)) return new Claim(List.of(), asked.get(number));
		atOnce = number == last + 1 ? Math.min(most, 2 * atOnce) : 1;
		List<Integer> numbers = new ArrayList<>();
		numbers.add(number); // even if it has come just now: it was not there when it was looked for
		for (int next = number + 1; numbers.size() < atOnce && next <= frames && !asked.containsKey(next)
				&& !files.has(next); next++)
			numbers.add(next);
		numbers.forEach(next -> asked.put(next, new CompletableFuture<>()));
		last = number + numbers.size() - 1;
		return new Claim(numbers, null);
	}

	private synchronized void noMoreTogether() {
		most = 1;
	}

	/** Who waits for them is not to ask anew. */
	private synchronized void giveUp(List<Integer> numbers, WebException because) {
		for (int number : numbers)
			asked.get(number).completeExceptionally(because);
	}

	private synchronized void release(List<Integer> numbers) {
		for (int number : numbers)
			asked.remove(number).completeExceptionally(new IOException("The frame did not come."));
	}

	private synchronized void came(int number, StoredFrame frame) {
		CompletableFuture<StoredFrame> waiting = asked.get(number);
		if (waiting != null) waiting.complete(frame);
	}

	/** Asked for together with others it may have failed for their sake: then it is asked for alone. */
	private StoredFrame await(CompletableFuture<StoredFrame> asked, int number) throws IOException {
		try {
			return asked.get();
		} catch (ExecutionException e) {
			if (e.getCause() instanceof WebException givenUp) throw givenUp;
			return fetch(List.of(number)).get(0);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new InterruptedIOException("Reading was interrupted.");
		}
	}

	/** Brings the first frame here while the image is being opened: whoever opens it can cancel that. */
	void fetchFirst(DicomWebClient client, Progress progress) throws IOException {
		List<Integer> first = List.of(1);
		if (!files.has(1))
			keep(first, Attempts.of(() -> client.frames(studyUid, seriesUid, sopUid, first, progress)));
	}

	private List<StoredFrame> fetch(List<Integer> numbers) throws IOException {
		return keep(numbers,
				connection.ask((client, progress) -> client.frames(studyUid, seriesUid, sopUid, numbers, progress)));
	}

	private List<StoredFrame> keep(List<Integer> numbers, List<WebFrame> fetched) throws IOException {
		List<StoredFrame> stored = new ArrayList<>();
		for (int i = 0; i < fetched.size(); i++) {
			StoredFrame frame = new StoredFrame(syntaxOf(fetched.get(i)), fetched.get(i).bytes());
			FrameReader.requireDecoder(frame.transferSyntax());
			files.keep(numbers.get(i), frame);
			came(numbers.get(i), frame);
			stored.add(frame);
		}
		return stored;
	}

	@Override
	public void reject(int index) {
		files.forget(index + 1);
	}

	/** What the server says, else what the media type stands for where there is no choice (PS3.18 8.7.3.3). */
	private String syntaxOf(WebFrame frame) throws WebException {
		String stated = frame.transferSyntax();
		if (!stated.isEmpty() && !stated.equals("*")) return stated;
		return switch (frame.mediaType()) {
			case "application/octet-stream" -> TransferSyntax.EXPLICIT_LITTLE_ENDIAN;
			case "image/jpeg", "image/jls", "image/jp2", "image/jpx", "image/j2c", "image/jphc", "image/dicom-rle",
					"image/x-dicom-rle",
					"image/x-jls" ->
				storedSyntax;
			default ->
				throw new WebException(WebException.Kind.BAD_ANSWER, "The server gave a frame in a form that is not known.");
		};
	}

	@Override
	public void close() {
		connection.close();
	}
}
