package org.annotomy.ui.key;

import org.annotomy.annotation.protocol.AnnotationClass;

/** What keys do. Each method says whether the key meant something; if not, ImageJ gets it. */
public interface ImageKeyActions {

	/** The lens, and the lens with Shift. */
	double LENS = 2;
	double STRONG_LENS = 4;

	/** By how much a bracket changes the size of the brush: 20 %. */
	double BRUSH_STEP = 1.2;

	/** Marks the drawn selection with the current class, or finishes the edit of an outline. */
	boolean finish();

	/** Removes the selected objects, unless there is a drawn selection (that is ImageJ's to clear). */
	boolean delete();

	/** Drops an unfinished edit, or the selection of objects. */
	boolean drop();

	/** Selects and shows the next ({@code 1}) or previous ({@code -1}) object. */
	boolean next(int step);

	boolean undo();

	boolean redo();

	/** Applies the display preset of a digit; 0 is the file's own window. */
	boolean preset(int digit);

	/** Changes the size of the brush by a factor. */
	boolean brush(double factor);

	/** Magnifies under the cursor by a factor; 1 takes the lens away. */
	boolean lens(double factor);

	/**
	 * Shows the next ({@code 1}) or previous ({@code -1}) stage of the layout of the image's group; on a slide that is counted field by field,
	 * finishes the field in view and shows the next, or shows the one before.
	 */
	boolean stage(int step);

	/** Shows what the keys do. */
	boolean help();

	/** Marks the drawn selection with the class; without one, gives it to the selected objects, or makes it the current one. */
	boolean classKey(AnnotationClass chosen);
}
