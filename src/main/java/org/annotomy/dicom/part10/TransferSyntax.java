package org.annotomy.dicom.part10;

import java.util.Optional;
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

	private TransferSyntax() {}

	/** Name and UID for a message, such as {@code JPEG 2000 Lossless (1.2.840.10008.1.2.4.90)}. */
	public static String describe(String uid) {
		Optional<String> name = DicomUids.transferSyntax(uid);
		if (name.isPresent()) return name.get() + " (" + uid + ")";
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
