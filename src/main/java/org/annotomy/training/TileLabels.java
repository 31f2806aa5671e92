package org.annotomy.training;

import java.util.ArrayList;
import java.util.List;

import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.geometry.Box;
import org.annotomy.segmentation.outline.PixelSpans;

/** The labels of one tile. */
final class TileLabels {

	private static final int MOST_INSTANCES = 65535;

	private final int size;
	private final List<TileMark> marks = new ArrayList<>();

	/** @param tile in pixels of level 0 */
	TileLabels(Box tile, MarksAt all, int size) {
		this.size = size;
		for (AnnotationObject object : all.in(tile))
			TileMark.of(object, all.order(object), tile, size).ifPresent(marks::add);
	}

	/** In the order of drawing. */
	List<TileMark> marks() {
		return marks;
	}

	/**
	 * {@code size · size} numbers: of the class or of the mark, from 1; 0 is background. A later mark hides an earlier one.
	 *
	 * @throws IllegalArgumentException if there are more marks than numbers; in words for the user
	 */
	short[] mask(boolean instances) {
		if (instances && marks.size() > MOST_INSTANCES)
			throw new IllegalArgumentException("A tile shows " + marks.size() + " marks, more than the " + MOST_INSTANCES
					+ " that a mask of 16 bits can tell apart. Take smaller tiles or a lower downsample.");
		short[] mask = new short[size * size];
		for (int i = 0; i < marks.size(); i++) {
			short value = (short) (instances ? i + 1 : marks.get(i).order() + 1);
			PixelSpans.forEach(marks.get(i).area(), size, size, (y, from, to) -> {
				for (int x = from; x < to; x++)
					mask[x + y * size] = value;
			});
		}
		return mask;
	}

	/** The part of a tile that lies in any mark, 0 to 1. @param mask of classes or of instances */
	static double covered(short[] mask) {
		int count = 0;
		for (short value : mask)
			if (value != 0) count++;
		return (double) count / mask.length;
	}
}
