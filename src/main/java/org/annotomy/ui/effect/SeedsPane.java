package org.annotomy.ui.effect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JSpinner;
import javax.swing.SpinnerNumberModel;

import org.annotomy.annotation.model.Segment;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.session.SegmentEffects;
import org.annotomy.segmentation.grow.SeedGrowing;
import org.annotomy.segmentation.grow.SeedMethod;
import org.annotomy.segmentation.segment.EditingRules;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.ui.edit.SegmentGestures;

/**
 * Seeds that take what is around them: paint in two or more visible segments, look at what they grow to, paint more where it is wrong, apply.
 */
abstract class SeedsPane extends EffectPane {

	private final JComboBox<String> surroundings = new JComboBox<>();
	private final JSpinner number;
	private final JSpinner margin = new JSpinner(new SpinnerNumberModel(10.0, 0, 1000, 5));
	private final JCheckBox auto = new JCheckBox("Update after each stroke", true);
	private final JButton initialize;
	private final List<UUID> offered = new ArrayList<>();
	private SeedGrowing growing;
	private Started started;
	private boolean filling;

	/** What growing was begun with; anything else needs a new start. */
	private record Started(Set<UUID> segments, UUID keeping, SeedGrowing.Settings settings, EditingRules rules) {}

	/**
	 * @param key of the pane, by which its parts are named
	 * @param label of the number that the method takes
	 */
	SeedsPane(AnnotationSession session, EffectDesk desk, String key, String label, SpinnerNumberModel number) {
		super(session, desk);
		this.number = new JSpinner(number);
		this.number.setName("number-" + key);
		surroundings.setName("surroundings-" + key);
		surroundings
				.setToolTipText("A segment painted where none of the others is: it grows too, but keeps its voxels in the end");
		margin.setName("margin-percent-" + key);
		words(new JLabel("Paint into two or more visible segments, one of them for the surroundings."));
		row("Surroundings", surroundings);
		row(label, this.number);
		row("Margin (%)", margin);
		row("", auto);
		initialize = button("Initialize", "initialize-" + key, "Grows from what is painted", this::preview);
		button("Cancel", "cancel-" + key, "Forgets what has grown", this::forget);
		button("Apply", "apply-" + key, "Makes the preview the segments", this::apply);
	}

	/** @param number that was set */
	abstract SeedMethod method(double number);

	@Override
	void begin() {
		offer();
	}

	@Override
	void end() {
		super.end();
		startAnew();
	}

	@Override
	void changed() {
		offer();
		if (growing != null && auto.isSelected()) preview();
	}

	/** Lists the segments again, and keeps the choice. */
	private void offer() {
		UUID chosen = keeping();
		filling = true;
		surroundings.removeAllItems();
		offered.clear();
		surroundings.addItem("none");
		for (Segment segment : session.document().segments()) {
			offered.add(segment.id());
			surroundings.addItem(segment.name() == null ? "a segment without a name" : segment.name());
		}
		surroundings.setSelectedIndex(offered.indexOf(chosen) + 1);
		filling = false;
	}

	private UUID keeping() {
		int index = surroundings.getSelectedIndex() - 1;
		return filling || index < 0 || index >= offered.size() ? null : offered.get(index);
	}

	private Started now() {
		SeedGrowing.Settings settings = new SeedGrowing.Settings(method(((Number) number.getValue()).doubleValue()),
				((Number) margin.getValue()).doubleValue());
		return new Started(visible(), keeping(), settings, session.segments().rules());
	}

	private void preview() {
		Started wanted = now();
		desk.work().request(progress -> {
			SeedGrowing work = wanted.equals(started) ? growing : anew(wanted);
			work.update(progress);
			Map<UUID, Mask> masks = SegmentEffects.without(work.preview(), wanted.keeping());
			return () -> {
				growing = work;
				started = wanted;
				initialize.setText("Update");
				show(masks);
			};
		});
	}

	private SeedGrowing anew(Started wanted) {
		return new SegmentEffects(session).growing(wanted.segments(), wanted.keeping(), wanted.settings());
	}

	private void forget() {
		desk.work().stop();
		startAnew();
		desk.clear();
	}

	/** What was grown from goes; what is seen stays. */
	private void startAnew() {
		growing = null;
		started = null;
		initialize.setText("Initialize");
	}

	private void apply() {
		if (growing == null) {
			desk.tell("Nothing has grown yet: Initialize first.", true);
			return;
		}
		SeedGrowing grown = growing;
		Started with = started;
		apply(gesture -> {
			new SegmentGestures(session).growSlowly(grown, with.segments(), with.keeping(), with.settings(), gesture);
			startAnew();
		}, () -> {
			growing = grown;
			started = with;
			initialize.setText("Update");
		});
	}
}
