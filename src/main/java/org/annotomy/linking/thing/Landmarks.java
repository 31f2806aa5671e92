package org.annotomy.linking.thing;

import java.util.Objects;
import java.util.Optional;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.Code;
import org.annotomy.annotation.protocol.AnnotationClass;

/** Marks that are no findings of their own: nobody has to find them in other images. */
public final class Landmarks {

	private static final String NIPPLE = "nipple";
	/** SNOMED CT. */
	private static final String NIPPLE_CODE = "24142002";

	private Landmarks() {}

	/** Whether an object marks the nipple, from which places in mammograms are measured: by the key or the code of its class. */
	public static boolean isNipple(AnnotationObject object, AnnotationDocument document) {
		if (object.classKey() == null) return false;
		Code code = document.protocol().findClass(object.classKey()).map(AnnotationClass::coding).map(c -> c.type()).orElse(null);
		return object.classKey().equals(NIPPLE)
				|| code != null && code.scheme().equals("SCT") && code.value().equals(NIPPLE_CODE);
	}

	/**
	 * Whether a mark is one that has to be found in other images too: not rejected, no nipple, and no part of a mark of its class, such as its
	 * axes.
	 */
	public static boolean isFinding(Mark mark) {
		if (mark.isRejected()) return false;
		Optional<AnnotationObject> object = mark.object();
		if (object.isEmpty()) return true;
		AnnotationDocument document = mark.image().document();
		boolean part = Optional.ofNullable(object.get().parent()).flatMap(document::individualObject)
				.filter(parent -> Objects.equals(parent.classKey(), mark.classKey())).isPresent();
		return !part && !isNipple(object.get(), document);
	}
}
