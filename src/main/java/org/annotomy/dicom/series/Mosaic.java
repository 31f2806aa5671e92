package org.annotomy.dicom.series;

import java.io.IOException;
import java.lang.reflect.Array;
import java.util.List;
import java.util.Optional;

import org.annotomy.dicom.codec.PixelFormat;
import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.DicomElement;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.dicom.part10.Vr;
import org.annotomy.geometry.Position;

/**
 * A volume that Siemens' scanners wrote as one picture: its slices as tiles, row by row.
 *
 * @param tiles how many tiles hold a slice; those after them are empty
 * @param perRow tiles in a row, and rows of tiles
 * @param reversed whether the scanner's own normal points against that of the picture. Then SPM, nibabel and dcm2niix put the slices in three
 *            different places, so none is given here
 */
record Mosaic(int tiles, int perRow, boolean reversed) {

	private static final int GROUP = 0x0019;
	private static final String CREATOR = "SIEMENS MR HEADER";
	private static final int NUMBER_OF_IMAGES = 0x0a;
	private static final int CSA_GROUP = 0x0029;
	private static final String CSA_CREATOR = "SIEMENS CSA HEADER";
	private static final int CSA_IMAGE = 0x10;
	private static final int CSA_MAX_BYTES = 1 << 20;
	private static final int MAX_TILES = 1024;

	/** Whether the file says that it is a mosaic, whatever else it says. */
	static boolean isStated(DicomDataset dataset) {
		return dataset.strings(Tag.IMAGE_TYPE).contains("MOSAIC");
	}

	/** Empty if it is none, or the number of its tiles is unknown or impossible. */
	static Optional<Mosaic> of(DicomDataset dataset, PixelFormat format) {
		if (!isStated(dataset) || format.frames() != 1) return Optional.empty();
		byte[] csa = csa(dataset);
		double stated = dataset.privateElement(GROUP, CREATOR, NUMBER_OF_IMAGES).map(e -> number(dataset, e)).orElse(Double.NaN);
		double[] listed = CsaHeader.numbers(csa, "NumberOfImagesInMosaic");
		double count = stated > 0 ? stated : listed.length > 0 ? listed[0] : 0;
		if (!(count >= 1 && count <= MAX_TILES)) return Optional.empty();
		int tiles = (int) count;
		int perRow = (int) Math.ceil(Math.sqrt(tiles));
		if (format.columns() % perRow != 0 || format.rows() % perRow != 0) return Optional.empty();
		return Optional.of(new Mosaic(tiles, perRow, isReversed(dataset, CsaHeader.numbers(csa, "SliceNormalVector"))));
	}

	/** Files without explicit VRs do not say that it is a US. */
	private static double number(DicomDataset dataset, DicomElement element) {
		if (element.vr() != Vr.UN) return dataset.number(element.tag(), Double.NaN);
		try {
			byte[] bytes = element.bytes().length() == Short.BYTES ? element.bytes().toArray() : new byte[0];
			return bytes.length == Short.BYTES ? bytes[0] & 0xff | (bytes[1] & 0xff) << Byte.SIZE : Double.NaN;
		} catch (IOException e) {
			return Double.NaN;
		}
	}

	private static byte[] csa(DicomDataset dataset) {
		try {
			Optional<DicomElement> element = dataset.privateElement(CSA_GROUP, CSA_CREATOR, CSA_IMAGE);
			if (element.isEmpty() || element.get().bytes().length() > CSA_MAX_BYTES) return new byte[0];
			return element.get().bytes().toArray();
		} catch (IOException e) {
			return new byte[0];
		}
	}

	private static boolean isReversed(DicomDataset dataset, double[] scannerNormal) {
		double[] o = dataset.doubles(Tag.IMAGE_ORIENTATION_PATIENT);
		if (scannerNormal.length < 3 || o.length < 6) return false;
		Position normal = new Position(o[0], o[1], o[2]).cross(new Position(o[3], o[4], o[5]));
		return normal.dot(new Position(scannerNormal[0], scannerNormal[1], scannerNormal[2])) < 0;
	}

	/** The format of the slices as if they were frames. */
	PixelFormat tile(PixelFormat whole) {
		return new PixelFormat(whole.rows() / perRow, whole.columns() / perRow, whole.samples(), whole.bitsAllocated(),
				whole.bitsStored(), whole.highBit(), whole.signed(), whole.planar(), whole.photometric(), whole.real(), tiles);
	}

	/** A new array with the pixels of one tile. @param picture one value per pixel */
	Object cut(Object picture, PixelFormat whole, int index) {
		PixelFormat tile = tile(whole);
		int width = tile.columns();
		int x = index % perRow * width;
		int y = index / perRow * tile.rows();
		Object cut = Array.newInstance(picture.getClass().getComponentType(), width * tile.rows());
		for (int row = 0; row < tile.rows(); row++)
			System.arraycopy(picture, (y + row) * whole.columns() + x, cut, row * width, width);
		return cut;
	}

	/**
	 * Where a tile lies: the stated position is that of a picture as large as the mosaic around the same centre.
	 *
	 * @param whole the geometry that the file states, or null
	 */
	FrameGeometry geometry(FrameGeometry whole, DicomDataset dataset, PixelFormat tile, int index) {
		if (whole == null || reversed) return null;
		double right = tile.columns() * (perRow - 1) / 2d * whole.columnSpacingMm();
		double down = tile.rows() * (perRow - 1) / 2d * whole.rowSpacingMm();
		double spacing = Math.abs(dataset.number(Tag.SPACING_BETWEEN_SLICES, dataset.number(Tag.SLICE_THICKNESS, 1)));
		Position position = whole.position().plus(whole.alongRow().times(right)).plus(whole.alongColumn().times(down))
				.plus(whole.normal().times(index * (spacing > 0 ? spacing : 1)));
		return new FrameGeometry(position, whole.alongRow(), whole.alongColumn(), whole.columnSpacingMm(), whole.rowSpacingMm(),
				whole.repaired());
	}

	/** What the user is told. */
	List<String> warnings() {
		String what = "The file is a mosaic of " + tiles + " slices, which were taken apart.";
		return reversed
				? List.of(what,
						"The scanner's slice direction contradicts that of the mosaic, so the slices have no place in the patient.")
				: List.of(what);
	}
}
