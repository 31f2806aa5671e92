package org.annotomy.store;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import org.annotomy.annotation.Change;
import org.annotomy.annotation.Change.CompletionChange;
import org.annotomy.annotation.Change.DetectionChange;
import org.annotomy.annotation.Change.KindChange;
import org.annotomy.annotation.Change.LabelChange;
import org.annotomy.annotation.Change.LinkChange;
import org.annotomy.annotation.Change.ObjectChange;
import org.annotomy.annotation.Change.ProtocolChange;
import org.annotomy.annotation.Change.SegmentChange;
import org.annotomy.annotation.Change.VoxelChange;
import org.annotomy.annotation.LabelScope;
import org.annotomy.annotation.detection.DetectionBlock;
import org.annotomy.annotation.protocol.Protocol;
import org.annotomy.annotation.voxel.BlockIndex;
import org.annotomy.annotation.voxel.LabelBlock;
import org.annotomy.json.Json;
import org.annotomy.json.JsonObject;
import org.annotomy.json.JsonScalar;
import org.annotomy.json.JsonValue;

/** One change as bytes: what it is, of which thing, and what became of it. What was before is not written. */
final class ChangeCodec {

	/** Stands where no change follows. */
	static final int END = 0;

	private static final int OBJECT = 1;
	private static final int SEGMENT = 2;
	private static final int LINK = 3;
	private static final int LABEL = 4;
	private static final int COMPLETION = 5;
	private static final int PROTOCOL = 6;
	private static final int VOXELS = 7;
	/** As the first versions wrote them; read only. */
	private static final int WIDE_DETECTIONS = 8;
	private static final int KINDS = 9;
	private static final int DETECTIONS = 10;
	private static final int MAX_TEXT_BYTES = 256 << 20;

	private ChangeCodec() {}

	static void write(Change change, DataOutputStream out) throws IOException {
		if (change instanceof DetectionChange c) {
			out.writeByte(DETECTIONS);
			out.writeInt(c.key());
			DetectionCodec.write(c.after(), out);
		} else if (change instanceof KindChange c) {
			out.writeByte(KINDS);
			out.writeInt(c.key());
			DetectionCodec.write(c.after(), out);
		} else writeOther(change, out);
	}

	private static void writeOther(Change change, DataOutputStream out) throws IOException {
		if (change instanceof ObjectChange c) writeThing(OBJECT, c.id(), c.after() == null ? null : ModelJson.of(c.after()), out);
		else
			if (change instanceof SegmentChange c)
				writeThing(SEGMENT, c.id(), c.after() == null ? null : ModelJson.of(c.after()), out);
			else
				if (change instanceof LinkChange c)
					writeThing(LINK, c.id(), c.after() == null ? null : ModelJson.of(c.after()), out);
				else
					if (change instanceof LabelChange c) writeLabel(c, out);
					else if (change instanceof CompletionChange c) {
						out.writeByte(COMPLETION);
						out.writeBoolean(c.after());
					} else if (change instanceof ProtocolChange c) {
						out.writeByte(PROTOCOL);
						writeText(ModelJson.of(c.after()), out);
					} else if (change instanceof VoxelChange c) writeVoxels(c, out);
	}

	/** @param known the protocol to use where the journal names the same one */
	static void readAll(DataInputStream in, Protocol known, List<Change> changes) throws IOException {
		for (int kind = in.readUnsignedByte(); kind != END; kind = in.readUnsignedByte())
			changes.add(read(kind, in, known));
	}

