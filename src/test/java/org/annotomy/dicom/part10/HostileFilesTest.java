package org.annotomy.dicom.part10;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;

import org.annotomy.dicom.DicomImageReader;
import org.annotomy.dicom.SyntheticSlice;
import org.annotomy.dicom.codec.PixelFormat;
import org.annotomy.image.ImageFormatException;
import org.annotomy.image.MedicalImage;
import org.annotomy.task.Progress;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import com.sun.management.ThreadMXBean;

/** One test for each attack on a parser that is known from other programs. */
public class HostileFilesTest {

	private static final String CUT = " states 4294967278 bytes where 4 are left";

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private static RawElements begin() {
		return new RawElements().element(Tag.MODALITY, "CS", 2, (byte) 'C', (byte) 'T');
	}

	/** Reads with no more than so many bytes. */
	private static void requireAllocation(byte[] file, long most) throws IOException {
		DicomFileReader.read(ByteSource.of(file)); // with that the dictionary is there
		ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
		long before = threads.getCurrentThreadAllocatedBytes();
		DicomFileReader.read(ByteSource.of(file));
		long used = threads.getCurrentThreadAllocatedBytes() - before;
		assertTrue(used + " bytes for a file of " + file.length, used <= most);
	}

	private static String refusal(byte[] file) {
		return assertThrows(ImageFormatException.class, () -> DicomFileReader.read(ByteSource.of(file))).getMessage();
	}

	@Test
	public void aLengthBeyondTheFileAllocatesNothing() throws IOException {
		byte[] file = begin().element(0x00091001, "UN", 0xffffffeeL, new byte[4]).file();
		requireAllocation(file, 100_000);
		DicomFile read = DicomFileReader.read(ByteSource.of(file));
		assertEquals(1, read.dataset().size());
		assertEquals(List.of("The file is cut short or broken after Modality (0008,0060): (0009,1001)" + CUT + "."),
				read.warnings());
		Path onDisk = Files.write(folder.getRoot().toPath().resolve("huge"), file);
		assertEquals(read.warnings(), DicomFileReader.read(onDisk).warnings());
	}

	@Test
	public void lengthsBeyondTheirContainerEndWithIt() throws IOException {
		byte[] file = begin().element(0x00081115, "SQ", 26).mark(Tag.ITEM, 18)
				.element(0x00080100, "SH", 2, (byte) 'A', (byte) ' ')
				.element(0x00080102, "SH", 60000).element(Tag.SERIES_NUMBER, "IS", 2, (byte) '7', (byte) ' ').file();
		DicomFile read = DicomFileReader.read(ByteSource.of(file));
		assertEquals("A", read.dataset().items(0x00081115).get(0).string(0x00080100, ""));
		assertEquals("parsing goes on behind the sequence", 7, read.dataset().integer(Tag.SERIES_NUMBER, 0));
		assertEquals(List.of(
				"The file is cut short or broken after CodeValue (0008,0100): CodingSchemeDesignator (0008,0102) states 60000 bytes where 0 are left."),
				read.warnings());
		byte[] items = begin().element(0x00081115, "SQ", 0xfffffff0L).mark(Tag.ITEM, 0xfffffff0L)
				.element(0x00080100, "SH", 2, (byte) 'B', (byte) ' ').file();
		assertEquals("B", DicomFileReader.read(ByteSource.of(items)).dataset().items(0x00081115).get(0).string(0x00080100, ""));
	}

	@Test
	public void deepNestingIsRefusedInEveryForm() throws IOException {
		String deep = "The DICOM sequences are nested deeper than 64 levels.";
		RawElements undefined = begin();
		for (int i = 0; i < 20_000; i++)
			undefined.element(0x00081115, "SQ", 0xffffffffL).mark(Tag.ITEM, 0xffffffffL);
		assertEquals(deep, refusal(undefined.file()));
		RawElements unknown = begin();
		for (int i = 0; i < 20_000; i++)
			unknown.element(0x00091001, "UN", 0xffffffffL).mark(Tag.ITEM, 0xffffffffL);
		assertTrue(DicomFileReader.read(ByteSource.of(unknown.file())).dataset().size() >= 1);
		byte[] nested = new byte[0];
		for (int i = 0; i < 500; i++)
			nested = new RawElements().element(0x00081115, "SQ", nested.length + 8L).mark(Tag.ITEM, nested.length).out(nested);
		assertEquals(deep, refusal(RawElements.file(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, nested)));
		byte[] allowed = new byte[0];
		for (int i = 0; i < 60; i++)
			allowed = new RawElements().element(0x00081115, "SQ", allowed.length + 8L).mark(Tag.ITEM, allowed.length)
					.out(allowed);
		assertEquals(List.of(),
				DicomFileReader.read(ByteSource.of(RawElements.file(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, allowed))).warnings());
	}

