package org.annotomy.imagej;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotSame;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.annotomy.geometry.Affine;
import org.annotomy.image.MedicalImage;
import org.annotomy.image.SpacingSource;
import org.annotomy.image.ValueScale;
import org.annotomy.image.Window;
import org.junit.Test;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.measure.Calibration;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.ByteType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedIntType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;

public class ImagePlusFactoryTest {

	private final Synthetic synthetic = new Synthetic();

	@Test
	public void unsignedPlanesAreNotCopied() {
		short[] plane = {0, 1000, (short) 65535, 7};
		synthetic.scale = new ValueScale(2, -1024, "HU");
		ImagePlus shown = ImagePlusFactory.open(synthetic.image(new UnsignedShortType(), List.of(plane), 2, 2, 1, 1, 1));
		assertSame(plane, shown.getProcessor().getPixels());
		assertValues(shown, -1024, 976, 130046, -1010);
		assertEquals("HU", shown.getCalibration().getValueUnit());
	}

	@Test
	public void signedValuesAreShownAsTheyAreMeant() {
		short[] plane = {-32768, -1000, 32767, 40};
		synthetic.scale = new ValueScale(1, -24, "HU");
		ImagePlus shown = ImagePlusFactory.open(synthetic.image(new ShortType(), List.of(plane), 2, 2, 1, 1, 1));
		assertSame("shifted in place, not copied", plane, shown.getProcessor().getPixels());
		assertValues(shown, -32792, -1024, 32743, 16);
		assertValues(ImagePlusImages.medicalImage(shown).orElseThrow(), -32792, -1024, 32743, 16);
		synthetic.scale = ValueScale.IDENTITY;
		ImagePlus plain = ImagePlusFactory
				.open(synthetic.image(new ShortType(), List.of(new short[]{-5, 0, 3, 4}), 2, 2, 1, 1, 1));
		assertTrue("ImageJ's own signed images", plain.getCalibration().isSigned16Bit());
	}

	@Test
	public void otherTypesKeepTheirModalityValues() {
		synthetic.scale = new ValueScale(0.5, 10, "SUV");
		assertValues(ImagePlusFactory.open(synthetic.image(new ByteType(), List.of(new byte[]{-128, 0, 127, 2}), 2, 2, 1, 1, 1)),
				-54, 10, 73.5, 11);
		assertValues(ImagePlusFactory
				.open(synthetic.image(new UnsignedByteType(), List.of(new byte[]{-128, 0, 127, 2}), 2, 2, 1, 1, 1)), 74, 10,
				73.5, 11);
		assertValues(
				ImagePlusFactory.open(synthetic.image(new IntType(), List.of(new int[]{-8, 0, 70000, 2}), 2, 2, 1, 1, 1)), 6,
				10, 35010, 11);
		assertValues(ImagePlusFactory
				.open(synthetic.image(new UnsignedIntType(), List.of(new int[]{-2, 0, 70000, 2}), 2, 2, 1, 1, 1)),
				(float) (2147483647 + 10.0), 10, 35010, 11);
		assertValues(ImagePlusFactory
				.open(synthetic.image(new DoubleType(), List.of(new double[]{-8, 0, 0.5, 2}), 2, 2, 1, 1, 1)), 6, 10, 10.25, 11);
		float[] plane = {-8, 0, 0.5f, 2};
		ImagePlus shown = ImagePlusFactory.open(synthetic.image(new FloatType(), List.of(plane), 2, 2, 1, 1, 1));
		assertSame(plane, shown.getProcessor().getPixels());
		assertValues(shown, 6, 10, 10.25, 11);
		assertValues(ImagePlusImages.medicalImage(shown).orElseThrow(), 6, 10, 10.25, 11);
		assertEquals("SUV", shown.getCalibration().getValueUnit());
	}

	@Test
	public void colourIsShownAsItIs() {
		int[] plane = {0xffff0000, 0xff00ff00, 0xff0000ff, 0xff102030};
		ImagePlus shown = ImagePlusFactory.open(synthetic.image(new ARGBType(), List.of(plane), 2, 2, 1, 1, 1));
		assertEquals(24, shown.getBitDepth());
		assertSame(plane, shown.getProcessor().getPixels());
		assertArrayEquals(new int[]{0x10, 0x20, 0x30, 0}, shown.getPixel(1, 1));
	}

