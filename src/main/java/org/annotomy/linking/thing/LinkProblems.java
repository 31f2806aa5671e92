package org.annotomy.linking.thing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.annotomy.annotation.model.Link;
import org.annotomy.annotation.protocol.AttributeDefinition;

/** What does not fit together among linked marks. Everything is told and kept; nothing is mended by itself. */
public final class LinkProblems {

	/**
	 * One thing that does not fit.
	 *
	 * @param image where it was found
	 * @param object the mark it is about; of an answer that nothing is visible the stand-in
	 * @param message one or two sentences for the rater
	 */
	public record Problem(LinkedImage image, UUID object, String message) {}

	private final Things things;
	private final List<Problem> problems = new ArrayList<>();

	private LinkProblems(Things things) {
		this.things = things;
	}

	/** The problems of all open images, in their order. */
	public static List<Problem> of(Things things) {
		LinkProblems found = new LinkProblems(things);
		for (LinkedImage image : things.images())
			for (Link link : image.document().links())
				if (LinkEdits.isOfThings(link)) found.checkLink(image, link);
		things.all().stream().filter(t -> t.marks().size() > 1).forEach(found::checkThing);
		return found.problems;
	}

	private void checkLink(LinkedImage image, Link link) {
		boolean fromHere = image.has(link.from());
		if (!fromHere && !link.relation().equals(Link.NOT_VISIBLE_HERE)) {
			add(image, link.from(),
					"A linked mark was removed from this image, but its link is still there. Unlink Objects... at the"
							+ " other mark removes it.");
			return;
		}
		Optional<LinkedImage> partner = things.open(link);
		if (partner.isEmpty()) return;
		boolean toThere = partner.get().has(link.to());
		boolean wantsMark = !link.relation().equals(Link.NOT_VISIBLE_THERE);
		if (wantsMark && !toThere)
			add(image, link.from(),
					"Its counterpart in " + partner.get().words() + " is gone. The link is kept: bring the mark back,"
							+ " or use Unlink Objects....");
		else
			if (partner.get().document().links().stream()
					.noneMatch(back -> back.from().equals(link.to()) && back.to().equals(link.from())))
				add(image, link.from(),
						partner.get().words() + " does not know of this link: one of the two files is older than the"
								+ " other. Link Objects... writes it again.");
	}

	private void checkThing(Thing thing) {
		Mark first = thing.marks().get(0);
		Set<String> told = new LinkedHashSet<>();
		for (Mark mark : thing.marks()) {
			if (!Objects.equals(first.classKey(), mark.classKey()) && told.add("class"))
				add(mark.image(), mark.id(), "\"" + thing.words() + "\" has another class here than in "
						+ first.image().words() + ".");
			for (AttributeDefinition question : mark.image().document().protocol().attributes())
				if (question.shared() && differ(first, mark, question.key()) && told.add(question.key()))
					add(mark.image(), mark.id(),
							"\"" + thing.words() + "\" has another answer here to " + question.label()
									+ " than in " + first.image().words() + ".");
		}
	}

	private static boolean differ(Mark a, Mark b, String key) {
		return !Objects.equals(a.attributes().get(key), b.attributes().get(key));
	}

	private void add(LinkedImage image, UUID object, String message) {
		problems.add(new Problem(image, object, message));
	}
}
