package org.annotomy.imagej;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.function.IntFunction;

import org.annotomy.digest.Sha256;
import org.annotomy.identity.ImageHash;
import org.annotomy.image.MedicalImage;
import org.annotomy.image.Planes;
import org.annotomy.task.Progress;

import ij.ImagePlus;
import ij.ImageStack;
import net.imglib2.type.numeric.ARGBType;

/**
 * The SHA-256 of an image's stored pixels: decoded, little endian, x fastest, then y, z, c, t; colour as three bytes red, green, blue. So
 * the digest does not depend on how the file is compressed or cut into strips. Takes about a second per half gigabyte: call it off the event
 * thread.
 */
public final class PixelHash {

	private static final int BUFFER_BYTES = 1 << 20;
	private static final int COLOUR_BYTES = 3;

	private final MessageDigest digest = Sha256.begin();
	private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
	private final int signBit;
	private final boolean colour;

	private PixelHash(int signBit, boolean colour) {
		this.signBit = signBit;
		this.colour = colour;
	}

	/**
	 * Of an image as a reader hands it over, before ImageJ shows it.
	 *
	 * @throws org.annotomy.task.CancelledException if the user cancelled
	 */
	public static ImageHash of(MedicalImage image, Progress progress) {
		PixelHash hash = new PixelHash(0, image.type() instanceof ARGBType);
		int pixels = image.width() * image.height();
		return hash.all(index -> Planes.array(image.pixels(), index), pixels, image.channels(), image.slices(),
				image.timePoints(),
				progress);
	}

	/**
	 * Of an image that ImageJ has opened. Values that ImageJ shows as signed 16 bit are digested as signed, as they stand in the file.
	 *
	 * @throws org.annotomy.task.CancelledException if the user cancelled
	 */
	public static ImageHash of(ImagePlus image, Progress progress) {
		boolean signed = image.getBitDepth() == 16 && image.getCalibration().isSigned16Bit();
		PixelHash hash = new PixelHash(signed ? 0x8000 : 0, image.getBitDepth() == 24);
		ImageStack stack = image.getStack();
		return hash.all(index -> stack.getPixels(index + 1), image.getWidth() * image.getHeight(), image.getNChannels(),
				image.getNSlices(), image.getNFrames(), progress);
	}

	/** @param plane from the index of a plane, c fastest, then z, then t */
	private ImageHash all(IntFunction<Object> plane, int pixels, int nc, int nz, int nt, Progress progress) {
		int done = 0;
		for (int t = 0; t < nt; t++)
			for (int c = 0; c < nc; c++)
				for (int z = 0; z < nz; z++) {
					progress.checkCancelled();
					add(plane.apply(c + nc * (z + nz * t)), pixels);
					progress.update(++done / (double) (nc * nz * nt), "Reading the pixels");
				}
		return new ImageHash("pixels", "sha256", HexFormat.of().formatHex(digest.digest()));
	}

	private void add(Object plane, int pixels) {
		if (plane instanceof byte[] p) {
			digest.update(p, 0, pixels);
			return;
		}
		int sampleBytes = plane instanceof short[] ? Short.BYTES : plane instanceof double[] ? Double.BYTES : Integer.BYTES;
		int chunk = BUFFER_BYTES / sampleBytes;
		for (int from = 0; from < pixels; from += chunk) {
			buffer.clear();
			int count = Math.min(chunk, pixels - from);
			int bytes = fill(plane, from, count) * (colour ? COLOUR_BYTES : sampleBytes);
			digest.update(buffer.array(), 0, bytes);
		}
	}

	private int fill(Object plane, int from, int count) {
		if (plane instanceof short[] p && signBit == 0) buffer.asShortBuffer().put(p, from, count);
		else
			if (plane instanceof short[] p)
				for (int i = from; i < from + count; i++)
					buffer.putShort((short) (p[i] ^ signBit));
			else
				if (plane instanceof int[] p && colour)
					for (int i = from; i < from + count; i++)
						buffer.put((byte) (p[i] >> 16)).put((byte) (p[i] >> 8)).put((byte) p[i]);
				else
					if (plane instanceof int[] p) buffer.asIntBuffer().put(p, from, count);
					else if (plane instanceof float[] p) buffer.asFloatBuffer().put(p, from, count);
					else buffer.asDoubleBuffer().put((double[]) plane, from, count);
		return count;
	}
}
