package org.annotomy.image.nrrd;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import org.annotomy.geometry.Affine;
import org.annotomy.image.MedicalImage;
import org.annotomy.image.RawLayout;
import org.annotomy.image.RawPixels;
import org.annotomy.image.SampleType;
import org.annotomy.task.Progress;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.NativeType;

public class NrrdRoundTripTest {

	private static final SampleType[] TYPES = {SampleType.INT8, SampleType.UINT8, SampleType.INT16, SampleType.UINT16,
			SampleType.INT32, SampleType.UINT32, SampleType.FLOAT32, SampleType.FLOAT64};

	@Rule
	public TemporaryFolder folder = new TemporaryFolder();

	private Path file(String name) {
		return folder.getRoot().toPath().resolve(name);
	}

	private static MedicalImage read(Path file) throws IOException {
		return new NrrdImageReader().read(file, Progress.NONE).get(0);
	}

	private static byte[] randomBytes(Random random, RawLayout layout) throws IOException {
		byte[] bytes = new byte[(int) layout.storedBytes()];
		random.nextBytes(bytes);
		if (layout.type().isFloating())
			for (int i = 0; i < bytes.length; i++)
				bytes[i] &= 0x3f;
		return bytes;
	}

	private static byte[] stored(PlanarImg<? extends NativeType<?>, ?> pixels, RawLayout layout) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		RawPixels.write(pixels, layout, out, Progress.NONE);
		return out.toByteArray();
	}

	@Test
	public void whatIsWrittenIsRead() throws IOException {
		long seed = 3;
		Random random = new Random(seed);
		for (int round = 0; round < 120; round++) {
			String message = "seed " + seed + ", round " + round;
			SampleType type = TYPES[random.nextInt(TYPES.length)];
			ByteOrder order = random.nextBoolean() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
			int layers = random.nextBoolean() ? 1 : 2 + random.nextInt(3);
			int[] n = {1 + random.nextInt(9), 1 + random.nextInt(9), 1 + random.nextInt(6)};
			RawLayout layout = new RawLayout(type, order, layers, false, n[0], n[1], layers, n[2], 1, "czt");
			byte[] bytes = randomBytes(random, layout);
			PlanarImg<? extends NativeType<?>, ?> pixels = RawPixels.read(new ByteArrayInputStream(bytes), layout, Progress.NONE);
			assertArrayEquals(message, bytes, stored(pixels, layout));

			Affine place = Affine.ofRows(random.doubles(12, -3, 3).toArray());
			NrrdHeader.Builder header = NrrdHeader.builder();
			NrrdEncoding encoding = random.nextBoolean() ? NrrdEncoding.GZIP : NrrdEncoding.RAW;
			if (layers > 1) header.values(type, order, encoding, layers, n[0], n[1], n[2]);
			else header.values(type, order, encoding, n[0], n[1], n[2]);
			NrrdSpace.put(header, place, layers > 1);
			header.keyValue("Segment0_Name", "tumour\nof the \\ liver");
			try (var out = Files.newOutputStream(file("image.nrrd"))) {
				NrrdData.write(out, header.build(), pixels, layout, Progress.NONE);
			}

			MedicalImage image = read(file("image.nrrd"));
			assertEquals(message, 0, place.maxDifference(image.voxelToPatient()), 1e-12);
			assertArrayEquals(message, bytes, stored(image.pixels(), layout));
			assertEquals("tumour\nof the \\ liver", NrrdHeader.read(file("image.nrrd")).keyValues().get("Segment0_Name"));
		}
	}

	@Test
	public void textAndHexadecimalAndSkipsAreUnderstood() throws IOException {
		String axes = "dimension: 2\nsizes: 2 2\n";
		Files.writeString(file("text.nrrd"), "NRRD0004\ntype: float\n" + axes + "encoding: txt\n\n1.5, -2e3 nan\ninf");
		assertArrayEquals(new float[]{1.5f, -2000, Float.NaN, Float.POSITIVE_INFINITY},
				(float[]) read(file("text.nrrd")).plane(0, 0, 0), 0);
		Files.writeString(file("hex.nrrd"),
				"NRRD0001\ntype: uchar\n" + axes + "encoding: hex\nline skip: 1\n\nskipped\n01 fF\n10a0");
		assertArrayEquals(new byte[]{1, -1, 16, -96}, (byte[]) read(file("hex.nrrd")).plane(0, 0, 0));
		Files.write(file("raw.bin"), new byte[]{9, 9, 9, 1, 2, 3, 4});
		Files.writeString(file("skip.nhdr"),
				"NRRD0004\r\ntype: uint8\r\n" + axes + "encoding: raw\r\nbyte skip: 3\r\ndatafile: raw.bin\r\n");
		assertArrayEquals(new byte[]{1, 2, 3, 4}, (byte[]) read(file("skip.nhdr")).plane(0, 0, 0));
		Files.writeString(file("end.nhdr"),
				"NRRD0004\ntype: uint8\n" + axes + "encoding: raw\nbyteskip: -1\ndata file: raw.bin\n");
		assertArrayEquals(new byte[]{1, 2, 3, 4}, (byte[]) read(file("end.nhdr")).plane(0, 0, 0));
	}

	@Test
	public void severalDataFilesMakeOneVolume() throws IOException {
		for (int z = 1; z <= 3; z++)
			Files.write(file("slice0" + z + ".raw"), new byte[]{(byte) z, (byte) (10 * z)});
		String header = "NRRD0004\ntype: uchar\ndimension: 3\nsizes: 2 1 3\nencoding: raw\ndata file: ";
		Files.writeString(file("list.nhdr"), header + "LIST\nslice03.raw\nslice02.raw\nslice01.raw\n");
		assertArrayEquals(new byte[]{3, 30}, (byte[]) read(file("list.nhdr")).plane(0, 0, 0));
		Files.writeString(file("numbered.nhdr"), header + "slice%02d.raw 1 3 1\n");
		MedicalImage image = read(file("numbered.nhdr"));
		assertArrayEquals(new byte[]{3, 30}, (byte[]) image.plane(0, 2, 0));
		assertEquals(4, image.files().size());
	}

	@Test
	public void axesAreToldApart() throws IOException {
		assertEquals("c last", List.of(2, 1, 4, 5), axes("dimension: 4\nsizes: 2 1 4 5\nkinds: domain domain domain vector\n"));
		assertEquals("sequence", List.of(2, 1, 4, 5), axes("dimension: 4\nsizes: 2 1 4 5\nkinds: domain domain domain list\n"));
		assertEquals("colour", List.of(4, 5), axes("dimension: 3\nsizes: 3 4 5\nkinds: RGB-color domain domain\n"));
		assertEquals("time", List.of(4, 5, 2), axes("dimension: 3\nsizes: 4 5 2\nkinds: domain domain time\n"));
		MedicalImage colour = image("dimension: 3\nsizes: 3 4 5\nkinds: RGB-color domain domain\n");
		assertEquals(1, colour.channels());
		assertEquals("photo", colour.identity().kind());
		assertEquals(5, image("dimension: 4\nsizes: 2 1 4 5\nkinds: domain domain domain list\n").timePoints());
		assertEquals(5, image("dimension: 4\nsizes: 2 1 4 5\nkinds: domain domain domain vector\n").channels());
	}

	/** Sizes of x, y, z, then of the only other axis, without ones at the end. */
	private List<Integer> axes(String fields) throws IOException {
		MedicalImage image = image(fields);
		int other = image.channels() * image.timePoints();
		List<Integer> all = List.of(image.width(), image.height(), image.slices(), other);
		return other > 1 && image.slices() > 1
				? all
				: other > 1 ? List.of(all.get(0), all.get(1), other) : List.of(all.get(0), all.get(1));
	}

	private MedicalImage image(String fields) throws IOException {
		Files.writeString(file("axes.nrrd"), "NRRD0004\ntype: uchar\n" + fields + "encoding: raw\n\n" + "x".repeat(200));
		return read(file("axes.nrrd"));
	}

	@Test
	public void spacesAndUnitsTurnToLpsMillimetres() throws IOException {
		String axes = "dimension: 3\nsizes: 1 1 1\nspace directions: (1,0,0) (0,2,0) (0,0,3)\nspace origin: (4,5,6)\n";
		Affine las = image("space: left-anterior-superior\nspace units: \"cm\" \"mm\" \"um\"\n" + axes).voxelToPatient();
		assertEquals(0, Affine.ofRows(10, 0, 0, 40, 0, -2, 0, -5, 0, 0, 0.003, 0.006).maxDifference(las), 1e-12);
		MedicalImage scanner = image("space: scanner-xyz\n" + axes);
		assertNull(scanner.voxelToPatient());
		assertArrayEquals(new double[]{1, 2, 3}, scanner.pixelSpacing(), 0);
		assertTrue(scanner.warnings().get(0).contains("left and right are unknown"));
		MedicalImage flat = image("space: LPS\ndimension: 3\nsizes: 1 1 1\nspace directions: (1,0,0) (1,0,0) (0,0,3)\n");
		assertNull(flat.voxelToPatient());
		assertTrue(flat.warnings().toString(), flat.warnings().stream().anyMatch(w -> w.contains("contradict each other")));
	}

	@Test
	public void aSliceIn3dGetsANormal() throws IOException {
		Affine place = image("space: LPS\ndimension: 2\nsizes: 2 2\nspace directions: (0,2,0) (0,0,-2)\nspace origin: (1,2,3)\n")
				.voxelToPatient();
		assertEquals(Affine.ofRows(0, 0, -1, 1, 2, 0, 0, 2, 0, -2, 0, 3).maxDifference(place), 0, 0);
	}

	@Test
	public void headersAreWrittenInAscii() throws IOException {
		byte[] bytes = NrrdHeader.builder().values(SampleType.UINT8, ByteOrder.LITTLE_ENDIAN, NrrdEncoding.RAW, 1)
				.keyValue("Name", "Läsion größer 肝").build().toBytes();
		assertTrue(new String(bytes, StandardCharsets.US_ASCII).contains("\nName:=Lasion grosser ?\n"));
	}
}
