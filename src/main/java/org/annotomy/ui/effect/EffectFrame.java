package org.annotomy.ui.effect;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.EventQueue;
import java.awt.Font;
import java.awt.Frame;
import java.awt.GraphicsEnvironment;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.JTabbedPane;
import javax.swing.SwingConstants;
import javax.swing.Timer;
import javax.swing.WindowConstants;

import org.annotomy.annotation.DocumentListener;
import org.annotomy.annotation.model.Segment;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.session.EditingWords;
import org.annotomy.imagej.view.OrthogonalViews;
import org.annotomy.ui.dialog.EventThread;
import org.annotomy.ui.view.FreePlace;
import org.annotomy.ui.view.ViewWindows;

/** The window "Segment Effects" of one session: effects whose outcome pulses in all views until it is applied. Closes with the session. */
public final class EffectFrame extends JDialog implements EffectPane.EffectDesk {

	private static final long serialVersionUID = 1;
	private static final String TITLE = "Segment Effects";
	private static final Color LOUD = new Color(0xffb000);
	private static final Color REFUSAL = new Color(0xc03020);
	private static final int PULSE_MS = 80;
	private static final double PULSES_PER_STEP = 0.35;

	private final transient AnnotationSession session;
	private final transient List<EffectPane> panes;
	private final transient EffectWork work;
	private final transient Runnable closing = this::dispose;
	private final transient Runnable segmentsChanged = () -> EventQueue.invokeLater(this::refresh);
	private final transient DocumentListener edits = (edit, cause) -> segmentsChanged.run();
	private final JTabbedPane tabs = new JTabbedPane(SwingConstants.LEFT);
	private final JLabel target = new JLabel(" ");
	private final JLabel mask = new JLabel();
	private final JLabel state = new JLabel(" ");
	private final JProgressBar bar = new JProgressBar(0, 100);
	private final JButton stop = new JButton("Stop");
	private final Timer pulse = new Timer(PULSE_MS, e -> pulse());
	private transient EffectPane shown;
	private int choices;
	private double phase;

	private EffectFrame(AnnotationSession session) {
		super(session.image().getWindow(), TITLE, ModalityType.MODELESS);
		this.session = session;
		work = new EffectWork(bar, words -> tell(words, true), this::working);
		panes = List.of(new ThresholdPane(session, this), new GrowPane(session, this), new WalkerPane(session, this),
				new BetweenPane(session, this), new MarginPane(session, this), new SmoothPane(session, this),
				new HollowPane(session, this), new IslandsPane(session, this), new ContourPane(session, this),
				new MarchPane(session, this));
		panes.forEach(pane -> tabs.addTab(pane.title(), pane.component()));
		tabs.setName("effects");
		tabs.addChangeListener(e -> choose());
		add(head(), BorderLayout.NORTH);
		add(tabs, BorderLayout.CENTER);
		add(foot(), BorderLayout.SOUTH);
		setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
		pack();
	}

	private JPanel head() {
		target.setName("effect-segment");
		target.setFont(target.getFont().deriveFont(Font.BOLD));
		target.setBorder(BorderFactory.createEmptyBorder(8, 10, 4, 10));
		mask.setName("effect-mask");
		mask.setOpaque(true);
		mask.setBackground(LOUD);
		mask.setForeground(Color.BLACK);
		mask.setBorder(BorderFactory.createEmptyBorder(3, 10, 3, 10));
		JPanel head = new JPanel(new BorderLayout());
		head.add(target, BorderLayout.NORTH);
		head.add(mask, BorderLayout.SOUTH);
		return head;
	}

	private JPanel foot() {
		state.setName("effect-state");
		stop.setName("stop");
		stop.setEnabled(false);
		stop.addActionListener(e -> work.stop());
		JPanel run = new JPanel(new BorderLayout(6, 0));
		run.add(bar, BorderLayout.CENTER);
		run.add(stop, BorderLayout.EAST);
		JPanel foot = new JPanel(new BorderLayout(0, 4));
		foot.setBorder(BorderFactory.createEmptyBorder(4, 10, 8, 10));
		foot.add(state, BorderLayout.NORTH);
		foot.add(run, BorderLayout.SOUTH);
		return foot;
	}

