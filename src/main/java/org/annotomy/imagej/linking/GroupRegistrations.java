package org.annotomy.imagej.linking;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.annotomy.imagej.registration.ImagePair;
import org.annotomy.imagej.registration.Registrations;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.linking.group.ImageGroup;
import org.annotomy.linking.place.Alignment;
import org.annotomy.registration.Registration;

/** Keeps a group to the registrations of its images: those that are made while it is open, and those that were known when it was put together. */
final class GroupRegistrations implements Registrations.Listener {

	private final OpenGroup group;

	GroupRegistrations(OpenGroup group) {
		this.group = group;
	}

	void join(AnnotationSession session) {
		Registrations.addListener(session.image(), this);
	}

	void leave(AnnotationSession session) {
		Registrations.removeListener(session.image(), this);
	}

	/** The views follow what was registered last. */
	@Override
	public Optional<String> kept(Registration registration) {
		if (Alignments.found(group, registration).isEmpty()) return Optional.empty();
		List<Alignment> used = Alignments.use(group, registration);
		group.views().alignSlides();
		return Optional.of("the views of " + used.stream().map(a -> a.from() + " and " + a.to())
				.collect(Collectors.joining(", ")));
	}

	/** Registrations that were made of the members before, and files beside them; what cannot be read is noted. */
	void useKnown() {
		ImageGroup value = group.group();
		for (Registration registration : known())
			for (Alignment alignment : Alignments.found(group, registration))
				if (value.alignment(alignment.from(), alignment.to()).isEmpty()) value = value.with(alignment);
		if (!value.equals(group.group())) group.set(value);
	}

	/** The last first; files after what was made while their images were open. */
	private List<Registration> known() {
		List<Registration> known = new ArrayList<>();
		List<AnnotationSession> open = List.copyOf(group.sessions().values());
		for (AnnotationSession session : open)
			known.addAll(Registrations.known(session.image()));
		for (AnnotationSession moving : open)
			for (AnnotationSession fixed : open)
				if (moving != fixed) saved(moving, fixed).ifPresent(known::add);
		return known;
	}

	private Optional<Registration> saved(AnnotationSession moving, AnnotationSession fixed) {
		try {
			return Registrations.saved(ImagePair.of(moving.image(), fixed.image()));
		} catch (IllegalArgumentException notAPair) {
			return Optional.empty();
		} catch (IOException e) {
			group.note("A registration that lies beside an image of the group cannot be read. Register the images again.");
			return Optional.empty();
		}
	}
}
