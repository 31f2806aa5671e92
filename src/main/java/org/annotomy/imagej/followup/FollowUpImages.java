package org.annotomy.imagej.followup;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.annotomy.annotation.model.Segment;
import org.annotomy.followup.FollowUp;
import org.annotomy.followup.TimePoint;
import org.annotomy.followup.Visit;
import org.annotomy.imagej.display.OpenImages;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.linking.group.MemberFacts;

import ij.ImagePlus;

/** The time points of a follow-up, as they are open in ImageJ. */
public final class FollowUpImages {

	private static final double MM3_PER_ML = 1000;

	/** An open image and when it was made; the day is NaN where the image does not say. */
	private record Dated(AnnotationSession session, double day) {}

	private final List<Dated> images;

	private FollowUpImages(List<Dated> images) {
		this.images = images;
	}

	/**
	 * @param titles of annotated images in the order of time, separated by semicolons; empty for all open ones in the order of their days
	 * @param days of the images in that order, separated by commas, counted from anywhere; empty for what the images say
	 * @throws IllegalArgumentException if a title is not that of an annotated image, the days do not fit, or the images do not say which
	 *             was made when; in words for the user
	 */
	public static FollowUpImages choose(String titles, String days) {
		List<AnnotationSession> sessions = titles.isBlank() ? all() : named(titles);
		if (sessions.isEmpty())
			throw new IllegalArgumentException("No annotated image is open. Open the images of all time points first.");
		return titles.isBlank() && days.isBlank() ? byDay(sessions) : inOrder(sessions, days);
	}

	/** In the order of the days that the images say. @throws IllegalArgumentException as {@link #choose} */
	static FollowUpImages byDay(List<AnnotationSession> sessions) {
		List<Dated> dated = new ArrayList<>();
		sessions.forEach(session -> dated.add(new Dated(session, day(session))));
		if (dated.size() > 1 && dated.stream().anyMatch(image -> Double.isNaN(image.day)))
			throw new IllegalArgumentException("Not all open images say when they were made. "
					+ "Name them in the order of time, the baseline first, or give their days.");
		dated.sort(Comparator.comparingDouble(Dated::day));
		requireOrder(dated);
		return new FollowUpImages(dated);
	}

	/** In the order given. @throws IllegalArgumentException as {@link #choose} */
	static FollowUpImages inOrder(List<AnnotationSession> sessions, String days) {
		double[] given = days.isBlank() ? null : numbers(days, sessions.size());
		List<Dated> dated = new ArrayList<>();
		for (int i = 0; i < sessions.size(); i++)
			dated.add(new Dated(sessions.get(i), given == null ? day(sessions.get(i)) : given[i]));
		requireOrder(dated);
		return new FollowUpImages(dated);
	}

	private static List<AnnotationSession> all() {
		return OpenImages.all().stream().flatMap(image -> AnnotationSession.of(image).stream()).toList();
	}

	private static List<AnnotationSession> named(String titles) {
		List<AnnotationSession> sessions = new ArrayList<>();
		for (String title : titles.split(";")) {
			AnnotationSession session = all().stream().filter(s -> isCalled(s.image(), title.trim())).findFirst()
					.orElseThrow(() -> new IllegalArgumentException(
							"No annotated image with the title \"" + title.trim() + "\" is open."));
			if (sessions.contains(session))
				throw new IllegalArgumentException("The image \"" + title.trim() + "\" is named twice.");
			sessions.add(session);
		}
		return sessions;
	}

	private static boolean isCalled(ImagePlus image, String title) {
		return image.getTitle().equals(title) || String.valueOf(image.getID()).equals(title);
	}

	private static double[] numbers(String days, int count) {
		String[] parts = days.split(",");
		if (parts.length != count)
			throw new IllegalArgumentException("There are " + parts.length + " days for " + count + " images.");
		double[] numbers = new double[count];
		for (int i = 0; i < count; i++)
			try {
				numbers[i] = Double.parseDouble(parts[i].trim());
			} catch (NumberFormatException e) {
				throw new IllegalArgumentException("\"" + parts[i].trim() + "\" is no number of days.", e);
			}
		return numbers;
	}

	private static double day(AnnotationSession session) {
		String day = MemberFacts.of(session.source()).get(MemberFacts.DAY);
		return day.isEmpty() ? Double.NaN : Double.parseDouble(day);
	}

	private static void requireOrder(List<Dated> dated) {
		for (int i = 1; i < dated.size(); i++)
			if (dated.get(i).day <= dated.get(i - 1).day)
				throw new IllegalArgumentException("The image \"" + dated.get(i).session.image().getTitle()
						+ "\" was not made after the one before it. Name the images in the order of time; "
						+ "images of one day are one time point, of which one can be followed.");
	}

	/** Follows all lesions over the images. @throws IllegalArgumentException as {@link FollowUp#of} */
	public FollowUp follow() {
		List<Visit> visits = new ArrayList<>();
		for (int i = 0; i < images.size(); i++) {
			AnnotationSession session = images.get(i).session;
			double days = images.get(i).day - images.get(0).day;
			visits.add(
					new Visit(new TimePoint(name(i, days), days), session.document(), session::planeSpacing, volumesMl(session)));
		}
		return FollowUp.of(visits);
	}

	private static String name(int index, double days) {
		if (index == 0) return "Baseline";
		return Double.isNaN(days) ? "Follow-up " + index : "Day " + Math.round(days);
	}

	private static Map<UUID, Double> volumesMl(AnnotationSession session) {
		Map<UUID, Double> volumes = new HashMap<>();
		if (session.document().segments().isEmpty() || !session.segments().isSizeKnown()) return volumes;
		double ml = session.segments().volume().spacing().voxelVolumeMm3() / MM3_PER_ML;
		Map<UUID, Long> counts = session.segments().voxels().counts();
		for (Segment segment : session.document().segments())
			volumes.put(segment.id(), counts.get(segment.id()) * ml);
		return volumes;
	}
}
