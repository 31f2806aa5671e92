package org.annotomy.imagej.registration;

import java.util.List;

import org.annotomy.geometry.Position;
import org.annotomy.imagej.slide.SlideImage;
import org.annotomy.registration.AffineMap;
import org.annotomy.registration.LandmarkErrors;
import org.annotomy.registration.Transform;

import ij.measure.ResultsTable;

/** Registrations and their errors as tables. */
final class RegistrationTables {

	private static final double UM_PER_MM = 1000;

	private RegistrationTables() {}

	/** How a transform moves the place that comes to lie in the middle of the fixed image, and how it turns. */
	static void addMap(ResultsTable table, Transform transform, ImagePair pair) {
		Position middle = pair.fixedFrame().frameOf((pair.fixedImage().width() - 1) / 2.0, (pair.fixedImage().height() - 1) / 2.0,
				(pair.fixedImage().slices() - 1) / 2.0);
		Position from = transform.inverse().apply(middle);
		String unit = " (" + pair.unit() + ")";
		table.addValue("Shift x" + unit, middle.x() - from.x());
		table.addValue("Shift y" + unit, middle.y() - from.y());
		table.addValue("Shift z" + unit, middle.z() - from.z());
		if (!(transform instanceof AffineMap map)) return;
		if (map.kind() != AffineMap.Kind.AFFINE) table.addValue("Turn (°)", map.degrees());
		table.addValue("Scale of volume", Math.abs(map.matrix().determinant()));
	}

	/** What follows the registration at once; no column if nothing does. */
	static void addUses(ResultsTable table, Registrations.Kept kept) {
		if (!kept.uses().isEmpty()) table.addValue("Used by", String.join("; ", kept.uses()));
	}

	/** A row for each pair, and one for all of them; of slides in micrometres. */
	static ResultsTable errors(LandmarkErrors errors, ImagePair pair) {
		boolean fine = pair.fixed() instanceof SlideImage && pair.unit().equals("mm");
		String unit = fine ? "µm" : pair.unit();
		double factor = fine ? UM_PER_MM : 1;
		List<Double> fitted = scaled(errors.fitted(), factor);
		List<Double> heldOut = scaled(errors.heldOut(), factor);
		ResultsTable table = new ResultsTable();
		for (int i = 0; i < fitted.size(); i++)
			addErrors(table, Integer.toString(i + 1), fitted.get(i), heldOut.get(i), unit);
		addErrors(table, "root mean square", LandmarkErrors.rms(fitted), LandmarkErrors.rms(heldOut), unit);
		addErrors(table, "largest", LandmarkErrors.max(fitted), LandmarkErrors.max(heldOut), unit);
		return table;
	}

	private static List<Double> scaled(List<Double> errors, double factor) {
		return errors.stream().map(error -> factor * error).toList();
	}

	private static void addErrors(ResultsTable table, String pair, double fitted, double heldOut, String unit) {
		table.addRow();
		table.addValue("Pair", pair);
		table.addValue("Fiducial error (" + unit + ")", fitted);
		table.addValue("Target error, held out (" + unit + ")", heldOut);
	}
}
