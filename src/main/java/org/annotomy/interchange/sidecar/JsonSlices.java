package org.annotomy.interchange.sidecar;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import org.annotomy.json.JsonException;

/**
 * Where the parts of a GeoJSON text lie: the members of its root and the elements of its array of features, without looking into them.
 * Comments between parts are passed over. Whether a part is well formed is for its parser to say.
 */
final class JsonSlices {

	private static final boolean[] NOTABLE = new boolean[256];

	static {
		for (char c : "\"{}[]/".toCharArray())
			NOTABLE[c] = true;
	}

	/** From the first byte to the one behind the last. */
	record Slice(int from, int to) {}

	private final byte[] text;
	private final Map<String, Slice> members = new LinkedHashMap<>();
	private int[] starts = new int[256];
	private int[] ends = new int[256];
	private int count;
	private boolean array;
	private int open = -1;
	private int close = -1;
	private int rootStart;
	private int rootEnd;

	private JsonSlices(byte[] text) {
		this.text = text;
	}

	/** Null if the text is broken so that its parts cannot be told. */
	static JsonSlices of(byte[] text, int from) {
		JsonSlices slices = new JsonSlices(text);
		try {
			slices.readRoot(slices.skipSpace(from));
			return slices;
		} catch (ArrayIndexOutOfBoundsException | BrokenException e) {
			return null;
		}
	}

	/** Behind the value that begins there. @throws JsonException if the text ends before */
	static int end(byte[] text, int from) throws JsonException {
		try {
			return new JsonSlices(text).skipValue(from);
		} catch (ArrayIndexOutOfBoundsException | BrokenException e) {
			throw new JsonException(0, "the file is broken here or cut off: it is not JSON.");
		}
	}

	private static final class BrokenException extends RuntimeException {

		BrokenException() {
			super(null, null, false, false);
		}
	}

	/** The root as the only element. */
	JsonSlices whole() {
		JsonSlices whole = new JsonSlices(text);
		whole.starts = new int[]{rootStart};
		whole.ends = new int[]{rootEnd};
		whole.count = 1;
		return whole;
	}

	/** Whether the root is an array instead of an object. */
	boolean isArray() { return array; }

	/** The members of the root, without {@code features} if that is an array. */
	Map<String, Slice> members() {
		return members;
	}

	/** How many features, or elements of the root array. */
	int count() {
		return count;
	}

	/** Where the array of features opens; −1 if there is none. */
	int open() {
		return open;
	}

	/** Where it closes. */
	int close() {
		return close;
	}

	int start(int index) {
		return starts[index];
	}

	int end(int index) {
		return ends[index];
	}

	private void readRoot(int at) {
		int end;
		if (text[at] == '[') {
			array = true;
			end = readElements(at);
		} else if (text[at] == '{') end = readMembers(at);
		else throw new BrokenException();
		if (skipSpace(end) < text.length) throw new BrokenException();
		rootStart = at;
		rootEnd = end;
	}

	private int readMembers(int open) {
		int at = skipSpace(open + 1);
		while (text[at] != '}') {
			if (text[at] != '"') throw new BrokenException();
			int nameEnd = skipString(at);
			String name = new String(text, at + 1, nameEnd - at - 2, StandardCharsets.UTF_8);
			at = skipSpace(nameEnd);
			if (text[at] != ':') throw new BrokenException();
			at = skipSpace(at + 1);
			int end;
			if (name.equals("features") && text[at] == '[') {
				count = 0;
				end = readElements(at);
			} else {
				end = skipValue(at);
				members.put(name, new Slice(at, end));
			}
			at = afterElement(end, '}');
		}
		return at + 1;
	}

	private int readElements(int bracket) {
		open = bracket;
		int at = skipSpace(bracket + 1);
		while (text[at] != ']') {
			int end = skipValue(at);
			if (count == starts.length) {
				starts = Arrays.copyOf(starts, 2 * count);
				ends = Arrays.copyOf(ends, 2 * count);
			}
			starts[count] = at;
			ends[count++] = end;
			at = afterElement(end, ']');
		}
		close = at;
		return at + 1;
	}

	private int afterElement(int end, char close) {
		int at = skipSpace(end);
		if (text[at] == ',') return skipSpace(at + 1);
		if (text[at] != close) throw new BrokenException();
		return at;
	}

	private int skipValue(int from) {
		if (text[from] == '"') return skipString(from);
		if (text[from] == '{' || text[from] == '[') return skipNested(from);
		int at = from;
		while (at < text.length && text[at] > ' ' && ",]}/".indexOf(text[at]) < 0)
			at++;
		if (at == from) throw new BrokenException();
		return at;
	}

	private int skipNested(int from) {
		int depth = 0;
		for (int at = from;;) {
			byte b = text[at];
			if (!NOTABLE[b & 0xff]) {
				at++;
				continue;
			}
			switch (b) {
				case '"' -> at = skipString(at);
				case '/' -> at = skipComment(at);
				case '{', '[' -> {
					depth++;
					at++;
				}
				default -> {
					at++;
					if (--depth == 0) return at;
				}
			}
		}
	}

	private int skipString(int quote) {
		int at = quote + 1;
		while (text[at] != '"')
			at += text[at] == '\\' ? 2 : 1;
		return at + 1;
	}

	private int skipSpace(int from) {
		int at = from;
		while (at < text.length && (text[at] >= 0 && text[at] <= ' ' || text[at] == '/'))
			at = text[at] == '/' ? skipComment(at) : at + 1;
		return at;
	}

	private int skipComment(int slash) {
		int at = slash + 2;
		if (text[slash + 1] == '/') {
			while (at < text.length && text[at] != '\n')
				at++;
			return at;
		}
		if (text[slash + 1] != '*') throw new BrokenException();
		while (text[at] != '*' || text[at + 1] != '/')
			at++;
		return at + 2;
	}
}