	private static Change read(int kind, DataInputStream in, Protocol known) throws IOException {
		switch (kind) {
			case OBJECT, SEGMENT, LINK :
				return readThing(kind, new UUID(in.readLong(), in.readLong()), readText(in));
			case LABEL :
				LabelScope scope = in.readBoolean() ? LabelScope.STUDY : LabelScope.IMAGE;
				String key = in.readUTF();
				JsonValue answer = readText(in);
				return new LabelChange(scope, key, null, answer.isNull() ? null : ModelJson.answer(answer));
			case COMPLETION :
				boolean complete = in.readBoolean();
				return new CompletionChange(!complete, complete);
			case PROTOCOL :
				return new ProtocolChange(null, ModelJson.protocol(readText(in).asObject(), known));
			case VOXELS :
				return readVoxels(in);
			case WIDE_DETECTIONS :
				return new DetectionChange(in.readInt(), DetectionBlock.EMPTY, DetectionCodec.readWideBlock(in));
			case DETECTIONS :
				return new DetectionChange(in.readInt(), DetectionBlock.EMPTY, DetectionCodec.readBlock(in));
			case KINDS :
				return new KindChange(in.readInt(), null, DetectionCodec.readKinds(in));
			default :
				throw new IOException("The journal holds an edit of a kind that this version does not know.");
		}
	}

	private static void writeThing(int kind, UUID id, JsonObject json, DataOutputStream out) throws IOException {
		out.writeByte(kind);
		out.writeLong(id.getMostSignificantBits());
		out.writeLong(id.getLeastSignificantBits());
		writeText(json, out);
	}

	private static Change readThing(int kind, UUID id, JsonValue json) throws IOException {
		JsonObject after = json.isNull() ? null : json.asObject();
		return switch (kind) {
			case OBJECT -> new ObjectChange(id, null, after == null ? null : ModelJson.object(id, after));
			case SEGMENT -> new SegmentChange(id, null, after == null ? null : ModelJson.segment(id, after));
			default -> new LinkChange(id, null, after == null ? null : ModelJson.link(id, after));
		};
	}

	private static void writeLabel(LabelChange change, DataOutputStream out) throws IOException {
		out.writeByte(LABEL);
		out.writeBoolean(change.scope() == LabelScope.STUDY);
		out.writeUTF(change.key());
		writeText(change.after() == null ? null : ModelJson.of(change.after()), out);
	}

	/** Five block coordinates, the number of runs, then label value and length of each run. */
	private static void writeVoxels(VoxelChange change, DataOutputStream out) throws IOException {
		out.writeByte(VOXELS);
		BlockIndex index = change.index();
		for (int coordinate : new int[]{index.layer(), index.x(), index.y(), index.z(), index.t()})
			out.writeInt(coordinate);
		int[] runs = change.after().runs();
		out.writeShort(runs.length / 2 - 1);
		for (int i = 0; i < runs.length; i += 2) {
			out.writeShort(runs[i]);
			out.writeShort(runs[i + 1] - (i == 0 ? 0 : runs[i - 1]) - 1);
		}
	}

	private static VoxelChange readVoxels(DataInputStream in) throws IOException {
		try {
			BlockIndex index = new BlockIndex(in.readInt(), in.readInt(), in.readInt(), in.readInt(), in.readInt());
			int[] runs = new int[2 * (in.readUnsignedShort() + 1)];
			int end = 0;
			for (int i = 0; i < runs.length; i += 2) {
				runs[i] = in.readUnsignedShort();
				end += in.readUnsignedShort() + 1;
				runs[i + 1] = end;
			}
			return new VoxelChange(index, LabelBlock.EMPTY, LabelBlock.ofRuns(runs));
		} catch (IllegalArgumentException e) {
			throw new IOException("A block of voxels in the journal is broken: " + e.getMessage(), e);
		}
	}

	/** @param json null for "it is gone" */
	private static void writeText(JsonValue json, DataOutputStream out) throws IOException {
		byte[] text = json == null ? new byte[0] : Json.write(json).getBytes(StandardCharsets.UTF_8);
		out.writeInt(text.length);
		out.write(text);
	}

	private static JsonValue readText(DataInputStream in) throws IOException {
		int length = in.readInt();
		if (length < 0 || length > MAX_TEXT_BYTES) throw new IOException("A text in the journal is broken.");
		if (length == 0) return JsonScalar.NULL;
		byte[] text = in.readNBytes(length);
		if (text.length < length) throw new IOException("A text in the journal ends too early.");
		return Json.parse(new String(text, StandardCharsets.UTF_8));
	}
}
