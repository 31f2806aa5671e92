package org.annotomy.dicom.part10;

import java.util.Map;
import java.util.regex.Pattern;

/** The transfer syntaxes of PS3.6 Annex A and their names. */
public final class TransferSyntax {

	public static final String IMPLICIT_LITTLE_ENDIAN = "1.2.840.10008.1.2";
	public static final String EXPLICIT_LITTLE_ENDIAN = "1.2.840.10008.1.2.1";
	public static final String ENCAPSULATED_UNCOMPRESSED = "1.2.840.10008.1.2.1.98";
	public static final String DEFLATED = "1.2.840.10008.1.2.1.99";
	public static final String EXPLICIT_BIG_ENDIAN = "1.2.840.10008.1.2.2";
	public static final String JPEG_BASELINE = "1.2.840.10008.1.2.4.50";
	public static final String JPEG_EXTENDED = "1.2.840.10008.1.2.4.51";
	/** Retired; progressive DCT, as is {@link #JPEG_FULL_PROGRESSION}. */
	public static final String JPEG_SPECTRAL_SELECTION = "1.2.840.10008.1.2.4.53";
	public static final String JPEG_FULL_PROGRESSION = "1.2.840.10008.1.2.4.55";
	public static final String JPEG_LOSSLESS = "1.2.840.10008.1.2.4.57";
	public static final String JPEG_LOSSLESS_FIRST_ORDER = "1.2.840.10008.1.2.4.70";
	public static final String JPEG_LS_LOSSLESS = "1.2.840.10008.1.2.4.80";
	public static final String JPEG_LS_NEAR_LOSSLESS = "1.2.840.10008.1.2.4.81";
	public static final String JPEG_2000_LOSSLESS = "1.2.840.10008.1.2.4.90";
	public static final String JPEG_2000 = "1.2.840.10008.1.2.4.91";
	public static final String JPEG_2000_PART_2_LOSSLESS = "1.2.840.10008.1.2.4.92";
	public static final String JPEG_2000_PART_2 = "1.2.840.10008.1.2.4.93";
	public static final String HTJ2K_LOSSLESS = "1.2.840.10008.1.2.4.201";
	public static final String HTJ2K_RPCL_LOSSLESS = "1.2.840.10008.1.2.4.202";
	public static final String HTJ2K = "1.2.840.10008.1.2.4.203";
	public static final String RLE_LOSSLESS = "1.2.840.10008.1.2.5";
	public static final String DEFLATED_FRAMES = "1.2.840.10008.1.2.8.1";

