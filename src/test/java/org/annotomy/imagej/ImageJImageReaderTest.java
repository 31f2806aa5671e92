package org.annotomy.imagej;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

import javax.imageio.ImageIO;

import org.annotomy.image.ImageFormatException;
import org.annotomy.image.ImageReaders;
import org.annotomy.image.MedicalImage;
import org.annotomy.image.SpacingSource;
import org.annotomy.task.Progress;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileSaver;
import ij.io.Opener;
import ij.measure.Calibration;
import ij.plugin.GifWriter;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.integer.ShortType;

/** ImageJ's own Opener and FileSaver are the oracle. */
public class ImageJImageReaderTest {

	@Rule
	public TemporaryFolder folder = new TemporaryFolder();

	private final Random random = new Random(1);

	private String path(String name) {
		return new File(folder.getRoot(), name).getPath();
	}

	private static MedicalImage read(String path) throws IOException {
		assertTrue(new ImageJImageReader().recognises(Path.of(path)));
		return new ImageJImageReader().read(Path.of(path), Progress.NONE).get(0);
	}

	private ImageProcessor processor(int bits) {
		ImageProcessor ip = switch (bits) {
			case 8 -> new ByteProcessor(7, 5);
			case 16 -> new ShortProcessor(7, 5);
			case 24 -> new ColorProcessor(7, 5);
			default -> new FloatProcessor(7, 5);
		};
		for (int i = 0; i < 35; i++)
			if (bits == 32) ip.setf(i, random.nextFloat());
			else ip.set(i, bits == 24 ? random.nextInt() | 0xff000000 : random.nextInt(1 << bits));
		return ip;
	}

	private ImagePlus stack(int bits, int c, int z, int t) {
		ImageStack stack = new ImageStack(7, 5);
		for (int i = 0; i < c * z * t; i++)
			stack.addSlice(processor(bits));
		ImagePlus image = new ImagePlus("made", stack);
		image.setDimensions(c, z, t);
		image.setOpenAsHyperStack(true);
		return image;
	}

	private static Object pixels(ImageStack stack, int n) {
		Object pixels = stack.getPixels(n);
		return pixels instanceof int[] rgb ? Arrays.stream(rgb).map(p -> p | 0xff000000).toArray() : pixels;
	}

	private static void requireSame(ImagePlus expected, MedicalImage found) {
		assertEquals(expected.getNChannels(), found.channels());
		assertEquals(expected.getNSlices(), found.slices());
		assertEquals(expected.getNFrames(), found.timePoints());
		for (int t = 0; t < found.timePoints(); t++)
			for (int z = 0; z < found.slices(); z++)
				for (int c = 0; c < found.channels(); c++) {
					Object pixels = pixels(expected.getStack(), expected.getStackIndex(c + 1, z + 1, t + 1));
					assertTrue("c " + c + ", z " + z + ", t " + t,
							Arrays.deepEquals(new Object[]{pixels}, new Object[]{found.plane(c, z, t)}));
				}
	}

	@Test
	public void tiffsOfEveryTypeAndShapeAreAsImageJOpensThem() throws IOException {
		int[][] shapes = {{1, 1, 1}, {1, 4, 1}, {2, 3, 2}};
		for (int bits : new int[]{8, 16, 24, 32})
			for (int[] shape : shapes) {
				String path = path(bits + "-" + shape[0] + ".tif");
				ImagePlus made = stack(bits, shape[0], shape[1], shape[2]);
				if (made.getStackSize() > 1) new FileSaver(made).saveAsTiffStack(path);
				else new FileSaver(made).saveAsTiff(path);
				requireSame(new Opener().openImage(path), read(path));
				requireSame(made, read(path));
			}
	}

	@Test
	public void compressedTiffsWithSeveralDirectoriesAreRead() throws IOException {
		BufferedImage first = processor(8).getBufferedImage();
		String path = path("multi.tif");
		var writer = ImageIO.getImageWritersByFormatName("TIFF").next();
		try (var out = ImageIO.createImageOutputStream(new File(path))) {
			writer.setOutput(out);
			var parameters = writer.getDefaultWriteParam();
			parameters.setCompressionMode(javax.imageio.ImageWriteParam.MODE_EXPLICIT);
			parameters.setCompressionType("LZW");
			writer.prepareWriteSequence(null);
			for (int i = 0; i < 3; i++)
				writer.writeToSequence(new javax.imageio.IIOImage(processor(8).getBufferedImage(), null, null), parameters);
			writer.endWriteSequence();
		}
		assertEquals(7, first.getWidth());
		requireSame(new Opener().openImage(path), read(path));
		assertEquals(3, read(path).slices());
	}