	@Test
	public void planesStandInImageJsOrder() {
		List<byte[]> planes = new ArrayList<>();
		for (int i = 0; i < 2 * 3 * 4; i++)
			planes.add(new byte[]{(byte) i});
		ImagePlus shown = ImagePlusFactory.open(synthetic.image(new UnsignedByteType(), planes, 1, 1, 2, 3, 4));
		assertTrue(shown instanceof CompositeImage);
		assertTrue(shown.isHyperStack());
		assertArrayEquals(new int[]{1, 1, 2, 3, 4}, shown.getDimensions());
		for (int t = 0; t < 4; t++)
			for (int z = 0; z < 3; z++)
				for (int c = 0; c < 2; c++)
					assertSame(planes.get(c + 2 * (z + 3 * t)),
							shown.getStack().getPixels(shown.getStackIndex(c + 1, z + 1, t + 1)));
	}

	@Test
	public void calibrationIsInMillimetresAndSeconds() {
		synthetic.frameTimeMs = 40;
		Calibration calibration = open8(1, 1, 2, 2).getCalibration();
		assertEquals(0.7, calibration.pixelWidth, 0);
		assertEquals(0.8, calibration.pixelHeight, 0);
		assertEquals(2.5, calibration.pixelDepth, 0);
		assertEquals("mm", calibration.getUnit());
		assertEquals(0.04, calibration.frameInterval, 1e-12);
		assertArrayEquals(new double[]{0.7, 0.8, 2.5}, Calibrations.spacingMm(calibration), 0);
	}

	@Test
	public void slicesAreAsFarApartAsAlongTheirNormal() {
		// A tilted gantry: each slice lies 3 mm on and 4 mm up.
		synthetic.affine = Affine.ofRows(0.7, 0, 0, 0, 0, 0.8, 4, 0, 0, 0, 3, 0);
		assertEquals(3, open8(1, 1, 2, 1).getCalibration().pixelDepth, 1e-12);
	}

	@Test
	public void unknownSpacingIsNotInvented() {
		synthetic.spacing = new double[]{0.7, 0.8, Double.NaN};
		Calibration flat = open8(1, 1, 2, 1).getCalibration();
		assertEquals("pixel", flat.getZUnit());
		assertTrue(Double.isNaN(Calibrations.spacingMm(flat)[2]));
		synthetic.source = SpacingSource.NONE;
		Calibration unknown = open8(1, 1, 2, 1).getCalibration();
		assertEquals(1, unknown.pixelWidth, 0);
		assertTrue(Double.isNaN(Calibrations.spacingMm(unknown)[0]));
	}

	@Test
	public void theFilesOwnWindowComesFirst() {
		synthetic.scale = new ValueScale(1, -1024, "HU");
		synthetic.windows = List.of(Window.linear(-600, 1500, "lung"), Window.linear(40, 400, ""));
		ImagePlus shown = open16();
		assertEquals(-1350 + 1024, shown.getDisplayRangeMin(), 0.51);
		assertEquals(149 + 1024, shown.getDisplayRangeMax(), 0.51);
		Window now = DisplayWindows.current(shown, synthetic.scale);
		assertEquals(-600, now.center(), 1);
		assertEquals(1499, now.width(), 1);
	}

	@Test
	public void ctWithoutAWindowIsShownAsSoftTissueAndOthersByPercentiles() {
		synthetic.scale = new ValueScale(1, -1024, "HU");
		synthetic.facts = Map.of("Modality", "CT");
		ImagePlus ct = open16();
		assertEquals(1024 - 160, ct.getDisplayRangeMin(), 0.51);
		synthetic.facts = Map.of("Modality", "MR");
		ImagePlus mr = open16();
		assertEquals("values 0 to 9999", 50, mr.getDisplayRangeMin(), 2);
		assertEquals(9949, mr.getDisplayRangeMax(), 2);
	}

	@Test
	public void monochrome1IsShownInvertedWithTheSamePixels() {
		short[] plane = ramp();
		synthetic.inverted = true;
		ImagePlus shown = ImagePlusFactory.open(synthetic.image(new UnsignedShortType(), List.of(plane), 100, 100, 1, 1, 1));
		assertTrue(shown.isInvertedLut());
		assertArrayEquals(ramp(), plane);
		assertEquals("low is bright", 255, shown.getBufferedImage().getRGB(0, 0) & 0xff);
		assertEquals("high is dark", 0, shown.getBufferedImage().getRGB(99, 99) & 0xff);
	}

	@Test
	public void negativeSlopeShowsHighValuesBright() {
		synthetic.scale = new ValueScale(-1, 0, "");
		ImagePlus shown = open16();
		assertEquals("stored 0 is the highest value", 255, shown.getBufferedImage().getRGB(0, 0) & 0xff);
		DisplayWindows.apply(shown, new Window(-5000, 1000, "", Window.Function.LINEAR_EXACT), synthetic.scale, false);
		assertEquals(4500, shown.getDisplayRangeMin(), 0);
		assertEquals(5500, shown.getDisplayRangeMax(), 0);
	}

