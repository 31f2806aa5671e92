package org.annotomy.store;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.annotomy.annotation.detection.BlockBuilder;
import org.annotomy.annotation.detection.DetectionBlock;
import org.annotomy.annotation.detection.DetectionKind;
import org.annotomy.annotation.detection.Kinds;
import org.annotomy.annotation.detection.Outlines;
import org.annotomy.json.Json;

/**
 * Blocks of detections as bytes of the journal. Kinds: their number, each as the JSON of its pattern, then one number for each row.
 * A block: its kinds, then of each row the id, the number of points, the points in thousandths of a pixel, each less the one before (the
 * first less the first of the row before), and the measurements that its kind has. Numbers of points and coordinates have as few bytes as they need, seven
 * bits in each, the lowest first; of differences the lowest bit is the sign. So a million of them need no packing, which would take longer than all
 * else.
 */
final class DetectionCodec {

	private static final int MOST_POINTS = 1 << 20;
	/** Bytes of a number of 32 bits, seven in each. */
	private static final int LONGEST_NUMBER = 5;
	private static final int MAX_TEXT_BYTES = 16 << 20;

	private DetectionCodec() {}

	static void write(Kinds kinds, DataOutputStream out) throws IOException {
		out.writeShort(kinds.palette().size());
		for (DetectionKind kind : kinds.palette()) {
			byte[] text = Json.write(ModelJson.of(kind.pattern())).getBytes(StandardCharsets.UTF_8);
			out.writeInt(text.length);
			out.write(text);
		}
		out.writeShort(kinds.size());
		for (int row = 0; row < kinds.size(); row++)
			out.writeShort(kinds.index(row));
	}

	/** @throws IOException if the bytes are not what {@link #write} makes */
	static Kinds readKinds(DataInputStream in) throws IOException {
		int count = in.readUnsignedShort();
		if (count > DetectionBlock.MOST_ROWS) throw broken();
		List<DetectionKind> palette = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			int length = in.readInt();
			if (length < 0 || length > MAX_TEXT_BYTES) throw broken();
			byte[] text = in.readNBytes(length);
			try {
				palette.add(DetectionKind
						.of(ModelJson.object(new UUID(0, 0), Json.parse(new String(text, StandardCharsets.UTF_8)).asObject())));
			} catch (IllegalArgumentException e) {
				throw new IOException("Detections in the journal are broken: " + e.getMessage(), e);
			}
		}
		int rows = in.readUnsignedShort();
		if (rows > DetectionBlock.MOST_ROWS) throw broken();
		char[] indices = new char[rows];
		for (int row = 0; row < rows; row++) {
			indices[row] = in.readChar();
			if (indices[row] >= count) throw broken();
		}
		return Kinds.of(palette, indices);
	}

	static void write(DetectionBlock block, DataOutputStream out) throws IOException {
		write(block.kinds(), out);
		Outlines outlines = block.outlines();
		ByteBuffer bytes = ByteBuffer.allocate(1 << 12);
		for (int row = 0; row < block.size(); row++) {
			double[] values = block.values(row);
			int most = 2 * Long.BYTES + LONGEST_NUMBER * (1 + 2 * outlines.points(row)) + Double.BYTES * values.length;
			bytes = most > bytes.capacity() ? ByteBuffer.allocate(2 * most) : bytes.clear();
			put(outlines, row, bytes);
			for (double value : values)
				bytes.putDouble(value);
			out.write(bytes.array(), 0, bytes.position());
		}
	}

	private static void put(Outlines outlines, int row, ByteBuffer bytes) {
		UUID id = outlines.id(row);
		bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
		number(outlines.points(row), bytes);
		int x = row == 0 ? 0 : outlines.x(row - 1, 0);
		int y = row == 0 ? 0 : outlines.y(row - 1, 0);
		for (int i = 0; i < outlines.points(row); i++) {
			difference(outlines.x(row, i) - x, bytes);
			difference(outlines.y(row, i) - y, bytes);
			x = outlines.x(row, i);
			y = outlines.y(row, i);
		}
	}

	private static void difference(int value, ByteBuffer bytes) {
		number(value << 1 ^ value >> 31, bytes);
	}

	private static void number(int value, ByteBuffer bytes) {
		int rest = value;
		while ((rest & ~0x7f) != 0) {
			bytes.put((byte) (rest | 0x80));
			rest >>>= 7;
		}
		bytes.put((byte) rest);
	}

	private static int number(DataInputStream in) throws IOException {
		int value = 0;
		for (int shift = 0; shift < 7 * LONGEST_NUMBER; shift += 7) {
			int next = in.readUnsignedByte();
			value |= (next & 0x7f) << shift;
			if (next < 0x80) return value;
		}
		throw broken();
	}

	private static int difference(DataInputStream in) throws IOException {
		int value = number(in);
		return value >>> 1 ^ -(value & 1);
	}

	/** How one version or another wrote the outline of a row. */
	private interface OutlineReader {

		/** @param before the outline of the row before; empty for the first one */
		int[] read(DataInputStream in, int[] before) throws IOException;
	}

	/** @throws IOException if the bytes are not what {@link #write} makes */
	static DetectionBlock readBlock(DataInputStream in) throws IOException {
		return readBlock(in, DetectionCodec::readOutline);
	}

	/** A block of a journal of the first versions: all numbers have four bytes. @throws IOException if it is broken */
	static DetectionBlock readWideBlock(DataInputStream in) throws IOException {
		return readBlock(in, DetectionCodec::readWideOutline);
	}

	private static DetectionBlock readBlock(DataInputStream in, OutlineReader outlines) throws IOException {
		Kinds kinds = readKinds(in);
		BlockBuilder block = new BlockBuilder();
		int[] xy = {};
		for (int row = 0; row < kinds.size(); row++) {
			UUID id = new UUID(in.readLong(), in.readLong());
			xy = outlines.read(in, xy);
			double[] values = new double[kinds.of(row).measurements().size()];
			for (int i = 0; i < values.length; i++)
				values[i] = in.readDouble();
			if (!block.accepts(kinds.of(row), xy, xy.length)) throw broken();
			block.add(id, xy, xy.length, kinds.of(row), values);
		}
		return block.build();
	}

	private static int[] readOutline(DataInputStream in, int[] before) throws IOException {
		int[] xy = new int[numbers(number(in))];
		for (int i = 0; i < xy.length; i++)
			xy[i] = difference(in) + (i >= 2 ? xy[i - 2] : before.length == 0 ? 0 : before[i]);
		return xy;
	}

	private static int[] readWideOutline(DataInputStream in, int[] before) throws IOException {
		int[] xy = new int[numbers(in.readInt())];
		for (int i = 0; i < xy.length; i++)
			xy[i] = in.readInt() + (i < 2 ? 0 : xy[i - 2]);
		return xy;
	}

	private static int numbers(int points) throws IOException {
		if (points < 3 || points > MOST_POINTS) throw broken();
		return 2 * points;
	}

	private static IOException broken() {
		return new IOException("Detections in the journal are broken.");
	}
}
