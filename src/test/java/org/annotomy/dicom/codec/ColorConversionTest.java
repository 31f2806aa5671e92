package org.annotomy.dicom.codec;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.io.IOException;

import org.annotomy.dicom.part10.ByteSource;
import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.DicomDatasetBuilder;
import org.annotomy.dicom.part10.DicomDictionary;
import org.annotomy.dicom.part10.DicomFile;
import org.annotomy.dicom.part10.DicomFileReader;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.dicom.part10.Vr;
import org.annotomy.image.ImageFormatException;
import org.annotomy.testing.SharedData;
import org.junit.Test;

public class ColorConversionTest {

	private static int[] argb(String path) throws IOException {
		try (ByteSource source = ByteSource.of(SharedData.require(path))) {
			DicomFile file = DicomFileReader.readHeader(source);
			FrameReader reader = new FrameReader(file);
			Palette palette = reader.format().samples() == 1 ? Palette.of(file.dataset()) : null;
			return ColorConversion.toArgb(reader.frame(0), reader.format(), palette);
		}
	}

	/** The same picture in another encoding: mean difference of the 8-bit channels. */
	private static double meanDifference(String path, String reference) throws IOException {
		int[] a = argb(path);
		int[] b = argb(reference);
		assertEquals(b.length, a.length);
		long sum = 0;
		for (int i = 0; i < a.length; i++)
			for (int shift = 0; shift < 24; shift += 8)
				sum += Math.abs((a[i] >>> shift & 0xff) - (b[i] >>> shift & 0xff));
		return sum / (3d * a.length);
	}

	@Test
	public void anEncodingDoesNotChangeTheColours() throws IOException {
		String reference = "color/SC_rgb.dcm";
		assertEquals(0, meanDifference("color/SC_rgb_rle.dcm", reference), 0);
		assertEquals(0, meanDifference("color/SC_rgb_2frame.dcm", reference), 0);
		for (String name : new String[]{"SC_rgb_16bit", "SC_rgb_32bit", "SC_rgb_rle_32bit"})
			assertEquals(name, 0, meanDifference("color/" + name + ".dcm", reference), 0.01);
		for (String name : new String[]{"SC_ybr_full_uncompressed", "SC_ybr_full_422_uncompressed", "SC_rgb_dcmtk_pebpcr",
				"SC_rgb_dcmtk_pebpcyps2", "SC_rgb_dcmtk_pebpcyps4"})
			assertEquals(name, 0, meanDifference("color/" + name + ".dcm", reference), 0.6);
		assertEquals("as libjpeg shows this file", 2.8217, meanDifference("color/SC_rgb_dcmtk_pebpcypn1.dcm", reference), 0.01);
		String pattern = "color/TestPattern_RGB.dcm";
		for (String name : new String[]{"TestPattern_JPEG-Baseline_YBR422", "TestPattern_JPEG-Baseline_YBRFull",
				"TestPattern_Palette",
				"TestPattern_Palette_16"})
			assertEquals(name, 0, meanDifference("color/" + name + ".dcm", pattern), 1);
	}

	@Test
	public void samplesThatAreRgbStaySo() throws IOException {
		for (String name : new String[]{"SC_jpeg_no_color_transform", "SC_jpeg_no_color_transform_2"}) {
			long[] sums = new long[3];
			int[] argb = argb("color/" + name + ".dcm");
			for (int color : argb)
				for (int channel = 0; channel < 3; channel++)
					sums[channel] += color >>> 16 - 8 * channel & 0xff;
			assertEquals(name + " is nearly white", 244.7, sums[0] / (double) argb.length, 1);
			assertEquals(name + " is grey", sums[0], sums[1], 0.01 * sums[0]);
			assertEquals(name + " is grey", sums[0], sums[2], 0.01 * sums[0]);
		}
	}

	private static DicomDataset palette(int first, int bits, int... values) {
		byte[] words = new byte[2 * values.length];
		for (int i = 0; i < values.length; i++) {
			words[2 * i] = (byte) values[i];
			words[2 * i + 1] = (byte) (values[i] >>> 8);
		}
		DicomDatasetBuilder builder = DicomDataset.builder();
		for (String color : new String[]{"Red", "Green", "Blue"}) {
			builder.set(color + "PaletteColorLookupTableDescriptor", values.length, first, bits);
			builder.bytes(DicomDictionary.standard().tagOf(color + "PaletteColorLookupTableData"), Vr.OW, words);
		}
		return builder.build();
	}

