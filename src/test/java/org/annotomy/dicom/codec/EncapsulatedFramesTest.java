package org.annotomy.dicom.codec;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

import org.annotomy.dicom.part10.ByteSource;
import org.annotomy.dicom.part10.ByteSpan;
import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.DicomDatasetBuilder;
import org.annotomy.dicom.part10.FragmentSequence;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.dicom.part10.Vr;
import org.annotomy.image.ImageFormatException;
import org.junit.Test;

/** Which fragments make a frame (PS3.5 A.4): with tables, without, and against wrong ones. */
public class EncapsulatedFramesTest {

	private static final DicomDataset EMPTY = DicomDataset.builder().build();
	private static final int ITEM = 0xe000fffe;

	/** Random bytes of even length that begin as {@code head}. */
	private static byte[] fragment(long seed, int length, int... head) {
		byte[] bytes = new byte[length];
		new Random(seed).nextBytes(bytes);
		bytes[0] = 1; // no signature by chance
		for (int i = 0; i < head.length; i++)
			bytes[i] = (byte) head[i];
		return bytes;
	}

	private static ByteSpan table(int... offsets) {
		ByteBuffer bytes = ByteBuffer.allocate(4 * offsets.length).order(ByteOrder.LITTLE_ENDIAN);
		for (int offset : offsets)
			bytes.putInt(offset);
		return ByteSpan.of(bytes.array());
	}

	private static byte[] longs(long... values) {
		ByteBuffer bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
		for (long value : values)
			bytes.putLong(value);
		return bytes.array();
	}

	private static DicomDatasetBuilder extended(long... offsets) {
		return DicomDataset.builder().bytes(Tag.EXTENDED_OFFSET_TABLE, Vr.OV, longs(offsets));
	}

	private static EncapsulatedFrames frames(ByteSpan table, DicomDataset dataset, int count, byte[]... fragments)
			throws IOException {
		return EncapsulatedFrames.of(FragmentSequence.of(table, List.of(fragments)), dataset, count);
	}

	private static byte[] join(byte[]... parts) {
		ByteBuffer joined = ByteBuffer.allocate(List.of(parts).stream().mapToInt(p -> p.length).sum());
		for (byte[] part : parts)
			joined.put(part);
		return joined.array();
	}

	@Test
	public void oneFrameIsAllItsFragments() throws IOException {
		byte[] a = fragment(1, 20);
		byte[] b = fragment(2, 6);
		byte[] c = fragment(3, 300);
		EncapsulatedFrames frames = frames(table(), EMPTY, 1, a, b, c);
		assertArrayEquals(join(a, b, c), frames.frame(0));
		assertTrue(frames.isComplete());
		assertFalse(frames.isTableIgnored());
		assertEquals(326, frames.size());
	}

	@Test
	public void asManyFragmentsAsFramesNeedNoTable() throws IOException {
		byte[] a = fragment(1, 20);
		byte[] b = fragment(2, 6);
		EncapsulatedFrames frames = frames(table(), EMPTY, 2, a, b);
		assertArrayEquals(a, frames.frame(0));
		assertArrayEquals(b, frames.frame(1));
	}

	@Test
	public void theBasicTableTellsFragmentsApart() throws IOException {
		byte[] a = fragment(1, 20);
		byte[] b = fragment(2, 6);
		byte[] c = fragment(3, 30);
		EncapsulatedFrames frames = frames(table(0, 28), EMPTY, 2, a, b, c);
		assertArrayEquals(a, frames.frame(0));
		assertArrayEquals(join(b, c), frames.frame(1));
		assertFalse(frames.isTableIgnored());
		assertArrayEquals(join(a, b), frames(table(0, 42), EMPTY, 2, a, b, c).frame(0));
	}

	@Test
	public void aWrongTableIsIgnoredWithAWord() throws IOException {
		byte[] a = fragment(1, 20, 0xff, 0xd8);
		byte[] b = fragment(2, 16);
		byte[] c = fragment(3, 30, 0xff, 0xd8);
		for (ByteSpan wrong : List.of(table(0, 29), table(8, 52), table(28, 0), table(0, 0), table(0), table(0, 28, 52),
				table(0, 1000))) {
			EncapsulatedFrames frames = frames(wrong, EMPTY, 2, a, b, c);
			assertTrue(frames.isTableIgnored());
			assertArrayEquals(join(a, b), frames.frame(0));
			assertArrayEquals(c, frames.frame(1));
		}
	}

