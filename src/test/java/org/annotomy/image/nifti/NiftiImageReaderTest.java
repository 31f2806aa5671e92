package org.annotomy.image.nifti;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

import org.annotomy.geometry.Affine;
import org.annotomy.image.MedicalImage;
import org.annotomy.task.Progress;
import org.annotomy.testing.Manifest;
import org.annotomy.testing.SharedData;
import org.annotomy.testing.StoredPixels;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import net.imglib2.RandomAccess;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;

public class NiftiImageReaderTest {

	@Rule
	public TemporaryFolder folder = new TemporaryFolder();

	private static MedicalImage read(Path file) throws IOException {
		return new NiftiImageReader().read(file, Progress.NONE).get(0);
	}

	private MedicalImage read(byte[] bytes) throws IOException {
		return read(write("image.nii", bytes));
	}

	private Path write(String name, byte[] bytes) throws IOException {
		return Files.write(folder.getRoot().toPath().resolve(name), bytes);
	}

	private static List<String> oracle(String name) throws IOException {
		try (BufferedReader in = new BufferedReader(
				new InputStreamReader(NiftiImageReaderTest.class.getResourceAsStream(name), StandardCharsets.UTF_8))) {
			return in.lines().toList();
		}
	}

	private static double[] numbers(String text) {
		return Arrays.stream(text.trim().split("\\s+")).mapToDouble(Double::parseDouble).toArray();
	}

	@Test
	public void realFilesAreReadAsNibabelReadsThem() throws IOException {
		List<String> rows = oracle("oracle_affine.tsv");
		for (String row : rows) {
			String[] cells = row.split("\t");
			Path file = SharedData.require(cells[0]);
			assertTrue(cells[0], new NiftiImageReader().recognises(file));
			MedicalImage image = read(file);
			double[] size = {image.width(), image.height(), image.slices(), image.timePoints(), image.channels()};
			assertArrayEquals(cells[0], numbers(cells[1]), size, 0);
			assertEquals(cells[0], 0, Affine.ofRows(numbers(cells[2])).maxDifference(image.voxelToPatient()), 1e-3);
			assertEquals(cells[0], Double.parseDouble(cells[3]), image.scale().slope(), 0);
			assertEquals(cells[0], Double.parseDouble(cells[4]), image.scale().intercept(), 0);
			assertEquals(cells[0], Double.parseDouble(cells[5]), StoredPixels.sum(image), 1e-6);
			assertEquals(cells[0], cells[6], StoredPixels.sha256(image, "ztc"));
		}
		assertEquals(12, rows.size());
	}

	@Test
	public void theManifestAgrees() throws IOException {
		Manifest manifest = Manifest.require();
		for (String folderName : new String[]{"nifti/", "nifti_t2/"})
			for (String path : manifest.paths(folderName, "")) {
				MedicalImage image = read(SharedData.require(path));
				assertEquals(path, manifest.facts(path).object("voxels").string("sha256_le_c_order", ""),
						StoredPixels.sha256(image, "ztc"));
			}
	}

	@Test
	public void qformsGiveTheAffinesOfNibabel() throws IOException {
		for (String row : oracle("oracle_qform.tsv")) {
			double[] n = numbers(row);
			for (boolean second : new boolean[]{false, true}) {
				NiftiBytes bytes = new NiftiBytes(second, ByteOrder.BIG_ENDIAN, 1).dim(1, 1, 1).datatype(2, 8)
						.pixdim(n[6], n[7], n[8], n[9]).qform(1, Arrays.copyOf(n, 6));
				Affine expected = Affine.ofRows(Arrays.copyOfRange(n, 10, 22));
				assertEquals(row, 0, expected.maxDifference(read(bytes.toBytes()).voxelToPatient()), 1e-4);
			}
		}
	}

