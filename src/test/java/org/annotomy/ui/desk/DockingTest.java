package org.annotomy.ui.desk;

import static org.junit.Assert.assertEquals;

import java.awt.Dimension;
import java.awt.Point;
import java.awt.Rectangle;
import java.util.List;

import org.junit.Test;

/** Where the panel comes to lie beside one window or several. */
public class DockingTest {

	private static final Rectangle SCREEN = new Rectangle(0, 0, 1600, 1000);
	private static final Dimension PANEL = new Dimension(528, 755);
	private static final Rectangle AXIAL = new Rectangle(786, 142, 268, 324);
	private static final Rectangle CORONAL = new Rectangle(1060, 142, 268, 297);
	private static final Rectangle SAGITTAL = new Rectangle(1060, 445, 268, 297);

	@Test
	public void liesRightOfOneWindowWhereThereIsRoom() {
		assertEquals(new Point(506, 142), Docking.beside(PANEL, List.of(new Rectangle(100, 142, 400, 400)), SCREEN));
	}

	@Test
	public void liesLeftOfOneWindowOtherwise() {
		assertEquals(new Point(786 - 528 - 6, 142),
				Docking.beside(PANEL, List.of(new Rectangle(786, 142, 600, 600)), SCREEN));
	}

	@Test
	public void hidesNoneOfTheThreeViews() {
		assertEquals(new Point(786 - 528 - 6, 142), Docking.beside(PANEL, List.of(CORONAL, SAGITTAL, AXIAL), SCREEN));
	}

	@Test
	public void hidesTheRightEdgeOfAWindowThatLeavesNoRoom() {
		assertEquals(new Point(1600 - 528, 0), Docking.beside(PANEL, List.of(new Rectangle(0, 0, 1500, 900)), SCREEN));
	}
}
