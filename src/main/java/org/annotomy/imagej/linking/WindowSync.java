package org.annotomy.imagej.linking;

import java.util.IdentityHashMap;
import java.util.Map;

import org.annotomy.image.Window;
import org.annotomy.imagej.display.DisplayWindow;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.linking.group.ImageGroup;

import ij.ImagePlus;

/** Gives the members of one modality one display window: whichever is changed, the others follow, in modality values. */
final class WindowSync {

	private final OpenGroup group;
	private final Map<ImagePlus, Range> known = new IdentityHashMap<>();

	/** What ImageJ shows an image with; compared before anything dearer is. */
	private record Range(double min, double max) {

		static Range of(ImagePlus image) {
			return new Range(image.getDisplayRangeMin(), image.getDisplayRangeMax());
		}
	}

	WindowSync(OpenGroup group) {
		this.group = group;
	}

	void follow(ImagePlus image) {
		AnnotationSession changed = AnnotationSession.of(image).orElse(null);
		if (changed == null || !DisplayWindow.isWindowed(image)) return;
		Range range = Range.of(image);
		Range before = known.put(image, range);
		if (before == null || before.equals(range) || !group.group().sync().window()) return;
		Window window = DisplayWindow.of(image).window();
		String modality = modality(changed);
		for (AnnotationSession other : group.sessions().values())
			if (other != changed && modality(other).equals(modality) && DisplayWindow.isWindowed(other.image())) {
				DisplayWindow.of(other.image()).apply(window);
				other.image().updateAndDraw();
				known.put(other.image(), Range.of(other.image()));
			}
	}

	/** With the unit of its values: numbers of others mean something else. */
	private String modality(AnnotationSession session) {
		ImageGroup value = group.group();
		return group.keyOf(session).map(key -> value.require(key).facts().get("Modality")).orElse("") + " "
				+ session.source().scale().unit();
	}
}
