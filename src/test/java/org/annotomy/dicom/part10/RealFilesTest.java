package org.annotomy.dicom.part10;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.annotomy.json.JsonObject;
import org.annotomy.testing.Manifest;
import org.annotomy.testing.SharedData;
import org.junit.Test;

/** All real files, against what pydicom reads off them, and written back. */
public class RealFilesTest {

	/** Begins with a stray byte, so that no element begins at its beginning; pydicom makes one element of the rest. */
	private static final String NO_DICOM = "malformed/no_meta.dcm";

	private static final String CUT_IN_FRAGMENTS = "malformed/emri_small_jpeg_2k_lossless_too_short.dcm";
	/** Elements of the standard under VR UN, which get their own VR back. */
	private static final Set<String> UNKNOWN_VRS = Set.of("bits/J2K_pixelrep_mismatch.dcm", "bits/rtdose_rle.dcm",
			"malformed/bad_sequence.dcm");

	private static List<String> dicomFiles(Manifest manifest) throws IOException {
		List<String> files = new ArrayList<>();
		for (String path : manifest.paths("", ""))
			if (manifest.facts(path).string("kind", "").equals("DICOM") && !path.equals(NO_DICOM)) files.add(path);
		assertTrue("the manifest lists DICOM files", files.size() > 150);
		return files;
	}

	@Test
	public void elementsAreThoseThatPydicomFinds() throws IOException {
		Manifest manifest = Manifest.require();
		List<String> wrong = new ArrayList<>();
		for (String path : dicomFiles(manifest)) {
			JsonObject facts = manifest.facts(path);
			DicomFile file = read(path);
			int elements = file.dataset().size();
			if (path.equals(CUT_IN_FRAGMENTS)) elements--; // we keep the fragments that are there
			if (elements != (int) facts.number("n_top_level_elements", -1)) wrong.add(path + ": " + elements + " elements");
			long own = file.dataset().elements().stream().filter(e -> Tag.isPrivate(e.tag())).count();
			if (own != (long) facts.number("n_private_top_level", -1)) wrong.add(path + ": " + own + " private elements");
			String name = file.dataset().string(0x00100010, "").replaceAll("=+$", "");
			if (!name.equals(facts.string("PatientName_utf8", ""))) wrong.add(path + ": " + name);
			String syntax = facts.string("TransferSyntaxUID", file.transferSyntax());
			if (!syntax.equals(file.transferSyntax())) wrong.add(path + ": transfer syntax " + file.transferSyntax());
		}
		assertEquals(List.of(), wrong);
	}

	@Test
	public void onlyOddFilesHaveWarnings() throws IOException {
		Map<String, String> warnings = new TreeMap<>();
		Manifest manifest = Manifest.require();
		for (String path : dicomFiles(manifest))
			for (String warning : read(path).warnings())
				warnings.merge(path, warning, (a, b) -> a + " " + b);
		String odd = "1 value has an odd length, which DICOM does not allow; read as stated.";
		String unsaid = "The file does not say its transfer syntax; taken as Implicit VR Little Endian (1.2.840.10008.1.2).";
		assertEquals(odd, warnings.remove("dx/dx_image.dcm"));
		assertEquals(odd, warnings.remove("private/nested_priv_SQ.dcm"));
		assertEquals(unsaid, warnings.remove("cr/cr_mono1_10bit.dcm"));
		assertEquals(unsaid, warnings.remove("rt/rtstruct.dcm"));
		assertEquals("The pixel data is cut short: 8130 of 8192 bytes are there.", warnings.remove("malformed/MR_truncated.dcm"));
		assertEquals("The compressed pixel data is cut short.", warnings.remove(CUT_IN_FRAGMENTS));
		assertEquals("BeamSequence (300A,00B0) states 976 bytes where 711 are left; what is there was read.",
				warnings.remove("malformed/rtplan_truncated.dcm"));
		assertEquals(3,
				warnings.keySet().stream().filter(p -> p.matches("malformed/(Expl.*NoMeta|meta_missing_tsyntax).dcm")).count());
		warnings.keySet().removeIf(p -> p.matches("malformed/(Expl.*NoMeta|meta_missing_tsyntax).dcm"));
		assertEquals(Map.of(), warnings);
	}

