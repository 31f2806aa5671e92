package org.annotomy.dicom.transfer;

import java.nio.file.Path;
import java.util.Map;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.image.MedicalImage;

/**
 * A DICOM image and its labels, as they are to become DICOM objects.
 *
 * @param header of one instance of the series, for what is said of patient and study
 * @param labelFiles the saved labels by the name under which {@link LabelPackage} keeps them
 */
public record LabelledSeries(DicomDataset header, MedicalImage image, AnnotationDocument document, Map<String, Path> labelFiles) {

	public LabelledSeries {
		labelFiles = Map.copyOf(labelFiles);
	}
}
