package org.annotomy.command.registration;

import java.io.File;
import java.util.Arrays;

import org.annotomy.imagej.registration.VolumeRegistration;
import org.annotomy.registration.AffineMap;
import org.annotomy.registration.intensity.IntensityRegistration.Start;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.measure.ResultsTable;

/** Registration by values. */
@Plugin(type = Command.class, visible = false, label = "Register Volumes...", description = "Finds how a volume lies to another one, or a picture to another picture, by the mutual information of their values. The transform is saved; no image is resampled.")
public final class RegisterVolumesCommand extends PairCommand {

	@Parameter(label = "Kind", persist = false, description = "What the transform may do: rigid turns and moves, similarity also scales by one factor, affine also stretches and shears.")
	private AffineMap.Kind kind = AffineMap.Kind.RIGID;

	@Parameter(label = "Start", persist = false, choices = {"auto", "as placed", "centres",
			"centres of mass"}, description = "Where the search begins; auto: as placed if both lie in the same frame of reference, else with the centres of mass on each other.")
	private String start = "auto";

	@Parameter(label = "File", persist = false, required = false, style = "save", description = "Where the transform is saved, as .transform.json or as ITK's .tfm; omitted: beside the moving image.")
	private File file;

	@Parameter(type = ItemIO.OUTPUT, label = "Registration")
	private ResultsTable registration;

	@Override
	protected void execute() throws Exception {
		Start from = Arrays.stream(Start.values()).filter(s -> s.toString().equals(start)).findFirst().orElse(null);
		registration = VolumeRegistration.register(pair(), kind, from, path(file), progress());
	}
}
