package org.annotomy.store;

import java.util.List;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.protocol.Protocol;
import org.annotomy.store.Journal.Place;
import org.annotomy.store.file.Trouble;

/**
 * All that opening found.
 *
 * @param home beside the image
 * @param recovery on this computer
 * @param access the lock of the place that the work is kept in
 * @param place where work is kept; of no meaning if the labels are read-only
 * @param trouble why it is not kept beside the image; null if it is
 * @param base what the files beside the image hold
 * @param document what is to be edited
 * @param toTakeIn what it is to become by an edit, because another program has changed the files; null if none has
 * @param protocol at hand
 * @param left journals of earlier sessions
 * @param readOnly why the labels cannot be changed, or null
 * @param warnings for the user
 */
record Opened(StoreOptions options, Session session, StorePaths home, StorePaths recovery, Access access, Place place,
		Trouble trouble, Base base,
		AnnotationDocument document, AnnotationDocument toTakeIn, Protocol protocol, List<LeftJournal> left, String readOnly,
		List<String> warnings) {}
