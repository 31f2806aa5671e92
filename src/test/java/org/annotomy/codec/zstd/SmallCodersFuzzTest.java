package org.annotomy.codec.zstd;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

import org.annotomy.codec.blosc.Blosc;
import org.annotomy.codec.lz.Lz4;
import org.annotomy.codec.lz.Lzw;
import org.annotomy.codec.lz.PackBits;
import org.annotomy.testing.CodecFuzz;
import org.junit.Test;

/**
 * Small streams of the coders of bytes, written by python-zstandard's library (numcodecs 0.11: zstd 1.5.4, LZ4 1.9.4, Blosc 1.21) and libtiff
 * 4.5, and what becomes of them when they are changed.
 */
public class SmallCodersFuzzTest {

	private static final byte[] TEXT = "a slide is a slide is a slide, and tissue is tissue is tissue, and so on and on and on"
			.getBytes(StandardCharsets.US_ASCII);
	private static final byte[] ZSTD = HexFormat.of()
			.parseHex("28b52ffd20565d0100f281060bd0e709b729eb03ed40680b765f4b4fb6848bc570e911aa1e0105002a0b5cab4365410b52ed9539");
	private static final byte[] LZ4 = HexFormat.of().parseHex(
			"56000000be6120736c696465206973200b00b12c20616e6420746973737522000c0a0002200051736f206f6e2a00906f6e20616e64206f"
					+ "6e");
	private static final byte[] BLOSC = HexFormat.of().parseHex(
			"020133025600000056000000660000006120736c696465206973206120736c696465206973206120736c6964652c20616e642074697373"
					+ "756520697320746973737565206973207469737375652c20616e6420736f206f6e20616e64206f6e20616e64206f6e");
	private static final byte[] LZW = HexFormat.of().parseHex(
			"801844073361a4c865101a4e620814120d08854320705838b2186e32080e90a399d6210b8d9ce3b1f8d4723d1630c62066f101bcdd178c"
					+ "cba612d37404");
	private static final byte[] PACK_BITS = HexFormat.of().parseHex(
			"556120736c696465206973206120736c696465206973206120736c6964652c20616e642074697373756520697320746973737565206973"
					+ "207469737375652c20616e6420736f206f6e20616e64206f6e20616e64206f6e");

	private static byte[] zstd(byte[] from) throws IOException {
		byte[] to = new byte[TEXT.length];
		assertTrue(Zstd.decode(from, 0, from.length, to) <= to.length);
		return to;
	}

	@Test
	public void textsComeOut() throws IOException {
		assertArrayEquals(TEXT, zstd(ZSTD));
		byte[] to = new byte[TEXT.length];
		assertEquals(to.length, Lz4.decode(LZ4, 4, LZ4.length, to, 0, to.length));
		assertArrayEquals(TEXT, to);
		assertArrayEquals(TEXT, Blosc.decode(BLOSC, 1000));
		to = new byte[TEXT.length];
		assertEquals(to.length, Lzw.decode(LZW, to));
		assertArrayEquals(TEXT, to);
		to = new byte[TEXT.length];
		assertEquals(to.length, PackBits.decode(PACK_BITS, to));
		assertArrayEquals(TEXT, to);
	}

	@Test
	public void changedStreamsAnswerOrAreRefused() throws IOException {
		CodecFuzz.Tally tally = new CodecFuzz(4711, 4 << 20).add("zstd", ZSTD, SmallCodersFuzzTest::zstd)
				.add("lz4", LZ4, bytes -> Lz4.decode(bytes, Math.min(4, bytes.length), bytes.length, new byte[200], 0, 200))
				.add("blosc", BLOSC, bytes -> Blosc.decode(bytes, 1000))
				.add("lzw", LZW, bytes -> Lzw.decode(bytes, new byte[200]))
				.add("packbits", PACK_BITS, bytes -> PackBits.decode(bytes, new byte[200])).run(30_000);
		assertTrue(tally.toString(), tally.decoded() > 3000 && tally.refused() > 3000);
	}
}
