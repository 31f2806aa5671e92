package org.annotomy.imagej.linking;

import java.util.List;

import org.annotomy.linking.group.GroupMember;
import org.annotomy.linking.group.ImageGroup;
import org.annotomy.linking.group.SyncSettings;
import org.annotomy.linking.layout.Layout;
import org.annotomy.linking.layout.Layout.Cell;
import org.annotomy.linking.layout.Layout.Stage;
import org.annotomy.linking.layout.LayoutCatalog;
import org.annotomy.linking.layout.LayoutMatch;

import ij.measure.ResultsTable;

/** Layouts of open groups: which image goes where. Where windows stand on a screen is not decided here. */
public final class GroupLayouts {

	private GroupLayouts() {}

	/**
	 * What a group shows.
	 *
	 * @param stage from 0
	 */
	public record Applied(LayoutMatch match, int stage) {

		public Stage shown() {
			return match.layout().stages().get(stage);
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
		List<GroupMember> open = group.group().members().stream().filter(m -> group.sessions().containsKey(m.key())).toList();
		LayoutMatch match = LayoutMatch.of(layout, open);
		if (!match.isComplete())
			throw new IllegalArgumentException("The layout \"" + layout.title() + "\" needs images that are not open: "
					+ String.join(", ", match.missing())
					+ ". Describe Group Image... says what an image is where its file does not.");
		ImageGroup changed = group.group().withLayout(layout.id(), stage);
		SyncSettings before = changed.sync();
		group.set(layout.stages().get(stage).together()
				.map(t -> changed.withSync(new SyncSettings(t.scroll(), t.pan(), t.zoom(), t.crosshair(), t.window(),
						t.referenceLines(), before.ghosts())))
				.orElse(changed));
		return new Applied(match, stage);
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
		String id = group.group().layout();
		if (id == null) throw new IllegalStateException("This group shows no layout. Use Apply Layout... first.");
		Layout layout = catalog.require(id);
		return apply(group, layout, Math.floorMod(group.group().stage() + steps, layout.stages().size()));
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
			table.addValue("Layout", "(a file of the user's folder)");
			table.addValue("Title", problem.reason());
		}
		return table;
	}
}
