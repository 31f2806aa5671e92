package org.annotomy.linking.thing;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.annotomy.annotation.model.Link;
import org.annotomy.json.JsonObject;

/**
 * One thing, such as a lesion, and all that the open images say of it.
 *
 * @param uid DICOM Tracking UID
 * @param id in words, such as {@code L1}; may be null
 * @param marks in the open images, in their order
 * @param absences answers that it is not visible in an open image
 * @param away images that are not open, in which it is marked or not visible, as far as the open ones tell
 */
public record Thing(String uid, String id, List<Mark> marks, List<Absence> absences, List<Away> away) {

	public Thing {
		marks = List.copyOf(marks);
		absences = List.copyOf(absences);
		away = List.copyOf(away);
	}

	/** The answer that it is not visible. */
	public record Absence(LinkedImage image, Link link) {}

	/**
	 * What is known of an image that is not open.
	 *
	 * @param image as links keep it
	 * @param object id of the mark there; of an absence the stand-in
	 * @param visible whether it is marked there
	 */
	public record Away(JsonObject image, UUID object, boolean visible) {}

	public Optional<Mark> markIn(LinkedImage image) {
		return marks.stream().filter(m -> m.image().key().equals(image.key())).findFirst();
	}

	/** Whether something is said of the thing in the image; a mark that was rejected says nothing. */
	public boolean isSettledIn(LinkedImage image) {
		return marks.stream().anyMatch(m -> m.image().key().equals(image.key()) && !m.isRejected())
				|| absences.stream().anyMatch(a -> a.image().key().equals(image.key()));
	}

	/** The open images in which nobody has looked for it yet; those of another patient or the other side of the body cannot show it. */
	public List<LinkedImage> stillToFindIn(List<LinkedImage> images) {
		return images.stream().filter(image -> !isSettledIn(image) && canBeIn(image)).toList();
	}

	/** Whether an image can show it at all: those of another patient or of the other side of the body cannot. */
	public boolean canBeIn(LinkedImage image) {
		return marks.stream().map(Mark::image).map(LinkedImage::subject)
				.noneMatch(own -> own.isOther(image.subject()) || own.isOtherSide(image.subject()));
	}

	/** Whether it has to be looked for in other images; landmarks and what was rejected need not. */
	public boolean isFinding() {
		return marks.isEmpty() || marks.stream().anyMatch(Landmarks::isFinding);
	}

	/** Whether it is more than one mark on its own. */
	public boolean isLinked() {
		return Stream.concat(marks.stream().map(Mark::image), absences.stream().map(Absence::image)).map(LinkedImage::key)
				.distinct()
				.count() > 1 || !away.isEmpty();
	}

	/** Its id, else the name of its first mark, else "unnamed". */
	public String words() {
		if (id != null) return id;
		return marks.stream().map(Mark::name).filter(name -> name != null).findFirst().orElse("unnamed");
	}
}