	@Test
	public void indicesOutsideThePaletteTakeItsEnds() throws IOException {
		Palette palette = Palette.of(palette(10, 16, 0x1000, 0x2000, 0xff00));
		assertArrayEquals(new int[]{0xff101010, 0xff101010, 0xff202020, 0xffffffff, 0xffffffff},
				palette.toArgb(new byte[]{0, 10, 11, 12, -1}));
		assertArrayEquals(new int[]{0xff101010, 0xffffffff}, palette.toArgb(new short[]{0, -1}));
		assertArrayEquals("16-bit entries that are all small are 8-bit ones", new int[]{0xff0a0a0a},
				Palette.of(palette(0, 16, 10, 20)).toArgb(new byte[]{0}));
	}

	/** Of 16 bits, with a blue that is nowhere bright: it must not be taken for one of 8 bits that is. */
	@Test
	public void theThreeColoursOfAPaletteAreJudgedTogether() throws IOException {
		DicomDataset dim = palette(0, 16, 0x4000, 0xff00).toBuilder()
				.bytes(Tag.BLUE_PALETTE_COLOR_LOOKUP_TABLE_DATA, Vr.OW, new byte[]{(byte) 200, 0, (byte) 255, 0}).build();
		assertArrayEquals(new int[]{0xff404000, 0xffffff00}, Palette.of(dim).toArgb(new byte[]{0, 1}));
		DicomDataset eight = palette(0, 16, 0x40, 0xff).toBuilder()
				.bytes(Tag.BLUE_PALETTE_COLOR_LOOKUP_TABLE_DATA, Vr.OW, new byte[]{(byte) 200, 0, (byte) 255, 0}).build();
		assertArrayEquals("all in 8 bits", new int[]{0xff4040c8, 0xffffffff}, Palette.of(eight).toArgb(new byte[]{0, 1}));
	}

	@Test
	public void aBrokenPaletteIsRefused() {
		refused("The colour palette is missing.", DicomDataset.EMPTY);
		refused("The colour palette is incomplete.",
				palette(0, 16, 1, 2).toBuilder().remove(Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DATA).build());
		refused("The colour palette has 2 of 65536 entries.",
				palette(0, 16, 1, 2).toBuilder().set(Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR, 0, 0, 16)
						.set(Tag.GREEN_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR, 0, 0, 16)
						.set(Tag.BLUE_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR, 0, 0, 16).build());
		refused("The colours of the palette differ in length.",
				palette(0, 16, 1, 2).toBuilder().set(Tag.BLUE_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR, 3, 0, 16).build());
	}

	private static void refused(String message, DicomDataset dataset) {
		assertEquals(message, assertThrows(ImageFormatException.class, () -> Palette.of(dataset)).getMessage());
	}

	@Test
	public void segmentsAreExpanded() throws IOException {
		int[] discrete = {0, 3, 10, 20, 30};
		int[] linear = {1, 4, 70};
		int[] again = {2, 2, 0, 0};
		int[] data = java.util.stream.Stream.of(discrete, linear, again).flatMapToInt(java.util.Arrays::stream).toArray();
		assertArrayEquals(new int[]{10, 20, 30, 40, 50, 60, 70, 10, 20, 30, 40, 50, 60, 70},
				LookupTable.expandSegments(data, 14, false));
		for (int[] broken : new int[][]{{0, 5, 1}, {2, 1, 9, 0}, {3, 1, 1}, {1, 2}, {}})
			assertThrows(ImageFormatException.class, () -> LookupTable.expandSegments(broken, 5, false));
	}

	@Test
	public void ybrIsConvertedAsTheStandardSays() throws IOException {
		PixelFormat format = new PixelFormat(1, 1, 3, 8, 8, 7, false, false, "YBR_FULL", false, 1);
		for (int y = 0; y < 256; y += 15)
			for (int cb = 0; cb < 256; cb += 15)
				for (int cr = 0; cr < 256; cr += 15) {
					int argb = ColorConversion.toArgb(new FrameSamples(new byte[]{(byte) y, (byte) cb, (byte) cr}, "YBR_FULL"),
							format,
							null)[0];
					assertEquals(clamp(y + 1.402 * (cr - 128)), argb >>> 16 & 0xff, 0.51);
					assertEquals(clamp(y - 0.344136 * (cb - 128) - 0.714136 * (cr - 128)), argb >>> 8 & 0xff, 0.51);
					assertEquals(clamp(y + 1.772 * (cb - 128)), argb & 0xff, 0.51);
				}
	}

