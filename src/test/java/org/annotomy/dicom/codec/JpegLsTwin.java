package org.annotomy.dicom.codec;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * A JPEG-LS encoder for tests, written down from the procedures of T.87 Annex A step by step, without a thought of speed. It writes one scan
 * of lines of one component or of several.
 */
final class JpegLsTwin {

	private static final int[] J = {0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 9, 10, 11, 12, 13,
			14,
			15};

	private final int maxval;
	private final int near;
	private final int[] thresholds;
	private final int reset;
	private final int range;
	private final int qbpp;
	private final int limit;
	private final StringBuilder bits = new StringBuilder();
	private int[] a;
	private int[] b;
	private int[] c;
	private int[] n;
	private int[] nn;
	private int[] runIndex;

	JpegLsTwin(int maxval, int near, int[] thresholds, int reset) {
		this.maxval = maxval;
		this.near = near;
		this.thresholds = thresholds;
		this.reset = reset;
		this.range = near == 0 ? maxval + 1 : (maxval + 2 * near) / (2 * near + 1) + 1;
		this.qbpp = ceilLog2(range);
		int bpp = Math.max(2, ceilLog2(maxval + 1));
		this.limit = 2 * (bpp + Math.max(8, bpp));
	}

	private static int ceilLog2(int value) {
		int bits = 0;
		while (1 << bits < value)
			bits++;
		return bits;
	}

	/**
	 * Encodes, and puts in place of the samples what a decoder will find.
	 *
	 * @param samples by line, then by column, then by component
	 * @param restart lines between restart markers, 0 for none
	 */
	byte[] encode(int precision, int[][][] samples, int restart) {
		int columns = samples[0].length;
		int components = samples[0][0].length;
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		put(out, 0xff, 0xd8, 0xff, 0xf7, 0, 8 + 3 * components, precision, 0, samples.length, 0, columns, components);
		for (int i = 1; i <= components; i++)
			put(out, i, 0x11, 0);
		put(out, 0xff, 0xf8, 0, 13, 1);
		for (int value : new int[]{maxval, thresholds[0], thresholds[1], thresholds[2], reset})
			put(out, value >> 8, value);
		if (restart > 0) put(out, 0xff, 0xdd, 0, 4, 0, restart);
		put(out, 0xff, 0xda, 0, 6 + 2 * components, components);
		for (int i = 1; i <= components; i++)
			put(out, i, 0);
		put(out, near, components == 1 ? 0 : 1, 0);
		for (int y = 0; y < samples.length; y++) {
			boolean first = y == 0 || restart > 0 && y % restart == 0;
			if (first) {
				if (y > 0) flush(out);
				if (y > 0) put(out, 0xff, 0xd0 + (y / restart - 1) % 8);
				initialise(components);
			}
			for (int component = 0; component < components; component++)
				line(samples, y, component, first, first || restart > 0 && y % restart == 1 || y == 1);
		}
		flush(out);
		put(out, 0xff, 0xd9);
		return out.toByteArray();
	}

	private static void put(ByteArrayOutputStream out, int... bytes) {
		for (int value : bytes)
			out.write(value);
	}

	private void initialise(int components) {
		a = new int[367];
		b = new int[365];
		c = new int[365];
		n = new int[367];
		nn = new int[367];
		runIndex = new int[components];
		Arrays.fill(a, Math.max(2, (range + 32) / 64));
		Arrays.fill(n, 1);
	}

	/** A sample as the neighbours see it: above the first line there are zeros, beside the lines what A.2.1 says. */
	private static int at(int[][][] samples, int y, int x, int component, boolean first) {
		int columns = samples[0].length;
		if (first) return 0;
		return samples[y - 1][Math.min(x, columns - 1)][component];
	}

	private void line(int[][][] samples, int y, int component, boolean first, boolean second) {
		int columns = samples[0].length;
		int x = 0;
		while (x < columns) {
			int rb = at(samples, y, x, component, first);
			int rd = at(samples, y, x + 1, component, first);
			int ra = x > 0 ? samples[y][x - 1][component] : rb;
			int rc = x > 0 ? at(samples, y, x - 1, component, first) : second ? 0 : samples[y - 2][0][component];
			int[] d = {rd - rb, rb - rc, rc - ra};
			if (Math.abs(d[0]) <= near && Math.abs(d[1]) <= near && Math.abs(d[2]) <= near)
				x = run(samples, y, x, component, first, ra);
			else
				samples[y][x][component] = regular(samples[y][x++][component], d, ra, rb, rc);
		}
	}

	private int quantized(int d) {
		int size = Math.abs(d);
		int q = size <= near ? 0 : size < thresholds[0] ? 1 : size < thresholds[1] ? 2 : size < thresholds[2] ? 3 : 4;
		return d < 0 ? -q : q;
	}

