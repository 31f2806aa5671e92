package org.annotomy.dicom.series;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.DicomUid;
import org.annotomy.dicom.part10.Tag;

/** The name under which labels of a whole series lie beside its files. */
public final class SeriesFileName {

	private SeriesFileName() {}

	/** The series UID; never a name that the file could choose to lead elsewhere. */
	public static String of(DicomDataset dataset) {
		String uid = dataset.string(Tag.SERIES_INSTANCE_UID, "");
		if (DicomUid.isValid(uid)) return uid;
		return "series-" + new BigInteger(1, UUID.nameUUIDFromBytes(uid.getBytes(StandardCharsets.UTF_8)).toString().getBytes(
				StandardCharsets.US_ASCII)).toString(36);
	}
}
