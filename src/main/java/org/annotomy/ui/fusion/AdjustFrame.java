package org.annotomy.ui.fusion;

import java.awt.BorderLayout;
import java.awt.Cursor;
import java.awt.FlowLayout;
import java.awt.GridLayout;
import java.awt.Window;
import java.awt.event.ActionEvent;
import java.awt.event.ActionListener;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

import javax.swing.AbstractAction;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSlider;
import javax.swing.KeyStroke;
import javax.swing.SwingConstants;
import javax.swing.SwingWorker;
import javax.swing.WindowConstants;

import org.annotomy.geometry.Position;
import org.annotomy.imagej.fusion.Fusion;
import org.annotomy.imagej.registration.Adjustment;
import org.annotomy.imagej.registration.ImagePair;
import org.annotomy.registration.ImageFrame;
import org.annotomy.registration.Transform;
import org.annotomy.ui.dialog.EventThread;
import org.annotomy.ui.edit.RegistrationGestures;

/**
 * The window "Adjust Registration": shifts and turns the moving image, which lies over the fixed one and follows at once, by buttons and by
 * keys. Nothing is kept until it is saved.
 */
public final class AdjustFrame extends JFrame {

	private static final long serialVersionUID = 1;
	private static final String TITLE = "Adjust Registration";
	private static final Double[] STEPS = {0.1, 0.5, 1.0, 2.0, 5.0, 10.0};
	private static final String[] PATIENT = {"to the left", "to the back", "to the head"};
	private static final String[] PICTURE = {"to the right", "down", "deeper"};
	/** Keys by axis: less, then more. */
	private static final String[][] KEYS = {{"LEFT", "RIGHT"}, {"UP", "DOWN"}, {"PAGE_DOWN", "PAGE_UP"}};
	/** Of slides, in mm. */
	private static final Double[] FINE_STEPS = {0.001, 0.005, 0.02, 0.1, 0.5, 2.0};

	private final transient ImagePair pair;
	private final transient AdjustedImage over;
	private final boolean slides;
	private transient Transform before;
	private final double[] shift = new double[3];
	private final double[] degrees = new double[3];
	private final JLabel[] shown = new JLabel[6];
	private final JComboBox<Double> shiftStep = new JComboBox<>();
	private final JComboBox<Double> turnStep = new JComboBox<>(STEPS);
	private final JLabel state = new JLabel(" ");
	private final JComponent axes;

	private AdjustFrame(ImagePair pair, Transform before) {
		super(TITLE);
		over = AdjustedImage.of(pair, before);
		slides = over.fusion().isEmpty();
		this.pair = pair;
		this.before = before;
		axes = axes();
		for (Double step : slides && pair.unit().equals("mm") ? FINE_STEPS : STEPS)
			shiftStep.addItem(step);
		shiftStep.setSelectedIndex(2);
		turnStep.setSelectedItem(1.0);
		shiftStep.setFocusable(false);
		turnStep.setFocusable(false);
		shiftStep.setName("shift step");
		turnStep.setName("turn step");
		state.setName("state");
		state.setBorder(BorderFactory.createEmptyBorder(2, 8, 6, 8));
		add(steps(), BorderLayout.NORTH);
		add(axes, BorderLayout.CENTER);
		JPanel below = new JPanel(new BorderLayout());
		below.add(buttons(), BorderLayout.NORTH);
		below.add(state, BorderLayout.SOUTH);
		add(below, BorderLayout.SOUTH);
		bindKeys();
		tell("Arrows and Page keys shift; with Ctrl they turn.");
		setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
		pack();
	}

	/** Opens the window of a pair, or brings it to the front. May be called from any thread. */
	public static void open(ImagePair pair, Transform before) {
		EventThread.run(() -> {
			AdjustFrame open = find(pair);
			if (open == null) {
				open = new AdjustFrame(pair, before);
				Window image = pair.fixed().getWindow();
				if (image != null) open.setLocation(image.getX() + image.getWidth() + 8, image.getY());
			}
			open.setVisible(true);
			open.toFront();
			open.axes.requestFocusInWindow();
		});
	}

	private static AdjustFrame find(ImagePair pair) {
		return Stream.of(Window.getWindows())
				.filter(w -> w instanceof AdjustFrame frame && frame.isDisplayable() && frame.pair.fixed() == pair.fixed()
						&& frame.pair.moving() == pair.moving())
				.map(w -> (AdjustFrame) w).findFirst().orElse(null);
	}

	/** What was not saved is gone. */
	@Override
	public void dispose() {
		over.end(before);
		super.dispose();
	}

	private JComponent steps() {
		JPanel panel = new JPanel(new FlowLayout(FlowLayout.LEFT));
		panel.add(new JLabel("Step"));
		panel.add(shiftStep);
		panel.add(new JLabel(pair.unit()));
		panel.add(turnStep);
		panel.add(new JLabel("°"));
		over.fusion().ifPresent(fusion -> addOpacity(panel, fusion));
		return panel;
	}

