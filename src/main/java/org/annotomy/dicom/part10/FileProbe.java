package org.annotomy.dicom.part10;

import java.io.IOException;

/** Looks at the first bytes: where the data elements begin, and how they are encoded. */
final class FileProbe {

	private static final int PREAMBLE = 128;
	private static final int MAGIC = 0x4d434944; // DICM, read as little endian
	private static final int ELF = 0x464c457f;
	private static final int MZ = 0x5a4d;

	private final SourceCursor in;

	FileProbe(SourceCursor in) {
		this.in = in;
	}

	/** Where the first data element is; -1 if this is no DICOM file. */
	long begin() throws IOException {
		if (in.size() >= PREAMBLE + 4) {
			in.seek(PREAMBLE);
			if ((int) in.u32() == MAGIC) return PREAMBLE + 4;
		}
		return in.size() >= 8 && looksLikeElement() ? 0 : -1;
	}

	/** Whether the preamble makes the file a program for Windows or Unix as well (CVE-2019-11687). */
	boolean hasForeignPreamble() throws IOException {
		if (in.size() < 4) return false;
		in.seek(0);
		long start = in.u32();
		return (int) start == ELF || (start & 0xffff) == MZ;
	}

	/** Whether group 0002 or 0008 begins here, in any byte order, with a low element number and a length that fits. */
	private boolean looksLikeElement() throws IOException {
		in.seek(0);
		int group = in.u16();
		int element = in.u16();
		boolean little = group == 2 || group == 8;
		boolean big = group == 0x200 || group == 0x800;
		if (!little && !big || (little ? element >>> 8 : element & 0xff) != 0) return false;
		long at = in.position();
		if (Vr.of(in.u8(), in.u8()) != null) return true;
		in.seek(at);
		return little && in.u32() <= in.size() - 8;
	}

	/**
	 * How the element at the position is encoded; the position stays. Explicit if two letters follow its tag, big endian if the group says so.
	 *
	 * @param stated what the file says, or null; it counts where the bytes leave a choice
	 */
	Encoding encoding(Encoding stated) throws IOException {
		long start = in.position();
		Encoding otherwise = stated == null ? Encoding.IMPLICIT_LITTLE : stated;
		if (start + 8 > in.size()) return otherwise;
		int group = in.u16();
		in.skip(2);
		int first = in.u8();
		int second = in.u8();
		in.seek(start + 4);
		boolean fits = in.u32() <= in.size() - start - 8;
		in.seek(start);
		if (Vr.of(first, second) != null) {
			// A dataset begins with a low group: 0008 reads as 0800 in the other byte order.
			boolean swapped = (group & 0xff) == 0 && group != 0;
			return swapped ? Encoding.EXPLICIT_BIG : Encoding.EXPLICIT_LITTLE;
		}
		return fits && !otherwise.bigEndian() && !Vr.areLetters(first, second) ? Encoding.IMPLICIT_LITTLE : otherwise;
	}
}
