package org.annotomy.ui.linking;

import org.annotomy.geometry.QuarterTurn;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.view.OrthogonalViews;
import org.annotomy.imagej.view.SliceView;
import org.annotomy.imagej.view.TurnedView;

/** Views of an image that has a window, by the names that layouts and group files have for them. */
final class PlaneViews {

	private PlaneViews() {}

	/**
	 * A view with its window; opened if it is not there.
	 *
	 * @param plane {@code own}, {@code mirrored}, {@code axial}, {@code coronal} or {@code sagittal}
	 * @return the image itself where it has no such view, since it is no volume
	 */
	static SliceView of(AnnotationSession session, String plane) {
		return shown(find(session, plane));
	}

	/** With its window. */
	static SliceView shown(SliceView view) {
		if (view.image().getWindow() == null) view.image().show();
		return view;
	}

	private static SliceView find(AnnotationSession session, String plane) {
		SliceView own = SliceView.of(session.image()).orElseThrow();
		if (plane.equals(TurnedView.MIRRORED)) return TurnedView.open(session, QuarterTurn.MIRROR);
		if (plane.equals("own") || own.plane().name().equalsIgnoreCase(plane)) return own;
		boolean volume = session.source().slices() > 1 && session.source().sliceAxis().isEven()
				&& session.source().voxelToPatient() != null;
		if (!volume) return own;
		return OrthogonalViews.open(session).views().stream().filter(v -> v.plane().name().equalsIgnoreCase(plane)).findFirst()
				.orElse(own);
	}
}
