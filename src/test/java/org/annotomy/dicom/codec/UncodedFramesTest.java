package org.annotomy.dicom.codec;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.Deflater;

import org.annotomy.dicom.part10.ByteSpan;
import org.annotomy.dicom.part10.DicomElement;
import org.annotomy.dicom.part10.DicomWriter;
import org.annotomy.dicom.part10.FragmentSequence;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.dicom.part10.TransferSyntax;
import org.annotomy.dicom.part10.Vr;
import org.annotomy.image.ImageFormatException;
import org.annotomy.testing.CodecFuzz;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Frames that are native once they are taken out of their fragments, or inflated. */
public class UncodedFramesTest {

	@Rule
	public TemporaryFolder folder = new TemporaryFolder();

	private static byte[] bytes(int[] samples, int size) {
		ByteBuffer bytes = ByteBuffer.allocate(samples.length * size).order(ByteOrder.LITTLE_ENDIAN);
		for (int sample : samples)
			if (size == 1) bytes.put((byte) sample);
			else bytes.putShort((short) sample);
		return bytes.array();
	}

	private static byte[] deflated(byte[] bytes) {
		Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
		deflater.setInput(bytes);
		deflater.finish();
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		byte[] chunk = new byte[4096];
		while (!deflater.finished())
			out.write(chunk, 0, deflater.deflate(chunk));
		deflater.end();
		return out.toByteArray();
	}

	private Path file(PixelFormat format, String transferSyntax, byte[]... fragments) throws IOException {
		Path file = folder.getRoot().toPath().resolve("f.dcm");
		FragmentSequence sequence = FragmentSequence.of(ByteSpan.of(new byte[0]), List.of(fragments));
		DicomWriter.write(FrameFile.dataset(format, fragments.length)
				.put(new DicomElement(Tag.PIXEL_DATA, Vr.OB, sequence, false)).build(), transferSyntax, file);
		return file;
	}

	@Test
	public void encapsulatedUncompressedFramesAreReadAsTheyAre() throws IOException {
		PixelFormat gray = Frames.gray(5, 7, 16, 12, true);
		int[] a = Frames.waves(1, 5, 7, 1, 12, true);
		int[] b = Frames.waves(2, 5, 7, 1, 12, true);
		Path file = file(gray, TransferSyntax.ENCAPSULATED_UNCOMPRESSED, bytes(a, 2), bytes(b, 2));
		assertArrayEquals(a, FrameFile.read(file, 0));
		assertArrayEquals(b, FrameFile.read(file, 1));
		PixelFormat color = Frames.color(5, 7, 8, "RGB");
		int[] rgb = Frames.waves(3, 5, 7, 3, 8, false);
		assertArrayEquals("an odd length is padded", rgb,
				FrameFile.read(file(color, TransferSyntax.ENCAPSULATED_UNCOMPRESSED, bytes(rgb, 1)), 0));
	}

	@Test
	public void deflatedFramesAreInflatedOneByOne() throws IOException {
		PixelFormat gray = Frames.gray(5, 7, 16, 16, false);
		int[] a = Frames.waves(1, 5, 7, 1, 16, false);
		int[] b = Frames.waves(2, 5, 7, 1, 16, false);
		Path file = file(gray, TransferSyntax.DEFLATED_FRAMES, deflated(bytes(a, 2)), deflated(bytes(b, 2)));
		assertArrayEquals(a, FrameFile.read(file, 0));
		assertArrayEquals(b, FrameFile.read(file, 1));
	}

	@Test
	public void tooFewBytesAreRefused() {
		PixelFormat format = Frames.gray(5, 7, 16, 16, false);
		refused("The frame has 68 bytes, but 70 are needed.", new EncapsulatedNativeDecoder(), new byte[68], format);
		refused("The deflated frame has 68 bytes, but 70 are needed.", new DeflatedFrameDecoder(), deflated(new byte[68]),
				format);
		refused("The deflated frame is broken.", new DeflatedFrameDecoder(), new byte[]{7, 7, 7, 7}, format);
		refused("The deflated frame is too short for the size of the image.", new DeflatedFrameDecoder(), new byte[]{3, 0},
				Frames.gray(5000, 7000, 16, 16, false));
	}

	/** As many bits as 64 bits of a number cannot count. */
	@Test
	public void moreFramesThanAnyFileHasAreRefused() {
		PixelFormat huge = new PixelFormat(32768, 32768, 1, 8, 8, 7, false, false, "MONOCHROME2", false, Integer.MAX_VALUE);
		DicomElement nothing = new DicomElement(Tag.PIXEL_DATA, Vr.OB, ByteSpan.of(new byte[10]), false);
		assertThrows(ImageFormatException.class, () -> new NativeFrames(nothing, huge));
	}

	private static void refused(String message, FrameDecoder decoder, byte[] encoded, PixelFormat format) {
		ImageFormatException e = assertThrows(ImageFormatException.class, () -> decoder.decode(encoded, format));
		assertEquals(message, e.getMessage());
	}

	/** A bomb is inflated as far as the frame goes, and no further. */
	@Test
	public void aBombFillsTheFrameAndNothingElse() throws IOException {
		byte[] bomb = deflated(new byte[64 << 20]);
		PixelFormat format = Frames.gray(4, 4, 8, 8, false);
		CodecFuzz fuzz = new CodecFuzz(1, 64 << 10).add("bomb", bomb, bytes -> new DeflatedFrameDecoder().decode(bytes, format));
		assertEquals(0, fuzz.run(0).refused());
		assertArrayEquals(new byte[16], (byte[]) new DeflatedFrameDecoder().decode(bomb, format).samples());
	}

	@Test
	public void mutatedFramesAreDecodedOrRefused() throws IOException {
		PixelFormat format = Frames.gray(11, 13, 16, 12, true);
		byte[] frame = bytes(Frames.waves(1, 11, 13, 1, 12, true), 2);
		PixelFormat bits = new PixelFormat(11, 13, 1, 1, 1, 0, false, false, "MONOCHROME2", false, 1);
		CodecFuzz.Tally tally = new CodecFuzz(12, 1 << 20)
				.add("deflated", deflated(frame), bytes -> new DeflatedFrameDecoder().decode(bytes, format))
				.add("deflated bits", deflated(new byte[18]), bytes -> new DeflatedFrameDecoder().decode(bytes, bits))
				.add("plain", frame, bytes -> new EncapsulatedNativeDecoder().decode(bytes, format)).run(45_000);
		assertTrue(tally.toString(), tally.decoded() > 4500 && tally.refused() > 4500);
	}
}
