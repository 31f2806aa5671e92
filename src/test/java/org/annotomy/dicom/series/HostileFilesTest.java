package org.annotomy.dicom.series;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

import javax.imageio.ImageIO;

import org.annotomy.dicom.DicomImageReader;
import org.annotomy.dicom.SyntheticSlice;
import org.annotomy.dicom.part10.ByteSource;
import org.annotomy.dicom.part10.ByteSpan;
import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.DicomDatasetBuilder;
import org.annotomy.dicom.part10.DicomElement;
import org.annotomy.dicom.part10.DicomFile;
import org.annotomy.dicom.part10.DicomFileReader;
import org.annotomy.dicom.part10.DicomWriter;
import org.annotomy.dicom.part10.FragmentSequence;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.dicom.part10.TransferSyntax;
import org.annotomy.dicom.part10.Vr;
import org.annotomy.image.ImageFormatException;
import org.annotomy.task.Progress;
import org.annotomy.testing.SharedData;
import org.junit.Test;

/** Broken and malicious files end in a message, never in a hang, a full memory or an unexpected exception. */
public class HostileFilesTest {

	private static final int MUTATIONS = 500;

	@Test(timeout = 60_000)
	public void mutatedFilesEndInAMessage() throws IOException {
		long seed = 5112026;
		Random random = new Random(seed);
		List<String> unexpected = new ArrayList<>();
		int refused = 0;
		for (Map.Entry<String, byte[]> file : wellFormed().entrySet()) {
			assertFalse(file.getKey() + " is read before it is broken", isRefused(file.getValue()));
			for (int i = 0; i < MUTATIONS; i++)
				try {
					if (isRefused(mutated(file.getValue(), random))) refused++;
				} catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
					unexpected.add(file.getKey() + " " + i + ": " + e + " " + Arrays.stream(e.getStackTrace()).limit(6).toList());
				}
		}
		assertEquals("seed " + seed, List.of(), unexpected.stream().limit(5).toList());
		assertTrue(refused + " were refused", refused > MUTATIONS);
	}

	/** The whole way from bytes to image, in memory. */
	private static boolean isRefused(byte[] bytes) {
		try {
			ByteSource source = ByteSource.of(bytes);
			DicomFileReader.read(source);
			DicomFile header = DicomFileReader.readHeader(source);
			DicomInstance instance = DicomInstance.of(Path.of("mutated"), source, header);
			new MemoryBudget(50 << 20).take(instance.memoryBytes());
			for (int i = 0; i < instance.frames(); i++)
				instance.load(i);
			for (SeriesStack stack : SeriesSplitter.split(List.of(instance), null))
				ImageAssembler.assemble(stack, 0);
			return false;
		} catch (IOException | UncheckedIOException e) {
			return true;
		}
	}

	private static byte[] mutated(byte[] original, Random random) {
		byte[] bytes = original.clone();
		int changes = 1 + random.nextInt(4);
		for (int i = 0; i < changes; i++) {
			int at = 128 + random.nextInt(bytes.length - 128);
			switch (random.nextInt(4)) {
				case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
				case 1 -> bytes[at] = (byte) random.nextInt(256);
				case 2 -> bytes[at] = (byte) (random.nextBoolean() ? 0xff : 0);
				default -> bytes[Math.min(bytes.length - 1, at + 1)] = bytes[at];
			}
		}
		return random.nextInt(5) == 0 ? Arrays.copyOf(bytes, 132 + random.nextInt(bytes.length - 132)) : bytes;
	}

	/** One file for each way through the code. */
	private static Map<String, byte[]> wellFormed() throws IOException {
		Map<String, byte[]> files = new LinkedHashMap<>();
		DicomDataset code = DicomDataset.builder().set("CodeValue", "1").set("CodeMeaning", "Käse").build();
		files.put("native", DicomWriter.toBytes(SyntheticSlice.at(3, 7).items("AnatomicRegionSequence", code, code)
				.items("ModalityLUTSequence", lut()).items("VOILUTSequence", lut()).remove(Tag.WINDOW_CENTER).build()));
		files.put("functional groups", DicomWriter.toBytes(multiFrame()));
		files.put("palette", DicomWriter.toBytes(palette()));
		files.put("deflated", deflated(DicomWriter.toBytes(SyntheticSlice.at(1, 2).build())));
		files.put("RLE", encapsulated(TransferSyntax.RLE_LOSSLESS, 1, rle(), rle()));
		files.put("grey JPEG", encapsulated(TransferSyntax.JPEG_BASELINE, 1, jpeg(BufferedImage.TYPE_BYTE_GRAY)));
		files.put("colour JPEG", encapsulated(TransferSyntax.JPEG_BASELINE, 3, jpeg(BufferedImage.TYPE_INT_RGB),
				jpeg(BufferedImage.TYPE_INT_RGB)));
		return files;
	}

	private static DicomDataset lut() {
		return DicomDataset.builder().set("LUTDescriptor", 4, 0, 16).set("ModalityLUTType", "US")
				.bytes(Tag.LUT_DATA, Vr.OW, new byte[]{0, 0, 1, 0, 2, 0, 3, 0}).build();
	}

	private static DicomDataset multiFrame() {
		List<DicomDataset> groups = new ArrayList<>();
		for (int i = 0; i < 4; i++)
			groups.add(DicomDataset.builder()
					.items("PlanePositionSequence", DicomDataset.builder().set("ImagePositionPatient", 0, 0, 2d * i).build())
					.items("PixelValueTransformationSequence",
							DicomDataset.builder().set("RescaleSlope", 1d + i).set("RescaleIntercept", 0d)
									.set("RescaleType", "US").build())
					.items("FrameVOILUTSequence", DicomDataset.builder().set("WindowCenter", 5d).set("WindowWidth", 9d).build())
					.build());
		DicomDatasetBuilder shared = DicomDataset.builder()
				.items("PixelMeasuresSequence", DicomDataset.builder().set("PixelSpacing", 1d, 1d).build())
				.items("PlaneOrientationSequence",
						DicomDataset.builder().set("ImageOrientationPatient", 1d, 0, 0, 0, 1, 0).build());
		return SyntheticSlice.at(0, 1).set("NumberOfFrames", 4).items("SharedFunctionalGroupsSequence", shared.build())
				.items(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, groups)
				.pixels(new short[4 * SyntheticSlice.WIDTH * SyntheticSlice.HEIGHT]).build();
	}

	private static DicomDataset palette() {
		DicomDatasetBuilder image = SyntheticSlice.at(0, 1).set("PhotometricInterpretation", "PALETTE COLOR")
				.set("BitsAllocated", 8)
				.set("BitsStored", 8).set("HighBit", 7).set("PixelRepresentation", 0)
				.pixels(new byte[SyntheticSlice.WIDTH * SyntheticSlice.HEIGHT]);
		for (int i = 0; i < 3; i++) {
			image.set(Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR + i, 3, 0, 16);
			image.bytes(Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DATA + i, Vr.OW, new byte[]{0, 0, 0, 64, 0, 127});
		}
		return image.build();
	}

	private static byte[] deflated(byte[] file) throws IOException {
		int metaEnd = 132 + 12 + ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(140);
		byte[] head = new String(file, 0, metaEnd, "ISO-8859-1").replace("1.2.840.10008.1.2.1\0", "1.2.840.10008.1.2.1.99")
				.getBytes("ISO-8859-1");
		int syntax = new String(head, "ISO-8859-1").indexOf("1.2.840.10008.1.2.1.99");
		head[syntax - 2] = 22;
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.write(head);
		try (DeflaterOutputStream deflater = new DeflaterOutputStream(out, new Deflater(9, true))) {
			deflater.write(file, metaEnd, file.length - metaEnd);
		}
		return out.toByteArray();
	}

	private static byte[] encapsulated(String syntax, int samples, byte[]... frames) throws IOException {
		DicomDatasetBuilder image = SyntheticSlice.at(0, 1).set("Rows", 16).set("Columns", 16).set("BitsAllocated", 8)
				.set("BitsStored", 8).set("HighBit", 7).set("PixelRepresentation", 0).set("NumberOfFrames", frames.length)
				.set("SamplesPerPixel", samples).set("PhotometricInterpretation", samples == 3 ? "YBR_FULL_422" : "MONOCHROME2");
		image.put(new DicomElement(Tag.PIXEL_DATA, Vr.OB,
				FragmentSequence.of(ByteSpan.of(new byte[0]), List.of(frames)), false));
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		DicomWriter.write(image.build(), syntax, out);
		return out.toByteArray();
	}

	private static byte[] rle() {
		ByteBuffer frame = ByteBuffer.allocate(64 + 3 * 2 + 1 + 100 + 29).order(ByteOrder.LITTLE_ENDIAN).putInt(1).putInt(64);
		frame.position(64);
		frame.put((byte) -127).put((byte) 5).put((byte) -27).put((byte) 6).put((byte) 99).put(new byte[100]);
		return frame.array();
	}

	private static byte[] jpeg(int type) throws IOException {
		BufferedImage image = new BufferedImage(16, 16, type);
		for (int i = 0; i < 256; i++)
			image.setRGB(i % 16, i / 16, i * 0x010305);
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		ImageIO.write(image, "jpeg", out);
		return out.toByteArray();
	}

	@Test(timeout = 60_000)
	public void malformedRealFilesEndInAMessageOrAnImage() throws IOException {
		try (Stream<Path> files = Files.list(SharedData.require("malformed"))) {
			for (Path file : files.toList())
				try {
					assertFalse(new DicomImageReader().read(file, Progress.NONE).isEmpty());
				} catch (ImageFormatException e) {
					assertFalse(e.getMessage(), e.getMessage().contains(file.getFileName().toString()));
				}
		}
	}
}
