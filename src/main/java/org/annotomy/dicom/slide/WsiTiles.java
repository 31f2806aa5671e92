package org.annotomy.dicom.slide;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.image.ImageFormatException;

/** Which frame of an instance holds which tile: by counting (TILED_FULL, PS3.3 C.7.6.17.3) or as each frame says (TILED_SPARSE). */
final class WsiTiles {

	private static final int MAX_PLANES = 10_000;

	private record Place(int path, int z, int row, int column) {}

	private final List<String> paths;
	private final int planes;
	private final int columns;
	private final int rows;
	private final int firstFrame;
	private final int frames;
	/** Null if frames are counted. */
	private final Map<Place, Integer> sparse;

	/** @param size total columns and rows, columns and rows of a tile, frames */
	WsiTiles(DicomDataset dataset, int[] size) throws ImageFormatException {
		this.columns = (size[0] + size[2] - 1) / size[2];
		this.rows = (size[1] + size[3] - 1) / size[3];
		this.frames = size[4];
		List<DicomDataset> groups = dataset.items(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE);
		boolean placed = groups.size() == frames && groups.get(0).has(Tag.PLANE_POSITION_SLIDE_SEQUENCE);
		String type = dataset.string(Tag.DIMENSION_ORGANIZATION_TYPE, placed ? "TILED_SPARSE" : "TILED_FULL");
		this.firstFrame = Math.max(0, dataset.integer(Tag.CONCATENATION_FRAME_OFFSET_NUMBER, 0));
		this.paths = paths(dataset);
		if (type.equals("TILED_FULL")) {
			this.planes = Math.max(1, dataset.integer(Tag.TOTAL_PIXEL_MATRIX_FOCAL_PLANES, 1));
			this.sparse = null;
			if (planes > MAX_PLANES) throw new ImageFormatException("The slide states more focal planes than can be.");
		} else {
			if (!placed) throw new ImageFormatException("The slide does not say where its tiles lie.");
			this.sparse = new HashMap<>();
			this.planes = readPlaces(dataset, groups, size);
		}
	}

	/** What tells tiles at one place apart besides their depth: of a segmentation the segments, else the optical paths. */
	private static List<String> paths(DicomDataset dataset) {
		boolean segments = WsiChannels.areSegments(dataset);
		List<String> paths = new ArrayList<>();
		for (DicomDataset path : dataset.items(segments ? Tag.SEGMENT_SEQUENCE : Tag.OPTICAL_PATH_SEQUENCE))
			paths.add(path.string(segments ? Tag.SEGMENT_NUMBER : Tag.OPTICAL_PATH_IDENTIFIER, ""));
		return paths.isEmpty() ? List.of("") : paths;
	}

	/** @return how many focal planes there are */
	private int readPlaces(DicomDataset dataset, List<DicomDataset> groups, int[] size) throws ImageFormatException {
		DicomDataset shared = dataset.item(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE).orElse(DicomDataset.EMPTY);
		boolean segments = WsiChannels.areSegments(dataset);
		int naming = segments ? Tag.SEGMENT_IDENTIFICATION_SEQUENCE : Tag.OPTICAL_PATH_IDENTIFICATION_SEQUENCE;
		int name = segments ? Tag.REFERENCED_SEGMENT_NUMBER : Tag.OPTICAL_PATH_IDENTIFIER;
		TreeSet<Double> depths = new TreeSet<>();
		for (DicomDataset group : groups)
			depths.add(position(group).number(Tag.Z_OFFSET_IN_SLIDE_COORDINATE_SYSTEM, 0));
		List<Double> sorted = List.copyOf(depths);
		for (int i = 0; i < groups.size(); i++) {
			DicomDataset position = position(groups.get(i));
			int column = position.integer(Tag.COLUMN_POSITION_IN_TOTAL_IMAGE_PIXEL_MATRIX, 0) - 1;
			int row = position.integer(Tag.ROW_POSITION_IN_TOTAL_IMAGE_PIXEL_MATRIX, 0) - 1;
			if (column < 0 || row < 0 || column % size[2] != 0 || row % size[3] != 0)
				throw new ImageFormatException("The slide has tiles that overlap or leave gaps; such slides are not supported.");
			DicomDataset named = groups.get(i).item(naming).or(() -> shared.item(naming)).orElse(DicomDataset.EMPTY);
			int path = paths.indexOf(named.string(name, paths.get(0)));
			int z = sorted.indexOf(position.number(Tag.Z_OFFSET_IN_SLIDE_COORDINATE_SYSTEM, 0));
			sparse.putIfAbsent(new Place(Math.max(0, path), z, row / size[3], column / size[2]), i);
		}
		return sorted.size();
	}

	private static DicomDataset position(DicomDataset group) {
		return group.item(Tag.PLANE_POSITION_SLIDE_SEQUENCE).orElse(DicomDataset.EMPTY);
	}

	/** Identifiers of the optical paths, or numbers of the segments; one that is empty if the file names none. */
	List<String> paths() {
		return paths;
	}

	/** Focal planes. */
	int planes() {
		return planes;
	}

	/** The frame of a tile, from 0; -1 if it is not in this instance. */
	int frame(String path, int z, int row, int column) {
		int p = paths.indexOf(path);
		if (p < 0) return -1;
		if (sparse != null) return sparse.getOrDefault(new Place(p, z, row, column), -1);
		long index = (((long) p * planes + z) * rows + row) * columns + column - firstFrame;
		return index >= 0 && index < frames && z < planes ? (int) index : -1;
	}
}
