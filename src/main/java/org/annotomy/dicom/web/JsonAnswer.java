package org.annotomy.dicom.web;

import java.io.EOFException;
import java.io.IOException;

import org.annotomy.dicom.json.DicomJsonReader;
import org.annotomy.dicom.web.WebException.Kind;
import org.annotomy.image.ImageFormatException;

/** Answers in DICOM JSON, one dataset after the other. */
final class JsonAnswer {

	static final String ACCEPT = "application/dicom+json";

	private static final int NO_CONTENT = 204;

	private JsonAnswer() {}

	/**
	 * Hands over each dataset; none if there is no content.
	 *
	 * @param mostEach bytes that a dataset may have
	 * @throws WebException if it is not DICOM JSON
	 */
	static void forEach(WebAnswer answer, long most, long mostEach, DicomJsonReader.Receiver receiver) throws IOException {
		if (answer.status() == NO_CONTENT) return;
		if (!answer.type().isJson() && !answer.type().name().isEmpty())
			throw new WebException(Kind.BAD_ANSWER, answer.status(),
					"The server answered with something else than DICOM JSON. Is that its DICOMweb address, or a page to log in at?",
					null);
		MeteredStream in = new MeteredStream(answer.body(), most, mostEach);
		try {
			DicomJsonReader.forEach(in, dataset -> {
				receiver.accept(dataset);
				in.next();
			});
		} catch (ImageFormatException | EOFException e) {
			if (e.getCause() instanceof WebException told) throw told;
			throw new WebException(Kind.BAD_ANSWER, answer.status(), "The server's answer is no valid DICOM JSON.", e);
		}
	}
}
