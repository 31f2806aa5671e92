package org.annotomy.dicom.directory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.DirectoryFile;
import org.annotomy.dicom.part10.Tag;

/** Puts records below each other: by their offsets where these are sound, else by the order in which they stand. */
final class RecordTree {

	private static final int MAX_DEPTH = 16;
	private static final List<String> LEVELS = List.of("PATIENT", "STUDY", "SERIES");

	private final List<DicomDataset> records;
	private final Map<Long, Integer> byOffset = new HashMap<>();
	private final boolean[] visited;
	private boolean sound = true;

	private RecordTree(DirectoryFile directory) {
		this.records = directory.records();
		this.visited = new boolean[records.size()];
		for (int i = 0; i < records.size(); i++)
			byOffset.put(directory.offsets().get(i), i);
	}

	/** Null if an offset leads nowhere or back, or records are left over that nothing leads to. */
	static List<DirectoryRecord> byOffsets(DirectoryFile directory) {
		RecordTree tree = new RecordTree(directory);
		List<DirectoryRecord> roots = tree.siblings(
				offset(directory.file().dataset(), Tag.OFFSET_OF_THE_FIRST_DIRECTORY_RECORD_OF_THE_ROOT_DIRECTORY_ENTITY), 0);
		for (int i = 0; i < tree.visited.length; i++)
			tree.sound &= tree.visited[i] || !isInUse(tree.records.get(i));
		return tree.sound ? roots : null;
	}

	private static long offset(DicomDataset dataset, int tag) {
		return (long) dataset.number(tag, 0);
	}

	private static boolean isInUse(DicomDataset record) {
		return record.integer(Tag.RECORD_IN_USE_FLAG, 0xffff) != 0;
	}

	private List<DirectoryRecord> siblings(long first, int depth) {
		List<DirectoryRecord> found = new ArrayList<>();
		for (long at = first; at != 0 && sound;) {
			Integer index = byOffset.get(at);
			if (index == null || visited[index] || depth > MAX_DEPTH) {
				sound = false;
				break;
			}
			visited[index] = true;
			DicomDataset record = records.get(index);
			List<DirectoryRecord> below = siblings(offset(record, Tag.OFFSET_OF_REFERENCED_LOWER_LEVEL_DIRECTORY_ENTITY),
					depth + 1);
			if (isInUse(record)) found.add(record(record, below));
			at = offset(record, Tag.OFFSET_OF_THE_NEXT_DIRECTORY_RECORD);
		}
		return found;
	}

	private static DirectoryRecord record(DicomDataset record, List<DirectoryRecord> below) {
		return new DirectoryRecord(type(record), record, below);
	}

	private static String type(DicomDataset record) {
		return record.string(Tag.DIRECTORY_RECORD_TYPE, "");
	}

	/** As nearly every program writes them: what belongs to a patient, study or series follows it. */
	static List<DirectoryRecord> byOrder(DirectoryFile directory) {
		List<DicomDataset> inUse = directory.records().stream().filter(RecordTree::isInUse).toList();
		return level(inUse, 0, inUse.size());
	}

	/** Records {@code from} (inclusive) to {@code to} (exclusive), each with those of deeper levels that follow it. */
	private static List<DirectoryRecord> level(List<DicomDataset> records, int from, int to) {
		List<DirectoryRecord> found = new ArrayList<>();
		for (int i = from; i < to;) {
			int end = i + 1;
			while (end < to && levelOf(records.get(end)) > levelOf(records.get(i)))
				end++;
			found.add(record(records.get(i), level(records, i + 1, end)));
			i = end;
		}
		return found;
	}

	private static int levelOf(DicomDataset record) {
		int level = LEVELS.indexOf(type(record));
		return level < 0 ? LEVELS.size() : level;
	}
}
