package org.annotomy.ui;

import java.awt.Window;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.util.Arrays;

import javax.swing.AbstractButton;
import javax.swing.JComponent;
import javax.swing.JLabel;

import org.annotomy.geometry.Position;
import org.annotomy.imagej.fusion.Fusion;
import org.annotomy.imagej.registration.ImagePair;
import org.annotomy.imagej.registration.Registrations;
import org.annotomy.registration.Transform;
import org.annotomy.ui.fusion.AdjustFrame;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.plugin.frame.Recorder;

/** Plays a user who corrects a registration by hand; writes down what is seen. */
public final class AdjustSession extends Play {

	private AdjustSession() {}

	/** @param args a folder, and the file to write to */
	public static void main(String[] args) throws Exception {
		new ImageJ(ImageJ.EMBEDDED);
		new Recorder();
		AdjustSession play = new AdjustSession();
		play.play(Path.of(args[1]), play::adjust);
	}

	private void adjust() throws Exception {
		ImagePlus fixed = IJ.createImage("fixed", "8-bit ramp", 60, 50, 12);
		ImagePlus moving = IJ.createImage("moving", "8-bit ramp", 50, 40, 10);
		Hand.run(fixed::show);
		ImagePair pair = ImagePair.of(moving, fixed);
		AdjustFrame.open(pair, Transform.identity());
		AdjustFrame frame = (AdjustFrame) Arrays.stream(Window.getWindows()).filter(AdjustFrame.class::isInstance).findFirst()
				.orElseThrow();
		Fusion fusion = Hand.ask(() -> Fusion.require(fixed));
		see("over", fixed.getOverlay().size());
		Hand.run(() -> Hand.<AbstractButton>find(frame, "more Shift to the right").doClick());
		Hand.run(() -> Hand.<AbstractButton>find(frame, "more Shift to the right").doClick());
		see("shifted", moved(fusion));
		JComponent axes = Hand.find(frame, "axes");
		Hand.type(axes, KeyEvent.VK_PAGE_UP, KeyEvent.CHAR_UNDEFINED, 0);
		Hand.type(axes, KeyEvent.VK_LEFT, KeyEvent.CHAR_UNDEFINED, InputEvent.CTRL_DOWN_MASK);
		JLabel state = Hand.find(frame, "state");
		see("state", Hand.ask(state::getText));
		Hand.run(() -> Hand.<AbstractButton>find(frame, "save").doClick());
		Hand.await("it is saved", () -> state.getText().equals("Saved."));
		Transform saved = Registrations.known(fixed).get(0).transform();
		see("saved", saved.describe());
		see("recorded", Recorder.getInstance().getText().trim());
		Hand.run(() -> Hand.<AbstractButton>find(frame, "less Shift down").doClick());
		see("on top", Math.round(10 * (moved(fusion).y() - saved.apply(Position.ORIGIN).y())) / 10.0);
		Hand.run(() -> Hand.<AbstractButton>find(frame, "reset").doClick());
		see("reset", moved(fusion).distanceTo(saved.apply(Position.ORIGIN)) < 1e-9);
		Hand.run(() -> AdjustFrame.open(pair, Transform.identity()));
		Hand.run(() -> Hand.<AbstractButton>find(frame, "more Shift down").doClick());
		Hand.run(frame::dispose);
		see("left over", Fusion.of(fixed).isPresent());
		see("windows", Arrays.stream(Window.getWindows()).filter(w -> w instanceof AdjustFrame && w.isDisplayable()).count());
	}

	/** Where the origin of the moving image comes to lie. */
	private static Position moved(Fusion fusion) throws Exception {
		return Hand.ask(() -> fusion.toLower().apply(Position.ORIGIN));
	}
}
