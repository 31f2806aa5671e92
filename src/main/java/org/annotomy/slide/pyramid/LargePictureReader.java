package org.annotomy.slide.pyramid;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipException;

import org.annotomy.codec.jpeg.JpegHeader;
import org.annotomy.identity.ImageIdentity;
import org.annotomy.identity.ImageSize;
import org.annotomy.image.ImageFormatException;
import org.annotomy.slide.FileImages;
import org.annotomy.slide.PixelKind;
import org.annotomy.slide.Slide;
import org.annotomy.slide.SlideFacts;
import org.annotomy.slide.SlideFile;
import org.annotomy.slide.SlideIdentity;
import org.annotomy.slide.SlideReader;
import org.annotomy.slide.tiff.TiffSlideReader;
import org.annotomy.task.Progress;

/**
 * Opens large PNG, JPEG and TIFF files that have one size only, and scanners' TIFF files of one level. Their coarser levels (and full size,
 * unless it is a TIFF) are made once and kept in the user's folder.
 */
public final class LargePictureReader implements SlideReader {

	private static final int PNG = 0x89504e47;
	private static final int IHDR = 0x49484452;

	private final long minPixels;
	private final PyramidCache cache;

	public LargePictureReader() {
		this(Pyramids.LARGE_PIXELS, PyramidCache.ofUser());
	}

	/** @param minPixels of pictures that are opened */
	LargePictureReader(long minPixels, PyramidCache cache) {
		this.minPixels = minPixels;
		this.cache = cache;
	}

	@Override
	public String formatName() {
		return "large PNG, JPEG and TIFF pictures";
	}

	/** After those that know pyramids. */
	@Override
	public int priority() {
		return 50;
	}

	@Override
	public boolean recognises(Path file) throws IOException {
		if (!Files.isRegularFile(file)) return false;
		try {
			int start = start(file);
			boolean picture = start == PNG || start >>> 16 == 0xffd8;
			return picture ? pixels(file, start) >= minPixels : TiffSlideReader.holds(file, minPixels);
		} catch (ImageFormatException | EOFException e) {
			return false;
		}
	}

	private static long pixels(Path file, int start) throws IOException {
		if (start == PNG) {
			try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
				in.skipNBytes(12);
				return in.readInt() == IHDR ? (long) in.readInt() * in.readInt() : 0;
			}
		}
		JpegHeader header = JpegRows.header(file);
		return (long) header.rows() * header.columns();
	}

	private static int start(Path file) throws IOException {
		try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
			return in.readInt();
		}
	}

	@Override
	public Slide open(Path file, Progress progress) throws IOException {
		return open(file, FileImages.USUAL, progress);
	}

	@Override
	public Slide open(Path file, int image, Progress progress) throws IOException {
		int start = start(file);
		if (start != PNG && start >>> 16 != 0xffd8)
			return Pyramids.completed(new TiffSlideReader().open(file, image, progress), file, cache, progress);
		FileImages.require(image, 1);
		return picture(file, start == PNG, progress);
	}

	private Slide picture(Path file, boolean png, Progress progress) throws IOException {
		PyramidCache.Kept made = cache.get(file, (to, most) -> {
			try (RowSource rows = png ? PngRows.open(file, progress.part(0, PngRows.INTERLACED)) : new JpegRows(file)) {
				PyramidBuilder.build(rows, true, to, most, progress.part(rows.begun(), 1));
			} catch (EOFException | ZipException e) {
				throw new ImageFormatException("The picture is cut off or broken.", e);
			}
		}, progress);
		Slide slide = made.open(progress);
		try {
			return new RenamedSlide(slide, facts(file, slide, png ? "PNG" : "JPEG"), () -> {
				// The slide closes all there is.
			});
		} catch (IOException | RuntimeException e) {
			slide.close();
			throw e;
		}
	}

	/** Those of the picture, not of what was made of it. */
	private static SlideFacts facts(Path file, Slide made, String format) throws IOException {
		SlideFacts of = made.facts();
		ImageSize size = new ImageSize(made.levels().get(0).width(), made.levels().get(0).height(), 1,
				of.kind() == PixelKind.RGB ? 3 : 1, 1);
		double[] unknown = {Double.NaN, Double.NaN, Double.NaN};
		try (SlideFile bytes = new SlideFile(file)) {
			ImageIdentity identity = SlideIdentity.of(size, unknown, SlideIdentity.ofPieces(bytes));
			return new SlideFacts(file.getFileName().toString(), of.kind(), of.channels(), 1, 1, Double.NaN, Double.NaN,
					Double.NaN, Double.NaN,
					Map.of("Modality", "SM", "Compression", format), identity, file, List.of());
		}
	}
}
