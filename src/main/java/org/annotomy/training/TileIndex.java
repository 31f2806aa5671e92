package org.annotomy.training;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import org.annotomy.annotation.protocol.AnnotationClass;
import org.annotomy.json.Json;
import org.annotomy.json.JsonObject;

/** Puts the lines of the log together: {@code annotations.coco.json} and {@code tiles.csv}, the same however the work was divided. */
final class TileIndex {

	private final Path folder;
	private final TileSettings settings;
	private final List<AnnotationClass> classes;

	/** @param classes those of the settings, in their order */
	TileIndex(Path folder, TileSettings settings, List<AnnotationClass> classes) {
		this.folder = folder;
		this.settings = settings;
		this.classes = classes;
	}

	/** A tile without its marks, which stay in the log until they are written. */
	private record Entry(int index, String name, double x, double y, double covered, int marks, long offset) {}

	/** @return how many tiles were kept */
	int write(Path log) throws IOException {
		List<Entry> kept = new ArrayList<>();
		long offset = 0;
		try (BufferedReader in = Files.newBufferedReader(log)) {
			for (String line = in.readLine(); line != null; line = in.readLine()) {
				TileRecord tile = TileRecord.of(line);
				if (!tile.isLeftOut())
					kept.add(new Entry(tile.index(), tile.name(), tile.x(), tile.y(), tile.covered(), tile.marks().size(),
							offset));
				offset += line.getBytes(StandardCharsets.UTF_8).length + 1;
			}
		}
		kept.sort(Comparator.comparingInt(Entry::index));
		replace(folder.resolve("tiles.csv"), out -> table(kept, out));
		try (RandomAccessFile lines = new RandomAccessFile(log.toFile(), "r")) {
			replace(folder.resolve("annotations.coco.json"), out -> coco(kept, lines, out));
		}
		return kept.size();
	}

	@FunctionalInterface
	private interface Content {
		void write(Writer out) throws IOException;
	}

	private static void replace(Path file, Content content) throws IOException {
		WholeFile.replace(file, to -> {
			try (Writer out = Files.newBufferedWriter(to)) {
				content.write(out);
			}
		});
	}

	private void table(List<Entry> tiles, Writer out) throws IOException {
		out.write("file,x,y,side,downsample,covered,marks\n");
		for (Entry tile : tiles)
			out.write(String.format(Locale.ROOT, "images/%s.png,%s,%s,%s,%s,%.4f,%d\n", tile.name(), number(tile.x()),
					number(tile.y()), number(settings.size() * settings.downsample()), number(settings.downsample()),
					tile.covered(), tile.marks()));
	}

	private static String number(double value) {
		return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
	}

	private void coco(List<Entry> tiles, RandomAccessFile lines, Writer out) throws IOException {
		out.write(
				"{\"info\":{\"description\":\"Tiles of an annotated slide\",\"version\":\"1\"},\n\"licenses\":[],\n\"categories\":[");
		for (int i = 0; i < classes.size(); i++)
			out.write((i == 0 ? "\n" : ",\n") + Json.write(JsonObject.builder().put("id", i + 1).put("name", classes.get(i).key())
					.put("supercategory", classes.get(i).name()).build()));
		out.write("],\n\"images\":[");
		for (int i = 0; i < tiles.size(); i++)
			out.write((i == 0 ? "\n" : ",\n") + Json.write(image(tiles.get(i), i + 1)));
		out.write("],\n\"annotations\":[");
		int id = 0;
		for (int i = 0; i < tiles.size(); i++) {
			int first = id + 1;
			for (JsonObject mark : marks(tiles.get(i), lines)) {
				JsonObject whole = JsonObject.builder().put("id", ++id).put("image_id", i + 1)
						.putAll(CocoDepth.numbered(mark, first)).build();
				out.write((id == 1 ? "\n" : ",\n") + Json.write(whole));
			}
		}
		out.write("]}\n");
	}

	/** Of one tile, read again. Lines are of ASCII: names and numbers. */
	private static List<JsonObject> marks(Entry tile, RandomAccessFile lines) throws IOException {
		if (tile.marks() == 0) return List.of();
		lines.seek(tile.offset());
		return TileRecord.of(lines.readLine()).marks();
	}

	private JsonObject image(Entry tile, int id) {
		return JsonObject.builder().put("id", id).put("file_name", "images/" + tile.name() + ".png").put("width", settings.size())
				.put("height", settings.size()).put("x", tile.x()).put("y", tile.y()).put("downsample", settings.downsample())
				.build();
	}
}
