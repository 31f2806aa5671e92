package org.annotomy.dicom.codec;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

import org.annotomy.dicom.part10.ByteSpan;
import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.FragmentSequence;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.image.ImageFormatException;

/** Which fragments make which frame (PS3.5 A.4): by the offset tables where they are right, else by count, else by how frames begin. */
final class EncapsulatedFrames {

	private static final int HEADER = 8;

	private final List<List<ByteSpan>> frames;
	private final boolean complete;

	private EncapsulatedFrames(List<List<ByteSpan>> frames, boolean complete) {
		this.frames = frames;
		this.complete = complete;
	}

	static EncapsulatedFrames of(FragmentSequence sequence, DicomDataset dataset, int count) throws IOException {
		FragmentSequence.Walk walk = sequence.walk();
		List<ByteSpan> fragments = walk.fragments();
		if (fragments.isEmpty()) throw new ImageFormatException("The compressed pixel data is empty.");
		List<List<ByteSpan>> frames = null;
		if (count == 1) frames = List.of(fragments);
		if (frames == null) frames = byOffsets(fragments, dataset.longs(Tag.EXTENDED_OFFSET_TABLE), count);
		if (frames == null) frames = byOffsets(fragments, basicOffsets(walk.offsetTable()), count);
		if (frames == null && fragments.size() == count) frames = fragments.stream().map(List::of).toList();
		if (frames == null) frames = byBeginnings(fragments);
		if (frames.size() < count && walk.complete() || frames.size() > count)
			throw new ImageFormatException("The file states " + count + " frames, but its " + fragments.size()
					+ " fragments cannot be told apart into so many.");
		return new EncapsulatedFrames(frames, walk.complete() && frames.size() == count);
	}

	private static long[] basicOffsets(ByteSpan table) throws IOException {
		ByteBuffer bytes = ByteBuffer.wrap(table.toArray()).order(ByteOrder.LITTLE_ENDIAN);
		long[] offsets = new long[bytes.capacity() / 4];
		for (int i = 0; i < offsets.length; i++)
			offsets[i] = bytes.getInt(4 * i) & 0xffffffffL;
		return offsets;
	}

	/** Null if the table is absent or does not point at the beginnings of fragments. */
	private static List<List<ByteSpan>> byOffsets(List<ByteSpan> fragments, long[] offsets, int count) {
		if (offsets.length != count) return null;
		long origin = fragments.get(0).offset() - HEADER;
		TreeMap<Long, Integer> starts = new TreeMap<>();
		for (int i = 0; i < fragments.size(); i++)
			starts.put(fragments.get(i).offset() - HEADER - origin, i);
		List<List<ByteSpan>> frames = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			Integer first = starts.get(offsets[i]);
			Integer end = i + 1 < count ? starts.get(offsets[i + 1]) : Integer.valueOf(fragments.size());
			if (first == null || end == null || end <= first || i == 0 && first != 0) return null;
			frames.add(fragments.subList(first, end));
		}
		return frames;
	}

	/** A new frame at each fragment that begins like a JPEG, JPEG 2000 or RLE stream. */
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
		return first == 0xffd8 || first == 0xff4f || start.order(ByteOrder.BIG_ENDIAN).getLong(0) == 0x0000000c6a502020L || rle;
	}

	/** Whether all frames are there to the end. */
	boolean isComplete() { return complete; }

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

	/** Bytes of all frames. */
	long size() {
		return frames.stream().flatMap(List::stream).mapToLong(ByteSpan::length).sum();
	}
}
