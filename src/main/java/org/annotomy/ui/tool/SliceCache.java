package org.annotomy.ui.tool;

import java.util.List;

import org.annotomy.geometry.Axis;
import org.annotomy.imagej.view.SliceView;
import org.annotomy.segmentation.edge.SliceValues;
import org.annotomy.segmentation.volume.ImageVolume;
import org.annotomy.task.Progress;

/** The values of the slice that a tool looked at last. Read off the event dispatch thread; safe for threads. */
final class SliceCache {

	private Slice slice;
	private SliceValues values;

	/**
	 * Which slice.
	 *
	 * @param key what it is told from others by
	 * @param volume its values
	 */
	record Slice(List<Object> key, ImageVolume volume, Axis across, int index) {

		/** The one on display, at its channel and time point. */
		static Slice of(SliceView view) {
			return new Slice(List.of(view.session(), view.across(), view.slice(), view.session().plane()),
					view.session().segments().volume(), view.across(), view.slice());
		}
	}

	synchronized SliceValues values(Slice wanted) {
		if (slice == null || !slice.key().equals(wanted.key())) {
			values = SliceValues.of(wanted.volume(), wanted.across(), wanted.index(), Progress.NONE);
			slice = wanted;
		}
		return values;
	}

	/** Gives the memory back. */
	synchronized void forget() {
		slice = null;
		values = null;
	}
}
