package org.annotomy.sample;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.DicomDatasetBuilder;
import org.annotomy.dicom.part10.DicomUid;
import org.annotomy.dicom.part10.DicomWriter;
import org.annotomy.dicom.part10.TransferSyntax;

/** What the DICOM files of all phantoms have in common: a patient who is obviously none, one study, identifiers that never change. */
final class SampleDicom {

	static final String PATIENT_ID = "ANNOTOMY-PHANTOM";
	private static final String TIME = "120000";

	private SampleDicom() {}

	/** An identifier that depends on {@code name} alone. */
	static String uid(String name) {
		return DicomUid.of(UUID.nameUUIDFromBytes(("annotomy/" + name).getBytes(StandardCharsets.UTF_8)));
	}

	/**
	 * The modules of patient, study, series, equipment and the object itself.
	 *
	 * @param study of which phantom
	 * @param series names the series among the phantoms
	 * @param instance number from 1
	 */
	static DicomDatasetBuilder object(SampleStudy study, String sopClass, String modality, String series, int seriesNumber,
			String description, int instance) {
		return DicomDataset.builder().set("SOPClassUID", sopClass).set("SOPInstanceUID", uid(series + "/" + instance))
				.set("InstanceCreationDate", study.date()).set("InstanceCreationTime", TIME)
				.set("PatientName", study.patient()).set("PatientID", study.patientId()).empty("PatientBirthDate")
				.set("PatientSex", "O")
				.set("PatientComments", "Computer-generated. Not a patient.")
				.set("StudyInstanceUID", uid(study.key())).set("StudyDate", study.date()).set("StudyTime", TIME)
				.empty("ReferringPhysicianName")
				.set("StudyID", "1").empty("AccessionNumber").set("StudyDescription", study.description())
				.set("Modality", modality).set("SeriesInstanceUID", uid(series)).set("SeriesNumber", seriesNumber)
				.set("SeriesDescription", description).set("SeriesDate", study.date()).set("SeriesTime", TIME)
				.set("BodyPartExamined", study.bodyPart())
				.set("Manufacturer", "Annotomy").set("ManufacturerModelName", study.model()).set("DeviceSerialNumber", "0")
				.set("SoftwareVersions", "1").set("InstanceNumber", instance).set("ContentDate", study.date())
				.set("ContentTime", TIME)
				.set("AcquisitionDate", study.date()).set("AcquisitionTime", TIME).set("BurnedInAnnotation", "NO")
				.set("LossyImageCompression", "00")
				.set("SamplesPerPixel", 1);
	}

	/** The attributes of grey 16-bit words of which {@code bits} are used. */
	static DicomDatasetBuilder pixels(DicomDatasetBuilder object, String photometric, int rows, int columns, int bits,
			boolean signed,
			short[] samples) {
		return object.set("PhotometricInterpretation", photometric).set("Rows", rows).set("Columns", columns)
				.set("BitsAllocated", 16)
				.set("BitsStored", bits).set("HighBit", bits - 1).set("PixelRepresentation", signed ? 1 : 0).pixels(samples);
	}

	/** A code as an item of a code sequence (PS3.3 8.8), of SNOMED CT. */
	static DicomDatasetBuilder sct(String value, String meaning) {
		return DicomDataset.builder().set("CodeValue", value).set("CodingSchemeDesignator", "SCT").set("CodeMeaning", meaning);
	}

	static void write(DicomDataset object, Path file) throws IOException {
		try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
			DicomWriter.write(object, TransferSyntax.EXPLICIT_LITTLE_ENDIAN, out);
		}
	}
}
