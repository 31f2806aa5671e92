package org.annotomy.imagej.display;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.annotomy.identity.ImageIdentity;
import org.annotomy.identity.ImageSize;
import org.annotomy.image.MedicalImage;
import org.annotomy.image.Planes;
import org.annotomy.image.SpacingSource;
import org.annotomy.image.ValueScale;
import org.annotomy.image.Window;
import org.annotomy.imagej.ImagePlusFactory;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import net.imglib2.type.numeric.integer.ShortType;

/** Small images of every kind that ImageJ has. */
final class Images {

	static final int SIZE = 16;

	private Images() {}

	/** CT as ImageJ holds signed numbers: raw = HU + 32768; values 0, 1, 2 … from −1000 in steps of 10, on two slices. */
	static ImagePlus ct() {
		ImageStack stack = new ImageStack(SIZE, SIZE);
		for (int z = 0; z < 2; z++) {
			short[] plane = new short[SIZE * SIZE];
			for (int i = 0; i < plane.length; i++)
				plane[i] = (short) (32768 - 1000 + 10 * i + z);
			stack.addSlice(null, plane);
		}
		ImagePlus image = new ImagePlus("CT", stack);
		image.getCalibration().setFunction(Calibration.STRAIGHT_LINE, new double[]{-32768, 1}, "HU");
		return image;
	}

	static ImagePlus bytes() {
		byte[] plane = new byte[SIZE * SIZE];
		for (int i = 0; i < plane.length; i++)
			plane[i] = (byte) i;
		return image("8 bit", plane);
	}

	static ImagePlus shorts() {
		short[] plane = new short[SIZE * SIZE];
		for (int i = 0; i < plane.length; i++)
			plane[i] = (short) (200 * i);
		return image("16 bit", plane);
	}

	static ImagePlus floats() {
		float[] plane = new float[SIZE * SIZE];
		for (int i = 0; i < plane.length; i++)
			plane[i] = i * 0.1f - 5;
		return image("32 bit", plane);
	}

	/** Three channels of 16 bits whose values lie in 0 to 99, 1000 to 1099 and 2000 to 2099. */
	static ImagePlus channels() {
		ImageStack stack = new ImageStack(SIZE, SIZE);
		Random random = new Random(3);
		for (int c = 0; c < 3; c++) {
			short[] plane = new short[SIZE * SIZE];
			for (int i = 0; i < plane.length; i++)
				plane[i] = (short) (1000 * c + (i < 2 ? 99 * i : random.nextInt(100)));
			stack.addSlice(null, plane);
		}
		ImagePlus image = new ImagePlus("channels", stack);
		image.setDimensions(3, 1, 1);
		return new CompositeImage(image, CompositeImage.COMPOSITE);
	}

	static ImagePlus colour() {
		return image("RGB", new int[SIZE * SIZE]);
	}

	/** The same CT as our readers hand it over, with facts of its file. */
	static ImagePlus opened(List<Window> windows, boolean inverted, Map<String, String> facts) {
		List<short[]> planes = new ArrayList<>();
		for (int z = 0; z < 2; z++) {
			short[] plane = new short[SIZE * SIZE];
			for (int i = 0; i < plane.length; i++)
				plane[i] = (short) (-1000 + 10 * i + z);
			planes.add(plane);
		}
		ImageSize size = new ImageSize(SIZE, SIZE, 2, 1, 1);
		double[] unknown = {Double.NaN, Double.NaN, Double.NaN};
		ImageIdentity identity = new ImageIdentity("dicom", size, null, null, List.of(), null, unknown, "px", null, null,
				List.of());
		return ImagePlusFactory.open(new MedicalImage("CT", Planes.wrap(new ShortType(), planes, SIZE, SIZE, 1, 2, 1),
				new ValueScale(1, 0, "HU"), null, unknown, SpacingSource.NONE, windows, inverted, Double.NaN, facts, identity,
				List.of(),
				null, List.of()));
	}

	private static ImagePlus image(String title, Object plane) {
		ImageStack stack = new ImageStack(SIZE, SIZE);
		stack.addSlice(null, plane);
		return new ImagePlus(title, stack);
	}
}
