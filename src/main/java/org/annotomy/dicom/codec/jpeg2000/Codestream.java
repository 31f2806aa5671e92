package org.annotomy.dicom.codec.jpeg2000;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.annotomy.image.ImageFormatException;

/**
 * A codestream of ISO/IEC 15444-1 whose headers were read and checked. What does not change the image (comments, tables of lengths,
 * profiles) is left out of what is given to the decoder.
 */
public final class Codestream {

	private static final int MAX_PARTS = 255;
	private static final int MAX_PROGRESSION_CHANGES = 256;
	private static final int PROGRESSION_CHANGE_BYTES = 7;

	private final byte[] bytes;
	private final ByteReader in;
	private final ByteArrayOutputStream mainHeader = new ByteArrayOutputStream();
	private final List<TilePart> parts = new ArrayList<>();
	private SizeSegment size;
	private CodingStyle style;
	private boolean quantized;
	private int progressionChanges;
	private int leastLevels;

	private Codestream(byte[] encoded) throws ImageFormatException {
		this.bytes = encoded;
		this.in = Jp2Box.codestream(encoded);
	}

	/**
	 * Reads the headers of a bare codestream or one in JP2.
	 *
	 * @throws ImageFormatException if they are broken, cut short, or ask for what is not supported
	 */
	public static Codestream of(byte[] encoded) throws IOException {
		Codestream stream = new Codestream(encoded);
		stream.readMainHeader();
		stream.readTileParts();
		return stream;
	}

	public int width() {
		return size.width();
	}

	public int height() {
		return size.height();
	}

	public int components() {
		return size.components();
	}

	/** Bits of a sample. */
	public int precision() {
		return size.precision();
	}

	/** Whether samples have a sign; the dataset may think otherwise. */
	public boolean isSigned() { return size.signed(); }

	/** Whether the first three components are undone colour differences after decoding, that is, RGB. */
	public boolean hasComponentTransform() {
		return style.componentTransform();
	}

	/** How often the image can be halved while decoding. */
	public int levels() {
		return leastLevels;
	}

	SizeSegment size() {
		return size;
	}

	private void readMainHeader() throws IOException {
		if (in.u16() != Marker.SOC) throw new ImageFormatException("This is not a JPEG 2000 stream: it does not begin with SOC.");
		if (in.u16() != Marker.SIZ) throw CodingStyle.broken();
		size = SizeSegment.of(in.part(in.u16() - 2));
		DataOutputStream out = new DataOutputStream(mainHeader);
		out.writeShort(Marker.SOC);
		size.write(out);
		for (int marker = in.u16(); marker != Marker.SOT; marker = in.u16())
			readSegment(marker, mainHeader);
		if (style == null || !quantized) throw CodingStyle.broken();
	}

	/** Checks a marker segment of a main or tile-part header, and keeps it if it matters. */
	private void readSegment(int marker, ByteArrayOutputStream kept) throws ImageFormatException {
		int from = in.position() - 2;
		int length = in.u16();
		if (marker < 0xff00 || length < 2) throw CodingStyle.broken();
		ByteReader segment = in.part(length - 2);
		if (Marker.isPart2(marker)) throw CodingStyle.part2();
		switch (marker) {
			case Marker.SIZ, Marker.SOC, Marker.EOC, Marker.SOT -> throw CodingStyle.broken();
			case Marker.COD -> use(CodingStyle.ofDefault(segment, size.components()), kept == mainHeader);
			case Marker.COC -> {
				if (style == null) throw CodingStyle.broken();
				use(CodingStyle.ofComponent(segment, size.components()).withLayersOf(style), false);
			}
			case Marker.PPM, Marker.PPT ->
				// JJ2000 reads on for ever behind the end of such headers.
				throw new ImageFormatException("JPEG 2000 with packet headers apart from the packets is not supported. "
						+ "Convert the file to an uncompressed transfer syntax first.");
			case Marker.QCD -> quantized = true;
			case Marker.POC -> {
				progressionChanges += segment.remaining() / PROGRESSION_CHANGE_BYTES;
				if (progressionChanges > MAX_PROGRESSION_CHANGES) throw CodingStyle.broken();
			}
			default -> {
				// Not needed, or checked by the decoder.
			}
		}
		if (Marker.isNeeded(marker)) kept.write(bytes, from, 2 + length);
	}

	private void use(CodingStyle used, boolean asDefault) throws ImageFormatException {
		if (asDefault && style != null) throw CodingStyle.broken();
		leastLevels = style == null ? used.levels() : Math.min(leastLevels, used.levels());
		if (style != null && used.componentTransform() != style.componentTransform())
			throw new ImageFormatException("JPEG 2000 tiles with different component transforms are not supported.");
		if (asDefault) style = used;
		new Workload(size).requirePossible(used, bytes.length);
	}

	/** After the first SOT. Parts are found by their lengths, never by looking for markers in coded data. */
	private void readTileParts() throws ImageFormatException {
		boolean more = true;
		while (more) {
			int from = in.position() - 2;
			if (in.u16() != 10) throw CodingStyle.broken();
			int tile = in.u16();
			long length = in.u32();
			int part = in.u8();
			in.u8();
			if (tile >= size.tiles()) throw CodingStyle.broken();
			ByteArrayOutputStream header = new ByteArrayOutputStream();
			for (int marker = in.u16(); marker != Marker.SOD; marker = in.u16())
				readSegment(marker, header);
			long end = length == 0 ? endOfLastPart() : from + length;
			int packets = in.position();
			in.skipTo(end);
			parts.add(new TilePart(tile, part, header.toByteArray(), packets, (int) end));
			more = length != 0 && in.remaining() >= 2 && in.u16() == Marker.SOT;
		}
	}

	private int endOfLastPart() {
		int end = in.position() + in.remaining();
		for (int padding = 0; padding < 2; padding++) {
			int last = end - padding - 2;
			if (last >= in.position() && bytes[last] == (byte) 0xff && bytes[last + 1] == (byte) 0xd9) return last;
		}
		return end;
	}

	/**
	 * The codestream as JJ2000 wants it: each tile-part states its length and how many its tile has. That number may be left out (TNsot 0)
	 * or, by some writers, wrong; JJ2000 then leaves out parts of the tile without a word.
	 *
	 * @throws ImageFormatException if a tile is missing or has more parts than can be numbered
	 */
	byte[] normalised() throws IOException {
		int[] count = new int[size.tiles()];
		for (TilePart part : parts)
			if (++count[part.tile()] > MAX_PARTS)
				throw new ImageFormatException("A tile of the JPEG 2000 stream has more than " + MAX_PARTS + " parts.");
		for (int i = 0; i < count.length; i++)
			if (count[i] == 0)
				throw new ImageFormatException(
						"The JPEG 2000 stream lacks tile " + (i + 1) + " of " + count.length + ": it is cut short or broken.");
		ByteArrayOutputStream repaired = new ByteArrayOutputStream(bytes.length + 16);
		DataOutputStream out = new DataOutputStream(repaired);
		mainHeader.writeTo(out);
		for (TilePart part : parts) {
			out.writeShort(Marker.SOT);
			out.writeShort(10);
			out.writeShort(part.tile());
			out.writeInt(part.length());
			out.writeByte(part.part());
			out.writeByte(count[part.tile()]);
			out.write(part.header());
			out.writeShort(Marker.SOD);
			out.write(bytes, part.from(), part.end() - part.from());
		}
		out.writeShort(Marker.EOC);
		return repaired.toByteArray();
	}
}
