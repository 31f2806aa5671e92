package org.annotomy.command;

import java.util.Set;
import java.util.UUID;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.ObjectSelector;
import org.annotomy.imagej.session.AnnotationSession;
import org.scijava.plugin.Parameter;

import ij.ImagePlus;

/** A command about an image whose annotations are open. */
public abstract class SessionCommand extends AnnotationCommand {

	@Parameter(label = "Image", persist = false, description = "The annotated image, by title or id; omitted: the active one.")
	private ImagePlus image;

	protected final ImagePlus image() {
		return image;
	}

	/** @throws IllegalStateException if no annotations are open for the image */
	protected final AnnotationSession session() {
		return AnnotationSession.require(image);
	}

	protected final AnnotationDocument document() {
		return session().document();
	}

	/** @throws IllegalArgumentException as {@link ObjectSelector#find} */
	protected final Set<UUID> find(String objects) {
		return ObjectSelector.find(objects, document(), session().selection().set());
	}
}
