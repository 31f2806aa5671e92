package org.annotomy.imagej.slide;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import org.annotomy.slide.SlideFacts;

/**
 * Slides whose windows move together: when one is moved, zoomed or turned, the others follow by the same way in micrometres (in pixels where
 * a size is not known), from where each stood when they were linked. It lives with the slides: no registry knows it. For the event thread.
 */
public final class SlideSync {

	private static final String KEY = "annotomy.slideSync";

	private record Member(SlideImage slide, Camera start, Runnable listener) {}

	private final List<Member> members = new CopyOnWriteArrayList<>();
	private boolean following;

	private SlideSync() {}

	/**
	 * Links the windows of these slides; what they were linked with before they leave.
	 *
	 * @throws IllegalArgumentException if fewer than two of them have windows; in words for the user
	 */
	public static SlideSync link(List<SlideImage> slides) {
		List<SlideImage> shown = slides.stream().filter(slide -> slide.slideCanvas().isPresent()).toList();
		if (shown.size() < 2)
			throw new IllegalArgumentException(
					"Two slides or more have to be open in windows to be moved together; there are " + shown.size() + ".");
		SlideSync sync = new SlideSync();
		shown.forEach(slide -> of(slide).ifPresent(SlideSync::unlink));
		shown.forEach(sync::add);
		return sync;
	}

	/** What a slide is linked with. */
	public static Optional<SlideSync> of(SlideImage slide) {
		return slide.getProperty(KEY) instanceof SlideSync sync ? Optional.of(sync) : Optional.empty();
	}

	/** Lets all of them go. */
	public void unlink() {
		for (Member member : members) {
			member.slide().slideCanvas().ifPresent(canvas -> canvas.removeViewListener(member.listener()));
			member.slide().setProperty(KEY, null);
		}
		members.clear();
	}

	/** Lets one go, which is being closed; the others stay together. */
	void leave(SlideImage slide) {
		members.removeIf(member -> member.slide() == slide);
		if (members.size() < 2) unlink();
	}

	private void add(SlideImage slide) {
		SlideCanvas canvas = slide.slideCanvas().orElseThrow();
		Runnable listener = () -> moved(slide);
		members.add(new Member(slide, canvas.camera(), listener));
		canvas.addViewListener(listener);
		slide.setProperty(KEY, this);
	}

	private void moved(SlideImage leader) {
		if (following) return;
		following = true;
		try {
			Member lead = members.stream().filter(m -> m.slide() == leader).findFirst().orElseThrow();
			for (Member member : members)
				if (member != lead) follow(lead, member);
		} finally {
			following = false;
		}
	}

	private static void follow(Member lead, Member member) {
		if (lead.slide().slideCanvas().isEmpty() || member.slide().slideCanvas().isEmpty()) return;
		SlideCanvas canvas = member.slide().slideCanvas().get();
		Camera now = lead.slide().slideCanvas().get().camera();
		double scale = um(lead.slide()) / um(member.slide());
		Camera start = member.start();
		canvas.show(canvas.camera().at(start.centreX() + (now.centreX() - lead.start().centreX()) * scale,
				start.centreY() + (now.centreY() - lead.start().centreY()) * scale)
				.magnified(start.magnification() * now.magnification() / lead.start().magnification())
				.turned(start.degrees() + now.degrees() - lead.start().degrees()));
	}

	private static double um(SlideImage slide) {
		SlideFacts facts = slide.slide().facts();
		return facts.hasPixelSize() ? facts.pixelWidthUm() : 1;
	}
}
