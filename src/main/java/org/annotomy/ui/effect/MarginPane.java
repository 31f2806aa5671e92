package org.annotomy.ui.effect;

import java.util.Map;

import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JSpinner;
import javax.swing.SpinnerNumberModel;

import org.annotomy.annotation.model.Segment;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.session.SegmentEffects;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.ui.edit.SegmentGestures;

/** The current segment grown or shrunk by millimetres, seen before it is. */
final class MarginPane extends EffectPane {

	private final JSpinner millimetres = new JSpinner(new SpinnerNumberModel(3.0, 0.1, 200, 0.5));
	private final JComboBox<String> direction = new JComboBox<>(new String[]{"grow", "shrink"});
	/** The margin was applied: it is not previewed again before it is wanted again. */
	private boolean applied;

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
		button("Preview", "preview-margin", "Shows what the segment would become", this::begin);
		button("Apply", "apply-margin", "Makes the preview the segment", this::apply);
	}

	@Override
	String title() {
		return "Margin";
	}

	@Override
	void begin() {
		applied = false;
		preview();
	}

	@Override
	void changed() {
		if (!applied) preview();
	}

	private double margin() {
		double size = ((Number) millimetres.getValue()).doubleValue();
		return direction.getSelectedIndex() == 0 ? size : -size;
	}

	private void preview() {
		Segment segment = current().orElse(null);
		desk.clear();
		if (segment == null) return;
		double margin = margin();
		desk.work().request(progress -> {
			Mask mask = new SegmentEffects(session).margin(segment.id(), margin, progress);
			return () -> show(Map.of(segment.id(), mask));
		});
	}

	private void apply() {
		applied = true;
		double margin = margin();
		current().ifPresent(
				segment -> apply(gesture -> new SegmentGestures(session).marginSlowly(segment.id(), margin, gesture)));
	}
}
