package org.annotomy.dicom.presentation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.annotomy.dicom.part10.ByteSpan;
import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.DicomElement;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.dicom.part10.Vr;
import org.annotomy.image.DisplayLayer.Picture;

/**
 * One overlay of a file (PS3.3 C.9.2), of a group 6000 to 601E: bits of its own, or, as the standard allowed until 2004, a bit of each
 * pixel that is no part of its value.
 */
final class OverlayPlane {

	private static final int FIRST_GROUP = 0x6000;
	private static final int LAST_GROUP = 0x601e;
	private static final int GRAPHICS = 0xffffd54a;
	private static final int REGION = 0x6040c8ff;
	private static final int ROWS = 0x0010;
	private static final int COLUMNS = 0x0011;
	private static final int FRAMES = 0x0015;
	private static final int TYPE = 0x0040;
	private static final int ORIGIN = 0x0050;
	private static final int FRAME_ORIGIN = 0x0051;
	private static final int BIT_POSITION = 0x0102;
	private static final int DATA = 0x3000;

	private final int group;
	private final DicomDataset dataset;
	private final int rows;
	private final int columns;
	/** Null if the bits are in the pixels. */
	private final DicomElement data;
	private Picture forAll;

	private OverlayPlane(DicomDataset dataset, int group, DicomElement data) {
		this.dataset = dataset;
		this.group = group;
		this.data = data;
		boolean own = data != null;
		this.rows = dataset.integer(Tag.of(group, ROWS), own ? 0 : dataset.integer(Tag.ROWS, 0));
		this.columns = dataset.integer(Tag.of(group, COLUMNS), own ? 0 : dataset.integer(Tag.COLUMNS, 0));
	}

	/**
	 * All overlays that can be shown. Their bits are not read yet.
	 *
	 * @param warnings is added to
	 */
	static List<OverlayPlane> of(DicomDataset dataset, List<String> warnings) {
		List<OverlayPlane> planes = new ArrayList<>();
		for (int group = FIRST_GROUP; group <= LAST_GROUP; group += 2) {
			boolean own = dataset.element(Tag.of(group, DATA)).filter(e -> !e.isEmpty()).isPresent();
			if (!own && !dataset.has(Tag.of(group, BIT_POSITION))) continue;
			DicomElement data = own ? dataset.element(Tag.of(group, DATA)).orElseThrow() : null;
			OverlayPlane plane = new OverlayPlane(dataset, group, data);
			if (plane.isSound()) planes.add(plane);
			else warnings.add("An overlay of the file is broken and not shown.");
		}
		return planes;
	}

	private boolean isSound() {
		if (rows < 1 || columns < 1 || rows > 0xffff || columns > 0xffff) return false;
		if (data != null) return data.value() instanceof ByteSpan span && frameBits() <= 8L * span.length();
		if (dataset.integer(Tag.SAMPLES_PER_PIXEL, 1) != 1) return false;
		boolean sameSize = rows == dataset.integer(Tag.ROWS, 0) && columns == dataset.integer(Tag.COLUMNS, 0);
		int position = bitPosition();
		int highest = dataset.integer(Tag.HIGH_BIT, 15);
		int lowest = highest - dataset.integer(Tag.BITS_STORED, 16) + 1;
		return sameSize && position >= 0 && position < dataset.integer(Tag.BITS_ALLOCATED, 0)
				&& (position > highest || position < lowest);
	}

	private long frameBits() {
		return (long) rows * columns;
	}

	/** Whether the bits are in the pixels. */
	boolean isEmbedded() { return data == null; }

	int group() {
		return group;
	}

	/** Its number among those of the file, from 1. */
	int number() {
		return (group - FIRST_GROUP) / 2 + 1;
	}

	boolean isRegion() { return dataset.string(Tag.of(group, TYPE), "G").equals("R"); }

	private int bitPosition() {
		return dataset.integer(Tag.of(group, BIT_POSITION), 0);
	}

	/** What it shows on a frame of the image (from 0), wherever its bits are; null if nothing. @param words asked only where the bits are there */
	Picture on(int frame, FileLayers.Words words) throws IOException {
		return isEmbedded() ? embedded(words.of(frame)) : picture(frame);
	}

	/** What its own bits show on a frame of the image (from 0); null if nothing. */
	Picture picture(int frame) throws IOException {
		if (!dataset.has(Tag.of(group, FRAMES))) return forAll();
		int frames = Math.max(1, dataset.integer(Tag.of(group, FRAMES), 1));
		int start = Math.max(1, dataset.integer(Tag.of(group, FRAME_ORIGIN), 1)) - 1;
		int index = frame - start;
		if (index < 0 || index >= frames || (index + 1L) * frameBits() > 8L * data.bytes().length()) return null;
		return picture(aligned(index * frameBits()));
	}

	/** Without a number of frames an overlay lies over all frames of the image: they share one picture. */
	private synchronized Picture forAll() throws IOException {
		if (forAll == null) forAll = picture(aligned(0));
		return forAll;
	}

	/** What a frame's pixels hold of it, given with all their bits; null if nothing. */
	private Picture embedded(Object words) {
		byte[] bits = new byte[(int) ((frameBits() + 7) / 8)];
		int position = bitPosition();
		boolean any = false;
		for (int i = 0; i < frameBits(); i++)
			if ((word(words, i) >>> position & 1) != 0) {
				bits[i >>> 3] |= (byte) (1 << (i & 7));
				any = true;
			}
		return any ? picture(bits) : null;
	}

	private static int word(Object words, int i) {
		if (words instanceof short[] shorts) return shorts[i] & 0xffff;
		return words instanceof byte[] bytes ? bytes[i] & 0xff : ((int[]) words)[i];
	}

	private Picture picture(byte[] bits) {
		int[] origin = dataset.ints(Tag.of(group, ORIGIN));
		int x = origin.length > 1 ? signed(origin[1]) - 1 : 0;
		int y = origin.length > 0 ? signed(origin[0]) - 1 : 0;
		return new Picture(x, y, columns, rows, bits, isRegion() ? REGION : GRAPHICS);
	}

	/** Origins are signed, whatever the file says of their type. */
	private static int signed(int origin) {
		return (short) origin;
	}

	/** The bits of one frame, beginning with a byte. */
	private byte[] aligned(long firstBit) throws IOException {
		byte[] bits = new byte[(int) ((frameBits() + 7) / 8)];
		byte[] stored = stored(firstBit >>> 3, bits.length + 1);
		int shift = (int) (firstBit & 7);
		for (int i = 0; i < bits.length; i++)
			bits[i] = (byte) ((stored[i] & 0xff) >>> shift | (stored[i + 1] & 0xff) << 8 - shift);
		return bits;
	}

	/** Bytes in the order of pixels; of words in big endian the first one comes second. What lies behind the end is 0. */
	private byte[] stored(long from, int count) throws IOException {
		ByteSpan span = data.bytes();
		boolean words = data.bigEndian() && data.vr() == Vr.OW;
		long start = words ? from & ~1L : from;
		long end = Math.min(span.length(), from + count + (words ? 1 : 0));
		byte[] read = span.slice(start, end - start).toArray();
		for (int i = 0; words && i + 1 < read.length; i += 2) {
			byte kept = read[i];
			read[i] = read[i + 1];
			read[i + 1] = kept;
		}
		return Arrays.copyOfRange(read, (int) (from - start), (int) (from - start) + count);
	}
}
