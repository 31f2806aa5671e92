package org.annotomy.linking.group;

/**
 * What views of a group do together.
 *
 * @param scroll they show the slice nearest to the place looked at
 * @param pan they keep that place in the middle of the window while it is zoomed
 * @param zoom a millimetre is as large in all
 * @param crosshair they mark that place
 * @param window those of one modality have one display window
 * @param referenceLines they show where the slice of the active view cuts theirs
 * @param ghosts they show where marks of the others must be
 */
public record SyncSettings(boolean scroll, boolean pan, boolean zoom, boolean crosshair, boolean window, boolean referenceLines,
		Ghosts ghosts) {

	/** Of which marks other views show the expected place. */
	public enum Ghosts {
		NONE, SELECTED, ALL
	}

	/** All but the display window, ghosts of the selected objects. */
	public static final SyncSettings USUAL = new SyncSettings(true, true, false, true, false, true, Ghosts.SELECTED);
}
