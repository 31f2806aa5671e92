package org.annotomy.dicom.series;

import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.annotomy.dicom.part10.ByteSource;
import org.annotomy.dicom.presentation.PresentationLut;
import org.annotomy.image.ImageFormatException;
import org.annotomy.image.Window;

/**
 * A small picture of a DICOM file: its middle frame, at reduced size where the encoding allows that, under the file's first window or, if it
 * has none, from the 1st to the 99th percentile.
 */
public final class SmallPicture {

	private static final long MAX_FRAME_BYTES = 256L << 20;
	private static final double TAIL = 0.01;

	private final DicomInstance instance;
	private final SliceFrame frame;
	private final int side;

	private SmallPicture(DicomInstance instance, int side) {
		this.instance = instance;
		this.frame = new SliceFrame(instance, instance.frames() / 2);
		this.side = side;
	}

	/**
	 * @param source of a whole file; closed at the end, and if this fails
	 * @param side width and height at most, in pixels
	 * @throws ImageFormatException if there are no pixels, or they cannot be decoded
	 */
	public static BufferedImage of(ByteSource source, int side) throws IOException {
		try (DicomInstance instance = DicomInstance.open(Path.of(""), source)) {
			if (instance.memoryBytes() / instance.frames() > MAX_FRAME_BYTES)
				throw new ImageFormatException("The frame is too large for a small picture.");
			return new SmallPicture(instance, side).picture();
		} catch (RuntimeException e) {
			throw new ImageFormatException("The DICOM file is broken.", e);
		}
	}

	private BufferedImage picture() throws IOException {
		DicomInstance.Picture decoded = instance.picture(frame.index(), side);
		int step = Math.max(1, Math.max(decoded.columns(), decoded.rows()) / (2 * side));
		int columns = (decoded.columns() + step - 1) / step;
		int rows = (decoded.rows() + step - 1) / step;
		int[] at = new int[columns * rows];
		for (int y = 0, i = 0; y < rows; y++)
			for (int x = 0; x < columns; x++)
				at[i++] = y * step * decoded.columns() + x * step;
		int[] rgb = decoded.plane() instanceof int[] argb && instance.isColor() ? taken(argb, at) : greys(decoded.plane(), at);
		BufferedImage picture = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_RGB);
		picture.setRGB(0, 0, columns, rows, rgb, 0, columns);
		return fitted(picture, side);
	}

	private static int[] taken(int[] from, int[] at) {
		int[] taken = new int[at.length];
		for (int i = 0; i < at.length; i++)
			taken[i] = from[at[i]];
		return taken;
	}

	private int[] greys(Object plane, int[] at) throws IOException {
		ModalityTransform transform = ModalityTransform.of(frame);
		double[] values = new double[at.length];
		for (int i = 0; i < at.length; i++)
			values[i] = transform.apply(sample(plane, at[i]));
		List<String> unheard = new ArrayList<>();
		List<Window> windows = DisplayWindows.of(frame, unheard);
		Window window = windows.isEmpty() ? percentiles(values) : windows.get(0);
		boolean inverted = PresentationLut.isInverted(instance.dataset(), instance.format().photometric(), unheard);
		int[] rgb = new int[at.length];
		for (int i = 0; i < at.length; i++) {
			int grey = (int) Math.round(255 * window.grey(values[i]));
			rgb[i] = (inverted ? 255 - grey : grey) * 0x010101;
		}
		return rgb;
	}

	private double sample(Object plane, int index) {
		boolean signed = instance.format().signed();
		if (plane instanceof byte[] bytes) return signed ? bytes[index] : bytes[index] & 0xff;
		if (plane instanceof short[] shorts) return signed ? shorts[index] : shorts[index] & 0xffff;
		if (plane instanceof int[] ints) return signed ? ints[index] : ints[index] & 0xffffffffL;
		return plane instanceof float[] floats ? floats[index] : ((double[]) plane)[index];
	}

	private static Window percentiles(double[] values) {
		double[] sorted = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
		if (sorted.length == 0) return Window.linear(0.5, 1, "");
		double low = sorted[(int) (TAIL * (sorted.length - 1))];
		double high = sorted[(int) Math.ceil((1 - TAIL) * (sorted.length - 1))];
		return new Window((low + high) / 2, high > low ? high - low : 1, "", Window.Function.LINEAR_EXACT);
	}

	/** A picture no larger than {@code side} in width and height, in its own proportions; never enlarged. */
	public static BufferedImage fitted(BufferedImage picture, int side) {
		double scale = side / (double) Math.max(picture.getWidth(), picture.getHeight());
		if (scale >= 1) return picture;
		int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
		int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
		BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		AffineTransform shrink = AffineTransform.getScaleInstance(width / (double) picture.getWidth(),
				height / (double) picture.getHeight());
		new AffineTransformOp(shrink, AffineTransformOp.TYPE_BILINEAR).filter(picture, small);
		return small;
	}
}
