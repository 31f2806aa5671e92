package org.annotomy.linking.layout;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How the images of a group are laid out (a hanging protocol): slots that images are matched with by their facts, and stages that show them
 * in rows and columns.
 *
 * @param id such as {@code mammography-four-up}
 * @param title as shown
 * @param slots in the order of choosing
 * @param stages at least one
 */
public record Layout(String id, String title, List<LayoutSlot> slots, List<Stage> stages) {

	public Layout {
		Objects.requireNonNull(id, "id");
		Objects.requireNonNull(title, "title");
		slots = List.copyOf(slots);
		stages = List.copyOf(stages);
	}

	/**
	 * What is on the screen at once.
	 *
	 * @param rows of cells; likewise {@code columns}
	 * @param together what the views do together; empty for what they did before
	 */
	public record Stage(String title, int rows, int columns, List<Cell> cells, Optional<Together> together) {

		public Stage {
			cells = List.copyOf(cells);
		}
	}

	/** What the views of a stage do together. */
	public record Together(boolean scroll, boolean pan, boolean zoom, boolean crosshair, boolean window,
			boolean referenceLines) {}

	/**
	 * One window.
	 *
	 * @param slot whose image it shows
	 * @param row from 1; likewise {@code column}
	 * @param rowSpan rows that it fills; likewise {@code columnSpan}
	 * @param plane {@code own}, {@code axial}, {@code coronal} or {@code sagittal}
	 * @param align where the image stands in its cell
	 * @param chestWall on which side of a mammogram the chest wall is to be; the picture is mirrored if it is not; null for as it is
	 * @param sameScale whether a millimetre is as large as in the other windows of the stage that say so
	 * @param preset name of a display preset, or null
	 * @param fused what is shown over the image, or null
	 */
	public record Cell(String slot, int row, int column, int rowSpan, int columnSpan, String plane, Align align, Side chestWall,
			boolean sameScale, String preset, Fused fused) {}

	/**
	 * An image that is shown over that of a window, in this window alone.
	 *
	 * @param slot whose image it is
	 * @param colours name of its colour table
	 * @param low value that gets the first colour, null for the lower end of the image's own window; likewise {@code high} for the last colour
	 * @param opacityPercent 0 to 100
	 * @param cutOff whether nothing is painted where values are not above the first colour's
	 */
	public record Fused(String slot, String colours, Double low, Double high, double opacityPercent, boolean cutOff) {}

	/** Where a picture that is narrower than its cell stands. */
	public enum Align {
		LEFT, CENTRE, RIGHT
	}

	/** A side of the picture. */
	public enum Side {
		LEFT, RIGHT
	}
}
