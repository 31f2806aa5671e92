package org.annotomy.command.registration;

import java.io.File;

import org.annotomy.imagej.registration.ImagePair;
import org.annotomy.imagej.registration.LandmarkPoints;
import org.annotomy.imagej.registration.LandmarkRegistration;
import org.annotomy.registration.LandmarkFit;
import org.annotomy.registration.Landmarks;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.measure.ResultsTable;

/** Registration by landmarks. */
@Plugin(type = Command.class, visible = false, label = "Register By Landmarks...", description = "Finds how an image lies to another one by places that are the same in both, and tells the errors. The transform is saved; no image is resampled.")
public final class RegisterByLandmarksCommand extends PairCommand {

	@Parameter(label = "Kind", persist = false, description = "What the transform may do: rigid turns and moves, similarity also scales, affine also stretches and shears, thin-plate also bends, through each landmark.")
	private LandmarkFit kind = LandmarkFit.RIGID;

	@Parameter(label = "Landmarks", persist = false, choices = {"selections", "objects",
			"text"}, description = "Where they are: point selections in the same order in both images, annotated points of the same name, or the two texts below.")
	private String landmarks = "selections";

	@Parameter(label = "Moving points", persist = false, description = "For landmarks=text: places in pixels, with their slice (from 1) in volumes, separated by semicolons, such as 10.5 20 3; 33 47.25 5.")
	private String moving_points = "";

	@Parameter(label = "Fixed points", persist = false, description = "For landmarks=text: the same places in the fixed image, in the same order.")
	private String fixed_points = "";

	@Parameter(label = "Smoothing", persist = false, min = "0", max = "1000000", description = "For kind=thin-plate: 0 passes through every landmark; the more, the stiffer.")
	private double smoothing = 0;

	@Parameter(label = "File", persist = false, required = false, style = "save", description = "Where the transform is saved, as .transform.json or (not thin-plate) as ITK's .tfm; omitted: beside the moving image.")
	private File file;

	@Parameter(type = ItemIO.OUTPUT, label = "Registration Errors")
	private ResultsTable errors;

	@Override
	protected void execute() throws Exception {
		ImagePair pair = pair();
		Landmarks found = switch (landmarks) {
			case "objects" -> LandmarkPoints.ofObjects(pair);
			case "text" -> LandmarkPoints.ofText(pair, moving_points, fixed_points);
			default -> LandmarkPoints.ofSelections(pair);
		};
		errors = LandmarkRegistration.register(pair, found, kind, smoothing, path(file), progress());
	}
}
