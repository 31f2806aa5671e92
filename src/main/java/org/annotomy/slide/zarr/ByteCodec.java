package org.annotomy.slide.zarr;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32C;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

import org.annotomy.codec.blosc.Blosc;
import org.annotomy.codec.lz.Lz4;
import org.annotomy.codec.zstd.Zstd;
import org.annotomy.image.ImageFormatException;

/** One step from stored bytes to the bytes of a chunk, by its name in Zarr 2 or 3. */
enum ByteCodec {

	GZIP("gzip") {
		@Override
		byte[] decode(byte[] from, int most) throws IOException {
			return new GZIPInputStream(new ByteArrayInputStream(from)).readNBytes(most + 1);
		}
	},
	ZLIB("zlib") {
		@Override
		byte[] decode(byte[] from, int most) throws IOException {
			return new InflaterInputStream(new ByteArrayInputStream(from)).readNBytes(most + 1);
		}
	},
	ZSTD("zstd") {
		@Override
		byte[] decode(byte[] from, int most) throws IOException {
			byte[] to = new byte[most];
			int count = Zstd.decode(from, 0, from.length, to);
			return count == most ? to : Arrays.copyOf(to, count);
		}
	},
	BLOSC("blosc") {
		@Override
		byte[] decode(byte[] from, int most) throws IOException {
			return Blosc.decode(from, most);
		}
	},
	/** LZ4 of numcodecs: the size, then one block. */
	LZ4("lz4") {
		@Override
		byte[] decode(byte[] from, int most) throws IOException {
			if (from.length < 4) throw broken();
			int size = ByteBuffer.wrap(from).order(ByteOrder.LITTLE_ENDIAN).getInt();
			if (size < 0 || size > most) throw broken();
			byte[] to = new byte[size];
			if (Lz4.decode(from, 4, from.length, to, 0, size) != size) throw broken();
			return to;
		}
	},
	CRC32C_SUM("crc32c") {
		@Override
		byte[] decode(byte[] from, int most) throws IOException {
			if (from.length < 4) throw broken();
			CRC32C sum = new CRC32C();
			sum.update(from, 0, from.length - 4);
			int stated = ByteBuffer.wrap(from).order(ByteOrder.LITTLE_ENDIAN).getInt(from.length - 4);
			if ((int) sum.getValue() != stated)
				throw new ImageFormatException("A part of the Zarr data is broken: its checksum (CRC-32C) differs.");
			return Arrays.copyOf(from, from.length - 4);
		}
	};

	private final String id;

	ByteCodec(String id) {
		this.id = id;
	}

	/** @param most bytes that may come out */
	abstract byte[] decode(byte[] from, int most) throws IOException;

	static ImageFormatException broken() {
		return new ImageFormatException("A part of the Zarr data is broken.");
	}

	/** @throws ImageFormatException if there is no such codec; the message names those that there are */
	static ByteCodec of(String id) throws ImageFormatException {
		for (ByteCodec codec : values())
			if (codec.id.equals(id) || ("numcodecs." + codec.id).equals(id)) return codec;
		throw new ImageFormatException("Zarr data packed by \"" + id.replaceAll("[^A-Za-z0-9_.-]", "?")
				+ "\" is not supported; gzip, zlib, zstd, lz4 and blosc are.");
	}
}
