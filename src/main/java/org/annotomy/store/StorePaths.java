package org.annotomy.store;

import java.nio.file.Path;

/**
 * Where the labels of one image lie.
 *
 * @param folder that must be there
 * @param geojson the sidecar
 * @param seg voxel segments, if there are any
 * @param hidden folder of everything else
 */
record StorePaths(Path folder, Path geojson, Path seg, Path hidden) {

	/**
	 * Beside the image: {@code X.geojson}, {@code X.seg.nrrd} and {@code .annotomy/X}. An image without extension gets
	 * {@code X.annotomy.geojson}, since QuPath proposes {@code X.geojson} for its own.
	 */
	static StorePaths beside(Path base) {
		Path image = base.toAbsolutePath();
		String name = image.getFileName().toString();
		String labels = name.lastIndexOf('.') > 0 ? name : name + ".annotomy";
		Path folder = image.getParent();
		return new StorePaths(folder, folder.resolve(labels + ".geojson"), folder.resolve(name + ".seg.nrrd"),
				folder.resolve(".annotomy").resolve(name));
	}

	/** All in one folder, under names that say nothing. */
	static StorePaths in(Path folder) {
		return new StorePaths(folder, folder.resolve("labels.geojson"), folder.resolve("labels.seg.nrrd"), folder);
	}

	Path lock() {
		return hidden.resolve("lock");
	}

	Path journal() {
		return hidden.resolve("journal");
	}

	Path torn() {
		return hidden.resolve("journal.torn");
	}

	Path versions() {
		return hidden.resolve("versions");
	}
}
