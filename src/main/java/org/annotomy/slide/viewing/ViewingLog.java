package org.annotomy.slide.viewing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Collects rests of a view from what is heard of it. For one thread. */
public final class ViewingLog {

	/** After so many rests no more are taken: days of work. */
	static final int MOST_MOMENTS = 200_000;

	private final List<ViewMoment> moments = new ArrayList<>();
	private final Consumer<ViewMoment> ended;
	private RestingView resting;
	private long since;

	public ViewingLog() {
		this(moment -> {});
	}

	/** @param ended hears of each rest when it has ended */
	public ViewingLog(Consumer<ViewMoment> ended) {
		this.ended = ended;
	}

	/** The view has been still since then. @param ms since the recording began */
	public void rests(long ms, RestingView view) {
		if (view.equals(resting)) return;
		moves(ms);
		resting = view;
		since = ms;
	}

	/** The view moves. */
	public void moves(long ms) {
		if (resting != null && moments.size() < MOST_MOMENTS) {
			moments.add(new ViewMoment(since, Math.max(0, ms - since), resting));
			ended.accept(moments.get(moments.size() - 1));
		}
		resting = null;
	}

	/** The end. @return all rests */
	public List<ViewMoment> end(long ms) {
		moves(ms);
		return List.copyOf(moments);
	}
}
