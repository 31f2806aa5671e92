package org.annotomy.dicom.part10;

import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

import org.annotomy.dicom.SyntheticSlice;
import org.annotomy.dicom.json.DicomJsonReader;
import org.annotomy.dicom.json.DicomJsonWriter;
import org.annotomy.testing.CodecFuzz;
import org.annotomy.testing.Manifest;
import org.annotomy.testing.SharedData;
import org.junit.Test;

/** A hundred and fifty thousand broken files, two thirds of them made from real ones: each is read with all its values, some are written to JSON and written back, or
 * it is refused in words. */
public class DicomFuzzTest {

	private static final int PREAMBLE = 132;
	private static final int SMALL = 1800;
	/** Every so many inputs are also written, as a file and as JSON. */
	private static final int OTHERS = 4;
	private static final long MAX_BYTES = 80 << 20;

	private final AtomicInteger calls = new AtomicInteger();

	/** The preamble is put before what was mutated: breaking zeros that nobody reads would be a waste. */
	private void exercise(byte[] withoutPreamble) throws IOException {
		byte[] file = new byte[PREAMBLE + withoutPreamble.length];
		System.arraycopy(new byte[]{'D', 'I', 'C', 'M'}, 0, file, 128, 4);
		System.arraycopy(withoutPreamble, 0, file, PREAMBLE, withoutPreamble.length);
		readAndWrite(file);
	}

	private void readAndWrite(byte[] file) throws IOException {
		DicomFile read = DicomFileReader.read(ByteSource.of(file));
		touch(read.dataset());
		if (calls.incrementAndGet() % OTHERS != 0) return;
		DicomFileReader.readHeader(ByteSource.of(file));
		DicomJsonReader.read(DicomJsonWriter.toJson(read.dataset(),
				e -> e.value() instanceof FragmentSequence ? Optional.of("elsewhere") : Optional.empty()));
		try {
			DicomWriter.write(read.dataset(), read.transferSyntax(), OutputStream.nullOutputStream());
		} catch (IllegalArgumentException e) {
			// strict when writing: without its UIDs, or with pixels in another form than the transfer syntax says
		}
	}

	private static void touch(DicomDataset dataset) throws IOException {
		for (DicomElement element : dataset.elements()) {
			int tag = element.tag();
			dataset.strings(tag);
			dataset.doubles(tag);
			dataset.longs(tag);
			dataset.tags(tag);
			dataset.date(tag);
			dataset.time(tag);
			dataset.personName(tag).ifPresent(PersonName::toDisplay);
			for (DicomDataset item : dataset.items(tag))
				touch(item);
			if (element.value() instanceof FragmentSequence sequence)
				for (ByteSpan fragment : sequence.walk().fragments())
					fragment.toArray();
		}
	}

	@Test
	public void brokenRealFilesAreReadOrRefused() throws IOException {
		CodecFuzz fuzz = new CodecFuzz(20261127, MAX_BYTES);
		Manifest manifest = Manifest.require();
		int streams = 0;
		for (String path : manifest.paths("", "")) {
			if (!manifest.facts(path).string("kind", "").equals("DICOM")) continue;
			Path file = SharedData.require(path);
			byte[] bytes = Files.readAllBytes(file);
			boolean preamble = bytes.length > PREAMBLE && new String(bytes, 128, 4, "ISO-8859-1").equals("DICM");
			if (!preamble) continue;
			// Of larger files the beginning; their pixels are not parsed anyway.
			byte[] begin = Arrays.copyOfRange(bytes, PREAMBLE, Math.min(bytes.length, PREAMBLE + SMALL));
			fuzz.add(path, begin, this::exercise);
			streams++;
		}
		assertTrue("only " + streams + " files", streams > 150);
		CodecFuzz.Tally tally = fuzz.run(100_000);
		assertTrue(tally.toString(), tally.decoded() > 50_000 && tally.refused() > 100);
	}

	@Test
	public void brokenMadeUpFilesAreReadOrRefused() throws IOException {
		CodecFuzz fuzz = new CodecFuzz(4711, MAX_BYTES);
		for (String syntax : List.of(TransferSyntax.IMPLICIT_LITTLE_ENDIAN, TransferSyntax.EXPLICIT_LITTLE_ENDIAN,
				TransferSyntax.EXPLICIT_BIG_ENDIAN, TransferSyntax.DEFLATED))
			fuzz.add(syntax, tail(DicomWriter.toBytes(everything().build(), syntax)), this::exercise);
		DicomDataset compressed = everything().remove(Tag.PIXEL_DATA)
				.compressedFrames(List.of(ByteSpan.of(new byte[]{1, 2}), ByteSpan.of(new byte[20]), ByteSpan.of(new byte[0])),
						true)
				.build();
		fuzz.add("fragments", tail(DicomWriter.toBytes(compressed, TransferSyntax.RLE_LOSSLESS)), this::exercise);
		CodecFuzz.Tally tally = fuzz.run(50_000);
		assertTrue(tally.toString(), tally.decoded() > 20_000 && tally.refused() > 1000);
	}

	private static byte[] tail(byte[] file) {
		return Arrays.copyOfRange(file, PREAMBLE, file.length);
	}

	/** Every kind of element: items with stated and with undefined lengths, Japanese, private blocks, unknown sequences, numbers. */
	private static DicomDatasetBuilder everything() {
		DicomDataset leaf = DicomDataset.builder().set("CodeValue", "1").set("ReferencedFrameNumber", 1, 2).build();
		DicomDataset delimited = new DicomDataset(leaf.elements().toArray(new DicomElement[0]), CharacterSet.DEFAULT, true);
		DicomDatasetBuilder builder = SyntheticSlice.at(1, 2)
				.bytes(Tag.SPECIFIC_CHARACTER_SET, Vr.CS,
						"ISO 2022 IR 13\\ISO 2022 IR 87".getBytes(java.nio.charset.StandardCharsets.US_ASCII))
				.bytes(0x00100010, Vr.PN, new byte[]{(byte) 0xd4, '^', '=', 0x1b, '$', 'B', ';', '3', 0x1b, '(', 'J'})
				.items("ReferencedImageSequence", leaf, leaf)
				.put(new DicomElement(0x00082112, Vr.SQ, new ItemSequence(List.of(delimited, leaf), true), false))
				.set("FrameIncrementPointer", Tag.FRAME_TIME).set("DiffusionBValue", 1.5).set("SpectralWidth", 2.5);
		int block = builder.privateBlock(0x0019, "SIEMENS MR HEADER");
		builder.putText(block | 0x0c, Vr.IS, "1000").bytes(block | 0x77, Vr.UN,
				new byte[]{(byte) 0xfe, (byte) 0xff, 0, (byte) 0xe0, 0, 0, 0, 0});
		return builder.putLongs(0x7fe00003, Vr.UV, 77);
	}

	@Test
	public void bytesWithoutPreambleAndNoiseAreReadOrRefused() throws IOException {
		Random random = new Random(99);
		int read = 0;
		for (int i = 0; i < 5000; i++) {
			byte[] bytes = new byte[random.nextInt(400)];
			random.nextBytes(bytes);
			if (bytes.length > 10)
				System.arraycopy(new byte[]{8, 0, 5, 0, 'C', 'S', 2, 0, ' ', ' '}, 0, bytes, 0, random.nextInt(11));
			try {
				readAndWrite(bytes);
				read++;
			} catch (IOException e) {
				assertTrue("" + e, e instanceof org.annotomy.image.ImageFormatException);
			}
		}
		assertTrue("" + read, read > 50);
	}
}
