package org.annotomy.dicom.series;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The private header of Siemens' MR images (CSA 1 and 2): named lists of numbers as text. What is broken counts as absent.
 *
 * @see <a href="https://nipy.org/nibabel/dicom/siemens_csa.html">its layout, as nibabel found it</a>
 */
final class CsaHeader {

	private static final int MAX_TAGS = 1000;
	private static final int MAX_ITEMS = 1000;
	private static final int NAME_BYTES = 64;

	private final ByteBuffer bytes;
	private final boolean second;

	private CsaHeader(byte[] header) {
		this.bytes = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
		this.second = header.length > 8 && header[0] == 'S' && header[1] == 'V' && header[2] == '1' && header[3] == '0';
	}

	/** The numbers under a name; empty if there are none. */
	static double[] numbers(byte[] header, String name) {
		try {
			return new CsaHeader(header).find(name);
		} catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
			return new double[0];
		}
	}

	private double[] find(String name) {
		if (second) bytes.position(8);
		int tags = bytes.getInt();
		bytes.getInt();
		int firstItems = 0;
		for (int i = 0; i < Math.min(tags, MAX_TAGS); i++) {
			String found = text(NAME_BYTES);
			bytes.position(bytes.position() + 12);
			int items = bytes.getInt();
			bytes.getInt();
			if (i == 0) firstItems = items;
			List<String> values = values(items, firstItems);
			if (found.equals(name))
				return values.stream().filter(v -> v.matches("[-+0-9.eE]+")).mapToDouble(Double::parseDouble).toArray();
		}
		return new double[0];
	}

	private List<String> values(int items, int firstItems) {
		if (items < 0 || items > MAX_ITEMS) throw new IllegalArgumentException("too many items");
		List<String> values = new ArrayList<>();
		for (int i = 0; i < items; i++) {
			int first = bytes.getInt();
			int length = bytes.getInt();
			bytes.getLong();
			if (!second) length = first - firstItems;
			if (length < 0 || length > bytes.remaining()) throw new IllegalArgumentException("too long an item");
			int start = bytes.position();
			String value = text(length);
			if (!value.isEmpty()) values.add(value);
			bytes.position(Math.min(bytes.limit(), start + (length + 3) / 4 * 4));
		}
		return values;
	}

	/** So many bytes, up to the first zero. */
	private String text(int length) {
		byte[] raw = new byte[length];
		bytes.get(raw);
		String text = new String(raw, StandardCharsets.ISO_8859_1);
		int end = text.indexOf('\0');
		return (end < 0 ? text : text.substring(0, end)).trim();
	}
}
