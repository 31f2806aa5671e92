package org.annotomy.codec.jpeg2000;

import java.io.IOException;
import java.util.TreeMap;

import org.annotomy.image.ImageFormatException;

/**
 * A JPEG 2000 codestream with code-blocks of either kind (T.800 Annex A, T.814 Annex A). {@link #read} reads the headers only, so that
 * their size can be judged before memory is taken.
 */
public final class Codestream {

	private static final int SOT_LENGTH = 10;

	private final byte[] bytes;
	private final ImageSize size;
	private final Parameters main;
	private final Tile[] tiles;
	private final TreeMap<Integer, ByteCursor> packedHeaders = new TreeMap<>();
	private PackedHeaders packed;

	private Codestream(byte[] bytes, ByteCursor cursor) throws ImageFormatException {
		this.bytes = bytes;
		if (cursor.unsignedShort() != Marker.SOC || cursor.unsignedShort() != Marker.SIZ)
			throw new ImageFormatException("This is not a JPEG 2000 codestream.");
		this.size = new ImageSize(segment(cursor));
		this.main = new Parameters(null, size.components());
		this.tiles = new Tile[size.tiles()];
	}

	/**
	 * Reads the headers.
	 *
	 * @param encoded a codestream, or one in the boxes of a JP2 or JPH file; kept, and must not change
	 */
	public static Codestream read(byte[] encoded) throws ImageFormatException {
		ByteCursor cursor = FileFormat.codestream(encoded);
		Codestream codestream = new Codestream(encoded, cursor);
		codestream.readMainHeader(cursor);
		return codestream;
	}

	public int width() {
		return width(0);
	}

	public int height() {
		return height(0);
	}

	/** Columns of the image after so many halvings. */
	public int width(int halvings) {
		return size.image().downsampled(halvings, 0, 0).width();
	}

	/** Rows of the image after so many halvings. */
	public int height(int halvings) {
		return size.image().downsampled(halvings, 0, 0).height();
	}

	/** How often the image can be halved without work, because its wavelet transform holds it at that size. */
	public int levels() throws ImageFormatException {
		int levels = Integer.MAX_VALUE;
		for (Tile tile : tiles)
			for (int c = 0; c < components(); c++)
				levels = Math.min(levels, tile.parameters().style(c).levels());
		return levels;
	}

	public int components() {
		return size.components();
	}

	/** Bits of the samples of a component. */
	public int precision(int component) {
		return size.precision(component);
	}

	public boolean isSigned(int component) {
		return size.isSigned(component);
	}

	/** Whether the first three components are transformed colours in any tile; decoded, they are red, green and blue. */
	public boolean hasColorTransform() throws ImageFormatException {
		for (Tile tile : tiles)
			if (tile.parameters().componentTransform()) return true;
		return false;
	}

	/**
	 * Decodes all samples, once. Those of components that are stored at a fraction of the size are repeated. Colour transforms of the
	 * codestream are undone, levels shifted back, values held to what the precision allows.
	 *
	 * @param halvings 0 for the whole size, at most {@link #levels}
	 * @return a plane for each component, row by row
	 * @throws ImageFormatException if the codestream is broken, cut short, or of a kind that is not supported
	 */
	public int[][] decode(int halvings) throws IOException {
		int[][] planes = new int[components()][];
		TileDecoder decoder = new TileDecoder(bytes, size, halvings, planes);
		for (int i = 0; i < tiles.length; i++)
			decoder.decode(i, tiles[i]);
		for (int c = 0; c < planes.length; c++)
			planes[c] = fullSize(planes[c], c, halvings);
		return planes;
	}

	/** Samples that span several pixels are repeated. */
	private int[] fullSize(int[] plane, int component, int halvings) {
		int stepX = size.stepX(component);
		int stepY = size.stepY(component);
		if (stepX == 1 && stepY == 1) return plane;
		Area area = size.image(component).downsampled(halvings, 0, 0);
		int width = width(halvings);
		int[] full = new int[width * height(halvings)];
		for (int i = 0; i < full.length; i++)
			full[i] = plane[Math.min(area.width() - 1, i % width / stepX)
					+ area.width() * Math.min(area.height() - 1, i / width / stepY)];
		return full;
	}

