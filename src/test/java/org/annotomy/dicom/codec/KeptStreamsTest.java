package org.annotomy.dicom.codec;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.annotomy.testing.CodecFuzz;
import org.junit.Test;

/** Every stream kept with the project, decoded and mutated. */
public class KeptStreamsTest {

	private static final int MUTATIONS = 40_000;
	private static final long MAX_BYTES = 4 << 20;
	@Test
	public void jpegIsWhatOtherDecodersSay() throws IOException {
		assertExact(new JpegDecoder(), 18);
	}

	@Test
	public void jpegLsIsWhatOtherDecodersSay() throws IOException {
		assertExact(new JpegLsDecoder(), 35);
	}

	@Test
	public void jpeg2000IsWhatOpenJpegSays() throws IOException {
		List<KeptStream> streams = KeptStream.of(new Jpeg2000Decoder());
		assertTrue(streams.size() + " streams", streams.size() >= 13);
		for (KeptStream stream : streams)
			Jpeg2000DecoderTest.assertClose(stream.name().contains("lossy") ? 1 : 0, Frames.values(stream.samples(), false),
					Frames.values(new Jpeg2000Decoder().decode(stream.encoded(), stream.format()).samples(), false));
	}

	private static void assertExact(FrameDecoder decoder, int least) throws IOException {
		List<KeptStream> streams = KeptStream.of(decoder);
		assertTrue(streams.size() + " streams", streams.size() >= least);
		for (KeptStream stream : streams)
			assertArrayEquals(stream.name(), stream.samples(),
					(short[]) decoder.decode(stream.encoded(), stream.format()).samples());
	}

	/** A decoder may be handed the same bytes twice: it must not change them, nor remember. */
	@Test
	public void decodingLeavesTheStreamAlone() throws IOException {
		for (FrameDecoder decoder : List.of(new JpegDecoder(), new JpegLsDecoder(), new Jpeg2000Decoder()))
			for (KeptStream stream : KeptStream.of(decoder)) {
				byte[] before = stream.encoded().clone();
				decoder.decode(stream.encoded(), stream.format());
				assertArrayEquals(before, stream.encoded());
			}
	}

	@Test
	public void framesDecodeInParallel() throws IOException {
		for (FrameDecoder decoder : List.of(new JpegLsDecoder(), new Jpeg2000Decoder())) {
			List<KeptStream> streams = KeptStream.of(decoder).stream().filter(stream -> !stream.name().contains("lossy"))
					.toList();
			List<String> wrong = IntStream.range(0, 2000).parallel().mapToObj(i -> streams.get(i % streams.size()))
					.filter(stream -> !isExact(decoder, stream)).map(KeptStream::name).toList();
			assertEquals(List.of(), wrong);
		}
	}

	private static boolean isExact(FrameDecoder decoder, KeptStream stream) {
		try {
			return Arrays.equals(stream.samples(), (short[]) decoder.decode(stream.encoded(), stream.format()).samples());
		} catch (IOException e) {
			return false;
		}
	}

	@Test
	public void mutatedJpegIsDecodedOrRefused() throws IOException {
		fuzz(new JpegDecoder(), 1);
	}

	@Test
	public void mutatedJpegLsIsDecodedOrRefused() throws IOException {
		fuzz(new JpegLsDecoder(), 2);
	}

	@Test
	public void mutatedJpeg2000IsDecodedOrRefused() throws IOException {
		fuzz(new Jpeg2000Decoder(), 3);
	}

	private static void fuzz(FrameDecoder decoder, long seed) throws IOException {
		CodecFuzz fuzz = new CodecFuzz(seed, MAX_BYTES);
		for (KeptStream stream : KeptStream.of(decoder))
			fuzz.add(stream.name(), stream.encoded(), bytes -> decoder.decode(bytes, stream.format()));
		CodecFuzz.Tally tally = fuzz.run(MUTATIONS);
		assertTrue(tally.toString(), tally.decoded() > MUTATIONS / 10 && tally.refused() > MUTATIONS / 10);
	}
}
