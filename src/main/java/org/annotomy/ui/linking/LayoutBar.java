package org.annotomy.ui.linking;

import java.awt.BorderLayout;
import java.awt.EventQueue;
import java.awt.FlowLayout;
import java.awt.Font;
import java.awt.Insets;
import java.awt.Rectangle;
import java.awt.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JToggleButton;

import org.annotomy.imagej.linking.OpenGroup;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.view.SliceView;
import org.annotomy.linking.group.SyncSettings;
import org.annotomy.linking.group.SyncSettings.Ghosts;
import org.annotomy.ui.edit.LinkGestures;
import org.annotomy.ui.notice.NoticeBoard;

import ij.ImagePlus;

/**
 * The strip above the windows of a layout: which stage is shown, the way to the others, and what the views do together, to be seen and switched. It
 * leaves the keyboard to the images. Ends with the group's last image.
 */
final class LayoutBar extends JFrame {

	private static final long serialVersionUID = 1;
	private static final String[][] TOGETHER = {{"Slices", "All show the slice nearest to the place looked at"},
			{"Pan", "All keep the same place in sight"}, {"Zoom", "A millimetre is as large in all"},
			{"Cursor", "All mark the place looked at"}, {"Window", "Images of one modality share window and level"},
			{"Lines", "All show where the slice of the active view cuts theirs"}};
	private static final Insets NARROW = new Insets(1, 7, 1, 7);

	private final transient OpenGroup group;
	private final JLabel stage = new JLabel();
	private final List<JToggleButton> together = new ArrayList<>();
	private final JButton ghosts = new JButton();
	private final transient Runnable watch = () -> EventQueue.invokeLater(this::refresh);
	private transient ImagePlus maximised;

	private LayoutBar(OpenGroup group) {
		super("Layout");
		this.group = group;
		setName("layout bar");
		setUndecorated(true);
		setFocusableWindowState(false);
		stage.setFont(stage.getFont().deriveFont(Font.BOLD));
		stage.setName("stage");
		JPanel left = new JPanel(new FlowLayout(FlowLayout.LEFT, 4, 2));
		left.add(button(new JButton("◀"), "previous stage", "The stage before (key ,)", () -> step(-1)));
		left.add(button(new JButton("▶"), "next stage", "The next stage (key .)", () -> step(1)));
		left.add(stage);
		JPanel right = new JPanel(new FlowLayout(FlowLayout.RIGHT, 3, 2));
		right.add(new JLabel("Together:"));
		for (String[] what : TOGETHER) {
			JToggleButton toggle = new JToggleButton(what[0]);
			button(toggle, what[0], what[1], this::synchronise);
			together.add(toggle);
			right.add(toggle);
		}
		right.add(button(ghosts, "ghosts", "Of which marks the other views show where they must be", this::nextGhosts));
		right.add(button(new JButton("×"), "close bar", "Hide this strip", this::dispose));
		JPanel all = new JPanel(new BorderLayout());
		all.setBorder(BorderFactory.createEtchedBorder());
		all.add(left, BorderLayout.CENTER);
		all.add(right, BorderLayout.EAST);
		setContentPane(all);
		pack();
		group.addListener(watch);
		refresh();
	}

	/** The strip of a group; made, but not shown, if there is none. */
	static LayoutBar of(OpenGroup group) {
		return find(group).orElseGet(() -> new LayoutBar(group));
	}

	private static Optional<LayoutBar> find(OpenGroup group) {
		return Stream.of(Window.getWindows())
				.filter(w -> w instanceof LayoutBar bar && bar.isDisplayable() && bar.group == group).map(w -> (LayoutBar) w)
				.findFirst();
	}

	private static <B extends javax.swing.AbstractButton> B button(B button, String name, String tip, Runnable action) {
		button.setName(name);
		button.setToolTipText(tip);
		button.setFocusable(false);
		button.setMargin(NARROW);
		button.addActionListener(e -> action.run());
		return button;
	}

	/** Takes the upper edge of an area. @return what is left of it */
	Rectangle seat(Rectangle area) {
		int height = getPreferredSize().height;
		setBounds(area.x, area.y, area.width, height);
		setVisible(true);
		return new Rectangle(area.x, area.y + height, area.width, area.height - height);
	}

	/** @param view the view that has all of the screen, or null */
	void tell(String words, ImagePlus view) {
		stage.setText(words);
		maximised = view;
	}

	boolean isMaximised(ImagePlus view) {
		return maximised == view;
	}

	private void refresh() {
		if (group.sessions().isEmpty()) {
			dispose();
			return;
		}
		SyncSettings sync = group.group().sync();
		boolean[] on = {sync.scroll(), sync.pan(), sync.zoom(), sync.crosshair(), sync.window(), sync.referenceLines()};
		for (int i = 0; i < on.length; i++)
			together.get(i).setSelected(on[i]);
		ghosts.setText("Ghosts: " + sync.ghosts().name().toLowerCase(Locale.ROOT));
	}

	@Override
	public void dispose() {
		group.removeListener(watch);
		super.dispose();
	}

	private LinkGestures gestures() {
		AnnotationSession session = group.views().active().map(SliceView::session)
				.orElseGet(() -> group.sessions().values().iterator().next());
		return new LinkGestures(session);
	}

	private void step(int steps) {
		NoticeBoard.find().guard(() -> gestures().stage(steps, LayoutDesk::show));
	}

	private void synchronise() {
		set(group.group().sync().ghosts());
	}

	private void nextGhosts() {
		Ghosts[] all = Ghosts.values();
		set(all[(group.group().sync().ghosts().ordinal() + 1) % all.length]);
	}

	private void set(Ghosts shown) {
		boolean[] on = new boolean[TOGETHER.length];
		for (int i = 0; i < on.length; i++)
			on[i] = together.get(i).isSelected();
		gestures().synchronise(new SyncSettings(on[0], on[1], on[2], on[3], on[4], on[5], shown));
	}
}
