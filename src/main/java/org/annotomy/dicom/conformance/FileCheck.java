package org.annotomy.dicom.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.List;

import org.annotomy.dicom.codec.FrameReader;
import org.annotomy.dicom.conformance.Verdict.Outcome;
import org.annotomy.dicom.part10.ByteSource;
import org.annotomy.dicom.part10.DicomFile;
import org.annotomy.dicom.part10.DicomFileReader;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.dicom.series.SeriesReader;
import org.annotomy.digest.Sha256;
import org.annotomy.image.ImageFormatException;
import org.annotomy.image.MedicalImage;
import org.annotomy.task.CancelledException;
import org.annotomy.task.Progress;

/** One file: its header, its samples and the image it opens as, each against the manifest. */
final class FileCheck {

	private final ConformanceManifest.Entry entry;
	private final Path file;
	private final PixelFacts.References references;

	FileCheck(ConformanceManifest.Entry entry, Path file, PixelFacts.References references) {
		this.entry = entry;
		this.file = file;
		this.references = references;
	}

	Verdict verdict() {
		try {
			if (!Files.isRegularFile(file)) return wrong("The file is missing.");
			if (!entry.sha256().isEmpty() && !entry.sha256().equals(sha256()))
				return wrong("The file is not the one that the manifest describes: its SHA-256 differs.");
			return compared();
		} catch (CancelledException e) {
			throw e;
		} catch (ImageFormatException e) {
			return new Verdict(entry.path(), Outcome.REFUSED, e.getMessage());
		} catch (IOException | RuntimeException e) {
			return wrong("Reading failed without words for the user: " + e.getClass().getSimpleName() + ".");
		}
	}

	private Verdict compared() throws IOException {
		try (ByteSource source = ByteSource.of(file)) {
			DicomFile dicom = DicomFileReader.read(source);
			HeaderFacts header = HeaderFacts.compare(dicom, entry.facts().members());
			if (!header.different().isEmpty())
				return wrong("The header was read differently: " + String.join(", ", header.different()) + ".");
			String facts = header.compared() + " facts of the header" + header.remark();
			if (!FrameReader.hasPixels(dicom.dataset())) return withoutPixels(dicom, facts);
			PixelFacts pixels = PixelFacts.compare(dicom, new FrameReader(dicom), entry.facts(), references);
			if (!pixels.same()) return wrong("The " + pixels.words() + ".");
			return opened(facts, pixels, OpenedSlide.is(dicom.dataset()));
		}
	}

	private Verdict withoutPixels(DicomFile dicom, String facts) throws IOException {
		if (PixelFacts.expected(entry.facts())) return wrong("The pixels were not found.");
		String modality = dicom.dataset().string(Tag.MODALITY, "").replaceAll("[^A-Z0-9]", "");
		String what = modality.isEmpty() ? "" : " (modality " + modality + ")";
		return agree(facts + " agree; no pixels" + what + ", as the manifest has it");
	}

	private Verdict opened(String facts, PixelFacts pixels, boolean slide) throws IOException {
		if (slide) {
			List<String> differences = OpenedSlide.differences(file, entry.facts());
			if (!differences.isEmpty()) return wrong("Opened as a slide, " + String.join(", ", differences) + ".");
			return agree(pixels.words() + "; " + facts + " and the slide's size and tiles agree");
		}
		List<MedicalImage> images = SeriesReader.ofFiles(List.of(file), Progress.NONE);
		List<String> differences = OpenedFacts.differences(images, entry.facts());
		if (!differences.isEmpty()) return wrong("Opened as an image, " + String.join(", ", differences) + ".");
		return agree(pixels.words() + "; " + facts + " and the image's size, place and scale agree");
	}

	private String sha256() throws IOException {
		try (InputStream in = new DigestInputStream(Files.newInputStream(file), Sha256.begin())) {
			in.transferTo(OutputStream.nullOutputStream());
			return Sha256.end(((DigestInputStream) in).getMessageDigest());
		}
	}

	private Verdict agree(String reason) {
		return new Verdict(entry.path(), Outcome.AGREE, reason + ".");
	}

	private Verdict wrong(String reason) {
		return new Verdict(entry.path(), Outcome.WRONG, reason);
	}
}
