package org.annotomy.dicom.series;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.annotomy.dicom.SyntheticSlice;
import org.annotomy.dicom.part10.ByteSource;
import org.annotomy.dicom.part10.ByteSpan;
import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.DicomDatasetBuilder;
import org.annotomy.dicom.part10.DicomDictionary;
import org.annotomy.dicom.part10.DicomWriter;
import org.annotomy.dicom.part10.TransferSyntax;
import org.annotomy.dicom.part10.Vr;
import org.annotomy.image.DisplayLayer;
import org.annotomy.image.MedicalImage;
import org.annotomy.task.Progress;
import org.annotomy.testing.CodecFuzz;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** What a broken file may do to the series around it: be left out in words, and nothing else. */
public class HostileSeriesTest {

	private static final int PREAMBLE = 132;
	private static final long MAX_BYTES = 200L << 20;

	@Rule
	public final TemporaryFolder temporary = new TemporaryFolder();

	private Path folder;
	private Set<Path> good;

	@Before
	public void threeGoodSlices() throws IOException {
		folder = temporary.getRoot().toPath();
		good = new TreeSet<>();
		for (int i = 0; i < 3; i++)
			good.add(SyntheticSlice.write(folder, "good" + i, SyntheticSlice.at(2 * i, i + 1)));
	}

	private List<MedicalImage> images(Path bad) throws IOException {
		List<Path> files = new ArrayList<>(good);
		files.add(bad);
		return SeriesReader.ofFiles(files, Progress.NONE);
	}

	private void leftOut(String words, byte[] bad) throws IOException {
		List<MedicalImage> images = images(Files.write(folder.resolve("bad"), bad));
		assertEquals(1, images.size());
		assertEquals(good, new TreeSet<>(images.get(0).files()));
		assertEquals(List.of("1 file was left out: " + words), images.get(0).warnings());
	}

	private static DicomDatasetBuilder film(int frames) {
		return SyntheticSlice.at(0, 9).set("NumberOfFrames", frames).remove(0x00200032).set("Modality", "US");
	}

	/** RLE of frames of 4 × 5 pixels of 16 bits. */
	private static byte[] compressed(int stated, int there) throws IOException {
		byte[] stream = new byte[64 + 2 * 4];
		System.arraycopy(new byte[]{2, 0, 0, 0, 64, 0, 0, 0, 66, 0, 0, 0}, 0, stream, 0, 12);
		System.arraycopy(new byte[]{-19, 7, -19, 9}, 0, stream, 64, 4);
		ByteSpan[] frames = new ByteSpan[there];
		Arrays.fill(frames, ByteSpan.of(stream));
		return DicomWriter.toBytes(film(stated).remove(0x7fe00010).compressedFrames(List.of(frames)).build(),
				TransferSyntax.RLE_LOSSLESS);
	}

	@Test
	public void framesThatACutFileCannotHoldDoNotTakeTheMemory() throws IOException {
		byte[] whole = compressed(Integer.MAX_VALUE, 3);
		byte[] few = compressed(50, 3);
		leftOut("The file states 2147483647 frames; more than 4000000 are not opened.", Arrays.copyOf(whole, whole.length - 8));
		leftOut("The file states 50 frames, but its compressed pixel data is cut short after 3.",
				Arrays.copyOf(few, few.length - 8));
		byte[] many = compressed(3_999_999, 3);
		leftOut("The file states 3999999 frames, but its compressed pixel data is cut short after 3.",
				Arrays.copyOf(many, many.length - 8));
	}

	/** Four million frames of one bit each are half a megabyte in the file, and gigabytes of what is kept of each. */
	@Test
	public void tinyFramesDoNotTakeTheMemory() throws IOException {
		DicomDatasetBuilder bits = film(4_000_000).set("Rows", 1).set("Columns", 1).set("BitsAllocated", 1).set("BitsStored", 1)
				.set("HighBit", 0).set("PixelRepresentation", 0);
		byte[] enough = DicomWriter.toBytes(bits.pixels(new byte[500_000]).build());
		if (Runtime.getRuntime().maxMemory() < 8L << 30)
			leftOut("The file states 4000000 frames, for which there is not enough memory.", enough);
		leftOut("The pixel data has 30000 bytes, but 500000 are needed for 1 × 1 pixels in 4000000 frames.",
				DicomWriter.toBytes(bits.pixels(new byte[30_000]).build()));
	}

