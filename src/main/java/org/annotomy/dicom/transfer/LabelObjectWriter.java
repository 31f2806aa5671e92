package org.annotomy.dicom.transfer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

import org.annotomy.dicom.part10.DicomDataset;

/**
 * Writes labels as DICOM objects that a server can keep. Writers are found through {@link ServiceLoader}; a further kind of object is one more
 * service file.
 */
public interface LabelObjectWriter {

	/** The word for it in macros and dialogs, such as {@code labels}. */
	String key();

	/** SOP Class UID of the objects. */
	String sopClass();

	/**
	 * @return complete objects, to be stored as they are; none if the labels hold nothing that this kind of object can express
	 * @throws IOException if the labels cannot be read or written; the message is for the user
	 */
	List<DicomDataset> write(LabelledSeries labels) throws IOException;

	/** All writers at hand, by key. */
	static List<LabelObjectWriter> discover() {
		List<LabelObjectWriter> found = new ArrayList<>();
		ServiceLoader.load(LabelObjectWriter.class, LabelObjectWriter.class.getClassLoader()).forEach(found::add);
		found.sort(Comparator.comparing(LabelObjectWriter::key));
		return found;
	}
}
