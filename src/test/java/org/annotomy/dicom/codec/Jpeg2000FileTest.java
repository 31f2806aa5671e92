package org.annotomy.dicom.codec;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.io.IOException;
import java.nio.file.Path;

import org.annotomy.dicom.part10.ByteSource;
import org.annotomy.dicom.part10.DicomFileReader;
import org.annotomy.image.ImageFormatException;
import org.annotomy.testing.OutsideTool;
import org.annotomy.testing.SharedData;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** JPEG 2000 in DICOM files against GDCM (OpenJPEG); what is lossless is in {@link DecodedPixelsTest}. */
public class Jpeg2000FileTest {

	@Rule
	public TemporaryFolder folder = new TemporaryFolder();

	@Test
	public void lossyFilesAreWithinOneGreyOrTwoOfColour() throws IOException {
		for (String path : new String[]{"bits/693_J2KI.dcm", "bits/JPEG2000.dcm", "cr/RG3_J2KI.dcm", "mg/mg_L_MLO_j2k.dcm",
				"us/US1_J2KI.dcm", "ts_ct/ct_JPEG2000_1.2.840.10008.1.2.4.91.dcm"}) {
			Path file = SharedData.require(path);
			Path raw = folder.getRoot().toPath().resolve("raw.dcm");
			OutsideTool.must("gdcmconv", "--raw", file.toString(), raw.toString());
			Jpeg2000DecoderTest.assertClose(path.startsWith("us") ? 2 : 1, FrameFile.read(raw, 0), FrameFile.read(file, 0));
		}
	}

	@Test
	public void framesThatGdcmEncodesAreExact() throws IOException {
		PixelFormat format = Frames.gray(41, 37, 16, 12, true);
		int[][] frames = {Frames.waves(1, 41, 37, 1, 12, true), Frames.waves(2, 41, 37, 1, 12, true)};
		Path coded = gdcm(format, frames);
		for (int i = 0; i < frames.length; i++)
			assertArrayEquals(frames[i], FrameFile.read(coded, i));
	}

	@Test
	public void moreThan28BitsAreRefused() throws IOException {
		Path coded = gdcm(Frames.gray(41, 37, 32, 20, false), Frames.waves(20, 41, 37, 1, 20, false));
		ImageFormatException e = assertThrows(ImageFormatException.class, () -> FrameFile.read(coded, 0));
		assertEquals("JPEG 2000 with 32 bits per sample is not supported; up to 28 are. "
				+ "Convert the file to an uncompressed transfer syntax first.", e.getMessage());
	}

	private Path gdcm(PixelFormat format, int[]... frames) throws IOException {
		Path raw = folder.getRoot().toPath().resolve("raw.dcm");
		Path coded = folder.getRoot().toPath().resolve("coded.dcm");
		FrameFile.write(raw, format, frames);
		OutsideTool.must("gdcmconv", "--j2k", raw.toString(), coded.toString());
		return coded;
	}

	@Test
	public void aStreamWhoseHeaderWasOverwrittenIsRefused() throws IOException {
		// Someone put the bytes of a sequence delimiter over Rsiz and Xsiz: OpenJPEG refuses it as well.
		try (ByteSource source = ByteSource.of(SharedData.require("malformed/JPEG2000-embedded-sequence-delimiter.dcm"))) {
			FrameReader reader = new FrameReader(DicomFileReader.readHeader(source));
			ImageFormatException e = assertThrows(ImageFormatException.class, () -> reader.frame(0));
			assertEquals("The JPEG 2000 header states a size beyond reason.", e.getMessage());
		}
	}

	@Test
	public void aThumbnailIsDecodedAtThatSize() throws IOException {
		try (ByteSource source = ByteSource.of(SharedData.require("cr/RG3_J2KR.dcm"))) {
			FrameReader reader = new FrameReader(DicomFileReader.readHeader(source));
			ReducedFrame frame = reader.reducedFrame(0, 200);
			assertEquals(220, frame.format().columns());
			assertEquals(220, frame.format().rows());
			assertEquals(220 * 220, ((short[]) frame.samples().samples()).length);
		}
	}
}