	@Test
	public void everyTypeInBothOrdersAndBothVersionsComesBack() throws IOException {
		int[] codes = {2, 4, 8, 16, 64, 256, 512, 768, 1024, 1280};
		int[] bits = {8, 16, 32, 32, 64, 8, 16, 32, 64, 64};
		long seed = 7;
		Random random = new Random(seed);
		for (int i = 0; i < codes.length; i++)
			for (ByteOrder order : new ByteOrder[]{ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN})
				for (boolean second : new boolean[]{false, true}) {
					int[] n = {1 + random.nextInt(6), 1 + random.nextInt(6), 1 + random.nextInt(4), 1 + random.nextInt(3),
							1 + random.nextInt(3)};
					int count = n[0] * n[1] * n[2] * n[3] * n[4];
					NiftiBytes bytes = new NiftiBytes(second, order, count * bits[i] / 8).dim(n[0], n[1], n[2], n[3], n[4])
							.datatype(codes[i], bits[i]).sform(1, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0);
					double[] values = new double[count];
					for (int k = 0; k < count; k++)
						values[k] = put(bytes, codes[i], k, random);
					byte[] file = random.nextBoolean() ? bytes.toBytes() : gzip(bytes.toBytes());
					requireValues("seed " + seed + ", type " + codes[i], values, n, read(file));
				}
	}

	private static double put(NiftiBytes bytes, int code, int k, Random random) {
		int at = bytes.pixelOffset();
		int number = random.nextInt();
		switch (code) {
			case 2, 256 -> bytes.bytes.put(at + k, (byte) number);
			case 4, 512 -> bytes.bytes.putShort(at + 2 * k, (short) number);
			case 8, 768 -> bytes.bytes.putInt(at + 4 * k, number);
			case 16 -> bytes.bytes.putFloat(at + 4 * k, number / 7f);
			case 64 -> bytes.bytes.putDouble(at + 8 * k, number / 7.0);
			case 1280 -> bytes.bytes.putLong(at + 8 * k, number & 0xffffffffL);
			default -> bytes.bytes.putLong(at + 8 * k, number);
		}
		return switch (code) {
			case 2 -> number & 0xff;
			case 256 -> (byte) number;
			case 4 -> (short) number;
			case 512 -> number & 0xffff;
			case 768, 1280 -> number & 0xffffffffL;
			case 16 -> number / 7f;
			case 64 -> number / 7.0;
			default -> number;
		};
	}

	private static void requireValues(String message, double[] values, int[] n, MedicalImage image) {
		RandomAccess<?> at = image.pixels().randomAccess();
		for (int k = 0; k < values.length; k++) {
			int rest = k;
			int[] p = new int[5];
			for (int axis = 0; axis < 5; axis++) {
				p[axis] = rest % n[axis];
				rest /= n[axis];
			}
			at.setPosition(new int[]{p[0], p[1], p[4], p[2], p[3]});
			assertEquals(message + ", value " + k, values[k], ((RealType<?>) at.get()).getRealDouble(), 0);
		}
	}