	/** Each frame in a direction of its own: to compare all with all must not take hours. */
	@Test(timeout = 60_000)
	public void framesInAllDirectionsAreRefusedInTime() throws IOException {
		DicomDataset[] groups = new DicomDataset[20_000];
		for (int i = 0; i < groups.length; i++) {
			double angle = 2 * Math.PI * i / groups.length;
			double tilt = 0.01 * (i % 100);
			groups[i] = DicomDataset.builder()
					.items("PlanePositionSequence", DicomDataset.builder().set("ImagePositionPatient", 0, 0, 1).build())
					.items("PlaneOrientationSequence", DicomDataset.builder().set("ImageOrientationPatient", Math.cos(angle),
							Math.sin(angle), 0, -Math.sin(angle) * Math.cos(tilt), Math.cos(angle) * Math.cos(tilt),
							Math.sin(tilt))
							.build())
					.build();
		}
		leftOut("The frames of the series do not belong together: they make more than 2000 images.",
				DicomWriter.toBytes(SyntheticSlice.at(0, 5).set("SeriesInstanceUID", "2.25.9").set("SOPInstanceUID", "2.25.5555")
						.set("NumberOfFrames", groups.length).set("Rows", 1).set("Columns", 1)
						.items("PerFrameFunctionalGroupsSequence", groups).pixels(new short[groups.length]).build()));
	}

	/** Of the same series, opened and decoded without complaint, but its values mean nothing. */
	@Test
	public void aFileWhoseTablesAreBrokenIsLeftOutOfItsSeries() throws IOException {
		DicomDataset table = DicomDataset.builder().set("LUTDescriptor", 9, 0, 16).bytes(0x00283006, Vr.OW, new byte[4]).build();
		leftOut("A lookup table of the file has 2 of 9 entries.",
				DicomWriter.toBytes(SyntheticSlice.at(6, 4).set("SOPInstanceUID", "2.25.4444").remove(0x00281052)
						.remove(0x00281053).items("ModalityLUTSequence", table).build()));
	}

	@Test
	public void aFileThatIsNotThereIsNotNamed() throws IOException {
		List<MedicalImage> images = images(folder.resolve("Planted^Jane.dcm"));
		assertEquals(1, images.size());
		assertTrue(images.get(0).warnings().toString(), images.get(0).warnings().toString().contains("1 file was left out"));
		assertTrue(!images.get(0).warnings().toString().contains("Planted"));
	}

	private CodecFuzz fuzz(long seed, CodecFuzz.Decoding decoding) throws IOException {
		CodecFuzz fuzz = new CodecFuzz(seed, MAX_BYTES);
		DicomDatasetBuilder slice = SyntheticSlice.at(6, 4).set("SOPInstanceUID", "2.25.4444");
		fuzz.add("slice", tail(DicomWriter.toBytes(slice.build())), decoding);
		fuzz.add("film", tail(DicomWriter.toBytes(film(3).set("FrameTime", 40.0).pixels(new short[60]).build())), decoding);
		fuzz.add("compressed", tail(compressed(3, 3)), decoding);
		fuzz.add("enhanced", tail(DicomWriter.toBytes(enhanced())), decoding);
		fuzz.add("palette", tail(DicomWriter.toBytes(palette())), decoding);
		fuzz.add("mosaic", tail(DicomWriter.toBytes(mosaic())), decoding);
		fuzz.add("tables", tail(DicomWriter.toBytes(tables())), decoding);
		return fuzz;
	}

	private static DicomDataset mosaic() {
		DicomDatasetBuilder image = SyntheticSlice.at(0, 7).set("SOPInstanceUID", "2.25.7777").set("Rows", 4).set("Columns", 4)
				.set("ImageType", "ORIGINAL", "PRIMARY", "M", "MOSAIC").pixels(new short[16]);
		return image.bytes(image.privateBlock(0x0019, "SIEMENS MR HEADER") | 0x0a, Vr.US, new byte[]{4, 0}).build();
	}

	/** What stands between stored values and the screen: a modality LUT, a VOI LUT, an overlay, values of the real world. */
	private static DicomDataset tables() {
		DicomDataset table = DicomDataset.builder().set("LUTDescriptor", 2, 0, 16).bytes(0x00283006, Vr.OW, new byte[4]).build();
		DicomDataset real = DicomDataset.builder().set("RealWorldValueFirstValueMapped", 0)
				.set("RealWorldValueLastValueMapped", 99).set("RealWorldValueSlope", 2.0).set("RealWorldValueIntercept", 1.0)
				.build();
		return SyntheticSlice.at(0, 8).set("SOPInstanceUID", "2.25.8888").set("PixelRepresentation", 0)
				.remove(0x00281052).remove(0x00281053).items("ModalityLUTSequence", table).items("VOILUTSequence", table)
				.items("RealWorldValueMappingSequence", real).bytes(0x60000010, Vr.US, new byte[]{4, 0})
				.bytes(0x60000011, Vr.US, new byte[]{5, 0}).bytes(0x60000040, Vr.CS, new byte[]{'G', ' '})
				.bytes(0x60000050, Vr.SS, new byte[]{1, 0, 1, 0}).bytes(0x60000100, Vr.US, new byte[]{1, 0})
				.bytes(0x60000102, Vr.US, new byte[]{0, 0}).bytes(0x60003000, Vr.OW, new byte[]{1, 2, 3, 4}).build();
	}

