package org.annotomy.dicom.part10;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.annotomy.image.ImageFormatException;

/**
 * Reads DICOM Part 10 files (PS3.10) and what passes for them: without preamble, without meta information, with a wrong group length.
 * Large values stay in the file until they are asked for.
 */
public final class DicomFileReader {

	private static final int PREAMBLE = 128;
	private static final int MAGIC = 0x4449434d; // DICM

	private DicomFileReader() {}

	/**
	 * Reads all of a file.
	 *
	 * @throws ImageFormatException if it is no DICOM file or broken beyond use; what can be used comes with warnings
	 */
	public static DicomFile read(Path file) throws IOException {
		try (ByteSource source = ByteSource.of(file)) {
			return read(source);
		}
	}

	/** {@link #read(Path)} of bytes from anywhere. */
	public static DicomFile read(ByteSource source) throws IOException {
		return read(source, false);
	}

	/**
	 * Reads up to the pixel data, which is left in the source with everything behind it: the quick way to scan many files. The source
	 * stays open, that its pixels can follow.
	 */
	public static DicomFile readHeader(ByteSource source) throws IOException {
		return read(source, true);
	}

	/** Whether the bytes begin like a DICOM file. */
	public static boolean recognises(ByteSource source) throws IOException {
		return hasMagic(source) || source.size() >= 8 && looksLikeElement(source, 0);
	}

	private static DicomFile read(ByteSource source, boolean headerOnly) throws IOException {
		SourceCursor in = new SourceCursor(source);
		List<String> warnings = new ArrayList<>();
		boolean magic = hasMagic(source);
		if (!magic && !(source.size() >= 8 && looksLikeElement(source, 0)))
			throw new NotDicomException();
		in.seek(magic ? PREAMBLE + 4 : 0);
		DicomDataset meta = new DatasetParser(in, warnings).meta();
		String transferSyntax = meta.string(Tag.TRANSFER_SYNTAX_UID).orElse(null);
		if (transferSyntax == null || !transferSyntax.startsWith("1.2.840.10008.1.2")) {
			transferSyntax = guess(source, in.position());
			warnings.add("The file does not say its transfer syntax; taken as " + TransferSyntax.describe(transferSyntax) + ".");
		}
		if (transferSyntax.equals(TransferSyntax.DEFLATED))
			in = new SourceCursor(BoundedInflater.inflate(new ByteSpan(source, in.position(), source.size() - in.position())));
		DatasetParser parser = new DatasetParser(in, warnings);
		if (headerOnly) parser.stopAtPixelData();
		DicomDataset dataset = parser.topLevel(TransferSyntax.encodingOf(transferSyntax));
		return new DicomFile(meta, dataset, transferSyntax, warnings);
	}

	private static boolean hasMagic(ByteSource source) throws IOException {
		if (source.size() < PREAMBLE + 4) return false;
		ByteBuffer magic = ByteBuffer.allocate(4);
		source.read(PREAMBLE, magic);
		return magic.getInt(0) == MAGIC;
	}

	/** The form of the element at {@code offset}: explicit if two letters of a VR follow the tag, big endian if the group says so. */
	private static String guess(ByteSource source, long offset) throws IOException {
		if (offset + 8 > source.size()) return TransferSyntax.IMPLICIT_LITTLE_ENDIAN;
		byte[] head = head(source, offset);
		if (Vr.of(head[4], head[5]) == null) return TransferSyntax.IMPLICIT_LITTLE_ENDIAN;
		return head[0] == 0 && head[1] != 0 ? TransferSyntax.EXPLICIT_BIG_ENDIAN : TransferSyntax.EXPLICIT_LITTLE_ENDIAN;
	}

	/** Whether group 0002 or 0008 begins here, in any byte order, with a low element number and a length that fits. */
	private static boolean looksLikeElement(ByteSource source, long offset) throws IOException {
		byte[] head = head(source, offset);
		boolean little = (head[0] == 2 || head[0] == 8) && head[1] == 0;
		boolean big = head[0] == 0 && (head[1] == 2 || head[1] == 8);
		int elementHigh = little ? head[3] : head[2];
		if (!little && !big || elementHigh != 0) return false;
		if (Vr.of(head[4], head[5]) != null) return true;
		long length = ByteBuffer.wrap(head).order(java.nio.ByteOrder.LITTLE_ENDIAN).getInt(4) & 0xffffffffL;
		return little && length <= source.size() - offset - 8;
	}

	private static byte[] head(ByteSource source, long offset) throws IOException {
		byte[] head = new byte[8];
		source.read(offset, ByteBuffer.wrap(head));
		return head;
	}
}
