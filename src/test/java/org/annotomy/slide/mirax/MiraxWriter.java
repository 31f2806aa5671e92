package org.annotomy.slide.mirax;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.DeflaterOutputStream;

import javax.imageio.ImageIO;

/** Writes small MIRAX slides: photos with a smooth pattern, each with a tint of its own, so that it shows which lies above which. */
public final class MiraxWriter {

	static final String ID = "0A6E096C19BC4977A324C3AE7EFD105F";
	static final String PATIENT = "DOE^JANE";
	private static final int PAGE = 5;

	/** Where the places of the photos are said. */
	enum Places {
		NOWHERE, PLAIN, PACKED
	}

	int across = 3;
	int down = 2;
	int divisions = 2;
	int side = 64;
	int overlap;
	int levels = 4;
	/** Exponent of level 0. */
	int first;
	String format = "PNG";
	Places places = Places.NOWHERE;
	Set<Integer> empty = Set.of();
	int fill = 0xE6F0FF;
	boolean withPictures = true;
	String general = "";
	String hierarchy = "";
	String sections = "";

	private final List<ByteArrayOutputStream> data = List.of(new ByteArrayOutputStream(), new ByteArrayOutputStream());
	private final List<Map<Integer, int[]>> items = new ArrayList<>();
	private final List<int[]> records = new ArrayList<>();

	/** Beside the folder of the same name. @return the slide */
	public Path write(Path parent, String name) throws IOException {
		Path folder = Files.createDirectories(parent.resolve(name));
		for (int i = 0; i < 2; i++)
			data.get(i).writeBytes(("01.02" + ID + "00" + i + "\0".repeat(256)).getBytes(StandardCharsets.US_ASCII));
		writeLevels();
		if (withPictures)
			for (int i = 0; i < 3; i++)
				records.add(store(encoded(photo(i, 20 + 10 * i, 30), "JPEG"), i % 2));
		if (places != Places.NOWHERE) records.add(store(places(), 1));
		for (int i = 0; i < 2; i++)
			Files.write(folder.resolve("Data000" + i + ".dat"), data.get(i).toByteArray());
		Files.writeString(folder.resolve("Slidedat.ini"), settings());
		Files.write(folder.resolve("Index.dat"), index());
		return Files.write(parent.resolve(name + ".mrxs"), encoded(photo(0, 40, 30), "JPEG"));
	}

	private int[] store(byte[] bytes, int file) {
		int offset = data.get(file).size();
		data.get(file).writeBytes(bytes);
		return new int[]{offset, bytes.length, file};
	}

	/** Left edge of a photo in pixels of the finest grid. */
	int left(int photo) {
		int step = side * divisions - overlap;
		int jitter = places == Places.NOWHERE || photo == 0 ? 0 : photo * 37 % 7 - 3;
		return (photo % across * step + jitter);
	}

	int top(int photo) {
		int step = side * divisions - overlap;
		int jitter = places == Places.NOWHERE || photo == 0 ? 0 : photo * 53 % 5 - 2;
		return (photo / across * step + jitter);
	}

