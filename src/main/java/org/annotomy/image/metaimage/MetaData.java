package org.annotomy.image.metaimage;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

import org.annotomy.image.FileChain;
import org.annotomy.image.ImageFormatException;
import org.annotomy.image.NumberedNames;
import org.annotomy.image.PixelBudget;
import org.annotomy.image.RawLayout;
import org.annotomy.image.RawPixels;
import org.annotomy.image.SiblingFiles;
import org.annotomy.image.TextSamples;
import org.annotomy.task.Progress;

import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.NativeType;

/** The pixels of a MetaImage: in the same file ({@code LOCAL}), in another, in a list of files, or in numbered files. */
final class MetaData {

	private static final int BUFFER = 1 << 16;

	private final Path file;
	private final MetaHeader header;
	private final boolean local;
	private final List<Path> files;

	MetaData(Path file, MetaHeader header) throws IOException {
		this.file = file;
		this.header = header;
		this.local = header.dataFile().equalsIgnoreCase("LOCAL");
		this.files = local ? List.of(file) : findFiles();
	}

	/** All that hold pixels. */
	List<Path> files() {
		return files;
	}

	private List<Path> findFiles() throws IOException {
		String name = header.dataFile();
		List<String> names = name.toUpperCase(Locale.ROOT).startsWith("LIST")
				? header.dataFileList()
				: NumberedNames.expand(name).orElse(List.of(name));
		if (names.isEmpty()) throw new ImageFormatException("MetaImage: the header lists no files with pixels.");
		List<Path> found = new ArrayList<>();
		for (String each : names)
			found.add(SiblingFiles.resolve(file, each));
		return found;
	}

	PlanarImg<? extends NativeType<?>, ?> read(RawLayout layout, Progress progress) throws IOException {
		requireRoom(layout);
		long total = layout.storedBytes();
		if (total % files.size() != 0)
			throw new ImageFormatException("MetaImage: the pixels cannot be spread evenly over " + files.size() + " files.");
		long each = total / files.size();
		List<FileChain.Source> sources = new ArrayList<>();
		for (Path data : files)
			sources.add(() -> open(data, layout, each));
		try (InputStream in = new FileChain(sources, each)) {
			PlanarImg<? extends NativeType<?>, ?> pixels = RawPixels.read(in, layout, progress);
			in.read();
			return pixels;
		} catch (ZipException | EOFException e) {
			throw new ImageFormatException("MetaImage: the compressed pixels are damaged or cut off.", e);
		}
	}

	private void requireRoom(RawLayout layout) throws IOException {
		long bytes = 0;
		for (Path data : files)
			bytes += Files.size(data) - (local ? header.bytes() : 0);
		if (header.isCompressed()) PixelBudget.requireCompressed(layout, bytes);
		else PixelBudget.requireStored(layout, header.isText() ? (bytes + 1) / 2 * layout.type().bytes() : bytes);
	}

	private InputStream open(Path data, RawLayout layout, long wanted) throws IOException {
		InputStream in = Files.newInputStream(data);
		try {
			return decode(in, layout, wanted, Files.size(data));
		} catch (IOException | RuntimeException e) {
			in.close();
			throw e;
		}
	}

	private InputStream decode(InputStream in, RawLayout layout, long wanted, long fileBytes) throws IOException {
		int skip = header.integer("HeaderSize", 0);
		if (skip < -1) throw new ImageFormatException("MetaImage: HeaderSize " + skip + " is not possible.");
		if (skip == -1 && !local) in.skipNBytes(Math.max(0, fileBytes - wanted));
		else in.skipNBytes(local ? header.bytes() : skip);
		if (header.isText()) return new TextSamples(new BufferedInputStream(in, BUFFER), layout.type());
		return header.isCompressed() ? inflate(in) : in;
	}

	/** ITK writes zlib; MetaIO reads gzip as well. */
	private static InputStream inflate(InputStream file) throws IOException {
		BufferedInputStream in = new BufferedInputStream(file, BUFFER);
		in.mark(2);
		boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
		in.reset();
		return gzip ? new GZIPInputStream(in, BUFFER) : new ZlibStream(in);
	}

	/** Gives its memory back when closed, also if the data was damaged. */
	private static final class ZlibStream extends InflaterInputStream {

		ZlibStream(InputStream in) {
			super(in, new Inflater(), BUFFER);
		}

		@Override
		public void close() throws IOException {
			inf.end();
			super.close();
		}
	}
}
