package org.annotomy.ui.slide;

import javax.swing.JCheckBoxMenuItem;
import javax.swing.JComponent;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;

import org.annotomy.imagej.macro.MacroCall;
import org.annotomy.imagej.macro.MacroRecorder;
import org.annotomy.imagej.slide.Looking;
import org.annotomy.imagej.slide.SlideImage;
import org.annotomy.slide.PixelKind;
import org.annotomy.slide.SlideChannel;
import org.annotomy.slide.render.ChannelLook;
import org.annotomy.slide.render.StainSet;
import org.annotomy.slide.render.StainView;

/** How a slide is shown: ready-made looks, stains of colour slides, or the way it was taken; channels of others. What is chosen is recorded as <i>Slide Look...</i>. */
final class LookMenu {

	private static final String COMMAND = "Slide Look...";

	private final SlideImage slide;
	private final Looking looking;

	LookMenu(SlideImage slide) {
		this.slide = slide;
		looking = new Looking(slide);
	}

	/** Opens above the button. */
	void show(JComponent button) {
		JPopupMenu menu = menu();
		menu.show(button, 0, -menu.getPreferredSize().height);
	}

	/** The canvas is a heavyweight: so is the menu, else it would lie below. */
	JPopupMenu menu() {
		JPopupMenu menu = new JPopupMenu();
		menu.setLightWeightPopupEnabled(false);
		for (Looking.Preset preset : Looking.Preset.values())
			item(menu, preset.title(), call().with("preset", preset.title()), () -> looking.preset(preset));
		menu.addSeparator();
		boolean colour = slide.slide().facts().kind() == PixelKind.RGB;
		if (!colour || slide.look().channels().size() > 1) channels(menu, colour);
		if (colour) stains(menu);
		JMenuItem settings = new JMenuItem("Contrast...");
		settings.addActionListener(e -> new ContrastDialog(slide).open());
		menu.addSeparator();
		menu.add(settings);
		return menu;
	}

	private void stains(JPopupMenu menu) {
		StainView shown = slide.look().stain();
		check(menu, "All colours", shown == null, call().with("stain", "All"), () -> looking.stain(null, 0));
		for (StainSet set : StainSet.values())
			for (int i = 0; i < set.stains().size(); i++) {
				int stain = i;
				String name = set.title() + ": " + set.stains().get(i);
				check(menu, name, new StainView(set, stain).equals(shown), call().with("stain", name),
						() -> looking.stain(set, stain));
			}
	}

	/** @param one whether one is shown at a time */
	private void channels(JPopupMenu menu, boolean one) {
		for (int c = 0; c < slide.look().channels().size(); c++) {
			int channel = c;
			ChannelLook look = slide.look().channels().get(c);
			SlideChannel facts = slide.slide().facts().channels().get(c);
			boolean visible = one || !look.visible();
			check(menu, facts.name(), look.visible(),
					call().with("channel", c + 1).with("visible", visible).with("gamma", look.gamma()),
					() -> looking.channel(channel, look.visible(visible)));
		}
		if (one) menu.addSeparator();
	}

	private static MacroCall call() {
		return MacroCall.of(COMMAND);
	}

	private void item(JPopupMenu menu, String text, MacroCall call, Runnable action) {
		add(menu, new JMenuItem(text), call, action);
	}

	private void check(JPopupMenu menu, String text, boolean on, MacroCall call, Runnable action) {
		add(menu, new JCheckBoxMenuItem(text, on), call, action);
	}

	private void add(JPopupMenu menu, JMenuItem item, MacroCall call, Runnable action) {
		item.addActionListener(e -> {
			MacroRecorder recorder = MacroRecorder.beforeGesture(slide);
			action.run();
			recorder.write(call);
		});
		menu.add(item);
	}
}