	@Test
	public void aDeflateBombIsRefusedBeforeItGrows() throws IOException {
		Deflater deflater = new Deflater(9, true);
		ByteArrayOutputStream bomb = new ByteArrayOutputStream();
		byte[] zeros = new byte[1 << 20];
		byte[] chunk = new byte[1 << 16];
		for (int i = 0; i < 80; i++) {
			deflater.setInput(zeros);
			while (!deflater.needsInput())
				bomb.write(chunk, 0, deflater.deflate(chunk));
		}
		deflater.end();
		String message = refusal(RawElements.file(TransferSyntax.DEFLATED, bomb.toByteArray()));
		assertTrue(message, message.matches("The deflated data grows beyond \\d+ MB; it is not opened\\."));
	}

	@Test
	public void sizesOfImagesAreCheckedBeforeTheyAreMultiplied() throws IOException {
		for (long[] size : new long[][]{{0x10000, 1}, {0, 5}, {0xffffffffL, 0xffffffffL}}) {
			DicomDataset dataset = DicomFileReader.read(ByteSource.of(begin().element(Tag.ROWS, "UL", 4, four(size[0]))
					.element(Tag.COLUMNS, "UL", 4, four(size[1])).element(Tag.BITS_ALLOCATED, "US", 2, (byte) 16, (byte) 0)
					.file())).dataset();
			ImageFormatException e = assertThrows(ImageFormatException.class, () -> PixelFormat.of(dataset));
			assertTrue(e.getMessage(), e.getMessage().contains("which is not between 1 and 65535"));
		}
		DicomDataset large = DicomDataset.builder().set("Rows", 65535).set("Columns", 65535).set("BitsAllocated", 16)
				.set("SamplesPerPixel", 3).build();
		assertThrows(ImageFormatException.class, () -> PixelFormat.of(large));
	}

	private static byte[] four(long value) {
		return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt((int) value).array();
	}

	@Test
	public void preamblesThatAreProgramsAreToldAndNeverWritten() throws IOException {
		byte[] plain = DicomWriter.toBytes(SyntheticSlice.at(0, 1).build());
		for (String start : List.of("MZ\u0090\0", "\u007fELF")) {
			byte[] file = plain.clone();
			System.arraycopy(start.getBytes(StandardCharsets.ISO_8859_1), 0, file, 0, 4);
			DicomFile read = DicomFileReader.read(ByteSource.of(file));
			assertEquals(List
					.of("The file begins like a program that can be run. Only its DICOM part was read; do not start the file."),
					read.warnings());
			assertArrayEquals(plain, DicomWriter.toBytes(read.dataset()));
		}
		byte[] tiff = plain.clone();
		System.arraycopy(new byte[]{'I', 'I', 42, 0}, 0, tiff, 0, 4);
		assertEquals("a TIFF in the preamble is a known use", List.of(), DicomFileReader.read(ByteSource.of(tiff)).warnings());
	}

	@Test
	public void aMillionEmptyItemsStayWithinBounds() throws IOException {
		int count = 1_000_000;
		byte[] items = new byte[8 * count];
		ByteBuffer buffer = ByteBuffer.wrap(items).order(ByteOrder.LITTLE_ENDIAN);
		for (int i = 0; i < count; i++)
			buffer.putShort((short) 0xfffe).putShort((short) 0xe000).putInt(0);
		byte[] file = begin().element(0x00081115, "SQ", items.length, items).file();
		requireAllocation(file, 200L << 20);
		assertEquals(count, DicomFileReader.read(ByteSource.of(file)).dataset().items(0x00081115).size());
		byte[] many = new byte[8 * 5_000_010];
		for (int i = 0; i < many.length; i += 8)
			many[i] = 9;
		byte[] tooMany = RawElements.file(TransferSyntax.IMPLICIT_LITTLE_ENDIAN, many);
		assertEquals("The file has more than 5000000 data elements.", refusal(tooMany));
	}

