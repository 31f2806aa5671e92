package org.annotomy.dicom.part10;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.annotomy.dicom.SyntheticSlice;
import org.annotomy.testing.Dciodvfy;
import org.annotomy.testing.OutsideTool;
import org.annotomy.testing.SharedData;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** What we write, judged by dcmtk, dicom3tools and pydicom. */
public class WrittenFilesTest {

	private static final List<String> NATIVE = List.of(TransferSyntax.IMPLICIT_LITTLE_ENDIAN,
			TransferSyntax.EXPLICIT_LITTLE_ENDIAN,
			TransferSyntax.EXPLICIT_BIG_ENDIAN, TransferSyntax.DEFLATED);
	/** Between them: nested and private sequences, every binary VR, big endian, words and bytes, Japanese, 32-bit and float pixels. */
	private static final List<String> REAL = List.of("bits/MR_small.dcm", "bits/MR_small_bigendian.dcm", "bits/rtdose.dcm",
			"bits/parametric_map_float.dcm", "bits/mlut_18.dcm", "charset/chrH32.dcm", "bits/rtdose_expb_1frame.dcm",
			"pet/acrin_flt_1.dcm",
			"seg_cr/seg_image_cr_binary.dcm", "us/ExplVR_BigEnd.dcm", "sr/test-SR.dcm", "rt/rtplan.dcm");

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private Path file(String name) {
		return folder.getRoot().toPath().resolve(name);
	}

	@Test
	public void everyEncodingIsAcceptedByOthers() throws Exception {
		for (String syntax : NATIVE) {
			Path file = file(syntax);
			DicomDataset slice = SyntheticSlice.at(1.5, 7)
					.items("ReferencedStudySequence", SyntheticSlice.at(1, 1).remove(Tag.PIXEL_DATA).build())
					.build();
			DicomWriter.write(slice, syntax, file);
			assertEquals(0, Files.size(file) & 1);
			assertEquals("yes: " + file, OutsideTool.run("dcmftest", file.toString()).text().strip());
			OutsideTool.Result dump = OutsideTool.run("dcmdump", file.toString());
			assertEquals(dump.errors(), 0, dump.exit());
			assertEquals(syntax, "", dump.errors());
			RealFilesTest.assertSame(syntax, slice, inLittleEndian(DicomFileReader.read(file)));
		}
	}

	/** The same dataset with all numbers in little endian. */
	private static DicomDataset inLittleEndian(DicomFile file) throws IOException {
		return DicomFileReader.read(ByteSource.of(DicomWriter.toBytes(file.dataset()))).dataset();
	}

	@Test
	public void pydicomFindsTheSameInEveryEncoding() throws Exception {
		List<String> pairs = new ArrayList<>();
		for (String path : REAL) {
			Path original = SharedData.require(path);
			DicomDataset dataset = DicomFileReader.read(original).dataset();
			for (String syntax : NATIVE) {
				Path written = file(path.replace('/', '_') + syntax);
				DicomWriter.write(dataset, syntax, written);
				pairs.addAll(List.of(original.toString(), written.toString()));
			}
		}
		OutsideTool.Result result = OutsideTool.python("dicom_same.py", pairs.toArray(new String[0]));
		assertEquals(result.errors(), 0, result.exit());
		assertEquals("", result.text());
	}

	@Test
	public void imageObjectsPassTheValidator() throws Exception {
		for (String path : List.of("bits/MR_small.dcm", "bits/MR_small_bigendian.dcm", "seg_cr/seg_image_cr_binary.dcm",
				"pet/acrin_flt_1.dcm")) {
			Path original = SharedData.require(path);
			Path written = file("valid.dcm");
			DicomWriter.write(DicomFileReader.read(original).dataset(), TransferSyntax.IMPLICIT_LITTLE_ENDIAN, written);
			assertEquals("what was no error before is none now", Dciodvfy.errors(original), Dciodvfy.errors(written));
		}
	}

	@Test
	public void compressedFramesGetTheOffsetTableTheyNeed() throws Exception {
		Random random = new Random(7);
		List<ByteSpan> frames = new ArrayList<>();
		for (int i = 0; i < 5; i++) {
			byte[] frame = new byte[64 + 2 + 3 * i]; // RLE: one segment that says one byte again and again
			frame[0] = 1;
			frame[4] = 64;
			for (int k = 64; k + 1 < frame.length; k += 2) {
				frame[k] = (byte) -127;
				frame[k + 1] = (byte) random.nextInt();
			}
			frames.add(ByteSpan.of(frame));
		}
		for (boolean extended : new boolean[]{false, true}) {
			DicomDataset dataset = SyntheticSlice.at(0, 1).remove(Tag.PIXEL_DATA).set("NumberOfFrames", 5)
					.compressedFrames(frames, extended).build();
			Path file = file("rle" + extended);
			DicomWriter.write(dataset, TransferSyntax.RLE_LOSSLESS, file);
			assertEquals("", OutsideTool.run("dcmdump", file.toString()).errors());
			DicomDataset read = DicomFileReader.read(file).dataset();
			FragmentSequence.Walk walk = ((FragmentSequence) read.element(Tag.PIXEL_DATA).orElseThrow().value()).walk();
			long[] expected = new long[5];
			for (int i = 0; i < 5; i++) {
				expected[i] = walk.fragments().get(i).offset() - walk.fragments().get(0).offset();
				byte[] padded = Arrays.copyOf(frames.get(i).toArray(), (int) EncodedSizes.even(frames.get(i).length()));
				assertArrayEquals(padded, walk.fragments().get(i).toArray());
			}
			assertArrayEquals(extended ? expected : new long[0], read.longs(Tag.EXTENDED_OFFSET_TABLE));
			assertEquals(extended ? 0 : 20, walk.offsetTable().length());
			if (!extended) assertArrayEquals(FrameOffsets.basicTable(expected).toArray(), walk.offsetTable().toArray());
			else assertEquals("lengths do not count the padding", 67, read.longs(Tag.EXTENDED_OFFSET_TABLE_LENGTHS)[1] - 2);
		}
	}

