package org.annotomy.dicom.part10;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes Part 10 files (PS3.10 7): a preamble of zeros, meta information, and the dataset in explicit VR little endian or in any transfer
 * syntax that fits its pixel data. Elements that came from a file keep their bytes; nothing is compressed or decompressed.
 */
public final class DicomWriter {

	/** Names this program in files that it writes. */
	public static final String IMPLEMENTATION_CLASS_UID = "2.25.121427421192147797574555731152506689431";
	private static final String IMPLEMENTATION_VERSION = "ANNOTOMY_0_1";
	private static final int BUFFER = 1 << 16;

	private DicomWriter() {}

	/**
	 * Writes a file in one step: it is there completely or not at all, and what was there before is replaced only then.
	 *
	 * @throws IllegalArgumentException if the dataset lacks its SOP class or instance UID
	 */
	public static void write(DicomDataset dataset, Path file) throws IOException {
		write(dataset, TransferSyntax.EXPLICIT_LITTLE_ENDIAN, file);
	}

	/**
	 * {@link #write(DicomDataset, Path)} in another transfer syntax: for plain samples implicit, explicit, big endian or deflated, else the
	 * one that the pixel data is compressed in.
	 */
	public static void write(DicomDataset dataset, String transferSyntax, Path file) throws IOException {
		requireEncodable(dataset, transferSyntax);
		// Not createTempFile: that would keep the finished file from everybody else.
		Path unfinished = file.resolveSibling(".annotomy-" + UUID.randomUUID() + ".tmp");
		try {
			try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
				OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
				write(dataset, transferSyntax, out);
				out.flush();
				channel.force(true);
			}
			move(unfinished, file);
		} finally {
			Files.deleteIfExists(unfinished);
		}
	}

	private static void move(Path unfinished, Path file) throws IOException {
		try {
			Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
		} catch (AtomicMoveNotSupportedException e) {
			Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
		}
	}

	/** The bytes of the file. */
	public static byte[] toBytes(DicomDataset dataset) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		write(dataset, TransferSyntax.EXPLICIT_LITTLE_ENDIAN, bytes);
		return bytes.toByteArray();
	}

	/** The bytes of the file in a transfer syntax. */
	public static byte[] toBytes(DicomDataset dataset, String transferSyntax) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		write(dataset, transferSyntax, bytes);
		return bytes.toByteArray();
	}

	/** Writes preamble, meta information and dataset; the stream stays open. */
	public static void write(DicomDataset dataset, String transferSyntax, OutputStream out) throws IOException {
		requireEncodable(dataset, transferSyntax);
		out.write(new byte[128]);
		out.write(new byte[]{'D', 'I', 'C', 'M'});
		ByteArrayOutputStream rest = new ByteArrayOutputStream();
		new DatasetEncoder(rest, Encoding.EXPLICIT_LITTLE).write(meta(dataset, transferSyntax));
		DicomDataset length = DicomDataset.builder().set(Tag.FILE_META_INFORMATION_GROUP_LENGTH, rest.size()).build();
		new DatasetEncoder(out, Encoding.EXPLICIT_LITTLE).write(length);
		rest.writeTo(out);
		if (TransferSyntax.isDeflated(transferSyntax)) writeDeflated(dataset, out);
		else new DatasetEncoder(out, TransferSyntax.encodingOf(transferSyntax)).writeTopLevel(dataset);
	}

	/** Raw deflate (RFC 1951), filled up to an even length, PS3.5 A.5. */
	private static void writeDeflated(DicomDataset dataset, OutputStream out) throws IOException {
		Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
		try {
			DeflaterOutputStream deflated = new DeflaterOutputStream(out, deflater, BUFFER);
			OutputStream buffered = new BufferedOutputStream(deflated, BUFFER);
			new DatasetEncoder(buffered, Encoding.EXPLICIT_LITTLE).writeTopLevel(dataset);
			buffered.flush();
			deflated.finish();
			if ((deflater.getBytesWritten() & 1) != 0) out.write(0);
		} finally {
			deflater.end();
		}
	}

	private static void requireEncodable(DicomDataset dataset, String transferSyntax) {
		for (int tag : new int[]{Tag.SOP_CLASS_UID, Tag.SOP_INSTANCE_UID})
			if (dataset.string(tag).isEmpty())
				throw new IllegalArgumentException("A DICOM file needs " + DicomDictionary.standard().describe(tag) + ".");
		for (int tag : new int[]{Tag.PIXEL_DATA, Tag.FLOAT_PIXEL_DATA, Tag.DOUBLE_FLOAT_PIXEL_DATA})
			if (dataset.has(tag)) {
				boolean fragments = dataset.element(tag).orElseThrow().value() instanceof FragmentSequence;
				if (fragments == TransferSyntax.isNative(transferSyntax))
					throw new IllegalArgumentException((fragments ? "Compressed" : "Uncompressed")
							+ " pixel data cannot be written as " + TransferSyntax.describe(transferSyntax) + ".");
			}
	}

	private static DicomDataset meta(DicomDataset dataset, String transferSyntax) {
		return DicomDataset.builder().bytes(Tag.FILE_META_INFORMATION_VERSION, Vr.OB, new byte[]{0, 1})
				.putText(Tag.MEDIA_STORAGE_SOP_CLASS_UID, Vr.UI, dataset.string(Tag.SOP_CLASS_UID, ""))
				.putText(Tag.MEDIA_STORAGE_SOP_INSTANCE_UID, Vr.UI, dataset.string(Tag.SOP_INSTANCE_UID, ""))
				.set(Tag.TRANSFER_SYNTAX_UID, transferSyntax).set(Tag.IMPLEMENTATION_CLASS_UID, IMPLEMENTATION_CLASS_UID)
				.set(Tag.IMPLEMENTATION_VERSION_NAME, IMPLEMENTATION_VERSION).build();
	}
}
