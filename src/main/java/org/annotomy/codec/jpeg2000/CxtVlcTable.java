package org.annotomy.codec.jpeg2000;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The context-dependent variable-length code of quads (T.814 7.3.5 and Annex C), as a look-up by context and the next seven bits. An entry
 * holds, from the lowest bit on: length of the code word (3 bits), u_off (1), the significance pattern ρ (4), and for each sample the known
 * bit E_1 (4) and whether there is one, E_k (4).
 */
final class CxtVlcTable {

	private static final String RESOURCE = "cxt-vlc.txt";
	private static final int CONTEXTS = 8;
	private static final int WORD_BITS = 7;

	private static final CxtVlcTable STANDARD = read();

	private final short[] first = new short[CONTEXTS << WORD_BITS];
	private final short[] others = new short[CONTEXTS << WORD_BITS];

	private CxtVlcTable() {}

	/** Entries for the first row of quads of a block, by {@code context << 7 | bits}. */
	static short[] firstRow() {
		return STANDARD.first;
	}

	/** Entries for all other rows. */
	static short[] otherRows() {
		return STANDARD.others;
	}

	private static CxtVlcTable read() {
		CxtVlcTable table = new CxtVlcTable();
		try (InputStream in = CxtVlcTable.class.getResourceAsStream(RESOURCE)) {
			short[] entries = null;
			int context = 0;
			for (String line : new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines().toList())
				if (line.startsWith("[")) {
					entries = line.charAt(1) == '0' ? table.first : table.others;
					context = line.charAt(3) - '0';
				} else
					if (!line.startsWith("#"))
						for (String word : line.split(" "))
							put(entries, context, word);
			return table;
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** @param word such as {@code F1E6:1100111}: ρ, u_off, E_k and E_1 as hexadecimal digits, then the bits in the order of reading */
	private static void put(short[] entries, int context, String word) {
		int values = Integer.parseInt(word.substring(0, 4), 16);
		String bits = word.substring(5);
		int length = bits.length();
		int code = Integer.parseInt(new StringBuilder(bits).reverse().toString(), 2);
		int entry = (values >> 4 & 15) << 12 | (values & 15) << 8 | (values >> 12) << 4 | (values >> 8 & 1) << 3 | length;
		for (int rest = 0; rest < 1 << WORD_BITS - length; rest++)
			entries[context << WORD_BITS | rest << length | code] = (short) entry;
	}
}
