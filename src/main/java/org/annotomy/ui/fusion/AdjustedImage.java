package org.annotomy.ui.fusion;

import java.util.Optional;

import org.annotomy.display.fusion.CheckPicture;
import org.annotomy.display.fusion.ColourTable;
import org.annotomy.imagej.fusion.Fusion;
import org.annotomy.imagej.fusion.SlideCheck;
import org.annotomy.imagej.fusion.Windows;
import org.annotomy.imagej.registration.ImagePair;
import org.annotomy.registration.Transform;

/** The moving image over the fixed one while it is adjusted: a fusion, of two whole slides a blend at the magnification on display. */
interface AdjustedImage {

	int USUAL_OPACITY = 60;

	/** Another registration of the two. */
	void move(Transform toFixed);

	/** Takes it off, unless it was there before; then it lies as it did. */
	void end(Transform before);

	/** The fusion whose opacity can be set; empty for slides. */
	Optional<Fusion> fusion();

	/** What lies over the fixed image already, or laid over it. */
	static AdjustedImage of(ImagePair pair, Transform before) {
		return SlideCheck.fits(pair) ? ofSlides(pair, before) : ofImages(pair, before);
	}

	private static AdjustedImage ofSlides(ImagePair pair, Transform before) {
		Optional<SlideCheck> there = SlideCheck.of(pair.fixed()).filter(check -> check.isOf(pair));
		SlideCheck check = SlideCheck.start(pair, before, CheckPicture.BLEND, 1);
		return new AdjustedImage() {

			@Override
			public void move(Transform toFixed) {
				check.setTransform(toFixed);
			}

			@Override
			public void end(Transform last) {
				check.stop();
				there.ifPresent(was -> was.resume(last));
			}

			@Override
			public Optional<Fusion> fusion() {
				return Optional.empty();
			}
		};
	}

	private static AdjustedImage ofImages(ImagePair pair, Transform before) {
		Optional<Fusion> there = Fusion.of(pair.fixed()).filter(f -> f.pair().moving() == pair.moving());
		Fusion fusion = there.orElseGet(() -> Fusion.start(pair, before,
				Windows.look(pair.moving(), ColourTable.GREEN, null, null, USUAL_OPACITY, true)));
		return new AdjustedImage() {

			@Override
			public void move(Transform toFixed) {
				fusion.setTransform(toFixed);
			}

			@Override
			public void end(Transform last) {
				if (there.isEmpty()) fusion.stop();
				else fusion.setTransform(last);
			}

			@Override
			public Optional<Fusion> fusion() {
				return Optional.of(fusion);
			}
		};
	}
}
