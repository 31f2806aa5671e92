package org.annotomy.dicom.codec.jpeg2000;

import java.util.Set;

/** Markers of a codestream, ISO/IEC 15444-1 table A.2 and, for what is refused, 15444-2 and 15444-15. */
final class Marker {

	static final int SOC = 0xff4f;
	static final int CAP = 0xff50;
	static final int SIZ = 0xff51;
	static final int COD = 0xff52;
	static final int COC = 0xff53;
	static final int QCD = 0xff5c;
	static final int QCC = 0xff5d;
	static final int RGN = 0xff5e;
	static final int POC = 0xff5f;
	static final int PPM = 0xff60;
	static final int PPT = 0xff61;
	static final int SOT = 0xff90;
	static final int SOD = 0xff93;
	static final int EOC = 0xffd9;

	/** Segments that say how to decode. All others, such as comments and tables of lengths, are left out. */
	private static final Set<Integer> NEEDED = Set.of(SIZ, COD, COC, QCD, QCC, RGN, POC);
	/** Extensions of part 2: DFS, ADS, MCT, MCC, NLT, MCO, CBD, ATK, and precinct-dependent quantization. */
	private static final Set<Integer> PART_2 = Set.of(0xff72, 0xff73, 0xff74, 0xff75, 0xff76, 0xff77, 0xff78, 0xff79, 0xff5a,
			0xff5b);

	private Marker() {}

	static boolean isNeeded(int marker) {
		return NEEDED.contains(marker);
	}

	static boolean isPart2(int marker) {
		return PART_2.contains(marker);
	}
}