	private static byte[] tail(byte[] file) {
		return Arrays.copyOfRange(file, PREAMBLE, file.length);
	}

	private static DicomDataset enhanced() {
		DicomDataset[] groups = new DicomDataset[4];
		for (int i = 0; i < groups.length; i++)
			groups[i] = DicomDataset.builder()
					.items("PlanePositionSequence",
							DicomDataset.builder().set("ImagePositionPatient", 0, 0, 2.0 * (i / 2)).build())
					.items("FrameContentSequence", DicomDataset.builder().set("TemporalPositionIndex", 1 + i % 2).build())
					.build();
		DicomDataset shared = DicomDataset.builder()
				.items("PlaneOrientationSequence",
						DicomDataset.builder().set("ImageOrientationPatient", 1d, 0, 0, 0, 1, 0).build())
				.items("PixelMeasuresSequence", DicomDataset.builder().set("PixelSpacing", 1.0, 1.0).build()).build();
		return SyntheticSlice.at(0, 5).set("NumberOfFrames", groups.length).set("SOPInstanceUID", "2.25.5555")
				.items("PerFrameFunctionalGroupsSequence", groups).items("SharedFunctionalGroupsSequence", shared)
				.pixels(new short[20 * groups.length]).build();
	}

	private static DicomDataset palette() {
		DicomDatasetBuilder image = SyntheticSlice.at(0, 6).set("SOPInstanceUID", "2.25.6666").set("BitsAllocated", 8)
				.set("BitsStored", 8).set("HighBit", 7).set("PixelRepresentation", 0)
				.set("PhotometricInterpretation", "PALETTE COLOR").pixels(new byte[20]);
		for (String color : List.of("Red", "Green", "Blue"))
			image.set(color + "PaletteColorLookupTableDescriptor", 4, 0, 16).bytes(
					DicomDictionary.standard().tagOf(color + "PaletteColorLookupTableData"),
					Vr.OW, new byte[8]);
		return image.build();
	}

	private static byte[] whole(byte[] withoutPreamble) {
		byte[] file = new byte[PREAMBLE + withoutPreamble.length];
		System.arraycopy(new byte[]{'D', 'I', 'C', 'M'}, 0, file, 128, 4);
		System.arraycopy(withoutPreamble, 0, file, PREAMBLE, withoutPreamble.length);
		return file;
	}

	private Path write(byte[] withoutPreamble) throws IOException {
		return Files.write(folder.resolve("bad" + Thread.currentThread().getId()), whole(withoutPreamble));
	}

	/** Not the parser alone: frames, geometry, sorting, tones, overlays and all that makes an image. */
	@Test
	public void mutatedFilesAreOpenedOrRefusedAsImages() throws IOException {
		CodecFuzz.Tally tally = fuzz(20261127, bytes -> {
			for (MedicalImage image : SeriesReader.ofFiles(List.of(write(bytes)), Progress.NONE)) {
				image.plane(0);
				for (DisplayLayer layer : image.supplement().layers())
					layer.content().on(0);
			}
		}).run(20_000);
		assertTrue(tally.toString(), tally.decoded() > 5_000 && tally.refused() > 1_000);
	}

	@Test
	public void mutatedFilesHaveASmallPictureOrNone() throws IOException {
		CodecFuzz.Tally tally = fuzz(7, bytes -> SmallPicture.of(ByteSource.of(whole(bytes)), 3)).run(20_000);
		assertTrue(tally.toString(), tally.decoded() > 5_000 && tally.refused() > 1_000);
	}

	@Test
	public void aMutatedFileNeverHidesItsNeighbours() throws IOException {
		CodecFuzz.Tally tally = fuzz(4711, bytes -> {
			Set<Path> seen = new TreeSet<>();
			for (MedicalImage image : images(write(bytes)))
				seen.addAll(image.files());
			if (!seen.containsAll(good)) throw new AssertionError("hidden: " + seen);
		}).run(4_000);
		assertEquals(0, tally.refused());
	}
}
