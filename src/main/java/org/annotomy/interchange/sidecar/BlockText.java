package org.annotomy.interchange.sidecar;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.annotomy.annotation.detection.DetectionBlock;
import org.annotomy.annotation.detection.DetectionKind;
import org.annotomy.annotation.detection.Outlines;
import org.annotomy.json.Json;

/** Writes blocks of detections as Features, one per line. For one thread. */
final class BlockText {

	private static final int BYTES_PER_FEATURE = 700;
	private static final int LONGEST_NUMBER = 32;
	private static final double SHORT_DECIMALS = 1e4;
	private static final double LARGEST_SHORT = 1e11;
	private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

	private record Key(DetectionKind kind, boolean turned) {}

	private final FeatureEncoder encoder;
	private final Map<Key, KindText> texts = new HashMap<>();
	private byte[] out = new byte[1 << 16];
	private int length;

	BlockText(FeatureEncoder encoder) {
		this.encoder = encoder;
	}

	/** The rows of the block as Features separated by a comma and a line feed, as {@link FeatureEncoder} writes them. */
	byte[] write(DetectionBlock block) throws IOException {
		length = 0;
		reserve(block.size() * BYTES_PER_FEATURE);
		KindText[] straight = new KindText[block.kinds().palette().size()];
		KindText[] turned = new KindText[straight.length];
		for (int row = 0; row < block.size(); row++) {
			if (row > 0) append(SidecarWriter.BETWEEN);
			boolean turn = block.outlines().signedArea(row) < 0;
			KindText[] known = turn ? turned : straight;
			int kind = block.kinds().index(row);
			if (known[kind] == null) known[kind] = text(new Key(block.kinds().of(row), turn));
			write(block, row, known[kind], turn);
		}
		return Arrays.copyOf(out, length);
	}

	private KindText text(Key key) throws IOException {
		KindText text = texts.get(key);
		if (text == null) {
			text = KindText.of(key.kind(), key.turned(), encoder);
			texts.put(key, text);
		}
		return text;
	}

	private void write(DetectionBlock block, int row, KindText text, boolean turn) {
		append(text.pieces()[0]);
		append(block.outlines().id(row));
		append(text.pieces()[1]);
		ring(block.outlines(), row, turn);
		append(text.pieces()[2]);
		double[] values = block.values(row);
		for (int i = 0; i < values.length; i++) {
			append(values[i]);
			append(text.pieces()[i + 3]);
		}
	}

	private void ring(Outlines outlines, int row, boolean turn) {
		int points = outlines.points(row);
		reserve((points + 1) * LONGEST_NUMBER);
		out[length++] = '[';
		out[length++] = '[';
		for (int i = 0; i <= points; i++) {
			int point = i == 0 || i == points ? 0 : turn ? points - i : i;
			if (i > 0) out[length++] = ',';
			out[length++] = '[';
			thousandths(outlines.x(row, point));
			out[length++] = ',';
			thousandths(outlines.y(row, point));
			out[length++] = ']';
		}
		out[length++] = ']';
		out[length++] = ']';
	}

	/** Without trailing zeros; room was made before. */
	private void thousandths(int value) {
		int rest = value;
		if (rest < 0) {
			out[length++] = '-';
			rest = -rest;
		}
		int whole = rest / 1000;
		whole(whole);
		int fraction = rest - 1000 * whole;
		if (fraction == 0) return;
		out[length++] = '.';
		out[length++] = (byte) ('0' + fraction / 100);
		fraction %= 100;
		if (fraction == 0) return;
		out[length++] = (byte) ('0' + fraction / 10);
		if (fraction % 10 != 0) out[length++] = (byte) ('0' + fraction % 10);
	}

	private void whole(int value) {
		int start = length;
		int rest = value;
		do {
			int tenth = rest / 10;
			out[length++] = (byte) ('0' + rest - 10 * tenth);
			rest = tenth;
		} while (rest > 0);
		for (int i = start, k = length - 1; i < k; i++, k--) {
			byte b = out[i];
			out[i] = out[k];
			out[k] = b;
		}
	}

	/** The shortest decimal that gives the same number again. */
	private void append(double value) {
		reserve(LONGEST_NUMBER);
		double scaled = value * SHORT_DECIMALS;
		long tenThousandths = (long) Math.rint(scaled);
		boolean isShort = Math.abs(scaled) < LARGEST_SHORT && tenThousandths / SHORT_DECIMALS == value
				&& Double.doubleToRawLongBits(value) != Double.doubleToRawLongBits(-0.0);
		if (!isShort) {
			append(Json.write(ExactNumbers.of(value)).getBytes(StandardCharsets.US_ASCII));
			return;
		}
		if (tenThousandths < 0) out[length++] = '-';
		long rest = Math.abs(tenThousandths);
		whole((int) (rest / 10_000));
		int fraction = (int) (rest % 10_000);
		if (fraction == 0) return;
		out[length++] = '.';
		for (int weight = 1000; fraction > 0; weight /= 10) {
			out[length++] = (byte) ('0' + fraction / weight);
			fraction %= weight;
		}
	}

	private void append(UUID id) {
		reserve(40);
		out[length++] = '"';
		hex(id.getMostSignificantBits(), 60, 32);
		out[length++] = '-';
		hex(id.getMostSignificantBits(), 28, 16);
		out[length++] = '-';
		hex(id.getMostSignificantBits(), 12, 0);
		out[length++] = '-';
		hex(id.getLeastSignificantBits(), 60, 48);
		out[length++] = '-';
		hex(id.getLeastSignificantBits(), 44, 0);
		out[length++] = '"';
	}

	private void hex(long bits, int firstShift, int lastShift) {
		for (int shift = firstShift; shift >= lastShift; shift -= 4)
			out[length++] = DIGITS[(int) (bits >>> shift) & 15];
	}

	private void append(byte[] bytes) {
		reserve(bytes.length);
		System.arraycopy(bytes, 0, out, length, bytes.length);
		length += bytes.length;
	}

	private void reserve(int more) {
		if (length + more > out.length) out = Arrays.copyOf(out, Math.max(2 * out.length, length + more));
	}
}
