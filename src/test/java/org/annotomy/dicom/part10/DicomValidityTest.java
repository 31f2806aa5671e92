package org.annotomy.dicom.part10;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.annotomy.testing.SharedData;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** What is written here passes David Clunie's dciodvfy without an error, and DCMTK reads the same values. */
public class DicomValidityTest {

	@Rule
	public TemporaryFolder folder = new TemporaryFolder();

	private static DicomDatasetBuilder common(String sopClass, String modality) {
		return DicomDataset.builder().set("SpecificCharacterSet", "ISO_IR 192").set("SOPClassUID", sopClass)
				.set("SOPInstanceUID", DicomUid.random()).set("StudyInstanceUID", DicomUid.random())
				.set("SeriesInstanceUID", DicomUid.random()).set("StudyDate", "20261123").set("StudyTime", "101500")
				.set("SeriesDate", "20261123").set("SeriesTime", "101500").set("ContentDate", "20261123")
				.set("ContentTime", "101501.25").set("AcquisitionDate", "20261123").set("AcquisitionTime", "101501")
				.set("AccessionNumber", "A1").set("StudyID", "S1").set("SeriesNumber", 3).set("InstanceNumber", 1)
				.set("AcquisitionNumber", 1).set("Modality", modality).set("Manufacturer", "Annotomy")
				.empty("ReferringPhysicianName").set("PatientName", "Phantom^Käthe").set("PatientID", "P1")
				.set("PatientBirthDate", "19700101").set("PatientSex", "O").empty("PatientOrientation").set("SamplesPerPixel", 1)
				.set("PhotometricInterpretation", "MONOCHROME2").set("BurnedInAnnotation", "NO")
				.set("LossyImageCompression", "00");
	}

	private static DicomDataset ct() {
		return common("1.2.840.10008.5.1.4.1.1.2", "CT").set("ImageType", "ORIGINAL", "PRIMARY", "AXIAL")
				.set("FrameOfReferenceUID", DicomUid.random()).empty("PositionReferenceIndicator").set("PatientPosition", "HFS")
				.set("BodyPartExamined", "CHEST").set("KVP", 120d).set("SliceThickness", 2.5).set("PixelSpacing", 0.7, 0.7)
				.set("ImagePositionPatient", -100.5, -100, 1 / 3d).set("ImageOrientationPatient", 1d, 0, 0, 0, 1, 0)
				.set("RescaleIntercept", -1024d).set("RescaleSlope", 1d).set("RescaleType", "HU").set("WindowCenter", 40d)
				.set("WindowWidth", 400d).set("Rows", 2).set("Columns", 3).set("BitsAllocated", 16).set("BitsStored", 16)
				.set("HighBit", 15).set("PixelRepresentation", 1).pixels(new short[]{-1000, 0, 1000, 24, 25, 26}).build();
	}

	private static DicomDataset code(String value, String scheme, String meaning) {
		return DicomDataset.builder().set("CodeValue", value).set("CodingSchemeDesignator", scheme).set("CodeMeaning", meaning)
				.build();
	}

	private static DicomDataset dx() {
		return common("1.2.840.10008.5.1.4.1.1.1.1", "DX").set("ImageType", "ORIGINAL", "PRIMARY")
				.set("PresentationIntentType", "FOR PRESENTATION")
				.set("PatientOrientation", "L", "F").set("ImageLaterality", "U").set("ImagerPixelSpacing", 0.143, 0.143)
				.set("ViewPosition", "PA").empty("PositionerType").set("DetectorType", "DIRECT").empty("DetectorID")
				.empty("DetectorDescription")
				.items("AnatomicRegionSequence", code("51185008", "SCT", "Chest"))
				.items("ViewCodeSequence", code("399348003", "SCT", "Antero-posterior"))
				.items("AcquisitionContextSequence").set("PixelIntensityRelationship", "LOG")
				.set("PixelIntensityRelationshipSign", -1)
				.set("RescaleIntercept", 0d).set("RescaleSlope", 1d).set("RescaleType", "US")
				.set("PresentationLUTShape", "IDENTITY")
				.set("WindowCenter", 2048d).set("WindowWidth", 4096d).set("Rows", 2).set("Columns", 2).set("BitsAllocated", 16)
				.set("BitsStored", 12).set("HighBit", 11).set("PixelRepresentation", 0).pixels(new short[]{0, 4095, 7, 8})
				.build();
	}

	@Test
	public void writtenObjectsAreValid() throws IOException, InterruptedException {
		SharedData.need(Files.isExecutable(Path.of("/usr/bin/dciodvfy")), "dciodvfy (package dicom3tools)");
		for (DicomDataset dataset : List.of(ct(), dx())) {
			String report = run("dciodvfy", "-new", write(dataset).toString());
			assertEquals(report, List.of(), report.lines().filter(line -> line.startsWith("Error")).toList());
		}
	}

	@Test
	public void dcmtkReadsWhatWasWritten() throws IOException, InterruptedException {
		SharedData.need(Files.isExecutable(Path.of("/usr/bin/dcmdump")), "dcmdump (package dcmtk)");
		String dump = run("dcmdump", "-q", "+L", "+P", "0020,0032", "+P", "0010,0010", "+P", "7fe0,0010", write(ct()).toString());
		assertEquals("(0020,0032) DS [-100.5\\-100\\0.33333333333333]",
				dump.lines().filter(l -> l.startsWith("(0020,0032)")).findFirst()
						.orElseThrow().replaceAll(" +#.*", ""));
		assertEquals("(7fe0,0010) OW fc18\\0000\\03e8\\0018\\0019\\001a",
				dump.lines().filter(l -> l.startsWith("(7fe0,0010)")).findFirst()
						.orElseThrow().replaceAll(" +#.*", ""));
	}

	private Path write(DicomDataset dataset) throws IOException {
		Path file = folder.newFile().toPath();
		DicomWriter.write(dataset, file);
		return file;
	}

	private static String run(String... command) throws IOException, InterruptedException {
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		process.waitFor();
		return output;
	}
}