	private BufferedImage photo(int photo, int width, int height) {
		BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++) {
				double u = x + left(photo);
				double v = y + top(photo);
				int r = (int) (120 + 70 * Math.sin(u / 19) + photo % 3 * 25);
				int g = (int) (120 + 70 * Math.cos(v / 17) + photo % 2 * 40);
				int b = (int) (120 + 50 * Math.sin((u + v) / 31) + photo % 5 * 10);
				image.setRGB(x, y, r << 16 | g << 8 | b);
			}
		return image;
	}

	/** Each picture of a level is four of the one before at half the size. */
	private void writeLevels() throws IOException {
		Map<Integer, BufferedImage> pictures = new TreeMap<>();
		for (int photo = 0; photo < across * down; photo++) {
			if (empty.contains(photo)) continue;
			BufferedImage whole = photo(photo, side * divisions, side * divisions);
			for (int i = 0; i < divisions * divisions; i++) {
				int column = photo % across * divisions + i % divisions;
				int row = photo / across * divisions + i / divisions;
				pictures.put(row * columns() + column, whole.getSubimage(i % divisions * side, i / divisions * side, side, side));
			}
		}
		for (int exponent = 0, level = 0; level < levels; exponent++) {
			if (exponent >= first) {
				level++;
				Map<Integer, int[]> stored = new TreeMap<>();
				for (Map.Entry<Integer, BufferedImage> picture : pictures.entrySet())
					stored.put(picture.getKey(), store(encoded(picture.getValue(), format), picture.getKey() % 2));
				items.add(stored);
			}
			pictures = halved(pictures, 1 << exponent);
		}
	}

	private Map<Integer, BufferedImage> halved(Map<Integer, BufferedImage> fine, int cells) {
		Map<Integer, BufferedImage> coarse = new TreeMap<>();
		for (Map.Entry<Integer, BufferedImage> entry : fine.entrySet()) {
			int column = entry.getKey() % columns();
			int row = entry.getKey() / columns();
			int left = column / cells % 2 * side / 2;
			int top = row / cells % 2 * side / 2;
			BufferedImage into = coarse.computeIfAbsent(row / cells / 2 * 2 * cells * columns() + column / cells / 2 * 2 * cells,
					k -> white());
			for (int y = 0; y < side / 2; y++)
				for (int x = 0; x < side / 2; x++)
					into.setRGB(left + x, top + y, mean(entry.getValue(), 2 * x, 2 * y));
		}
		return coarse;
	}

	private BufferedImage white() {
		BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
		for (int i = 0; i < side * side; i++)
			image.setRGB(i % side, i / side, 0xffffff);
		return image;
	}

	private static int mean(BufferedImage image, int x, int y) {
		int mean = 0;
		for (int shift = 0; shift <= 16; shift += 8) {
			int sum = 2;
			for (int i = 0; i < 4; i++)
				sum += image.getRGB(x + i % 2, y + i / 2) >> shift & 0xff;
			mean |= sum / 4 << shift;
		}
		return mean;
	}

	private int columns() {
		return across * divisions;
	}

	private static byte[] encoded(BufferedImage image, String format) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		BufferedImage copy = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
		copy.getGraphics().drawImage(image, 0, 0, null);
		if (!ImageIO.write(copy, format.equals("BMP24") ? "bmp" : format.toLowerCase(java.util.Locale.ROOT), out))
			throw new IOException("no writer");
		return out.toByteArray();
	}

	private byte[] places() throws IOException {
		ByteBuffer bytes = ByteBuffer.allocate(9 * across * down).order(ByteOrder.LITTLE_ENDIAN);
		for (int photo = 0; photo < across * down; photo++)
			bytes.put((byte) (empty.contains(photo) ? 0 : 1)).putInt(left(photo) >> first).putInt(top(photo) >> first);
		if (places == Places.PLAIN) return bytes.array();
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		try (DeflaterOutputStream deflate = new DeflaterOutputStream(packed)) {
			deflate.write(bytes.array());
		}
		return packed.toByteArray();
	}

	private String settings() {
		StringBuilder ini = new StringBuilder("\uFEFF[GENERAL]\r\nSLIDE_VERSION = 01.02\r\nSLIDE_ID = " + ID + "\r\nSLIDE_NAME = "
				+ PATIENT
				+ "\r\nIMAGENUMBER_X = " + columns() + "\r\nIMAGENUMBER_Y = " + down * divisions
				+ "\r\nOBJECTIVE_MAGNIFICATION = 20\r\nCameraImageDivisionsPerSide = " + divisions + "\r\n" + general
				+ "[HIERARCHICAL]\r\nHIER_COUNT = 2\r\nINDEXFILE = Index.dat\r\nHIER_0_NAME = Slide zoom level\r\nHIER_0_COUNT = "
				+ levels
				+ "\r\n");
		for (int i = 0; i < levels; i++)
			ini.append("HIER_0_VAL_" + i + " = ZoomLevel_" + i + "\r\nHIER_0_VAL_" + i + "_SECTION = LAYER_0_LEVEL_" + i
					+ "_SECTION\r\n");
		ini.append(hierarchy.isEmpty() ? "HIER_1_NAME = Slide filter level\r\nHIER_1_COUNT = 0\r\n" : hierarchy);
		String[] pictures = {"ScanDataLayer_SlideThumbnail", "ScanDataLayer_SlideBarcode", "ScanDataLayer_SlidePreview"};
		int names = 0;
		if (withPictures) {
			ini.append("NONHIER_0_NAME = Scan data layer\r\nNONHIER_0_COUNT = 3\r\n");
			for (int i = 0; i < 3; i++)
				ini.append("NONHIER_0_VAL_" + i + " = " + pictures[i] + "\r\nNONHIER_0_VAL_" + i + "_SECTION = PICTURE_" + i
						+ "\r\n");
			names++;
		}
		if (places != Places.NOWHERE) {
			String name = places == Places.PLAIN ? "VIMSLIDE_POSITION_BUFFER" : "StitchingIntensityLayer";
			ini.append("NONHIER_" + names + "_NAME = " + name + "\r\nNONHIER_" + names + "_COUNT = 1\r\nNONHIER_" + names++
					+ "_VAL_0 = default\r\n");
		}
		ini.append("NONHIER_COUNT = " + names
				+ "\r\n[DATAFILE]\r\nFILE_COUNT = 2\r\nFILE_0 = Data0000.dat\r\nFILE_1 = Data0001.dat\r\n");
		for (int i = 0; i < levels; i++)
			ini.append("[LAYER_0_LEVEL_" + i + "_SECTION]\r\nOVERLAP_X = " + overlap / (double) (1 << i) + "\r\nOVERLAP_Y = "
					+ overlap / (double) (1 << i) + "\r\nMICROMETER_PER_PIXEL_X = " + 0.25 * (1 << i)
					+ "\r\nMICROMETER_PER_PIXEL_Y = "
					+ 0.26 * (1 << i) + "\r\nIMAGE_FORMAT = " + format + "\r\nIMAGE_FILL_COLOR_BGR = " + fill
					+ "\r\nDIGITIZER_WIDTH = " + side
					+ "\r\nDIGITIZER_HEIGHT = " + side + "\r\nIMAGE_CONCAT_FACTOR = " + (i == 0 ? first : 1) + "\r\n");
		String[] types = {"THUMBNAIL_IMAGE_TYPE", "BARCODE_IMAGE_TYPE", "PREVIEW_IMAGE_TYPE"};
		for (int i = 0; i < 3; i++)
			ini.append("[PICTURE_" + i + "]\r\n" + types[i] + " = JPEG\r\nBARCODE_VALUE = " + PATIENT + "\r\n");
		return ini.append(sections).toString();
	}

	private byte[] index() {
		ByteBuffer out = ByteBuffer.allocate(1 << 20).order(ByteOrder.LITTLE_ENDIAN);
		out.put(("01.02" + ID).getBytes(StandardCharsets.US_ASCII));
		int roots = out.position();
		out.position(roots + 8);
		out.putInt(roots, out.position());
		int table = out.position();
		out.position(table + 4 * levels);
		for (int i = 0; i < levels; i++)
			writePages(out, table + 4 * i, items.get(i));
		out.putInt(roots + 4, out.position());
		int others = out.position();
		out.position(others + 4 * records.size());
		for (int i = 0; i < records.size(); i++) {
			out.putInt(others + 4 * i, out.position());
			out.putInt(0).putInt(out.position() + 4).putInt(1).putInt(0).putInt(0).putInt(0);
			for (int number : records.get(i))
				out.putInt(number);
		}
		return java.util.Arrays.copyOf(out.array(), out.position());
	}

	private static void writePages(ByteBuffer out, int pointer, Map<Integer, int[]> items) {
		out.putInt(pointer, out.position());
		out.putInt(0);
		int next = out.position();
		out.putInt(0);
		List<Integer> cells = new ArrayList<>(items.keySet());
		for (int from = 0; from < cells.size(); from += PAGE) {
			out.putInt(next, out.position());
			List<Integer> page = cells.subList(from, Math.min(cells.size(), from + PAGE));
			out.putInt(page.size());
			next = out.position();
			out.putInt(0);
			for (int cell : page) {
				out.putInt(cell);
				for (int number : items.get(cell))
					out.putInt(number);
			}
		}
	}
}
