package org.annotomy.ui.effect;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.FlowLayout;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;

import org.annotomy.annotation.model.Segment;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.session.MasksPreview;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.ui.edit.LongGesture;

/** One effect in the window: what can be set, and buttons. All methods are called on the event dispatch thread. */
abstract class EffectPane {

	final AnnotationSession session;
	final EffectDesk desk;
	private final JPanel fields = new JPanel(new GridBagLayout());
	private final JPanel buttons = new JPanel(new FlowLayout(FlowLayout.LEADING, 6, 0));
	private final JPanel panel = new JPanel(new BorderLayout());
	private int rows;
	private boolean applies;
	private int endings;

	/** What panes have in common: the work, the preview, and where words go. */
	interface EffectDesk {

		EffectWork work();

		/** Nothing is previewed any more. */
		void clear();

		/** Tells in the window. @param refusal whether something that was wanted was not done */
		void tell(String words, boolean refusal);
	}

	EffectPane(AnnotationSession session, EffectDesk desk) {
		this.session = session;
		this.desk = desk;
		JPanel north = new JPanel(new BorderLayout(0, 10));
		north.add(fields, BorderLayout.WEST);
		north.add(buttons, BorderLayout.SOUTH);
		panel.setBorder(BorderFactory.createEmptyBorder(8, 8, 8, 8));
		panel.add(north, BorderLayout.NORTH);
	}

	/** What the tab is called. */
	abstract String title();

	/** The tab was chosen. */
	abstract void begin();

	/** Segments, the current one or the editing mask have changed while the tab was chosen. */
	abstract void changed();

	/** Another tab was chosen, or the window closes. */
	void end() {
		endings++;
		desk.work().stop();
		desk.clear();
	}

	/** Work for the preview has begun, or has ended. */
	void working(boolean busy) {
		// Most panes show it nowhere but in the bar of the window.
	}

	final JComponent component() {
		return panel;
	}

	/** A row of fields. @return the row, which can be disabled */
	final Row row(String label, JComponent... parts) {
		GridBagConstraints at = new GridBagConstraints();
		at.gridy = rows++;
		at.insets = new Insets(2, 0, 2, 8);
		at.anchor = GridBagConstraints.LINE_START;
		JLabel words = new JLabel(label);
		fields.add(words, at);
		JPanel row = new JPanel(new FlowLayout(FlowLayout.LEADING, 4, 0));
		for (JComponent part : parts)
			row.add(part);
		at.gridx = 1;
		fields.add(row, at);
		return new Row(words, row);
	}

	/** Fields beside their words. */
	record Row(JLabel words, JPanel parts) {

		void setEnabled(boolean enabled) {
			words.setEnabled(enabled);
			for (Component part : parts.getComponents())
				part.setEnabled(enabled);
		}
	}

	/** A line of words below each other. */
	final void words(JComponent words) {
		GridBagConstraints at = new GridBagConstraints();
		at.gridy = rows++;
		at.gridwidth = 2;
		at.insets = new Insets(4, 0, 4, 0);
		at.anchor = GridBagConstraints.LINE_START;
		fields.add(words, at);
	}

	final JButton button(String text, String name, String tip, Runnable action) {
		JButton button = new JButton(text);
		button.setName(name);
		button.setToolTipText(tip);
		button.addActionListener(e -> action.run());
		buttons.add(button);
		return button;
	}

	final Optional<Segment> current() {
		return session.segments().current();
	}

	final Set<UUID> visible() {
		return session.document().segments().stream().filter(Segment::visible).map(Segment::id)
				.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	final void show(Map<UUID, Mask> masks) {
		session.overlay().effects().show(new MasksPreview(session, masks));
	}

	/** As {@link #apply(Consumer, Runnable)}, where nothing was given up. */
	final void apply(Consumer<LongGesture> gesture) {
		apply(gesture, () -> {
		});
	}

	/**
	 * Applies when nothing is worked on any more; the preview goes as soon as it is done, unless another tab shows its own by then.
	 *
	 * @param refused gives back what the gesture had given up, if nothing could be applied and the tab is still there
	 */
	final void apply(Consumer<LongGesture> gesture, Runnable refused) {
		if (applies) return;
		applies = true;
		int shown = endings;
		desk.work().whenIdle(() -> {
			applies = false;
			gesture.accept(new LongGesture(changed -> {
				if (shown == endings) desk.clear();
				desk.tell(changed ? "Applied." : "Nothing was changed.", !changed);
			}, words -> {
				if (shown == endings) refused.run();
				desk.tell(words, true);
			}));
		});
	}
}
