package org.annotomy.ui.panel;

import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Insets;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;

import javax.swing.JLabel;
import javax.swing.JTextArea;

/** Words on a fixed number of lines, as high for one word as for many, so that nothing beside it jumps. What does not fit is in the tool tip. */
final class FixedLines extends JTextArea {

	private static final long serialVersionUID = 1;
	private static final String MORE = "\u2026";

	private final int lines;
	private String words = "";

	FixedLines(int lines) {
		super(lines, 20);
		this.lines = lines;
		setEditable(false);
		setFocusable(false);
		setOpaque(false);
		setLineWrap(true);
		setWrapStyleWord(true);
		setFont(new JLabel().getFont());
		addComponentListener(new ComponentAdapter() {
			@Override
			public void componentResized(ComponentEvent e) {
				setText(fitting());
			}
		});
	}

	@Override
	public Dimension getPreferredSize() {
		Insets border = getInsets();
		return new Dimension(super.getPreferredSize().width, lines * getRowHeight() + border.top + border.bottom);
	}

	void show(String text) {
		words = text;
		setToolTipText(text.isEmpty() ? null : text);
		setText(fitting());
	}

	/** As many words as there is room for. */
	private String fitting() {
		int width = getWidth() - getInsets().left - getInsets().right;
		if (width <= 0) return words;
		FontMetrics metrics = getFontMetrics(getFont());
		StringBuilder fitting = new StringBuilder();
		StringBuilder line = new StringBuilder();
		int number = 1;
		for (String word : words.split(" ")) {
			String longer = line.isEmpty() ? word : line + " " + word;
			boolean last = number == lines;
			if (metrics.stringWidth(longer + (last ? MORE : "")) > width && !line.isEmpty()) {
				if (last) return fitting + line.toString() + MORE;
				fitting.append(line).append(' ');
				number++;
				line.setLength(0);
				line.append(word);
			} else {
				line.setLength(0);
				line.append(longer);
			}
		}
		return fitting + line.toString();
	}
}
