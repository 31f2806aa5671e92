package org.annotomy.bridge;

import java.io.File;
import java.io.IOException;

import org.annotomy.command.AnnotationCommand;
import org.annotomy.task.CancelledException;
import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;
import ij.measure.ResultsTable;

/** A command with an option of every type, for tests. */
@Plugin(type = Command.class, label = "Annotomy Sample...", description = "Does nothing but tell what it was given.")
public final class SampleCommand extends AnnotationCommand {

	public enum Shade {
		DARK, LIGHT;

		@Override
		public String toString() {
			return name().toLowerCase();
		}
	}

	@Parameter(visibility = ItemVisibility.MESSAGE)
	private String remark = "Nothing is changed.";

	@Parameter(label = "Image", description = "The image.", persist = false, required = false)
	ImagePlus image;

	@Parameter(label = "Other image", description = "Another image.", persist = false, required = false)
	ImagePlus second;

	@Parameter(label = "Count", description = "How many.", min = "1", max = "10", persist = false)
	int count = 3;

	@Parameter(label = "Total", description = "How many in all.", persist = false)
	long total = 5_000_000_000L;

	@Parameter(label = "Radius (mm)", description = "How wide.", min = "0", persist = false)
	double radius_mm = 1.25;

	@Parameter(label = "Limit (HU)", description = "A limit, if any.", required = false, persist = false)
	Double limit_hu;

	@Parameter(label = "Invert", description = "Whether to invert.", persist = false)
	boolean invert;

	@Parameter(label = "Name", description = "A name.", persist = false)
	String name = "";

	@Parameter(label = "Method", description = "How.", choices = {"Otsu", "Max Entropy"}, persist = false)
	String method = "Otsu";

	@Parameter(label = "Shade", description = "Which shade.", persist = false)
	Shade shade = Shade.LIGHT;

	@Parameter(label = "File", description = "What to read.", required = false, persist = false)
	File input;

	@Parameter(label = "Folder", description = "Where to write.", style = "directory", required = false, persist = false)
	File folder;

	@Parameter(label = "Patient", description = "Whose image, never recorded.", style = "private", persist = false)
	String patient = "";

	@Parameter(label = "Then", description = "What happens then.", choices = {"succeed", "refuse", "break",
			"cancel"}, persist = false)
	String then = "succeed";

	@Parameter(type = ItemIO.OUTPUT, label = "Sample Table")
	private ResultsTable table;

	@Parameter(type = ItemIO.OUTPUT, label = "Given")
	private String given;

	@Override
	protected void execute() throws IOException {
		switch (then) {
			case "refuse" -> throw new IOException("The sample refuses.");
			case "break" -> throw new NullPointerException();
			case "cancel" -> throw new CancelledException();
			default -> report();
		}
	}

	private void report() {
		given = "image=" + title(image) + " second=" + title(second) + " count=" + count + " total=" + total + " radius_mm="
				+ radius_mm
				+ " limit_hu=" + limit_hu + " invert=" + invert + " name=" + name + " method=" + method + " shade="
				+ shade.name();
		table = new ResultsTable();
		table.addRow();
		table.addValue("Count", count);
		table.addValue("Given", given);
	}

	private static String title(ImagePlus image) {
		return image == null ? "none" : image.getTitle();
	}
}
