package org.annotomy.command.linking;

import java.nio.file.Path;

import org.annotomy.imagej.linking.GroupLayouts;
import org.annotomy.imagej.linking.OpenGroup;
import org.annotomy.linking.layout.Layout;
import org.annotomy.linking.layout.LayoutCatalog;
import org.annotomy.linking.layout.LayoutReader;
import org.annotomy.ui.linking.LayoutDesk;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.measure.ResultsTable;

/** Laying out the windows of a group. */
@Plugin(type = Command.class, visible = false, label = "Apply Layout...", description = "Lays out the windows of a group (without one, of the open images of the study): matches its images with the slots of a layout by their facts and places them in rows and columns. Without a display it tells which image goes where.")
public final class ApplyLayoutCommand extends GroupCommand {

	@Parameter(label = "Layout", persist = false, description = "Id in List Layouts, or path of a layout file; empty: the one that fits best.")
	private String layout = "";

	@Parameter(label = "Stage", persist = false, min = "1", description = "From 1.")
	private int stage = 1;

	@Parameter(type = ItemIO.OUTPUT, label = "Layout")
	private ResultsTable windows;

	@Override
	protected void execute() throws Exception {
		OpenGroup group = groupOrNew();
		GroupLayouts.Applied applied = GroupLayouts.apply(group, chosen(), stage - 1);
		LayoutDesk.show(group, applied);
		windows = GroupLayouts.table(applied);
	}

	private Layout chosen() throws Exception {
		if (layout.isBlank()) return GroupLayouts.suggest(group(), LayoutCatalog.ofUser());
		return layout.endsWith(LayoutReader.SUFFIX) ? LayoutReader.read(Path.of(layout)) : LayoutCatalog.ofUser().require(layout);
	}
}
