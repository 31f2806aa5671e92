package org.annotomy.imagej.linking;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import org.annotomy.display.fusion.ColourTable;
import org.annotomy.display.fusion.LayerLook;
import org.annotomy.imagej.fusion.Fusion;
import org.annotomy.imagej.fusion.Windows;
import org.annotomy.imagej.registration.ImagePair;
import org.annotomy.imagej.registration.Registrations;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.view.ExtraView;
import org.annotomy.imagej.view.SliceView;
import org.annotomy.linking.layout.Layout.Cell;
import org.annotomy.linking.layout.Layout.Fused;
import org.annotomy.linking.layout.LayoutMatch;
import org.annotomy.linking.place.SpaceMap;
import org.annotomy.registration.Transform;
import org.annotomy.task.Progress;

/** Windows of layouts in which one image of a group lies over another, while both are seen alone elsewhere. */
public final class FusedViews {

	/** How the names of such views begin, in group files too; the plane follows. */
	private static final String NAME = "fused ";

	private FusedViews() {}

	/** Whether a view of a group file is one of these. */
	public static boolean isName(String plane) {
		return plane.startsWith(NAME);
	}

	/** What the view of a window is called. */
	public static String name(Cell cell) {
		return NAME + cell.plane();
	}

	/**
	 * The view of a window with the upper image over the lower one; made, but not shown, if it is not there. It follows the alignments of the
	 * group.
	 *
	 * @param cell one with an image over its image
	 * @throws IllegalArgumentException if nobody knows how the two lie to each other, or one is a whole slide
	 */
	public static SliceView open(OpenGroup group, LayoutMatch match, Cell cell) {
		Fused fused = cell.fused();
		String lower = match.chosen().get(cell.slot()).key();
		String upper = match.chosen().get(fused.slot()).key();
		AnnotationSession session = group.requireSession(lower);
		ImagePair pair = ImagePair.of(group.requireSession(upper).image(), session.image());
		Transform toLower = map(group, pair, upper, lower).orElseThrow(() -> new IllegalArgumentException(
				"Nobody knows how \"" + upper + "\" and \"" + lower + "\" lie to each other, so they are not shown fused."
						+ " Register them, or use Set Offset..."));
		SliceView view = ExtraView.open(session, name(cell), "Fused " + cell.plane(), cell.plane());
		LayerLook look = look(pair, fused);
		Optional<Fusion> there = Fusion.of(view.image()).filter(f -> f.pair().moving() == pair.moving());
		there.ifPresent(fusion -> fusion.setTransform(toLower));
		there.ifPresent(fusion -> fusion.setLook(look));
		if (there.isEmpty()) new Follower(group, upper, lower, Fusion.startOn(view.image(), pair, toLower, look), view);
		return view;
	}

	/** As the group knows it; two pictures of one frame as their files place them. */
	private static Optional<Transform> map(OpenGroup group, ImagePair pair, String upper, String lower) {
		boolean sameFrames = pair.movingFrame().equals(group.place(upper).frame())
				&& pair.fixedFrame().equals(group.place(lower).frame());
		if (sameFrames) return group.correspondences().map(upper, lower).map(SpaceMap::transform);
		try {
			return Registrations.find(pair, Progress.NONE);
		} catch (IOException e) {
			return Optional.empty();
		}
	}

	private static LayerLook look(ImagePair pair, Fused fused) {
		ColourTable table = Arrays.stream(ColourTable.values()).filter(t -> t.toString().equals(fused.colours())).findFirst()
				.orElseThrow();
		return Windows.look(pair.moving(), table, fused.low(), fused.high(), fused.opacityPercent(), fused.cutOff());
	}

	/** Gives a fusion what the group knows, as long as both last. */
	private static final class Follower implements Runnable {

		private final OpenGroup group;
		private final String upper;
		private final String lower;
		private final Fusion fusion;
		private final SliceView view;
		private Transform known;

		Follower(OpenGroup group, String upper, String lower, Fusion fusion, SliceView view) {
			this.group = group;
			this.upper = upper;
			this.lower = lower;
			this.fusion = fusion;
			this.view = view;
			known = fusion.toLower();
			group.addListener(this);
		}

		@Override
		public void run() {
			boolean lasts = Fusion.of(view.image()).filter(f -> f == fusion).isPresent()
					&& group.sessions().containsKey(upper) && group.sessions().containsKey(lower);
			if (!lasts) {
				group.removeListener(this);
				return;
			}
			map(group, fusion.pair(), upper, lower).filter(map -> !map.equals(known)).ifPresent(map -> {
				known = map;
				fusion.setTransform(map);
			});
		}
	}

	/** What a window shows over its image, in words for tables. */
	static String words(LayoutMatch match, Cell cell) {
		if (cell.fused() == null || !match.chosen().containsKey(cell.fused().slot())) return "";
		return match.chosen().get(cell.fused().slot()).key() + ", " + cell.fused().colours().toLowerCase(Locale.ROOT);
	}
}
