package org.annotomy.dicom.part10;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.annotomy.bridge.ChildJvm;
import org.annotomy.dicom.SyntheticSlice;
import org.annotomy.dicom.codec.FrameReader;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Frames of files of four gigabytes and more, in a JVM of 64 MB. The files are holes: they take no room on the disk. */
public class LargeFileTest {

	private static final int FRAMES = 8000;
	private static final int FRAME_BYTES = 512 * 512 * 2;

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	@Test
	public void oneFrameOfManyNeedsLittleMemory() throws Exception {
		Path plain = folder.getRoot().toPath().resolve("plain");
		writePlain(plain);
		assertTrue(Files.size(plain) > 4_190_000_000L);
		check(plain, "frame 7999 begins with 4242");
	}

	@Test
	public void compressedFramesBeyondFourGigabytesAreFound() throws Exception {
		Path compressed = folder.getRoot().toPath().resolve("compressed");
		writeCompressed(compressed);
		assertTrue(Files.size(compressed) > 1L << 32);
		check(compressed, "fragment 9999 begins with 4242 at its offset");
	}

	private static void check(Path file, String expected) throws Exception {
		ChildJvm.Result result = ChildJvm.headless().with("-Xmx64m").run(LargeFileTest.class.getName(), file.toString());
		assertEquals(result.output(), 0, result.exitCode());
		assertEquals(expected, result.output().strip());
	}

	private static DicomDatasetBuilder header(int frames) {
		return SyntheticSlice.at(0, 1).set("Rows", 512).set("Columns", 512).set("NumberOfFrames", frames).remove(Tag.PIXEL_DATA);
	}

	private static void writePlain(Path file) throws IOException {
		long length = (long) FRAMES * FRAME_BYTES;
		DicomWriter.write(header(FRAMES).build(), file);
		try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
			out.seek(out.length());
			out.write(little(12).putInt(0x00107fe0).put((byte) 'O').put((byte) 'W').putShort((short) 0).putInt((int) length)
					.array());
			long start = out.getFilePointer();
			out.seek(start + (FRAMES - 1L) * FRAME_BYTES);
			out.write(little(2).putShort((short) 4242).array());
			out.setLength(start + length);
		}
	}

	private static void writeCompressed(Path file) throws IOException {
		int frames = 10_000;
		int length = FRAME_BYTES;
		List<ByteSpan> holes = new ArrayList<>();
		for (int i = 0; i < frames; i++)
			holes.add(new ByteSpan(new WrittenFilesTest.Hole(length), 0, length));
		DicomDataset dataset = header(frames).compressedFrames(holes).build();
		DicomDataset withTable = dataset.toBuilder().remove(Tag.PIXEL_DATA).build();
		DicomWriter.write(withTable, TransferSyntax.RLE_LOSSLESS, file);
		try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
			out.seek(out.length());
			out.write(little(12).putInt(0x00107fe0).put((byte) 'O').put((byte) 'B').putShort((short) 0).putInt(-1).array());
			out.write(item(0));
			for (int i = 0; i < frames; i++) {
				out.write(item(length));
				if (i == frames - 1) out.write(little(2).putShort((short) 4242).array());
				out.seek(out.getFilePointer() + length - (i == frames - 1 ? 2 : 0));
			}
			out.write(little(8).putInt(0xe0ddfffe).putInt(0).array());
		}
	}

	private static byte[] item(int length) {
		return little(8).putInt(0xe000fffe).putInt(length).array();
	}

	private static ByteBuffer little(int size) {
		return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
	}

	/** What the small JVM does. */
	public static void main(String[] args) throws IOException {
		PrintStream out = System.out;
		DicomFile file = DicomFileReader.read(Path.of(args[0]));
		if (!file.warnings().isEmpty()) throw new IOException(file.warnings().toString());
		if (file.dataset().element(Tag.PIXEL_DATA).orElseThrow().value() instanceof FragmentSequence fragments) {
			FragmentSequence.Walk walk = fragments.walk();
			long[] offsets = file.dataset().longs(Tag.EXTENDED_OFFSET_TABLE);
			int last = offsets.length - 1;
			ByteSpan fragment = walk.fragments().get(last);
			boolean right = fragment.offset() - walk.fragments().get(0).offset() == offsets[last]
					&& walk.fragments().size() == offsets.length;
			byte[] start = fragment.slice(0, 2).toArray();
			out.println("fragment " + last + " begins with " + ((start[0] & 0xff) + 256 * start[1])
					+ (right ? " at its offset" : ""));
		} else {
			short[] samples = (short[]) new FrameReader(file).frame(FRAMES - 1).samples();
			out.println("frame " + (FRAMES - 1) + " begins with " + samples[0]);
		}
	}
}