	private static double clamp(double value) {
		return Math.max(0, Math.min(255, value));
	}

	@Test
	public void segmentsOfBytesPointBackByFourBytes() throws ImageFormatException {
		// Discrete 10 20, linear to 40 in 4, then both again from byte 0, then the linear one alone from byte 4.
		int[] data = {0, 2, 10, 20, 1, 4, 40, 2, 2, 0, 0, 0, 0, 2, 1, 4, 0, 0, 0};
		assertArrayEquals(new int[]{10, 20, 25, 30, 35, 40, 10, 20, 25, 30, 35, 40, 40, 40, 40, 40},
				LookupTable.expandSegments(data, 16, true));
		int[] words = {0, 2, 10, 20, 1, 4, 40, 2, 2, 0, 0, 2, 1, 8, 0};
		assertArrayEquals("in words the offset is in bytes, too",
				new int[]{10, 20, 25, 30, 35, 40, 10, 20, 25, 30, 35, 40, 40, 40, 40, 40},
				LookupTable.expandSegments(words, 16, false));
		assertThrows(ImageFormatException.class,
				() -> LookupTable.expandSegments(new int[]{0, 1, 5, 2, 1, 255, 255, 255, 255}, 9, true));
		assertThrows(ImageFormatException.class,
				() -> LookupTable.expandSegments(new int[]{0, 1, 5, 2, 1, 6, 0, 2, 1}, 9, false));
	}

	private static int[] shown(String photometric, int bitsStored, int samples, byte... pixels) throws IOException {
		DicomDataset dataset = DicomDataset.builder().set("Rows", 1).set("Columns", 2).set("SamplesPerPixel", samples)
				.set("PhotometricInterpretation", photometric).set("BitsAllocated", 8).set("BitsStored", bitsStored)
				.set("HighBit", bitsStored - 1).set("PixelRepresentation", 0).set("PlanarConfiguration", 0).pixels(pixels)
				.build();
		FrameReader reader = new FrameReader(
				new DicomFile(DicomDataset.EMPTY, dataset, "1.2.840.10008.1.2.1", java.util.List.of()));
		return ColorConversion.toArgb(reader.frame(0), reader.format(), null);
	}

	@Test
	public void lumaAndChromaOfNativePixelsBecomeRgb() throws IOException {
		byte half = (byte) 128;
		assertArrayEquals("full range, two pixels share their chroma", new int[]{0xff000000, 0xffffffff},
				shown("YBR_FULL_422", 8, 3, (byte) 0, (byte) 255, half, half));
		assertArrayEquals("studio range: 16 is black, 235 is white", new int[]{0xff000000, 0xffffffff},
				shown("YBR_PARTIAL_422", 8, 3, (byte) 16, (byte) 235, half, half));
		assertArrayEquals("pure red of BT.601", new int[]{0xfffe0000, 0xfffe0000},
				shown("YBR_FULL", 8, 3, (byte) 76, (byte) 85, (byte) 255, (byte) 76, (byte) 85, (byte) 255));
		assertArrayEquals("seven bits reach full intensity", new int[]{0xffff0081, 0xff000000},
				shown("RGB", 7, 3, (byte) 127, (byte) 0, (byte) 64, (byte) 0, (byte) 0, (byte) 0));
	}

	/** Each of many indirect segments stands for thousands that fill nothing. */
	@Test(timeout = 10_000)
	public void segmentsThatFillNothingAreRefused() {
		int indirect = 200_000;
		int[] data = new int[4 * indirect + 200_000];
		for (int i = 0; i < indirect; i++) {
			data[4 * i] = 2;
			data[4 * i + 1] = 65535;
			data[4 * i + 2] = 8 * indirect & 0xffff;
			data[4 * i + 3] = 8 * indirect >>> 16;
		}
		assertThrows(ImageFormatException.class, () -> LookupTable.expandSegments(data, 256, false));
	}

	@Test
	public void inputFarOutsideATableTakesItsEnds() {
		LookupTable table = new LookupTable(10, new int[]{1, 2, 3}, 8);
		assertEquals(1, table.apply(Integer.MIN_VALUE));
		assertEquals(3, new LookupTable(-10, new int[]{1, 2, 3}, 8).apply(Integer.MAX_VALUE));
	}
}
