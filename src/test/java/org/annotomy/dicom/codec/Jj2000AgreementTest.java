package org.annotomy.dicom.codec;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.List;

import org.annotomy.dicom.part10.ByteSource;
import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.DicomFile;
import org.annotomy.dicom.part10.DicomFileReader;
import org.annotomy.dicom.part10.FragmentSequence;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.testing.SharedData;
import org.junit.Test;

/** Our JPEG 2000 decoder against JJ2000, which others wrote: the same samples if lossless, within one (colour two) if lossy. */
public class Jj2000AgreementTest {

	private final FrameDecoder own = new Jpeg2000Decoder();
	private final FrameDecoder jj2000 = new Jj2000Decoder();

	@Test
	public void keptStreamsAreDecodedAlike() throws IOException {
		List<KeptStream> streams = KeptStream.of(own);
		assertTrue(streams.size() + " streams", streams.size() >= 13);
		for (KeptStream stream : streams)
			assertAlike(stream.name().contains("lossy") ? 2 : 0, stream.encoded(), stream.format());
	}

	@Test
	public void realFramesAreDecodedAlike() throws IOException {
		for (String path : new String[]{"bits/J2K_pixelrep_mismatch.dcm", "color/GDCMJ2K_TextGBR.dcm", "cr/RG3_J2KR.dcm",
				"us/US1_J2KR.dcm"})
			assertAlike(0, path);
		for (String path : new String[]{"bits/693_J2KI.dcm", "cr/RG3_J2KI.dcm", "us/US1_J2KI.dcm"})
			assertAlike(2, path);
	}

	private void assertAlike(int tolerance, String path) throws IOException {
		try (ByteSource source = ByteSource.of(SharedData.require(path))) {
			DicomFile file = DicomFileReader.readHeader(source);
			DicomDataset dataset = file.dataset();
			FragmentSequence fragments = (FragmentSequence) dataset.element(Tag.PIXEL_DATA).orElseThrow().value();
			assertAlike(tolerance, EncapsulatedFrames.of(fragments, dataset, 1).frame(0), PixelFormat.of(dataset));
		}
	}

	private void assertAlike(int tolerance, byte[] encoded, PixelFormat format) throws IOException {
		FrameSamples expected = jj2000.decode(encoded, format);
		FrameSamples actual = own.decode(encoded, format);
		assertEquals(expected.photometric(), actual.photometric());
		Jpeg2000DecoderTest.assertClose(tolerance, Frames.values(expected.samples(), format.signed()),
				Frames.values(actual.samples(), format.signed()));
	}
}
