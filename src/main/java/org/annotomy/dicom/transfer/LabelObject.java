package org.annotomy.dicom.transfer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;

import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.DicomDatasetBuilder;
import org.annotomy.dicom.part10.DicomDictionary;
import org.annotomy.dicom.part10.DicomElement;
import org.annotomy.dicom.part10.DicomUid;
import org.annotomy.dicom.part10.DicomWriter;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.dicom.part10.Vr;
import org.annotomy.image.ImageFormatException;

/**
 * The saved labels of a series as a Raw Data object (PS3.3 A.37), the one kind of object whose content the standard leaves to its maker. The
 * label files lie as they are, zipped, in a private element. Every archive keeps it with the study; only Annotomy can read it.
 */
public final class LabelObject implements LabelObjectWriter {

	/** Raw Data Storage. */
	public static final String SOP_CLASS = "1.2.840.10008.5.1.4.1.1.66";

	private static final String CREATOR = "ANNOTOMY LABELS 1";
	private static final int GROUP = 0x0099;
	private static final int BLOCK = 0x10;
	private static final int PACKAGE = 0x01;
	private static final int SERIES_NUMBER = 9900;
	private static final long EPOCH_2020 = 1_577_836_800;
	/** Patient and General Study modules (PS3.3 C.7.1.1, C.7.2.1), taken over as they are. */
	private static final List<String> TAKEN_OVER = List.of("PatientName", "PatientID", "IssuerOfPatientID", "PatientBirthDate",
			"PatientSex", "PatientIdentityRemoved", "DeidentificationMethod", "DeidentificationMethodCodeSequence",
			"StudyInstanceUID", "StudyDate", "StudyTime", "ReferringPhysicianName", "StudyID", "AccessionNumber",
			"StudyDescription");
	private static final List<String> TYPE_2 = List.of("PatientName", "PatientID", "PatientBirthDate", "PatientSex", "StudyDate",
			"StudyTime", "ReferringPhysicianName", "StudyID", "AccessionNumber");

	private final Clock clock;

	public LabelObject() {
		this(Clock.systemDefaultZone());
	}

	LabelObject(Clock clock) {
		this.clock = clock;
	}

	/** The series that all labels of a series go into. */
	public static String seriesFor(String seriesUid) {
		return DicomUid.of(UUID.nameUUIDFromBytes(("annotomy labels of " + seriesUid).getBytes(StandardCharsets.US_ASCII)));
	}

	@Override
	public String key() {
		return "labels";
	}

	@Override
	public String sopClass() {
		return SOP_CLASS;
	}

	@Override
	public List<DicomDataset> write(LabelledSeries labels) throws IOException {
		if (labels.labelFiles().isEmpty()) return List.of();
		DicomDataset header = labels.header();
		String series = header.string(Tag.SERIES_INSTANCE_UID, "");
		DicomDatasetBuilder object = DicomDataset.builder();
		header.element(Tag.SPECIFIC_CHARACTER_SET).ifPresent(object::put);
		takeOver(header, object);
		LocalDateTime now = LocalDateTime.now(clock);
		String date = now.format(DateTimeFormatter.ofPattern("yyyyMMdd"));
		String time = now.format(DateTimeFormatter.ofPattern("HHmmss"));
		object.set("SOPClassUID", SOP_CLASS).set("SOPInstanceUID", DicomUid.random()).set("Modality", "OT")
				.set("SeriesInstanceUID", seriesFor(series)).set("SeriesNumber", SERIES_NUMBER)
				.empty("Laterality").set("SeriesDescription", "Annotomy labels").set("SeriesDate", date).set("SeriesTime", time)
				.set("Manufacturer", "Annotomy").set("ManufacturerModelName", "Annotomy")
				.set("InstanceNumber", (int) (clock.instant().getEpochSecond() - EPOCH_2020)).set("ContentDate", date)
				.set("ContentTime", time).set("CreatorVersionUID", DicomWriter.IMPLEMENTATION_CLASS_UID)
				.items("AcquisitionContextSequence")
				.items("ReferencedSeriesSequence", referenced(header, labels, series))
				.bytes(Tag.of(GROUP, BLOCK), Vr.LO, CREATOR.getBytes(StandardCharsets.US_ASCII))
				.bytes(Tag.of(GROUP, BLOCK << 8 | PACKAGE), Vr.OB, LabelPackage.zip(labels.labelFiles()));
		return List.of(object.build());
	}

	private static void takeOver(DicomDataset header, DicomDatasetBuilder object) {
		for (String keyword : TAKEN_OVER) {
			DicomElement element = header.element(tag(keyword)).orElse(null);
			if (element != null) object.put(element);
			else if (TYPE_2.contains(keyword)) object.empty(keyword);
		}
	}

	private static int tag(String keyword) {
		return DicomDictionary.standard().tagOf(keyword);
	}

	private static DicomDataset referenced(DicomDataset header, LabelledSeries labels, String series) {
		String sopClass = header.string(Tag.SOP_CLASS_UID, "");
		DicomDataset[] instances = labels.image().identity().sopUids().stream().map(uid -> DicomDataset.builder()
				.set("ReferencedSOPClassUID", sopClass).set("ReferencedSOPInstanceUID", uid).build())
				.toArray(DicomDataset[]::new);
		return DicomDataset.builder().set("SeriesInstanceUID", series).items("ReferencedInstanceSequence", instances).build();
	}

	/**
	 * Labels that came from a server.
	 *
	 * @param seriesUid of the images
	 * @param written when, by the clock of whoever wrote them, {@code YYYY-MM-DD HH:MM}
	 * @param files by name: {@code KEY.geojson}, {@code KEY.seg.nrrd}
	 */
	public record Labels(String seriesUid, String written, SortedMap<String, byte[]> files) {}

	/** @throws ImageFormatException if the object holds no labels of Annotomy, or they are broken */
	public static Labels read(DicomDataset object) throws IOException {
		DicomElement packed = object.privateElement(GROUP, CREATOR, PACKAGE)
				.orElseThrow(() -> new ImageFormatException("This DICOM object holds no labels of Annotomy."));
		String series = object.item(tag("ReferencedSeriesSequence")).map(item -> item.string(Tag.SERIES_INSTANCE_UID, ""))
				.orElse("");
		String when = object.string(Tag.CONTENT_DATE, "") + object.string(Tag.CONTENT_TIME, "");
		String written = when.matches("\\d{12}.*")
				? when.substring(0, 4) + "-" + when.substring(4, 6) + "-" + when.substring(6, 8) + " " + when.substring(8, 10)
						+ ":"
						+ when.substring(10, 12)
				: "an unknown time";
		return new Labels(series, written, LabelPackage.unzip(packed.bytes().toArray()));
	}
}
