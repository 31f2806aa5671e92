package org.annotomy.slide.tiff;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes OME-TIFF files of square pages in one grey each, with one of half the side, one grey brighter, below each. */
public final class PlainPages {

	private static final int FIRST = 11;
	private static final int BELOW = 9;

	private PlainPages() {}

	/** One page. */
	public record Page(int side, int value) {

		private int pixels() {
			return side * side + side / 2 * (side / 2);
		}
	}

	public static Path write(Path file, String xml, Page... pages) throws IOException {
		byte[] text = (xml + "\0").getBytes(StandardCharsets.UTF_8);
		int size = 8 + text.length;
		for (Page page : pages)
			size += page.pixels() + length(FIRST) + length(BELOW);
		ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
		out.put(new byte[]{'I', 'I', 42, 0}).putInt(8 + text.length + pages[0].pixels()).put(text);
		for (int i = 0; i < pages.length; i++)
			write(out, pages[i], text.length, i + 1 < pages.length ? pages[i + 1].pixels() : -1);
		return Files.write(file, out.array());
	}

	/** Directories follow the pixels. @param next pixels of the next page; less than 0 for none */
	private static void write(ByteBuffer out, Page page, int text, int next) {
		int pixels = out.position();
		for (int i = 0; i < page.pixels(); i++)
			out.put((byte) (i < page.side * page.side ? page.value : page.value + 1));
		int below = out.position() + length(FIRST);
		out.putShort((short) FIRST);
		image(out, page.side, pixels);
		entry(out, 270, 2, text, 8);
		entry(out, 330, 4, 1, below);
		out.putInt(next < 0 ? 0 : below + length(BELOW) + next).putShort((short) BELOW);
		image(out, page.side / 2, pixels + page.side * page.side);
		out.putInt(0);
	}

	private static int length(int entries) {
		return 2 + 12 * entries + 4;
	}

	private static void image(ByteBuffer out, int side, int pixels) {
		int[][] entries = {{256, side}, {257, side}, {258, 8}, {259, 1}, {262, 1}, {277, 1}, {278, side}, {279, side * side},
				{273, pixels}};
		for (int[] entry : entries)
			entry(out, entry[0], 4, 1, entry[1]);
	}

	private static void entry(ByteBuffer out, int tag, int type, int count, int value) {
		out.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
	}
}