	@Test
	public void anEndlessNameIsReadInTime() throws IOException {
		byte[] carets = new byte[1 << 20];
		Arrays.fill(carets, (byte) '^');
		DicomDataset dataset = DicomDataset.builder().bytes(0x00100010, Vr.PN, carets).build();
		assertEquals("", dataset.personName(0x00100010).orElseThrow().phonetic().family());
		assertTrue(dataset.personName(0x00100010).orElseThrow().toDisplay().length() <= 128);
	}

	@Test
	public void escapesWithoutEndAreText() {
		CharacterSet japanese = CharacterSet.of(List.of("", "ISO 2022 IR 87"));
		byte[] escapes = new byte[1 << 16];
		Arrays.fill(escapes, (byte) 0x1b);
		assertTrue(japanese.decode(escapes, true).length() <= escapes.length);
		assertEquals("", japanese.decode(new byte[]{0x1b}, true));
		assertEquals("", japanese.decode(new byte[]{0x1b, '$'}, true));
	}

	@Test
	public void fragmentsThatLieAreCutNotBelieved() throws IOException {
		RawElements file = begin().element(Tag.PIXEL_DATA, "OB", 0xffffffffL).mark(Tag.ITEM, 0).mark(Tag.ITEM, 0xfffffff0L);
		DicomFile read = DicomFileReader.read(ByteSource.of(file.file()));
		assertEquals(List.of("The compressed pixel data is cut short."), read.warnings());
		requireAllocation(file.file(), 100_000);
		RawElements noItem = begin().element(Tag.PIXEL_DATA, "OB", 0xffffffffL).mark(0x12345678, 0);
		assertEquals("The compressed pixel data is cut short.",
				DicomFileReader.read(ByteSource.of(noItem.file())).warnings().get(0));
	}

	@Test
	public void aChangedFileIsNotMixedWithTheOldOne() throws IOException {
		Path file = folder.getRoot().toPath().resolve("changing");
		DicomDatasetBuilder large = SyntheticSlice.at(0, 1).bytes(0x00420011, Vr.OB, new byte[2 << 20]);
		DicomWriter.write(large.build(), file);
		DicomDataset read = DicomFileReader.read(file).dataset();
		assertEquals(2 << 20, read.element(0x00420011).orElseThrow().bytes().toArray().length);
		DicomWriter.write(SyntheticSlice.at(0, 2).bytes(0x00420011, Vr.OB, new byte[3 << 20]).build(), file);
		IOException e = assertThrows(ImageFormatException.class, () -> read.element(0x00420011).orElseThrow().bytes().toArray());
		assertEquals("The file has changed since it was opened. Open it again.", e.getMessage());
	}

	@Test
	public void aBadFileDoesNotHideItsNeighbours() throws IOException {
		Path root = folder.getRoot().toPath();
		SyntheticSlice.write(root, "good1", SyntheticSlice.at(0, 1));
		SyntheticSlice.write(root, "good2", SyntheticSlice.at(1, 2));
		SyntheticSlice.write(root, "good3", SyntheticSlice.at(2, 3));
		byte[] good = Files.readAllBytes(root.resolve("good1"));
		RawElements deep = begin();
		for (int i = 0; i < 100; i++)
			deep.element(0x00081115, "SQ", 0xffffffffL).mark(Tag.ITEM, 0xffffffffL);
		Files.write(root.resolve("bad deep"), deep.file());
		Files.write(root.resolve("bad cut"), Arrays.copyOf(good, 300));
		Files.write(root.resolve("bad meta"), Arrays.copyOf(good, 150));
		Files.write(root.resolve("bad empty"), new byte[0]);
		Files.write(root.resolve("bad noise"), RawElements.file(TransferSyntax.DEFLATED, new byte[]{7, 7, 7, 7}));
		Files.write(root.resolve("bad text"), "not DICOM at all".getBytes(StandardCharsets.US_ASCII));
		List<MedicalImage> images = new DicomImageReader().read(root, Progress.NONE);
		assertEquals(1, images.size());
		assertEquals(3, images.get(0).slices());
		assertTrue(images.get(0).warnings().toString(), images.get(0).warnings().toString().contains("nested deeper"));
	}
}
