package org.annotomy.ui.desk;

import javax.swing.UIManager;

import org.annotomy.imagej.Host;

import com.formdev.flatlaf.FlatLightLaf;

/** How our Swing windows look: in Fiji as Fiji does, in plain ImageJ (whose own windows are AWT) flat and light. */
public final class LookAndFeels {

	private LookAndFeels() {}

	/** To be called before the first window is made; leaves a look alone that another program has chosen. */
	public static void prepare() {
		boolean chosenByOthers = !UIManager.getLookAndFeel().getClass().getName()
				.equals(UIManager.getCrossPlatformLookAndFeelClassName());
		if (Host.current() == Host.IMAGEJ && !chosenByOthers) FlatLightLaf.setup();
	}
}
