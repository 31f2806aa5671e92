package org.annotomy.ui.notice;

import ij.IJ;
import ij.WindowManager;

/** A window of ImageJ's list that has a line for notices. */
public interface NoticeBoard {

	/** Title of the window under which it is found. */
	String TITLE = "Annotations";

	Notices notices();

	/** The open board's line, else ImageJ's status bar. */
	static Notices find() {
		if (WindowManager.getWindow(TITLE) instanceof NoticeBoard board) return board.notices();
		return (words, refusal) -> {
			if (refusal) IJ.beep();
			IJ.showStatus(words);
		};
	}
}