	private static byte[] gzip(byte[] bytes) throws IOException {
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
			out.write(bytes);
		}
		return packed.toByteArray();
	}

	@Test
	public void integersOf64BitsBeyondAnIntBecomeDoubles() throws IOException {
		NiftiBytes bytes = new NiftiBytes(false, ByteOrder.LITTLE_ENDIAN, 16).dim(1, 1, 2).datatype(1024, 64);
		bytes.bytes.putLong(352, 5).putLong(360, 1L << 40);
		MedicalImage image = read(bytes.toBytes());
		assertArrayEquals(new double[]{5}, (double[]) image.plane(0, 0, 0), 0);
		assertArrayEquals(new double[]{1L << 40}, (double[]) image.plane(0, 1, 0), 0);
	}

	@Test
	public void colourBecomesOneChannel() throws IOException {
		NiftiBytes bytes = new NiftiBytes(false, ByteOrder.LITTLE_ENDIAN, 6).dim(2, 1).datatype(128, 24);
		bytes.bytes.put(352, new byte[]{(byte) 200, 100, 50, 1, 2, 3});
		MedicalImage image = read(bytes.toBytes());
		assertTrue(image.pixels().firstElement() instanceof ARGBType);
		assertArrayEquals(new int[]{0xffc86432, 0xff010203}, (int[]) image.plane(0, 0, 0));
		assertEquals("photo", image.identity().kind());
	}

	@Test
	public void aPairIsOpenedByEitherFile() throws IOException {
		NiftiBytes bytes = new NiftiBytes(false, ByteOrder.BIG_ENDIAN, 2).magic("ni1").dim(1, 1).datatype(4, 16);
		bytes.bytes.putFloat(108, 0);
		Path header = write("pair.hdr", Arrays.copyOf(bytes.toBytes(), 348));
		Path pixels = write("pair.img", new byte[]{1, 2});
		for (Path chosen : new Path[]{header, pixels}) {
			assertTrue(new NiftiImageReader().recognises(chosen));
			MedicalImage image = read(chosen);
			assertEquals(258, StoredPixels.sum(image), 0);
			assertEquals(header, image.sidecar());
			assertEquals(List.of(header, pixels), image.files());
		}
	}

	@Test
	public void unitsAndScaleAndTimeAreRespected() throws IOException {
		NiftiBytes bytes = new NiftiBytes(false, ByteOrder.LITTLE_ENDIAN, 2).dim(1, 1, 1, 2).datatype(2, 8).scale(2.5, -1024)
				.units(3 | 16).pixdim(1, 700, 800, 900, 40).sform(1, 700, 0, 0, 1000, 0, 800, 0, 2000, 0, 0, 900, 3000);
		MedicalImage image = read(bytes.toBytes());
		assertEquals(0, Affine.ofRows(-0.7, 0, 0, -1, 0, -0.8, 0, -2, 0, 0, 0.9, 3).maxDifference(image.voxelToPatient()), 1e-9);
		assertArrayEquals(new double[]{0.7, 0.8, 0.9}, image.pixelSpacing(), 1e-9);
		assertEquals(40, image.frameTimeMs(), 0);
		assertEquals(2.5, image.scale().slope(), 0);
		assertEquals(-1024, image.scale().intercept(), 0);
		assertTrue(image.warnings().isEmpty());
	}

	@Test
	public void whatIsUnsureIsSaid() throws IOException {
		NiftiBytes placed = new NiftiBytes(false, ByteOrder.LITTLE_ENDIAN, 8).dim(2, 2, 2).datatype(2, 8)
				.sform(1, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0);
		assertTrue(read(placed.toBytes()).warnings().isEmpty());
		requireWarning("disagree (sform and qform)", placed.qform(1, 0, 0, 0, 5, 0, 0));
		requireWarning("sform matrix is not usable", placed.sform(1, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0));
		NiftiBytes bare = new NiftiBytes(false, ByteOrder.LITTLE_ENDIAN, 8).dim(2, 2, 2).datatype(2, 8).pixdim(1, 2, 3, 4);
		requireWarning("left and right are unknown", bare);
		requireWarning("millimetres are assumed", bare.units(0));
		MedicalImage image = read(bare.toBytes());
		assertNull(image.voxelToPatient());
		assertArrayEquals(new double[]{2, 3, 4}, image.pixelSpacing(), 0);
	}

	private void requireWarning(String words, NiftiBytes bytes) throws IOException {
		List<String> warnings = read(bytes.toBytes()).warnings();
		assertTrue(warnings.toString(), warnings.stream().anyMatch(w -> w.contains(words)));
	}

	@Test
	public void otherFilesAreNotRecognised() throws IOException {
		assertFalse(new NiftiImageReader().recognises(write("text.nii", "hello".getBytes(StandardCharsets.US_ASCII))));
		assertFalse(new NiftiImageReader().recognises(write("empty.nii.gz", new byte[0])));
		assertFalse(new NiftiImageReader().recognises(folder.getRoot().toPath()));
	}
}
