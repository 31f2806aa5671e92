package org.annotomy.ui;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JSlider;
import javax.swing.JSpinner;
import javax.swing.JTabbedPane;
import javax.swing.JTextField;

import org.annotomy.geometry.Position;
import org.annotomy.image.Window;
import org.annotomy.imagej.display.DisplayWindow;
import org.annotomy.imagej.session.StartPlaces;
import org.annotomy.sample.ChestCtSeries;
import org.annotomy.sample.ChestPhantom;
import org.annotomy.task.Progress;
import org.annotomy.ui.effect.EffectFrame;

/** Makes the pictures of the window of effects: contours and fronts while they move, and every tab as it is. */
public final class EffectScreenshots extends PictureDesk {

	private EffectFrame frame;
	private BufferedImage window;

	private EffectScreenshots(Path images) throws Exception {
		super(images);
	}

	/** @param args folder for the pictures, then {@code phantom}, or a folder with a real series of the chest */
	public static void main(String[] args) throws Exception {
		start();
		EffectScreenshots pictures = new EffectScreenshots(Path.of(args[0]));
		if (args[1].equals("phantom")) pictures.phantom();
		else pictures.real(Path.of(args[1]));
		System.exit(0);
	}

	private void phantom() throws Exception {
		Path series = Files.createTempDirectory("annotomy-screenshots").resolve("sample-chest-ct");
		new ChestCtSeries(ChestPhantom.standard(), "sample", true).write(series, Progress.NONE);
		open(series, "onco-chest-ct", 39, 1, 2);
		Position nodule = lesion(0);
		Hand.run(() -> session.image().setSlice((int) Math.round(nodule.z()) + 1));
		Hand.run(() -> DisplayWindow.of(session.image()).apply(new Window(-600, 1500, "", Window.Function.LINEAR)));
		Rectangle place = around(nodule.x(), nodule.y(), 16);
		run("Add Segment...", "segment_name=Nodule class_key=target");
		save(beside(grid(contour(place, nodule, 3, "edges stop it", 60), 1), window), "segment-contour.png");
		save(beside(grid(front(place, 560, 700, 820), 1), window), "segment-march.png");
		tabs();
	}

	private void real(Path series) throws Exception {
		open(series, "default", 15, 1, 3);
		Hand.run(() -> session.image().setDisplayRange(-300, 300));
		Hand.run(session.image()::updateAndDraw);
		Rectangle around = around(58, 76, 30);
		run("Add Segment...", "segment_name=Heart class_key=structure");
		run("Set Segment Colour...", "segments=Heart colour=#ff5050");
		List<BufferedImage> pictures = contour(around, new Position(58, 79, 14), 25, "a range of values", 30);
		pictures.addAll(front(around, 460, 560, 640));
		save(grid(pictures, 3), "segment-real-contour.png");
	}

	private void tab(String title) throws Exception {
		Hand.run(() -> EffectFrame.open(session, title));
		frame = Hand.ask(() -> EffectFrame.find(session));
		Hand.run(() -> frame.setLocation(620, 400));
		settle();
	}

	/** The ball, the contour on its way, and at rest. */
	private List<BufferedImage> contour(Rectangle around, Position at, double radiusMm, String speed, int steps)
			throws Exception {
		tab("Evolve Contour");
		Hand.run(() -> {
			Hand.<JSpinner>find(frame, "radius-contour").setValue(radiusMm);
			StartPlaces.of(session).add(at);
			choose("contour-speed", speed);
			Hand.<JTextField>find(frame, "contour-lowest").setText("-20");
			Hand.<JTextField>find(frame, "contour-highest").setText("180");
			Hand.<JSpinner>find(frame, "steps").setValue(steps);
			if (radiusMm > 10) Hand.<JSpinner>find(frame, "curvature").setValue(4.0);
		});
		List<BufferedImage> pictures = new ArrayList<>(List.of(steady(around)));
		JLabel state = Hand.find(frame, "contour-state");
		press("step-contour");
		Hand.await("it has moved", () -> state.getText().startsWith("Moved " + steps + " "));
		pictures.add(steady(around));
		press("play-contour");
		Hand.await("it rests, or has moved as often as it may",
				() -> state.getText().contains("rest") || state.getText().startsWith("Moved 300 "));
		pictures.add(steady(around));
		window = capture(frame.getBounds());
		press("cancel-contour");
		return pictures;
	}

	/** What is reached at some times. */
	private List<BufferedImage> front(Rectangle around, int... times) throws Exception {
		tab("Fast Marching");
		JLabel state = Hand.find(frame, "march-state");
		Hand.await("it is worked out", () -> state.getText().startsWith("Reaches"));
		List<BufferedImage> pictures = new ArrayList<>();
		for (int slid : times) {
			Hand.run(() -> Hand.<JSlider>find(frame, "march-time").setValue(slid));
			pictures.add(steady(around));
		}
		window = capture(frame.getBounds());
		press("cancel-march");
		return pictures;
	}

	/** Every tab, to look at. */
	private void tabs() throws Exception {
		JTabbedPane tabs = Hand.find(frame, "effects");
		for (int i = 0; i < tabs.getTabCount(); i++) {
			tab(tabs.getTitleAt(i));
			save(capture(frame.getBounds()), "tab-" + tabs.getTitleAt(i).toLowerCase(Locale.ROOT).replace(' ', '-') + ".png");
		}
	}

	private void press(String button) throws Exception {
		Hand.run(() -> Hand.<JButton>find(frame, button).doClick());
	}

	private void choose(String combo, String item) {
		Hand.<JComboBox<?>>find(frame, combo).setSelectedItem(item);
	}

	/** As strong as it is in the middle of a pulse. */
	private BufferedImage steady(Rectangle around) throws Exception {
		settle();
		return Hand.ask(() -> {
			session.overlay().effects().setOpacity(0.7);
			BufferedImage all = new BufferedImage(canvas.getWidth(), canvas.getHeight(), BufferedImage.TYPE_INT_RGB);
			canvas.paint(all.getGraphics());
			return all.getSubimage(around.x, around.y, around.width, around.height);
		});
	}
}
