package org.annotomy.dicom.codec;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.annotomy.dicom.part10.ByteSource;
import org.annotomy.dicom.part10.DicomFileReader;
import org.annotomy.image.ImageFormatException;
import org.annotomy.json.JsonObject;
import org.annotomy.testing.Manifest;
import org.annotomy.testing.SharedData;
import org.junit.Test;

/** Samples of real files against digests and sums that pydicom, GDCM and imagecodecs gave. */
public class DecodedPixelsTest {

	/** Where the truth is not what the manifest's decoder gave, and why. */
	private static final Map<String, String> TRUTH = Map.of(
			// pydicom has no decoder for HTJ2K; imagecodecs and ojph_expand give this.
			"color/HTJ2KLossless_08_RGB.dcm", "9d87240604f5d7522c6a8056ace6cefc2c8d6d0b07bd6e7303d5e5b21af9a49e",
			// pydicom 2.3.1 does not swap the bytes of 8-bit samples in big-endian words; the same image is there in little endian.
			"color/SC_rgb_small_odd_big_endian.dcm", "ef2df252ba3cd066405c4dd121d0efea1341083ae2f676e1f4c844b5a4838cb8",
			// Bits above High Bit are not part of the value: numpy (a << 4) >> 4; DCMTK's dcm2pnm shows the same.
			"bits/mlut_18.dcm", "9195d8833fb4ec4fd38b7ba84b5025859211d62e76af3188dfb426683485d58a",
			// pydicom cannot decode these; they hold the segments of bits/liver.dcm.
			"bits/liver_rle.dcm", "86ceb97b138085d01b005c48e893bb4348fcdcf6a9c5c73c54d4efaa0288a1f2", "bits/liver_deflate.dcm",
			"86ceb97b138085d01b005c48e893bb4348fcdcf6a9c5c73c54d4efaa0288a1f2",
			// 15 bits stored, signed: numpy (a << 1) >> 1 of what dcmdjpls gives.
			"bits/JLSL_16_15_1_1F.dcm", "bb0a20c386271e836966f81064e1b439a2951b1faa35b48ddbd34e11fb926b6c",
			// GDCM gives zeros; dcmdjpls gives this, as both give for the same image in lossless JPEG.
			"enhanced/CT0012.fragmented_no_bot_jpeg_ls.80.dcm",
			"b6b202c4af4494a26933ffa7834f9ab6b8a5b4b623f105751e84829abbcdd302",
			// GDCM and pydicom cannot decode progressive JPEG of 12 bits; dcmdjpeg gives this, as for the sequential twin.
			"ts_ct/ct_JPEGProcess10_12_1.2.840.10008.1.2.4.55.dcm",
			"85e3b617e00dc755e55971bfe8770210f17d4909b17db5d71d2617e22254b3b9",
			"ts_ct/ct_JPEGProcess6_8_1.2.840.10008.1.2.4.53.dcm",
			"85e3b617e00dc755e55971bfe8770210f17d4909b17db5d71d2617e22254b3b9");

	/** Lossy JPEG 2000: {@link Jpeg2000FileTest} compares these within a tolerance. */
	private static final Set<String> LOSSY = Set.of("bits/JPEG2000.dcm", "cr/RG3_J2KI.dcm", "mg/mg_L_MLO_j2k.dcm",
			"us/US1_J2KI.dcm");
	/** The header of its JPEG 2000 stream was overwritten; the manifest's decoder gives noise, GDCM nothing. */
	private static final String OVERWRITTEN = "malformed/JPEG2000-embedded-sequence-delimiter.dcm";

	@Test
	public void samplesOfRealFilesAreThoseOfOtherDecoders() throws IOException {
		Manifest manifest = Manifest.require();
		List<String> wrong = new ArrayList<>();
		int exact = 0;
		int refused = 0;
		for (String path : manifest.paths("", "")) {
			JsonObject facts = manifest.facts(path);
			String expected = TRUTH.getOrDefault(path, facts.object("pixels").string("sha256_le_c_order", ""));
			if (!facts.string("kind", "").startsWith("DICOM") || expected.isEmpty() || LOSSY.contains(path)
					|| path.equals(OVERWRITTEN))
				continue;
			try (ByteSource source = ByteSource.of(SharedData.require(path))) {
				if (sha256(new FrameReader(DicomFileReader.readHeader(source))).equals(expected)) exact++;
				else wrong.add(path);
			} catch (ImageFormatException e) {
				if (e.getMessage().contains("not supported yet")) refused++;
				else wrong.add(path + ": " + e.getMessage());
			}
		}
		assertEquals(List.of(), wrong);
		assertTrue(exact + " exact", exact >= 198);
		assertEquals("refused", 0, refused);
	}

	@Test
	public void whatIsNotSupportedIsNamedInWords() throws IOException {
		refused("rt/rtstruct.dcm",
				"This DICOM file cannot be shown. It holds no pixels (modality RTSTRUCT), so there is no image to show.");
		refused("private/nested_priv_SQ.dcm", "The image lacks Rows (0028,0010).");
		refused("malformed/no_meta.dcm",
				"This is not a DICOM file: it has no DICM mark and does not begin with a data element.");
	}

	private static void refused(String path, String message) throws IOException {
		try (ByteSource source = ByteSource.of(SharedData.require(path))) {
			ImageFormatException e = assertThrows(path, ImageFormatException.class,
					() -> new FrameReader(DicomFileReader.readHeader(source)).frame(0));
			assertEquals(message, e.getMessage());
		}
	}

	@Test
	public void cutPixelDataIsShownAsFarAsItGoes() throws IOException {
		try (ByteSource whole = ByteSource.of(SharedData.require("bits/MR_small.dcm"));
				ByteSource cut = ByteSource.of(SharedData.require("malformed/MR_truncated.dcm"))) {
			FrameReader reader = new FrameReader(DicomFileReader.readHeader(cut));
			short[] expected = (short[]) new FrameReader(DicomFileReader.readHeader(whole)).frame(0).samples();
			Arrays.fill(expected, 8130 / 2, expected.length, (short) 0);
			assertArrayEquals(expected, (short[]) reader.frame(0).samples());
			assertEquals(List.of("Part of the pixel data is missing; it is shown as 0."),
					reader.warnings());
		}
	}

	static String sha256(FrameReader reader) throws IOException {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			for (int i = 0; i < reader.format().frames(); i++)
				digest.update(littleEndian(reader.frame(i).samples()));
			return HexFormat.of().formatHex(digest.digest());
		} catch (NoSuchAlgorithmException e) {
			throw new AssertionError(e);
		}
	}

	private static ByteBuffer littleEndian(Object samples) {
		ByteBuffer bytes;
		if (samples instanceof byte[] values) return ByteBuffer.wrap(values);
		if (samples instanceof short[] values) {
			bytes = ByteBuffer.allocate(2 * values.length).order(ByteOrder.LITTLE_ENDIAN);
			bytes.asShortBuffer().put(values);
		} else if (samples instanceof int[] values) {
			bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
			bytes.asIntBuffer().put(values);
		} else if (samples instanceof float[] values) {
			bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
			bytes.asFloatBuffer().put(values);
		} else {
			bytes = ByteBuffer.allocate(8 * ((double[]) samples).length).order(ByteOrder.LITTLE_ENDIAN);
			bytes.asDoubleBuffer().put((double[]) samples);
		}
		return bytes;
	}
}
