package org.annotomy.dicom.codec.jpeg2000;

import java.nio.ByteBuffer;

import jj2000.j2k.io.EndianType;
import jj2000.j2k.io.RandomAccessIO;

/**
 * Bytes in memory for JJ2000. Failures are unchecked: JJ2000 would print an {@link java.io.IOException}. Reading is counted, so that a
 * hostile stream cannot make the decoder go round in circles.
 */
final class ArrayIo implements RandomAccessIO {

	private static final long READS_PER_BYTE = 64;
	private static final long FEW_READS = 1 << 20;

	private final ByteBuffer bytes;
	private long readsLeft;
	/** Behind the 0xff that was read last. */
	private int markAt = -1;

	ArrayIo(byte[] bytes) {
		this.bytes = ByteBuffer.wrap(bytes);
		this.readsLeft = READS_PER_BYTE * bytes.length + FEW_READS;
	}

	private void count() {
		if (--readsLeft < 0) throw new IllegalStateException("read too often");
	}

	@Override
	public void close() {
		// Holds nothing open.
	}

	@Override
	public int getPos() { return bytes.position(); }

	@Override
	public int length() {
		return bytes.limit();
	}

	@Override
	public void seek(int offset) {
		count();
		bytes.position(offset);
	}

	/** JJ2000 reads packet headers so, and for ever if 0xff comes twice, which the standard rules out there (B.10.1). */
	@Override
	public int read() {
		count();
		int value = bytes.get() & 0xff;
		if (value == 0xff && markAt == bytes.position() - 1) throw new IllegalStateException("a marker in a packet header");
		if (value == 0xff) markAt = bytes.position();
		return value;
	}

	@Override
	public void readFully(byte[] target, int offset, int length) {
		count();
		bytes.get(target, offset, length);
	}

	@Override
	public byte readByte() {
		count();
		return bytes.get();
	}

	@Override
	public int readUnsignedByte() {
		return readByte() & 0xff;
	}

	@Override
	public short readShort() {
		count();
		return bytes.getShort();
	}

	@Override
	public int readUnsignedShort() {
		return readShort() & 0xffff;
	}

	@Override
	public int readInt() {
		count();
		return bytes.getInt();
	}

	@Override
	public long readUnsignedInt() {
		return readInt() & 0xffffffffL;
	}

	@Override
	public long readLong() {
		count();
		return bytes.getLong();
	}

	@Override
	public float readFloat() {
		return Float.intBitsToFloat(readInt());
	}

	@Override
	public double readDouble() {
		return Double.longBitsToDouble(readLong());
	}

	@Override
	public int getByteOrdering() { return EndianType.BIG_ENDIAN; }

	@Override
	public int skipBytes(int count) {
		seek(bytes.position() + count);
		return count;
	}

	@Override
	public void flush() {
		// Nothing is written.
	}

	@Override
	public void write(int value) {
		throw readOnly();
	}

	@Override
	public void writeByte(int value) {
		throw readOnly();
	}

	@Override
	public void writeShort(int value) {
		throw readOnly();
	}

	@Override
	public void writeInt(int value) {
		throw readOnly();
	}

	@Override
	public void writeLong(long value) {
		throw readOnly();
	}

	@Override
	public void writeFloat(float value) {
		throw readOnly();
	}

	@Override
	public void writeDouble(double value) {
		throw readOnly();
	}

	private static UnsupportedOperationException readOnly() {
		return new UnsupportedOperationException("read only");
	}
}
