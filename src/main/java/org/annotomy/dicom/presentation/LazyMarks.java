package org.annotomy.dicom.presentation;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.annotomy.image.DisplayLayer;
import org.annotomy.image.DisplayLayer.Drawing;
import org.annotomy.image.DisplayLayer.Mark;
import org.annotomy.image.DisplayLayer.Words;

/** What an overlay shows on each plane, read when the plane is shown; the last few are kept. */
final class LazyMarks implements DisplayLayer.Content {

	private static final int KEPT = 16;
	private static final Mark UNREADABLE = new Drawing(List.of(),
			List.of(new Words(0, 0, "An overlay of this slice cannot be read.")));

	/** Where the mark of one plane comes from. */
	record Source(OverlayPlane overlay, FileLayers.Plane plane) {

		/** Null if the overlay shows nothing there. */
		Mark read() throws IOException {
			return overlay.on(plane.frame(), plane.words());
		}
	}

	private final Map<Integer, Source> sources;
	private final Map<Integer, Optional<Mark>> kept = new LinkedHashMap<>(16, 0.75f, true) {
		private static final long serialVersionUID = 1;

		@Override
		protected boolean removeEldestEntry(Map.Entry<Integer, Optional<Mark>> eldest) {
			return size() > KEPT;
		}
	};

	/** @param sources by index of the plane */
	LazyMarks(Map<Integer, Source> sources) {
		this.sources = sources;
	}

	/** What cannot be read says so where it would be, and is tried again the next time. */
	@Override
	public synchronized Mark on(int plane) {
		Source source = sources.get(plane);
		if (source == null) return null;
		Optional<Mark> known = kept.get(plane);
		if (known == null)
			try {
				known = Optional.ofNullable(source.read());
				kept.put(plane, known);
			} catch (IOException | RuntimeException e) {
				return UNREADABLE;
			}
		return known.orElse(null);
	}
}
