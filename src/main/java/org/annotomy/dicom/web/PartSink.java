package org.annotomy.dicom.web;

import java.io.IOException;

import org.annotomy.dicom.multipart.BodyPart;

/** What is done with each part of an answer while it arrives. */
@FunctionalInterface
public interface PartSink {

	/** @throws IOException ends the whole answer */
	void accept(BodyPart part) throws IOException;
}
