package org.annotomy.dicom.part10;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

import org.annotomy.image.ImageFormatException;

/** Looks into values of VR UN: a private sequence in a file that does not state VRs. */
final class UnknownItems {

	private static final int ITEM_IN_LITTLE_ENDIAN = 0xe000fffe;
	private static final long MAX_BYTES = 64 << 20;

	private UnknownItems() {}

	/** The items, if the bytes are nothing but items; else none. */
	static List<DicomDataset> of(ByteSpan bytes, CharacterSet characterSet) {
		try {
			if (bytes.length() < 8 || bytes.length() > MAX_BYTES || !beginsWithItem(bytes)) return List.of();
			SourceCursor in = new SourceCursor(ByteSource.of(bytes.toArray()), (int) MAX_BYTES);
			List<DicomDataset> items = new DatasetParser(in, ReadScope.ALL, new ParseNotes()).wholeSequence(characterSet);
			return items == null ? List.of() : items;
		} catch (ImageFormatException e) {
			return List.of(); // too deep or too many: bytes that only look like items
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static boolean beginsWithItem(ByteSpan bytes) throws IOException {
		ByteBuffer start = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
		bytes.read(0, start);
		return start.getInt(0) == ITEM_IN_LITTLE_ENDIAN;
	}
}
