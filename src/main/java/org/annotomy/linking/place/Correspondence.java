package org.annotomy.linking.place;

import java.util.Optional;

import org.annotomy.geometry.Position;

/**
 * Says of places of one image where they must be in another one. A shared frame of reference, an offset and a registration give the exact
 * place ({@link #through}); projections of known geometry and views of a compressed breast give a band.
 */
public interface Correspondence {

	/** @param voxel of the first image, centres at whole numbers */
	Expected expected(Position voxel);

	/** The map between the frames of both images, if it is known exactly. */
	default Optional<SpaceMap> map() {
		return Optional.empty();
	}

	/** Through the frames of both images. */
	static Correspondence through(ImagePlace from, ImagePlace to, SpaceMap map) {
		return new Correspondence() {

			@Override
			public Expected expected(Position voxel) {
				return new Expected.Exact(to.toVoxel(map.transform().apply(from.toFrame(voxel))), map.errorMm());
			}

			@Override
			public Optional<SpaceMap> map() {
				return Optional.of(map);
			}
		};
	}

	/** Of images of which nobody knows how they lie to each other. @param reason as of {@link Expected.Unknown} */
	static Correspondence unknown(String reason) {
		return voxel -> new Expected.Unknown(reason);
	}
}
