package org.annotomy.ui.panel;

import java.awt.Color;
import java.awt.EventQueue;

import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.Timer;

import org.annotomy.ui.notice.Notices;

/** One line: what mouse and modifier will do now, or, for some seconds, what was just done or refused. */
public final class HintLine implements Notices {

	private static final int NOTICE_MS = 6000;
	private static final Color REFUSAL = new Color(0xc03020);

	private final JLabel label = new JLabel(" ");
	private final Color normal = label.getForeground();
	private final Timer back = new Timer(NOTICE_MS, e -> showHint());
	private String hint = " ";

	public HintLine() {
		label.setName("hint");
		label.setBorder(BorderFactory.createEmptyBorder(4, 8, 6, 8));
		back.setRepeats(false);
	}

	public JComponent component() {
		return label;
	}

	/** What mouse and modifier will do now. To be called on the event dispatch thread. */
	public void hint(String words) {
		hint = words.isEmpty() ? " " : words;
		if (!back.isRunning()) showHint();
	}

	@Override
	public void tell(String words, boolean refusal) {
		EventQueue.invokeLater(() -> {
			label.setText(words);
			label.setToolTipText(words);
			label.setForeground(refusal ? REFUSAL : normal);
			back.restart();
		});
	}

	private void showHint() {
		label.setForeground(normal);
		label.setToolTipText(null);
		label.setText(hint);
	}
}
