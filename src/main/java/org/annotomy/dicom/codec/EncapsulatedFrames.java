package org.annotomy.dicom.codec;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

import org.annotomy.dicom.part10.ByteSource;
import org.annotomy.dicom.part10.ByteSpan;
import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.FragmentSequence;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.image.ImageFormatException;

/** Which fragments make which frame (PS3.5 A.4): by the offset tables where they are right, else by count, else by how frames begin. */
final class EncapsulatedFrames {

	/** More bits of an offset than this are lost in a basic table; files beyond 4 GB have them all the same. */
	private static final long BASIC_OFFSET = 0xffffffffL;
	/** Signatures of boxed JPEG 2000 and JPEG XL. */
	private static final long JP2 = 0x0000000c_6a502020L;
	private static final long JXL = 0x0000000c_4a584c20L;

	private final List<List<ByteSpan>> frames;
	private final boolean complete;
	private final boolean tableIgnored;

	private EncapsulatedFrames(List<List<ByteSpan>> frames, boolean complete, boolean tableIgnored) {
		this.frames = frames;
		this.complete = complete;
		this.tableIgnored = tableIgnored;
	}

	/**
	 * Tells the fragments of {@code count} frames apart. If the data ends early, then the frames that are there are kept.
	 *
	 * @throws ImageFormatException if that is impossible
	 */
	static EncapsulatedFrames of(FragmentSequence sequence, DicomDataset dataset, int count) throws IOException {
		FragmentSequence.Walk walk = sequence.walk();
		List<ByteSpan> fragments = walk.fragments();
		if (fragments.isEmpty()) throw new ImageFormatException("The compressed pixel data is empty.");
		List<List<ByteSpan>> frames = byTables(walk, dataset, count);
		boolean table = frames != null;
		if (frames == null && count == 1) frames = List.of(fragments);
		if (frames == null && fragments.size() == count) frames = fragments.stream().map(List::of).toList();
		if (frames == null) frames = byBeginnings(fragments);
		if (frames.size() < count && walk.complete() || frames.size() > count)
			throw new ImageFormatException("The file states " + count + " frames, but its " + fragments.size()
					+ " fragments cannot be told apart into so many.");
		requireMost(frames.size(), walk, count);
		boolean ignored = !table && (walk.offsetTable().length() > 0 || dataset.has(Tag.EXTENDED_OFFSET_TABLE));
		return new EncapsulatedFrames(frames, walk.complete() && frames.size() == count, ignored);
	}

	/** What a file that ends early leaves out takes memory for nothing: it must hold a sensible part of its frames, or their table. */
	private static void requireMost(int found, FragmentSequence.Walk walk, int count) throws ImageFormatException {
		long believed = Math.max((long) found * NativeFrames.MAX_MISSING_RATIO, walk.offsetTable().length() / 4);
		if (count > believed)
			throw new ImageFormatException(
					"The file states " + count + " frames, but its compressed pixel data is cut short after " + found + ".");
	}

	/** By the extended offset table, else by the basic one; null if there is none or what it says is wrong. */
	private static List<List<ByteSpan>> byTables(FragmentSequence.Walk walk, DicomDataset dataset, int count) throws IOException {
		List<ByteSpan> fragments = walk.fragments();
		if (dataset.has(Tag.EXTENDED_OFFSET_TABLE)) {
			List<List<ByteSpan>> frames = byOffsets(fragments, dataset.longs(Tag.EXTENDED_OFFSET_TABLE), count, -1L);
			if (frames != null) return trimmed(frames, dataset.longs(Tag.EXTENDED_OFFSET_TABLE_LENGTHS));
		}
		if (walk.offsetTable().length() != 4L * count) return null;
		return byOffsets(fragments, basicOffsets(walk.offsetTable()), count, BASIC_OFFSET);
	}

	private static long[] basicOffsets(ByteSpan table) throws IOException {
		ByteBuffer bytes = ByteBuffer.wrap(table.toArray()).order(ByteOrder.LITTLE_ENDIAN);
		long[] offsets = new long[bytes.capacity() / 4];
		for (int i = 0; i < offsets.length; i++)
			offsets[i] = bytes.getInt(4 * i) & BASIC_OFFSET;
		return offsets;
	}

