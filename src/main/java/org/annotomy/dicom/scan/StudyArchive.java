package org.annotomy.dicom.scan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

import org.annotomy.dicom.part10.ByteSource;
import org.annotomy.dicom.part10.DicomFileReader;

/** Tells zip archives of studies from others, such as ImageJ's own archives of selections. */
public final class StudyArchive {

	private static final int LOOKED_AT = 100;
	private static final Set<String> VOLUMES = Set.of("NIfTI", "NRRD", "MetaImage");

	private StudyArchive() {}

	/** Whether among its first files is a DICOM file or a volume. */
	public static boolean holdsStudies(Path file) throws IOException {
		if (!ZipMembers.isArchive(file)) return false;
		try (ZipMembers members = ZipMembers.open(file)) {
			for (FoundFile member : members.files().stream().limit(LOOKED_AT).toList()) {
				if (PackedFormats.of(member.name()).filter(VOLUMES::contains).isPresent()) return true;
				if (isDicom(members, member)) return true;
			}
			return false;
		}
	}

	private static boolean isDicom(ZipMembers members, FoundFile member) {
		try (ByteSource source = members.header(member.member())) {
			return DicomFileReader.recognises(source);
		} catch (IOException | RuntimeException e) {
			return false;
		}
	}
}
