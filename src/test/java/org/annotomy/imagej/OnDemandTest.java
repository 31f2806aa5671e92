package org.annotomy.imagej;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;

import java.awt.EventQueue;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Vector;
import java.util.concurrent.atomic.AtomicInteger;

import org.annotomy.bridge.ChildJvm;
import org.annotomy.dicom.DicomImageReader;
import org.annotomy.dicom.SyntheticSlice;
import org.annotomy.dicom.part10.DicomWriter;
import org.annotomy.image.CachedPlanes;
import org.annotomy.image.ImageFormatException;
import org.annotomy.image.MedicalImage;
import org.annotomy.image.PlaneSource;
import org.annotomy.image.Planes;
import org.annotomy.image.SpacingSource;
import org.annotomy.image.ValueScale;
import org.annotomy.identity.ImageIdentity;
import org.annotomy.identity.ImageSize;
import org.annotomy.task.Progress;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import ij.ImageListener;
import ij.ImagePlus;
import ij.plugin.Duplicator;
import ij.process.ImageProcessor;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.integer.ByteType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;

/** Images whose planes are decoded on demand, as ImageJ has them. */
public class OnDemandTest {

	private static final int SIZE = 512;
	private static final int FRAME_BYTES = 2 * SIZE * SIZE;
	private static final int FRAMES = 8191;
	/** Frame numbers that hold their own number in their first pixel; the rest of the file is a hole. */
	private static final int[] MARKED = {0, 1, 4095, 4096, 8000, 8190};

	@Rule
	public TemporaryFolder temporary = new TemporaryFolder();

	/** Nearly 4 GB on paper: the most that native pixel data can have. On disk it takes a few pages. */
	private static void writeHuge(Path file) throws IOException {
		DicomWriter.write(SyntheticSlice.at(0, 1).set("Rows", SIZE).set("Columns", SIZE).set("NumberOfFrames", FRAMES)
				.set("FrameTime", 40d).set("Modality", "XA").pixels(new short[SIZE * SIZE]).build(), file);
		try (RandomAccessFile raw = new RandomAccessFile(file.toFile(), "rw")) {
			long pixels = raw.length() - FRAME_BYTES;
			long bytes = (long) FRAME_BYTES * FRAMES;
			raw.seek(pixels - 4);
			raw.write(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt((int) bytes).array());
			raw.setLength(pixels + bytes);
			for (int frame : MARKED) {
				raw.seek(pixels + (long) frame * FRAME_BYTES);
				raw.write(ByteBuffer.allocate(2).order(ByteOrder.LITTLE_ENDIAN).putShort((short) (frame + 1)).array());
			}
		}
	}

	@Test
	public void fourGigabytesOpenInASmallHeap() throws Exception {
		Path file = temporary.getRoot().toPath().resolve("huge.dcm");
		writeHuge(file);
		assertTrue(Files.size(file) > 4_294_000_000L);
		ChildJvm.Result result = ChildJvm.headless().with("-Xmx300m").run(OnDemandTest.class.getName(), file.toString());
		assertEquals(result.output(), 0, result.exitCode());
		assertEquals("[1, 2, 4096, 4097, 8001, 8191]\nvirtual true, frames 8191, fps 25.0\n", result.output());
	}

	/** What the child does: opens the file, looks at marked frames and at many others. @param args the file */
	public static void main(String[] args) throws IOException {
		MedicalImage image = new DicomImageReader().read(Path.of(args[0]), Progress.NONE).get(0);
		ImagePlus shown = ImagePlusFactory.open(image);
		int[] found = new int[MARKED.length];
		for (int i = 0; i < MARKED.length; i++) {
			shown.setT(MARKED[i] + 1);
			found[i] = (int) shown.getCalibration().getCValue(shown.getProcessor().get(0, 0)) + 1024;
		}
		Random random = new Random(4);
		for (int i = 0; i < 200; i++) {
			shown.setT(1 + random.nextInt(FRAMES));
			shown.setT(Math.min(FRAMES, shown.getT() + 1));
		}
		PrintStream out = System.out;
		out.println(Arrays.toString(found));
		out.println("virtual " + shown.getStack().isVirtual() + ", frames " + shown.getNFrames() + ", fps "
				+ shown.getCalibration().fps);
		System.exit(0);
	}