	@Test
	public void calibrationTurnsToMillimetres() throws IOException {
		ImagePlus made = stack(16, 1, 2, 2);
		Calibration calibration = made.getCalibration();
		calibration.setUnit("µm");
		calibration.pixelWidth = 250;
		calibration.pixelHeight = 500;
		calibration.pixelDepth = 3000;
		calibration.frameInterval = 0.2;
		calibration.setFunction(Calibration.STRAIGHT_LINE, new double[]{-1000, 2}, "HU");
		new FileSaver(made).saveAsTiffStack(path("calibrated.tif"));
		MedicalImage image = read(path("calibrated.tif"));
		assertArrayEquals(new double[]{0.25, 0.5, 3}, image.pixelSpacing(), 1e-6);
		assertEquals(SpacingSource.STATED, image.spacingSource());
		assertEquals(200, image.frameTimeMs(), 1e-9);
		assertEquals(-1000, image.scale().intercept(), 0);
		assertEquals(2, image.scale().slope(), 0);
		assertEquals("HU", image.scale().unit());
		assertEquals(new File(path("calibrated.tif")).toPath(), image.sidecar());
	}

	@Test
	public void unitsAreKnown() {
		assertEquals(25.4, LengthUnits.toMm("inch"), 0);
		assertEquals(10, LengthUnits.toMm("cm"), 0);
		assertTrue(Double.isNaN(LengthUnits.toMm("pixel")));
		assertTrue(Double.isNaN(LengthUnits.toMm(null)));
	}

	@Test
	public void signedValuesAreSigned() throws IOException {
		ImagePlus made = new ImagePlus("made", processor(16));
		made.getProcessor().set(0, 0);
		made.getCalibration().setSigned16BitCalibration();
		new FileSaver(made).saveAsTiff(path("signed.tif"));
		MedicalImage image = read(path("signed.tif"));
		assertTrue(image.pixels().firstElement() instanceof ShortType);
		assertEquals(-32768, ((short[]) image.plane(0, 0, 0))[0]);
		assertTrue(image.scale().isIdentity());
	}

	private static void save(ImagePlus image, String format, String path) {
		FileSaver saver = new FileSaver(image);
		switch (format) {
			case "png" -> saver.saveAsPng(path);
			case "bmp" -> saver.saveAsBmp(path);
			case "jpg" -> saver.saveAsJpeg(path);
			default -> saver.saveAsGif(path);
		}
	}

	@Test
	public void photographsAreAsImageJOpensThem() throws IOException {
		for (int bits : new int[]{8, 24})
			for (String format : new String[]{"png", "bmp", "jpg", "gif"}) {
				String path = path(bits + "." + format);
				save(new ImagePlus("made", processor(bits)), format, path);
				ImagePlus expected = new Opener().openImage(path);
				MedicalImage found = read(path);
				boolean colour = found.pixels().firstElement() instanceof ARGBType;
				if (colour) expected.setProcessor(expected.getProcessor().convertToRGB());
				assertEquals(path, bits == 24, colour);
				assertEquals(colour ? "photo" : "stack", found.identity().kind());
				assertEquals(SpacingSource.NONE, found.spacingSource());
				requireSame(expected, found);
			}
		save(new ImagePlus("made", processor(16)), "png", path("16.png"));
		requireSame(new Opener().openImage(path("16.png")), read(path("16.png")));
	}

	@Test
	public void transparencyLiesOnWhite() throws IOException {
		BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
		image.setRGB(0, 0, 0xff102030);
		ImageIO.write(image, "PNG", new File(path("alpha.png")));
		assertArrayEquals(new int[]{0xff102030, 0xffffffff}, (int[]) read(path("alpha.png")).plane(0, 0, 0));
	}

	@Test
	public void framesOfAnAnimationAreTimePoints() throws IOException {
		ImagePlus made = stack(8, 1, 3, 1);
		made.getCalibration().fps = 10;
		GifWriter.save(made, path("moving.gif"));
		MedicalImage image = read(path("moving.gif"));
		assertEquals(3, image.timePoints());
		assertEquals(100, image.frameTimeMs(), 0);
		for (int t = 0; t < 3; t++)
			assertArrayEquals((byte[]) made.getStack().getPixels(t + 1), (byte[]) image.plane(0, 0, t));
	}

