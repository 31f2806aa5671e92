package org.annotomy.imagej.segment;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The preview that all views of a volume show above the segments, and how strongly; nothing to begin with. Safe for threads. */
public final class PreviewLayer {

	private static final double OPACITY = 0.6;

	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
	private volatile EffectPreview shown;
	private volatile double opacity = OPACITY;

	/** @param preview null for none */
	public void show(EffectPreview preview) {
		if (shown == preview) return;
		shown = preview;
		listeners.forEach(Runnable::run);
	}

	/** @param strength from 0 to 1 */
	public void setOpacity(double strength) {
		opacity = strength;
		if (shown != null) listeners.forEach(Runnable::run);
	}

	/** Null for none. */
	public EffectPreview shown() {
		return shown;
	}

	double opacity() {
		return opacity;
	}

	/** Hears when views are to be painted anew. */
	public void addListener(Runnable listener) {
		listeners.add(listener);
	}

	public void removeListener(Runnable listener) {
		listeners.remove(listener);
	}
}
