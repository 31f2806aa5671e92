package org.annotomy.dicom.codec;

import java.io.IOException;
import java.util.List;

import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.DicomElement;
import org.annotomy.dicom.part10.DicomFile;
import org.annotomy.dicom.part10.FragmentSequence;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.dicom.part10.TransferSyntax;
import org.annotomy.image.ImageFormatException;

/** The frames of a DICOM file. Safe for use by several threads: frames are independent, but for those of a video. */
public final class FrameReader {

	private final PixelFormat format;
	private final FrameStore frames;

	/** @throws ImageFormatException if there are no pixels, or they are in a form that is not supported */
	public FrameReader(DicomFile file) throws IOException {
		DicomDataset dataset = file.dataset();
		DicomElement element = pixelData(dataset);
		this.format = PixelFormat.of(dataset);
		if (element.value() instanceof FragmentSequence fragments) {
			this.frames = CodedFrames.of(fragments, file.transferSyntax(), dataset, format);
		} else {
			if (!TransferSyntax.isNative(file.transferSyntax())) FrameDecoders.of(file.transferSyntax());
			this.frames = new NativeFrames(element, format);
		}
	}

	/**
	 * Frames that are not in the file but come from elsewhere.
	 *
	 * @param header says what the frames are; its own pixel data is left alone
	 */
	public FrameReader(DicomFile header, FrameSupply supply) throws IOException {
		pixelData(header.dataset());
		this.format = PixelFormat.of(header.dataset());
		this.frames = new SuppliedFrames(supply, header.transferSyntax());
	}

	/** Whether the dataset holds pixels of any kind. */
	public static boolean hasPixels(DicomDataset dataset) {
		return dataset.has(Tag.PIXEL_DATA) || dataset.has(Tag.FLOAT_PIXEL_DATA) || dataset.has(Tag.DOUBLE_FLOAT_PIXEL_DATA);
	}

	/** Whether frames of a transfer syntax are decoded without anything added on the class path. */
	public static boolean isBuiltIn(String transferSyntax) {
		return TransferSyntax.isNative(transferSyntax) || FrameDecoders.isBuiltIn(transferSyntax);
	}

	/** @throws ImageFormatException if there is no decoder for pixels of this transfer syntax; the message says what to do */
	public static void requireDecoder(String transferSyntax) throws ImageFormatException {
		if (TransferSyntax.isVideo(transferSyntax)) FrameDecoders.videoOf(transferSyntax);
		else if (!TransferSyntax.isNative(transferSyntax)) FrameDecoders.of(transferSyntax);
	}

	private static DicomElement pixelData(DicomDataset dataset) throws ImageFormatException {
		for (int tag : new int[]{Tag.PIXEL_DATA, Tag.FLOAT_PIXEL_DATA, Tag.DOUBLE_FLOAT_PIXEL_DATA})
			if (dataset.has(tag)) return dataset.element(tag).orElseThrow();
		throw new ImageFormatException("This DICOM file cannot be shown. " + MissingPixels.words(dataset));
	}

	public PixelFormat format() {
		return format;
	}

	/** What is odd about the pixels, one sentence each. */
	public List<String> warnings() {
		return frames.warnings();
	}

	/** A frame with all bits of its words, among them those that are no part of a sample: there old files keep overlays. */
	public Object words(int index) throws IOException {
		return frames.decode(index, format.withAllBits()).samples();
	}

	/**
	 * Reads and decodes one frame.
	 *
	 * @param index from 0
	 */
	public FrameSamples frame(int index) throws IOException {
		return frames.decode(index, format);
	}

	/**
	 * A frame for a thumbnail: smaller where the encoding allows to decode less, else the whole frame.
	 *
	 * @param index from 0
	 * @param minSide how many pixels width and height must have at least, unless the whole frame has fewer
	 */
	public ReducedFrame reducedFrame(int index, int minSide) throws IOException {
		int halvings = 0;
		while (Math.min(format.rows(), format.columns()) >> halvings + 1 >= Math.max(1, minSide))
			halvings++;
		return frames.decodeReduced(index, format, halvings);
	}
}
