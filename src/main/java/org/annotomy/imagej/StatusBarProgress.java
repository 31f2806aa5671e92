package org.annotomy.imagej;

import org.annotomy.task.Progress;

import ij.IJ;

/** Progress in the status bar of ImageJ; the Esc key cancels. Silent where there is no ImageJ window. */
public final class StatusBarProgress implements Progress {

	private volatile String shown = "";

	/** From now on: an Esc pressed before does not count. */
	public StatusBarProgress() {
		IJ.resetEscape();
	}

	@Override
	public void update(double fraction, String doing) {
		if (!doing.equals(shown)) IJ.showStatus(doing);
		shown = doing;
		if (fraction >= 0) IJ.showProgress(Math.min(1, fraction));
	}

	@Override
	public boolean isCancelled() { return IJ.escapePressed(); }
}
