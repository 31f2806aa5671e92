package org.annotomy.image.nrrd;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

import org.annotomy.image.FastGzip;
import org.annotomy.image.FileChain;
import org.annotomy.image.ImageFormatException;
import org.annotomy.image.PixelBudget;
import org.annotomy.image.RawLayout;
import org.annotomy.image.RawPixels;
import org.annotomy.image.TextSamples;
import org.annotomy.task.Progress;

import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.NativeType;

/** The values of an NRRD: unpacks and packs them. */
public final class NrrdData {

	private static final int BUFFER = 1 << 16;

	private NrrdData() {}

	/**
	 * All values in the order of the file, the first axis fastest, with the header's byte order (little endian for text).
	 *
	 * @param file the {@code .nrrd} or {@code .nhdr} that {@code header} was read from
	 * @throws ImageFormatException if data files are missing or not allowed, or the encoding is not supported; reading the stream may
	 *             throw it too
	 */
	public static InputStream open(Path file, NrrdHeader header) throws IOException {
		List<Path> files = NrrdDataFiles.of(file, header);
		long total = storedBytes(header);
		if (total % files.size() != 0)
			throw new ImageFormatException("NRRD: the pixels cannot be spread evenly over " + files.size() + " data files.");
		long each = total / files.size();
		List<FileChain.Source> sources = new ArrayList<>();
		for (Path data : files)
			sources.add(() -> openOne(data, header, each));
		return new FileChain(sources, each);
	}

	/**
	 * The values as an image, after a check that the file can hold what the header promises.
	 *
	 * @param layout how the axes of the file are to be taken, such as {@link NrrdAxes#layout()}
	 */
	public static PlanarImg<? extends NativeType<?>, ?> read(Path file, NrrdHeader header, RawLayout layout, Progress progress)
			throws IOException {
		long fileBytes = NrrdDataFiles.bytes(file, header);
		switch (header.encoding()) {
			case RAW -> PixelBudget.requireStored(layout, fileBytes);
			case HEX -> PixelBudget.requireStored(layout, fileBytes / 2);
			case ASCII -> PixelBudget.requireStored(layout, (fileBytes + 1) / 2 * layout.type().bytes());
			// A run of one value takes next to nothing: there is no ratio that could not be.
			case BZIP2 -> PixelBudget.requireMemory(layout);
			default -> PixelBudget.requireCompressed(layout, fileBytes);
		}
		try (InputStream values = open(file, header)) {
			PlanarImg<? extends NativeType<?>, ?> pixels = RawPixels.read(values, layout, progress);
			values.read();
			return pixels;
		} catch (ZipException | EOFException e) {
			throw new ImageFormatException("NRRD: the compressed pixels are damaged.", e);
		}
	}

	/**
	 * A stream that packs what is written to it.
	 *
	 * @param out where the packed bytes go; closed with the stream
	 * @throws IllegalArgumentException if the encoding is neither raw nor gzip
	 */
	public static OutputStream encoder(OutputStream out, NrrdEncoding encoding) throws IOException {
		return switch (encoding) {
			case RAW -> out;
			case GZIP -> new FastGzip(out);
			default ->
				throw new IllegalArgumentException("NRRD values are written as raw or gzip, not as " + encoding.word() + ".");
		};
	}

	/**
	 * Writes a whole attached NRRD.
	 *
	 * @param layout of the values as {@code header} announces them
	 * @param out not closed
	 */
	public static void write(OutputStream out, NrrdHeader header, PlanarImg<? extends NativeType<?>, ?> pixels, RawLayout layout,
			Progress progress) throws IOException {
		if (storedBytes(header) != layout.storedBytes() || header.byteOrder() != layout.order() && layout.type().bytes() > 1)
			throw new IllegalArgumentException("The NRRD header does not announce the pixels that are to be written.");
		out.write(header.toBytes());
		if (header.encoding() == NrrdEncoding.RAW) {
			RawPixels.write(pixels, layout, out, progress);
			return;
		}
		FastGzip packed = new FastGzip(out);
		RawPixels.write(pixels, layout, packed, progress);
		packed.finish();
	}

	/** How many bytes the values take unpacked. */
	static long storedBytes(NrrdHeader header) throws ImageFormatException {
		try {
			long bytes = header.type().bytes();
			for (int size : header.sizes())
				bytes = Math.multiplyExact(bytes, (long) size);
			return bytes;
		} catch (ArithmeticException e) {
			throw new ImageFormatException("NRRD: the sizes are too large.", e);
		}
	}

	private static InputStream openOne(Path data, NrrdHeader header, long wanted) throws IOException {
		InputStream in = Files.newInputStream(data);
		try {
			return decode(in, header, wanted, Files.size(data));
		} catch (IOException | RuntimeException e) {
			in.close();
			throw e;
		}
	}

	private static InputStream decode(InputStream file, NrrdHeader header, long wanted, long fileBytes) throws IOException {
		int lineSkip = header.integer("line skip", 0);
		int byteSkip = header.integer("byte skip", 0);
		NrrdEncoding encoding = header.encoding();
		if (lineSkip < 0 || byteSkip < -1 || byteSkip == -1 && encoding != NrrdEncoding.RAW)
			throw new ImageFormatException("NRRD: line skip " + lineSkip + " or byte skip " + byteSkip + " is not allowed here.");
		if (!header.isDetached()) file.skipNBytes(header.dataOffset());
		InputStream in = lineSkip > 0 || encoding == NrrdEncoding.ASCII || encoding == NrrdEncoding.HEX
				? new BufferedInputStream(file, BUFFER)
				: file;
		if (byteSkip == -1) {
			long start = fileBytes - wanted - (header.isDetached() ? 0 : header.dataOffset());
			if (start < 0) throw new ImageFormatException("NRRD: the file is shorter than its pixels.");
			in.skipNBytes(start);
			return in;
		}
		skipLines(in, lineSkip);
		InputStream values = switch (encoding) {
			case RAW -> in;
			case GZIP -> new GZIPInputStream(in, BUFFER);
			case ASCII -> new TextSamples(in, header.type());
			case HEX -> new HexBytes(in);
			case BZIP2 -> new Bzip2Values(in);
		};
		values.skipNBytes(byteSkip);
		return values;
	}

	private static void skipLines(InputStream in, int lines) throws IOException {
		for (int i = 0; i < lines;) {
			int b = in.read();
			if (b < 0) throw new ImageFormatException("NRRD: the file has fewer lines than are to be skipped.");
			if (b == '\n') i++;
		}
	}
}