	/**
	 * Opens the window of a session, or brings it to the front, with one effect. May be called from any thread.
	 *
	 * @param effect the title of its tab; the first one if there is none such
	 */
	public static void open(AnnotationSession session, String effect) {
		EventThread.run(() -> {
			EffectFrame open = find(session);
			boolean anew = open == null;
			if (anew) open = new EffectFrame(session);
			for (int i = 0; i < open.panes.size(); i++)
				if (open.panes.get(i).title().equalsIgnoreCase(effect)) open.tabs.setSelectedIndex(i);
			if (anew) open.start();
			open.setVisible(true);
			open.toFront();
		});
	}

	/** The open window of a session, or null. */
	public static EffectFrame find(AnnotationSession session) {
		return Stream.of(Window.getWindows())
				.filter(w -> w instanceof EffectFrame frame && frame.session == session && w.isDisplayable())
				.map(w -> (EffectFrame) w).findFirst().orElse(null);
	}

	private void start() {
		session.document().addListener(edits);
		session.segments().addListener(segmentsChanged);
		session.onClose(closing);
		if (session.image().getWindow() != null) place(session.image().getWindow());
		choose();
		refresh();
		pulse.start();
	}

	/** Below the image, or elsewhere if it would hide views there: what pulses should be seen. */
	private void place(Window image) {
		List<Window> views = OrthogonalViews.of(session.image()).map(ViewWindows::showing).orElse(List.of(image));
		List<Window> others = Stream.of(getWindows())
				.filter(w -> w instanceof Frame && w.isShowing() && !views.contains(w)).toList();
		List<Point> wishes = new ArrayList<>(List.of(below(image)));
		Stream.concat(views.stream(), others.stream()).forEach(w -> wishes.addAll(around(w)));
		Rectangle screen = GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds();
		setLocation(new FreePlace(screen, bounds(views), bounds(others)).of(getSize(), wishes));
	}

	private static Point below(Window window) {
		return new Point(window.getX(), window.getY() + window.getHeight());
	}

	private List<Point> around(Window window) {
		return List.of(below(window), new Point(window.getX() + window.getWidth(), window.getY()),
				new Point(window.getX() - getWidth(), window.getY()));
	}

	private static List<Rectangle> bounds(List<Window> windows) {
		return windows.stream().map(Window::getBounds).toList();
	}

	@Override
	public void dispose() {
		pulse.stop();
		session.document().removeListener(edits);
		session.segments().removeListener(segmentsChanged);
		session.offClose(closing);
		if (shown != null) shown.end();
		shown = null;
		choices++;
		super.dispose();
	}

	private void choose() {
		EffectPane chosen = panes.get(tabs.getSelectedIndex());
		if (chosen == shown) return;
		if (shown != null) shown.end();
		shown = chosen;
		tell("", false);
		int choice = ++choices;
		work.whenIdle(() -> {
			if (choice == choices) chosen.begin();
		});
	}

	private void refresh() {
		if (shown == null) return;
		String words = EditingWords.of(session);
		target.setText(session.segments().current().map(s -> "Current segment: " + name(s)).orElse("There is no segment yet"));
		mask.setText("Editing mask: " + words);
		mask.setVisible(!words.isEmpty());
		shown.changed();
	}

	private static String name(Segment segment) {
		return (segment.name() == null ? "without a name" : segment.name())
				+ (segment.visible() ? "" : " (hidden: it is shown as soon as it is changed)");
	}

	private void working(boolean busy) {
		stop.setEnabled(busy);
		if (shown != null) shown.working(busy);
	}

	private void pulse() {
		phase += PULSES_PER_STEP;
		session.overlay().effects().setOpacity(0.55 + 0.35 * Math.sin(phase));
	}

	@Override
	public EffectWork work() {
		return work;
	}

	@Override
	public void clear() {
		session.overlay().effects().show(null);
	}

	@Override
	public void tell(String words, boolean refusal) {
		state.setText(words.isEmpty() ? " " : words);
		state.setToolTipText(words.isEmpty() ? null : words);
		state.setForeground(refusal ? REFUSAL : tabs.getForeground());
	}
}
