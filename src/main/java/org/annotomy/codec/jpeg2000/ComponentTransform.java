package org.annotomy.codec.jpeg2000;

/** Undoes the transforms between the first three components, in place (T.800 Annex G). */
final class ComponentTransform {

	private ComponentTransform() {}

	/** From Y, Cb and Cr to red, green and blue, reversibly (equations G-6 to G-8). */
	static void reversible(int[] y, int[] cb, int[] cr) {
		for (int i = 0; i < y.length; i++) {
			int green = y[i] - (cb[i] + cr[i] >> 2);
			y[i] = cr[i] + green;
			cr[i] = cb[i] + green;
			cb[i] = green;
		}
	}

	/** From Y, Cb and Cr to red, green and blue (equations G-12 to G-14). */
	static void irreversible(float[] y, float[] cb, float[] cr) {
		for (int i = 0; i < y.length; i++) {
			float luma = y[i];
			float blue = cb[i];
			float red = cr[i];
			y[i] = luma + 1.402f * red;
			cb[i] = luma - 0.344136f * blue - 0.714136f * red;
			cr[i] = luma + 1.772f * blue;
		}
	}
}
