package org.annotomy.command;

import java.util.Set;
import java.util.UUID;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.ObjectSelector;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.view.SliceView;
import org.scijava.plugin.Parameter;

import ij.ImagePlus;

/** A command about an image whose annotations are open. */
public abstract class SessionCommand extends AnnotationCommand {

	@Parameter(label = "Image", persist = false, description = "The annotated image, by title or id; omitted: the active one.")
	private ImagePlus image;

	/**
	 * The annotated image, also if another view of it was given, as it is when that is the active window.
	 *
	 * @throws IllegalStateException if the command takes what is drawn, and that was drawn in another view
	 */
	protected final ImagePlus image() {
		ImagePlus annotated = SliceView.sessionOf(image).map(AnnotationSession::image).orElse(image);
		if (annotated != image && this instanceof UsesSelection)
			throw new IllegalStateException(
					"What is drawn in another view of the volume cannot be taken. Draw it in the annotated image itself.");
		return annotated;
	}

	/** @throws IllegalStateException if no annotations are open for the image */
	protected final AnnotationSession session() {
		return AnnotationSession.require(image());
	}

	protected final AnnotationDocument document() {
		return session().document();
	}

	/** @throws IllegalArgumentException as {@link ObjectSelector#find} */
	protected final Set<UUID> find(String objects) {
		return ObjectSelector.find(objects, document(), session().selection().set());
	}
}
