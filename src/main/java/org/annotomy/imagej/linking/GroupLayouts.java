package org.annotomy.imagej.linking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.annotomy.imagej.ValueMeanings;
import org.annotomy.linking.group.GroupMember;
import org.annotomy.linking.group.ImageGroup;
import org.annotomy.linking.group.SyncSettings;
import org.annotomy.linking.layout.Layout;
import org.annotomy.linking.layout.Layout.Cell;
import org.annotomy.linking.layout.Layout.Stage;
import org.annotomy.linking.layout.LayoutCatalog;
import org.annotomy.linking.layout.LayoutMatch;
import org.annotomy.linking.layout.LayoutSlot;

import ij.measure.ResultsTable;

/** Layouts of open groups: which image goes where. Where windows stand on a screen is not decided here. */
public final class GroupLayouts {

	private GroupLayouts() {}

	/**
	 * What a group shows.
	 *
	 * @param stage from 0
	 * @param notes what could not be done, in sentences
	 */
	public record Applied(LayoutMatch match, int stage, List<String> notes) {

		public Stage shown() {
			return match.layout().stages().get(stage);
		}

		/** Such as {@code PET and CT: Fused (4 of 4)}. */
		public String words() {
			return match.layout().title() + ": " + shown().title() + " (" + (stage + 1) + " of " + match.layout().stages().size()
					+ ")";
		}
	}

	/**
	 * Chooses the images for a layout and notes layout and stage in the group; its views do together what the stage says.
	 *
	 * @param stage from 0
	 * @throws IllegalArgumentException if the stage is not there, or no open image fits what the layout cannot do without
	 */
	public static Applied apply(OpenGroup group, Layout layout, int stage) {
		if (stage < 0 || stage >= layout.stages().size())
			throw new IllegalArgumentException("The layout \"" + layout.title() + "\" has " + layout.stages().size()
					+ " stages; there is no stage " + (stage + 1) + ".");
		LayoutMatch match = LayoutMatch.of(layout, open(group));
		if (!match.isComplete())
			throw new IllegalArgumentException("The layout \"" + layout.title() + "\" needs images that are not open: "
					+ String.join(", ", match.missing())
					+ ". Describe Group Image... says what an image is where its file does not.");
		ImageGroup changed = group.group().withLayout(layout.id(), stage);
		SyncSettings before = changed.sync();
		group.setLayout(layout);
		group.set(layout.stages().get(stage).together()
				.map(t -> changed.withSync(new SyncSettings(t.scroll(), t.pan(), t.zoom(), t.crosshair(), t.window(),
						t.referenceLines(), before.ghosts())))
				.orElse(changed));
		return new Applied(match, stage, showValues(group, match));
	}

	/** The quantities that the slots ask for. @return why some cannot be shown */
	private static List<String> showValues(OpenGroup group, LayoutMatch match) {
		List<String> notes = new ArrayList<>();
		for (LayoutSlot slot : match.layout().slots()) {
			GroupMember member = match.chosen().get(slot.key());
			if (slot.values() == null || member == null) continue;
			try {
				ValueMeanings.show(group.requireSession(member.key()).image(), slot.values());
			} catch (IllegalArgumentException e) {
				notes.add("The values of \"" + member.key() + "\" stay as they are. " + e.getMessage());
			}
		}
		return notes;
	}

	/** The layout that fits the group best. @throws IllegalArgumentException if none does */
	public static Layout suggest(OpenGroup group, LayoutCatalog catalog) {
		return LayoutMatch.suggest(catalog.layouts(), group.group()).map(LayoutMatch::layout)
				.orElseThrow(() -> new IllegalArgumentException(
						"No layout fits the images of this group. Name one; List Layouts shows what each needs."));
	}

	/**
	 * Goes on to another stage of the layout on display; behind the last comes the first.
	 *
	 * @throws IllegalStateException if the group shows no layout
	 */
	public static Applied step(OpenGroup group, LayoutCatalog catalog, int steps) {
		Layout layout = layout(group, catalog)
				.orElseThrow(() -> new IllegalStateException("This group shows no layout. Use Apply Layout... first."));
		return apply(group, layout, Math.floorMod(group.group().stage() + steps, layout.stages().size()));
	}

	/**
	 * What the group shows; nothing is changed.
	 *
	 * @return empty if it shows no layout, or one that is not at hand any more
	 */
	public static Optional<Applied> shown(OpenGroup group, LayoutCatalog catalog) {
		Optional<Layout> layout;
		try {
			layout = layout(group, catalog);
		} catch (IllegalArgumentException gone) {
			return Optional.empty();
		}
		return layout.filter(l -> group.group().stage() < l.stages().size())
				.map(l -> new Applied(LayoutMatch.of(l, open(group)), group.group().stage(), List.of()));
	}

	/** The one that was applied, also if it comes from a file elsewhere; of a group that was opened again, by its id. */
	private static Optional<Layout> layout(OpenGroup group, LayoutCatalog catalog) {
		String id = group.group().layout();
		if (id == null) return Optional.empty();
		return group.layout().filter(l -> l.id().equals(id)).or(() -> Optional.of(catalog.require(id)));
	}

	private static List<GroupMember> open(OpenGroup group) {
		return group.group().members().stream().filter(m -> group.sessions().containsKey(m.key())).toList();
	}

	/** One row for each window of the stage; windows without an image are left out. */
	public static ResultsTable table(Applied applied) {
		ResultsTable table = new ResultsTable();
		for (Cell cell : applied.shown().cells())
			if (applied.match().chosen().containsKey(cell.slot())) {
				table.addRow();
				table.addValue("Stage", (applied.stage() + 1) + " " + applied.shown().title());
				table.addValue("Row", cell.row());
				table.addValue("Column", cell.column());
				table.addValue("Slot", cell.slot());
				table.addValue("Image", applied.match().chosen().get(cell.slot()).key());
				table.addValue("Plane", cell.plane());
				table.addValue("Over it", FusedViews.words(applied.match(), cell));
			}
		return table;
	}

	/** One row for each layout. */
	public static ResultsTable list(LayoutCatalog catalog, OpenGroup group) {
		ResultsTable table = new ResultsTable();
		for (Layout layout : catalog.layouts()) {
			LayoutMatch match = LayoutMatch.of(layout, group.group().members());
			table.addRow();
			table.addValue("Layout", layout.id());
			table.addValue("Title", layout.title());
			table.addValue("Stages", layout.stages().size());
			table.addValue("Fits", match.isComplete() ? "yes" : "no");
			table.addValue("Missing", String.join(", ", match.missing()));
		}
		for (LayoutCatalog.Problem problem : catalog.problems()) {
			table.addRow();
			table.addValue("Layout", problem.file().getFileName().toString());
			table.addValue("Title", problem.reason());
		}
		return table;
	}
}
