package org.annotomy.image.metaimage;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

import org.annotomy.geometry.Affine;
import org.annotomy.image.ImageFormatException;
import org.annotomy.image.MedicalImage;
import org.annotomy.json.JsonObject;
import org.annotomy.task.Progress;
import org.annotomy.testing.Manifest;
import org.annotomy.testing.SharedData;
import org.annotomy.testing.StoredPixels;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import net.imglib2.type.numeric.ARGBType;

public class MetaImageReaderTest {

	private static final String START = "ObjectType = Image\nNDims = 3\nBinaryData = True\n";
	private static final String PLACE = "TransformMatrix = 0 1 0 0 0 -1 1 0 0\nOffset = 5 6 7\nElementSpacing = 2 3 4\n";
	private static final String LOCAL = "ElementDataFile = LOCAL\n";

	@Rule
	public TemporaryFolder folder = new TemporaryFolder();

	private Path file(String name) {
		return folder.getRoot().toPath().resolve(name);
	}

	private static MedicalImage read(Path file) throws IOException {
		assertTrue(new MetaImageReader().recognises(file));
		return new MetaImageReader().read(file, Progress.NONE).get(0);
	}

	private Path write(String header, byte[] pixels) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.writeBytes(header.getBytes(StandardCharsets.ISO_8859_1));
		out.writeBytes(pixels);
		return Files.write(file("image.mha"), out.toByteArray());
	}

	private void refuses(String words, String header) throws IOException {
		Path file = write(header, new byte[24]);
		ImageFormatException e = assertThrows(ImageFormatException.class, () -> new MetaImageReader().read(file, Progress.NONE));
		assertTrue(e.getMessage(), e.getMessage().contains(words));
	}

	@Test
	public void realFilesHaveThePixelsOfTheManifest() throws IOException {
		Manifest manifest = Manifest.require();
		for (String path : manifest.paths("metaimage/", ".mha")) {
			MedicalImage image = read(SharedData.require(path));
			JsonObject voxels = manifest.facts(path).object("voxels");
			assertEquals(path, voxels.string("sha256_le_c_order", ""), StoredPixels.sha256(image, "zct"));
			assertEquals(0.34375, image.pixelSpacing()[0], 0);
			assertNull(image.voxelToPatient());
		}
		assertEquals(3, manifest.paths("metaimage/", ".mha").size());
	}

	@Test
	public void rowsOfTheMatrixAreDirectionsOfAxes() throws IOException {
		MedicalImage image = read(write(START + PLACE + "DimSize = 2 1 2\nElementType = MET_SHORT\nElementByteOrderMSB = True\n"
				+ "Modality = MET_MOD_CT\nElementToIntensityFunctionSlope = 2\nElementToIntensityFunctionOffset = -3\n" + LOCAL,
				new byte[]{0, 1, 1, 0, -1, -1, 0, 4}));
		assertEquals(Affine.ofRows(0, 0, 4, 5, 2, 0, 0, 6, 0, -3, 0, 7), image.voxelToPatient());
		assertArrayEquals(new short[]{1, 256}, (short[]) image.plane(0, 0, 0));
		assertArrayEquals(new short[]{-1, 4}, (short[]) image.plane(0, 1, 0));
		assertEquals("CT", image.facts().get("Modality"));
		assertEquals(5, image.scale().toModality(4), 0);
		assertTrue(image.warnings().isEmpty());
	}

	@Test
	public void compressedByZlibOrGzipInsideOrBeside() throws IOException {
		String header = START + "DimSize = 2 2 1\nElementType = MET_UCHAR\nCompressedData = True\n";
		ByteArrayOutputStream zlib = new ByteArrayOutputStream();
		ByteArrayOutputStream gzip = new ByteArrayOutputStream();
		byte[] pixels = {1, 2, 3, -4};
		try (DeflaterOutputStream out = new DeflaterOutputStream(zlib); GZIPOutputStream other = new GZIPOutputStream(gzip)) {
			out.write(pixels);
			other.write(pixels);
		}
		assertArrayEquals(pixels, (byte[]) read(write(header + LOCAL, zlib.toByteArray())).plane(0, 0, 0));
		assertArrayEquals(pixels, (byte[]) read(write(header + LOCAL, gzip.toByteArray())).plane(0, 0, 0));
		Files.write(file("image.zraw"), zlib.toByteArray());
		Files.writeString(file("image.mhd"), header + "ElementDataFile = image.zraw\n");
		assertArrayEquals(pixels, (byte[]) read(file("image.mhd")).plane(0, 0, 0));
		zlib.reset();
		refuses("damaged or cut off", header + LOCAL);
	}

	@Test
	public void channelsColourTextAndSeries() throws IOException {
		MedicalImage vectors = read(write(START + "DimSize = 2 1 1\nElementType = MET_FLOAT_ARRAY\nElementNumberOfChannels = 2\n"
				+ LOCAL, new byte[]{0, 0, -128, 63, 0, 0, 0, 64, 0, 0, 64, 64, 0, 0, -128, 64}));
		assertArrayEquals(new float[]{1, 3}, (float[]) vectors.plane(0, 0, 0), 0);
		assertArrayEquals(new float[]{2, 4}, (float[]) vectors.plane(1, 0, 0), 0);
		MedicalImage colour = read(
				write("NDims = 2\nDimSize = 1 1\nElementType = MET_UCHAR\nElementNumberOfChannels = 3\n" + LOCAL,
						new byte[]{1, 2, 3}));
		assertTrue(colour.pixels().firstElement() instanceof ARGBType);
		assertArrayEquals(new int[]{0xff010203}, (int[]) colour.plane(0, 0, 0));
		MedicalImage text = read(write("NDims = 2\nBinaryData = False\nDimSize = 2 2\nElementType = MET_INT\n" + LOCAL,
				"1 -2\n3 4\n".getBytes(StandardCharsets.US_ASCII)));
		assertArrayEquals(new int[]{1, -2, 3, 4}, (int[]) text.plane(0, 0, 0));
		Files.write(file("s1.raw"), new byte[]{7, 1});
		Files.write(file("s2.raw"), new byte[]{7, 2});
		String series = START + "DimSize = 1 1 2\nElementType = MET_CHAR\nHeaderSize = -1\nElementDataFile = ";
		for (String names : new String[]{"s%d.raw 1 2 1\n", "LIST\ns1.raw\ns2.raw\n"}) {
			Files.writeString(file("series.mhd"), series + names);
			assertArrayEquals(new byte[]{2}, (byte[]) read(file("series.mhd")).plane(0, 1, 0));
		}
	}

	@Test
	public void brokenFilesAreRefusedInWords() throws IOException {
		String good = START + "DimSize = 2 3 2\nElementType = MET_SHORT\n";
		Path cut = write(good, new byte[0]);
		assertTrue(assertThrows(ImageFormatException.class, () -> new MetaImageReader().read(cut, Progress.NONE)).getMessage()
				.contains("no line ElementDataFile"));
		refuses("not of the form", good + "hello\n" + LOCAL);
		refuses("NDims must be", good.replace("NDims = 3", "NDims = 11") + LOCAL);
		refuses("lacks DimSize", START + "ElementType = MET_SHORT\n" + LOCAL);
		refuses("needs 3 numbers but has 2", good.replace("2 3 2", "2 3") + LOCAL);
		refuses("size of axis 2 is not possible", good.replace("2 3 2", "2 -3 2") + LOCAL);
		refuses("type MET_BLOB", good.replace("MET_SHORT", "MET_BLOB") + LOCAL);
		refuses("only 24 are there", good.replace("2 3 2", "2 3 3") + LOCAL);
		refuses("compressed bytes cannot hold", good.replace("2 3 2", "20000 20000 2") + "CompressedData = True\n" + LOCAL);
		refuses("outside its own folder", good + "ElementDataFile = ../pixels.raw\n");
		refuses("outside its own folder", good + "ElementDataFile = /etc/hostname\n");
		refuses("0 channels", good + "ElementNumberOfChannels = 0\n" + LOCAL);
		refuses("more than four axes", "NDims = 5\nDimSize = 1 1 1 1 2\nElementType = MET_CHAR\n" + LOCAL);
		assertFalse(new MetaImageReader().recognises(Files.writeString(file("other.txt"), good)));
	}

	@Test
	public void mutatedFilesNeverDoWorseThanARefusal() throws IOException {
		long seed = 11;
		Random random = new Random(seed);
		byte[] good = Files
				.readAllBytes(write(START + PLACE + "DimSize = 2 3 2\nElementType = MET_SHORT\n" + LOCAL, new byte[24]));
		Path file = file("fuzz.mha");
		int read = 0;
		for (int round = 0; round < 2000; round++) {
			byte[] bytes = good.clone();
			for (int n = 1 + random.nextInt(3); n > 0; n--)
				bytes[random.nextInt(bytes.length)] = (byte) (random.nextBoolean() ? '0' + random.nextInt(10) : random.nextInt());
			if (random.nextInt(10) == 0) bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
			Files.write(file, bytes);
			try {
				new MetaImageReader().read(file, Progress.NONE);
				read++;
			} catch (IOException expected) {
				assertTrue("seed " + seed + ", round " + round, expected.getMessage() != null);
			}
		}
		assertTrue("some mutations leave the file readable: " + read, read > 200 && read < 2000);
	}
}
