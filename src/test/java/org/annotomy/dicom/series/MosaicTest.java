package org.annotomy.dicom.series;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

import org.annotomy.dicom.DicomImageReader;
import org.annotomy.dicom.SyntheticSlice;
import org.annotomy.dicom.part10.DicomDatasetBuilder;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.dicom.part10.Vr;
import org.annotomy.geometry.Position;
import org.annotomy.image.MedicalImage;
import org.annotomy.image.nifti.NiftiImageReader;
import org.annotomy.task.Progress;
import org.annotomy.testing.SharedData;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import net.imglib2.type.numeric.RealType;

/** Volumes that Siemens wrote as one picture, made up here; dcm2niix is the judge. */
public class MosaicTest {

	private static final int WIDTH = 16;
	private static final int HEIGHT = 12;
	private static final int TILES = 7;
	private static final int PER_ROW = 3;
	private static final double TILT = Math.toRadians(20);

	@Rule
	public TemporaryFolder temporary = new TemporaryFolder();

	/** The value of a pixel of a slice; each slice is different from its mirror images. */
	private static short value(int x, int y, int tile, int time) {
		return (short) (1 + x + 20 * y + 300 * tile + 3000 * time);
	}

	private static short[] picture(int time) {
		int columns = WIDTH * PER_ROW;
		short[] pixels = new short[columns * HEIGHT * PER_ROW];
		for (int tile = 0; tile < TILES; tile++)
			for (int y = 0; y < HEIGHT; y++)
				for (int x = 0; x < WIDTH; x++)
					pixels[(tile / PER_ROW * HEIGHT + y) * columns + tile % PER_ROW * WIDTH + x] = value(x, y, tile, time);
		return pixels;
	}

	/** An axial mosaic, turned by 20 degrees about x. @param normalSign of the scanner's own normal */
	private static DicomDatasetBuilder mosaic(int time, int normalSign) {
		double cos = Math.cos(TILT);
		double sin = Math.sin(TILT);
		DicomDatasetBuilder builder = SyntheticSlice.at(0, 1).set("Modality", "MR")
				.set("SOPClassUID", "1.2.840.10008.5.1.4.1.1.4")
				.set("SOPInstanceUID", "2.25.77" + time).set("Manufacturer", "SIEMENS")
				.set("ImageType", "ORIGINAL", "PRIMARY", "M", "ND", "MOSAIC").set("Rows", HEIGHT * PER_ROW)
				.set("Columns", WIDTH * PER_ROW).set("ImagePositionPatient", -96d, -80d, 12d)
				.set("ImageOrientationPatient", 1d, 0d, 0d, 0d, cos, sin).set("PixelSpacing", 4d, 3.5)
				.set("SpacingBetweenSlices", 6d).set("SliceThickness", 5d).set("InstanceNumber", time + 1)
				.set("AcquisitionNumber", time + 1).set("RepetitionTime", 2000d).set("EchoTime", 30d)
				.set("AcquisitionTime", String.format(Locale.ROOT, "1015%02d.000000", 10 + 2 * time)).remove(Tag.RESCALE_SLOPE)
				.remove(Tag.RESCALE_INTERCEPT).pixels(picture(time));
		byte[] csa = csa(TILES, new double[]{0, -sin * normalSign, cos * normalSign});
		return builder.bytes(Tag.of(0x0029, 0x10), Vr.LO, "SIEMENS CSA HEADER".getBytes(StandardCharsets.US_ASCII))
				.bytes(Tag.of(0x0029, 0x1010), Vr.OB, csa)
				.bytes(Tag.of(0x0019, 0x10), Vr.LO, "SIEMENS MR HEADER ".getBytes(StandardCharsets.US_ASCII))
				.bytes(Tag.of(0x0019, 0x100a), Vr.US, new byte[]{TILES, 0});
	}

