package org.annotomy.dicom.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;

import org.annotomy.dicom.multipart.MediaType;

/**
 * What a server answered.
 *
 * @param status of HTTP
 * @param body to be read and closed; watched for cancel and silence
 */
record WebAnswer(int status, HttpHeaders headers, InputStream body) implements AutoCloseable {

	MediaType type() {
		return MediaType.of(headers.firstValue("Content-Type").orElse(""));
	}

	@Override
	public void close() throws IOException {
		body.close();
	}
}
