package org.annotomy.imagej.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import org.annotomy.geometry.Position;
import org.annotomy.segmentation.levelset.StartBall;
import org.annotomy.segmentation.volume.ImageVolume;
import org.annotomy.task.Progress;

/**
 * The balls from which a front is to start in the image of a session, as a hand has set them, and the chosen one of them. They live as
 * long as the session, whatever window shows them. To be used on the event dispatch thread.
 */
public final class StartPlaces {

	private static final String PROPERTY = "org.annotomy.startplaces";

	private final AnnotationSession session;
	private final List<StartBall> balls = new ArrayList<>();
	private final List<Listener> listeners = new CopyOnWriteArrayList<>();
	private double radiusMm = StartBall.USUAL_MM;
	private int chosen = -1;

	/** Hears what becomes of the places. */
	public interface Listener {

		/** Balls, or the chosen one, are others. */
		void changed();

		/** A place was not taken. @param words why */
		void refused(String words);
	}

	private StartPlaces(AnnotationSession session) {
		this.session = session;
	}

	/** Those of a session; the same each time. */
	public static StartPlaces of(AnnotationSession session) {
		if (session.image().getProperty(PROPERTY) instanceof StartPlaces places && places.session == session) return places;
		StartPlaces places = new StartPlaces(session);
		session.image().setProperty(PROPERTY, places);
		return places;
	}

	public List<StartBall> balls() {
		return List.copyOf(balls);
	}

	/** From 0; -1 for none. */
	public int chosen() {
		return chosen;
	}

	/** Of the next ball. */
	public double radiusMm() {
		return radiusMm;
	}

	/**
	 * Adds a ball and chooses it, unless a front could not start from it: listeners hear why.
	 *
	 * @param voxel its middle, whole numbers at centres of voxels; kept to a hundredth, so that macros stay readable
	 * @return whether it was added
	 */
	public boolean add(Position voxel) {
		Position at = new Position(hundredths(voxel.x()), hundredths(voxel.y()), hundredths(voxel.z()));
		StartBall ball = new StartBall(at, radiusMm);
		ImageVolume volume = session.segments().volume();
		String refusal = ball.refusal("this place", volume,
				session.segments().edits().editable(ball.bounds(volume), Progress.NONE));
		if (refusal != null) {
			listeners.forEach(listener -> listener.refused(refusal));
			return false;
		}
		balls.add(ball);
		choose(balls.size() - 1);
		return true;
	}

	private static double hundredths(double at) {
		return Math.round(at * 100) / 100.0;
	}

	/** @param index from 0; -1 for none */
	public void choose(int index) {
		chosen = index < balls.size() ? index : -1;
		if (chosen >= 0) radiusMm = balls.get(chosen).radiusMm();
		listeners.forEach(Listener::changed);
	}

	/** Sets the radius of the chosen ball, and that of the next one. @param mm above 0 */
	public void setRadius(double mm) {
		if (mm == radiusMm) return;
		radiusMm = mm;
		if (chosen >= 0) balls.set(chosen, new StartBall(balls.get(chosen).centre(), mm));
		listeners.forEach(Listener::changed);
	}

	/** Takes a ball out. @param index from 0; nothing happens if there is none such */
	public void remove(int index) {
		if (index < 0 || index >= balls.size()) return;
		balls.remove(index);
		choose(Math.min(index, balls.size() - 1));
	}

	/** Takes all out. */
	public void clear() {
		if (balls.isEmpty()) return;
		balls.clear();
		choose(-1);
	}

	/** The ball that holds a place, the last one of several. @param voxel as in {@link #add} */
	public Optional<Integer> at(Position voxel) {
		for (int i = balls.size() - 1; i >= 0; i--)
			if (balls.get(i).contains(voxel, session.segments().volume().spacing())) return Optional.of(i);
		return Optional.empty();
	}

	/** Whether nobody shows them. */
	public boolean isUnseen() { return listeners.isEmpty(); }

	public void addListener(Listener listener) {
		listeners.add(listener);
	}

	public void removeListener(Listener listener) {
		listeners.remove(listener);
	}
}