	private static final String DICOM = "1.2.840.10008.1.2";
	private static final Pattern VIDEO = Pattern.compile("1\\.2\\.840\\.10008\\.1\\.2\\.4\\.10[0-8](\\.1)?");
	private static final Map<String, String> NAMES = Map.ofEntries(Map.entry("", "Implicit VR Little Endian"),
			Map.entry(".1", "Explicit VR Little Endian"),
			Map.entry(".1.98", "Encapsulated Uncompressed Explicit VR Little Endian"),
			Map.entry(".1.99", "Deflated Explicit VR Little Endian"), Map.entry(".2", "Explicit VR Big Endian"),
			Map.entry(".4.50", "JPEG Baseline"), Map.entry(".4.51", "JPEG Extended"),
			Map.entry(".4.52", "JPEG Extended (Process 3 & 5)"),
			Map.entry(".4.53", "JPEG Spectral Selection (Process 6 & 8)"),
			Map.entry(".4.54", "JPEG Spectral Selection (Process 7 & 9)"),
			Map.entry(".4.55", "JPEG Full Progression (Process 10 & 12)"),
			Map.entry(".4.56", "JPEG Full Progression (Process 11 & 13)"), Map.entry(".4.57", "JPEG Lossless"),
			Map.entry(".4.58", "JPEG Lossless (Process 15)"), Map.entry(".4.59", "JPEG Extended, Hierarchical (Process 16 & 18)"),
			Map.entry(".4.60", "JPEG Extended, Hierarchical (Process 17 & 19)"),
			Map.entry(".4.61", "JPEG Spectral Selection, Hierarchical (Process 20 & 22)"),
			Map.entry(".4.62", "JPEG Spectral Selection, Hierarchical (Process 21 & 23)"),
			Map.entry(".4.63", "JPEG Full Progression, Hierarchical (Process 24 & 26)"),
			Map.entry(".4.64", "JPEG Full Progression, Hierarchical (Process 25 & 27)"),
			Map.entry(".4.65", "JPEG Lossless, Hierarchical (Process 28)"),
			Map.entry(".4.66", "JPEG Lossless, Hierarchical (Process 29)"),
			Map.entry(".4.70", "JPEG Lossless, First-Order Prediction"),
			Map.entry(".4.80", "JPEG-LS Lossless"), Map.entry(".4.81", "JPEG-LS Near-Lossless"),
			Map.entry(".4.90", "JPEG 2000 Lossless"),
			Map.entry(".4.91", "JPEG 2000"), Map.entry(".4.92", "JPEG 2000 Part 2 Lossless"),
			Map.entry(".4.93", "JPEG 2000 Part 2"),
			Map.entry(".4.94", "JPIP Referenced"), Map.entry(".4.95", "JPIP Referenced Deflate"),
			Map.entry(".4.100", "MPEG-2 Main Level"),
			Map.entry(".4.100.1", "Fragmentable MPEG-2 Main Level"), Map.entry(".4.101", "MPEG-2 High Level"),
			Map.entry(".4.101.1", "Fragmentable MPEG-2 High Level"), Map.entry(".4.102", "MPEG-4 AVC/H.264 High Profile"),
			Map.entry(".4.102.1", "Fragmentable MPEG-4 AVC/H.264 High Profile"),
			Map.entry(".4.103", "MPEG-4 AVC/H.264 BD-compatible High Profile"),
			Map.entry(".4.103.1", "Fragmentable MPEG-4 AVC/H.264 BD-compatible High Profile"),
			Map.entry(".4.104", "MPEG-4 AVC/H.264 High Profile For 2D Video"),
			Map.entry(".4.104.1", "Fragmentable MPEG-4 AVC/H.264 High Profile For 2D Video"),
			Map.entry(".4.105", "MPEG-4 AVC/H.264 High Profile For 3D Video"),
			Map.entry(".4.105.1", "Fragmentable MPEG-4 AVC/H.264 High Profile For 3D Video"),
			Map.entry(".4.106", "MPEG-4 AVC/H.264 Stereo High Profile"),
			Map.entry(".4.106.1", "Fragmentable MPEG-4 AVC/H.264 Stereo High Profile"),
			Map.entry(".4.107", "HEVC/H.265 Main Profile"),
			Map.entry(".4.108", "HEVC/H.265 Main 10 Profile"), Map.entry(".4.110", "JPEG XL Lossless"),
			Map.entry(".4.111", "JPEG XL JPEG Recompression"), Map.entry(".4.112", "JPEG XL"),
			Map.entry(".4.201", "High-Throughput JPEG 2000 Lossless"),
			Map.entry(".4.202", "High-Throughput JPEG 2000 with RPCL Options Lossless"),
			Map.entry(".4.203", "High-Throughput JPEG 2000"), Map.entry(".4.204", "JPIP HTJ2K Referenced"),
			Map.entry(".4.205", "JPIP HTJ2K Referenced Deflate"), Map.entry(".5", "RLE Lossless"),
			Map.entry(".6.1", "RFC 2557 MIME"),
			Map.entry(".6.2", "XML"), Map.entry(".7.1", "SMPTE ST 2110-20 Uncompressed Progressive Video"),
			Map.entry(".7.2", "SMPTE ST 2110-20 Uncompressed Interlaced Video"), Map.entry(".7.3", "SMPTE ST 2110-30 PCM Audio"),
			Map.entry(".8.1", "Deflated Image Frame Compression"));

	private TransferSyntax() {}

	/** Name and UID for a message, such as {@code JPEG 2000 Lossless (1.2.840.10008.1.2.4.90)}. */
	public static String describe(String uid) {
		String name = uid.startsWith(DICOM) ? NAMES.get(uid.substring(DICOM.length())) : null;
		if (name != null) return name + " (" + uid + ")";
		return DicomUid.isValid(uid) ? "an unknown transfer syntax (" + uid + ")" : "an unknown transfer syntax";
	}

	/** Whether pixel data is one MPEG stream for all frames. */
	public static boolean isVideo(String uid) {
		return VIDEO.matcher(uid).matches();
	}

	public static boolean isJpegXl(String uid) {
		return uid.equals(DICOM + ".4.110") || uid.equals(DICOM + ".4.111") || uid.equals(DICOM + ".4.112");
	}

	/** Whether pixel data is plain samples. */
	public static boolean isNative(String uid) {
		return uid.equals(IMPLICIT_LITTLE_ENDIAN) || uid.equals(EXPLICIT_LITTLE_ENDIAN) || uid.equals(DEFLATED)
				|| uid.equals(EXPLICIT_BIG_ENDIAN);
	}

	/** Whether everything after the meta information is deflated. */
	static boolean isDeflated(String uid) {
		return uid.equals(DEFLATED) || uid.equals(DICOM + ".4.95") || uid.equals(DICOM + ".4.205");
	}

	/** The plain transfer syntax of an encoding. */
	static String of(Encoding encoding) {
		if (!encoding.explicitVr()) return IMPLICIT_LITTLE_ENDIAN;
		return encoding.bigEndian() ? EXPLICIT_BIG_ENDIAN : EXPLICIT_LITTLE_ENDIAN;
	}

	static Encoding encodingOf(String uid) {
		return switch (uid) {
			case IMPLICIT_LITTLE_ENDIAN -> Encoding.IMPLICIT_LITTLE;
			case EXPLICIT_BIG_ENDIAN -> Encoding.EXPLICIT_BIG;
			default -> Encoding.EXPLICIT_LITTLE;
		};
	}
}
