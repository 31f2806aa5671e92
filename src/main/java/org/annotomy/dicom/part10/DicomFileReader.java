package org.annotomy.dicom.part10;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.annotomy.image.ImageFormatException;

/**
 * Reads DICOM Part 10 files (PS3.10) and what passes for them: without preamble, without meta information, with a wrong group length.
 * Large values stay in the file until they are asked for.
 */
public final class DicomFileReader {

	private static final String DICOM_SYNTAXES = "1.2.840.10008.1.2";

	private final ByteSource source;
	private final ReadScope scope;
	private final ParseNotes notes = new ParseNotes();
	/** Where items begin; null if that does not matter. */
	private Map<DicomDataset, Long> itemOffsets;

	private DicomFileReader(ByteSource source, ReadScope scope) {
		this.source = source;
		this.scope = scope;
	}

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
		return read(source, ReadScope.ALL);
	}

	/**
	 * Reads up to the pixel data, which is left in the source with everything behind it: the quick way to scan many files. The source
	 * stays open, that its pixels can follow.
	 */
	public static DicomFile readHeader(ByteSource source) throws IOException {
		return read(source, ReadScope.HEADER);
	}

	/** {@link #readHeader(ByteSource)} of a file, which is closed again; it is opened anew for what is asked for later. */
	public static DicomFile readHeader(Path file) throws IOException {
		try (ByteSource source = ByteSource.of(file)) {
			return readHeader(source);
		}
	}

	/** {@link #readHeader(Path)} of no more than the elements up to {@code lastTag}. */
	public static DicomFile readHeader(Path file, int lastTag) throws IOException {
		try (ByteSource source = ByteSource.of(file)) {
			return read(source, ReadScope.upTo(lastTag));
		}
	}

	/** {@link #readHeader(ByteSource)} of no more than the elements up to {@code lastTag}. */
	public static DicomFile readHeader(ByteSource source, int lastTag) throws IOException {
		return read(source, ReadScope.upTo(lastTag));
	}

	/**
	 * Reads a DICOMDIR with the places of its records.
	 *
	 * @throws ImageFormatException if the file is none
	 */
	public static DirectoryFile readDirectory(Path file) throws IOException {
		try (ByteSource source = ByteSource.of(file)) {
			DicomFileReader reader = new DicomFileReader(source, ReadScope.ALL);
			reader.itemOffsets = Map.of();
			DicomFile read = read(reader);
			List<DicomDataset> records = read.dataset().items(Tag.DIRECTORY_RECORD_SEQUENCE);
			if (!read.dataset().has(Tag.DIRECTORY_RECORD_SEQUENCE))
				throw new ImageFormatException("This is no DICOMDIR: it has no directory records.");
			return new DirectoryFile(read, records, records.stream().map(reader.itemOffsets::get).toList());
		}
	}

	/** Whether the bytes begin like a DICOM file. */
	public static boolean recognises(ByteSource source) throws IOException {
		return new FileProbe(new SourceCursor(source, ReadScope.HEADER.maxInMemory())).begin() >= 0;
	}

	private static DicomFile read(ByteSource source, ReadScope scope) throws IOException {
		return read(new DicomFileReader(source, scope));
	}

	private static DicomFile read(DicomFileReader reader) throws IOException {
		try {
			return reader.read();
		} catch (TruncatedException e) {
			throw new ImageFormatException("This DICOM file is broken: " + e.getMessage() + ".", e);
		} catch (UncheckedIOException e) {
			throw e.getCause();
		} catch (RuntimeException e) {
			throw new ImageFormatException("This DICOM file is broken.", e);
		}
	}

	private DicomFile read() throws IOException {
		SourceCursor in = new SourceCursor(source, scope.maxInMemory());
		FileProbe probe = new FileProbe(in);
		long begin = probe.begin();
		if (begin < 0) throw new NotDicomException();
		if (probe.hasForeignPreamble())
			notes.add("The file begins like a program that can be run. Only its DICOM part was read; do not start the file.");
		in.seek(begin);
		DicomDataset meta = new DatasetParser(in, ReadScope.ALL, notes).meta();
		String transferSyntax = meta.string(Tag.TRANSFER_SYNTAX_UID).orElse("");
		boolean stated = transferSyntax.startsWith(DICOM_SYNTAXES);
		if (TransferSyntax.isDeflated(transferSyntax))
			in = new SourceCursor(BoundedInflater.inflate(new ByteSpan(source, in.position(), source.size() - in.position())),
					scope.maxInMemory());
		Encoding encoding = new FileProbe(in).encoding(stated ? TransferSyntax.encodingOf(transferSyntax) : null);
		if (!stated) {
			transferSyntax = TransferSyntax.of(encoding);
			notes.add("The file does not say its transfer syntax; taken as " + TransferSyntax.describe(transferSyntax) + ".");
		} else if (!encoding.equals(TransferSyntax.encodingOf(transferSyntax))) {
			notes.add("The file is not encoded as its transfer syntax says; read as it is.");
			if (TransferSyntax.isNative(transferSyntax)) transferSyntax = TransferSyntax.of(encoding);
		}
		DatasetParser parser = new DatasetParser(in, scope, notes);
		if (itemOffsets != null) itemOffsets = parser.keepItemOffsets();
		DicomDataset dataset = parser.topLevel(encoding);
		return new DicomFile(meta, dataset, transferSyntax, notes.warnings());
	}
}