	private static <T extends NativeType<T>> MedicalImage image(T type, PlaneSource source, int count, ValueScale scale) {
		CachedPlanes planes = CachedPlanes.of(source, count, 64);
		return new MedicalImage("film", Planes.onDemand(type, planes, 3, 2, 1, count, 1), scale, null, new double[]{1, 1, 1},
				SpacingSource.STATED, List.of(), false, Double.NaN, Map.of(),
				ImageIdentity.of("stack", new ImageSize(3, 2, count, 1, 1)), List.of(), null, List.of());
	}

	/** The same planes in memory. */
	@SuppressWarnings({"unchecked", "rawtypes"})
	private static MedicalImage inMemory(MedicalImage lazy) {
		List<Object> planes = new ArrayList<>();
		for (int z = 0; z < lazy.slices(); z++)
			planes.add(copy(lazy.plane(0, z, 0)));
		return lazy.withPixels(Planes.wrap((NativeType) lazy.type(), planes, 3, 2, 1, lazy.slices(), 1), lazy.scale());
	}

	private static Object copy(Object plane) {
		Object copy = Array.newInstance(plane.getClass().getComponentType(), 6);
		System.arraycopy(plane, 0, copy, 0, 6);
		return copy;
	}

	private static void assertLikeInMemory(MedicalImage lazy) throws IOException {
		ImagePlus expected = ImagePlusFactory.open(inMemory(lazy));
		ImagePlus found = ImagePlusFactory.open(lazy);
		assertTrue(found.getStack().isVirtual());
		assertEquals(expected.getBitDepth(), found.getBitDepth());
		for (int z = 1; z <= expected.getStackSize(); z++) {
			expected.setSlice(z);
			found.setSlice(z);
			for (int i = 0; i < 6; i++) {
				assertEquals(expected.getProcessor().getf(i), found.getProcessor().getf(i), 0);
				assertEquals(expected.getStack().getProcessor(z).getf(i), found.getStack().getProcessor(z).getf(i), 0);
			}
		}
		assertEquals(expected.getDisplayRangeMin(), found.getDisplayRangeMin(), 0);
		assertEquals(expected.getDisplayRangeMax(), found.getDisplayRangeMax(), 0);
		assertArrayEquals(expected.getCalibration().getCoefficients(), found.getCalibration().getCoefficients(), 0);
		double a = StackValues.of(expected).orElseThrow().plane(0, 1, 0).at(2, 1);
		assertEquals(a, StackValues.of(found).orElseThrow().plane(0, 1, 0).at(2, 1), 1e-6);
	}

	@Test
	public void everyTypeOfPixelIsAsInMemory() throws IOException {
		ValueScale hu = new ValueScale(2, -1000, "HU");
		assertLikeInMemory(image(new ShortType(), z -> new short[]{(short) z, -5, 6, 7, -30000, 30000}, 3, hu));
		assertLikeInMemory(image(new ByteType(), z -> new byte[]{(byte) z, -5, 6, 7, -128, 127}, 3, hu));
		assertLikeInMemory(image(new UnsignedByteType(), z -> new byte[]{(byte) z, -5, 6, 7, -128, 127}, 3, hu));
		assertLikeInMemory(image(new FloatType(), z -> new float[]{z, -5, 6.5f, 7, -128, 127}, 3, hu));
		assertLikeInMemory(image(new DoubleType(), z -> new double[]{z, -5, 6.5, 7, -128, 127}, 3, hu));
		assertLikeInMemory(image(new IntType(), z -> new int[]{z, -5, 6, 7, -128, 1 << 20}, 3, hu));
		MedicalImage colour = image(new ARGBType(), z -> new int[]{0xff000000 | z, 0xffff0000, 0xff00ff00, 1, 2, 3}, 3,
				ValueScale.IDENTITY);
		ImagePlus shown = ImagePlusFactory.open(colour);
		assertEquals(24, shown.getBitDepth());
		shown.setSlice(3);
		assertEquals(2, shown.getProcessor().get(0, 0) & 0xffffff);
	}