	/** Decodes all samples at the whole size, once. */
	public int[][] decode() throws IOException {
		return decode(0);
	}

	/** Whether code-blocks of any tile are high-throughput ones; else the codestream is plain JPEG 2000. */
	public boolean isHighThroughput() throws ImageFormatException {
		for (Tile tile : tiles)
			for (int c = 0; c < components(); c++)
				if (tile.parameters().style(c).blockStyle().highThroughput()) return true;
		return false;
	}

	private static ByteCursor segment(ByteCursor cursor) throws ImageFormatException {
		return cursor.slice(cursor.unsignedShort() - 2);
	}

	private void readMainHeader(ByteCursor cursor) throws ImageFormatException {
		int marker = cursor.unsignedShort();
		while (marker != Marker.SOT) {
			ByteCursor segment = segment(cursor);
			if (marker == Marker.PPM) packedHeaders.put(segment.unsignedByte(), segment);
			else main.read(marker, segment);
			marker = cursor.unsignedShort();
		}
		for (int c = 0; c < components(); c++) {
			main.style(c);
			main.quantization(c);
		}
		packed = packedHeaders.isEmpty() ? null : PackedHeaders.of(packedHeaders.values());
		while (marker == Marker.SOT) {
			readTilePart(cursor);
			marker = cursor.remaining() < 2 ? Marker.EOC : cursor.unsignedShort();
		}
		if (marker != Marker.EOC) throw new ImageFormatException("The JPEG 2000 codestream is broken between two tile-parts.");
		for (int i = 0; i < tiles.length; i++)
			if (tiles[i] == null)
				throw new ImageFormatException("The JPEG 2000 codestream lacks tile " + (i + 1) + " of " + tiles.length + ".");
	}

	/** T.800 A.4.2. Psot of the last tile-part may be 0, and then it goes on to the end. */
	private void readTilePart(ByteCursor cursor) throws ImageFormatException {
		int start = cursor.position() - 2;
		if (cursor.unsignedShort() != SOT_LENGTH) throw new ImageFormatException("A JPEG 2000 tile-part header is broken.");
		int index = cursor.unsignedShort();
		long length = cursor.unsignedInt();
		int part = cursor.unsignedByte();
		cursor.skip(1);
		if (index >= tiles.length)
			throw new ImageFormatException("The JPEG 2000 codestream has more tiles than its header states.");
		if (tiles[index] == null) tiles[index] = new Tile(bytes, main, components());
		if (part != tiles[index].parts()) throw new ImageFormatException("The JPEG 2000 tile-parts are not in order.");
		readTilePartHeader(cursor, tiles[index]);
		int end = length == 0 ? beforeEnd(cursor) : (int) Math.min(cursor.end(), start + length);
		if (end < cursor.position()) throw new ImageFormatException("A JPEG 2000 tile-part header is broken.");
		tiles[index].addBody(cursor.position(), end);
		cursor.skip(end - cursor.position());
	}

	private void readTilePartHeader(ByteCursor cursor, Tile tile) throws ImageFormatException {
		TreeMap<Integer, ByteCursor> packedInTile = new TreeMap<>();
		int marker = cursor.unsignedShort();
		while (marker != Marker.SOD) {
			ByteCursor segment = segment(cursor);
			if (marker == Marker.PPT) packedInTile.put(segment.unsignedByte(), segment);
			else tile.parameters().read(marker, segment);
			marker = cursor.unsignedShort();
		}
		for (ByteCursor segment : packedInTile.values())
			tile.addPackedHeaders(segment);
		if (packed != null) tile.addPackedHeaders(packed.next());
	}

	private int beforeEnd(ByteCursor cursor) {
		int end = cursor.end();
		while (end > cursor.position() && bytes[end - 1] == 0)
			end--;
		boolean marked = end - 2 >= cursor.position() && (bytes[end - 2] & 0xff) == 0xff && (bytes[end - 1] & 0xff) == 0xd9;
		return marked ? end - 2 : cursor.end();
	}
}
