package org.annotomy.command.followup;

import org.annotomy.command.AnnotationCommand;
import org.annotomy.command.KeepsActiveImage;
import org.annotomy.followup.FollowUp;
import org.annotomy.imagej.followup.FollowUpImages;
import org.annotomy.imagej.followup.FollowUpTables;
import org.annotomy.imagej.followup.SumsPlot;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;
import ij.measure.ResultsTable;

/** Menu entry for {@link FollowUp}. */
@Plugin(type = Command.class, visible = false, label = "Follow-Up Report...", description = "Follows lesions over the open annotated images of one patient: sums of diameters, changes, new and disappeared lesions, and the response by RECIST 1.1.")
public final class FollowUpReportCommand extends AnnotationCommand implements KeepsActiveImage {

	/** What the table holds. */
	public enum Table {
		/** One row for each time point. */
		RESPONSES,
		/** One row for each lesion at each time point. */
		LESIONS
	}

	@Parameter(label = "Images", persist = false, required = false, description = "Titles or ids of annotated images in the order of time, separated by semicolons; empty: all that are open, in the order of their days.")
	private String images = "";

	@Parameter(label = "Days", persist = false, required = false, description = "Days of the images, separated by commas, such as 0,56,112; empty: what the images say.")
	private String days = "";

	@Parameter(label = "Table", persist = false, description = "RESPONSES: a row for each time point; LESIONS: a row for each lesion at each time point, with volumes and growth.")
	private Table table = Table.RESPONSES;

	@Parameter(label = "Plot the sum of diameters", persist = false, description = "Also makes a plot of the sums, the target lesions and the limits of response.")
	private boolean plot = false;

	@Parameter(type = ItemIO.OUTPUT, label = "Follow-Up")
	private ResultsTable report;

	@Parameter(type = ItemIO.OUTPUT, label = "Sum of diameters")
	private ImagePlus sums;

	@Parameter(type = ItemIO.OUTPUT, label = "Notes")
	private String notes;

	@Override
	protected void execute() throws Exception {
		FollowUp followUp = FollowUpImages.choose(images, days).follow();
		report = table == Table.RESPONSES ? FollowUpTables.responses(followUp) : FollowUpTables.lesions(followUp);
		if (plot) sums = SumsPlot.of(followUp);
		if (!followUp.warnings().isEmpty()) notes = String.join("\n", followUp.warnings());
	}
}
