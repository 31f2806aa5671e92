package org.annotomy.bioformats;

import java.util.Map;
import java.util.Set;

import loci.formats.ClassList;
import loci.formats.IFormatReader;
import loci.formats.ImageReader;

/**
 * The readers of Bio-Formats that are asked: those of slide scanners and microscopes. Not those that follow addresses or file patterns, need
 * native code, or take what other readers of ours know better (DICOM, NIfTI, usual pictures, plain TIFF).
 */
final class KnownFormats {

	/** Formats that hold nothing but slides. */
	private static final Set<String> SLIDES = Set.of("NDPIReader", "NDPISReader", "LeicaSCNReader", "CellSensReader",
			"VentanaReader",
			"HamamatsuVMSReader", "AFIReader", "TrestleReader", "MikroscanTiffReader", "VectraReader");
	/** Formats that hold slides or small pictures. */
	private static final Set<String> MICROSCOPES = Set.of("ZeissCZIReader", "ZeissZVIReader", "ZeissLSMReader", "ZeissLMSReader",
			"LIFReader", "LOFReader", "XLEFReader", "ND2Reader", "ImarisHDFReader", "OIRReader", "OlympusTileReader",
			"FV1000Reader",
			"DeltavisionReader", "JPXReader", "JPEG2000Reader", "SVSReader", "PyramidTiffReader", "OMETiffReader", "SISReader",
			"IonpathMIBITiffReader", "FakeReader");

	private final ClassList<IFormatReader> classes = new ClassList<>(IFormatReader.class);

	/** Opens nothing but the list of readers. */
	KnownFormats() {
		for (Class<? extends IFormatReader> reader : ImageReader.getDefaultReaderClasses().getClasses())
			if (isSlide(reader) || MICROSCOPES.contains(reader.getSimpleName())) classes.addClass(reader);
		for (Map.Entry<String, String> option : ImageReader.getDefaultReaderClasses().getOptions().entrySet())
			classes.addOption(option.getKey(), option.getValue());
	}

	/** One that tries the formats in Bio-Formats' own order. */
	ImageReader newReader() {
		return new ImageReader(classes);
	}

	/** Whether files of this format are slides, whatever their size. */
	static boolean isSlide(Class<?> reader) {
		return SLIDES.contains(reader.getSimpleName());
	}
}
