package org.annotomy.interchange.segnrrd;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipException;

import org.annotomy.annotation.model.Coding;
import org.annotomy.annotation.model.Segment;
import org.annotomy.annotation.model.Status;
import org.annotomy.annotation.voxel.BlockIndex;
import org.annotomy.annotation.voxel.LabelBlock;
import org.annotomy.identity.ImageIdentity;
import org.annotomy.image.ImageFormatException;
import org.annotomy.image.SampleType;
import org.annotomy.image.nrrd.NrrdData;
import org.annotomy.image.nrrd.NrrdEncoding;
import org.annotomy.image.nrrd.NrrdHeader;
import org.annotomy.image.nrrd.NrrdSpace;
import org.annotomy.task.Progress;

/**
 * Reads a {@code .seg.nrrd} of ours, of 3D Slicer or slicerio, or a plain label map in NRRD: row by row into blocks, never a whole volume
 * at once.
 */
public final class SegNrrdReader {

	/** Deflate cannot reach more than 1032:1. */
	private static final long LARGEST_RATIO = 1040;
	private static final long ALWAYS_ALLOWED = 64L << 20;

	private final NrrdHeader header;
	private final ImageIdentity image;
	private final SampleType type;
	private final int layers;
	private final int nx;
	private final int ny;
	private final int nz;
	private final List<FoundSegment> named;

	private SegNrrdReader(NrrdHeader header, ImageIdentity image) throws ImageFormatException {
		this.header = header;
		this.image = image;
		this.type = header.type();
		int[] sizes = header.sizes();
		boolean listed = sizes.length == 4;
		if (sizes.length < 2 || sizes.length > 4)
			throw new ImageFormatException("Segments: the file has " + sizes.length + " axes; label maps have two to four.");
		this.layers = listed ? sizes[0] : 1;
		int first = listed ? 1 : 0;
		this.nx = sizes[first];
		this.ny = sizes[first + 1];
		this.nz = sizes.length > 2 ? sizes[first + 2] : 1;
		if (listed && header.kinds().get(3).equals("list"))
			throw new ImageFormatException("Segments: the layers must be the first axis of the file, as 3D Slicer writes them.");
		if (header.keyValues().getOrDefault("Segmentation_MasterRepresentation", "").startsWith("Fractional"))
			throw new ImageFormatException("Segments: fractional label maps are not supported, only binary ones.");
		if (type.isFloating() || type.bytes() > 4)
			throw new ImageFormatException(
					"Segments: the voxels are " + type + ", but labels are whole numbers of up to 32 bits.");
		this.named = SegmentKeys.read(header);
	}

	/**
	 * @param image that the segments lie on
	 * @throws ImageFormatException if the file is broken, holds no label map, or lies on another grid than the image
	 */
	public static SegNrrdContent read(Path file, ImageIdentity image, Progress progress) throws IOException {
		NrrdHeader header = NrrdHeader.read(file);
		SegNrrdReader reader = new SegNrrdReader(header, image);
		reader.requireCredible(Files.size(file));
		try (InputStream values = NrrdData.open(file, header)) {
			return reader.read(values, progress);
		} catch (EOFException | ZipException e) {
			throw new ImageFormatException("Segments: the file is cut off or damaged.", e);
		}
	}

	/** Before anything is allocated: can the file hold what its header promises? */
	private void requireCredible(long fileBytes) throws ImageFormatException {
		double bytes = (double) nx * ny * nz * layers * type.bytes();
		boolean packed = header.encoding() != NrrdEncoding.RAW;
		if ((double) nx * layers * type.bytes() > ALWAYS_ALLOWED
				|| !header.isDetached() && bytes > Math.max(ALWAYS_ALLOWED, fileBytes * (double) (packed ? LARGEST_RATIO : 1)))
			throw new ImageFormatException("Segments: the header promises more voxels than the file can hold.");
	}

	private SegNrrdContent read(InputStream values, Progress progress) throws IOException {
		List<String> warnings = new ArrayList<>();
		if (isNothing()) return new SegNrrdContent(placed(named), Map.of(), warnings);
		int[] offset = SegGrid.offset(NrrdSpace.of(header).voxelToPatient(), image, statedOffset());
		BlockCollector blocks = new BlockCollector(image.size(), Runtime.getRuntime().maxMemory() / 2);
		LabelTargets targets = new LabelTargets(header, named, layers, image.size().t());
		LabelRow row = new LabelRow(values, type, header.byteOrder(), nx * layers);
		for (int z = 0; z < nz; z++) {
			progress.checkCancelled();
			progress.update((double) z / nz, "Reading segments");
			blocks.beginSlice(z + offset[2]);
			for (int y = 0; y < ny; y++) {
				if (!row.next()) continue;
				for (int i = 0; i < layers; i++)
					blocks.row(targets, i, layers, row.values(), offset[0], y + offset[1], z + offset[2]);
			}
		}
		if (values.read() >= 0) warnings.add("The file of segments is longer than its header says.");
		Map<BlockIndex, LabelBlock> found = blocks.finish();
		if (blocks.hasOutside()) warnings.add("Some segments reach beyond the image; what lies outside was left out.");
		return new SegNrrdContent(named.isEmpty() ? byValue(found) : placed(named), found, warnings);
	}

