package org.annotomy.ui.panel;

import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import javax.swing.BorderFactory;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTabbedPane;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.count.CountResult;
import org.annotomy.annotation.count.CountingFields;
import org.annotomy.annotation.count.ProtocolCounts;
import org.annotomy.geometry.PlaneSpacing;
import org.annotomy.imagej.lab.FieldDesk;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.slide.SlideCanvas;
import org.annotomy.imagej.slide.SlideImage;
import org.annotomy.task.Progress;
import org.annotomy.ui.edit.FieldGestures;
import org.annotomy.ui.notice.Notices;

/** What the protocol counts, as it goes on: result, how much is done, what is missing; on slides the way from field to field. A tab that is there only if the protocol counts. */
final class CountSection extends PanelSection {

	private static final String TITLE = "Counts";

	private final Notices notices;
	private final JPanel panel = new JPanel(new BorderLayout());
	private final JPanel cards = new ScrolledColumn(null);
	private final JPanel fieldBar = new JPanel(new BorderLayout());
	private final JLabel field = new JLabel();
	private final JButton lay = button("lay-fields", "Lay out fields",
			"Lays out as many high power fields (0.237 mm²) as the count still needs, within the selection or around the middle of the view");
	private final JButton back = button("field-back", "‹", "To the field before  ( , )");
	private final JButton finish = button("field-finished", "Finished, next ›",
			"The field in view is finished and counts from now on; on to the next one  ( . )");
	private final Recount<List<CountResult>> recount = new Recount<>(CountSection::counting, this::show);
	private final Runnable viewMoved = this::describeFields;
	private final List<CountCard> shown = new ArrayList<>();
	private JTabbedPane tabs;
	private int place;
	private SlideCanvas canvas;

	CountSection(Notices notices) {
		this.notices = notices;
		cards.setLayout(new BoxLayout(cards, BoxLayout.Y_AXIS));
		lay.addActionListener(e -> act(FieldGestures::add));
		back.addActionListener(e -> act(gestures -> gestures.step(FieldDesk.Step.BACK)));
		finish.addActionListener(e -> act(gestures -> gestures.step(FieldDesk.Step.FINISH)));
		JPanel buttons = new JPanel(new FlowLayout(FlowLayout.LEADING, 4, 2));
		for (JButton button : List.of(lay, back, finish))
			buttons.add(button);
		field.setName("field");
		field.setBorder(BorderFactory.createEmptyBorder(0, 8, 4, 8));
		fieldBar.add(buttons, BorderLayout.NORTH);
		fieldBar.add(field, BorderLayout.SOUTH);
		panel.add(fieldBar, BorderLayout.NORTH);
		JScrollPane scroll = new JScrollPane(cards);
		scroll.setBorder(BorderFactory.createEmptyBorder());
		panel.add(scroll, BorderLayout.CENTER);
	}

	private static JButton button(String name, String text, String hint) {
		JButton button = new JButton(text);
		button.setName(name);
		button.setToolTipText(hint);
		return button;
	}

	/** What a button does with the gestures of the session on display; gives words for the user. */
	@FunctionalInterface
	private interface Gesture {
		String of(FieldGestures gestures);
	}

	private void act(Gesture gesture) {
		notices.guard(() -> notices.tell(gesture.of(new FieldGestures(session)), false));
	}

	/** Has its tab there whenever there is something to count. @param index among the tabs */
	void standIn(JTabbedPane pane, int index) {
		tabs = pane;
		place = index;
	}

	@Override
	JComponent component() {
		return panel;
	}

	@Override
	void show(AnnotationSession next) {
		if (canvas != null) canvas.removeViewListener(viewMoved);
		canvas = slide(next).flatMap(SlideImage::slideCanvas).orElse(null);
		if (canvas != null) canvas.addViewListener(viewMoved);
		shown.clear();
		cards.removeAll();
		super.show(next);
	}

	private static Optional<SlideImage> slide(AnnotationSession of) {
		return of == null ? Optional.empty() : SlideImage.of(of.image());
	}

	@Override
	void refresh() {
		boolean counts = session != null && !session.document().protocol().counts().isEmpty();
		if (counts && tabs.indexOfComponent(panel) < 0) tabs.insertTab(TITLE, null, panel, null, place);
		if (!counts) tabs.remove(panel);
		recount.request(counts ? session : null);
		boolean fields = counts && canvas != null && CountingFields.classKey(session.document()).isPresent();
		fieldBar.setVisible(fields);
		if (fields) describeFields();
	}

	/** Hears of each move of the view: so it only looks which field lies there. */
	private void describeFields() {
		if (session == null || session.isClosed()) return;
		CountingFields fields = CountingFields.in(session.document());
		boolean writable = session.document().readOnlyReason().isEmpty();
		lay.setEnabled(writable);
		finish.setEnabled(writable && !fields.all().isEmpty());
		back.setEnabled(!fields.all().isEmpty());
		field.setText(fields.all().isEmpty() ? "No fields are laid out: all areas of the class count." : words(fields));
	}

	private String words(CountingFields fields) {
		int at = canvas == null ? -1 : fields.at(canvas.centre());
		String here = at < 0
				? "No field in view"
				: "Field " + (at + 1) + " of " + fields.all().size()
						+ (CountingFields.isUnfinished(fields.all().get(at)) ? "" : ", finished");
		return here + "  ·  " + fields.finished() + " of " + fields.all().size() + " finished";
	}

	private static Supplier<List<CountResult>> counting(AnnotationSession of) {
		AnnotationDocument document = of.document().copy();
		PlaneSpacing spacing = of.planeSpacing();
		return () -> new ProtocolCounts(document, spacing).all(Progress.NONE);
	}

	private void show(List<CountResult> results) {
		while (shown.size() > results.size())
			cards.remove(shown.remove(shown.size() - 1).component());
		while (shown.size() < results.size()) {
			shown.add(new CountCard(this::look));
			cards.add(shown.get(shown.size() - 1).component());
		}
		for (int i = 0; i < results.size(); i++)
			shown.get(i).show(results.get(i));
		cards.revalidate();
		cards.repaint();
	}

	/** Draws the selection around a hot spot and goes there. */
	private void look(org.annotomy.geometry.Box spot) {
		session.image().setRoi(new ij.gui.OvalRoi(spot.x(), spot.y(), spot.width(), spot.height()));
		if (canvas != null) canvas.showAround(session.image().getRoi().getBounds());
	}
}
