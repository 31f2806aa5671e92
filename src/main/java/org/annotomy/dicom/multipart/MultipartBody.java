package org.annotomy.dicom.multipart;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A body of files, one part each ({@code multipart/related}, RFC 2387), to be sent; the files are read while they are sent. */
public final class MultipartBody {

	private final String partType;
	private final String boundary = "annotomy-" + UUID.randomUUID();
	private final List<Path> files;

	/** @param partType media type of every part, such as {@code application/dicom} */
	public MultipartBody(String partType, List<Path> files) {
		this.partType = partType;
		this.files = List.copyOf(files);
	}

	/** The Content-Type header of the whole body. */
	public String contentType() {
		return "multipart/related; type=\"" + partType + "\"; boundary=" + boundary;
	}

	/**
	 * The bytes; their number is known.
	 *
	 * @throws NoSuchFileException if a file is not there any more
	 */
	public BodyPublisher publisher() throws NoSuchFileException {
		List<BodyPublisher> pieces = new ArrayList<>();
		for (Path file : files) {
			pieces.add(text("\r\n--" + boundary + "\r\nContent-Type: " + partType + "\r\n\r\n"));
			try {
				pieces.add(BodyPublishers.ofFile(file));
			} catch (FileNotFoundException e) {
				throw new NoSuchFileException("A file to send is not there any more.");
			}
		}
		pieces.add(text("\r\n--" + boundary + "--\r\n"));
		return BodyPublishers.concat(pieces.toArray(BodyPublisher[]::new));
	}

	private static BodyPublisher text(String text) {
		return BodyPublishers.ofString(text, StandardCharsets.US_ASCII);
	}
}
