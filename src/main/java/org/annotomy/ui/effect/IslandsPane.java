package org.annotomy.ui.effect;

import javax.swing.JComboBox;
import javax.swing.JSpinner;
import javax.swing.SpinnerNumberModel;

import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.segmentation.component.Connectivity;
import org.annotomy.segmentation.effect.MaskEffect;
import org.annotomy.segmentation.effect.MaskEffect.Kept;

/** Which islands of the current segment stay. */
final class IslandsPane extends SegmentPane {

	private final JComboBox<String> kept = new JComboBox<>();
	private final JSpinner number = new JSpinner(new SpinnerNumberModel(1, 1, 1000, 1));
	private final JSpinner smallest = new JSpinner(new SpinnerNumberModel(1000, 1, Integer.MAX_VALUE, 100));
	private final JComboBox<String> neighbours = new JComboBox<>(
			new String[]{"faces (6)", "faces and edges (18)", "faces, edges and corners (26)"});

	IslandsPane(AnnotationSession session, EffectDesk desk) {
		super(session, desk);
		for (Kept each : Kept.values())
			kept.addItem(each.key());
		kept.setName("islands");
		number.setName("islands-number");
		smallest.setName("islands-smallest");
		neighbours.setName("islands-neighbours");
		kept.addActionListener(e -> choose());
		number.addChangeListener(e -> begin());
		smallest.addChangeListener(e -> begin());
		neighbours.addActionListener(e -> begin());
		row("Islands", kept);
		row("Largest ones kept", number);
		row("Smallest size (voxels)", smallest);
		row("Joined by", neighbours);
		buttons("islands");
		enable();
	}

	@Override
	String title() {
		return "Islands";
	}

	private void choose() {
		enable();
		begin();
	}

	private void enable() {
		number.setEnabled(kept.getSelectedIndex() == Kept.LARGEST.ordinal());
		smallest.setEnabled(kept.getSelectedIndex() == Kept.ABOVE_SIZE.ordinal());
	}

	@Override
	MaskEffect effect() {
		return new MaskEffect.IslandsKept(Kept.values()[kept.getSelectedIndex()], (Integer) number.getValue(),
				(Integer) smallest.getValue(), Connectivity.values()[neighbours.getSelectedIndex()]);
	}
}
