package org.annotomy.image.nrrd;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.annotomy.image.ImageFormatException;
import org.annotomy.image.SampleType;

/** The words of the NRRD standard: its fields and its names of types. */
final class NrrdTypes {

	private static final Set<String> FIELDS = Set.of("dimension", "type", "block size", "encoding", "endian", "content",
			"old min",
			"old max", "min", "max", "data file", "line skip", "byte skip", "number", "sample units", "space", "space dimension",
			"space units", "space origin", "space directions", "measurement frame", "sizes", "spacings", "thicknesses",
			"axis mins",
			"axis maxs", "centerings", "labels", "units", "kinds");

	private static final Map<String, String> SHORT_FORMS = Map.of("blocksize", "block size", "oldmin", "old min", "oldmax",
			"old max",
			"datafile", "data file", "lineskip", "line skip", "byteskip", "byte skip", "sampleunits", "sample units", "axismins",
			"axis mins", "axismaxs", "axis maxs", "centers", "centerings");

	private NrrdTypes() {}

	static boolean isField(String name) {
		return FIELDS.contains(name);
	}

	/** The field's name in lower case and in its long form. */
	static String field(String name) {
		String lower = name.toLowerCase(Locale.ROOT);
		return SHORT_FORMS.getOrDefault(lower, lower);
	}

	static SampleType of(String name) throws ImageFormatException {
		return switch (name.toLowerCase(Locale.ROOT)) {
			case "signed char", "int8", "int8_t" -> SampleType.INT8;
			case "uchar", "unsigned char", "uint8", "uint8_t" -> SampleType.UINT8;
			case "short", "short int", "signed short", "signed short int", "int16", "int16_t" -> SampleType.INT16;
			case "ushort", "unsigned short", "unsigned short int", "uint16", "uint16_t" -> SampleType.UINT16;
			case "int", "signed int", "int32", "int32_t" -> SampleType.INT32;
			case "uint", "unsigned int", "uint32", "uint32_t" -> SampleType.UINT32;
			case "longlong", "long long", "long long int", "signed long long", "signed long long int", "int64", "int64_t" ->
				SampleType.INT64;
			case "ulonglong", "unsigned long long", "unsigned long long int", "uint64", "uint64_t" -> SampleType.UINT64;
			case "float" -> SampleType.FLOAT32;
			case "double" -> SampleType.FLOAT64;
			default ->
				throw new ImageFormatException("NRRD: values of the type \"" + NrrdText.shown(name) + "\" are not supported.");
		};
	}

	/** The spelling that every reader knows. */
	static String word(SampleType type) {
		return switch (type) {
			case INT8 -> "signed char";
			case UINT8 -> "unsigned char";
			case INT16 -> "short";
			case UINT16 -> "unsigned short";
			case INT32 -> "int";
			case UINT32 -> "unsigned int";
			case INT64 -> "long long int";
			case UINT64 -> "unsigned long long int";
			case FLOAT32 -> "float";
			case FLOAT64 -> "double";
		};
	}
}
