package org.annotomy.imagej.overlay;

import java.awt.Rectangle;
import java.util.List;
import java.util.function.Supplier;

import ij.gui.Overlay;
import ij.gui.Roi;

/**
 * An overlay whose copies hold ordinary selections in place of the layer: duplicating, cropping or flattening a stack then takes names,
 * colours and slices along.
 */
final class AnnotatedOverlay extends Overlay {

	private final transient Supplier<List<Roi>> selections;

	/** @param selections all visible objects, each on its plane */
	AnnotatedOverlay(Supplier<List<Roi>> selections) {
		this.selections = selections;
	}

	@Override
	public Overlay duplicate() {
		Overlay copy = create();
		for (Roi roi : toArray())
			if (roi instanceof LayerRoi) selections.get().forEach(copy::add);
			else copy.add((Roi) roi.clone());
		return copy;
	}

	@Override
	public Overlay crop(Rectangle bounds) {
		return bounds == null ? duplicate() : duplicate().crop(bounds);
	}
}
