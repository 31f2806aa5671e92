package org.annotomy.dicom.part10;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The names of SOP classes and transfer syntaxes (PS3.4 B.5, PS3.6 Annex A). The resource is made by {@code src/build/dicom_dictionary.py}. */
public final class DicomUids {

	private static final class Table {
		static final Map<String, String> SOP_CLASSES = load("S");
		static final Map<String, String> TRANSFER_SYNTAXES = load("T");
	}

	private DicomUids() {}

	/** Such as {@code CT Image Storage}; nothing if the UID names no known SOP class. */
	public static Optional<String> sopClass(String uid) {
		return Optional.ofNullable(Table.SOP_CLASSES.get(uid));
	}

	/** Such as {@code JPEG Baseline}; nothing if the UID names no known transfer syntax. */
	public static Optional<String> transferSyntax(String uid) {
		return Optional.ofNullable(Table.TRANSFER_SYNTAXES.get(uid));
	}

	/** The UIDs of all transfer syntaxes, in the order of their numbers. */
	public static List<String> transferSyntaxes() {
		return Table.TRANSFER_SYNTAXES.keySet().stream().sorted(Comparator.comparing(DicomUids::numbers, Arrays::compare))
				.toList();
	}

	private static int[] numbers(String uid) {
		return Arrays.stream(uid.split("\\.")).mapToInt(Integer::parseInt).toArray();
	}

	private static Map<String, String> load(String kind) {
		Map<String, String> names = new HashMap<>();
		for (String[] row : ResourceTable.rows("uids.txt"))
			if (row[1].equals(kind)) names.put(row[0], row[2]);
		return Map.copyOf(names);
	}
}
