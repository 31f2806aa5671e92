package org.annotomy.slide.tiff;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

import org.annotomy.image.ImageFormatException;
import org.annotomy.slide.PixelKind;
import org.annotomy.slide.Tile;

/**
 * One image of a TIFF file as a grid of tiles. Strips become tiles as wide as the image; several small ones are one tile, one that holds the
 * whole image without compression is several.
 */
final class TiffImage implements LevelImage {

	private static final int MAX_SIDE = 1 << 20;
	private static final long MAX_CHUNK = 256L << 20;
	private static final int STRIP_ROWS = 64;
	private static final int STRIP_BYTES = 1 << 20;

	private final TiffDirectory directory;
	private final TiffFormat format;
	private final TilePixels pixels;
	private final ChunkDecoder decoder;
	private final int width;
	private final int height;
	private final boolean tiled;
	/** Of a stored tile or strip. */
	private final int chunkWidth;
	private final int chunkHeight;
	/** Strips in a tile; a tile is one chunk. */
	private final int chunksPerTile;
	private final int columns;
	private final int chunkRows;
	private final long firstStrip;
	private final LongTable offsets;
	private final LongTable counts;

	/** @param indices whether indices of a palette count as grey */
	TiffImage(TiffDirectory directory, boolean indices) throws IOException {
		this.directory = directory;
		this.format = TiffFormat.of(directory);
		this.pixels = new TilePixels(format, indices ? null : palette(directory, format));
		this.decoder = new ChunkDecoder(directory, format);
		this.width = directory.number(TiffTag.WIDTH);
		this.height = directory.number(TiffTag.HEIGHT);
		this.tiled = directory.has(TiffTag.TILE_WIDTH);
		int rows = tiled ? directory.number(TiffTag.TILE_HEIGHT) : rowsPerStrip(directory);
		boolean split = !tiled && format.compression() == TiffCompression.NONE && rows >= height && !format.planar();
		this.firstStrip = split ? directory.offset(TiffTag.STRIP_OFFSETS) : -1;
		this.chunkWidth = tiled ? directory.number(TiffTag.TILE_WIDTH) : width;
		this.chunkHeight = split ? (int) Math.max(1, Math.min(rows, STRIP_BYTES / format.rowBytes(width))) : rows;
		requireSizes();
		this.chunksPerTile = tiled ? 1 : Math.max(1, STRIP_ROWS / chunkHeight);
		this.columns = (int) (((long) width + chunkWidth - 1) / chunkWidth);
		this.chunkRows = (int) (((long) height + chunkHeight - 1) / chunkHeight);
		long chunks = (long) columns * chunkRows * (format.planar() ? format.samples() : 1);
		this.offsets = split ? null : table(TiffTag.TILE_OFFSETS, TiffTag.STRIP_OFFSETS, chunks);
		this.counts = split ? null : table(TiffTag.TILE_COUNTS, TiffTag.STRIP_COUNTS, chunks);
	}

	private static int rowsPerStrip(TiffDirectory directory) throws IOException {
		int height = directory.number(TiffTag.HEIGHT);
		long[] rows = directory.numbers(TiffTag.ROWS_PER_STRIP, 1);
		return rows.length == 0 ? height : (int) Math.min(height, rows[0]);
	}

	private LongTable table(int tileTag, int stripTag, long chunks) throws IOException {
		int tag = tiled && directory.has(tileTag) ? tileTag : stripTag;
		return new LongTable(directory.bytes(), directory.field(tag), chunks);
	}

	private void requireSizes() throws ImageFormatException {
		if (width < 1 || height < 1 || chunkWidth < 1 || chunkHeight < 1)
			throw new ImageFormatException("The TIFF file is broken: it states an image or tiles without pixels.");
		if (width > MAX_SIDE || height > MAX_SIDE)
			throw new ImageFormatException(
					"The TIFF file states an image of " + width + " × " + height + " pixels; up to " + MAX_SIDE
							+ " on a side are supported.");
		if (Math.max(format.rowBytes(chunkWidth) * chunkHeight, 4L * chunkWidth * chunkHeight) > MAX_CHUNK)
			throw new ImageFormatException("The TIFF file has tiles of " + chunkWidth + " × " + chunkHeight
					+ " pixels, which are too large to be read one by one. Save it with smaller tiles.");
	}

