package org.annotomy.imagej.session;

import org.annotomy.geometry.Axis;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.imagej.segment.EffectPreview;
import org.annotomy.segmentation.levelset.Arrivals;

/** What a front has reached at a time; only the slices on display are looked at. */
public final class ArrivalsPreview implements EffectPreview {

	private final VolumeSize size;
	private final Arrivals arrivals;
	private final double time;
	private final int rgb;

	public ArrivalsPreview(AnnotationSession session, Arrivals arrivals, double time, int rgb) {
		size = session.segments().volume().size();
		this.arrivals = arrivals;
		this.time = time;
		this.rgb = rgb;
	}

	@Override
	public byte[] slice(Axis across, int slice) {
		return arrivals.slice(across, slice, time, size);
	}

	@Override
	public int rgb(int label) {
		return rgb;
	}
}