	@Test
	public void unchangedElementsAreWrittenByteForByte() throws IOException {
		Manifest manifest = Manifest.require();
		List<String> different = new ArrayList<>();
		int identical = 0;
		for (String path : dicomFiles(manifest)) {
			DicomFile file = read(path);
			if (!file.dataset().has(Tag.SOP_CLASS_UID) || !file.dataset().has(Tag.SOP_INSTANCE_UID)) continue;
			byte[] written = DicomWriter.toBytes(file.dataset(), file.transferSyntax());
			assertSame(path, file.dataset(), DicomFileReader.read(ByteSource.of(written)).dataset());
			byte[] original = Files.readAllBytes(SharedData.require(path));
			if (Arrays.equals(written, metaEnd(written), written.length, original, metaEnd(original), original.length))
				identical++;
			else
				if (isCanonical(file) && !UNKNOWN_VRS.contains(path)) different.add(path);
		}
		assertEquals(List.of(), different);
		assertTrue("only " + identical + " files are the same", identical > 130);
	}

	/** Deflate has many forms of the same bytes; group lengths are not written, odd lengths are filled up. */
	private static boolean isCanonical(DicomFile file) {
		return file.warnings().isEmpty() && !file.transferSyntax().equals(TransferSyntax.DEFLATED)
				&& !hasGroupLengths(file.dataset());
	}

	private static boolean hasGroupLengths(DicomDataset dataset) {
		return dataset.elements().stream().anyMatch(e -> !EncodedSizes.isWritten(e)
				|| e.value() instanceof ItemSequence items && items.items().stream().anyMatch(RealFilesTest::hasGroupLengths));
	}

	private static DicomFile read(String path) throws IOException {
		try {
			return DicomFileReader.read(SharedData.require(path));
		} catch (IOException e) {
			throw new IOException(path + ": " + e.getMessage(), e);
		}
	}

	/** Where the dataset begins; 0 without meta information. */
	private static int metaEnd(byte[] file) throws IOException {
		if (!new String(file, 128, 4, "US-ASCII").equals("DICM")) return 0;
		SourceCursor in = new SourceCursor(ByteSource.of(file), 1 << 20);
		in.seek(132);
		new DatasetParser(in, ReadScope.ALL, new ParseNotes()).meta();
		return (int) in.position();
	}

	static void assertSame(String where, DicomDataset expected, DicomDataset actual) throws IOException {
		List<DicomElement> elements = expected.elements().stream().filter(EncodedSizes::isWritten).toList();
		assertEquals(where, elements.size(), actual.size());
		for (int i = 0; i < elements.size(); i++) {
			DicomElement a = elements.get(i);
			DicomElement b = actual.elements().get(i);
			String place = where + " " + Tag.toString(a.tag());
			assertEquals(place, a.tag(), b.tag());
			assertEquals(place, a.vr(), b.vr());
			if (a.value() instanceof ItemSequence items) {
				List<DicomDataset> others = ((ItemSequence) b.value()).items();
				assertEquals(place, items.items().size(), others.size());
				for (int k = 0; k < others.size(); k++)
					assertSame(place + "[" + k + "]", items.items().get(k), others.get(k));
			} else if (a.value() instanceof FragmentSequence fragments) {
				FragmentSequence.Walk x = fragments.walk();
				FragmentSequence.Walk y = ((FragmentSequence) b.value()).walk();
				assertEquals(place, x.fragments().size(), y.fragments().size());
				assertArrayEquals(place, x.offsetTable().toArray(), y.offsetTable().toArray());
				for (int k = 0; k < x.fragments().size(); k++)
					assertArrayEquals(place, even(x.fragments().get(k).toArray()), y.fragments().get(k).toArray());
			} else {
				assertArrayEquals(place, padded(a), b.bytes().toArray());
			}
		}
	}

	private static byte[] even(byte[] bytes) {
		return Arrays.copyOf(bytes, bytes.length + (bytes.length & 1));
	}

	private static byte[] padded(DicomElement element) throws IOException {
		return Utf8Recoder.padded(element.bytes().toArray(), element.vr());
	}
}
