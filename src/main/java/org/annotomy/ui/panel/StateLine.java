package org.annotomy.ui.panel;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Font;

import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;

import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.store.StoreState;

/** Which image and protocol the panel shows, and how safe the work is. */
final class StateLine implements PanelSection {

	private static final Color GOOD = new Color(0x2e8b57);
	private static final Color WORKING = new Color(0xc08000);
	private static final Color BAD = new Color(0xc03020);

	private final JPanel panel = new JPanel(new BorderLayout(8, 2));
	private final JLabel title = new JLabel();
	private final JLabel protocol = new JLabel();
	private final JLabel state = new JLabel();
	private AnnotationSession session;

	StateLine() {
		title.setFont(title.getFont().deriveFont(Font.BOLD));
		title.setName("title");
		state.setName("state");
		panel.setBorder(BorderFactory.createEmptyBorder(8, 8, 6, 8));
		panel.add(title, BorderLayout.CENTER);
		panel.add(state, BorderLayout.EAST);
		panel.add(protocol, BorderLayout.SOUTH);
	}

	@Override
	public JComponent component() {
		return panel;
	}

	@Override
	public void show(AnnotationSession shown) {
		session = shown;
		refresh();
	}

	@Override
	public void refresh() {
		if (session == null) {
			title.setText("No annotated image is active");
			protocol.setText("Open a study, or use Annotate Image... on an open image.");
			state.setText("");
			return;
		}
		title.setText(session.image().getTitle());
		protocol.setText(session.document().protocol().title() + (session.document().isComplete() ? "  ·  complete" : ""));
		protocol.setToolTipText(session.document().protocol().instructions());
		StoreState now = session.store().state();
		state.setText("● " + words(now.kind()));
		state.setForeground(colour(now.kind()));
		state.setToolTipText(now.words());
	}

	private static String words(StoreState.Kind kind) {
		return switch (kind) {
			case SAVED -> "saved";
			case UNSAVED -> "kept in the journal";
			case SAVING -> "saving";
			case READ_ONLY -> "read-only";
			case RECOVERY_PLACE -> "kept elsewhere";
		};
	}

	private static Color colour(StoreState.Kind kind) {
		return switch (kind) {
			case SAVED -> GOOD;
			case UNSAVED, SAVING -> WORKING;
			case READ_ONLY, RECOVERY_PLACE -> BAD;
		};
	}
}
