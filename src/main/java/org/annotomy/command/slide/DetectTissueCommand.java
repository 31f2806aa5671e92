package org.annotomy.command.slide;

import org.annotomy.assist.tissue.TissueDetection;
import org.annotomy.command.SessionCommand;
import org.annotomy.imagej.lab.SlideLab;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Menu entry for {@link TissueDetection}. */
@Plugin(type = Command.class, visible = false, label = "Detect Tissue...", description = "Suggests where on a slide tissue lies, by a threshold at low resolution. The outlines are drafts to be corrected; run again, it replaces those that nobody has touched. One step of undo takes them back.")
public final class DetectTissueCommand extends SessionCommand {

	@Parameter(label = "Class", persist = false, required = false, description = "Key of the class that the outlines get; empty: the current class.")
	private String class_key = "";

	@Parameter(label = "Smallest area (mm²)", persist = false, min = "0", description = "Smaller pieces and holes are left out.")
	private double smallest_mm2 = TissueDetection.USUAL.smallestMm2();

	@Parameter(label = "Threshold", persist = false, min = "0", max = "254", description = "How far from the glass a pixel must be, from 1 to 254; 0: found by the program (Otsu).")
	private int threshold = 0;

	@Parameter(type = ItemIO.OUTPUT, label = "Found")
	private String found;

	@Override
	protected void execute() throws Exception {
		found = new SlideLab(session()).suggestTissue(new TissueDetection(threshold, smallest_mm2), class_key, progress())
				.words();
	}
}
