package org.annotomy.ui.panel;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Cursor;
import java.awt.Font;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;

import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;

import org.annotomy.image.MedicalImage;
import org.annotomy.segmentation.measure.PixelSizes;
import org.annotomy.store.StoreState;

/** Which image and protocol the panel shows, and how safe the work is. */
final class StateLine extends PanelSection {

	private static final Color GOOD = new Color(0x2e8b57);
	private static final Color WORKING = new Color(0xc08000);
	private static final Color BAD = new Color(0xc03020);

	private final JPanel panel = new JPanel(new BorderLayout(8, 2));
	private final JLabel title = new JLabel();
	private final JLabel protocol = new JLabel();
	private final JLabel state = new JLabel();
	private final JLabel notes = new JLabel();
	private final JLabel spacing = new JLabel();

	/** @param changeProtocol asks for another protocol */
	StateLine(Runnable changeProtocol) {
		title.setFont(title.getFont().deriveFont(Font.BOLD));
		title.setName("title");
		state.setName("state");
		panel.setBorder(BorderFactory.createEmptyBorder(8, 8, 6, 8));
		panel.add(title, BorderLayout.CENTER);
		panel.add(state, BorderLayout.EAST);
		notes.setName("notes");
		notes.setForeground(WORKING);
		onClick(notes, this::showNotes);
		protocol.setName("protocol");
		onClick(protocol, () -> { if (session != null) changeProtocol.run(); });
		JPanel lower = new JPanel(new BorderLayout());
		lower.add(protocol, BorderLayout.CENTER);
		lower.add(notes, BorderLayout.EAST);
		spacing.setName("spacing");
		lower.add(spacing, BorderLayout.SOUTH);
		panel.add(lower, BorderLayout.SOUTH);
	}

	@Override
	JComponent component() {
		return panel;
	}

	@Override
	void refresh() {
		if (session == null) {
			title.setText("No annotated image is active");
			protocol.setText("Open a study, or use Annotate Image... on an open image.");
			state.setText("");
			notes.setText("");
			spacing.setText(" ");
			spacing.setToolTipText(null);
			return;
		}
		title.setText(session.image().getTitle());
		protocol.setText(session.document().protocol().title() + (session.document().isComplete() ? "  ·  complete" : ""));
		protocol.setToolTipText(hint(session.document().protocol().instructions()));
		int count = session.warnings().size();
		notes.setText(count == 0 ? "" : count == 1 ? "1 note" : count + " notes");
		spacing.setText(PixelSizes.of(session.source()).describe() + axis(session.source()));
		spacing.setToolTipText(spacing.getText() + ". So large is a pixel, and so far can lengths and areas be trusted.");
		StoreState now = session.store().state();
		state.setText("● " + words(now.kind()));
		state.setForeground(colour(now.kind()));
		state.setToolTipText(now.words());
	}

	private static String axis(MedicalImage image) {
		String words = image.timeAxis().describe(image.timePoints(), image.frameTimeMs());
		return words.isEmpty() ? "" : "  ·  " + words;
	}

	private static void onClick(JLabel label, Runnable action) {
		label.setCursor(Cursor.getPredefinedCursor(Cursor.HAND_CURSOR));
		label.addMouseListener(new MouseAdapter() {
			@Override
			public void mouseClicked(MouseEvent e) {
				action.run();
			}
		});
	}

	private static String hint(String instructions) {
		return (instructions.isEmpty() ? "" : instructions + "  ") + "(Click to change the protocol.)";
	}

	private void showNotes() {
		JTextArea text = new JTextArea(String.join("\n\n", session.warnings()), 8, 50);
		text.setLineWrap(true);
		text.setWrapStyleWord(true);
		text.setEditable(false);
		JOptionPane.showMessageDialog(panel, new JScrollPane(text), "Notes on This Image", JOptionPane.PLAIN_MESSAGE);
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
