package org.annotomy.ui.slide;

import java.awt.Color;
import java.awt.GridLayout;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;

import javax.swing.BorderFactory;
import javax.swing.JCheckBox;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSlider;
import javax.swing.event.ChangeListener;

import org.annotomy.imagej.macro.MacroCall;
import org.annotomy.imagej.macro.MacroRecorder;
import org.annotomy.imagej.slide.Looking;
import org.annotomy.imagej.slide.SlideImage;
import org.annotomy.slide.PixelKind;
import org.annotomy.slide.render.ChannelLook;

/** Sliders for the range and the gamma of each channel; the slide follows at once. */
final class ContrastDialog {

	private static final int STEPS = 1000;
	private static final int GAMMA_STEPS = 100;
	private static final double GAMMA_RANGE = 5;

	private SlideImage slide;
	private Looking looking;

	ContrastDialog(SlideImage slide) {
		this.slide = slide;
		looking = new Looking(slide);
	}

	void open() {
		JDialog dialog = new JDialog(slide.getWindow(), "Contrast of " + slide.getTitle());
		dialog.setDefaultCloseOperation(JDialog.DISPOSE_ON_CLOSE);
		dialog.setContentPane(content());
		dialog.addWindowListener(new WindowAdapter() {
			@Override
			public void windowClosed(WindowEvent e) {
				forget();
			}
		});
		dialog.pack();
		dialog.setLocationRelativeTo(slide.getWindow());
		dialog.setVisible(true);
	}

	/** A look and feel may remember a slider for long: it is not to keep a closed slide. */
	private void forget() {
		slide = null;
		looking = null;
	}

	JPanel content() {
		JPanel rows = new JPanel(new GridLayout(0, 1));
		rows.setBorder(BorderFactory.createEmptyBorder(6, 8, 6, 8));
		for (int c = 0; c < slide.look().channels().size(); c++)
			if (!isColour() || c == slide.look().shownColour()) rows.add(row(c));
		return rows;
	}

	/** There one is shown at a time. */
	private boolean isColour() { return slide.slide().facts().kind() == PixelKind.RGB; }

	/** Sliders reach from below the first range to twice its width above its lower end. */
	private JPanel row(int channel) {
		ChannelLook first = slide.open().firstLook().channels().get(channel);
		ChannelLook look = slide.look().channels().get(channel);
		double lowest = Math.min(0, first.min());
		double width = (first.max() - lowest) * (first.max() > 255 ? 2 : 1);
		JCheckBox name = new JCheckBox(slide.slide().facts().channels().get(channel).name(), look.visible());
		name.setForeground(readable(look.rgb()));
		JSlider min = slider((look.min() - lowest) / width);
		JSlider max = slider((look.max() - lowest) / width);
		JSlider gamma = new JSlider(-GAMMA_STEPS, GAMMA_STEPS,
				(int) Math.round(Math.log(look.gamma()) / Math.log(GAMMA_RANGE) * GAMMA_STEPS));
		ChangeListener changed = e -> {
			double black = lowest + width * min.getValue() / STEPS;
			double full = Math.max(lowest + width * max.getValue() / STEPS, black + width / STEPS);
			if (slide == null) return;
			ChannelLook wanted = slide.look().channels().get(channel).withRange(black, full)
					.withGamma(Math.pow(GAMMA_RANGE, (double) gamma.getValue() / GAMMA_STEPS)).visible(name.isSelected());
			boolean done = !min.getValueIsAdjusting() && !max.getValueIsAdjusting() && !gamma.getValueIsAdjusting();
			apply(channel, wanted, done);
		};
		JPanel row = new JPanel();
		row.add(name);
		row.add(new JLabel("black"));
		row.add(min);
		row.add(new JLabel("full"));
		row.add(max);
		row.add(new JLabel("gamma"));
		row.add(gamma);
		for (JSlider slider : new JSlider[]{min, max, gamma})
			slider.addChangeListener(changed);
		name.addActionListener(e -> changed.stateChanged(null));
		return row;
	}

	private static JSlider slider(double part) {
		return new JSlider(0, STEPS, (int) Math.round(Math.max(0, Math.min(1, part)) * STEPS));
	}

	/** White and pale names would not be seen on the panel. */
	private static Color readable(int rgb) {
		Color colour = new Color(rgb);
		int sum = colour.getRed() + colour.getGreen() + colour.getBlue();
		return sum > 600 ? Color.BLACK : colour.darker();
	}

	/** @param done whether the hand has let go: then it is recorded */
	private void apply(int channel, ChannelLook wanted, boolean done) {
		MacroRecorder recorder = done ? MacroRecorder.beforeGesture(slide) : null;
		looking.channel(channel, wanted);
		if (recorder != null)
			recorder.write(MacroCall.of("Slide Look...").with("channel", channel + 1).with("visible", wanted.visible())
					.with("black", wanted.min()).with("full", wanted.max()).with("gamma", wanted.gamma()));
	}
}
