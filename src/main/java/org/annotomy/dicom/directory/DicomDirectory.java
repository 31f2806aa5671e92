package org.annotomy.dicom.directory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.annotomy.dicom.part10.DicomFileReader;
import org.annotomy.dicom.part10.DirectoryFile;
import org.annotomy.image.ImageFormatException;

/**
 * A DICOMDIR that was read.
 *
 * @param folder where it lies
 * @param roots patients, or what else stands at the top
 * @param warnings what is odd about it, one sentence each
 */
public record DicomDirectory(Path folder, List<DirectoryRecord> roots, List<String> warnings) {

	public DicomDirectory {
		roots = List.copyOf(roots);
		warnings = List.copyOf(warnings);
	}

	/**
	 * The files that the records name.
	 *
	 * @param found in the order of the records, each once
	 * @param missing how many are named that are not there, or not below the folder
	 */
	public record Files(List<Path> found, int missing) {}

	/** @throws ImageFormatException if the file is no DICOMDIR */
	public static DicomDirectory read(Path file) throws IOException {
		DirectoryFile directory = DicomFileReader.readDirectory(file);
		List<String> warnings = new ArrayList<>(directory.file().warnings());
		List<DirectoryRecord> roots = RecordTree.byOffsets(directory);
		if (roots == null || roots.isEmpty() && !directory.records().isEmpty()) {
			warnings.add("The offsets of the DICOMDIR are broken; its records were taken in the order in which they stand.");
			roots = RecordTree.byOrder(directory);
		}
		return new DicomDirectory(file.toAbsolutePath().getParent(), roots, warnings);
	}

	/** All records, parents before their children. */
	public List<DirectoryRecord> records() {
		List<DirectoryRecord> records = new ArrayList<>();
		Deque<DirectoryRecord> open = new ArrayDeque<>(roots);
		while (!open.isEmpty()) {
			DirectoryRecord record = open.pop();
			records.add(record);
			List<DirectoryRecord> children = record.children();
			for (int i = children.size() - 1; i >= 0; i--)
				open.push(children.get(i));
		}
		return records;
	}

	/** Looks for the files of all records. */
	public Files files() throws IOException {
		FileSet set = new FileSet(folder);
		Set<Path> found = new LinkedHashSet<>();
		int missing = 0;
		for (DirectoryRecord record : records()) {
			if (record.fileId().isEmpty()) continue;
			Optional<Path> file = set.resolve(record.fileId());
			if (file.isPresent()) found.add(file.get());
			else missing++;
		}
		return new Files(List.copyOf(found), missing);
	}
}
