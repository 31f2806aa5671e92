package org.annotomy.imagej;

import ij.gui.Roi;

/** The one element of an ImageJ overlay through which a whole document is drawn. */
final class LayerRoi extends Roi {

	LayerRoi(int width, int height) {
		super(0, 0, width, height);
	}
}
