package org.annotomy.dicom.conformance;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.annotomy.dicom.codec.FrameReader;
import org.annotomy.dicom.codec.PixelFormat;
import org.annotomy.dicom.part10.DicomFile;
import org.annotomy.json.JsonObject;

/**
 * Decoded samples against those of the manifest's decoders: exactly, or within what two decoders of a lossy form may differ by.
 *
 * @param same whether they agree; {@code words} say by which rule
 */
record PixelFacts(boolean same, String words) {

	private static final String LOSSY_2000 = "1.2.840.10008.1.2.4.91";
	private static final String LOSSY_HT = "1.2.840.10008.1.2.4.203";
	/** Forms whose inverse transform is of real numbers, which decoders round differently. */
	private static final Set<String> LOSSY = Set.of("1.2.840.10008.1.2.4.50", "1.2.840.10008.1.2.4.51", "1.2.840.10008.1.2.4.53",
			"1.2.840.10008.1.2.4.55", LOSSY_2000, LOSSY_HT);
	private static final double GREY_STEPS = 1;
	private static final double COLOUR_STEPS = 2;
	private static final double MEAN = 0.25;

	/** @param references the manifest's other files */
	static PixelFacts compare(DicomFile file, FrameReader reader, JsonObject facts, References references) throws IOException {
		PixelFormat format = reader.format();
		SampleDigest digest = new SampleDigest(format.samples(), format.signed() && !format.real());
		for (int i = 0; i < format.frames(); i++)
			digest.add(reader.frame(i).samples());
		String found = digest.ofAll();
		JsonObject pixels = facts.object("pixels");
		JsonObject second = facts.object("pixels_second_decoder");
		String expected = pixels.string("sha256_le_c_order", "");
		if (found.equals(expected)) return new PixelFacts(true, "samples equal those of " + decoder(pixels));
		String reference = facts.object("pixels_identical_to_reference").string("file", "");
		if (!reference.isEmpty() && found.equals(references.digestOf(reference)))
			return new PixelFacts(true, "samples equal those of the uncompressed " + reference
					+ (expected.isEmpty() ? "" : "; the manifest's " + decoder(pixels) + " has others"));
		if (!second.string("sha256", "").isEmpty() && second.string("sha256", "").equals(digest.ofFirstFrame()))
			return new PixelFacts(true, "samples" + (format.frames() > 1 ? " of the first frame" : "") + " equal those of "
					+ decoder(second) + (expected.isEmpty() ? "" : "; the manifest's " + decoder(pixels) + " has others"));
		if (expected.isEmpty() && !second.has("sum"))
			return new PixelFacts(true, "samples decoded, where the manifest's tools could not"
					+ references.fileWith(found).map(path -> "; they equal those of " + path).orElse(", so none to compare"));
		String standard = StandardOverManifest.reason(file, reader, expected);
		if (standard != null) return new PixelFacts(true, "the manifest is wrong: " + standard);
		return within(file.transferSyntax(), format, digest, expected.isEmpty() ? second : pixels);
	}

	private static PixelFacts within(String transferSyntax, PixelFormat format, SampleDigest digest, JsonObject pixels)
			throws IOException {
		if (!LOSSY.contains(transferSyntax)) return new PixelFacts(false, "samples differ from those of " + decoder(pixels));
		double steps = format.samples() > 1 ? COLOUR_STEPS : GREY_STEPS;
		double count = (double) format.sampleCount() * (sameFrames(pixels, format) ? format.frames() : 1);
		double[] apart = {Math.abs(digest.min() - pixels.number("min", Double.NaN)),
				Math.abs(digest.max() - pixels.number("max", Double.NaN)),
				Math.abs(digest.mean() - pixels.number("sum", Double.NaN) / count)};
		boolean near = apart[0] <= steps && apart[1] <= steps && apart[2] <= MEAN;
		return new PixelFacts(near, String.format(Locale.ROOT,
				"samples of a lossy form, which decoders round differently: range %s within %.0f, mean within %.2f of %s (apart: %.0f, %.0f, %.4f)",
				near ? "is" : "is not", steps, MEAN, decoder(pixels), apart[0], apart[1], apart[2]));
	}

	private static boolean sameFrames(JsonObject pixels, PixelFormat format) throws IOException {
		return pixels.has("shape") || format.frames() == 1;
	}

	private static String decoder(JsonObject pixels) throws IOException {
		return pixels.string("decoder", "the other decoder");
	}

	/** Digests that the manifest has for files, by their paths. */
	interface References {

		/** Empty if the manifest has none. */
		String digestOf(String path);

		/** The first file that has such samples. */
		Optional<String> fileWith(String digest);
	}

	/** Digests of the files of a manifest. */
	static References references(ConformanceManifest manifest) throws IOException {
		Map<String, String> digests = new LinkedHashMap<>();
		for (ConformanceManifest.Entry entry : manifest.files())
			digests.put(entry.path(), entry.facts().object("pixels").string("sha256_le_c_order", ""));
		return new References() {
			@Override
			public String digestOf(String path) {
				return digests.getOrDefault(path, "");
			}

			@Override
			public Optional<String> fileWith(String digest) {
				return digests.entrySet().stream().filter(e -> e.getValue().equals(digest)).map(Map.Entry::getKey).findFirst();
			}
		};
	}

	/** Whether the manifest expects pixels of the file. */
	static boolean expected(JsonObject facts) {
		return facts.get("pixels").isPresent() || facts.get("pixels_second_decoder").isPresent();
	}
}
