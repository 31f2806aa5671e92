package org.annotomy.ui.effect;

import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JSpinner;
import javax.swing.SpinnerNumberModel;

import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.segmentation.effect.MaskEffect;

/** The current segment grown or shrunk by millimetres. */
final class MarginPane extends SegmentPane {

	private final JSpinner millimetres = new JSpinner(new SpinnerNumberModel(3.0, 0.1, 200, 0.5));
	private final JComboBox<String> direction = new JComboBox<>(new String[]{"grow", "shrink"});

	MarginPane(AnnotationSession session, EffectDesk desk) {
		super(session, desk);
		millimetres.setName("margin");
		direction.setName("direction");
		millimetres.addChangeListener(e -> begin());
		direction.addActionListener(e -> begin());
		row("Margin (mm)", millimetres, direction);
		VoxelSpacing mm = session.segments().volume().spacing();
		words(new JLabel(String.format("Voxels are %.3g × %.3g × %.3g mm: a margin counts to their centres.", mm.xMm(), mm.yMm(),
				mm.zMm())));
		buttons("margin");
	}

	@Override
	String title() {
		return "Margin";
	}

	@Override
	MaskEffect effect() {
		double size = ((Number) millimetres.getValue()).doubleValue();
		return new MaskEffect.Margin(direction.getSelectedIndex() == 0 ? size : -size);
	}
}
