package org.annotomy.ui.effect;

import javax.swing.JComboBox;
import javax.swing.JSpinner;
import javax.swing.SpinnerNumberModel;

import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.segmentation.effect.MaskEffect;

/** The surface of the current segment smoothed. */
final class SmoothPane extends SegmentPane {

	private final JComboBox<String> method = new JComboBox<>();
	private final JSpinner kernel = new JSpinner(new SpinnerNumberModel(3.0, 0.1, 200, 0.5));

	SmoothPane(AnnotationSession session, EffectDesk desk) {
		super(session, desk);
		for (MaskEffect.SmoothingMethod each : MaskEffect.SmoothingMethod.values())
			method.addItem(each.key());
		method.setName("smoothing-method");
		kernel.setName("kernel");
		kernel.setToolTipText("Diameter of the kernel; for gaussian the standard deviation");
		method.addActionListener(e -> begin());
		kernel.addChangeListener(e -> begin());
		row("Method", method);
		row("Kernel (mm)", kernel);
		buttons("smooth");
	}

	@Override
	String title() {
		return "Smooth";
	}

	@Override
	MaskEffect effect() {
		return new MaskEffect.Smoothing(MaskEffect.SmoothingMethod.values()[method.getSelectedIndex()],
				((Number) kernel.getValue()).doubleValue());
	}
}
