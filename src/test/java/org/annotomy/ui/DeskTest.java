package org.annotomy.ui;

import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import org.junit.ClassRule;
import org.junit.Test;

/** A user at annotated images in plain ImageJ, with the panel open. */
public class DeskTest {

	@ClassRule
	public static final Played PLAY = new Played(DeskSession.class);

	private static String seen(String key) {
		return PLAY.text(key);
	}

	private static void assertSeen(String expected, String key) {
		PLAY.assertSeen(expected, key);
	}

	/** @param scene which must have come to its end */
	private static void assertPlayed(String scene) {
		assertNull(seen(scene + ".broken"), seen(scene + ".broken"));
	}

	@Test
	public void aLetterOrEnterMarksTheDrawnSelection() {
		assertPlayed("marking");
		assertSeen("structure 20,30 60x40", "marked with a letter");
		assertSeen("null", "drawn selection");
		assertSeen("structure 20,30 60x40; lesion 120,30 60x30", "marked with Enter");
		assertSeen("lesion", "current class");
	}

	@Test
	public void segmentsArePaintedDrawnAndCutUnderTheEditingMask() {
		assertPlayed("segments");
		assertSeen("There is no segment yet: add one in the Segments tab of the panel.", "told without a segment");
		assertTrue(seen("hint of the segment brush"), seen("hint of the segment brush").startsWith("Drag paints "));
		for (String key : new String[]{"segment is painted", "segment is erased", "segment undone is as before"})
			assertSeen("true", key);
		assertSeen("in progress", "segment state");
		assertSeen("1", "chosen after hiding another");
		assertSeen("true", "painted beside a hidden one");
		assertSeen("true", "painted while hidden");
		assertSeen("true", "shown by painting");
		assertSeen("Editing mask: only from 2000", "editing mask");
		assertSeen("Nothing was changed. The editing mask: only from 2000.", "told of the mask");
		assertSeen("0", "segment under the mask");
		assertSeen("1200", "segment drawn");
		assertSeen("2400", "segment by corners");
		assertSeen("1200", "segment cut out");
		assertSeen("null", "selection after drawing");
	}

	@Test
	public void theProtocolIsChangedInTheStateLineAndUndoTakesItBack() {
		assertPlayed("protocol");
		assertSeen("true", "offered for a class");
		assertSeen("target 20,30 60x40", "reclassified");
		assertSeen("onco-chest-ct, current class target", "protocol");
		assertSeen("lesion 20,30 60x40, default, current class lesion", "protocol undone");
	}

	@Test
	public void aLetterWithoutASelectionChangesTheObjectOrTheCurrentClass() {
		assertSeen("structure 20,30 60x40; device 120,30 60x30", "letter on a selected object");
		assertSeen("region", "letter on nothing");
	}

	@Test
	public void zAndYGoBackAndForth() {
		assertSeen("structure 20,30 60x40", "undone");
		assertSeen("structure 20,30 60x40; lesion 120,30 60x30", "redone");
	}

	@Test
	public void tabGoesFromObjectToObject() {
		assertPlayed("selecting");
		assertSeen("[2]", "selected after marking");
		assertSeen("[0]", "selected after Tab");
		assertSeen("[2]", "selected after Shift+Tab");
	}

	@Test
	public void tableAndImageHaveOneSelection() {
		assertSeen("[0, 1]", "selected in the table");
	}

	@Test
	public void deleteRemovesWhatIsSelected() {
		assertSeen("2, selected []", "left after Delete");
	}

	@Test
	public void theBrushPaintsExtendsAndErases() {
		assertPlayed("brush");
		assertSeen("lesion 40,40 120x40", "painted");
		assertSeen("lesion 40,40 120x100", "extended");
		assertSeen("true", "undone is as before");
		assertSeen("1 object, less: true", "erased");
		assertSeen("2", "painted elsewhere");
		assertSeen("2", "extended from elsewhere");
		assertSeen("null", "preview");
		assertSeen("Brush: 48 pixels of the screen", "larger brush");
	}

	@Test
	public void theRightButtonOnAnObjectOpensItsMenu() {
		assertPlayed("outline");
		String outlines = "Overlap, Fill Holes, Smooth, Simplify, Remove Overlap, ";
		assertSeen("[Class, Edit Outline, Lock, Hide, Fill, Bring to Front, Send to Back, " + outlines + "Delete]", "menu");
	}

	@Test
	public void anOutlineIsEditedUntilEnterOrEscape() {
		assertSeen("java.awt.Rectangle[x=20,y=30,width=60,height=40]", "selection while edited");
		assertSeen("0", "drawn while edited");
		assertSeen("lesion 30,40 60x40", "after Enter");
		assertSeen("lesion 30,40 60x40, selection null, drawn 1", "after Esc");
	}

	@Test
	public void aSelectionDrawnAfterAnEditWasLeftIsANewObject() {
		assertSeen("lesion 30,40 60x40; lesion 150,150 50x50", "a new one after an edit was left");
	}

	@Test
	public void theSelectToolSelectsAndMoves() {
		assertPlayed("select tool");
		assertSeen("[0]", "clicked");
		assertSeen("[0, 1]", "clicked with Shift");
		assertSeen("[]", "clicked on nothing");
		assertSeen("lesion 30,45 60x40; lesion 120,30 60x40", "dragged");
		assertSeen("lesion 30,45 60x40; lesion 120,30 60x40", "dragged on nothing");
		assertSeen("lesion 30,45 60x40; lesion 120,30 60x40", "trembled");
		assertSeen("lesion 40,45 60x40; lesion 120,30 60x40 null", "dragged at once after a click");
		assertSeen("true", "double click");
	}

	@Test
	public void digitsChoosePresets() {
		assertPlayed("presets");
		assertSeen("true", "digit 0");
		assertSeen("Window: File's own", "told of the digit");
		assertSeen("true", "told of the first preset");
		assertSeen("true", "first preset");
	}

	@Test
	public void theLensIsThereWhileItsKeyIsHeld() {
		assertPlayed("lens");
		assertSeen("true", "lens");
		assertSeen("null", "lens after release");
	}

	@Test
	public void thePanelStaysBesideTheImageWhileDocked() {
		assertPlayed("docking");
		assertSeen("true", "undocked stays");
		assertSeen("true", "docked");
	}

	@Test
	public void thePanelFollowsTheActiveImageAndASessionEndsWithItsImage() {
		assertPlayed("following");
		assertSeen("true", "followed");
	}

	@Test
	public void theHintLineSaysWhatToolAndModifierWillDo() {
		assertPlayed("hints");
		assertSeen("Draw, then a class letter or Enter marks it", "hint of the rectangle");
		assertSeen("A class letter or Enter marks the selection · Shift adds to it · Alt takes away from it",
				"hint of a drawn selection");
		assertSeen("Drag paints a new area · Ctrl+Shift keeps off others · [ and ] change the size", "hint of the brush");
		assertSeen("Alt erases from the selected area: select one first", "hint of the brush with Alt");
		assertSeen(seen("hint of the brush"), "hint of the brush again");
		assertSeen("Click selects · Shift+click selects more · drag moves · double click edits the outline"
				+ " · right click opens a menu", "hint of the select tool");
	}

	@Test
	public void aReadOnlyDocumentSaysSo() {
		assertPlayed("read-only");
		assertSeen("The annotations are read-only: the folder cannot be written to.", "refused");
		assertSeen("0", "objects of a read-only document");
	}
}
