package org.annotomy.annotation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One action over several documents: it happens in all of them or in none, and one undo in any of them takes it back in all. Each document
 * keeps its part in its own history and journal.
 * <p>
 * Where the documents have gone on since: a document that is closed or read-only keeps its part, and the name that {@link #undo} gives says
 * so. In one that was edited since, the part is taken out of the middle of its history, unless a later edit touched the same things: then
 * nothing happens anywhere, and the message says where to undo first. The same holds for redo.
 */
public final class JointEdit {

	private final List<Part> parts = new ArrayList<>();

	/** What is done to one document. */
	private record Part(AnnotationDocument document, Edit edit) {}

	private JointEdit() {}

	/**
	 * Makes the edits happen together. Those that change nothing are left out; one that is alone is an ordinary edit.
	 *
	 * @param edits of different documents, named alike
	 * @return how many documents have changed
	 * @throws LockedException as {@link AnnotationDocument#apply}, before anything has happened
	 * @throws IllegalStateException likewise
	 */
	public static int apply(List<EditBuilder> edits) {
		List<EditBuilder> real = edits.stream().filter(edit -> !edit.build().isEmpty()).toList();
		if (real.stream().map(EditBuilder::document).distinct().count() < real.size())
			throw new IllegalArgumentException("A joint edit has one part for each document.");
		if (real.size() == 1) real.get(0).apply();
		if (real.size() < 2) return real.size();
		JointEdit joint = new JointEdit();
		real.forEach(edit -> joint.parts.add(new Part(edit.document(), edit.build().partOf(joint))));
		joint.parts.forEach(part -> part.document.requireApplicable(part.edit));
		joint.parts.forEach(part -> part.document.makeJoint(part.edit));
		joint.parts.forEach(part -> part.document.tell(part.edit, DocumentListener.Cause.EDIT));
		return real.size();
	}

	/** How many documents it touched. */
	public int documents() {
		return parts.size();
	}

	/** @return the name of the edit, and in how many images it stays because they are closed */
	String undo() {
		List<Part> reached = reached(AnnotationDocument::canTakeBack, "undo");
		reached.forEach(part -> part.document.makeTakenBack(part.edit));
		reached.forEach(part -> part.document.tell(part.edit.inverse(), DocumentListener.Cause.UNDO));
		return name(reached.size());
	}

	/** @return the name of the edit, and in how many images it is not made again because they are closed */
	String redo() {
		List<Part> reached = reached(AnnotationDocument::canMakeAgain, "redo");
		reached.forEach(part -> part.document.makeAgain(part.edit));
		reached.forEach(part -> part.document.tell(part.edit, DocumentListener.Cause.REDO));
		return name(reached.size());
	}

	/** Whether a document lets a part be taken back or made again. */
	@FunctionalInterface
	private interface Question {

		/** @return empty if the document cannot be reached at all */
		Optional<Boolean> ask(AnnotationDocument document, Edit edit);
	}

	private List<Part> reached(Question question, String what) {
		List<Part> reached = new ArrayList<>();
		for (Part part : parts) {
			Optional<Boolean> free = question.ask(part.document, part.edit);
			if (free.isPresent() && !free.get())
				throw new IllegalStateException("\"" + part.edit.name() + "\" reaches over " + parts.size()
						+ " images, and in another one of them the same was edited since. Nothing was done: " + what
						+ " the later edits there first.");
			if (free.isPresent()) reached.add(part);
		}
		return reached;
	}

	private String name(int reached) {
		String name = parts.get(0).edit.name();
		int left = parts.size() - reached;
		return left == 0 ? name : name + " (not in " + left + (left == 1 ? " image that is" : " images that are") + " closed)";
	}
}
