package org.annotomy.sample.breast;

import java.util.List;

/** The picture of one view, as a workstation gets it. */
public final class MammogramPicture {

	private MammogramPicture() {}

	/**
	 * @param bits 10 to 16
	 * @return dense is high; x fastest
	 */
	public static short[] of(MammogramView view, MammogramGeometry geometry, List<BreastLesion> lesions, int bits) {
		BreastExposure exposure = new BreastExposure(view, geometry);
		float[] thickness = exposure.thickness();
		return MammogramProcessing.process(exposure.dense(lesions), thickness, geometry.columns(), (1 << bits) - 1,
				700 + view.ordinal());
	}
}
