package org.annotomy.command.outline;

import java.util.Set;
import java.util.UUID;

import org.annotomy.command.SessionCommand;
import org.annotomy.imagej.macro.PathText;
import org.annotomy.imagej.session.OutlineEdits;
import org.annotomy.imagej.session.Painting;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** What the brush and the eraser do. */
@Plugin(type = Command.class, visible = false, label = "Brush Stroke...", description = "Paints on the slice on screen as the brush tool does: a new area, more of an area, or less of it.")
public final class BrushStrokeCommand extends SessionCommand {

	private static final String ADD = "add";
	private static final String TAKE_AWAY = "take away";

	@Parameter(label = "Path", persist = false, description = "Where the middle of the brush goes, in pixels: x,y pairs separated by spaces, such as 10,20 30.5,40.")
	private String points;

	@Parameter(label = "Diameter (pixels)", persist = false, min = "0.01", max = "100000", description = "Of the brush, in pixels of the image.")
	private double diameter_px = 10;

	@Parameter(label = "Effect", persist = false, choices = {ADD,
			TAKE_AWAY}, description = "Whether to add the stroke or to take it away.")
	private String effect = ADD;

	@Parameter(label = "Onto", persist = false, description = "The area to change: selected, last, number:N, a name or an id; empty: a new one.")
	private String onto = "";

	@Parameter(label = "Class", persist = false, style = "offers:classes", description = "Of a new area: key of the class in the protocol; empty: the current class.")
	private String class_key = "";

	@Parameter(label = "Avoid overlap", persist = false, description = "Whether to keep off all other areas of the slice.")
	private boolean avoid_overlap = false;

	@Override
	protected void execute() throws Exception {
		OutlineEdits.Brush brush = effect.equals(ADD) ? OutlineEdits.Brush.ADD : OutlineEdits.Brush.SUBTRACT;
		Painting.Stroke stroke = new Painting.Stroke(PathText.parse(points), diameter_px, brush, avoid_overlap);
		Painting painting = new Painting(session());
		if (onto.isBlank()) painting.anew(stroke, class_key);
		else painting.onto(only(find(onto)), stroke);
	}

	private static UUID only(Set<UUID> found) {
		if (found.size() == 1) return found.iterator().next();
		throw new IllegalArgumentException("A stroke goes onto one area, not onto " + found.size() + ".");
	}
}
