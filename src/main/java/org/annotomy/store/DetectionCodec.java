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
 * A block: the number of rows, its kinds, then of each row the id, the number of points, the points in thousandths of a pixel, each less the
 * one before, and the measurements that its kind has.
 */
final class DetectionCodec {

	private static final int MOST_POINTS = 1 << 20;
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
			int length = 2 * Long.BYTES + Integer.BYTES * (1 + 2 * outlines.points(row)) + Double.BYTES * values.length;
			bytes = length > bytes.capacity() ? ByteBuffer.allocate(2 * length) : bytes.clear();
			put(outlines, row, bytes);
			for (double value : values)
				bytes.putDouble(value);
			out.write(bytes.array(), 0, length);
		}
	}

	private static void put(Outlines outlines, int row, ByteBuffer bytes) {
		UUID id = outlines.id(row);
		bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits()).putInt(outlines.points(row));
		int x = 0;
		int y = 0;
		for (int i = 0; i < outlines.points(row); i++) {
			bytes.putInt(outlines.x(row, i) - x).putInt(outlines.y(row, i) - y);
			x = outlines.x(row, i);
			y = outlines.y(row, i);
		}
	}

	/** @throws IOException if the bytes are not what {@link #write} makes */
	static DetectionBlock readBlock(DataInputStream in) throws IOException {
		Kinds kinds = readKinds(in);
		BlockBuilder block = new BlockBuilder();
		for (int row = 0; row < kinds.size(); row++) {
			UUID id = new UUID(in.readLong(), in.readLong());
			int points = in.readInt();
			if (points < 3 || points > MOST_POINTS) throw broken();
			int[] xy = new int[2 * points];
			for (int i = 0; i < xy.length; i++)
				xy[i] = in.readInt() + (i < 2 ? 0 : xy[i - 2]);
			double[] values = new double[kinds.of(row).measurements().size()];
			for (int i = 0; i < values.length; i++)
				values[i] = in.readDouble();
			if (!block.accepts(kinds.of(row), xy, xy.length)) throw broken();
			block.add(id, xy, xy.length, kinds.of(row), values);
		}
		return block.build();
	}

	private static IOException broken() {
		return new IOException("Detections in the journal are broken.");
	}
}