	@Test
	public void framesBeginWithTheirSignature() throws IOException {
		byte[] other = fragment(9, 14);
		for (int[] head : new int[][]{{0xff, 0xd8}, {0xff, 0x4f}, {0xff, 0x0a}, {0, 0, 0, 12, 0x6a, 0x50, 0x20, 0x20},
				{0, 0, 0, 12, 0x4a, 0x58, 0x4c, 0x20}, {2, 0, 0, 0, 64, 0, 0, 0}}) {
			byte[] a = fragment(1, 20, head);
			byte[] b = fragment(2, 12, head);
			EncapsulatedFrames frames = frames(table(), EMPTY, 2, a, other, b, other);
			assertArrayEquals(join(a, other), frames.frame(0));
			assertArrayEquals(join(b, other), frames.frame(1));
		}
	}

	@Test
	public void theExtendedTableHas64BitsAndLengths() throws IOException {
		byte[] a = fragment(1, 20);
		byte[] b = fragment(2, 6);
		DicomDataset offsets = extended(0, 28).build();
		assertArrayEquals(b, frames(table(), offsets, 2, a, b).frame(1));
		DicomDataset lengths = extended(0, 28).bytes(Tag.EXTENDED_OFFSET_TABLE_LENGTHS, Vr.OV, longs(19, 6)).build();
		EncapsulatedFrames frames = frames(table(), lengths, 2, a, b);
		assertArrayEquals("without padding", java.util.Arrays.copyOf(a, 19), frames.frame(0));
		assertArrayEquals(b, frames.frame(1));
		DicomDataset absurd = extended(0, 28).bytes(Tag.EXTENDED_OFFSET_TABLE_LENGTHS, Vr.OV, longs(-1, 1L << 40)).build();
		assertArrayEquals(a, frames(table(), absurd, 2, a, b).frame(0));
	}

	@Test
	public void aWrongExtendedTableGivesWayToTheBasicOne() throws IOException {
		byte[] a = fragment(1, 20);
		byte[] b = fragment(2, 6);
		byte[] c = fragment(3, 30);
		DicomDataset wrong = extended(0, 1L << 32 | 28).build();
		assertArrayEquals(join(b, c), frames(table(0, 28), wrong, 2, a, b, c).frame(1));
		assertTrue(frames(table(), wrong, 2, a, b).isTableIgnored());
	}

	/** A file beyond 4 GB whose basic table holds the low 32 bits of the offsets. */
	@Test
	public void offsetsBeyond4GigabytesMayWrap() throws IOException {
		long[] lengths = {3_000_000_000L, 2_000_000_000L, 20, 6};
		SparseSource source = new SparseSource();
		long at = source.item(0, 8);
		long origin = at;
		long[] starts = new long[lengths.length];
		source.ints.put(8L, 0);
		source.ints.put(12L, (int) (3_000_000_000L + 2_000_000_000L + 16));
		for (int i = 0; i < lengths.length; i++) {
			starts[i] = at - origin;
			at = source.item(at, lengths[i]);
		}
		source.delimiter(at);
		EncapsulatedFrames frames = EncapsulatedFrames.of(new FragmentSequence(source, 0), EMPTY, 2);
		assertFalse(frames.isTableIgnored());
		assertEquals(5_000_000_016L, starts[2]);
		assertEquals(26, frames.frame(1).length);
		ImageFormatException e = assertThrows(ImageFormatException.class, () -> frames.frame(0));
		assertEquals("A compressed frame is too large to be held in memory.", e.getMessage());
	}

	/** Zeros, but for some numbers. */
	private static final class SparseSource implements ByteSource {

		private final TreeMap<Long, Integer> ints = new TreeMap<>();
		private long size;

		/** An item header; returns where the next one begins. */
		long item(long at, long length) {
			ints.put(at, ITEM);
			ints.put(at + 4, (int) length);
			return at + 8 + length;
		}

		void delimiter(long at) {
			ints.put(at, 0xe0ddfffe);
			size = at + 8;
		}

		@Override
		public long size() {
			return size;
		}

		@Override
		public void read(long offset, ByteBuffer target) {
			for (long at = offset; target.hasRemaining(); at++) {
				java.util.Map.Entry<Long, Integer> before = ints.floorEntry(at);
				boolean inside = before != null && at - before.getKey() < 4;
				target.put((byte) (inside ? before.getValue() >>> 8 * (int) (at - before.getKey()) : 0));
			}
		}
	}

