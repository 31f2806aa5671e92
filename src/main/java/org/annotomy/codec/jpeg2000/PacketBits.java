package org.annotomy.codec.jpeg2000;

import org.annotomy.image.ImageFormatException;

/** The bits of a packet header; after a byte FF the next has only seven (T.800 B.10.1). */
final class PacketBits {

	private final ByteCursor bytes;
	private int current;
	private int left;

	/** @param bytes stands at the header, and is moved behind the bytes that have been begun */
	PacketBits(ByteCursor bytes) {
		this.bytes = bytes;
	}

	int bit() throws ImageFormatException {
		if (left == 0) {
			left = current == 0xff ? 7 : 8;
			current = bytes.unsignedByte();
		}
		return current >> --left & 1;
	}

	int bits(int count) throws ImageFormatException {
		int value = 0;
		for (int i = 0; i < count; i++)
			value = value << 1 | bit();
		return value;
	}

	/** Ends the header: a last byte FF is followed by a stuffed one. */
	void finish() throws ImageFormatException {
		if (current == 0xff) bytes.skip(1);
	}
}
