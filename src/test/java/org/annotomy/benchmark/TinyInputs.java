package org.annotomy.benchmark;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import org.annotomy.geometry.VolumeSize;

/** All inputs of the benchmarks, small and from a fixed seed. */
final class TinyInputs {

	static final VolumeSize SIZE = new VolumeSize(40, 36, 30);
	static final VolumeSize MEDIUM = new VolumeSize(20, 18, 15);

	private static final List<String> MASKS = List.of("blobs", "rater0", "rater1", "rater2", "rater3", "rater4", "organs10",
			"liver_sparse10");

	private final Random random = new Random(20261127);
	private final Path folder;
	private final List<String> meta = new ArrayList<>();

	private TinyInputs(Path folder) {
		this.folder = folder;
	}

	static void write(Path folder) throws IOException {
		TinyInputs inputs = new TinyInputs(folder);
		for (String mask : MASKS)
			inputs.add(mask, "uint8", SIZE, 1, 2);
		inputs.add("ct", "int16", SIZE, 2, 400);
		inputs.add("labels100", "uint16", SIZE, 2, 101);
		inputs.add("ct_med", "int16", MEDIUM, 2, 400);
		inputs.add("organs10_med", "uint8", MEDIUM, 1, 11);
		inputs.add("spheres_med", "uint8", MEDIUM, 1, 2);
		inputs.add("growcut_seeds_med", "uint8", MEDIUM, 1, 6);
		inputs.add("spheres_markers_med", "int32", MEDIUM, 4, 3);
		inputs.add("spheres_edt_med", "float32", MEDIUM, 4, 9);
		inputs.add("cells2d", "int32", new VolumeSize(32, 24, 1), 4, 5);
		inputs.addCells("cells100k.geojson");
		inputs.addCells("cells1m.geojson");
		Files.writeString(folder.resolve("meta.json"), "{" + String.join(",", inputs.meta) + ",\"spheres_n\":2}");
	}

	/** Squares as cells, in the form of the large inputs. */
	private void addCells(String name) throws IOException {
		List<String> features = new ArrayList<>();
		for (int i = 0; i < 12; i++) {
			int x = 20 + 40 * i;
			features.add("{\"type\":\"Feature\",\"id\":\"" + new UUID(1, i)
					+ "\",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[["
					+ x + ",20.0],[" + (x + 9) + ",20.0],[" + (x + 9) + ",29.5],[" + x + ",29.5],[" + x
					+ ",20.0]]]},\"properties\":{\"objectType\":\"detection\",\"classification\":{\"name\":\"Tumor\",\"color\":[200,0,0]},"
					+ "\"measurements\":{\"Area\":7.343}}}");
		}
		Files.writeString(folder.resolve(name),
				"{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}");
	}

	private void add(String name, String type, VolumeSize size, int bytes, int values) throws IOException {
		ByteBuffer raw = ByteBuffer.allocate(size.arrayLength() * bytes).order(ByteOrder.LITTLE_ENDIAN);
		while (raw.hasRemaining())
			put(raw, type, bytes, inMiddle(raw.position() / bytes, size) ? random.nextInt(values) : 0);
		Files.write(folder.resolve(name + ".raw"), raw.array());
		String shape = size.nz() == 1 ? size.ny() + "," + size.nx() : size.nz() + "," + size.ny() + "," + size.nx();
		meta.add("\"" + name + "\":{\"shape_zyx\":[" + shape + "],\"dtype\":\"" + type + "\"}");
	}

	private static boolean inMiddle(int index, VolumeSize size) {
		int x = index % size.nx();
		int y = index / size.nx() % size.ny();
		return x > 3 && y > 3 && x < size.nx() - 4 && y < size.ny() - 4;
	}

	private static void put(ByteBuffer raw, String type, int bytes, int value) {
		if (type.startsWith("float")) raw.putFloat(value);
		else if (bytes == 1) raw.put((byte) value);
		else if (bytes == 2) raw.putShort((short) value);
		else raw.putInt(value);
	}
}
