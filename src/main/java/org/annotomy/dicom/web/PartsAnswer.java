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

	/** What is done with an answer of parts. */
	private interface Reading {
		void of(MultipartReader reader) throws IOException;
	}

	/** @throws WebException if it is cut off (the parts before it were handed over), or is no such answer */
	static void forEach(WebAnswer answer, WebLimits limits, PartSink sink) throws IOException {
		read(answer, limits, sink, reader -> {
			for (Optional<BodyPart> part = reader.next(); part.isPresent(); part = reader.next())
				sink.accept(part.get());
		});
	}

	/** Only the first part, and of that as much as is taken. @throws WebException as {@link #forEach} */
	static void first(WebAnswer answer, WebLimits limits, PartSink sink) throws IOException {
		read(answer, limits, sink, reader -> {
			Optional<BodyPart> part = reader.next();
			if (part.isPresent()) sink.accept(part.get());
		});
	}

	private static void read(WebAnswer answer, WebLimits limits, PartSink sink, Reading reading) throws IOException {
		if (answer.status() == NO_CONTENT) return;
		String name = answer.type().name();
		if (name.startsWith("text/") || answer.type().isJson())
			throw new WebException(Kind.BAD_ANSWER, answer.status(),
					"The server answered with text instead of images. Is that its DICOMweb address, or a page to log in at?",
					null);
		try {
			if (answer.type().isMultipart() || name.isEmpty())
				reading.of(new MultipartReader(answer.body(), answer.type(), limits.partBytes(), limits.parts()));
			else
				sink.accept(new BodyPart(Map.of("content-type", answer.headers().firstValue("Content-Type").orElse("")),
						answer.body()));
		} catch (TruncatedBodyException | EOFException e) {
			throw new WebException(Kind.UNREACHABLE, answer.status(), "The server's answer was cut off.", e);
		} catch (MultipartException e) {
			throw new WebException(Kind.BAD_ANSWER, answer.status(), e.getMessage(), e);
		}
	}
}
