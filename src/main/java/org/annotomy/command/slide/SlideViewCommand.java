package org.annotomy.command.slide;

import org.annotomy.geometry.Point;
import org.annotomy.imagej.slide.SlideNavigation;
import org.annotomy.ui.dialog.EventThread;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Menu entry for {@link SlideNavigation}. */
@Plugin(type = Command.class, visible = false, label = "Slide View...", description = "Goes to a place of a whole slide at a magnification; turns the view; chooses the focus plane and the time point.")
public final class SlideViewCommand extends SlideCommand {

	private static final String PLACE = "Place";
	private static final String FIT = "Fit";
	private static final String STAY = "Stay";

	@Parameter(label = "Go to", persist = false, choices = {PLACE, FIT,
			STAY}, description = "The place below, the whole slide, or where the view is now.")
	private String view = PLACE;

	@Parameter(label = "X (pixels)", persist = false, description = "Middle of the view in pixels of full resolution.")
	private double x_px = 0;

	@Parameter(label = "Y (pixels)", persist = false, description = "Middle of the view in pixels of full resolution.")
	private double y_px = 0;

	@Parameter(label = "Magnification", persist = false, min = "0", max = "1000", description = "As of an objective, such as 20; 0: as it is. For slides that do not say their objective or pixel size: in percent of full resolution.")
	private double magnification = 0;

	@Parameter(label = "Rotation (°)", persist = false, description = "By how much the view is turned clockwise.")
	private double rotation_degrees = 0;

	@Parameter(label = "Slice", persist = false, min = "0", description = "Focus plane, from 1; 0: as it is.")
	private int slice = 0;

	@Parameter(label = "Time point", persist = false, min = "0", description = "From 1; 0: as it is.")
	private int time_point = 0;

	@Override
	protected void execute() {
		EventThread.run(this::go);
	}

	private void go() {
		SlideNavigation navigation = new SlideNavigation(slide());
		slide().setPosition(1, slice, time_point);
		navigation.turn(rotation_degrees);
		if (view.equals(FIT)) navigation.fit();
		else navigation.go(view.equals(PLACE) ? new Point(x_px, y_px) : navigation.centre(), magnification);
	}
}
