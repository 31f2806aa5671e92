package org.annotomy.ui.panel;

import java.awt.Color;
import java.awt.EventQueue;

import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.Timer;

import org.annotomy.ui.notice.Notices;

/** A few lines: what mouse and modifier will do now, or, for some seconds, what was just done or refused. */
public final class HintLine implements Notices {

	private static final int NOTICE_MS = 6000;
	private static final Color REFUSAL = new Color(0xc03020);

	private static final int LINES = 3;

	private final FixedLines area = new FixedLines(LINES);
	private final Color normal = area.getForeground();
	private final Timer back = new Timer(NOTICE_MS, e -> showHint());
	private String hint = "";

	public HintLine() {
		area.setName("hint");
		area.setBorder(BorderFactory.createEmptyBorder(4, 8, 6, 8));
		back.setRepeats(false);
	}

	public JComponent component() {
		return area;
	}

	/** What mouse and modifier will do now. To be called on the event dispatch thread. */
	public void hint(String words) {
		hint = words;
		if (!back.isRunning()) showHint();
	}

	@Override
	public void tell(String words, boolean refusal) {
		EventQueue.invokeLater(() -> {
			area.show(words);
			area.setForeground(refusal ? REFUSAL : normal);
			back.restart();
		});
	}

	private void showHint() {
		area.setForeground(normal);
		area.show(hint);
	}
}
