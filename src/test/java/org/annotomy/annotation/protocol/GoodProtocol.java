package org.annotomy.annotation.protocol;

import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A protocol that uses every member, to read and to spoil. */
final class GoodProtocol {

	private GoodProtocol() {}

	static String text() {
		return resource("/org/annotomy/annotation/protocol/good.protocol.json");
	}

	static String resource(String path) {
		try (InputStream in = GoodProtocol.class.getResourceAsStream(path)) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** The text with one place changed, which must be there exactly once. */
	static String with(String from, String to) {
		String text = text();
		int at = text.indexOf(from);
		assertTrue("not there: " + from, at >= 0);
		assertTrue("not unique: " + from, text.indexOf(from, at + 1) < 0);
		return text.substring(0, at) + to + text.substring(at + from.length());
	}
}