	private static int[] palette(TiffDirectory directory, TiffFormat format) throws IOException {
		if (format.photometric() != TiffFormat.PALETTE) return null;
		int size = 1 << Math.min(16, format.bits());
		long[] map = directory.numbers(TiffTag.COLOR_MAP, 3 * size);
		if (map.length < 3) throw new ImageFormatException("The TIFF file is broken: its colours lack their table.");
		int[] colours = new int[map.length / 3];
		for (int i = 0; i < colours.length; i++)
			colours[i] = (int) (map[i] >> 8 << 16 | map[i + colours.length] >> 8 << 8 | map[i + 2 * colours.length] >> 8);
		return colours;
	}

	@Override
	public TiffDirectory directory() {
		return directory;
	}

	TiffFormat format() {
		return format;
	}

	@Override
	public PixelKind kind() {
		return pixels.kind();
	}

	@Override
	public int width() {
		return width;
	}

	@Override
	public int height() {
		return height;
	}

	boolean isTiled() { return tiled; }

	@Override
	public int tileWidth() {
		return chunkWidth;
	}

	@Override
	public int tileHeight() {
		return chunkHeight * chunksPerTile;
	}

	@Override
	public int samples() {
		return format.samples();
	}

	@Override
	public Tile read(int column, int row, int sample) throws IOException {
		int left = column * chunkWidth;
		int top = row * tileHeight();
		int across = Math.min(chunkWidth, width - left);
		int down = Math.min(tileHeight(), height - top);
		Object target = pixels.kind().allocate(across * down);
		for (int i = 0; i < chunksPerTile && i * chunkHeight < down; i++) {
			int rows = Math.min(chunkHeight, down - i * chunkHeight);
			int at = i * chunkHeight * across;
			long index = (long) (row * chunksPerTile + i) * columns + column;
			if (!format.planar()) put(index, sample, target, at, across, rows);
			else if (kind() == PixelKind.RGB && format.photometric() != TiffFormat.PALETTE) {
				for (int c = 0; c < 3; c++) {
					Chunk chunk = chunk(index + (long) c * columns * chunkRows, across, rows);
					if (chunk == null) pixels.addWhite(c, (int[]) target, at, across * rows);
					else pixels.addColour(chunk, c, (int[]) target, at, across, rows);
				}
			} else put(index + (long) sample * columns * chunkRows, 0, target, at, across, rows);
		}
		return new Tile(across, down, target);
	}

	/** Of JPEG in colours, the usual one of slides. */
	@Override
	public Optional<Tile> readRows(int column, int row, int from, int rows) throws IOException {
		if (!tiled || kind() != PixelKind.RGB || format.planar()) return Optional.empty();
		int across = Math.min(chunkWidth, width - column * chunkWidth);
		int down = Math.min(chunkHeight, height - row * chunkHeight);
		byte[] stored = stored((long) row * columns + column);
		if (stored == null) return Optional.empty();
		int[] colours = new int[across * rows];
		boolean done = decoder.decodeInto(stored, colours, 0, across, down, from, rows);
		return done ? Optional.of(new Tile(across, rows, colours)) : Optional.empty();
	}

	private void put(long index, int sample, Object target, int at, int across, int rows) throws IOException {
		byte[] stored = stored(index);
		if (stored == null) {
			if (target instanceof int[] colours) Arrays.fill(colours, at, at + across * rows, 0xffffff);
		} else
			if (!decoder.decodeInto(stored, target, at, across, rows))
				pixels.put(decode(stored, across, rows), sample, target, at, across, rows);
	}

	/** @return null if the file leaves the chunk out */
	private Chunk chunk(long index, int across, int rows) throws IOException {
		byte[] stored = stored(index);
		return stored == null ? null : decode(stored, across, rows);
	}

	private Chunk decode(byte[] stored, int across, int rows) throws IOException {
		boolean padded = tiled && !TiffCompression.isOwnColour(format.compression());
		try {
			return decoder.decode(stored, padded ? chunkWidth : across, padded ? chunkHeight : rows);
		} catch (RuntimeException e) {
			throw new ImageFormatException("A tile of the slide is broken.", e);
		}
	}

	@Override
	public byte[] stored(long index) throws IOException {
		if (offsets == null) { // one strip, cut as we like
			long top = index * chunkHeight;
			long bytes = Math.min(chunkHeight, height - top) * format.rowBytes(width);
			return directory.bytes().read(firstStrip + top * format.rowBytes(width), (int) bytes).array();
		}
		long offset = offsets.get(index);
		long count = counts.get(index);
		if (offset == 0 || count == 0) return null;
		if (count > MAX_CHUNK) throw new ImageFormatException("The TIFF file is broken: a tile has " + count + " bytes.");
		return directory.bytes().read(offset, (int) count).array();
	}

	@Override
	public long chunks() {
		return (long) columns * chunkRows * (format.planar() ? format.samples() : 1);
	}
}