	private static byte[] csa(int count, double[] normal) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.writeBytes("SV10".getBytes(StandardCharsets.US_ASCII));
		out.writeBytes(new byte[]{4, 3, 2, 1});
		ints(out, 3, 77);
		csaTag(out, "EchoLinePosition", "IS", List.of("48"));
		csaTag(out, "NumberOfImagesInMosaic", "US", List.of(Integer.toString(count)));
		csaTag(out, "SliceNormalVector", "FD",
				Arrays.stream(normal).mapToObj(v -> String.format(Locale.ROOT, "%.8f", v)).toList());
		return out.toByteArray();
	}

	private static void ints(ByteArrayOutputStream out, int... values) {
		ByteBuffer buffer = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
		buffer.asIntBuffer().put(values);
		out.writeBytes(buffer.array());
	}

	private static void csaTag(ByteArrayOutputStream out, String name, String vr, List<String> values) {
		out.writeBytes(Arrays.copyOf(name.getBytes(StandardCharsets.US_ASCII), 64));
		ints(out, values.size());
		out.writeBytes(Arrays.copyOf(vr.getBytes(StandardCharsets.US_ASCII), 4));
		ints(out, 6, 6, 77);
		for (int i = 0; i < 6; i++) {
			byte[] text = i < values.size() ? (values.get(i) + "\0").getBytes(StandardCharsets.US_ASCII) : new byte[0];
			ints(out, text.length, text.length, 77, text.length);
			out.writeBytes(Arrays.copyOf(text, (text.length + 3) / 4 * 4));
		}
	}

	private Path write(int times, int normalSign) throws IOException {
		Path folder = temporary.newFolder().toPath();
		for (int t = 0; t < times; t++)
			SyntheticSlice.write(folder, "m" + t, mosaic(t, normalSign));
		return folder;
	}

	private static MedicalImage read(Path folder) throws IOException {
		List<MedicalImage> images = new DicomImageReader().read(folder, Progress.NONE);
		assertEquals(1, images.size());
		return images.get(0);
	}

	@Test
	public void theTilesAreTheSlices() throws IOException {
		MedicalImage image = read(write(2, 1));
		assertEquals(List.of(WIDTH, HEIGHT, TILES, 2),
				List.of(image.width(), image.height(), image.slices(), image.timePoints()));
		for (int t = 0; t < 2; t++)
			for (int z = 0; z < TILES; z++)
				assertEquals(value(5, 7, z, t), ((short[]) image.plane(0, z, t))[7 * WIDTH + 5]);
		assertArrayEquals(new double[]{3.5, 4, 6}, image.pixelSpacing(), 1e-9);
		Position first = image.positionLps(0, 0, 0).orElseThrow();
		assertEquals("one tile's width to the right", -96 + 3.5 * WIDTH, first.x(), 1e-9);
		assertEquals(-80 + 4 * HEIGHT * Math.cos(TILT), first.y(), 1e-9);
		assertEquals(12 + 4 * HEIGHT * Math.sin(TILT), first.z(), 1e-9);
		assertEquals("acquisition", image.timeAxis().meaning());
		assertTrue(image.warnings().toString(),
				image.warnings().contains("2 files: The file is a mosaic of 7 slices, which were taken apart."));
	}

	@Test
	public void whereTheScannersNormalPointsTheOtherWayNoPlaceIsGiven() throws IOException {
		MedicalImage image = read(write(1, -1));
		assertNull(image.voxelToPatient());
		assertEquals(TILES, image.slices());
		for (int z = 0; z < TILES; z++)
			assertEquals(value(5, 7, z, 0), ((short[]) image.plane(0, z, 0))[7 * WIDTH + 5]);
		assertTrue(
				image.warnings().contains("The scanner's slice direction contradicts that of the mosaic, so the slices have no "
						+ "place in the patient."));
	}

	@Test
	public void onDemandToo() throws IOException {
		Path file = write(1, 1).resolve("m0");
		try (DicomInstance instance = DicomInstance.open(file)) {
			assertEquals(TILES, instance.frames());
			assertEquals(value(2, 3, 4, 0), ((short[]) instance.decode(4))[3 * WIDTH + 2]);
		}
	}

	@Test
	public void withoutACountItIsAPicture() throws IOException {
		Path folder = temporary.newFolder().toPath();
		SyntheticSlice.write(folder, "m", mosaic(0, 1).remove(Tag.of(0x0029, 0x1010)).remove(Tag.of(0x0019, 0x100a)));
		MedicalImage image = read(folder);
		assertEquals(WIDTH * PER_ROW, image.width());
		assertNull(image.voxelToPatient());
		assertTrue(image.warnings().contains("The file is a mosaic of slices, but does not say of how many: it is shown as one "
				+ "picture without a place in the patient."));
	}

	@Test
	public void theCountOfTheCsaHeaderWillDo() throws IOException {
		Path folder = temporary.newFolder().toPath();
		SyntheticSlice.write(folder, "m", mosaic(0, 1).remove(Tag.of(0x0019, 0x100a)));
		assertEquals(TILES, read(folder).slices());
	}

	@Test
	public void aBrokenCsaHeaderIsNone() {
		byte[] whole = csa(TILES, new double[]{0, 0, 1});
		assertArrayEquals(new double[]{TILES}, CsaHeader.numbers(whole, "NumberOfImagesInMosaic"), 0);
		assertArrayEquals(new double[]{0, 0, 1}, CsaHeader.numbers(whole, "SliceNormalVector"), 0);
		long seed = 20261127;
		Random random = new Random(seed);
		for (int i = 0; i < 20_000; i++) {
			byte[] broken = Arrays.copyOf(whole, random.nextInt(whole.length + 1));
			for (int k = random.nextInt(4); k > 0 && broken.length > 0; k--)
				broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
			assertTrue("seed " + seed, CsaHeader.numbers(broken, "SliceNormalVector").length < 1000);
		}
	}

	private static boolean hasDcm2niix() {
		return Stream.of(System.getenv("PATH").split(File.pathSeparator)).anyMatch(p -> new File(p, "dcm2niix").canExecute());
	}

	private MedicalImage byDcm2niix(Path folder) throws IOException, InterruptedException {
		Path out = temporary.newFolder().toPath();
		Process process = new ProcessBuilder("dcm2niix", "-b", "n", "-z", "n", "-o", out.toString(), folder.toString())
				.redirectErrorStream(true).redirectOutput(out.resolve("log").toFile()).start();
		assertEquals(Files.readString(out.resolve("log")), 0, process.waitFor());
		try (Stream<Path> files = Files.list(out)) {
			List<Path> volumes = files.filter(f -> f.toString().endsWith(".nii")).toList();
			assertEquals(Files.readString(out.resolve("log")), 1, volumes.size());
			return new NiftiImageReader().read(volumes.get(0), Progress.NONE).get(0);
		}
	}

	/** Values where dcm2niix has them: by their place in the patient, whatever the order of its rows and slices. */
	@Test
	public void everyVoxelLiesWhereDcm2niixPutsIt() throws Exception {
		SharedData.need(hasDcm2niix(), "dcm2niix");
		Path folder = write(2, 1);
		MedicalImage mine = read(folder);
		MedicalImage other = byDcm2niix(folder);
		assertEquals(mine.timePoints(), other.timePoints());
		List<String> wrong = new ArrayList<>();
		for (int t = 0; t < mine.timePoints(); t++)
			for (int z = 0; z < mine.slices(); z++)
				for (int y = 0; y < HEIGHT; y += 3)
					for (int x = 0; x < WIDTH; x += 5) {
						Position there = other.voxelToPatient().inverse().apply(mine.positionLps(x, y, z).orElseThrow());
						int[] at = {(int) Math.round(there.x()), (int) Math.round(there.y()), 0, (int) Math.round(there.z()), t};
						assertEquals("on the grid", 0, there.distanceTo(new Position(at[0], at[1], at[3])), 1e-3);
						double found = ((RealType<?>) other.pixels().getAt(at)).getRealDouble();
						short expected = ((short[]) mine.plane(0, z, t))[y * WIDTH + x];
						if (found != expected) wrong.add(x + " " + y + " " + z + " " + t + ": " + found + " for " + expected);
					}
		assertEquals(List.of(), wrong.stream().limit(3).toList());
	}
}