	/** PS3.3 C.11.2.1.3.1 evaluated here. */
	@Test
	public void sigmoidWindowFollowsTheStandard() {
		ImagePlus shown = open16();
		DisplayWindows.apply(shown, new Window(5000, 2000, "", Window.Function.SIGMOID), ValueScale.IDENTITY, false);
		for (int value : new int[]{3000, 4000, 4500, 5000, 5600, 7000}) {
			double expected = 255 / (1 + Math.exp(-4 * (value - 5000) / 2000.0));
			assertEquals("value " + value, expected, shown.getBufferedImage().getRGB(value % 100, value / 100) & 0xff, 3);
		}
	}

	@Test
	public void anImageWithoutANumberOpens() {
		float[] plane = {Float.NaN, Float.NaN};
		ImagePlus shown = ImagePlusFactory.open(synthetic.image(new FloatType(), List.of(plane), 2, 1, 1, 1, 1));
		assertTrue(shown.getDisplayRangeMin() < shown.getDisplayRangeMax());
	}

	@Test
	public void signedValuesKeepTheirUnit() {
		synthetic.scale = new ValueScale(1, 0, "HU");
		ImagePlus shown = ImagePlusFactory.open(synthetic.image(new ShortType(), List.of(new short[]{-1000, 40}), 2, 1, 1, 1, 1));
		assertEquals("HU", shown.getCalibration().getValueUnit());
	}

	@Test
	public void theImageForgetsItsReaderWhenItsSizeChanges() {
		ImagePlus shown = open16();
		assertEquals(100, ImagePlusImages.medicalImage(shown).orElseThrow().width());
		shown.setProcessor(shown.getProcessor().resize(50, 100));
		assertEquals(50, ImagePlusImages.medicalImage(shown).orElseThrow().width());
	}

	@Test
	public void randomSignedVolumesKeepTheirValues() {
		long seed = 20261123;
		Random random = new Random(seed);
		short[] expected = new short[60];
		List<short[]> planes = new ArrayList<>();
		for (int z = 0; z < 3; z++) {
			short[] plane = new short[20];
			for (int i = 0; i < 20; i++)
				plane[i] = expected[20 * z + i] = (short) random.nextInt();
			planes.add(plane);
		}
		ImagePlus shown = ImagePlusFactory.open(synthetic.image(new ShortType(), planes, 5, 4, 1, 3, 1));
		MedicalImage image = ImagePlusImages.medicalImage(shown).orElseThrow();
		for (int z = 0; z < 3; z++) {
			short[] held = (short[]) image.plane(0, z, 0);
			assertNotSame(expected, held);
			for (int i = 0; i < 20; i++)
				assertEquals("seed " + seed, expected[20 * z + i], image.scale().toModality(held[i] & 0xffff), 0);
		}
	}

	private ImagePlus open8(int width, int channels, int slices, int timePoints) {
		List<byte[]> planes = new ArrayList<>();
		for (int i = 0; i < channels * slices * timePoints; i++)
			planes.add(new byte[width]);
		return ImagePlusFactory.open(synthetic.image(new UnsignedByteType(), planes, width, 1, channels, slices, timePoints));
	}

	private ImagePlus open16() {
		return ImagePlusFactory.open(synthetic.image(new UnsignedShortType(), List.of(ramp()), 100, 100, 1, 1, 1));
	}

	/** 100 × 100 pixels with the values 0 to 9999. */
	private static short[] ramp() {
		short[] plane = new short[10_000];
		for (int i = 0; i < plane.length; i++)
			plane[i] = (short) i;
		return plane;
	}

	/** What the pointer shows: the calibrated value of each of 2 × 2 pixels. */
	private static void assertValues(ImagePlus shown, double... expected) {
		for (int i = 0; i < 4; i++) {
			double raw = shown.getProcessor().getf(i);
			double value = shown.getBitDepth() == 32 ? raw : shown.getCalibration().getCValue(raw);
			assertEquals("pixel " + i, expected[i], value, 0);
		}
	}

	private static void assertValues(MedicalImage image, double... expected) {
		int i = 0;
		for (Object pixel : image.pixels())
			assertEquals("pixel " + i, expected[i++], image.scale().toModality(((RealType<?>) pixel).getRealDouble()), 0);
	}
}
