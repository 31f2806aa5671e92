package org.annotomy.slide.tiff;

import java.util.ArrayList;
import java.util.List;

import org.annotomy.image.ImageFormatException;

/**
 * How the tiles of a Ventana BIF file lie: in areas that were scanned, each a grid whose tiles overlap. The overlaps of single tiles are
 * guesses of the scanner, each with its confidence; all tiles are set apart by their weighted mean, as OpenSlide does.
 */
final class BifXml {

	private static final int MAX_SIDE = 1 << 20;
	private static final int MAX_AREAS = 500;

	private final List<TileSpacing.Area> areas = new ArrayList<>();
	private final double advanceX;
	private final double advanceY;
	private double sumX;
	private double sumY;
	private double weightX;
	private double weightY;

	/** @throws ImageFormatException if something is missing, or the tiles are numbered in a way that is not known */
	BifXml(XmlElement root, int tileWidth, int tileHeight) throws ImageFormatException {
		XmlElement stitching = root.at("SlideStitchInfo");
		XmlElement origins = root.at("AoiOrigin");
		List<XmlElement> infos = stitching == null ? List.of() : stitching.all("ImageInfo");
		if (origins == null || infos.isEmpty() || infos.size() > MAX_AREAS || origins.children().size() != infos.size())
			throw broken();
		List<TileSpacing.Area> upwards = new ArrayList<>();
		for (int i = 0; i < infos.size(); i++) {
			XmlElement info = infos.get(i);
			if (info.number("AOIScanned") == 0) continue;
			if (info.number("Width") != tileWidth || info.number("Height") != tileHeight) throw broken();
			upwards.add(area(info, origins.children().get(i), tileWidth, tileHeight));
			for (XmlElement joint : info.all("TileJointInfo"))
				add(joint, upwards.get(upwards.size() - 1));
		}
		advanceX = tileWidth - (weightX > 0 ? sumX / weightX : 0);
		advanceY = tileHeight - (weightY > 0 ? sumY / weightY : 0);
		if (upwards.isEmpty() || !(advanceX >= tileWidth / 2.0 && advanceY >= tileHeight / 2.0)) throw broken();
		turnDown(upwards, tileHeight);
	}

	private static TileSpacing.Area area(XmlElement info, XmlElement origin, int tileWidth, int tileHeight)
			throws ImageFormatException {
		long left = origin.number("OriginX");
		long top = origin.number("OriginY");
		double x = info.real("Pos-X");
		double y = info.real("Pos-Y");
		boolean possible = left % tileWidth == 0 && top % tileHeight == 0 && Math.abs(x) <= MAX_SIDE && Math.abs(y) <= MAX_SIDE;
		if (!possible) throw broken();
		return new TileSpacing.Area((long) x, (long) y, small(left / tileWidth), small(top / tileHeight),
				small(info.number("NumCols")),
				small(info.number("NumRows")));
	}

	private static int small(long count) throws ImageFormatException {
		if (count > MAX_SIDE) throw broken();
		return (int) count;
	}

	private void add(XmlElement joint, TileSpacing.Area area) throws ImageFormatException {
		int[] first = place(joint.number("Tile1"), area);
		int[] second = place(joint.number("Tile2"), area);
		double weight = joint.number("Confidence");
		boolean right = "RIGHT".equals(joint.attribute("Direction")) && second[0] == first[0] + 1 && second[1] == first[1];
		boolean up = "UP".equals(joint.attribute("Direction")) && second[0] == first[0] && second[1] == first[1] - 1;
		double overlap = joint.real(right ? "OverlapX" : "OverlapY");
		if (!right && !up || !(Math.abs(overlap) <= MAX_SIDE)) throw notKnown();
		if (right) {
			sumX += weight * overlap;
			weightX += weight;
		} else {
			sumY += weight * overlap;
			weightY += weight;
		}
	}

	/** Column and row of a tile: numbers begin at 1 in the lowest row and turn at the end of each row. */
	private static int[] place(long number, TileSpacing.Area area) throws ImageFormatException {
		if (number < 1 || number > (long) area.columns() * area.rows()) throw broken();
		int column = (int) ((number - 1) % area.columns());
		int row = (int) ((number - 1) / area.columns());
		return new int[]{row % 2 == 0 ? column : area.columns() - 1 - column, area.rows() - 1 - row};
	}

	/** The file has heights of the lower edges of areas above a place below all of them. */
	private void turnDown(List<TileSpacing.Area> upwards, int tileHeight) {
		long highest = 0;
		for (TileSpacing.Area area : upwards)
			highest = Math.max(highest, (long) area.y() + height(area, tileHeight));
		for (TileSpacing.Area area : upwards)
			areas.add(new TileSpacing.Area(area.x(), highest - (long) area.y() - height(area, tileHeight), area.column(),
					area.row(),
					area.columns(), area.rows()));
	}

	/** In pixels of level 0. */
	TileSpacing spacing() {
		return new TileSpacing(areas, advanceX, advanceY);
	}

	private long height(TileSpacing.Area area, int tileHeight) {
		return (long) ((area.rows() - 1) * advanceY + tileHeight);
	}

	private static ImageFormatException broken() {
		return new ImageFormatException("The BIF file's description of its tiles is broken.");
	}

	private static ImageFormatException notKnown() {
		return new ImageFormatException(
				"The BIF file numbers its tiles in a way that is not supported. Open it in Fiji with Bio-Formats, or convert"
						+ " it to OME-TIFF.");
	}
}