	@Test
	public void editsOfPixelsAreLostAsInAnyVirtualStack() throws IOException {
		ImagePlus shown = ImagePlusFactory.open(image(new UnsignedByteType(), z -> new byte[]{(byte) z, 1, 2, 3, 4, 5}, 3,
				ValueScale.IDENTITY));
		shown.getProcessor().set(0, 0, 99);
		assertEquals(99, shown.getProcessor().get(0, 0));
		assertEquals("measured is what the file has", 0,
				StackValues.of(shown).orElseThrow().plane(0, 0, 0).at(0, 0), 0);
		shown.setSlice(2);
		shown.setSlice(1);
		assertEquals(0, shown.getProcessor().get(0, 0));
		ImagePlus copy = new Duplicator().run(shown);
		assertFalse(copy.getStack().isVirtual());
		assertEquals(2, copy.getStack().getProcessor(3).get(0, 0));
	}

	@Test
	public void slicesCanBeTakenOutAndLabelled() throws IOException {
		ImagePlus shown = ImagePlusFactory.open(image(new UnsignedByteType(), z -> new byte[]{(byte) z, 1, 2, 3, 4, 5}, 4,
				ValueScale.IDENTITY));
		shown.getStack().setSliceLabel("third", 3);
		shown.getStack().deleteSlice(2);
		assertEquals(3, shown.getStack().size());
		assertEquals(2, shown.getStack().getProcessor(2).get(0, 0));
		assertEquals("third", shown.getStack().getSliceLabel(2));
		shown.getStack().deleteLastSlice();
		assertEquals(2, shown.getStack().getSize());
	}

	@Test
	public void aSliceThatCannotBeDecodedIsEmptyAndSaysWhy() throws IOException {
		AtomicInteger tries = new AtomicInteger();
		ImagePlus shown = ImagePlusFactory.open(image(new ShortType(), z -> {
			if (z == 1 && tries.getAndIncrement() < 2) throw new ImageFormatException("The JPEG data ends early.");
			return new short[]{(short) z, 1, 2, 3, 4, 5};
		}, 12, ValueScale.IDENTITY));
		shown.setSlice(2);
		ImageProcessor empty = shown.getProcessor();
		assertNotNull(empty);
		assertEquals("Cannot be shown: The JPEG data ends early.", shown.getStack().getSliceLabel(2));
		shown.setSlice(3);
		assertEquals(2, shown.getCalibration().getCValue(shown.getProcessor().get(0, 0)), 0);
	}

	@Test
	public void windowsAndFilteredCopiesWork() throws IOException {
		ImagePlus shown = ImagePlusFactory.open(image(new ShortType(), z -> new short[]{(short) z, 100, 200, 300, 400, 500}, 5,
				new ValueScale(1, 0, "")));
		shown.setDisplayRange(32768 + 100, 32768 + 300);
		shown.setSlice(4);
		assertEquals(32768 + 100, shown.getDisplayRangeMin(), 0);
		assertEquals("the mean of ImageJ is in modality values", 250.5, shown.getStatistics().mean, 0.01);
		assertEquals(6, shown.getStatistics().pixelCount);
		assertSame(shown.getProperty(ImagePlusFactory.IMAGE), ImagePlusImages.medicalImage(shown).orElseThrow());
	}

	@Test
	public void theCacheIsFreedWithTheWindow() throws Exception {
		MedicalImage image = image(new ShortType(), z -> new short[]{(short) z, 1, 2, 3, 4, 5}, 12, ValueScale.IDENTITY);
		List<ImageListener> before = listeners();
		ImagePlus shown = ImagePlusFactory.open(image);
		List<ImageListener> added = new ArrayList<>(listeners());
		added.removeAll(before);
		assertEquals(1, added.size());
		CachedPlanes planes = ImagePlusImages.medicalImage(shown).orElseThrow().onDemand().orElseThrow();
		shown.setSlice(5);
		assertTrue(planes.cachedBytes() > 0);
		added.get(0).imageClosed(shown);
		assertEquals(0, planes.cachedBytes());
		EventQueue.invokeAndWait(() -> {
			// The listener is taken away before this.
		});
		assertFalse(listeners().contains(added.get(0)));
	}

	@SuppressWarnings({"unchecked", "rawtypes"})
	private static List<ImageListener> listeners() throws ReflectiveOperationException {
		Field field = ImagePlus.class.getDeclaredField("listeners");
		field.setAccessible(true);
		return List.copyOf((Vector) field.get(null));
	}
}