	@Test
	public void anIconMayBeCompressedWithinAnItem() throws Exception {
		DicomDataset icon = DicomDataset.builder().set("Rows", 1).set("Columns", 1)
				.compressedFrames(List.of(ByteSpan.of(new byte[7]))).build();
		DicomDataset dataset = SyntheticSlice.at(0, 1).items("IconImageSequence", icon)
				.compressedFrames(List.of(ByteSpan.of(new byte[64]))).build();
		Path file = file("icon");
		DicomWriter.write(dataset, TransferSyntax.RLE_LOSSLESS, file);
		assertEquals("", OutsideTool.run("dcmdump", file.toString()).errors());
		DicomFile read = DicomFileReader.read(file);
		assertEquals(List.of(), read.warnings());
		RealFilesTest.assertSame("icon", dataset, read.dataset());
	}

	@Test
	public void tablesGoToSixtyFourBitsWhereThirtyTwoAreTooFew() {
		List<ByteSpan> frames = List.of(new ByteSpan(new Hole(3L << 30), 0, 3L << 30),
				new ByteSpan(new Hole(3L << 30), 0, 3L << 30),
				ByteSpan.of(new byte[2]));
		DicomDataset large = DicomDataset.builder().compressedFrames(frames).build();
		assertArrayEquals(new long[]{0, (3L << 30) + 8, (6L << 30) + 16}, large.longs(Tag.EXTENDED_OFFSET_TABLE));
		assertFalse(DicomDataset.builder().compressedFrames(frames.subList(0, 2)).build().has(Tag.EXTENDED_OFFSET_TABLE));
		assertThrows(IllegalArgumentException.class, () -> DicomDataset.builder()
				.compressedFrames(List.of(new ByteSpan(new Hole(1L << 32), 0, 1L << 32))));
	}

	/** So many zeros. */
	record Hole(long size) implements ByteSource {

		@Override
		public void read(long offset, java.nio.ByteBuffer target) {
			while (target.hasRemaining())
				target.put((byte) 0);
		}
	}

	@Test
	public void longValuesBecomeWordsOrUnknown() throws Exception {
		int[] table = new int[40_000];
		Arrays.fill(table, 513);
		double[] contour = new double[20_000];
		DicomDataset dataset = SyntheticSlice.at(0, 1).put(new DicomElement(Tag.LUT_DATA, Vr.US, lut(table), false))
				.set("ContourData", contour).build();
		for (String syntax : NATIVE) {
			Path file = file("long" + syntax);
			DicomWriter.write(dataset, syntax, file);
			assertEquals("", OutsideTool.run("dcmdump", file.toString()).errors());
			DicomDataset read = DicomFileReader.read(file).dataset();
			assertEquals(Vr.OW, read.element(Tag.LUT_DATA).orElseThrow().vr());
			assertEquals(513, read.ints(Tag.LUT_DATA)[39_999]);
			assertEquals(Vr.DS, read.element(0x30060050).orElseThrow().vr());
			assertEquals(20_000, read.doubles(0x30060050).length);
		}
	}

	private static ByteSpan lut(int[] values) {
		byte[] bytes = new byte[2 * values.length];
		for (int i = 0; i < values.length; i++) {
			bytes[2 * i] = (byte) values[i];
			bytes[2 * i + 1] = (byte) (values[i] >> 8);
		}
		return ByteSpan.of(bytes);
	}

	@Test
	public void privateBlocksAreReservedOnce() throws IOException {
		DicomDatasetBuilder builder = SyntheticSlice.at(0, 1);
		int first = builder.privateBlock(0x0019, "VENDOR A");
		int second = builder.privateBlock(0x0019, "VENDOR B");
		assertEquals(0x00191000, first);
		assertEquals(0x00191100, second);
		assertEquals(first, builder.privateBlock(0x0019, "VENDOR A"));
		builder.putText(second | 2, Vr.LO, "value").putNumbers(first | 3, Vr.FL, 1.5);
		DicomDataset read = DicomFileReader.read(ByteSource.of(DicomWriter.toBytes(builder.build()))).dataset();
		assertTrue(read.privateElement(0x0019, "VENDOR B", 2).isPresent());
		assertFalse(read.privateElement(0x0019, "VENDOR A", 2).isPresent());
		assertEquals(1.5, read.number(first | 3, 0), 0);
		assertThrows(IllegalArgumentException.class, () -> builder.privateBlock(0x0018, "VENDOR A"));
	}
}
