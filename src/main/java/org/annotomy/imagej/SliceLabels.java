package org.annotomy.imagej;

import java.util.List;

import org.annotomy.image.MedicalImage;

import ij.ImageStack;

/** Labels of slices, which ImageJ shows above the image: what a time point is, and that a slice is missing. */
final class SliceLabels {

	private SliceLabels() {}

	static void put(MedicalImage image, ImageStack stack) {
		List<String> times = image.timeAxis().labels();
		for (int t = 0; t < image.timePoints(); t++)
			for (int z = 0; z < image.slices(); z++) {
				String label = t < times.size() ? times.get(t) : "";
				if (image.sliceAxis().missing().contains(z)) label = label.isEmpty() ? "missing" : label + ", missing";
				if (label.isEmpty()) continue;
				for (int c = 0; c < image.channels(); c++)
					stack.setSliceLabel(label, 1 + c + image.channels() * (z + image.slices() * t));
			}
	}
}
