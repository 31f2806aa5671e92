package org.annotomy.sample.heart;

import java.util.Arrays;

import org.annotomy.geometry.Point;

/** Draws one frame: the sector with the heart, marks of depth beside it, and the trace of the heart's current below. */
public final class EchoFrame {

	public static final int COLUMNS = 640;
	public static final int ROWS = 520;
	/** The rectangle of the sector: left, top, right, bottom, all within. */
	public static final int[] SECTOR = {60, 16, 579, 435};
	/** The rectangle of the trace. */
	public static final int[] TRACE = {60, 450, 579, 509};
	/** Between pixels of the sector. */
	public static final double PIXEL_MM = 0.32;
	/** The probe: column and row of its middle. */
	static final int APEX_X = 320;
	static final int APEX_Y = 20;
	private static final double DEEPEST_MM = 130;
	private static final double HALF_ANGLE = Math.toRadians(38);
	private static final double NEAREST_MM = 4;
	private static final int MARK_MM = 10;

	private EchoFrame() {}

	/** Where a place of the picture is drawn, mm to the right of the probe and below it, in pixels whose corners are integers. */
	public static Point pixel(double xMm, double depthMm) {
		return new Point(APEX_X + 0.5 + xMm / PIXEL_MM, APEX_Y + 0.5 + depthMm / PIXEL_MM);
	}

	/** Entries of the palette, x fastest. @param beats how many there are in all frames */
	public static byte[] draw(EchoView view, int frame, int frames, int beats) {
		byte[] pixels = new byte[COLUMNS * ROWS];
		double time = beats * frame / (double) frames;
		EchoTexture texture = new EchoTexture(new BeatingHeart(time), frame, view);
		for (int y = SECTOR[1]; y <= SECTOR[3]; y++)
			for (int x = SECTOR[0]; x <= SECTOR[2]; x++) {
				double right = (x - APEX_X) * PIXEL_MM;
				double depth = (y - APEX_Y) * PIXEL_MM;
				double radius = Math.hypot(right, depth);
				if (radius < NEAREST_MM || radius > DEEPEST_MM || Math.abs(StrictMath.atan2(right, depth)) > HALF_ANGLE) continue;
				double flow = texture.flow(right, depth);
				int entry = flow != 0 ? EchoColours.flow(flow) : EchoColours.echo(compressed(texture.at(right, depth)));
				pixels[y * COLUMNS + x] = (byte) entry;
			}
		marks(pixels);
		trace(pixels, frame, frames, beats);
		return pixels;
	}

	/** Logarithmic, over 46 dB. */
	private static double compressed(double amplitude) {
		return amplitude <= 0 ? 0 : 1 + StrictMath.log10(amplitude) * 20 / 46;
	}

	private static void marks(byte[] pixels) {
		for (int mm = 0; mm <= DEEPEST_MM; mm += MARK_MM) {
			int y = (int) pixel(0, mm).y();
			int length = mm % (5 * MARK_MM) == 0 ? 9 : 4;
			for (int x = SECTOR[2] - 20; x < SECTOR[2] - 20 + length; x++)
				pixels[y * COLUMNS + x] = (byte) EchoColours.MARK;
		}
	}

	private static void trace(byte[] pixels, int frame, int frames, int beats) {
		int before = -1;
		for (int x = TRACE[0]; x <= TRACE[2]; x++) {
			double time = beats * (x - TRACE[0]) / (double) (TRACE[2] - TRACE[0]);
			int y = TRACE[3] - 10 - (int) Math.rint(40 * current(time - Math.floor(time)));
			for (int i = Math.min(y, before < 0 ? y : before); i <= Math.max(y, before); i++)
				pixels[i * COLUMNS + x] = (byte) EchoColours.TRACE;
			before = y;
		}
		int now = TRACE[0] + (TRACE[2] - TRACE[0]) * frame / frames;
		for (int y = TRACE[1]; y <= TRACE[3]; y++)
			Arrays.fill(pixels, y * COLUMNS + now, y * COLUMNS + now + 2, (byte) EchoColours.MARK);
	}

	/** The heart's current in the course of a beat: waves P, QRS and T. */
	private static double current(double time) {
		return wave(time, 0.88, 0.022, 0.12) - wave(time, 0.975, 0.007, 0.1) + wave(time, 0.995, 0.01, 1)
				+ wave(time + 1, 0.995, 0.01, 1) - wave(time, 0.018, 0.009, 0.2) + wave(time, 0.3, 0.04, 0.24);
	}

	private static double wave(double time, double at, double width, double height) {
		double t = (time - at) / width;
		return height * StrictMath.exp(-t * t / 2);
	}
}