	private int regular(int ix, int[] d, int ra, int rb, int rc) {
		int[] q = {quantized(d[0]), quantized(d[1]), quantized(d[2])};
		boolean turned = q[0] < 0 || q[0] == 0 && q[1] < 0 || q[0] == 0 && q[1] == 0 && q[2] < 0;
		int sign = turned ? -1 : 1;
		int context = 81 * sign * q[0] + 9 * sign * q[1] + sign * q[2];
		int px = rc >= Math.max(ra, rb) ? Math.min(ra, rb) : rc <= Math.min(ra, rb) ? Math.max(ra, rb) : ra + rb - rc;
		px = Math.max(0, Math.min(maxval, px + sign * c[context]));
		int error = quantizedError(sign * (ix - px));
		int rx = Math.max(0, Math.min(maxval, px + sign * error * (2 * near + 1)));
		error = reduced(error);
		int k = 0;
		while (n[context] << k < a[context])
			k++;
		boolean special = near == 0 && k == 0 && 2 * b[context] <= -n[context];
		int mapped = special ? error >= 0 ? 2 * error + 1 : -2 * (error + 1) : error >= 0 ? 2 * error : -2 * error - 1;
		golomb(mapped, k, limit);
		b[context] += error * (2 * near + 1);
		a[context] += Math.abs(error);
		if (n[context] == reset) {
			a[context] >>= 1;
			b[context] = b[context] >= 0 ? b[context] >> 1 : -(1 - b[context] >> 1);
			n[context] >>= 1;
		}
		n[context]++;
		if (b[context] <= -n[context]) {
			b[context] += n[context];
			if (c[context] > -128) c[context]--;
			if (b[context] <= -n[context]) b[context] = -n[context] + 1;
		} else if (b[context] > 0) {
			b[context] -= n[context];
			if (c[context] < 127) c[context]++;
			if (b[context] > 0) b[context] = 0;
		}
		return rx;
	}

	private int quantizedError(int error) {
		return error > 0 ? (error + near) / (2 * near + 1) : -((near - error) / (2 * near + 1));
	}

	private int reduced(int error) {
		int modulo = error < 0 ? error + range : error;
		return modulo >= (range + 1) / 2 ? modulo - range : modulo;
	}

	private int run(int[][][] samples, int y, int from, int component, boolean first, int ra) {
		int columns = samples[0].length;
		int x = from;
		while (x < columns && Math.abs(samples[y][x][component] - ra) <= near)
			samples[y][x++][component] = ra;
		int length = x - from;
		while (length >= 1 << J[runIndex[component]]) {
			bits.append('1');
			length -= 1 << J[runIndex[component]];
			if (runIndex[component] < 31) runIndex[component]++;
		}
		if (x == columns) {
			if (length > 0) bits.append('1');
			return x;
		}
		bits.append('0');
		number(length, J[runIndex[component]]);
		samples[y][x][component] = interruption(samples[y][x][component], ra, at(samples, y, x, component, first), component);
		if (runIndex[component] > 0) runIndex[component]--;
		return x + 1;
	}

	private int interruption(int ix, int ra, int rb, int component) {
		int type = Math.abs(ra - rb) <= near ? 1 : 0;
		int px = type == 1 ? ra : rb;
		int sign = type == 0 && ra > rb ? -1 : 1;
		int error = quantizedError(sign * (ix - px));
		int rx = Math.max(0, Math.min(maxval, px + sign * error * (2 * near + 1)));
		error = reduced(error);
		int context = 365 + type;
		int temp = type == 0 ? a[365] : a[366] + (n[366] >> 1);
		int k = 0;
		while (n[context] << k < temp)
			k++;
		boolean map = k == 0 && error > 0 && 2 * nn[context] < n[context] || error < 0 && 2 * nn[context] >= n[context]
				|| error < 0 && k != 0;
		int mapped = 2 * Math.abs(error) - type - (map ? 1 : 0);
		golomb(mapped, k, limit - J[runIndex[component]] - 1);
		if (error < 0) nn[context]++;
		a[context] += mapped + 1 - type >> 1;
		if (n[context] == reset) {
			a[context] >>= 1;
			n[context] >>= 1;
			nn[context] >>= 1;
		}
		n[context]++;
		return rx;
	}

	private void golomb(int mapped, int k, int longest) {
		int quotient = mapped >> k;
		int most = longest - qbpp - 1;
		bits.append("0".repeat(Math.min(quotient, most))).append('1');
		if (quotient < most) number(mapped & (1 << k) - 1, k);
		else number(mapped - 1, qbpp);
	}

	private void number(int value, int width) {
		for (int i = width - 1; i >= 0; i--)
			bits.append(value >> i & 1);
	}

	/** After FF comes a bit 0; in the end the byte is filled up with zeros. */
	private void flush(ByteArrayOutputStream out) {
		int at = 0;
		boolean afterFf = false;
		while (at < bits.length() || afterFf) {
			int width = afterFf ? 7 : 8;
			int value = 0;
			for (int i = 0; i < width; i++, at++)
				value = value << 1 | (at < bits.length() ? bits.charAt(at) - '0' : 0);
			out.write(value);
			afterFf = value == 0xff;
		}
		bits.setLength(0);
	}
}
