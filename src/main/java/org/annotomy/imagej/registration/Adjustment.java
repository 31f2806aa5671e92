package org.annotomy.imagej.registration;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

import org.annotomy.geometry.Affine;
import org.annotomy.geometry.Position;
import org.annotomy.geometry.Turn;
import org.annotomy.registration.AffineMap;
import org.annotomy.registration.Transform;
import org.annotomy.task.Progress;

import ij.measure.ResultsTable;

/**
 * A correction of a registration by hand: the moving image is turned around the middle of the fixed one, then shifted.
 *
 * @param shift in the frame of the fixed image: to the left, to the back and to the head of a patient; right, down and deeper otherwise
 * @param degrees around the axes x, then y, then z, by the right-hand rule
 */
public record Adjustment(Position shift, Position degrees) {

	/** Nothing is changed. */
	public static final Adjustment NONE = new Adjustment(Position.ORIGIN, Position.ORIGIN);

	/** @throws IllegalArgumentException if a number is not finite */
	public Adjustment {
		if (!Transform.isDefined(shift) || !Transform.isDefined(degrees))
			throw new IllegalArgumentException("Shifts and turns must be finite numbers.");
	}

	/** A registration with the correction. */
	public Transform of(Transform transform, ImagePair pair) {
		if (pair.isPlane() && (shift.z() != 0 || degrees.x() != 0 || degrees.y() != 0))
			throw new IllegalArgumentException("Pictures can be shifted along x and y and turned around z only.");
		Position middle = pair.fixedFrame().frameOf((pair.fixedImage().width() - 1) / 2.0, (pair.fixedImage().height() - 1) / 2.0,
				(pair.fixedImage().slices() - 1) / 2.0);
		Affine turn = Turn.around(middle, Turn.zyx(Math.toRadians(degrees.x()), Math.toRadians(degrees.y()),
				Math.toRadians(degrees.z())));
		return transform.then(AffineMap.of(AffineMap.translation(shift).matrix().after(turn)));
	}

	/**
	 * Corrects what is known of a pair, and keeps that.
	 *
	 * @param file see {@link Registrations#keep}
	 * @return one row with the shift and turn of the whole registration
	 * @throws IOException if it cannot be saved
	 */
	public ResultsTable keep(Transform before, ImagePair pair, Path file, Progress progress) throws IOException {
		Transform after = of(before, pair);
		Registrations.Kept kept = Registrations.keep(pair, after, "corrected by hand", Map.of(), file, progress);
		ResultsTable table = new ResultsTable();
		table.addRow();
		RegistrationTables.addMap(table, after, pair);
		RegistrationTables.addUses(table, kept);
		return table;
	}
}
