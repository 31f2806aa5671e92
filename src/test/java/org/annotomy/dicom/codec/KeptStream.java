package org.annotomy.dicom.codec;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A tiny stream kept with the project, and the samples that dcmtk, CharLS or OpenJPEG find in it; made by {@code src/test/scripts/jpeg_streams.py} and {@code jpeg2000_streams.py}.
 *
 * @param samples of 16 bits, those of a pixel side by side
 */
record KeptStream(String name, PixelFormat format, byte[] encoded, short[] samples) {

	static List<KeptStream> all() throws IOException {
		List<KeptStream> all = new ArrayList<>();
		read("streams.txt", all);
		read("jpeg2000.txt", all);
		return all;
	}

	private static void read(String resource, List<KeptStream> all) throws IOException {
		try (BufferedReader lines = new BufferedReader(
				new InputStreamReader(KeptStream.class.getResourceAsStream(resource), StandardCharsets.US_ASCII))) {
			for (String line = lines.readLine(); line != null; line = lines.readLine())
				if (!line.startsWith("#")) all.add(of(line.split(" ")));
		}
	}

	static KeptStream named(String name) throws IOException {
		return all().stream().filter(stream -> stream.name.equals(name)).findFirst().orElseThrow();
	}

	/** Those of one decoder. */
	static List<KeptStream> of(FrameDecoder decoder) throws IOException {
		String kind = decoder instanceof JpegLsDecoder ? "jpegls" : decoder instanceof Jpeg2000Decoder ? "j2k" : "jpeg";
		return all().stream().filter(stream -> stream.kind().equals(kind)).toList();
	}

	private String kind() {
		return name.startsWith("jpegls") ? "jpegls" : name.startsWith("j2k") ? "j2k" : "jpeg";
	}

	private static KeptStream of(String[] words) {
		int samples = Integer.parseInt(words[3]);
		int bits = Integer.parseInt(words[4]);
		PixelFormat format = format(Integer.parseInt(words[1]), Integer.parseInt(words[2]), samples, bits);
		byte[] bytes = Base64.getDecoder().decode(words[6]);
		short[] values = new short[bytes.length / 2];
		ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(values);
		return new KeptStream(words[0], format, Base64.getDecoder().decode(words[5]), values);
	}

	static PixelFormat format(int rows, int columns, int samples, int bits) {
		return new PixelFormat(rows, columns, samples, 16, bits, bits - 1, false, false, samples == 3 ? "RGB" : "MONOCHROME2",
				false,
				1);
	}
}
