package org.annotomy.ui.effect;

import javax.swing.JComboBox;
import javax.swing.JSpinner;
import javax.swing.SpinnerNumberModel;

import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.segmentation.effect.MaskEffect;
import org.annotomy.segmentation.morphology.ShellPlace;

/** A shell of the current segment. */
final class HollowPane extends SegmentPane {

	private final JSpinner thickness = new JSpinner(new SpinnerNumberModel(3.0, 0.1, 200, 0.5));
	private final JComboBox<String> surface = new JComboBox<>(
			new String[]{"inside of the shell", "middle of the shell", "outside of the shell"});

	HollowPane(AnnotationSession session, EffectDesk desk) {
		super(session, desk);
		thickness.setName("thickness");
		surface.setName("shell-surface");
		thickness.addChangeListener(e -> begin());
		surface.addActionListener(e -> begin());
		row("Thickness (mm)", thickness);
		row("The surface becomes the", surface);
		buttons("hollow");
	}

	@Override
	String title() {
		return "Hollow";
	}

	@Override
	MaskEffect effect() {
		return new MaskEffect.Shell(((Number) thickness.getValue()).doubleValue(),
				ShellPlace.values()[surface.getSelectedIndex()]);
	}
}
