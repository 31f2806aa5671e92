package org.annotomy.dicom.slide;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.annotomy.slide.PixelKind;
import org.annotomy.slide.Tile;

/** The instances that together are one level: parts of a concatenation, or one for each optical path. */
final class WsiLevel {

	private final List<WsiInstance> instances = new ArrayList<>();

	WsiLevel(WsiInstance first) {
		instances.add(first);
	}

	WsiInstance first() {
		return instances.get(0);
	}

	List<WsiInstance> instances() {
		return instances;
	}

	/** Takes an instance in if it is of the same size and kind. */
	boolean add(WsiInstance other) {
		WsiInstance first = first();
		boolean same = first.width() == other.width() && first.height() == other.height()
				&& first.tileWidth() == other.tileWidth()
				&& first.tileHeight() == other.tileHeight() && first.kind() == other.kind()
				&& first.flavour().equals(other.flavour());
		if (same) instances.add(other);
		return same;
	}

	/** Identifiers of the optical paths, each once. */
	List<String> paths() {
		return instances.stream().flatMap(i -> i.tiles().paths().stream()).distinct().toList();
	}

	int planes() {
		return instances.stream().mapToInt(i -> i.tiles().planes()).max().orElse(1);
	}

	Tile read(String path, int z, int row, int column) throws IOException {
		WsiInstance first = first();
		int across = Math.min(first.tileWidth(), first.width() - column * first.tileWidth());
		int down = Math.min(first.tileHeight(), first.height() - row * first.tileHeight());
		Object pixels = first.kind().allocate(across * down);
		for (WsiInstance instance : instances) {
			int frame = instance.tiles().frame(path, z, row, column);
			if (frame < 0) continue;
			instance.read(frame, pixels, across, down);
			return new Tile(across, down, pixels);
		}
		if (first.kind() == PixelKind.RGB) Arrays.fill((int[]) pixels, 0xffffff);
		return new Tile(across, down, pixels);
	}
}