	@Test
	public void delimitersInsideOfFragmentsAreData() throws IOException {
		byte[] a = fragment(1, 40, 0xff, 0xd8, 0xfe, 0xff, 0xdd, 0xe0, 0, 0, 0, 0, 0xfe, 0xff, 0x00, 0xe0, 4, 0, 0, 0);
		byte[] b = fragment(2, 12, 0xfe, 0xff, 0x00, 0xe0, 0xff, 0xff, 0xff, 0xff);
		EncapsulatedFrames frames = frames(table(0, 48), EMPTY, 2, a, b);
		assertArrayEquals(a, frames.frame(0));
		assertArrayEquals(b, frames.frame(1));
	}

	@Test
	public void whatIsCutShortIsKeptAsFarAsItGoes() throws IOException {
		byte[] a = fragment(1, 20);
		byte[] b = fragment(2, 30);
		FragmentSequence whole = FragmentSequence.of(table(), List.of(a, b));
		byte[] cut = new byte[8 + 28];
		whole.source().read(0, ByteBuffer.wrap(cut));
		EncapsulatedFrames frames = EncapsulatedFrames.of(new FragmentSequence(ByteSource.of(cut), 0), EMPTY, 2);
		assertFalse(frames.isComplete());
		assertArrayEquals(a, frames.frame(0));
		ImageFormatException e = assertThrows(ImageFormatException.class, () -> frames.frame(1));
		assertEquals("The compressed pixel data ends before frame 2.", e.getMessage());
	}

	@Test
	public void framesThatCannotBeToldApartAreRefused() throws IOException {
		List<byte[]> fragments = new ArrayList<>();
		for (int i = 0; i < 5; i++)
			fragments.add(fragment(i, 14));
		ImageFormatException e = assertThrows(ImageFormatException.class,
				() -> frames(table(), EMPTY, 3, fragments.toArray(byte[][]::new)));
		assertEquals("The file states 3 frames, but its 5 fragments cannot be told apart into so many.", e.getMessage());
		e = assertThrows(ImageFormatException.class, () -> frames(table(), EMPTY, 6, fragments.toArray(byte[][]::new)));
		assertEquals("The file states 6 frames, but its 5 fragments cannot be told apart into so many.", e.getMessage());
		e = assertThrows(ImageFormatException.class, () -> frames(table(), EMPTY, 1));
		assertEquals("The compressed pixel data is empty.", e.getMessage());
	}

	@Test
	public void framesThatACutFileCannotHoldAreRefused() throws IOException {
		FragmentSequence whole = FragmentSequence.of(table(), List.of(fragment(1, 20), fragment(2, 30)));
		byte[] cut = new byte[8 + 28];
		whole.source().read(0, ByteBuffer.wrap(cut));
		FragmentSequence sequence = new FragmentSequence(ByteSource.of(cut), 0);
		assertFalse("a sensible part is there", EncapsulatedFrames.of(sequence, EMPTY, 16).isComplete());
		for (int count : new int[]{17, 1000, Integer.MAX_VALUE}) {
			ImageFormatException e = assertThrows(ImageFormatException.class,
					() -> EncapsulatedFrames.of(sequence, EMPTY, count));
			assertEquals("The file states " + count + " frames, but its compressed pixel data is cut short after 1.",
					e.getMessage());
		}
	}

	@Test
	public void aTableVouchesForTheFramesOfACutFile() throws IOException {
		int[] offsets = new int[40];
		List<byte[]> fragments = new ArrayList<>();
		for (int i = 0; i < offsets.length; i++) {
			offsets[i] = 28 * i;
			fragments.add(fragment(i, 20, 0xff, 0xd8));
		}
		FragmentSequence whole = FragmentSequence.of(table(offsets), fragments);
		byte[] cut = new byte[8 + 4 * offsets.length + 2 * 28];
		whole.source().read(0, ByteBuffer.wrap(cut));
		EncapsulatedFrames frames = EncapsulatedFrames.of(new FragmentSequence(ByteSource.of(cut), 0), EMPTY, offsets.length);
		assertArrayEquals(fragments.get(1), frames.frame(1));
		assertFalse(frames.isComplete());
	}
}
