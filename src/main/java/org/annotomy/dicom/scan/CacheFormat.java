package org.annotomy.dicom.scan;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;

import org.annotomy.image.ImageFormatException;

/**
 * The bytes of the cache: magic, version, salt; a table of texts; entries that name texts by number; CRC-32 of all before. Any other bytes
 * are refused whole.
 */
final class CacheFormat {

	private static final int MAGIC = 0x414e5343;
	/** Version 1 held refusals that an add-on or a newer program lifts. */
	private static final int VERSION = 2;
	private static final int CRC_BYTES = 8;

	private CacheFormat() {}

	/** The first half of the digest that a file is known by. */
	record Key(long high, long low) {}

	/** @param day when it was used last, in days since 1970 */
	record Entry(long bytes, long modifiedMs, int day, FileFacts facts) {

		Entry usedOn(int newDay) {
			return new Entry(bytes, modifiedMs, newDay, facts);
		}
	}

	record Content(byte[] salt, Map<Key, Entry> entries) {}

	static byte[] write(byte[] salt, Map<Key, Entry> entries) {
		Map<String, Integer> texts = new LinkedHashMap<>();
		for (Entry entry : entries.values())
			for (String text : texts(entry.facts()))
				texts.putIfAbsent(text, texts.size());
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (DataOutputStream out = new DataOutputStream(bytes)) {
			out.writeInt(MAGIC);
			out.writeInt(VERSION);
			out.write(salt);
			out.writeInt(texts.size());
			for (String text : texts.keySet())
				out.writeUTF(text);
			out.writeInt(entries.size());
			for (Map.Entry<Key, Entry> one : entries.entrySet())
				write(one.getKey(), one.getValue(), texts, out);
			out.flush();
			out.writeLong(crc(bytes.toByteArray(), bytes.size()));
		} catch (IOException e) {
			throw new UncheckedIOException("writing to memory", e);
		}
		return bytes.toByteArray();
	}

	private static String[] texts(FileFacts facts) {
		return new String[]{facts.format(), facts.problem(), facts.studyUid(), facts.seriesUid(), facts.modality()};
	}

	private static void write(Key key, Entry entry, Map<String, Integer> texts, DataOutputStream out) throws IOException {
		out.writeLong(key.high());
		out.writeLong(key.low());
		out.writeLong(entry.bytes());
		out.writeLong(entry.modifiedMs());
		out.writeInt(entry.day());
		out.writeByte(entry.facts().kind().ordinal());
		for (String text : texts(entry.facts()))
			out.writeInt(texts.get(text));
		out.writeInt(entry.facts().number());
		out.writeInt(entry.facts().frames());
	}

	private static long crc(byte[] bytes, int length) {
		CRC32 crc = new CRC32();
		crc.update(bytes, 0, length);
		return crc.getValue();
	}

	/** @throws IOException if the bytes are not what {@link #write} makes */
	static Content read(byte[] bytes, int saltBytes) throws IOException {
		int end = bytes.length - CRC_BYTES;
		DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
		if (end < 0 || in.readInt() != MAGIC || in.readInt() != VERSION) throw new ImageFormatException("No cache.");
		if (new DataInputStream(new ByteArrayInputStream(bytes, end, CRC_BYTES)).readLong() != crc(bytes, end))
			throw new ImageFormatException("The cache is broken.");
		byte[] salt = in.readNBytes(saltBytes);
		String[] texts = new String[bounded(in.readInt(), in)];
		for (int i = 0; i < texts.length; i++)
			texts[i] = in.readUTF();
		int count = bounded(in.readInt(), in);
		Map<Key, Entry> entries = new HashMap<>(2 * count);
		for (int i = 0; i < count; i++) {
			Key key = new Key(in.readLong(), in.readLong());
			entries.put(key, new Entry(in.readLong(), in.readLong(), in.readInt(), facts(in, texts)));
		}
		return new Content(salt, entries);
	}

	/** Each takes two bytes at least. */
	private static int bounded(int count, DataInputStream in) throws IOException {
		if (count < 0 || count > in.available() / 2) throw new ImageFormatException("The cache is broken.");
		return count;
	}

	private static FileFacts facts(DataInputStream in, String[] texts) throws IOException {
		FileFacts.Kind kind = FileFacts.Kind.values()[in.readUnsignedByte()];
		return new FileFacts(kind, texts[in.readInt()], texts[in.readInt()], texts[in.readInt()], texts[in.readInt()],
				texts[in.readInt()], in.readInt(), in.readInt());
	}
}
