package org.annotomy.dicom.series;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
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

/** One file with pixels: its header, and its frames as far as they are read. */
final class DicomInstance implements Closeable {

	private final Path file;
	private final ByteSource source;
	private final DicomDataset dataset;
	private final FrameReader reader;
	private final Palette palette;
	private final List<String> warnings;
	private final Object[] planes;

	private DicomInstance(Path file, ByteSource source, DicomFile header) throws IOException {
		this.file = file;
		this.source = source;
		this.dataset = header.dataset();
		if (dataset.has(Tag.TOTAL_PIXEL_MATRIX_COLUMNS))
			throw new ImageFormatException("This DICOM file holds tiles of a whole-slide image, which is not supported yet.");
		this.reader = new FrameReader(header);
		this.palette = isColor() && format().samples() == 1 ? Palette.of(dataset) : null;
		this.warnings = new ArrayList<>(header.warnings());
		this.warnings.addAll(reader.warnings());
		this.planes = new Object[format().frames()];
	}

	/** Takes over the source: it is closed with the instance, or at once if this fails. */
	static DicomInstance of(Path file, ByteSource source, DicomFile header) throws IOException {
		try {
			return new DicomInstance(file, source, header);
		} catch (IOException | RuntimeException e) {
			source.close();
			throw e;
		}
	}

	/** Opens a file and reads its header. */
	static DicomInstance open(Path file) throws IOException {
		ByteSource source = ByteSource.of(file);
		try {
			return new DicomInstance(file, source, DicomFileReader.readHeader(source));
		} catch (IOException | RuntimeException e) {
			source.close();
			throw e;
		}
	}

	Path file() {
		return file;
	}

	DicomDataset dataset() {
		return dataset;
	}

	PixelFormat format() {
		return reader.format();
	}

	List<String> warnings() {
		return warnings;
	}

	int frames() {
		return planes.length;
	}

	boolean isColor() { return ColorConversion.isColor(format()); }

	/** Bytes that all frames take once they are read. */
	long memoryBytes() {
		long perPixel = isColor() ? 4 : Math.max(1, format().bitsAllocated() / 8);
		return perPixel * format().pixels() * format().frames();
	}

	/** Reads a frame; colour becomes ARGB. Safe for use by several threads for different frames. */
	void load(int frame) throws IOException {
		FrameSamples samples = reader.frame(frame);
		planes[frame] = isColor() ? ColorConversion.toArgb(samples, format(), palette) : samples.samples();
	}

	/** The array of a frame that was read. */
	Object plane(int frame) {
		return planes[frame];
	}

	String sopInstanceUid() {
		return dataset.string(Tag.SOP_INSTANCE_UID, "");
	}

	String modality() {
		String modality = dataset.string(Tag.MODALITY, "");
		return modality.matches("[A-Z0-9_ ]{1,16}") ? modality : "";
	}

	@Override
	public void close() throws IOException {
		source.close();
	}
}
