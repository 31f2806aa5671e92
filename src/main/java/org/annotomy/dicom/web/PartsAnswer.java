package org.annotomy.dicom.web;

import java.io.EOFException;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

import org.annotomy.dicom.multipart.BodyPart;
import org.annotomy.dicom.multipart.MultipartException;
import org.annotomy.dicom.multipart.MultipartReader;
import org.annotomy.dicom.multipart.TruncatedBodyException;
import org.annotomy.dicom.web.WebException.Kind;

/** Answers of several parts; what comes as one piece counts as one part. */
final class PartsAnswer {

	private static final int NO_CONTENT = 204;

	private PartsAnswer() {}

	/** @throws WebException if it is cut off (the parts before it were handed over), or is no such answer */
	static void forEach(WebAnswer answer, WebLimits limits, PartSink sink) throws IOException {
		if (answer.status() == NO_CONTENT) return;
		String name = answer.type().name();
		if (name.startsWith("text/") || answer.type().isJson())
			throw new WebException(Kind.BAD_ANSWER, answer.status(),
					"The server answered with text instead of images. Is that its DICOMweb address, or a page to log in at?",
					null);
		try {
			if (!answer.type().isMultipart() && !name.isEmpty()) {
				sink.accept(new BodyPart(Map.of("content-type", answer.headers().firstValue("Content-Type").orElse("")),
						answer.body()));
				return;
			}
			MultipartReader reader = new MultipartReader(answer.body(), answer.type(), limits.partBytes(), limits.parts());
			for (Optional<BodyPart> part = reader.next(); part.isPresent(); part = reader.next())
				sink.accept(part.get());
		} catch (TruncatedBodyException | EOFException e) {
			throw new WebException(Kind.UNREACHABLE, answer.status(), "The server's answer was cut off.", e);
		} catch (MultipartException e) {
			throw new WebException(Kind.BAD_ANSWER, answer.status(), e.getMessage(), e);
		}
	}
}
