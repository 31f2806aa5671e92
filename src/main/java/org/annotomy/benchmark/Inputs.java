package org.annotomy.benchmark;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ObjIntConsumer;

import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.json.Json;
import org.annotomy.json.JsonException;
import org.annotomy.json.JsonObject;

/**
 * The raw arrays of a folder: {@code NAME.raw}, little-endian, x fastest, and {@code meta.json} with the shape (z, y, x, or y, x) and the
 * type of each, in NumPy's words.
 */
public final class Inputs {

	/** The spacing that all peers are given where an operation has one. */
	public static final VoxelSpacing SPACING = new VoxelSpacing(1, 1, 2.5);

	private static final String META = "meta.json";
	private static final int CHUNK = 1 << 20;

	private final Path folder;
	private final JsonObject meta;
	private long givenBytes;

	private Inputs(Path folder, JsonObject meta) {
		this.folder = folder;
		this.meta = meta;
	}

	/** @throws IOException if the folder has no list of its inputs */
	public static Inputs in(Path folder) throws IOException {
		Path list = folder.resolve(META);
		if (!Files.isRegularFile(list))
			throw new IOException(
					"The folder has no " + META + ". The inputs of the benchmarks are made by a program of their own.");
		try {
			return new Inputs(folder, Json.parse(Files.readString(list)).asObject());
		} catch (JsonException e) {
			throw new IOException("The " + META + " of the folder cannot be read: " + e.getMessage(), e);
		}
	}

	/** How large an input is; nz is 1 if it has two axes. @throws IOException if there is no such input */
	public VolumeSize size(String name) throws IOException {
		try {
			double[] shape = meta.require(name).asObject().require("shape_zyx").asArray().doubles();
			if (shape.length < 2 || shape.length > 3)
				throw new IOException("The input " + name + " has a shape that no volume has.");
			int at = shape.length - 1;
			return new VolumeSize((int) shape[at], (int) shape[at - 1], at < 2 ? 1 : (int) shape[0]);
		} catch (JsonException e) {
			throw new IOException("The " + META + " of the folder does not say how large " + name + " is: " + e.getMessage(), e);
		}
	}

	/** @throws IOException if there is no such input, or it has another type or length; likewise the other three */
	public byte[] bytes(String name) throws IOException {
		byte[] all = new byte[length(name, Byte.BYTES, "uint8")];
		read(name, Byte.BYTES, (part, at) -> part.get(all, at, part.remaining()));
		return all;
	}

	/** Signed or unsigned, as the operation takes them. */
	public short[] shorts(String name) throws IOException {
		short[] all = new short[length(name, Short.BYTES, "int16", "uint16")];
		read(name, Short.BYTES, (part, at) -> part.asShortBuffer().get(all, at, part.remaining() / Short.BYTES));
		return all;
	}

	public int[] ints(String name) throws IOException {
		int[] all = new int[length(name, Integer.BYTES, "int32")];
		read(name, Integer.BYTES, (part, at) -> part.asIntBuffer().get(all, at, part.remaining() / Integer.BYTES));
		return all;
	}

	public float[] floats(String name) throws IOException {
		float[] all = new float[length(name, Float.BYTES, "float32")];
		read(name, Float.BYTES, (part, at) -> part.asFloatBuffer().get(all, at, part.remaining() / Float.BYTES));
		return all;
	}

	/** A file of its own beside the arrays. @throws IOException if it is missing */
	public Path file(String name) throws IOException {
		Path file = folder.resolve(name);
		if (!Files.isRegularFile(file)) throw new IOException("The input " + name + " is missing.");
		return file;
	}

	/** Says how many bytes an operation is given, if these are not the arrays that were loaded for it but such as were made of them. */
	public void given(long bytes) {
		givenBytes = bytes;
	}

	/** The bytes of the arrays that an operation is given: all that were handed out, unless {@link #given} said otherwise. */
	long givenBytes() {
		return givenBytes;
	}

	private int length(String name, int bytesPerVoxel, String... types) throws IOException {
		int length = size(name).arrayLength();
		String type = type(name);
		if (!List.of(types).contains(type))
			throw new IOException("The input " + name + " holds " + type + ", but " + String.join(" or ", types) + " is needed.");
		Path file = folder.resolve(name + ".raw");
		if (!Files.isRegularFile(file)) throw new IOException("The input " + name + " is missing.");
		if (Files.size(file) != (long) length * bytesPerVoxel)
			throw new IOException(
					"The input " + name + " has " + Files.size(file) + " bytes, but " + (long) length * bytesPerVoxel
							+ " are needed.");
		givenBytes += (long) length * bytesPerVoxel;
		return length;
	}

	private String type(String name) throws IOException {
		try {
			return meta.object(name).string("dtype", "");
		} catch (JsonException e) {
			throw new IOException("The " + META + " of the folder does not say what " + name + " holds: " + e.getMessage(), e);
		}
	}

	/** Hands over the file part by part, with the place of each part's first voxel. */
	private void read(String name, int bytesPerVoxel, ObjIntConsumer<ByteBuffer> store) throws IOException {
		ByteBuffer part = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
		int at = 0;
		try (FileChannel channel = FileChannel.open(folder.resolve(name + ".raw"))) {
			while (fill(channel, part)) {
				int voxels = part.remaining() / bytesPerVoxel;
				store.accept(part, at);
				at += voxels;
			}
		}
	}

	private static boolean fill(FileChannel channel, ByteBuffer part) throws IOException {
		part.clear();
		while (part.hasRemaining() && channel.read(part) >= 0)
			continue;
		part.flip();
		return part.hasRemaining();
	}
}
