package org.annotomy.command.display;

import org.annotomy.annotation.ObjectSelector;
import org.annotomy.command.AnnotationCommand;
import org.annotomy.display.Margin;
import org.annotomy.imagej.display.Zoom;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.session.ObjectZoom;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;

/** Menu entry for {@link Zoom}. */
@Plugin(type = Command.class, visible = false, label = "Zoom...", description = "Shows the whole image, a magnification, or the selection or objects with a margin around them.")
public final class ZoomCommand extends AnnotationCommand {

	private static final String FIT = "Fit";
	private static final String ONE_TO_ONE = "1:1";
	private static final String PERCENT = "Percent";
	private static final String SELECTION = "Selection";
	private static final String OBJECTS = "Objects";

	@Parameter(label = "Image", persist = false, description = "The image to show, by title or id; omitted: the active one.")
	private ImagePlus image;

	@Parameter(label = "View", persist = false, choices = {FIT, ONE_TO_ONE, PERCENT, SELECTION,
			OBJECTS}, description = "The whole image, one screen pixel per pixel, a magnification, the selection, or annotated objects.")
	private String view = FIT;

	@Parameter(label = "Objects", persist = false, description = "For Objects: all, selected, last, class:KEY, slice:N, number:N, in:REGION, where:MEASUREMENT>VALUE, a name or an id; several separated by commas, several that must all hold joined by &.")
	private String objects = "selected";

	@Parameter(label = "Magnification (%)", persist = false, min = "0.1", max = "3200", description = "For Percent: 100 is one screen pixel per pixel.")
	private double zoom_percent = 100;

	@Parameter(label = "Margin (%)", persist = false, min = "0", max = "1000", description = "For Selection and Objects: shown around them on each side, in percent of the longer side.")
	private double margin_percent = 25;

	@Parameter(label = "Margin (mm)", persist = false, min = "0", max = "1000", description = "For Selection and Objects: shown around them on each side, added to the other margin.")
	private double margin_mm = 0;

	@Override
	protected void execute() {
		Zoom zoom = Zoom.of(image);
		switch (view) {
			case FIT -> zoom.fit();
			case ONE_TO_ONE -> zoom.factor(1);
			case PERCENT -> zoom.factor(zoom_percent / 100);
			case SELECTION -> zoom.toBox(zoom.selection(), margin(zoom));
			default -> toObjects(zoom);
		}
	}

	private void toObjects(Zoom zoom) {
		AnnotationSession session = AnnotationSession.require(image);
		ObjectZoom.show(session, ObjectSelector.find(objects, session.document(), session.selection().set()), margin(zoom));
	}

	private Margin margin(Zoom zoom) {
		Margin part = Margin.ofFraction(margin_percent / 100);
		return margin_mm > 0 ? part.plus(zoom.marginMm(margin_mm)) : part;
	}
}
