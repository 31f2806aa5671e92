package org.annotomy.dicom.transfer;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.annotomy.dicom.codec.FrameReader;
import org.annotomy.dicom.codec.FrameSupply;
import org.annotomy.dicom.codec.StoredFrame;
import org.annotomy.dicom.part10.TransferSyntax;
import org.annotomy.dicom.web.WebException;
import org.annotomy.dicom.web.WebFrame;

/** The frames of one image on a server, each fetched when it is asked for the first time. */
final class ServerFrames implements FrameSupply {

	private final LentConnection connection;
	private final String studyUid;
	private final String seriesUid;
	private final String sopUid;
	private final String storedSyntax;
	private final FrameFiles files;

	/** @param storedSyntax of the whole image as the server gives it */
	ServerFrames(LentConnection connection, String studyUid, String seriesUid, String sopUid, String storedSyntax,
			FrameFiles files) {
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
		WebFrame fetched = connection
				.ask((client, progress) -> client.frames(studyUid, seriesUid, sopUid, List.of(number), progress)
						.get(0));
		StoredFrame frame = new StoredFrame(syntaxOf(fetched), fetched.bytes());
		FrameReader.requireDecoder(frame.transferSyntax());
		files.keep(number, frame);
		return frame;
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
