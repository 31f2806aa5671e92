package org.annotomy.dicom.multipart;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.Test;

/** Bodies as servers write them, and as nobody should. */
public class MultipartReaderTest {

	private static final long MB = 1 << 20;

	@Test
	public void aContentTypeIsUnderstoodInEveryForm() {
		MediaType orthanc = MediaType.of(
				"multipart/related; type=\"application/octet-stream; transfer-syntax=1.2.840.10008.1.2.1\"; boundary=ab-c");
		assertEquals("multipart/related", orthanc.name());
		assertEquals("ab-c", orthanc.parameter("boundary"));
		assertEquals("application/octet-stream; transfer-syntax=1.2.840.10008.1.2.1", orthanc.parameter("type"));
		assertEquals("a b", MediaType.of("Multipart/Related;BOUNDARY = \"a b\" ; x").parameter("boundary"));
		assertEquals("never closed", MediaType.of("multipart/related; boundary=\"never closed").parameter("boundary"));
		assertEquals("1.2.840.10008.1.2.4.50",
				MediaType.of("image/jpeg;transfer-syntax=1.2.840.10008.1.2.4.50").parameter("transfer-syntax"));
		assertEquals("a\"b", MediaType.of("x/y; boundary=\"a\\\"b\"").parameter("boundary"));
		assertEquals("", MediaType.of(null).name());
		assertEquals("", MediaType.of(";;;=;\"").parameter("boundary"));
		assertTrue(MediaType.of("application/dicom+json; charset=utf-8").isJson());
	}

	@Test
	public void partsComeWithTheirHeaders() throws IOException {
		List<String> parts = read("--b\r\nContent-Type: application/dicom\r\nX-Folded: one\r\n two\r\n\r\nfirst\r\n"
				+ "--b\r\nCONTENT-TYPE:image/jp2\r\n\r\nsecond\r\n--b--\r\nepilogue");
		assertEquals(List.of("{content-type=application/dicom, x-folded=one two} first", "{content-type=image/jp2} second"),
				parts);
	}

	@Test
	public void whatServersDoToBodiesIsBorne() throws IOException {
		assertEquals("LF alone", List.of("{a=1} x", "{} y\r"), read("--b\nA: 1\n\nx\n--b\n\ny\r\n--b--"));
		assertEquals("preamble", List.of("{} x"), read("This is a message\r\nof several parts\r\n--b\r\n\r\nx\r\n--b--"));
		assertEquals("preamble that begins like the boundary", List.of("{} x"), read("--bc\r\n--b\r\n\r\nx\r\n--b--"));
		assertEquals("wrong length", List.of("{content-length=99999} x"), read("--b\r\nContent-Length: 99999\r\n\r\nx\r\n--b--"));
		assertEquals("blanks after the boundary", List.of("{} x"), read("--b \t\r\n\r\nx\r\n--b-- \r\n"));
		assertEquals("no hyphens at the end", List.of("{} x"), read("--b\r\n\r\nx\r\n--b"));
		assertEquals("no hyphens at the end but a line", List.of("{} x"), read("--b\r\n\r\nx\r\n--b\r\n"));
		assertEquals("empty part", List.of("{} ", "{a=1} "), read("--b\r\n\r\n--b\r\nA: 1\r\n\r\n\r\n--b--"));
		assertEquals("a line like the boundary", List.of("{} x\r\n--bX\r\ny"), read("--b\r\n\r\nx\r\n--bX\r\ny\r\n--b--"));
		assertEquals("a header that is none", List.of("{a=1} x"), read("--b\r\nnonsense\r\nA: 1\r\nA: 2\r\n\r\nx\r\n--b--"));
		assertEquals("nothing", List.of(), read(""));
		assertEquals("no parts", List.of(), read("--b--\r\n"));
	}

	@Test
	public void theBoundaryIsFoundWithoutTheContentType() throws IOException {
		String body = "\r\n--found-it\r\n\r\nx\r\n--found-it--\r\n";
		assertEquals(List.of("{} x"), read(body, MediaType.of("multipart/related")));
		assertEquals(List.of("{} x"), read(body, MediaType.of("")));
	}

	@Test
	public void aBodyThatIsCutOffIsTold() {
		String whole = "--b\r\nA: 1\r\n\r\nsome content\r\n--b--\r\n";
		for (int length = 6; length < whole.indexOf("\r\n--b--") + 5; length++) {
			String cut = whole.substring(0, length);
			assertThrows("cut after " + length, TruncatedBodyException.class, () -> read(cut));
		}
	}

	@Test
	public void limitsHold() {
		assertThrows(MultipartException.class, () -> read("no part begins here\r\n\r\nat all"));
		assertEquals("A part of the answer is larger than the limit of 1 MB.",
				messageOf("--b\r\n\r\n" + "x".repeat((int) MB + 1) + "\r\n--b--"));
		assertEquals("The answer has more than 100 parts.", messageOf("--b\r\n\r\nx\r\n".repeat(101) + "--b--"));
		assertEquals("A part of the answer has more than 64 header lines.",
				messageOf("--b\r\n" + "A: 1\r\n".repeat(65) + "\r\nx\r\n--b--"));
		assertEquals("The answer has a header line of more than 16 KB.", messageOf("--b\r\nA: " + "x".repeat(20_000)));
		assertThrows(MultipartException.class, () -> read("", MediaType.of("multipart/related; boundary=" + "x".repeat(300))));
	}

	private static String messageOf(String body) {
		return assertThrows(MultipartException.class, () -> read(body)).getMessage();
	}

