package org.annotomy.command.registration;

import java.io.File;

import org.annotomy.geometry.Position;
import org.annotomy.imagej.fusion.Fusion;
import org.annotomy.imagej.registration.Adjustment;
import org.annotomy.imagej.registration.ImagePair;
import org.annotomy.imagej.registration.Registrations;
import org.annotomy.registration.Transform;
import org.annotomy.ui.fusion.AdjustFrame;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.measure.ResultsTable;

/** Correction by hand. */
@Plugin(type = Command.class, visible = false, label = "Adjust Registration...", description = "Turns and shifts the moving image against the fixed one, on top of what is known of them, and saves the whole. Two images that nobody knows anything of begin where their files place them. From the menu, with all numbers 0, a window opens in which the image follows at once.")
public final class AdjustRegistrationCommand extends PairCommand {

	@Parameter(label = "Shift x (mm)", persist = false, description = "To the left of the patient; of a picture to the right. In pixels if the image does not know their size.")
	private double shift_x_mm = 0;

	@Parameter(label = "Shift y (mm)", persist = false, description = "To the back of the patient; of a picture down.")
	private double shift_y_mm = 0;

	@Parameter(label = "Shift z (mm)", persist = false, description = "To the head of the patient.")
	private double shift_z_mm = 0;

	@Parameter(label = "Turn x (°)", persist = false, description = "Around the axis to the left, through the middle of the fixed image, by the right-hand rule.")
	private double turn_x_degrees = 0;

	@Parameter(label = "Turn y (°)", persist = false, description = "Around the axis to the back; after the turn around x.")
	private double turn_y_degrees = 0;

	@Parameter(label = "Turn z (°)", persist = false, description = "Around the axis to the head, or in the plane of a picture; after the other turns, before the shift.")
	private double turn_z_degrees = 0;

	@Parameter(label = "File", persist = false, required = false, style = "save", description = "Where the transform is saved, as .transform.json or as ITK's .tfm; omitted: beside the moving image.")
	private File file;

	@Parameter(type = ItemIO.OUTPUT, label = "Registration")
	private ResultsTable registration;

	@Override
	protected void execute() throws Exception {
		ImagePair pair = pair();
		Adjustment adjustment = new Adjustment(new Position(shift_x_mm, shift_y_mm, shift_z_mm),
				new Position(turn_x_degrees, turn_y_degrees, turn_z_degrees));
		Transform before = Registrations.find(pair, progress()).orElse(Transform.identity());
		if (isCalledByUser() && adjustment.equals(Adjustment.NONE) && pair.fixed().getWindow() != null) {
			AdjustFrame.open(pair, before);
			return;
		}
		registration = adjustment.keep(before, pair, path(file), progress());
		Fusion.of(pair.fixed()).filter(fusion -> fusion.pair().moving() == pair.moving())
				.ifPresent(fusion -> fusion.setTransform(adjustment.of(before, pair)));
	}
}
