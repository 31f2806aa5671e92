package org.annotomy.dicom.series;

import java.io.Closeable;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

import org.annotomy.dicom.codec.ColorConversion;
import org.annotomy.dicom.codec.FrameReader;
import org.annotomy.dicom.codec.FrameSamples;
import org.annotomy.dicom.codec.Palette;
import org.annotomy.dicom.codec.PixelFormat;
import org.annotomy.dicom.codec.ReducedFrame;
import org.annotomy.dicom.part10.ByteSource;
import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.DicomFile;
import org.annotomy.dicom.part10.DicomFileReader;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.dicom.part10.TransferSyntax;
import org.annotomy.image.ImageFormatException;

/** One file with pixels: its header, and its frames as far as they are in memory; the others are decoded when asked for. */
final class DicomInstance implements Closeable {

	private static final String UNKNOWN_MOSAIC = "The file is a mosaic of slices, but does not say of how many: it is shown as "
			+ "one picture without a place in the patient.";
	/** Decoding so much takes less than a second. */
	private static final long SHORT_FILM_BYTES = 64L << 20;

	private final Path file;
	private final Path headerFile;
	private final Closeable source;
	private final DicomDataset dataset;
	private final FrameReader reader;
	private final Palette palette;
	private final List<String> warnings;
	private final List<DicomDataset> frameGroups;
	private final DicomDataset sharedGroups;
	private final Map<Integer, String> broken = new ConcurrentSkipListMap<>();
	private final boolean compressed;
	private final Mosaic mosaic;
	private final PixelFormat format;
	private SoftReference<Object> wholeMosaic = new SoftReference<>(null);
	private volatile Object[] planes;

	private DicomInstance(Path file, ByteSource source, DicomFile header) throws IOException {
		this(file, file, source, header, new FrameReader(requireNoSlide(header)));
	}

	private DicomInstance(Path file, Path headerFile, Closeable source, DicomFile header, FrameReader reader)
			throws IOException {
		this.file = file;
		this.headerFile = headerFile;
		this.source = source;
		this.dataset = header.dataset();
		this.reader = reader;
		this.mosaic = Mosaic.of(dataset, reader.format()).orElse(null);
		this.format = mosaic == null ? reader.format() : mosaic.tile(reader.format());
		this.palette = isColor() && format().samples() == 1 ? Palette.of(dataset) : null;
		this.warnings = new ArrayList<>(header.warnings());
		this.warnings.addAll(reader.warnings());
		if (mosaic != null) this.warnings.addAll(mosaic.warnings());
		else if (Mosaic.isStated(dataset)) this.warnings.add(UNKNOWN_MOSAIC);
		this.frameGroups = dataset.items(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE);
		this.sharedGroups = dataset.item(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE).orElse(DicomDataset.EMPTY);
		this.compressed = !TransferSyntax.isNative(header.transferSyntax());
		this.planes = new Object[format().frames()];
	}

	private static DicomFile requireNoSlide(DicomFile header) throws ImageFormatException {
		if (header.dataset().has(Tag.TOTAL_PIXEL_MATRIX_COLUMNS))
			throw new ImageFormatException("This DICOM file holds tiles of a whole slide, not an image: open it as a slide.");
		return header;
	}

	/** Frames that come from elsewhere. */
	static DicomInstance of(DistantInstance distant) throws IOException {
		DicomFile header = requireNoSlide(distant.header());
		return new DicomInstance(distant.file(), distant.headerFile(), distant.frames(), header,
				new FrameReader(header, distant.frames()));
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
		return open(file, ByteSource.of(file));
	}

	/** Reads the header. Takes over the source: it is closed with the instance, or at once if this fails. */
	static DicomInstance open(Path file, ByteSource source) throws IOException {
		try {
			return new DicomInstance(file, source, DicomFileReader.readHeader(source));
		} catch (IOException | RuntimeException e) {
			source.close();
			throw e;
		}
	}

	/** Where it lies, or would lie if it were here: labels lie beside it. */
	Path file() {
		return file;
	}

	/** What can be read of it now, at least the header. */
	Path headerFile() {
		return headerFile;
	}

	DicomDataset dataset() {
		return dataset;
	}

	/** Of one frame; the slices of a mosaic count as frames. */
	PixelFormat format() {
		return format;
	}

