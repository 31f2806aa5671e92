package org.annotomy.ui.slide;

import java.awt.FlowLayout;
import java.awt.Insets;
import java.util.function.IntConsumer;

import javax.swing.Box;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSlider;

import org.annotomy.imagej.slide.Magnification;
import org.annotomy.imagej.slide.SlideCanvas;
import org.annotomy.imagej.slide.SlideImage;
import org.annotomy.imagej.slide.SlideNavigation;
import org.annotomy.imagej.slide.SlideWindow;
import org.annotomy.slide.FileImages;
import org.annotomy.slide.SlideFacts;

/** The row of controls under a slide. Its buttons leave the keyboard to ImageJ. For the event thread. */
public final class SlideBar extends JPanel {

	private static final long serialVersionUID = 1L;

	private static final Insets SMALL = new Insets(1, 6, 1, 6);
	private static final double QUARTER_TURN = 90;
	private static final double SMALL_TURN = 5;

	private transient SlideImage slide;
	private transient SlideCanvas canvas;
	private transient IntConsumer openOther;
	private final JLabel now = new JLabel();

	private SlideBar(SlideImage image, SlideCanvas shown, IntConsumer openImage) {
		super(new FlowLayout(FlowLayout.LEFT, 3, 3));
		slide = image;
		canvas = shown;
		openOther = openImage;
		setName("slide bar");
		magnifications();
		add(Box.createHorizontalStrut(8));
		turns();
		add(Box.createHorizontalStrut(8));
		button("Look", "Brightness, stains, channels", () -> {}).addActionListener(
				e -> new LookMenu(slide).show((JComponent) e.getSource()));
		SlideFacts facts = slide.slide().facts();
		images();
		slider("z", "Focus plane", facts.slices(), slide.getZ(), z -> slide.setPosition(1, z, 0));
		slider("t", "Time point", facts.timePoints(), slide.getT(), t -> slide.setPosition(1, 0, t));
		canvas.addViewListener(this::showMagnification);
		showMagnification();
	}

	/**
	 * Puts the bar under a slide that has a window; does nothing for other images.
	 *
	 * @param openImage opens another image of the file, by its index
	 */
	public static void attach(SlideImage slide, IntConsumer openImage) {
		if (slide.getWindow() instanceof SlideWindow window && slide.slideCanvas().isPresent())
			window.addBelow(new SlideBar(slide, slide.slideCanvas().get(), openImage));
	}

	/**
	 * Looks and feels remember which component they painted last at each size: a closed slide is not to be kept by one of its buttons. So what a
	 * button does is said in terms of this bar, which forgets the slide.
	 */
	@Override
	public void removeNotify() {
		super.removeNotify();
		removeAll();
		slide = null;
		canvas = null;
		openOther = null;
	}

	private void magnifications() {
		button("Fit", "The whole slide", () -> canvas.fit());
		SlideFacts facts = slide.slide().facts();
		if (Double.isNaN(Magnification.ofLevel0(facts)))
			button("1:1", "One screen pixel per pixel", () -> canvas.zoom100Percent());
		else
			for (double power : Magnification.POWERS)
				button(Math.round(power) + "×", "As through an objective of this power",
						() -> new SlideNavigation(slide).go(canvas.centre(), power));
		now.setName("magnification");
		add(now);
	}

	private void turns() {
		button("↺", "A quarter turn to the left; with Shift 5 degrees", () -> {}).addActionListener(
				e -> canvas.turn(canvas.degrees() - step(e.getModifiers())));
		button("↻", "A quarter turn to the right; with Shift 5 degrees", () -> {}).addActionListener(
				e -> canvas.turn(canvas.degrees() + step(e.getModifiers())));
		button("0°", "Upright", () -> canvas.turn(0));
	}

	private static double step(int modifiers) {
		return (modifiers & java.awt.event.ActionEvent.SHIFT_MASK) != 0 ? SMALL_TURN : QUARTER_TURN;
	}

	private JButton button(String text, String hint, Runnable action) {
		JButton button = new JButton(text);
		button.setMargin(SMALL);
		button.setFocusable(false);
		button.setToolTipText(hint);
		button.addActionListener(e -> action.run());
		add(button);
		return button;
	}

	private void images() {
		FileImages images = slide.slide().images();
		if (images.count() < 2) return;
		JButton button = button("Image " + images.number() + "/" + images.count(), "The other images of the file", () -> {});
		button.setName("images");
		button.addActionListener(e -> new ImagesMenu(images, openOther).show(button));
	}

	private void slider(String axis, String hint, int count, int first, IntConsumer choose) {
		if (count < 2) return;
		JLabel place = new JLabel(axis + " " + first + "/" + count);
		JSlider slider = new JSlider(1, count, first);
		slider.setName(axis);
		slider.setToolTipText(hint);
		slider.setFocusable(false);
		slider.addChangeListener(e -> {
			place.setText(axis + " " + slider.getValue() + "/" + count);
			choose.accept(slider.getValue());
		});
		add(Box.createHorizontalStrut(8));
		add(place);
		add(slider);
	}

	private void showMagnification() {
		if (slide != null)
			slide.slideCanvas().ifPresent(
					canvas -> now.setText(
							" " + Magnification.words(slide.slide().facts(), canvas.getMagnification()) + angle(canvas)));
	}

	private static String angle(SlideCanvas canvas) {
		return canvas.degrees() == 0 ? "" : " · " + Math.round(canvas.degrees()) + "°";
	}
}
