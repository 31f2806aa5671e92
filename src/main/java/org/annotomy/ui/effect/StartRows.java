package org.annotomy.ui.effect;

import java.awt.Dimension;
import java.awt.GridLayout;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

import javax.swing.DefaultListModel;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSpinner;
import javax.swing.ListSelectionModel;
import javax.swing.SpinnerNumberModel;

import org.annotomy.imagej.session.FrontEffects;
import org.annotomy.imagej.session.StartPlaces;
import org.annotomy.imagej.view.OrthogonalViews;
import org.annotomy.segmentation.levelset.StartBall;
import org.annotomy.ui.tool.StartPlacesTool;

import ij.gui.Toolbar;

/** The rows of a pane that say where a front starts: balls that are clicked in the views and listed here, or the segment; and how far it may come. */
final class StartRows implements StartPlaces.Listener {

	private static final Dimension LIST = new Dimension(250, 76);

	private final EffectPane pane;
	private final StartPlaces places;
	private final Runnable changed;
	private final JComboBox<String> from = new JComboBox<>(new String[]{"balls", "the segment as it is"});
	private final DefaultListModel<String> listed = new DefaultListModel<>();
	private final JList<String> list = new JList<>(listed);
	private final JSpinner radius = new JSpinner(new SpinnerNumberModel(3.0, 0.1, 1000, 0.5));
	private final JSpinner farthest = new JSpinner(
			new SpinnerNumberModel(FrontEffects.Start.USUAL_FARTHEST_MM, 0, 10_000, 5));
	private boolean showing;
	private int toolBefore = -1;

	/**
	 * @param key of the pane, by which parts are named
	 * @param changed runs when something here has changed
	 */
	StartRows(EffectPane pane, String key, Runnable changed) {
		this.pane = pane;
		this.changed = changed;
		places = StartPlaces.of(pane.session);
		from.setName("start-" + key);
		list.setName("places-" + key);
		list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
		list.setToolTipText("Middle (column, row, slice) and radius of each ball to start from");
		radius.setName("radius-" + key);
		radius.setToolTipText("Of the chosen ball and of the next one; in a view it is dragged");
		farthest.setName("farthest-" + key);
		farthest.setToolTipText("How far from its start it may come along each axis; 0: anywhere, which takes memory and time");
		from.addActionListener(e -> choose());
		list.addListSelectionListener(e -> {
			if (!showing && !e.getValueIsAdjusting()) places.choose(list.getSelectedIndex());
		});
		radius.addChangeListener(e -> {
			if (!showing) places.setRadius(number(radius));
		});
		farthest.addChangeListener(e -> changed.run());
		JScrollPane scroll = new JScrollPane(list);
		scroll.setPreferredSize(LIST);
		pane.row("Start from", from);
		pane.row("Balls", scroll, buttons(key));
		pane.row("Radius (mm)", radius, new JLabel("farthest (mm)"), farthest);
	}

	private JPanel buttons(String key) {
		JPanel buttons = new JPanel(new GridLayout(0, 1, 0, 3));
		buttons.add(button("Click In Views", "click-" + key,
				"Chooses the tool that sets balls: click in any view, drag for the radius, Alt+click takes one out",
				this::takeTool));
		buttons.add(
				button("At Crosshair", "crosshair-" + key, "Sets a ball where the crosshair of the views is", this::atCrosshair));
		buttons.add(button("Remove", "remove-" + key, "Takes the chosen ball out; all of them if none is chosen", this::remove));
		return buttons;
	}

	private static JButton button(String text, String name, String tip, Runnable action) {
		JButton button = new JButton(text);
		button.setName(name);
		button.setToolTipText(tip);
		button.addActionListener(e -> action.run());
		return button;
	}

	static double number(JSpinner spinner) {
		return ((Number) spinner.getValue()).doubleValue();
	}

	/** Shows the balls of the session, and takes the tool that sets them. */
	void begin() {
		places.addListener(this);
		takeTool();
		list();
	}

	/** Gives the tool back that was there before. */
	void end() {
		places.removeListener(this);
		if (toolBefore >= 0 && Toolbar.getPlugInTool() instanceof StartPlacesTool) Toolbar.getInstance().setTool(toolBefore);
		toolBefore = -1;
	}

	private void takeTool() {
		if (Toolbar.getInstance() == null || Toolbar.getPlugInTool() instanceof StartPlacesTool) return;
		toolBefore = Toolbar.getToolId();
		new StartPlacesTool().run("");
	}

	private void choose() {
		boolean balls = from.getSelectedIndex() == 0;
		list.setEnabled(balls);
		radius.setEnabled(balls);
		changed.run();
	}

	private void atCrosshair() {
		OrthogonalViews.of(pane.session.image()).ifPresentOrElse(views -> places.add(views.crosshair().voxel()),
				() -> refused("There is no crosshair: open Show Orthogonal Views..., or click in the image."));
	}

	private void remove() {
		if (places.chosen() < 0) places.clear();
		else places.remove(places.chosen());
	}

	@Override
	public void changed() {
		list();
		if (from.getSelectedIndex() != 0 && !places.balls().isEmpty()) from.setSelectedIndex(0);
		else changed.run();
	}

	@Override
	public void refused(String words) {
		pane.desk.tell(words, true);
	}

	private void list() {
		showing = true;
		listed.clear();
		List<StartBall> balls = places.balls();
		for (int i = 0; i < balls.size(); i++)
			listed.addElement(words(i, balls.get(i)));
		if (places.chosen() >= 0) {
			list.setSelectedIndex(places.chosen());
			list.ensureIndexIsVisible(places.chosen());
		}
		radius.setValue(places.radiusMm());
		showing = false;
	}

	private static String words(int index, StartBall ball) {
		return index + 1 + ":  " + text(ball.centre().x()) + ", " + text(ball.centre().y()) + ", slice "
				+ text(ball.centre().z() + 1) + "  ·  " + text(ball.radiusMm()) + " mm";
	}

	private static String text(double number) {
		return BigDecimal.valueOf(number).setScale(1, RoundingMode.HALF_EVEN).stripTrailingZeros().toPlainString();
	}

	/** Whether there is nothing to start from. */
	boolean isEmpty() {
		return from.getSelectedIndex() == 0 && places.balls().isEmpty();
	}

	FrontEffects.Start start() {
		return new FrontEffects.Start(from.getSelectedIndex() == 0 ? places.balls() : List.of(), number(farthest));
	}

	StartPlaces places() {
		return places;
	}
}
