package org.annotomy.ui.tool;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;

import org.annotomy.geometry.Point;
import org.annotomy.geometry.Vertices;
import org.annotomy.imagej.session.EdgePainting;
import org.annotomy.imagej.view.SliceView;
import org.annotomy.segmentation.edge.LiveWire;
import org.annotomy.ui.edit.SegmentGestures;

/**
 * Live wire: between clicks the outline follows the edges of the image, and the mouse draws the next piece after it. A double click or
 * Enter joins the end to the beginning and fills what is enclosed into the current segment; Alt takes it away. One edit.
 */
public final class SegmentWireTool extends OutlineTool {

	private final LatestWork work = new LatestWork();
	private final SliceCache slices = new SliceCache();
	private final WireTrack track = new WireTrack();

	@Override
	public String getToolName() {
		return "Annotomy Segment Live Wire Tool";
	}

	@Override
	public String getToolIcon() {
		return "C0a5L1c4aL4a57L5784L84c4C037O0b33O8333Ob333";
	}

	@Override
	boolean isDrawn() { return false; }

	@Override
	void preview(SegmentTarget segment, SliceView on, List<Point> places, int modifiers) {
		SliceCache.Slice slice = SliceCache.Slice.of(on);
		Vertices clicks = on.slicePath(places);
		Color colour = segment.colour(holdsAlt(modifiers));
		work.request(() -> {
			List<Point> way = track.through(slice, clicks).stream().map(on::pixel).toList();
			return () -> on.setPreview(OutlinePreview.through(way, colour));
		});
	}

	@Override
	void dropped() {
		work.forget();
	}

	@Override
	void make(SegmentTarget drawn, SliceView on, List<Point> places, int modifiers) {
		EdgePainting.Wire wire = new EdgePainting.Wire(on.across(), on.slice(), on.slicePath(places), holdsAlt(modifiers));
		new SegmentGestures(drawn.session()).wireSlowly(drawn.segment().id(), wire, drawn.slowly());
	}

	/** The pieces of the wire, kept as long as the clicks stay the same. Used by one thread after the other. */
	private final class WireTrack {

		private Object slice;
		private LiveWire wire;
		private Point begun;
		private final List<Point> clicked = new ArrayList<>();
		private final List<List<Point>> pieces = new ArrayList<>();

		/** @return the wire from the first to the last place, in columns and rows of the slice */
		synchronized List<Point> through(SliceCache.Slice on, Vertices places) {
			if (wire == null || !on.key().equals(slice)) {
				wire = new LiveWire(slices.values(on));
				slice = on.key();
				forget(0);
			}
			List<Point> way = new ArrayList<>();
			way.add(places.get(0));
			for (int i = 0; i + 1 < places.size(); i++)
				way.addAll(piece(i, places.get(i), places.get(i + 1)));
			return way;
		}

		private List<Point> piece(int number, Point from, Point to) {
			boolean known = number < pieces.size() && clicked.get(2 * number).equals(from)
					&& clicked.get(2 * number + 1).equals(to);
			if (known) return pieces.get(number);
			forget(number);
			if (!from.equals(begun)) wire.begin(from);
			begun = from;
			clicked.add(from);
			clicked.add(to);
			pieces.add(wire.wayTo(to));
			return pieces.get(number);
		}

		private void forget(int from) {
			if (from == 0) begun = null;
			if (from >= pieces.size()) return;
			pieces.subList(from, pieces.size()).clear();
			clicked.subList(2 * from, clicked.size()).clear();
		}
	}
}
