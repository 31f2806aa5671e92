package org.annotomy.bridge;

import java.awt.GraphicsEnvironment;
import java.util.List;

import org.annotomy.command.spec.CommandSpec.Output;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.measure.ResultsTable;
import ij.plugin.filter.Analyzer;

/** Shows what a command gives: tables, images, and texts or numbers in the log. */
final class Outputs {

	private final boolean program;

	private final boolean keepActive;

	/**
	 * @param program whether a macro or script called, which goes on to use the results
	 * @param keepActive whether it goes on with the image that is active now
	 */
	Outputs(boolean program, boolean keepActive) {
		this.program = program;
		this.keepActive = program && keepActive;
	}

	void show(List<Output> outputs) {
		for (Output output : outputs) {
			if (output.value() instanceof ResultsTable table) show(table, output.label());
			else if (output.value() instanceof ImagePlus image) show(image);
			else IJ.log(output.value().toString());
		}
	}

	private void show(ImagePlus image) {
		ImagePlus before = keepActive ? WindowManager.getCurrentImage() : null;
		image.show();
		if (before != null) IJ.selectWindow(before.getID());
	}

	/**
	 * A macro finds the table as the Results table, with and without a display ({@code getResult}, {@code Table.get},
	 * {@code saveAs("Results", path)}). From the menu it opens in a window of its own: the measurements of the user stay.
	 */
	private void show(ResultsTable table, String title) {
		if (program) Analyzer.setResultsTable(table);
		table.showRowNumbers(program); // as the Results window does it, so that a saved table is the same without a display
		if (!GraphicsEnvironment.isHeadless()) table.show(program ? "Results" : title);
	}
}
