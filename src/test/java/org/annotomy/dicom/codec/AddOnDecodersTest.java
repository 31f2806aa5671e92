package org.annotomy.dicom.codec;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.annotomy.dicom.part10.ByteSource;
import org.annotomy.dicom.part10.ByteSpan;
import org.annotomy.dicom.part10.DicomElement;
import org.annotomy.dicom.part10.DicomFileReader;
import org.annotomy.dicom.part10.DicomWriter;
import org.annotomy.dicom.part10.FragmentSequence;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.dicom.part10.Vr;
import org.annotomy.image.ImageFormatException;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Decoders of others, found by service files as those of an add-on are; and what is said where there is none. */
public class AddOnDecodersTest {

	private static final PixelFormat FORMAT = Frames.gray(3, 4, 8, 8, false);
	private static final int FRAMES = 40;

	@Rule
	public TemporaryFolder folder = new TemporaryFolder();

	private Path file(String transferSyntax, int frames, byte[]... fragments) throws IOException {
		Path file = folder.getRoot().toPath().resolve("f.dcm");
		FragmentSequence sequence = FragmentSequence.of(ByteSpan.of(new byte[0]), List.of(fragments));
		DicomWriter.write(FrameFile.dataset(FORMAT, frames).put(new DicomElement(Tag.PIXEL_DATA, Vr.OB, sequence, false)).build(),
				transferSyntax, file);
		return file;
	}

	private static FrameReader reader(ByteSource source) throws IOException {
		return new FrameReader(DicomFileReader.readHeader(source));
	}

	@Test
	public void aDecoderOfASyntaxThatWeLackIsFound() throws IOException {
		byte[] samples = new byte[12];
		new Random(1).nextBytes(samples);
		byte[] encoded = new byte[12];
		for (int i = 0; i < 12; i++)
			encoded[i] = (byte) ~samples[i];
		try (ByteSource source = ByteSource.of(file(ComplementDecoder.SYNTAX, 1, encoded))) {
			assertArrayEquals(samples, (byte[]) reader(source).frame(0).samples());
		}
	}

	@Test
	public void slipsOfAnAddOnAreTold() throws IOException {
		byte[] slip = new byte[12];
		slip[0] = 1;
		byte[] small = new byte[12];
		small[0] = 2;
		try (ByteSource source = ByteSource.of(file(ComplementDecoder.SYNTAX, 2, slip, small))) {
			FrameReader reader = reader(source);
			ImageFormatException e = assertThrows(ImageFormatException.class, () -> reader.frame(0));
			assertEquals("The compressed frame is broken.", e.getMessage());
			e = assertThrows(ImageFormatException.class, () -> reader.frame(1));
			assertEquals("A decoded frame has 3 samples, but the file states 12.", e.getMessage());
			e = assertThrows(ImageFormatException.class, () -> reader.reducedFrame(0, 1));
			assertEquals("The compressed frame is broken.", e.getMessage());
			e = assertThrows(ImageFormatException.class, () -> reader.reducedFrame(1, 1));
			assertEquals("A decoded frame has 3 samples, but the file states 12.", e.getMessage());
		}
	}

	@Test
	public void framesOfAVideoAreAskedForInAnyOrderByAnyThread() throws IOException {
		byte[][] frames = new byte[FRAMES][12];
		byte[] stream = new byte[FRAMES * 12];
		Random random = new Random(2);
		for (int f = 0; f < FRAMES; f++) {
			random.nextBytes(frames[f]);
			for (int i = 0; i < 12; i++)
				stream[12 * f + i] = (byte) (frames[f][i] - (f == 0 ? 0 : frames[f - 1][i]));
		}
		byte[][] fragments = {Arrays.copyOf(stream, 50), Arrays.copyOfRange(stream, 50, 52),
				Arrays.copyOfRange(stream, 52, stream.length)};
		try (ByteSource source = ByteSource.of(file(DifferenceVideo.SYNTAX, FRAMES, fragments))) {
			FrameReader reader = reader(source);
			assertEquals(List.of(), reader.warnings());
			List<Integer> wrong = IntStream.range(0, 400).parallel().map(i -> i * 7 % FRAMES)
					.filter(f -> !Arrays.equals(frames[f], samples(reader, f))).boxed().toList();
			assertEquals(List.of(), wrong);
		}
	}

	private static byte[] samples(FrameReader reader, int frame) {
		try {
			return (byte[]) reader.frame(frame).samples();
		} catch (IOException e) {
			throw new AssertionError(e);
		}
	}

	@Test
	public void videoWithoutADecoderIsNamed() throws IOException {
		String end = ", and there is no decoder for it. Install one (see docs/dicom-codecs.md), or take the video out of the file with "
				+ "gdcmraw and turn it into images with ffmpeg.";
		refused("1.2.840.10008.1.2.4.100",
				"The pixels are a video, compressed as MPEG-2 Main Level (1.2.840.10008.1.2.4.100)" + end);
		refused("1.2.840.10008.1.2.4.102",
				"The pixels are a video, compressed as MPEG-4 AVC/H.264 High Profile (1.2.840.10008.1.2.4.102)" + end);
		refused("1.2.840.10008.1.2.4.103.1",
				"The pixels are a video, compressed as Fragmentable MPEG-4 AVC/H.264 BD-compatible High Profile "
						+ "(1.2.840.10008.1.2.4.103.1)" + end);
		refused("1.2.840.10008.1.2.4.107",
				"The pixels are a video, compressed as HEVC/H.265 Main Profile (1.2.840.10008.1.2.4.107)" + end);
	}

	@Test
	public void jpegXlWithoutADecoderIsNamed() throws IOException {
		refused("1.2.840.10008.1.2.4.110",
				"The pixels are compressed as JPEG XL Lossless (1.2.840.10008.1.2.4.110), and there is no decoder for it. "
						+ "Install one (see docs/dicom-codecs.md), or take the frames out of the file with gdcmraw and decode them with djxl.");
	}

	@Test
	public void whatNobodyReadsIsNamed() throws IOException {
		refused("1.2.840.10008.1.2.4.65",
				"The pixels are compressed as JPEG Lossless, Hierarchical (Process 28) (1.2.840.10008.1.2.4.65), "
						+ "which is not supported yet. Convert the file to an uncompressed transfer syntax first.");
		refused("1.2.3.4", "The pixels are compressed, but the file does not say how: its transfer syntax is missing, unknown, "
				+ "or one without compression.");
	}

	private void refused(String transferSyntax, String message) throws IOException {
		try (ByteSource source = ByteSource.of(file(transferSyntax, FRAMES, new byte[20]))) {
			ImageFormatException e = assertThrows(ImageFormatException.class, () -> reader(source));
			assertEquals(message, e.getMessage());
			assertTrue(e.getCause() == null);
		}
	}
}
