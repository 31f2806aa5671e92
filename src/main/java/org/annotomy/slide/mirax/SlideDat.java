package org.annotomy.slide.mirax;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.annotomy.image.ImageFormatException;
import org.annotomy.slide.Slide;

/**
 * What a slide's Slidedat.ini says, as OpenSlide's notes on the format explain it: the slide is a grid of cells; a photo of the camera is
 * {@link #divisions} × {@link #divisions} of them, and photos overlap. No name, date or bar code is taken.
 */
final class SlideDat {

	static final String FILE = "Slidedat.ini";
	private static final String GENERAL = "GENERAL";
	private static final String HIERARCHICAL = "HIERARCHICAL";
	private static final int MAX_SIDE = 1 << 20;
	private static final int MAX_FILES = 10_000;
	private static final int MAX_NAMES = 1000;
	private static final int MAX_EXPONENT = 24;

	/** The name of the slide inside its other files. */
	final String id;
	final String indexFile;
	final List<String> dataFiles = new ArrayList<>();
	/** Cells of the grid from left to right. */
	final int columns;
	/** Cells of the grid from top to bottom. */
	final int rows;
	/** Cells of a photo side by side. */
	final int divisions;
	/** Of neighbouring photos, in pixels of level 0. */
	final double overlapX;
	final double overlapY;
	/** Magnification; NaN if unknown. */
	final double objective;
	final List<ZoomLevel> levels = new ArrayList<>();
	/** Empty if the pictures are colours. */
	final List<MiraxFilter> filters;
	/** Which record of the index has the places of the photos; -1 for none. */
	final int positions;
	/** Whether these are deflated. */
	final boolean packedPositions;
	/** Which record of the index has which of the pictures beside the slide. */
	final Map<String, Integer> pictures = new LinkedHashMap<>();

	/** @throws ImageFormatException if something is missing, cannot be or is not supported */
	SlideDat(IniFile ini) throws ImageFormatException {
		id = ini.text(GENERAL, "SLIDE_ID");
		columns = ini.number(GENERAL, "IMAGENUMBER_X", 1, MAX_SIDE);
		rows = ini.number(GENERAL, "IMAGENUMBER_Y", 1, MAX_SIDE);
		divisions = Math.max(1, ini.number(GENERAL, "CameraImageDivisionsPerSide", 1));
		if ((long) columns * rows > Integer.MAX_VALUE || Integer.bitCount(divisions) != 1 || photosAcross() < 1
				|| photosDown() < 1)
			throw new ImageFormatException("The slide states a grid of " + columns + " × " + rows
					+ " pictures and photos of " + divisions + " × " + divisions + " of them; that is not supported.");
		String power = ini.text(GENERAL, "OBJECTIVE_MAGNIFICATION", "").replaceAll("[xX]$", "");
		objective = power.matches("\\d{1,4}") && Integer.parseInt(power) > 0 ? Integer.parseInt(power) : Double.NaN;
		indexFile = ini.text(HIERARCHICAL, "INDEXFILE");
		for (int i = 0; i < ini.number("DATAFILE", "FILE_COUNT", 1, MAX_FILES); i++)
			dataFiles.add(ini.text("DATAFILE", "FILE_" + i));
		String first = readLevels(ini);
		overlapX = overlap(ini.real(first, "OVERLAP_X"));
		overlapY = overlap(ini.real(first, "OVERLAP_Y"));
		filters = MiraxFilter.of(ini);
		int plain = record(ini, "VIMSLIDE_POSITION_BUFFER", null);
		positions = plain >= 0 ? plain : record(ini, "StitchingIntensityLayer", null);
		packedPositions = plain < 0;
		addPicture(ini, Slide.MACRO, "ScanDataLayer_SlideThumbnail");
		addPicture(ini, Slide.LABEL, "ScanDataLayer_SlideBarcode");
		addPicture(ini, Slide.THUMBNAIL, "ScanDataLayer_SlidePreview");
	}

	private static double overlap(double stated) throws ImageFormatException {
		if (Math.abs(stated) > MAX_SIDE)
			throw new ImageFormatException("The slide states that its photos overlap by more than they can.");
		return Double.isNaN(stated) ? 0 : stated;
	}

	/** @return the section of level 0 */
	private String readLevels(IniFile ini) throws ImageFormatException {
		if (!ini.text(HIERARCHICAL, "HIER_0_NAME").equals("Slide zoom level"))
			throw new ImageFormatException("The slide's levels are not where they are in MIRAX slides; that is not supported.");
		int exponent = 0;
		for (int i = 0; i < ini.number(HIERARCHICAL, "HIER_0_COUNT", 1, MAX_NAMES); i++) {
			String section = ini.text(HIERARCHICAL, "HIER_0_VAL_" + i + "_SECTION");
			exponent += ini.number(section, "IMAGE_CONCAT_FACTOR", i == 0 ? 0 : 1, MAX_EXPONENT);
			if (exponent > MAX_EXPONENT)
				throw new ImageFormatException("The slide states levels that are too coarse to be.");
			levels.add(ZoomLevel.of(ini, section, exponent));
		}
		return ini.text(HIERARCHICAL, "HIER_0_VAL_0_SECTION");
	}

	/**
	 * Which record belongs to a name: each name has as many as it has values, one name after the other.
	 *
	 * @param value of the name; null for its first one
	 * @return -1 if there is none
	 */
	private static int record(IniFile ini, String name, String value) throws ImageFormatException {
		int record = 0;
		for (int i = 0; i < ini.number(HIERARCHICAL, "NONHIER_COUNT", 0, MAX_NAMES); i++) {
			int count = ini.number(HIERARCHICAL, "NONHIER_" + i + "_COUNT", 0, MAX_NAMES);
			if (ini.text(HIERARCHICAL, "NONHIER_" + i + "_NAME").equals(name))
				for (int j = 0; j < count; j++)
					if (value == null || ini.text(HIERARCHICAL, "NONHIER_" + i + "_VAL_" + j, "").equals(value))
						return record + j;
			record += count;
		}
		return -1;
	}

	private void addPicture(IniFile ini, String kind, String value) throws ImageFormatException {
		int record = record(ini, "Scan data layer", value);
		if (record >= 0) pictures.put(kind, record);
	}

	/** Photos from left to right. */
	int photosAcross() {
		return columns / divisions;
	}

	/** Photos from top to bottom. */
	int photosDown() {
		return rows / divisions;
	}

	/** Whether photos lie elsewhere than side by side, so that pictures of several of them must be cut. */
	boolean isScattered() {
		return positions >= 0 || overlapX != 0 || overlapY != 0;
	}

	/** Width of a level in pixels; each photo but the last is shorter by its overlap, rounded up. */
	long width(int level) {
		return side(columns, levels.get(0).width(), overlapX) / levels.get(level).cells();
	}

	/** Height of a level in pixels. */
	long height(int level) {
		return side(rows, levels.get(0).height(), overlapY) / levels.get(level).cells();
	}

	private long side(int cells, int picture, double overlap) {
		long joints = (cells - 1) / divisions;
		return cells * (long) picture - joints * (long) Math.ceil(overlap);
	}
}
