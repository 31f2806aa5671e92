package org.annotomy.codec.jpeg;

import java.util.Arrays;

import org.annotomy.image.ImageFormatException;

/** Walks from marker to marker of a JPEG or JPEG-LS stream; every access is checked. */
public final class MarkerSegments {

	public static final int END_OF_IMAGE = 0xd9;
	public static final int START_OF_SCAN = 0xda;
	public static final int RESTART_INTERVAL = 0xdd;
	private static final int START_OF_IMAGE = 0xd8;

	private final byte[] stream;
	private int marker;
	/** The next byte to look at, or, while in a segment, the first byte behind its length. */
	private int at;
	private int length;

	/** @throws ImageFormatException if the stream does not begin with SOI */
	public MarkerSegments(byte[] stream) throws ImageFormatException {
		if (stream.length < 4 || (stream[0] & 0xff) != 0xff || (stream[1] & 0xff) != START_OF_IMAGE)
			throw new ImageFormatException("A frame is no JPEG stream.");
		this.stream = stream;
		this.at = 2;
	}

	/** Goes to the next segment, over bytes that belong to none, as libjpeg does. @return false at the end of the image */
	public boolean next() throws ImageFormatException {
		while (at + 1 < stream.length) {
			marker = stream[at + 1] & 0xff;
			if (stream[at] != -1 || marker == 0xff || marker == 0 || marker == 0x01 || isRestart(marker)) {
				at++;
				continue;
			}
			if (marker == END_OF_IMAGE) return false;
			if (marker == START_OF_IMAGE) throw new ImageFormatException("The JPEG stream begins anew before its end.");
			at += 2;
			if (at + 2 > stream.length) throw new ImageFormatException("The JPEG stream is cut short.");
			length = ((stream[at] & 0xff) << 8 | stream[at + 1] & 0xff) - 2;
			at += 2;
			if (length < 0 || length > stream.length - at) throw new ImageFormatException("The JPEG stream is cut short.");
			return true;
		}
		return false;
	}

	/** Whether this is RST0 to RST7. */
	public static boolean isRestart(int marker) {
		return marker >= 0xd0 && marker <= 0xd7;
	}

	public int marker() {
		return marker;
	}

	/** Bytes of the segment, without those of its length. */
	public int length() {
		return length;
	}

	public void requireLength(int least) throws ImageFormatException {
		if (length < least) throw new ImageFormatException("A segment of the JPEG stream is cut short.");
	}

	/** A byte of the segment, from 0. */
	public int u8(int offset) throws ImageFormatException {
		requireLength(offset + 1);
		return stream[at + offset] & 0xff;
	}

	public int u16(int offset) throws ImageFormatException {
		return u8(offset) << 8 | u8(offset + 1);
	}

	/** Some bytes of the segment. */
	public byte[] bytes(int offset, int count) throws ImageFormatException {
		requireLength(offset + count);
		return Arrays.copyOfRange(stream, at + offset, at + offset + count);
	}

	public boolean startsWith(String text) throws ImageFormatException {
		if (length < text.length()) return false;
		for (int i = 0; i < text.length(); i++)
			if (u8(i) != text.charAt(i)) return false;
		return true;
	}

	/** Leaves the segment. @return the place behind it, where after SOS the entropy-coded bytes begin */
	public int skip() {
		at += length;
		length = 0;
		return at;
	}

	/** @param place of the marker behind the entropy-coded bytes */
	public void goTo(int place) {
		at = place;
	}

	/**
	 * Takes the restart marker at a place (T.81 E.2.4), with fill bytes before it.
	 *
	 * @param number of the marker, from 0; it is counted modulo 8
	 * @return the place behind it
	 */
	public static int requireRestart(byte[] stream, int place, int number) throws ImageFormatException {
		int at = place;
		while (at + 1 < stream.length && stream[at] == -1 && stream[at + 1] == -1)
			at++;
		if (at + 1 >= stream.length || stream[at] != -1 || (stream[at + 1] & 0xff) != 0xd0 + (number & 7))
			throw new ImageFormatException("The JPEG stream lacks a restart marker, or its data is broken.");
		return at + 2;
	}
}
