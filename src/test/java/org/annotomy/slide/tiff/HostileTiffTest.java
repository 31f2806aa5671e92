package org.annotomy.slide.tiff;

import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.zip.DeflaterOutputStream;

import org.annotomy.image.ImageFormatException;
import org.annotomy.slide.Slide;
import org.annotomy.slide.TileAddress;
import org.annotomy.task.Progress;
import org.annotomy.testing.CodecFuzz;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** TIFF files that are broken on purpose. */
public class HostileTiffTest {

	private static final int SIDE = 16;

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	/** Two levels of grey tiles: a tile in full size, then one of half. Entries are changed by the caller. */
	private static byte[] pyramid(TreeMap<Integer, Integer> changes) throws IOException {
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		try (DeflaterOutputStream deflate = new DeflaterOutputStream(packed)) {
			for (int i = 0; i < SIDE * SIDE; i++)
				deflate.write(i * 7);
		}
		ByteBuffer file = ByteBuffer.allocate(1024).order(ByteOrder.LITTLE_ENDIAN);
		file.putInt(0x2a4949).putInt(8);
		for (int level = 0; level < 2; level++) {
			TreeMap<Integer, Integer> entries = new TreeMap<>();
			entries.put(TiffTag.WIDTH, SIDE >> level);
			entries.put(TiffTag.HEIGHT, SIDE >> level);
			entries.put(TiffTag.BITS, 8);
			entries.put(TiffTag.COMPRESSION, 8);
			entries.put(TiffTag.PHOTOMETRIC, 1);
			entries.put(TiffTag.TILE_WIDTH, SIDE);
			entries.put(TiffTag.TILE_HEIGHT, SIDE);
			entries.put(TiffTag.TILE_OFFSETS, 512);
			entries.put(TiffTag.TILE_COUNTS, packed.size());
			entries.putAll(changes);
			file.putShort((short) entries.size());
			entries.forEach((tag, value) -> file.putShort(tag.shortValue()).putShort((short) 4).putInt(1).putInt(value));
			file.putInt(level == 0 ? file.position() + 4 : 0);
		}
		file.position(512).put(packed.toByteArray());
		return java.util.Arrays.copyOf(file.array(), file.position());
	}

	/** Threads mutate side by side. */
	private Path write(byte[] bytes) throws IOException {
		return Files.write(folder.getRoot().toPath().resolve("slide" + Thread.currentThread().getId() + ".tif"), bytes);
	}

	private static void read(Path file) throws IOException {
		try (Slide slide = new TiffSlideReader().open(file, Progress.NONE)) {
			for (int level = 0; level < slide.levels().size(); level++)
				slide.readTile(new TileAddress(level, 0, 0, 0, 0, 0));
		}
	}

	@Test
	public void wholeFilesAreReadAndChangedOnesAnswerOrRefuse() throws IOException {
		Path file = write(pyramid(new TreeMap<>()));
		assertTrue(new TiffSlideReader().recognises(file));
		CodecFuzz.Tally tally = new CodecFuzz(20261127, 64 << 20)
				.add("pyramid", pyramid(new TreeMap<>()), bytes -> read(write(bytes))).run(4000);
		assertTrue(tally.toString(), tally.decoded() > 200 && tally.refused() > 200);
	}

	@Test
	public void sizesThatCannotBeAreRefusedBeforeMemoryIsTaken() throws IOException {
		for (int[] change : new int[][]{{TiffTag.WIDTH, 0}, {TiffTag.WIDTH, -1}, {TiffTag.HEIGHT, Integer.MAX_VALUE},
				{TiffTag.TILE_WIDTH, 1 << 20},
				{TiffTag.TILE_HEIGHT, 0}, {TiffTag.TILE_OFFSETS, 100_000}, {TiffTag.TILE_COUNTS, Integer.MAX_VALUE},
				{TiffTag.COMPRESSION, 4711},
				{TiffTag.BITS, 13}, {TiffTag.SAMPLES, 60_000}, {TiffTag.PREDICTOR, 3}, {TiffTag.PHOTOMETRIC, 5},
				{TiffTag.SUB_IFDS, 8}}) {
			TreeMap<Integer, Integer> changes = new TreeMap<>();
			changes.put(change[0], change[1]);
			Path file = write(pyramid(changes));
			if (change[0] == TiffTag.SUB_IFDS) read(file); // the page below itself is no smaller level
			else assertThrows("tag " + change[0], ImageFormatException.class, () -> read(file));
		}
	}

	@Test
	public void circlesAndEndlessListsAreRefused() throws IOException {
		byte[] bytes = pyramid(new TreeMap<>());
		ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(8 + 2 + 9 * 12, 8);
		Path file = write(bytes);
		assertThrows(ImageFormatException.class, () -> read(file));
	}

	@Test
	public void externalEntitiesOfTheDescriptionAreNotRead() throws IOException {
		Path secret = Files.writeString(folder.getRoot().toPath().resolve("secret.txt"), "9");
		String xml = "<?xml version=\"1.0\"?><!DOCTYPE OME [<!ENTITY s SYSTEM \"" + secret.toUri()
				+ "\">]><OME xmlns=\"http://www.openmicroscopy.org/Schemas/OME/2016-06\"><Image><Pixels SizeC=\"&s;\"/></Image></OME>";
		byte[] text = (xml + "\0").getBytes(java.nio.charset.StandardCharsets.UTF_8);
		byte[] plain = pyramid(new TreeMap<>());
		byte[] bytes = java.util.Arrays.copyOf(plain, plain.length + text.length);
		System.arraycopy(text, 0, bytes, plain.length, text.length);
		// The first entry, the width, becomes the description; the file then also lacks a width.
		ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putShort(10, (short) TiffTag.DESCRIPTION).putShort(12, (short) 2)
				.putInt(14, text.length).putInt(18, plain.length);
		Path file = write(bytes);
		assertThrows(ImageFormatException.class, () -> read(file));
	}
}
