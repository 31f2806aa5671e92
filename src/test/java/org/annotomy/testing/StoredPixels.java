package org.annotomy.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteOrder;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.annotomy.image.MedicalImage;
import org.annotomy.image.RawLayout;
import org.annotomy.image.RawPixels;
import org.annotomy.image.SampleType;
import org.annotomy.task.Progress;

import net.imglib2.type.numeric.RealType;

/** Digests and sums over an image's stored values. */
public final class StoredPixels {

	private StoredPixels() {}

	/** SHA-256 of the values, little endian, x fastest, then y, then as {@code outer} says. */
	public static String sha256(MedicalImage image, String outer) throws IOException {
		SampleType type = SampleType.of(image.pixels().firstElement());
		return sha256(image,
				new RawLayout(type, ByteOrder.LITTLE_ENDIAN, 1, false, image.width(), image.height(), image.channels(),
						image.slices(), image.timePoints(), outer));
	}

	/** As above with the channels of each pixel side by side. */
	public static String sha256Interleaved(MedicalImage image) throws IOException {
		SampleType type = SampleType.of(image.pixels().firstElement());
		return sha256(image, RawLayout.interleaved(type, ByteOrder.LITTLE_ENDIAN, image.channels(), image.width(), image.height(),
				image.slices(), image.timePoints()));
	}

	private static String sha256(MedicalImage image, RawLayout layout) throws IOException {
		try (DigestOutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(),
				MessageDigest.getInstance("SHA-256"))) {
			RawPixels.write(image.pixels(), layout, out, Progress.NONE);
			return HexFormat.of().formatHex(out.getMessageDigest().digest());
		} catch (NoSuchAlgorithmException e) {
			throw new AssertionError(e);
		}
	}

	/** Of all values but NaN. */
	public static double sum(MedicalImage image) {
		double sum = 0;
		for (Object pixel : image.pixels()) {
			double value = ((RealType<?>) pixel).getRealDouble();
			if (!Double.isNaN(value)) sum += value;
		}
		return sum;
	}
}