	/** A photograph's labels must not move when another program turns it. */
	@Test
	public void theOrientationOfTheCameraIsNotApplied() throws IOException {
		BufferedImage wide = new BufferedImage(16, 8, BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = wide.createGraphics();
		graphics.setColor(Color.RED);
		graphics.fillRect(0, 0, 8, 8);
		graphics.dispose();
		ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
		ImageIO.write(wide, "JPEG", jpeg);
		byte[] exif = {(byte) 0xff, (byte) 0xe1, 0, 34, 'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0,
				3, 0, 0, 0,
				1, 0, 6, 0, 0, 0, 0, 0, 0};
		ByteArrayOutputStream turned = new ByteArrayOutputStream();
		turned.write(jpeg.toByteArray(), 0, 2);
		turned.writeBytes(exif);
		turned.write(jpeg.toByteArray(), 2, jpeg.size() - 2);
		Files.write(Path.of(path("turned.jpg")), turned.toByteArray());
		MedicalImage image = read(path("turned.jpg"));
		assertEquals(16, image.width());
		assertEquals(8, image.height());
	}

	@Test
	public void damagedFilesAreRefusedInWords() throws IOException {
		ImagePlus made = stack(16, 1, 4, 1);
		new FileSaver(made).saveAsTiffStack(path("good.tif"));
		byte[] tiff = Files.readAllBytes(Path.of(path("good.tif")));
		refuses("list of images in the file is damaged", Arrays.copyOf(tiff, tiff.length / 2));
		new FileSaver(new ImagePlus("made", processor(16))).saveAsTiff(path("single.tif"));
		byte[] single = Files.readAllBytes(Path.of(path("single.tif")));
		refuses("cut off", Arrays.copyOf(single, single.length - 20));
		refuses("TIFF: ", Arrays.copyOf(tiff, 9));
		save(new ImagePlus("made", processor(24)), "png", path("good.png"));
		byte[] png = Files.readAllBytes(Path.of(path("good.png")));
		refuses("PNG: the file is damaged", Arrays.copyOf(png, 20));
		png[16] = 0x7f;
		png[20] = 0x7f;
		refuses("too large", png);
		assertFalse(new ImageJImageReader().recognises(Files.write(Path.of(path("other.txt")), new byte[]{1, 2})));
	}

	private void refuses(String words, byte[] bytes) throws IOException {
		Path file = Files.write(Path.of(path("bad.img")), bytes);
		ImageFormatException e = assertThrows(ImageFormatException.class,
				() -> new ImageJImageReader().read(file, Progress.NONE));
		assertTrue(e.getMessage(), e.getMessage().contains(words));
	}

	@Test
	public void mutatedFilesNeverDoWorseThanARefusal() throws IOException {
		long seed = 17;
		Random mutations = new Random(seed);
		new FileSaver(stack(8, 1, 2, 1)).saveAsTiffStack(path("seed.tif"));
		save(new ImagePlus("made", processor(8)), "gif", path("seed.gif"));
		save(new ImagePlus("made", processor(8)), "bmp", path("seed.bmp"));
		int read = 0;
		for (int round = 0; round < 1500; round++) {
			String name = "seed." + new String[]{"tif", "gif", "bmp"}[round % 3];
			byte[] bytes = Files.readAllBytes(Path.of(path(name)));
			for (int n = 1 + mutations.nextInt(3); n > 0; n--)
				bytes[mutations.nextInt(Math.min(bytes.length, 300))] = (byte) mutations.nextInt();
			Path file = Files.write(Path.of(path("fuzz" + name)), bytes);
			if (!new ImageJImageReader().recognises(file)) continue;
			try {
				new ImageJImageReader().read(file, Progress.NONE);
				read++;
			} catch (ImageFormatException expected) {
				assertTrue("seed " + seed + ", round " + round, expected.getMessage() != null);
			}
		}
		assertTrue("some mutations leave the file readable: " + read, read > 100);
	}

	@Test
	public void everyReaderIsFound() throws IOException {
		ImageReaders readers = ImageReaders.discover();
		for (String format : new String[]{"NIfTI", "NRRD", "MetaImage", "TIFF, PNG, JPEG, GIF, BMP"})
			assertTrue(format, readers.readers().stream().anyMatch(r -> r.formatName().equals(format)));
		new FileSaver(stack(8, 1, 2, 1)).saveAsTiffStack(path("any.tif"));
		assertEquals(2, readers.read(Path.of(path("any.tif")), Progress.NONE).get(0).slices());
	}
}
