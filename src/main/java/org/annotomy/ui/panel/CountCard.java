package org.annotomy.ui.panel;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Font;
import java.util.function.Consumer;

import javax.swing.BorderFactory;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;

import org.annotomy.annotation.count.CountResult;
import org.annotomy.annotation.count.CountWords;
import org.annotomy.geometry.Box;

/** One count of the protocol: its result, a bar of what is done, what is missing, what does not count. */
final class CountCard {

	private static final int PARTS = 1000;
	/** As text areas have it. */
	private static final int INDENT = 5;

	private final JPanel panel = new JPanel() {
		@Override
		public Dimension getMaximumSize() { return new Dimension(Integer.MAX_VALUE, getPreferredSize().height); }
	};
	private final JLabel result = new JLabel();
	private final JProgressBar bar = new JProgressBar(0, PARTS);
	private final FixedLines missing = new FixedLines(1);
	private final FixedLines notCounted = new FixedLines(1);
	private final JButton look = new JButton("Show");
	private Box spot;

	/** @param looks shows a hot spot */
	CountCard(Consumer<Box> looks) {
		result.setFont(result.getFont().deriveFont(Font.BOLD));
		result.setName("count-result");
		result.setBorder(BorderFactory.createEmptyBorder(0, INDENT, 0, 0));
		bar.setName("count-done");
		bar.setStringPainted(true);
		missing.setName("count-missing");
		notCounted.setName("count-outside");
		look.setToolTipText("Draws a circle around the hot spot and goes there");
		look.addActionListener(e -> looks.accept(spot));
		JPanel head = new JPanel(new BorderLayout(8, 0));
		head.add(result, BorderLayout.CENTER);
		head.add(look, BorderLayout.EAST);
		panel.setLayout(new BoxLayout(panel, BoxLayout.Y_AXIS));
		for (JComponent part : new JComponent[]{head, bar, missing, notCounted}) {
			part.setAlignmentX(Component.LEFT_ALIGNMENT);
			panel.add(part);
		}
	}

	JComponent component() {
		return panel;
	}

	void show(CountResult count) {
		CountWords words = new CountWords(count);
		panel.setBorder(BorderFactory.createTitledBorder(count.task().title()));
		panel.setToolTipText(count.task().help());
		result.setText(words.result());
		bar.setValue((int) (PARTS * count.progress()));
		bar.setString(words.done());
		missing.show(words.missing().isEmpty() ? "Complete." : words.missing());
		notCounted.show(words.notCounted());
		notCounted.setVisible(!words.notCounted().isEmpty());
		spot = count.spot().orElse(null);
		look.setVisible(spot != null);
		look.setName("show-" + count.task().key());
	}
}
