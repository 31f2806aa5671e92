package org.annotomy.imagej.view;

import java.util.function.IntFunction;

import org.annotomy.display.view.SliceReader;
import org.annotomy.display.view.ViewPlane;
import org.annotomy.image.CachedPlanes;
import org.annotomy.image.MedicalImage;
import org.annotomy.imagej.session.AnnotationSession;

import ij.ImagePlus;
import ij.ImageStack;
import ij.VirtualStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

/** Slices of a volume along another axis, cut out when ImageJ asks for them, at the channel and time point that the volume shows. */
final class ResliceStack extends VirtualStack {

	private final AnnotationSession session;
	private final ViewPlane plane;
	private final SliceReader reader;
	private volatile ImageProcessor shown;

	ResliceStack(AnnotationSession session, ViewPlane plane) {
		super(plane.width(), plane.height());
		this.session = session;
		this.plane = plane;
		this.reader = new SliceReader(plane, planes(session));
		setBitDepth(session.image().getBitDepth());
	}

	/**
	 * The planes across z as ImageJ holds them; of planes on demand without the copies that ImageJ gets.
	 *
	 * @throws IllegalArgumentException if they are decoded on demand and do not all fit into memory
	 */
	private static IntFunction<Object> planes(AnnotationSession session) {
		ImagePlus image = session.image();
		MedicalImage source = session.source();
		if (source.onDemand().isPresent() && image.getStack().isVirtual()) {
			requireRoom(source.onDemand().get(), image);
			return z -> source.plane(channel(image), z, session.plane().t());
		}
		ImageStack stack = image.getStack();
		return z -> stack.getPixels(image.getStackIndex(channel(image) + 1, z + 1, session.plane().t() + 1));
	}

	private static int channel(ImagePlus image) {
		return image.getNChannels() > 1 ? image.getC() - 1 : 0;
	}

	private static void requireRoom(CachedPlanes planes, ImagePlus image) {
		long slices = (long) image.getWidth() * image.getHeight() * image.getBytesPerPixel() * image.getNSlices();
		if (slices > planes.capacityBytes())
			throw new IllegalArgumentException("The slices of this image are decoded on demand: all of them would need "
					+ (slices >> 20)
					+ " MB of memory, but " + (planes.capacityBytes() >> 20)
					+ " MB are set aside. Raise the limit in Edit > Options > Memory & Threads and open the image again.");
	}

	@Override
	public ImageProcessor getProcessor(int n) {
		Object pixels = reader.read(n - 1);
		ImageProcessor processor = processor(pixels);
		ImageProcessor display = shown;
		if (display != null && !(processor instanceof ColorProcessor)) {
			processor.setColorModel(display.getColorModel());
			processor.setMinAndMax(display.getMin(), display.getMax());
		}
		return processor;
	}

	private ImageProcessor processor(Object pixels) {
		if (pixels instanceof byte[] bytes) return new ByteProcessor(plane.width(), plane.height(), bytes);
		if (pixels instanceof short[] shorts) return new ShortProcessor(plane.width(), plane.height(), shorts, null);
		if (pixels instanceof int[] colours) return new ColorProcessor(plane.width(), plane.height(), colours);
		return new FloatProcessor(plane.width(), plane.height(), (float[]) pixels);
	}

	/** Remembers how slices are to look. */
	@Override
	public void update(ImageProcessor processor) {
		shown = processor;
	}

	@Override
	public Object getPixels(int n) {
		return reader.read(n - 1);
	}

	@Override
	public int size() {
		return plane == null ? 0 : plane.slices();
	}

	@Override
	public int getSize() { return size(); }

	@Override
	public String getSliceLabel(int n) {
		return null;
	}

	@Override
	public String getDirectory() { return null; }

	@Override
	public String getFileName(int n) {
		return null;
	}
}
