package org.annotomy.dicom.multipart;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a body of several parts as it arrives, in constant memory. Lenient where servers are known to stray: lines that end in LF alone,
 * headers of any case, folded headers, a boundary in quotes or not, a Content-Type that does not name the boundary, text before the first
 * part and after the last, no Content-Length (a stated one is not believed either: only the boundary ends a part), a last boundary without
 * its hyphens. A body that ends inside a part is told, never passed off as whole.
 */
public final class MultipartReader {

	private static final int MAX_HEADERS = 64;
	private static final int MAX_PREAMBLE_LINES = 1000;
	private static final int MAX_BOUNDARY = 256;

	private final LineBuffer in;
	private final long maxPartBytes;
	private final int maxParts;
	private String boundary;
	private Delimiter delimiter;
	private PartStream open;
	private boolean finished;
	private int parts;

	/**
	 * @param contentType of the whole body
	 * @param maxPartBytes what a part may hold
	 * @param maxParts how many parts are read at most
	 * @throws MultipartException if the boundary is longer than any honest one
	 */
	public MultipartReader(InputStream body, MediaType contentType, long maxPartBytes, int maxParts) throws MultipartException {
		this.in = new LineBuffer(body);
		this.maxPartBytes = maxPartBytes;
		this.maxParts = maxParts;
		this.boundary = contentType.parameter("boundary");
		if (boundary.length() > MAX_BOUNDARY)
			throw new MultipartException("The answer names a boundary of more than 256 characters.");
	}

	/**
	 * The next part; what is left of the one before is skipped.
	 *
	 * @throws TruncatedBodyException if the body is cut off
	 * @throws MultipartException if it is no body of parts or breaks a limit
	 */
	public Optional<BodyPart> next() throws IOException {
		if (finished) return Optional.empty();
		if (open == null) {
			skipPreamble();
			if (finished) return Optional.empty();
		} else {
			open.skipRest();
			if (!anotherFollows()) return Optional.empty();
		}
		if (++parts > maxParts) throw new MultipartException("The answer has more than " + maxParts + " parts.");
		return readPart();
	}

	private Optional<BodyPart> readPart() throws IOException {
		Map<String, String> headers = new LinkedHashMap<>();
		String last = null;
		for (int count = 0;; count++) {
			LineBuffer.Line line = in.readLine();
			if (line == null && count == 0) return end();
			if (line == null) throw new TruncatedBodyException();
			if (line.text().isEmpty()) {
				in.unread(); // the line feed may begin the delimiter of an empty part
				open = new PartStream(in, delimiter, line.carriageReturn(), maxPartBytes);
				return Optional.of(new BodyPart(headers, open));
			}
			if (count == MAX_HEADERS) throw new MultipartException("A part of the answer has more than 64 header lines.");
			last = addHeader(line.text(), last, headers);
		}
	}

	private Optional<BodyPart> end() {
		finished = true;
		return Optional.empty();
	}

	private static String addHeader(String line, String last, Map<String, String> headers) {
		boolean folded = line.charAt(0) == ' ' || line.charAt(0) == '\t';
		if (folded && last != null) {
			headers.merge(last, " " + line.strip(), String::concat);
			return last;
		}
		int colon = line.indexOf(':');
		if (colon <= 0) return last;
		String name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
		return headers.putIfAbsent(name, line.substring(colon + 1).strip()) == null ? name : null;
	}

	/** Up to and including the first delimiter line. */
	private void skipPreamble() throws IOException {
		for (int lines = 0; lines < MAX_PREAMBLE_LINES; lines++) {
			LineBuffer.Line line = in.readLine();
			if (line == null && lines == 0) {
				finished = true;
				return;
			}
			if (line == null) break;
			if (boundary.isEmpty() && isBoundaryLine(line.text())) boundary = line.text().substring(2).stripTrailing();
			if (boundary.isEmpty() || !line.text().startsWith("--" + boundary)) continue;
			String rest = line.text().substring(2 + boundary.length()).strip();
			if (!rest.isEmpty() && !rest.equals("--")) continue;
			delimiter = new Delimiter(boundary);
			finished = rest.equals("--");
			return;
		}
		throw new MultipartException("The answer should hold several parts, but none begins in it.");
	}

	private static boolean isBoundaryLine(String line) {
		return line.startsWith("--") && line.length() > 2 && line.length() <= MAX_BOUNDARY && !line.substring(2).isBlank();
	}

	/** After a delimiter: whether another part follows. */
	private boolean anotherFollows() throws IOException {
		LineBuffer.Line line = in.readLine();
		finished = line == null || line.text().startsWith("--");
		return !finished;
	}
}
