package org.annotomy.imagej.registration;

import java.util.List;

import org.annotomy.geometry.Position;
import org.annotomy.registration.AffineMap;
import org.annotomy.registration.LandmarkErrors;
import org.annotomy.registration.Transform;

import ij.measure.ResultsTable;

/** Registrations and their errors as tables. */
final class RegistrationTables {

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

	/** A row for each pair, and one for all of them. */
	static ResultsTable errors(LandmarkErrors errors, String unit) {
		ResultsTable table = new ResultsTable();
		for (int i = 0; i < errors.fitted().size(); i++)
			addErrors(table, Integer.toString(i + 1), errors.fitted().get(i), errors.heldOut().get(i), unit);
		addErrors(table, "root mean square", rms(errors.fitted()), rms(errors.heldOut()), unit);
		addErrors(table, "largest", LandmarkErrors.max(errors.fitted()), LandmarkErrors.max(errors.heldOut()), unit);
		return table;
	}

	private static double rms(List<Double> errors) {
		return LandmarkErrors.rms(errors);
	}

	private static void addErrors(ResultsTable table, String pair, double fitted, double heldOut, String unit) {
		table.addRow();
		table.addValue("Pair", pair);
		table.addValue("Fiducial error (" + unit + ")", fitted);
		table.addValue("Target error, held out (" + unit + ")", heldOut);
	}
}
