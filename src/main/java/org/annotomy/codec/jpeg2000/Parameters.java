package org.annotomy.codec.jpeg2000;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.annotomy.image.ImageFormatException;

/** What the marker segments of the main header, or of the headers of one tile, say; a tile falls back on the main header (T.800 A.6). */
final class Parameters {

	private static final int OWN_PRECINCTS = 1;
	private static final int SOP_ALLOWED = 2;
	private static final int EPH_USED = 4;

	private final Parameters main;
	private final CodingStyle[] styles;
	private final Quantization[] quantizations;
	/** Shifts of regions of interest; -1 where nothing is said. */
	private final int[] regionShifts;
	private final List<ProgressionChange> changes = new ArrayList<>();
	private CodingStyle style;
	private Quantization quantization;
	private int scod;
	private int order;
	private int layers;
	private boolean componentTransform;

	/** @param main null for the main header itself */
	Parameters(Parameters main, int components) {
		this.main = main;
		this.styles = new CodingStyle[components];
		this.quantizations = new Quantization[components];
		this.regionShifts = new int[components];
		Arrays.fill(regionShifts, -1);
	}

	/** Reads a marker segment if it is one of those. */
	void read(int marker, ByteCursor segment) throws ImageFormatException {
		switch (marker) {
			case Marker.COD -> readCodingStyle(segment);
			case Marker.COC -> {
				int component = component(segment);
				styles[component] = CodingStyle.read(segment, (segment.unsignedByte() & OWN_PRECINCTS) != 0);
			}
			case Marker.QCD -> quantization = Quantization.read(segment);
			case Marker.QCC -> quantizations[component(segment)] = Quantization.read(segment);
			case Marker.POC -> changes.addAll(ProgressionChange.read(segment, styles.length));
			case Marker.RGN -> readRegionOfInterest(segment);
			case Marker.TLM, Marker.PRF, Marker.PLM, Marker.PLT, Marker.CPF, Marker.CRG, Marker.COM, Marker.CAP ->
				segment.skip(segment.remaining());
			default -> throw new ImageFormatException(
					"The JPEG 2000 header has a marker that is not of Part 1 or 15: " + Integer.toHexString(marker) + ".");
		}
	}

	private void readCodingStyle(ByteCursor segment) throws ImageFormatException {
		scod = segment.unsignedByte();
		order = Progression.requireOrder(segment.unsignedByte());
		layers = segment.unsignedShort();
		int transform = segment.unsignedByte();
		if (layers == 0 || transform > 1) throw new ImageFormatException("The JPEG 2000 coding style is not one of Part 1.");
		componentTransform = transform == 1;
		style = CodingStyle.read(segment, (scod & OWN_PRECINCTS) != 0);
	}

	private void readRegionOfInterest(ByteCursor segment) throws ImageFormatException {
		int component = component(segment);
		if (segment.unsignedByte() != 0)
			throw new ImageFormatException("JPEG 2000 regions of interest by Part 2 are not supported.");
		regionShifts[component] = segment.unsignedByte();
	}

	private int component(ByteCursor segment) throws ImageFormatException {
		int component = styles.length > 256 ? segment.unsignedShort() : segment.unsignedByte();
		if (component >= styles.length)
			throw new ImageFormatException("The JPEG 2000 header names a component that is not there.");
		return component;
	}

	private Parameters coding() throws ImageFormatException {
		Parameters coding = style == null ? main : this;
		if (coding == null || coding.style == null)
			throw new ImageFormatException("The JPEG 2000 header lacks the coding style.");
		return coding;
	}

	int layers() throws ImageFormatException {
		return coding().layers;
	}

	boolean componentTransform() throws ImageFormatException {
		return coding().componentTransform;
	}

	boolean mayUseSop() throws ImageFormatException {
		return (coding().scod & SOP_ALLOWED) != 0;
	}

	boolean usesEph() throws ImageFormatException {
		return (coding().scod & EPH_USED) != 0;
	}

	CodingStyle style(int component) throws ImageFormatException {
		if (styles[component] != null) return styles[component];
		if (style == null && main != null && main.styles[component] != null) return main.styles[component];
		return coding().style;
	}

	Quantization quantization(int component) throws ImageFormatException {
		if (quantizations[component] != null) return quantizations[component];
		if (quantization != null) return quantization;
		if (main == null) throw new ImageFormatException("The JPEG 2000 header lacks the quantization.");
		return main.quantization(component);
	}

	/** By how many bit-planes a region of interest lies above the rest (T.800 A.6.3); 0 if there is none. */
	int regionShift(int component) {
		if (regionShifts[component] >= 0) return regionShifts[component];
		return main == null ? 0 : main.regionShift(component);
	}

	/** The packets in order: those of POC, else all in the one order of COD. */
	List<ProgressionChange> progression() throws ImageFormatException {
		if (!changes.isEmpty()) return changes;
		if (main != null && !main.changes.isEmpty()) return main.changes;
		return List.of(new ProgressionChange(0, 0, layers(), 33, styles.length, coding().order));
	}
}
