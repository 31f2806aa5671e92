package org.annotomy.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32C;

import org.annotomy.json.Json;
import org.annotomy.json.JsonObject;

/**
 * The beginning of a journal, big endian: magic {@code ANJ1}, SHA-256 of the sidecar that the edits follow (zeros if there was none), u32
 * length of a JSON text, the text, u32 CRC-32C of all before it.
 *
 * @param base 64 hexadecimal digits; {@link #NO_BASE} if there was no sidecar
 * @param session token of the session that wrote it
 * @param rater pseudonym
 * @param image identity as in the sidecar
 */
record JournalHeader(String base, String session, String rater, JsonObject image) {

	static final String NO_BASE = "0".repeat(64);

	private static final int MAGIC = 0x414e4a31;
	private static final int BASE_BYTES = 32;
	private static final int FIXED_BYTES = 4 + BASE_BYTES + 4;
	private static final int MAX_TEXT_BYTES = 4 << 20;

	JournalHeader withBase(String newBase) {
		return new JournalHeader(newBase, session, rater, image);
	}

	byte[] toBytes() {
		JsonObject json = JsonObject.builder().put("session", session).put("rater", rater).put("image", image).build();
		byte[] text = Json.write(json).getBytes(StandardCharsets.UTF_8);
		ByteBuffer bytes = ByteBuffer.allocate(FIXED_BYTES + text.length + 4);
		bytes.putInt(MAGIC).put(HexFormat.of().parseHex(base)).putInt(text.length).put(text);
		return bytes.putInt(crc(bytes.array(), bytes.position())).array();
	}

	/**
	 * Reads as far as the header goes.
	 *
	 * @return its bytes, for {@link #of}
	 * @throws IOException if this is no journal, or its beginning is broken
	 */
	static byte[] read(InputStream in) throws IOException {
		byte[] fixed = in.readNBytes(FIXED_BYTES);
		if (fixed.length < FIXED_BYTES || ByteBuffer.wrap(fixed).getInt() != MAGIC)
			throw new IOException("This is not a journal.");
		int length = ByteBuffer.wrap(fixed).getInt(FIXED_BYTES - 4);
		if (length < 0 || length > MAX_TEXT_BYTES) throw broken();
		byte[] rest = in.readNBytes(length + 4);
		if (rest.length < length + 4) throw broken();
		byte[] all = Arrays.copyOf(fixed, FIXED_BYTES + rest.length);
		System.arraycopy(rest, 0, all, FIXED_BYTES, rest.length);
		if (ByteBuffer.wrap(all).getInt(all.length - 4) != crc(all, all.length - 4)) throw broken();
		return all;
	}

	/** @param bytes as {@link #read} gave them */
	static JournalHeader of(byte[] bytes) throws IOException {
		String text = new String(bytes, FIXED_BYTES, bytes.length - FIXED_BYTES - 4, StandardCharsets.UTF_8);
		JsonObject json = Json.parse(text).asObject();
		String base = HexFormat.of().formatHex(bytes, 4, 4 + BASE_BYTES);
		return new JournalHeader(base, json.require("session").asString(), json.require("rater").asString(),
				json.object("image"));
	}

	private static IOException broken() {
		return new IOException("The beginning of the journal is broken.");
	}

	private static int crc(byte[] bytes, int count) {
		CRC32C crc = new CRC32C();
		crc.update(bytes, 0, count);
		return (int) crc.getValue();
	}
}
