package org.annotomy.imagej.labelmap;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.annotomy.annotation.model.Provenance;
import org.annotomy.annotation.model.Segment;
import org.annotomy.annotation.voxel.BlockIndex;
import org.annotomy.annotation.voxel.LabelBlock;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.image.ImageFormatException;
import org.annotomy.image.ImageReaders;
import org.annotomy.image.MedicalImage;
import org.annotomy.segmentation.measure.ImageValues;
import org.annotomy.task.Progress;
import org.annotomy.task.Workers;

/** Reads a label map that any of the image readers opens: each value above 0 becomes a segment. */
final class LabelMapReader {

	private static final int SIDE = LabelBlock.SIDE;
	private static final double GOLDEN = 0.618033988749895;

	private final MedicalImage labels;
	private final MedicalImage image;
	private final LabelGrid grid;
	private final ImageValues.PlaneValues[] planes;

	private LabelMapReader(MedicalImage labels, MedicalImage image) {
		this.labels = labels;
		this.image = image;
		this.grid = LabelGrid.of(labels, image);
		this.planes = new ImageValues.PlaneValues[labels.slices()];
		ImageValues values = ImageValues.of(labels);
		for (int z = 0; z < planes.length; z++)
			planes[z] = values.plane(0, z, 0);
	}

	/**
	 * @param image that the labels lie on
	 * @throws ImageFormatException if the file holds no label map
	 * @throws IllegalArgumentException if it lies on another grid
	 */
	static ImportedLabels read(Path file, MedicalImage image, Instant now, Progress progress) throws IOException {
		List<MedicalImage> found = ImageReaders.discover().read(file, progress.part(0, 0.5));
		if (found.size() != 1)
			throw new ImageFormatException("A label map is one volume, but this file or folder holds " + found.size() + ".");
		MedicalImage labels = found.get(0);
		if (labels.channels() > 1 || labels.timePoints() > 1)
			throw new ImageFormatException("A label map has one channel and one time point, not " + labels.channels() + " and "
					+ labels.timePoints() + ".");
		return new LabelMapReader(labels, image).read(LabelTable.readBeside(file).orElse(Map.of()), now, progress.part(0.5, 1));
	}

	private ImportedLabels read(Map<Integer, LabelTable.Entry> table, Instant now, Progress progress) throws IOException {
		Map<BlockIndex, LabelBlock> blocks = blocks(progress);
		TreeSet<Integer> values = new TreeSet<>();
		for (LabelBlock block : blocks.values()) {
			int[] runs = block.runs();
			for (int i = 0; i < runs.length; i += 2)
				if (runs[i] != 0) values.add(runs[i]);
		}
		List<String> remarks = new ArrayList<>();
		if (values.isEmpty()) throw new ImageFormatException("The label map holds no label: every voxel is 0.");
		if (grid.reachesBeyond(new VolumeSize(labels.width(), labels.height(), labels.slices()),
				new VolumeSize(image.width(), image.height(), image.slices())))
			remarks.add("The label map reaches beyond the image; what lies outside was left out.");
		List<Segment> segments = new ArrayList<>();
		for (int value : values)
			segments.add(segment(value, table.get(value), now));
		return new ImportedLabels(segments, blocks, remarks);
	}

	private static Segment segment(int value, LabelTable.Entry entry, Instant now) {
		Segment.Builder to = Segment.builder(UUID.randomUUID(), 0, value)
				.provenance(new Provenance("import", null, null, now, now, null, null));
		if (entry == null) return to.name("Label " + value).rgb(colour(value)).build();
		return to.name(entry.name()).rgb(entry.rgb()).visible(entry.visible()).build();
	}

	/** Hues as far apart as can be, in any number. */
	private static int colour(int value) {
		return Color.getHSBColor((float) (value * GOLDEN % 1), 0.75f, 0.95f).getRGB() & 0xffffff;
	}

	private Map<BlockIndex, LabelBlock> blocks(Progress progress) throws IOException {
		int columns = (image.width() + SIDE - 1) / SIDE;
		int rows = (image.height() + SIDE - 1) / SIDE;
		int slabs = (image.slices() + SIDE - 1) / SIDE;
		Map<BlockIndex, LabelBlock> blocks = new ConcurrentHashMap<>();
		Workers.<IOException>forEach(columns * rows * slabs, progress, "Reading labels", i -> {
			BlockIndex index = new BlockIndex(0, i % columns, i / columns % rows, i / columns / rows, 0);
			LabelBlock block = block(index);
			if (!block.isEmpty()) blocks.put(index, block);
		});
		return blocks;
	}

	private LabelBlock block(BlockIndex index) throws ImageFormatException {
		short[] voxels = new short[LabelBlock.VOXELS];
		int[] at = new int[3];
		int[] label = new int[3];
		for (at[2] = index.z() * SIDE; at[2] < Math.min((index.z() + 1) * SIDE, image.slices()); at[2]++)
			for (at[1] = index.y() * SIDE; at[1] < Math.min((index.y() + 1) * SIDE, image.height()); at[1]++)
				for (at[0] = index.x() * SIDE; at[0] < Math.min((index.x() + 1) * SIDE, image.width()); at[0]++) {
					grid.toLabels(at, label);
					if (isInside(label))
						voxels[BlockIndex.offset(at[0], at[1], at[2])] = label(planes[label[2]].at(label[0], label[1]));
				}
		return LabelBlock.of(voxels);
	}

	private boolean isInside(int[] at) {
		return at[0] >= 0 && at[1] >= 0 && at[2] >= 0 && at[0] < labels.width() && at[1] < labels.height()
				&& at[2] < labels.slices();
	}

	private static short label(double value) throws ImageFormatException {
		if (!(value >= 0 && value <= Segment.MAX_VALUE) || value != Math.rint(value))
			throw new ImageFormatException("Labels are whole numbers from 0 to " + Segment.MAX_VALUE
					+ ", but the file holds " + (float) value + ". It is no label map.");
		return (short) (int) value;
	}
}
