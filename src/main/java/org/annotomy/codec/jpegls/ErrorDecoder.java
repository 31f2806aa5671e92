package org.annotomy.codec.jpegls;

import java.util.Arrays;

import org.annotomy.codec.jpeg.EntropyBits;
import org.annotomy.image.ImageFormatException;

/** Decodes samples one by one with the statistics of their contexts (T.87 A.4 to A.7.2). */
final class ErrorDecoder {

	/** Regular contexts, the last one for gradients 4, 4, 4. */
	private static final int REGULAR = 365;
	private static final int MAX_K = 24;

	private final EntropyBits bits;
	private final int maxval;
	private final int near;
	private final int step;
	private final int range;
	private final int reset;
	private final int limit;
	private final int errorBits;
	/** A, B, C and N of T.87; the last two contexts are those of interrupted runs. */
	private final int[] magnitude = new int[REGULAR + 2];
	private final int[] bias = new int[REGULAR];
	private final int[] correction = new int[REGULAR];
	private final int[] count = new int[REGULAR + 2];
	/** Nn of T.87. */
	private final int[] negative = new int[2];

	ErrorDecoder(CodingParameters parameters, EntropyBits bits) {
		this.bits = bits;
		maxval = parameters.maxval();
		near = parameters.near();
		step = 2 * near + 1;
		range = parameters.range();
		reset = parameters.reset();
		limit = parameters.limit();
		errorBits = parameters.errorBits();
		restart();
	}

	/** Forgets everything: at the start and at restart markers. */
	void restart() {
		Arrays.fill(magnitude, Math.max(2, range + 32 >> 6));
		Arrays.fill(bias, 0);
		Arrays.fill(correction, 0);
		Arrays.fill(count, 1);
		Arrays.fill(negative, 0);
	}

	/**
	 * A sample outside of a run (A.4, A.5).
	 *
	 * @param gradients 81 Q1 + 9 Q2 + Q3
	 * @param left Ra; {@code up} and {@code corner} are Rb and Rc
	 */
	int regular(int gradients, int left, int up, int corner) throws ImageFormatException {
		int sign = gradients >> 31;
		int context = (gradients ^ sign) - sign;
		int n = count[context];
		int a = magnitude[context];
		int k = golomb(n, a);
		int predicted = clamp(predict(left, up, corner) + ((correction[context] ^ sign) - sign));
		int mapped = code(k, limit);
		int error = mapped >>> 1 ^ -(mapped & 1);
		if (k == 0 && near == 0) error ^= 2 * bias[context] + n - 1 >> 31;
		update(context, error, a, n);
		return reconstruct(predicted, (error ^ sign) - sign);
	}

	private static int predict(int left, int up, int corner) {
		int plane = left + up - corner;
		return Math.max(Math.min(left, up), Math.min(Math.max(left, up), plane));
	}

	private void update(int context, int error, int a, int n) {
		int b = bias[context] + error * step;
		int magnitudes = a + Math.abs(error);
		int occurrences = n;
		if (occurrences == reset) {
			magnitudes >>= 1;
			b >>= 1;
			occurrences >>= 1;
		}
		occurrences++;
		magnitude[context] = magnitudes;
		count[context] = occurrences;
		int low = b + occurrences - 1 >>> 31; // 1 if b <= -N; by arithmetic, since no branch predictor can guess these
		int high = -b >>> 31; // 1 if b > 0
		b = Math.max(1 - occurrences, Math.min(0, b + (low - high) * occurrences));
		correction[context] = Math.max(-128, Math.min(127, correction[context] + high - low));
		bias[context] = b;
	}

	/** The sample that ends a run, where the one above differs from the run's by more than {@code near}, or in any other way (A.7.2). */
	int interruption(int runSample, int up, int runBits, boolean alike) throws ImageFormatException {
		int type = alike ? 1 : 0;
		int context = REGULAR + type;
		int n = count[context];
		int k = golomb(n, magnitude[context] + (alike ? n >> 1 : 0));
		int mapped = code(k, limit - runBits - 1);
		int error = unmap(mapped + type, k, type, n);
		if (error < 0) negative[type]++;
		int magnitudes = magnitude[context] + (mapped + 1 - type >> 1);
		if (n == reset) {
			magnitudes >>= 1;
			n >>= 1;
			negative[type] >>= 1;
		}
		magnitude[context] = magnitudes;
		count[context] = n + 1;
		if (alike) return reconstruct(runSample, error);
		return reconstruct(up, up < runSample ? -error : error);
	}

	private int unmap(int mapped, int k, int type, int n) {
		int odd = mapped & 1;
		int size = mapped + odd >> 1;
		boolean likelyNegative = k != 0 || 2 * negative[type] >= n;
		return likelyNegative == (odd == 1) ? -size : size;
	}

	/** The smallest k with {@code n << k >= a}. */
	private static int golomb(int n, int a) {
		int k = Math.max(0, Integer.numberOfLeadingZeros(n) - Integer.numberOfLeadingZeros(a));
		return k + ((n << k) - a >>> 31); // one more if still less
	}

	/** A code word of at most {@code longest} bits (A.5.3). */
	private int code(int k, int longest) throws ImageFormatException {
		bits.refill();
		int zeros = Long.numberOfLeadingZeros(bits.ahead());
		int most = longest - errorBits - 1;
		if (zeros > most || k > MAX_K) throw new ImageFormatException("The JPEG-LS stream holds a code that cannot be.");
		bits.skip(zeros + 1);
		if (zeros < most) return (zeros << k) + bits.read(k);
		return bits.read(errorBits) + 1;
	}

	private int reconstruct(int predicted, int error) {
		int value = predicted + error * step;
		if (value < -near) value += range * step;
		else if (value > maxval + near) value -= range * step;
		return clamp(value);
	}

	private int clamp(int value) {
		return Math.max(0, Math.min(maxval, value));
	}
}
