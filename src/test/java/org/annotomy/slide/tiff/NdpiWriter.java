package org.annotomy.slide.tiff;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.ImageOutputStream;

import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Writes NDPI files: each level one JPEG stream with restart markers, offsets of 64 bits in a TIFF file of the old form. */
final class NdpiWriter {

	/**
	 * A JPEG stream.
	 *
	 * @param starts of the pieces in the stream; null without restart markers
	 */
	record Stream(byte[] bytes, int width, int height, long[] starts) {}

	private final List<Map<Integer, Object>> pages = new ArrayList<>();
	private final List<Stream> streams = new ArrayList<>();
	/** Where the first stream begins in the file. */
	long gap;

	/** A smooth picture. */
	static BufferedImage picture(int left, int top, int width, int height, int seed) {
		BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++) {
				int r = (int) (128 + 90 * Math.sin((x + left) / 13.0 + seed));
				int g = (int) (128 + 90 * Math.cos((y + top) / 11.0));
				int b = (int) (128 + 60 * Math.sin((x + left + y + top) / 23.0));
				image.setRGB(x, y, r << 16 | g << 8 | b);
			}
		return image;
	}

	/** A picture as JPEG; its colours at half the width, or not. OpenSlide reads none at half the height. */
	static byte[] jpeg(BufferedImage image, boolean half) throws IOException {
		return jpeg(image, half, false);
	}

	/** @param low whether colours have half the height, too */
	static byte[] jpeg(BufferedImage image, boolean half, boolean low) throws IOException {
		ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
			ImageWriteParam how = writer.getDefaultWriteParam();
			IIOMetadata metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), how);
			Node root = metadata.getAsTree("javax_imageio_jpeg_image_1.0");
			NodeList components = ((Element) root).getElementsByTagName("componentSpec");
			for (int i = 0; i < components.getLength(); i++) {
				((Element) components.item(i)).setAttribute("HsamplingFactor", half && i == 0 ? "2" : "1");
				((Element) components.item(i)).setAttribute("VsamplingFactor", low && i == 0 ? "2" : "1");
			}
			metadata.setFromTree("javax_imageio_jpeg_image_1.0", root);
			writer.setOutput(out);
			writer.write(metadata, new IIOImage(image, null, metadata), how);
		} finally {
			writer.dispose();
		}
		return bytes.toByteArray();
	}

	/** Behind the scan header. */
	private static int entropy(byte[] jpeg) {
		int at = 2;
		while ((jpeg[at + 1] & 0xff) != 0xda)
			at += 2 + ((jpeg[at + 2] & 0xff) << 8 | jpeg[at + 3] & 0xff);
		return at + 2 + ((jpeg[at + 2] & 0xff) << 8 | jpeg[at + 3] & 0xff);
	}

	/** A stream of pieces between restart markers; without its size where that is larger than JPEG allows. */
	static Stream cut(int width, int height, int pieceWidth, boolean half, int seed) throws IOException {
		return cut(width, height, pieceWidth, half, false, seed);
	}

	/** @param low whether colours have half the height, too */
	static Stream cut(int width, int height, int pieceWidth, boolean half, boolean low, int seed) throws IOException {
		int unit = half ? 16 : 8;
		int high = low ? 16 : 8;
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		int across = (width + pieceWidth - 1) / pieceWidth;
		int count = across * ((height + high - 1) / high);
		long[] starts = new long[count];
		for (int i = 0; i < count; i++) {
			byte[] piece = jpeg(picture(i % across * pieceWidth, i / across * high, pieceWidth, high, seed), half, low);
			int from = entropy(piece);
			if (i == 0) out.writeBytes(header(piece, from, width, height, pieceWidth / unit));
			starts[i] = out.size();
			out.write(piece, from, piece.length - 2 - from);
			out.write(0xff);
			out.write(i == count - 1 ? 0xd9 : 0xd0 + i % 8);
		}
		return new Stream(out.toByteArray(), width, height, starts);
	}

	private static byte[] header(byte[] jpeg, int end, int width, int height, int interval) {
		ByteBuffer out = ByteBuffer.allocate(end + 6);
		int at = 2;
		out.put(jpeg, 0, 2).putInt(0xffdd0004).putShort((short) interval);
		while (at < end) {
			int length = 2 + ((jpeg[at + 2] & 0xff) << 8 | jpeg[at + 3] & 0xff);
			int start = out.position();
			out.put(jpeg, at, length);
			if ((jpeg[at + 1] & 0xff) == 0xc0)
				out.putShort(start + 5, (short) (height > 65_500 ? 0 : height)).putShort(start + 7,
						(short) (width > 65_500 ? 0 : width));
			at += length;
		}
		return out.array();
	}

	static Stream whole(int width, int height, int seed) throws IOException {
		return new Stream(jpeg(picture(0, 0, width, height, seed), true), width, height, null);
	}

	/** @param focus in nm */
	NdpiWriter add(Stream stream, float lens, int focus, boolean withTable) {
		Map<Integer, Object> tags = new TreeMap<>();
		tags.put(TiffTag.WIDTH, stream.width);
		tags.put(TiffTag.HEIGHT, stream.height);
		tags.put(TiffTag.BITS, new int[]{8});
		tags.put(TiffTag.COMPRESSION, 7);
		tags.put(TiffTag.PHOTOMETRIC, 6);
		tags.put(271, "Hamamatsu");
		tags.put(TiffTag.SAMPLES, 3);
		tags.put(TiffTag.ROWS_PER_STRIP, stream.height);
		tags.put(TiffTag.X_RESOLUTION, new long[]{44_000, 1});
		tags.put(TiffTag.Y_RESOLUTION, new long[]{44_000, 1});
		tags.put(TiffTag.RESOLUTION_UNIT, 3);
		tags.put(NdpiLayout.FLAG, 1);
		tags.put(65421, lens);
		tags.put(65424, focus);
		tags.put(65427, "DOE");
		tags.put(65449, "Patient=DOE^JANE\r\n");
		if (withTable && stream.starts != null)
			tags.put(65426, java.util.Arrays.stream(stream.starts).mapToInt(l -> (int) l).toArray());
		pages.add(tags);
		streams.add(stream);
		return this;
	}

	/** Changes a tag of the page that was added last. */
	NdpiWriter with(int tag, Object value) {
		pages.get(pages.size() - 1).put(tag, value);
		return this;
	}

	Path write(Path file) throws IOException {
		long at = 16 + gap;
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
				StandardOpenOption.TRUNCATE_EXISTING)) {
			for (int i = 0; i < streams.size(); i++) {
				channel.write(ByteBuffer.wrap(streams.get(i).bytes), at);
				pages.get(i).put(TiffTag.STRIP_OFFSETS, at);
				pages.get(i).put(TiffTag.STRIP_COUNTS, (long) streams.get(i).bytes.length);
				at += streams.get(i).bytes.length;
			}
			ByteBuffer header = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN).putInt(0x2a4949);
			long pointer = 4;
			for (Map<Integer, Object> page : pages) {
				at += at & 1;
				ByteBuffer bytes = directory(page, at);
				long first = at + bytes.getInt(0);
				ByteBuffer offset = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(0, first);
				if (pointer == 4) header.position(4).put(offset.array());
				else channel.write(offset, pointer);
				channel.write(bytes.position(4), at + 4);
				pointer = first + 2 + 12L * page.size();
				at += bytes.limit();
			}
			channel.write(header.position(0), 0);
		}
		return file;
	}

	/** The values of a page, then its directory, whose place stands in the first four bytes. */
	private static ByteBuffer directory(Map<Integer, Object> page, long at) {
		ByteBuffer out = ByteBuffer.allocate(1 << 20).order(ByteOrder.LITTLE_ENDIAN).putInt(0);
		Map<Integer, Integer> where = new TreeMap<>();
		page.forEach((tag, value) -> {
			where.put(tag, out.position());
			if (value instanceof String text) out.put((text + "\0").getBytes(StandardCharsets.US_ASCII));
			else if (value instanceof long[] fraction) out.putInt((int) fraction[0]).putInt((int) fraction[1]);
			else
				if (value instanceof int[] numbers)
					for (int number : numbers)
						out.putInt(number);
		});
		out.putInt(0, out.position());
		out.putShort((short) page.size());
		List<Integer> high = new ArrayList<>();
		page.forEach((tag, value) -> {
			boolean text = value instanceof String;
			boolean fraction = value instanceof long[];
			int count = text ? ((String) value).length() + 1 : value instanceof int[] numbers ? numbers.length : 1;
			int type = text ? 2 : fraction ? 5 : value instanceof Float ? 11 : tag == 65424 ? 9 : 4;
			out.putShort((short) (int) tag).putShort((short) type).putInt(count);
			long stored = text || fraction || count > 1 ? at + where.get(tag) : inline(value);
			out.putInt((int) stored);
			high.add(value instanceof Integer ? 0 : (int) (stored >>> 32));
		});
		out.putLong(0);
		high.forEach(out::putInt);
		return out.flip();
	}

	private static long inline(Object value) {
		if (value instanceof Float real) return Float.floatToIntBits(real) & 0xffffffffL;
		if (value instanceof int[] numbers) return numbers[0] & 0xffffffffL;
		return value instanceof Long number ? number : (Integer) value & 0xffffffffL;
	}
}
