package org.annotomy.imagej.linking;

import java.util.Optional;

import org.annotomy.geometry.Position;
import org.annotomy.imagej.view.SliceView;
import org.annotomy.linking.place.ImagePlace;
import org.annotomy.linking.place.SpaceMap;
import org.annotomy.linking.section.PlaneMap;
import org.annotomy.registration.AffineMap;

/** How the slice that a view shows lies among the voxels of another member. */
final class ViewGeometry {

	private ViewGeometry() {}

	/**
	 * From pixels of a view to voxels of a member whose slices are counted as if they were evenly spaced.
	 *
	 * @param slice of the view
	 * @return empty if nobody knows how they lie to each other, or only by a map that bends
	 */
	static Optional<PlaneMap> planeIn(String member, SliceView view, int slice, OpenGroup group) {
		Optional<String> key = group.keyOf(view.session());
		if (key.isEmpty()) return Optional.empty();
		Optional<SpaceMap> map = group.correspondences().map(key.get(), member);
		if (map.isEmpty() || !(map.get().transform() instanceof AffineMap affine)) return Optional.empty();
		ImagePlace from = group.place(key.get());
		ImagePlace to = group.place(member);
		Position origin = even(to, affine.apply(from.toFrame(view.plane().voxelAt(0, 0, slice))));
		Position right = even(to, affine.apply(from.toFrame(view.plane().voxelAt(1, 0, slice)))).minus(origin);
		Position down = even(to, affine.apply(from.toFrame(view.plane().voxelAt(0, 1, slice)))).minus(origin);
		return Optional.of(new PlaneMap(origin, right, down));
	}

	private static Position even(ImagePlace place, Position at) {
		return place.frame().voxelToFrame().inverse().apply(at);
	}
}
