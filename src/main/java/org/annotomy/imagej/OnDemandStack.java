package org.annotomy.imagej;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

import org.annotomy.image.CachedPlanes;
import org.annotomy.image.MedicalImage;
import org.annotomy.image.ValueScale;

import ij.VirtualStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

/**
 * A virtual stack whose slices are decoded when ImageJ asks for them. As in every virtual stack of ImageJ, what a command draws into a
 * slice is gone when another slice comes on display. A slice that cannot be decoded is shown empty; its label says why.
 */
final class OnDemandStack extends VirtualStack {

	private final CachedPlanes planes;
	private final MedicalImage image;
	private final int bitDepth;
	private final Map<Integer, String> labels = new ConcurrentHashMap<>();
	private final Map<Integer, String> failures = new ConcurrentHashMap<>();
	private int[] order;
	private volatile ImageProcessor shown;
	private volatile ValueScale meaning = ValueScale.IDENTITY;

	/** @param image in ImageJ's form, loaded on demand */
	OnDemandStack(MedicalImage image, int bitDepth) {
		super(image.width(), image.height());
		this.image = image;
		this.planes = image.onDemand().orElseThrow();
		this.bitDepth = bitDepth;
		this.order = IntStream.range(0, planes.count()).toArray();
	}

	@Override
	public ImageProcessor getProcessor(int n) {
		requireSlice(n);
		ImageProcessor processor = processor(copyOf(order[n - 1]));
		ImageProcessor display = shown;
		if (display != null && bitDepth != 24) {
			processor.setColorModel(display.getColorModel());
			processor.setMinAndMax(display.getMin(), display.getMax());
		}
		if (cTable != null) processor.setCalibrationTable(cTable);
		return processor;
	}

	/** ImageJ may change what it gets, so it gets a copy; the cache stays as the file is. */
	private Object copyOf(int index) {
		try {
			Object plane = planes.plane(index);
			failures.remove(index);
			return switch (bitDepth) {
				case 8 -> ((byte[]) plane).clone();
				case 16 -> ((short[]) plane).clone();
				case 24 -> ((int[]) plane).clone();
				default -> values((float[]) plane);
			};
		} catch (IOException e) {
			failures.put(index, "Cannot be shown: " + e.getMessage());
			return empty();
		}
	}

	private float[] values(float[] plane) {
		float[] copy = plane.clone();
		ValueScale scale = meaning;
		if (!scale.isIdentity())
			for (int i = 0; i < copy.length; i++)
				copy[i] = (float) scale.toModality(copy[i]);
		return copy;
	}

	/** Lets floats stand for another quantity. @param scale from modality values to it */
	void showAs(ValueScale scale) {
		meaning = scale;
	}

	private Object empty() {
		int length = image.width() * image.height();
		return switch (bitDepth) {
			case 8 -> new byte[length];
			case 16 -> new short[length];
			case 24 -> new int[length];
			default -> new float[length];
		};
	}

	private ImageProcessor processor(Object pixels) {
		int width = image.width();
		int height = image.height();
		return switch (bitDepth) {
			case 8 -> new ByteProcessor(width, height, (byte[]) pixels);
			case 16 -> new ShortProcessor(width, height, (short[]) pixels, null);
			case 24 -> new ColorProcessor(width, height, (int[]) pixels);
			default -> new FloatProcessor(width, height, (float[]) pixels);
		};
	}

	/** Remembers how slices are to look. */
	@Override
	public void update(ImageProcessor processor) {
		super.update(processor);
		shown = processor;
	}

	@Override
	public Object getPixels(int n) {
		return getProcessor(n).getPixels();
	}

	@Override
	public int size() {
		return order == null ? 0 : order.length;
	}

	@Override
	public int getSize() { return size(); }

	@Override
	public int getBitDepth() { return bitDepth; }

	@Override
	public String getSliceLabel(int n) {
		requireSlice(n);
		return failures.getOrDefault(order[n - 1], labels.get(order[n - 1]));
	}

	@Override
	public void setSliceLabel(String label, int n) {
		requireSlice(n);
		if (label == null) labels.remove(order[n - 1]);
		else labels.put(order[n - 1], label);
	}

	@Override
	public void deleteSlice(int n) {
		requireSlice(n);
		int[] fewer = new int[order.length - 1];
		System.arraycopy(order, 0, fewer, 0, n - 1);
		System.arraycopy(order, n, fewer, n - 1, order.length - n);
		order = fewer;
	}

	@Override
	public void deleteLastSlice() {
		if (size() > 0) deleteSlice(size());
	}

	@Override
	public String getDirectory() { return null; }

	@Override
	public String getFileName(int n) {
		return null;
	}

	private void requireSlice(int n) {
		if (n < 1 || n > size()) throw new IllegalArgumentException("There is no slice " + n + ": there are " + size() + ".");
	}
}
