package org.annotomy.dicom.part10;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes DICOMDIRs for tests; the program itself only reads them. */
public final class DirectoryBytes {

	private final List<DicomDatasetBuilder> records = new ArrayList<>();
	private final List<int[]> links = new ArrayList<>();

	/**
	 * Adds a record.
	 *
	 * @param next index of the record that follows on the same level, from 0; -1 for none; 999 for an offset that leads nowhere
	 * @param below index of the first record below, likewise
	 */
	public DirectoryBytes record(String type, int next, int below, String... fileId) {
		DicomDatasetBuilder record = DicomDataset.builder().set(Tag.OFFSET_OF_THE_NEXT_DIRECTORY_RECORD, 0)
				.set(Tag.RECORD_IN_USE_FLAG, 0xffff).set(Tag.OFFSET_OF_REFERENCED_LOWER_LEVEL_DIRECTORY_ENTITY, 0)
				.set(Tag.DIRECTORY_RECORD_TYPE, type);
		if (fileId.length > 0) record.putText(Tag.REFERENCED_FILE_ID, Vr.CS, String.join("\\", fileId));
		records.add(record);
		links.add(new int[]{next, below});
		return this;
	}

	/** Takes the last record out of use. */
	public DirectoryBytes inactive() {
		records.get(records.size() - 1).set(Tag.RECORD_IN_USE_FLAG, 0);
		return this;
	}

	/** @param first index of the first record at the top, likewise */
	public Path write(Path file, int first) throws IOException {
		Files.write(file, bytes(0));
		List<Long> offsets = DicomFileReader.readDirectory(file).offsets();
		for (int i = 0; i < records.size(); i++)
			records.get(i).set(Tag.OFFSET_OF_THE_NEXT_DIRECTORY_RECORD, offset(offsets, links.get(i)[0]))
					.set(Tag.OFFSET_OF_REFERENCED_LOWER_LEVEL_DIRECTORY_ENTITY, offset(offsets, links.get(i)[1]));
		return Files.write(file, bytes(offset(offsets, first)));
	}

	private static int offset(List<Long> offsets, int index) {
		return index < 0 ? 0 : index < offsets.size() ? offsets.get(index).intValue() : 12345;
	}

	private byte[] bytes(int first) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.write(new byte[128]);
		out.write(new byte[]{'D', 'I', 'C', 'M'});
		DatasetEncoder encoder = new DatasetEncoder(out, Encoding.EXPLICIT_LITTLE);
		encoder.write(DicomDataset.builder().set(Tag.TRANSFER_SYNTAX_UID, TransferSyntax.EXPLICIT_LITTLE_ENDIAN).build());
		encoder.write(DicomDataset.builder().set(Tag.OFFSET_OF_THE_FIRST_DIRECTORY_RECORD_OF_THE_ROOT_DIRECTORY_ENTITY, first)
				.items(Tag.DIRECTORY_RECORD_SEQUENCE, records.stream().map(DicomDatasetBuilder::build).toList()).build());
		return out.toByteArray();
	}
}
