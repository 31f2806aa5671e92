package org.annotomy.ui.panel;

import java.awt.Dimension;
import java.awt.LayoutManager;
import java.awt.Rectangle;

import javax.swing.JPanel;
import javax.swing.Scrollable;

/** What a scroll pane shows as wide as itself, so that nothing is cut off at the right; it scrolls up and down only. */
final class ScrolledColumn extends JPanel implements Scrollable {

	private static final int STEP_PX = 16;

	/** @param layout null for one that is set later */
	ScrolledColumn(LayoutManager layout) {
		super(layout);
	}

	@Override
	public Dimension getPreferredScrollableViewportSize() { return getPreferredSize(); }

	@Override
	public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
		return STEP_PX;
	}

	@Override
	public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
		return visible.height - STEP_PX;
	}

	@Override
	public boolean getScrollableTracksViewportWidth() { return true; }

	@Override
	public boolean getScrollableTracksViewportHeight() { return false; }
}