	/**
	 * Null if the offsets are not those of the beginnings of fragments, the first one's first.
	 *
	 * @param mask the bits of an offset that the table holds
	 */
	private static List<List<ByteSpan>> byOffsets(List<ByteSpan> fragments, long[] offsets, int count, long mask) {
		if (offsets.length != count || offsets[0] != 0) return null;
		long origin = fragments.get(0).offset();
		List<List<ByteSpan>> frames = new ArrayList<>();
		int first = 0;
		for (int i = 1; i <= count; i++) {
			int end = first + 1;
			while (end < fragments.size() && (i == count || (fragments.get(end).offset() - origin & mask) != offsets[i]))
				end++;
			if (i < count && end == fragments.size()) return null;
			frames.add(fragments.subList(first, end));
			first = end;
		}
		return frames;
	}

	/** Without the byte of padding, where the table of lengths agrees with the fragments. */
	private static List<List<ByteSpan>> trimmed(List<List<ByteSpan>> frames, long[] lengths) {
		if (lengths.length != frames.size()) return frames;
		List<List<ByteSpan>> trimmed = new ArrayList<>();
		for (int i = 0; i < lengths.length; i++) {
			List<ByteSpan> frame = frames.get(i);
			boolean padded = frame.size() == 1 && lengths[i] > 0 && lengths[i] == frame.get(0).length() - 1;
			trimmed.add(padded ? List.of(frame.get(0).slice(0, lengths[i])) : frame);
		}
		return trimmed;
	}

	/** A new frame at each fragment that begins like a JPEG, JPEG 2000, JPEG XL or RLE stream. */
	private static List<List<ByteSpan>> byBeginnings(List<ByteSpan> fragments) throws IOException {
		List<List<ByteSpan>> frames = new ArrayList<>();
		for (ByteSpan fragment : fragments) {
			if (frames.isEmpty() || beginsFrame(fragment)) frames.add(new ArrayList<>());
			frames.get(frames.size() - 1).add(fragment);
		}
		return frames;
	}

	private static boolean beginsFrame(ByteSpan fragment) throws IOException {
		if (fragment.length() < 12) return false;
		ByteBuffer start = ByteBuffer.allocate(12);
		fragment.read(0, start);
		int first = start.getShort(0) & 0xffff;
		boolean rle = start.order(ByteOrder.LITTLE_ENDIAN).getInt(0) > 0 && start.getInt(0) <= 15 && start.getInt(4) == 64;
		long box = start.order(ByteOrder.BIG_ENDIAN).getLong(0);
		return first == 0xffd8 || first == 0xff4f || first == 0xff0a || box == JP2 || box == JXL || rle;
	}

	/** Whether all frames are there to the end. */
	boolean isComplete() { return complete; }

	/** Whether there is a table of offsets that is wrong, so that the frames were found without it. */
	boolean isTableIgnored() {
		return tableIgnored;
	}

	/** The bytes of a frame, its fragments put together. */
	byte[] frame(int index) throws IOException {
		if (index >= frames.size())
			throw new ImageFormatException("The compressed pixel data ends before frame " + (index + 1) + ".");
		List<ByteSpan> fragments = frames.get(index);
		if (fragments.size() == 1) return fragments.get(0).toArray();
		long length = fragments.stream().mapToLong(ByteSpan::length).sum();
		if (length > Integer.MAX_VALUE - 16)
			throw new ImageFormatException("A compressed frame is too large to be held in memory.");
		ByteBuffer bytes = ByteBuffer.allocate((int) length);
		for (ByteSpan fragment : fragments) {
			bytes.limit((int) (bytes.position() + fragment.length()));
			fragment.read(0, bytes);
		}
		return bytes.array();
	}

	/** As {@link #frame}, but read where it is asked for. */
	ByteSource stream(int index) {
		return ByteSource.chain(frames.get(index));
	}

	/** Bytes of all frames. */
	long size() {
		return frames.stream().flatMap(List::stream).mapToLong(ByteSpan::length).sum();
	}
}
