package org.annotomy.dicom.codec.jpeg2000;

/** Undoes the component transforms of ISO/IEC 15444-1 Annex G, in place. */
final class ComponentTransform {

	private ComponentTransform() {}

	/** RCT: exact. */
	static void undoReversible(int[] y, int[] u, int[] v) {
		for (int i = 0; i < y.length; i++) {
			int green = y[i] - (u[i] + v[i] >> 2);
			int red = v[i] + green;
			v[i] = u[i] + green;
			u[i] = green;
			y[i] = red;
		}
	}

	/** ICT, before rounding. */
	static void undoIrreversible(float[] y, float[] cb, float[] cr) {
		for (int i = 0; i < y.length; i++) {
			float red = y[i] + 1.402f * cr[i];
			float green = y[i] - 0.344136f * cb[i] - 0.714136f * cr[i];
			cr[i] = y[i] + 1.772f * cb[i];
			cb[i] = green;
			y[i] = red;
		}
	}
}
