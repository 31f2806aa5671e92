package org.annotomy.dicom.slide;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.annotomy.dicom.codec.ColorConversion;
import org.annotomy.dicom.codec.FrameReader;
import org.annotomy.dicom.codec.FrameSamples;
import org.annotomy.dicom.codec.Palette;
import org.annotomy.dicom.codec.PixelFormat;
import org.annotomy.dicom.part10.ByteSource;
import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.DicomFile;
import org.annotomy.dicom.part10.DicomFileReader;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.image.ImageFormatException;
import org.annotomy.slide.PixelKind;

/** One file of a slide: some or all tiles of a level, or a picture beside it. Safe for use by several threads. */
final class WsiInstance implements Closeable {

	/** A metre at the finest resolution that there is. */
	private static final int LONGEST_SIDE = 10_000_000;

	private final ByteSource source;
	private final DicomFile file;
	private final FrameReader reader;
	private final Palette palette;
	private final WsiTiles tiles;
	private final int width;
	private final int height;

	private WsiInstance(ByteSource source, DicomFile file) throws IOException {
		this.source = source;
		this.file = file;
		DicomDataset dataset = file.dataset();
		if (!WsiSlideReader.isSlide(dataset)) throw new ImageFormatException("This DICOM file holds no tiles of a slide.");
		this.reader = new FrameReader(file);
		PixelFormat format = reader.format();
		this.palette = ColorConversion.isColor(format) && format.samples() == 1 ? Palette.of(dataset) : null;
		this.width = dataset.integer(Tag.TOTAL_PIXEL_MATRIX_COLUMNS, 0);
		this.height = dataset.integer(Tag.TOTAL_PIXEL_MATRIX_ROWS, 0);
		if (width < 1 || height < 1) throw new ImageFormatException("The slide does not say how large it is.");
		if (Math.max(width, height) > LONGEST_SIDE)
			throw new ImageFormatException("The slide states a side of more than " + LONGEST_SIDE + " pixels; it is not opened.");
		this.tiles = new WsiTiles(dataset, new int[]{width, height, format.columns(), format.rows(), format.frames()});
	}

	static WsiInstance open(Path path) throws IOException {
		ByteSource source = ByteSource.of(path);
		try {
			return new WsiInstance(source, DicomFileReader.readHeader(source));
		} catch (IOException | RuntimeException e) {
			source.close();
			throw e;
		}
	}

	DicomDataset dataset() {
		return file.dataset();
	}

	List<String> warnings() {
		return reader.warnings();
	}

	String transferSyntax() {
		return file.transferSyntax();
	}

	/** VOLUME, THUMBNAIL, LABEL or OVERVIEW (PS3.3 C.8.12.4.1.1). */
	String flavour() {
		List<String> type = dataset().strings(Tag.IMAGE_TYPE);
		return type.size() > 2 ? type.get(2) : "VOLUME";
	}

	int width() {
		return width;
	}

	int height() {
		return height;
	}

	int tileWidth() {
		return reader.format().columns();
	}

	int tileHeight() {
		return reader.format().rows();
	}

	WsiTiles tiles() {
		return tiles;
	}

	PixelKind kind() {
		PixelFormat format = reader.format();
		if (ColorConversion.isColor(format)) return PixelKind.RGB;
		if (format.signed() || format.real() || format.bitsAllocated() > 16) return PixelKind.GREY_FLOAT;
		return format.bitsAllocated() <= 8 ? PixelKind.GREY_8 : PixelKind.GREY_16;
	}

	/** Fills the upper left part of a frame into a tile. */
	void read(int frame, Object pixels, int across, int down) throws IOException {
		PixelFormat format = reader.format();
		FrameSamples samples = reader.frame(frame);
		Object from = kind() == PixelKind.RGB ? ColorConversion.toArgb(samples, format, palette) : samples.samples();
		boolean same = from.getClass() == pixels.getClass();
		for (int y = 0; y < down; y++)
			if (same) System.arraycopy(from, y * format.columns(), pixels, y * across, across);
			else WsiSamples.toFloats(from, y * format.columns(), format.signed(), (float[]) pixels, y * across, across);
		if (format.photometric().equals("MONOCHROME1")) WsiSamples.invert(pixels, format.bitsStored());
	}

	@Override
	public void close() throws IOException {
		source.close();
	}
}
