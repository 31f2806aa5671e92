package org.annotomy.slide.tiff;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;

import org.annotomy.codec.jpeg.JpegComponent;
import org.annotomy.codec.jpeg.JpegHeader;
import org.annotomy.codec.jpeg.MarkerSegments;
import org.annotomy.image.ImageFormatException;

/** The markers of a JPEG stream up to its first scan, which serve for the pieces between its restart markers as well. */
final class JpegStart {

	private static final int BLOCK = 8;

	/** The frame header's number of rows, and behind it that of columns. */
	private final int sizeAt;
	private final byte[] bytes;
	private final int restartInterval;
	private final int columns;
	private final int rows;
	private final JpegHeader header;

	/**
	 * @param start of the stream, with its first scan header; what follows is left out
	 * @throws ImageFormatException if there is none
	 */
	JpegStart(byte[] start) throws ImageFormatException {
		MarkerSegments segments = new MarkerSegments(start);
		int frame = -1;
		int restarts = 0;
		int end = -1;
		while (end < 0 && segments.next()) {
			int marker = segments.marker();
			if (marker == MarkerSegments.RESTART_INTERVAL) restarts = segments.u16(0);
			int length = segments.length();
			int behind = segments.skip();
			if (marker >= JpegHeader.BASELINE && marker <= JpegHeader.PROGRESSIVE && length >= 6) frame = behind - length + 1;
			if (marker == MarkerSegments.START_OF_SCAN) end = behind;
		}
		if (end < 0 || frame < 0) throw new ImageFormatException("A JPEG stream of the slide has no frame or no scan.");
		sizeAt = frame;
		bytes = Arrays.copyOf(start, end);
		restartInterval = restarts;
		columns = u16(sizeAt + 2);
		rows = u16(sizeAt);
		header = JpegHeader.of(sized(1, 1));
	}

	private int u16(int at) {
		return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
	}

	/** As the stream says; 0 where it is larger than JPEG allows. */
	int columns() {
		return columns;
	}

	/** As the stream says; 0 where it is larger than JPEG allows. */
	int rows() {
		return rows;
	}

	/** Bytes before the entropy-coded ones. */
	int length() {
		return bytes.length;
	}

	/** In units of {@link #unitWidth} × {@link #unitHeight} pixels; 0 if there are no restart markers. */
	int restartInterval() {
		return restartInterval;
	}

	/** Whether the pieces between restart markers can be decoded alone. */
	boolean isSequential() {
		return header.process() <= JpegHeader.EXTENDED;
	}

	private List<JpegComponent> components() {
		return header.components();
	}

	/** Pixels that are coded together. */
	int unitWidth() {
		return components().size() == 1
				? BLOCK
				: BLOCK * components().stream().mapToInt(JpegComponent::horizontal).max().orElse(1);
	}

	/** Pixels that are coded together. */
	int unitHeight() {
		return components().size() == 1 ? BLOCK : BLOCK * components().stream().mapToInt(JpegComponent::vertical).max().orElse(1);
	}

	/** Whether colours are as high as the brightness, so that no row depends on the one above. */
	boolean hasFullHeight() {
		return components().stream().mapToInt(JpegComponent::vertical).distinct().count() == 1;
	}

	private byte[] sized(int width, int height) {
		byte[] sized = bytes.clone();
		sized[sizeAt] = (byte) (height >> 8);
		sized[sizeAt + 1] = (byte) height;
		sized[sizeAt + 2] = (byte) (width >> 8);
		sized[sizeAt + 3] = (byte) width;
		return sized;
	}

	/**
	 * A stream of pieces that lie one below the other.
	 *
	 * @param width of the whole in pixels, up to 65535
	 * @param height of the whole in pixels, up to 65535
	 */
	byte[] stream(int width, int height, List<byte[]> pieces) {
		ByteArrayOutputStream stream = new ByteArrayOutputStream();
		stream.writeBytes(sized(width, height));
		for (int i = 0; i < pieces.size(); i++) {
			stream.writeBytes(pieces.get(i));
			stream.write(0xff);
			stream.write(i == pieces.size() - 1 ? MarkerSegments.END_OF_IMAGE : 0xd0 + i % 8);
		}
		return stream.toByteArray();
	}
}
