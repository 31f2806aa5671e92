package org.annotomy.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.DicomDatasetBuilder;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.geometry.Point;
import org.annotomy.sample.heart.BeatingHeart;
import org.annotomy.sample.heart.Chamber;
import org.annotomy.sample.heart.EchoColours;
import org.annotomy.sample.heart.EchoFrame;
import org.annotomy.sample.heart.EchoView;

/**
 * A heart that nobody has in an ultrasound film of one of three views (PS3.3 A.7), one beat in palette colours: generated, the same on every machine. The
 * sector is calibrated in mm, the trace below it in seconds. How large the left ventricle is in each frame is known. For pictures, first steps and
 * tests; not for training models.
 */
public final class EchoCine {

	/** From frame to frame. */
	public static final double FRAME_MS = 40;
	private static final String MULTI_FRAME = "1.2.840.10008.5.1.4.1.1.3.1";
	private static final int FRAMES = 24;
	private static final int CENTIMETRES = 3;
	private static final int SECONDS = 4;

	private final int frames;
	private final EchoView view;

	private EchoCine(int frames, EchoView view) {
		this.frames = frames;
		this.view = view;
	}

	/** 24 frames of 640 × 520 pixels. */
	public static EchoCine standard() {
		return of(FRAMES);
	}

	/** The same heart from elsewhere. */
	public static EchoCine standard(EchoView view) {
		return of(FRAMES, view);
	}

	/** One beat in so many frames. */
	public static EchoCine of(int frames) {
		return of(frames, EchoView.A4C);
	}

	public static EchoCine of(int frames, EchoView view) {
		return new EchoCine(frames, view);
	}

	public int frames() {
		return frames;
	}

	/** The blood in the left ventricle, which is what one traces, in the heart's frame. @param frame from 0 */
	public Chamber leftVentricle(int frame) {
		return new BeatingHeart(frame / (double) frames).leftVentricle();
	}

	/** Where a place of the heart is seen, in pixels whose corners are integers. */
	public Point pixel(double xMm, double depthMm) {
		double[] seen = view.picture(xMm, depthMm);
		return EchoFrame.pixel(seen[0], seen[1]);
	}

	/** Entries of the palette, frame by frame. */
	public byte[] pixels() {
		byte[] all = new byte[frames * EchoFrame.COLUMNS * EchoFrame.ROWS];
		int size = EchoFrame.COLUMNS * EchoFrame.ROWS;
		IntStream.range(0, frames).parallel()
				.forEach(frame -> System.arraycopy(EchoFrame.draw(view, frame, frames, 1), 0, all, frame * size, size));
		return all;
	}

	public void write(Path file) throws IOException {
		DicomDatasetBuilder object = SampleDicom.object(SampleStudy.HEART, MULTI_FRAME, "US", series(), 1,
				view.meaning(), 1);
		object.set("ImageType", "ORIGINAL", "PRIMARY", "", "0001").set("TransducerType", "SECTOR_PHASED")
				.set("NumberOfFrames", frames).set("FrameTime", FRAME_MS).set(Tag.FRAME_INCREMENT_POINTER, Tag.FRAME_TIME)
				.set("HeartRate", (int) Math.rint(60000 / (frames * FRAME_MS))).set("UltrasoundColorDataPresent", 1)
				.items("ViewCodeSequence", SampleDicom.sct(view.code(), view.meaning()).build()).empty("PatientOrientation")
				.items("SequenceOfUltrasoundRegions", sector(), trace());
		String[] channels = {"Red", "Green", "Blue"};
		short[][] tables = EchoColours.tables();
		for (int c = 0; c < channels.length; c++) {
			object.set(channels[c] + "PaletteColorLookupTableDescriptor", tables[c].length, 0, 16);
			object.set(channels[c] + "PaletteColorLookupTableData",
					IntStream.range(0, tables[c].length).map(unsigned(tables[c])).toArray());
		}
		SampleDicom.write(object.set("PhotometricInterpretation", "PALETTE COLOR").set("Rows", EchoFrame.ROWS)
				.set("Columns", EchoFrame.COLUMNS).set("BitsAllocated", 8).set("BitsStored", 8).set("HighBit", 7)
				.set("PixelRepresentation", 0).pixels(pixels()).build(), file);
	}

	private String series() {
		return view == EchoView.A4C ? "heart us " + frames : "heart us " + frames + " " + view;
	}

	private static IntUnaryOperator unsigned(short[] table) {
		return i -> table[i] & 0xffff;
	}

	/** Tissue, in centimetres. */
	private DicomDataset sector() {
		Point probe = EchoFrame.pixel(0, 0);
		return region(EchoFrame.SECTOR, 1, 1, 0).set("ReferencePixelX0", (int) probe.x() - EchoFrame.SECTOR[0])
				.set("ReferencePixelY0", (int) probe.y() - EchoFrame.SECTOR[1]).set("ReferencePixelPhysicalValueX", 0.0)
				.set("ReferencePixelPhysicalValueY", 0.0).set("PhysicalUnitsXDirection", CENTIMETRES)
				.set("PhysicalUnitsYDirection", CENTIMETRES).set("PhysicalDeltaX", EchoFrame.PIXEL_MM / 10)
				.set("PhysicalDeltaY", EchoFrame.PIXEL_MM / 10).build();
	}

	/** The ECG, in seconds from left to right. */
	private DicomDataset trace() {
		int width = EchoFrame.TRACE[2] - EchoFrame.TRACE[0];
		return region(EchoFrame.TRACE, 4, 10, 1).set("PhysicalUnitsXDirection", SECONDS).set("PhysicalUnitsYDirection", 0)
				.set("PhysicalDeltaX", frames * FRAME_MS / 1000 / width).set("PhysicalDeltaY", 0.0).build();
	}

	/** PS3.3 C.8.5.5.1: spatial format, data type, flags. */
	private static DicomDatasetBuilder region(int[] box, int format, int type, int flags) {
		return DicomDataset.builder().set("RegionSpatialFormat", format).set("RegionDataType", type).set("RegionFlags", flags)
				.set("RegionLocationMinX0", box[0]).set("RegionLocationMinY0", box[1]).set("RegionLocationMaxX1", box[2])
				.set("RegionLocationMaxY1", box[3]);
	}
}