	/** Where a frame lies, or null if the file does not say. */
	FrameGeometry geometry(FrameAttributes attributes, int frame) {
		if (mosaic == null && Mosaic.isStated(dataset)) return null;
		FrameGeometry stated = FrameGeometry.of(attributes, mosaic == null ? frame : 0);
		return mosaic == null ? stated : mosaic.geometry(stated, dataset, format, frame);
	}

	List<String> warnings() {
		return warnings;
	}

	int frames() {
		return format().frames();
	}

	/** What the headers say of a frame. */
	FrameAttributes attributes(int frame) {
		return new FrameAttributes(dataset, frame < frameGroups.size() ? frameGroups.get(frame) : DicomDataset.EMPTY,
				sharedGroups);
	}

	/** A compressed film that takes more memory than it is worth: better decoded while it is watched. */
	boolean isLongFilm() {
		return frames() > 1 && compressed && memoryBytes() > SHORT_FILM_BYTES && FrameTimes.areTimePoints(dataset);
	}

	boolean isColor() { return ColorConversion.isColor(format()); }

	/** Bytes that all frames take once they are read. */
	long memoryBytes() {
		long perPixel = isColor() ? 4 : Math.max(1, format().bitsAllocated() / 8);
		return perPixel * format().pixels() * format().frames();
	}

	/**
	 * Reads a frame into memory; safe for use by several threads for different frames. Of several frames one may be broken: it is noted, and
	 * shown empty.
	 */
	void load(int frame) throws IOException {
		try {
			planes[frame] = read(frame);
		} catch (ImageFormatException e) {
			noteBroken(frame, e);
		} catch (RuntimeException e) {
			noteBroken(frame, new ImageFormatException("The DICOM file is broken.", e));
		}
	}

	private void noteBroken(int frame, ImageFormatException failure) throws ImageFormatException {
		broken.put(frame, failure.getMessage());
		if (broken.size() == frames()) throw failure;
	}

	/** Colour becomes ARGB. */
	private Object read(int frame) throws IOException {
		if (mosaic != null) return mosaic.cut(wholeMosaic(), reader.format(), frame);
		FrameSamples samples = reader.frame(frame);
		return isColor() ? ColorConversion.toArgb(samples, format(), palette) : samples.samples();
	}

	/** Pixels as {@link #decode} gives them, with the size that they have. */
	record Picture(Object plane, int columns, int rows) {}

	/** A frame for a small picture: of fewer rows and columns where the encoding allows that, but not fewer than {@code minSide}. */
	Picture picture(int frame, int minSide) throws IOException {
		if (mosaic != null) return new Picture(decode(frame), format.columns(), format.rows());
		ReducedFrame reduced = reader.reducedFrame(frame, minSide);
		Object plane = isColor()
				? ColorConversion.toArgb(reduced.samples(), reduced.format(), palette)
				: reduced.samples().samples();
		return new Picture(plane, reduced.format().columns(), reduced.format().rows());
	}

	/** A frame with all bits of its words, also those beside the samples. */
	Object words(int frame) throws IOException {
		return reader.words(frame);
	}

	/** Decoded once for all its slices. */
	private synchronized Object wholeMosaic() throws IOException {
		Object whole = wholeMosaic.get();
		if (whole == null) {
			FrameSamples samples = reader.frame(0);
			whole = isColor() ? ColorConversion.toArgb(samples, reader.format(), palette) : samples.samples();
			wholeMosaic = new SoftReference<>(whole);
		}
		return whole;
	}

	/** The array of a frame: the one in memory, or a new one. @throws IOException if it cannot be decoded */
	Object decode(int frame) throws IOException {
		Object plane = planes[frame];
		return plane != null ? plane : read(frame);
	}

	/** Whether all frames are in memory, but for broken ones. */
	boolean isLoaded() {
		Object[] here = planes;
		for (int frame = 0; frame < here.length; frame++)
			if (here[frame] == null && !broken.containsKey(frame)) return false;
		return true;
	}

	/** Frees the memory of the frames: from now on they are decoded when asked for. */
	void unload() {
		planes = new Object[frames()];
	}

	/** Whether a frame was found to be broken when it was read into memory. */
	boolean isBroken(int frame) {
		return broken.containsKey(frame);
	}

	/** What is shown empty, in words; nothing if all is well. */
	Optional<String> brokenInWords() {
		if (broken.isEmpty()) return Optional.empty();
		int first = broken.keySet().iterator().next();
		String which = broken.size() == 1 ? "Frame " + (first + 1) + " is" : broken.size() + " of " + frames() + " frames are";
		return Optional.of(which + " broken and shown empty: " + broken.get(first));
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