	private static void addOpacity(JPanel panel, Fusion fusion) {
		JSlider opacity = new JSlider(0, 100, (int) Math.round(100 * fusion.look().opacity()));
		opacity.setName("opacity");
		opacity.setFocusable(false);
		opacity.addChangeListener(e -> {
			fusion.setLook(fusion.look().withOpacity(opacity.getValue() / 100.0));
		});
		panel.add(new JLabel("   Opacity"));
		panel.add(opacity);
	}

	private JComponent axes() {
		boolean patient = pair.fixedFrame().kind() == ImageFrame.Kind.PATIENT;
		JPanel panel = new JPanel(new GridLayout(0, 4, 6, 4));
		panel.setBorder(BorderFactory.createEmptyBorder(4, 8, 4, 8));
		panel.setName("axes");
		panel.setFocusable(true);
		for (int axis = 0; axis < 3; axis++)
			if (axis < 2 || !pair.isPlane()) addRow(panel, "Shift " + (patient ? PATIENT : PICTURE)[axis], axis, false);
		for (int axis = 0; axis < 3; axis++)
			if (axis == 2 || !pair.isPlane()) addRow(panel, "Turn around " + "xyz".charAt(axis), axis, true);
		return panel;
	}

	private void addRow(JPanel panel, String text, int axis, boolean turn) {
		JLabel value = new JLabel("", SwingConstants.CENTER);
		shown[axis + (turn ? 3 : 0)] = value;
		panel.add(new JLabel(text));
		panel.add(button("−", "less " + text, e -> nudge(axis, turn, -1)));
		panel.add(value);
		panel.add(button("+", "more " + text, e -> nudge(axis, turn, 1)));
	}

	private static JButton button(String text, String name, ActionListener action) {
		JButton button = new JButton(text);
		button.setName(name);
		button.setFocusable(false);
		button.addActionListener(action);
		return button;
	}

	private JComponent buttons() {
		JPanel panel = new JPanel(new FlowLayout(FlowLayout.RIGHT));
		panel.add(button("Reset", "reset", e -> reset()));
		panel.add(button("Save", "save", e -> save()));
		return panel;
	}

	private void bindKeys() {
		for (int axis = 0; axis < 3; axis++)
			for (int way = 0; way < 2; way++) {
				if (axis < 2 || !pair.isPlane()) bind(KEYS[axis][way], axis, false, 2 * way - 1);
				if (axis == 2 || !pair.isPlane()) bind("ctrl " + KEYS[axis][way], axis, true, 2 * way - 1);
			}
	}

	private void bind(String key, int axis, boolean turn, int way) {
		getRootPane().getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT).put(KeyStroke.getKeyStroke(key), key);
		getRootPane().getActionMap().put(key, new AbstractAction() {
			private static final long serialVersionUID = 1;

			@Override
			public void actionPerformed(ActionEvent e) {
				nudge(axis, turn, way);
			}
		});
	}

	private void nudge(int axis, boolean turn, int way) {
		double step = (Double) (turn ? turnStep : shiftStep).getSelectedItem();
		(turn ? degrees : shift)[axis] += way * step;
		tell("Not saved yet.");
		over.move(adjustment().of(before, pair));
	}

	private Adjustment adjustment() {
		return new Adjustment(new Position(shift[0], shift[1], shift[2]), new Position(degrees[0], degrees[1], degrees[2]));
	}

	private void reset() {
		for (int axis = 0; axis < 3; axis++)
			shift[axis] = degrees[axis] = 0;
		tell("As it was before.");
		over.move(before);
	}

	private void tell(String words) {
		for (int i = 0; i < 6; i++)
			if (shown[i] != null)
				shown[i].setText(i < 3
						? String.format(Locale.ROOT, slides ? "%.3f %s" : "%.1f %s", shift[i], pair.unit())
						: String.format(Locale.ROOT, "%.1f°", degrees[i - 3]));
		state.setText(words);
	}

	/** Off the event dispatch thread: images that are known by their pixels alone are read through. */
	private void save() {
		Adjustment adjustment = adjustment();
		Transform old = before;
		setCursor(Cursor.getPredefinedCursor(Cursor.WAIT_CURSOR));
		new SwingWorker<Void, Void>() {
			@Override
			protected Void doInBackground() throws IOException {
				RegistrationGestures.adjust(pair, old, adjustment);
				return null;
			}

			@Override
			protected void done() {
				setCursor(Cursor.getDefaultCursor());
				try {
					get();
					before = adjustment.of(old, pair);
					reset();
					tell("Saved.");
				} catch (InterruptedException e) {
					Thread.currentThread().interrupt();
				} catch (ExecutionException e) {
					tell("It could not be saved. Save it elsewhere with Adjust Registration... and a file.");
				}
			}
		}.execute();
	}
}