	/** Slicer's way to say that there are no voxels: a single one. */
	private boolean isNothing() {
		boolean single = nx == 1 && ny == 1 && nz == 1;
		return single && (image.size().x() > 1 || image.size().y() > 1 || image.size().z() > 1);
	}

	private List<FoundSegment> placed(List<FoundSegment> segments) throws ImageFormatException {
		List<FoundSegment> placed = new ArrayList<>();
		for (FoundSegment f : segments)
			placed.add(new FoundSegment(f.id(), f.known(), SegmentKeys.documentLayer(header, f.layer()), f.value(), f.time(),
					f.name(),
					f.rgb(), f.rgbText(), f.coding(), f.status()));
		return placed;
	}

	/** One segment for each value, as Slicer does for plain label maps. */
	private List<FoundSegment> byValue(Map<BlockIndex, LabelBlock> blocks) {
		Map<Integer, Set<Integer>> values = new java.util.TreeMap<>();
		blocks.forEach((index, block) -> {
			int[] runs = block.runs();
			for (int i = 0; i < runs.length; i += 2)
				if (runs[i] != 0) values.computeIfAbsent(index.layer(), l -> new java.util.TreeSet<>()).add(runs[i]);
		});
		List<FoundSegment> segments = new ArrayList<>();
		Map<Integer, Integer> used = new HashMap<>();
		values.forEach((layer, all) -> all.forEach(value -> {
			used.merge(value, 1, Integer::sum);
			String name = "Segment_" + value + (used.get(value) > 1 ? "_" + layer : "");
			int rgb = COLOURS[segments.size() % COLOURS.length];
			segments.add(new FoundSegment(SegmentKeys.substitute(header, layer, value), false, layer, value, 0, name, rgb, "",
					Coding.NONE, Status.DRAFT));
		}));
		return segments;
	}

	private static final int[] COLOURS = {0x80AE80, 0xF1D691, 0xB17A65, 0x6FB8D2, 0xD8654F, 0xDD8265, 0x90EE90, 0xC06858,
			0xDCF514,
			0x4E3F00};

	private int[] statedOffset() throws ImageFormatException {
		String text = header.keyValues().get("Segmentation_ReferenceImageExtentOffset");
		int[] offset = new int[3];
		if (text == null) return offset;
		String[] words = text.strip().split("\\s+");
		for (int i = 0; i < Math.min(3, words.length); i++)
			try {
				offset[i] = Integer.parseInt(words[i]);
			} catch (NumberFormatException e) {
				throw new ImageFormatException("Segments: the offset of the file in its image cannot be read.", e);
			}
		return offset;
	}

	/** One row of voxels with all layers. */
	private static final class LabelRow {

		private final InputStream in;
		private final SampleType type;
		private final boolean big;
		private final byte[] bytes;
		private final int[] values;

		LabelRow(InputStream in, SampleType type, ByteOrder order, int count) {
			this.in = in;
			this.type = type;
			this.big = order == ByteOrder.BIG_ENDIAN;
			this.bytes = new byte[count * type.bytes()];
			this.values = new int[count];
		}

		int[] values() {
			return values;
		}

		/** @return whether any value is not 0 */
		boolean next() throws IOException {
			if (in.readNBytes(bytes, 0, bytes.length) < bytes.length)
				throw new ImageFormatException("Segments: the file is cut off or damaged.");
			boolean any = false;
			for (byte b : bytes)
				any |= b != 0;
			if (!any) return false;
			int width = type.bytes();
			for (int i = 0; i < values.length; i++) {
				int value = 0;
				for (int k = 0; k < width; k++)
					value = value << 8 | bytes[i * width + (big ? k : width - 1 - k)] & 0xff;
				values[i] = checked(value);
			}
			return true;
		}

		private int checked(int value) throws ImageFormatException {
			int label = type == SampleType.INT8 ? (byte) value : type == SampleType.INT16 ? (short) value : value;
			if (label < 0 || label > Segment.MAX_VALUE)
				throw new ImageFormatException("Segments: a voxel has the label " + (type == SampleType.UINT32
						? Integer.toUnsignedString(label)
						: Integer.toString(label)) + "; labels from 0 to " + Segment.MAX_VALUE + " can be read.");
			return label;
		}
	}
}