	/** Random bytes with pieces of the boundary strewn in, in random chunks, against the parts that were put in. */
	@Test
	public void contentOfAnyBytesComesWhole() throws IOException {
		long seed = 20261127;
		Random random = new Random(seed);
		for (int round = 0; round < 300; round++) {
			boolean crlf = random.nextBoolean();
			String end = crlf ? "\r\n" : "\n";
			List<byte[]> contents = new ArrayList<>();
			ByteArrayOutputStream body = new ByteArrayOutputStream();
			for (int part = random.nextInt(4); part >= 0; part--) {
				byte[] content = content(random, round % 10 == 0 ? 200_000 : 300);
				contents.add(content);
				body.writeBytes((end + "--=_b" + end + "A: 1" + end + end).getBytes(StandardCharsets.ISO_8859_1));
				body.writeBytes(content);
			}
			body.writeBytes((end + "--=_b--").getBytes(StandardCharsets.ISO_8859_1));
			MultipartReader reader = new MultipartReader(new Dribble(body.toByteArray(), random),
					MediaType.of("multipart/related; boundary=\"=_b\""), MB, 100);
			for (byte[] content : contents)
				assertArrayEquals("seed " + seed + ", round " + round, content,
						reader.next().orElseThrow().content().readAllBytes());
			assertEquals("seed " + seed + ", round " + round, Optional.empty(), reader.next());
		}
	}

	/** Good bodies with bytes changed, removed and added: they end, in parts or in a refusal, and nothing else is thrown. */
	@Test
	public void noBodyDoesHarm() {
		long seed = 4711;
		Random random = new Random(seed);
		byte[] good = ("preamble\r\n--=_b\r\nContent-Type: application/dicom\r\nX: 1\r\n 2\r\n\r\n" + "x\r\n--=_".repeat(40)
				+ "\r\n--=_b\r\n\r\nsecond\r\n--=_b--\r\n").getBytes(StandardCharsets.ISO_8859_1);
		int whole = 0;
		for (int round = 0; round < 20_000; round++) {
			byte[] body = java.util.Arrays.copyOf(good, random.nextInt(4) == 0 ? random.nextInt(good.length) : good.length);
			for (int change = random.nextInt(6); change > 0 && body.length > 0; change--)
				body[random.nextInt(body.length)] = (byte) (random.nextBoolean()
						? "\r\n-=_b:".charAt(random.nextInt(7))
						: random.nextInt(256));
			try {
				MultipartReader reader = new MultipartReader(new ByteArrayInputStream(body),
						MediaType.of("multipart/related; boundary=" + (random.nextBoolean() ? "=_b" : "")), 1000, 5);
				long bytes = 0;
				for (Optional<BodyPart> part = reader.next(); part.isPresent(); part = reader.next())
					bytes += part.get().content().readAllBytes().length;
				assertTrue("seed " + seed + ", round " + round, bytes <= body.length);
				whole++;
			} catch (IOException e) {
				assertTrue("seed " + seed + ", round " + round + ": " + e, e instanceof MultipartException);
			}
		}
		assertTrue(whole + " were whole", whole > 1000 && whole < 19_000);
	}

	private static byte[] content(Random random, int size) {
		ByteArrayOutputStream content = new ByteArrayOutputStream();
		String[] pieces = {"\r\n--=_.", "\n", "\r", "x--=_b", "\r\n-", "\r\n--=_bX", "-", "\n--=_bb"};
		for (int left = random.nextInt(size); left > 0; left--)
			if (random.nextInt(5) > 0) content.write(random.nextInt(256));
			else content.writeBytes(pieces[random.nextInt(pieces.length)].getBytes(StandardCharsets.ISO_8859_1));
		content.write('.');
		return content.toByteArray();
	}

	@Test
	public void aPartThatNobodyReadsIsSkipped() throws IOException {
		MultipartReader reader = reader("--b\r\n\r\n" + "x".repeat(100_000) + "\r\n--b\r\n\r\nsecond\r\n--b--",
				MediaType.of("a/b"));
		reader.next();
		assertEquals("second", new String(reader.next().orElseThrow().content().readAllBytes(), StandardCharsets.ISO_8859_1));
	}

	private static List<String> read(String body) throws IOException {
		return read(body, MediaType.of("multipart/related; boundary=b"));
	}

	private static List<String> read(String body, MediaType type) throws IOException {
		List<String> parts = new ArrayList<>();
		MultipartReader reader = reader(body, type);
		for (Optional<BodyPart> part = reader.next(); part.isPresent(); part = reader.next())
			parts.add(new java.util.TreeMap<>(part.get().headers()) + " "
					+ new String(part.get().content().readAllBytes(), StandardCharsets.ISO_8859_1));
		return parts;
	}

	private static MultipartReader reader(String body, MediaType type) throws MultipartException {
		return new MultipartReader(new ByteArrayInputStream(body.getBytes(StandardCharsets.ISO_8859_1)), type, MB, 100);
	}

	/** Gives few bytes at a time, as a network does. */
	private static final class Dribble extends InputStream {

		private final InputStream in;
		private final Random random;

		Dribble(byte[] bytes, Random random) {
			this.in = new ByteArrayInputStream(bytes);
			this.random = random;
		}

		@Override
		public int read() throws IOException {
			return in.read();
		}

		@Override
		public int read(byte[] target, int offset, int length) throws IOException {
			return in.read(target, offset, Math.min(length, 1 + random.nextInt(random.nextBoolean() ? 3 : 5000)));
		}
	}
}
