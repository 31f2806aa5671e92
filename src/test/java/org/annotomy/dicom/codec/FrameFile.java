package org.annotomy.dicom.codec;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

import org.annotomy.dicom.part10.ByteSource;
import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.DicomDatasetBuilder;
import org.annotomy.dicom.part10.DicomFileReader;
import org.annotomy.dicom.part10.DicomWriter;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.dicom.part10.Vr;

/** Files with given frames, for other programs to encode. */
final class FrameFile {

	private FrameFile() {}

	/** A secondary capture without pixels; all that the format says is in it. */
	static DicomDatasetBuilder dataset(PixelFormat format, int frames) {
		return DicomDataset.builder().set("SOPClassUID", "1.2.840.10008.5.1.4.1.1.7.3").set("SOPInstanceUID", "2.25.77")
				.set("StudyInstanceUID", "2.25.75").set("SeriesInstanceUID", "2.25.76").set("Modality", "OT")
				.set("NumberOfFrames", frames).set("SamplesPerPixel", format.samples())
				.set("PhotometricInterpretation", format.photometric()).set("PlanarConfiguration", format.planar() ? 1 : 0)
				.set("Rows", format.rows()).set("Columns", format.columns()).set("BitsAllocated", format.bitsAllocated())
				.set("BitsStored", format.bitsStored()).set("HighBit", format.highBit())
				.set("PixelRepresentation", format.signed() ? 1 : 0);
	}

	/** Writes uncompressed frames. */
	static void write(Path file, PixelFormat format, int[]... frames) throws IOException {
		int size = format.bitsAllocated() / 8;
		ByteBuffer bytes = ByteBuffer.allocate(frames.length * frames[0].length * size + 1 & ~1).order(ByteOrder.LITTLE_ENDIAN);
		for (int[] frame : frames)
			for (int value : frame)
				switch (size) {
				case 1 -> bytes.put((byte) value);
				case 2 -> bytes.putShort((short) value);
				default -> bytes.putInt(value);
				}
		DicomDatasetBuilder dataset = dataset(format, frames.length).bytes(Tag.PIXEL_DATA, size == 1 ? Vr.OB : Vr.OW,
				bytes.array());
		DicomWriter.write(dataset.build(), file);
	}

	/** The values of a frame of a file, by the sign that the file states. */
	static int[] read(Path file, int frame) throws IOException {
		try (ByteSource source = ByteSource.of(file)) {
			FrameReader reader = new FrameReader(DicomFileReader.readHeader(source));
			return Frames.values(reader.frame(frame).samples(), reader.format().signed());
		}
	}
}
