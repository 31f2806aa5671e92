package org.annotomy.command.slide;

import java.io.File;
import java.util.Arrays;
import java.util.List;

import org.annotomy.annotation.depth.DepthGraph;
import org.annotomy.command.SessionCommand;
import org.annotomy.command.UsesSelection;
import org.annotomy.imagej.lab.SlideLab;
import org.annotomy.imagej.slide.SlideRegion;
import org.annotomy.training.TileExport;
import org.annotomy.training.TileSettings;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Menu entry for {@link TileExport}. */
@Plugin(type = Command.class, visible = false, label = "Export Tiles...", description = "Cuts an annotated slide into tiles with masks and a COCO file, for training models. An export that was stopped goes on where it was.")
public final class ExportTilesCommand extends SessionCommand implements UsesSelection {

	@Parameter(label = "Folder", persist = false, style = "directory,save", description = "A new or empty folder, or that of an export that was stopped.")
	private File folder;

	@Parameter(label = "Classes", persist = false, required = false, description = "Keys of classes in the order of drawing, separated by commas: where marks overlap, the later one wins. Empty: all of the protocol.")
	private String classes = "";

	@Parameter(label = "Downsample", persist = false, min = "1", description = "Pixels of full resolution per pixel of a tile.")
	private double downsample = 1;

	@Parameter(label = "Tile side (pixels)", persist = false, min = "16", max = "8192", description = "Of a tile, in its own pixels.")
	private int tile_px = 512;

	@Parameter(label = "Overlap (pixels)", persist = false, min = "0", description = "With the next tile, in pixels of a tile.")
	private int overlap_px = 0;

	@Parameter(label = "Only inside class", persist = false, required = false, description = "Key of a class: only tiles of which enough lies in its marks; empty: all tiles.")
	private String inside = "";

	@Parameter(label = "Part inside", persist = false, min = "0.000001", max = "1", description = "How much of a tile must lie in marks of that class.")
	private double least_part = 0.5;

	@Parameter(label = "Tiles without marks", persist = false, description = "Whether tiles without a mark of the classes are kept, as background.")
	private boolean keep_empty = false;

	@Parameter(label = "Masks", persist = false, description = "CLASSES: the number of the class; INSTANCES: the number of the mark; NONE.")
	private TileSettings.Masks masks = TileSettings.Masks.CLASSES;

	@Parameter(type = ItemIO.OUTPUT, label = "Written")
	private String written;

	@Override
	protected void execute() throws Exception {
		TileSettings settings = new TileSettings(downsample, tile_px, overlap_px, chosen(),
				inside.isBlank() ? null : inside.trim(),
				least_part, keep_empty, masks);
		TileExport.Outcome outcome = new SlideLab(session()).exportTiles(settings, new SlideRegion(session().image()).box(),
				folder.toPath(), progress());
		written = "Tiles: " + outcome.tiles() + "; left out: " + outcome.leftOut() + "; there before: " + outcome.resumed() + ".";
		if (masks != TileSettings.Masks.NONE && !DepthGraph.of(document().links()).isEmpty())
			written += " Masks hold one mark a pixel, the one in front; what is behind or seen through is told in annotations.coco.json"
					+ " alone.";
	}

	private List<String> chosen() {
		if (classes.isBlank()) return document().protocol().classes().stream().map(c -> c.key()).toList();
		return Arrays.stream(classes.split(",")).map(String::trim).filter(key -> !key.isEmpty()).toList();
	}
}
