package org.annotomy.codec.jpeg2000;

import java.util.ArrayList;
import java.util.List;

/** The code-blocks of one place in one resolution, which come in one packet for each layer (T.800 B.6). */
final class Precinct {

	private final int component;
	private final int resolution;
	private final int index;
	private final long x;
	private final long y;
	private final List<PrecinctBand> bands = new ArrayList<>(3);
	private int layersRead;

	/** @param index from left to right, from top to bottom */
	Precinct(TileComponent component, Resolution resolution, int index) {
		this.component = component.index();
		this.resolution = resolution.index();
		this.index = index;
		int column = resolution.firstColumn() + index % resolution.columns();
		int row = resolution.firstRow() + index / resolution.columns();
		int shift = component.style().levels() - resolution.index();
		this.x = Math.max(component.tile().x0(),
				component.stepX() * ((long) column << component.style().precinctWidth(resolution.index()) + shift));
		this.y = Math.max(component.tile().y0(),
				component.stepY() * ((long) row << component.style().precinctHeight(resolution.index()) + shift));
		for (Subband band : resolution.bands()) {
			Area area = band.precinct(column, row);
			if (!area.isEmpty()) bands.add(new PrecinctBand(band, area, component.style().blockStyle()));
		}
	}

	int component() {
		return component;
	}

	int resolution() {
		return resolution;
	}

	int index() {
		return index;
	}

	/** Where on the reference grid its packets come, if their order is by position (T.800 B.12.1.3). */
	long x() {
		return x;
	}

	long y() {
		return y;
	}

	List<PrecinctBand> bands() {
		return bands;
	}

	/** How many packets of it have been read; also the layer that comes next. */
	int layersRead() {
		return layersRead;
	}

	void countLayer() {
		layersRead++;
	}
}
