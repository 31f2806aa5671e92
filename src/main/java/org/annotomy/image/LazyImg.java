package org.annotomy.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.AbstractList;
import java.util.function.Function;

import net.imglib2.img.basictypeaccess.array.ArrayDataAccess;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.NativeType;

/**
 * A planar image whose planes come from a {@link CachedPlanes}. A plane that cannot be loaded shows as an
 * {@link UncheckedIOException} where it is first touched.
 */
final class LazyImg<T extends NativeType<T>, A extends ArrayDataAccess<A>> extends PlanarImg<T, A> {

	private final CachedPlanes planes;

	LazyImg(T type, CachedPlanes planes, Function<Object, A> access, long[] size) {
		super(new OnDemand<>(planes, access), size, type.getEntitiesPerPixel());
		this.planes = planes;
	}

	CachedPlanes planes() {
		return planes;
	}

	private static final class OnDemand<A> extends AbstractList<A> {

		private final CachedPlanes planes;
		private final Function<Object, A> access;

		OnDemand(CachedPlanes planes, Function<Object, A> access) {
			this.planes = planes;
			this.access = access;
		}

		@Override
		public A get(int index) {
			try {
				return access.apply(planes.plane(index));
			} catch (IOException e) {
				throw new UncheckedIOException(e);
			}
		}

		@Override
		public int size() {
			return planes.count();
		}
	}
}
