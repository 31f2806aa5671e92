package org.annotomy.sample.chest;

import java.util.List;

import org.annotomy.geometry.Position;

/** A lying patient with arms raised, after contrast, as a function of place; paints any slice across. Safe for many threads. */
public final class ChestAnatomy {

	/** All findings, in the order of their labels (the first is 1). */
	public static final List<Lesion> LESIONS = List.of(
			new Lesion("spiculated nodule, right upper lobe", "nodule", new Position(-73.4, -21.7, 64.7), 11, 10, 11.5, 42, 64),
			new Lesion("nodule, left lower lobe", "nodule", new Position(83, 39, -20.8), 8, 7, 8.5, 35, 0),
			new Lesion("small nodule, right lower lobe", "nodule", new Position(-92.2, 45.2, 0.7), 4.5, 4.5, 4.5, 30, 0),
			new Lesion("ground glass, left upper lobe", "ground-glass", new Position(68.2, -29.5, 63.4), 13, 11, 12, -590, 0),
			new Lesion("lymph node, right paratracheal", "lymph-node", new Position(-21.7, 1.1, 79.4), 9, 8, 12, 78, 0),
			new Lesion("metastasis, liver", "metastasis", new Position(-83.9, -9.4, -112.9), 17, 15, 16, 66, 0),
			new Lesion("cyst, liver", "cyst", new Position(-60.7, 40.5, -125.5), 10, 9, 11, 4, 0));

	/** The same patient eight weeks later, most of it smaller: one nodule has gone, one has come. */
	public static final List<Lesion> LATER_LESIONS = List.of(LESIONS.get(0).scaled(0.55), LESIONS.get(2), LESIONS.get(3),
			LESIONS.get(4).scaled(0.6), LESIONS.get(5).scaled(0.85), LESIONS.get(6),
			new Lesion("new nodule, left upper lobe", "nodule", new Position(78, 12, 38), 5, 5, 5, 32, 0));

	private final PixelPlane plane;
	private final List<Lesion> lesions;
	private final PolarGrid polar;
	private final Lungs lungs = new Lungs();
	private final boolean withTable;

	/** With {@link #LESIONS}. @param withTable whether the patient lies on the table of the scanner */
	public ChestAnatomy(PixelPlane plane, boolean withTable) {
		this(plane, LESIONS, withTable);
	}

	/** @param lesions the findings @param withTable whether the patient lies on the table of the scanner */
	public ChestAnatomy(PixelPlane plane, List<Lesion> lesions, boolean withTable) {
		this.plane = plane;
		this.lesions = List.copyOf(lesions);
		this.polar = new PolarGrid(plane);
		this.withTable = withTable;
	}

	/**
	 * @param z height of the slice in mm
	 * @param hu receives Hounsfield units without noise, x fastest
	 */
	public void paint(double z, float[] hu) {
		Slice slice = new Slice(plane, z, hu);
		Shells shells = new Shells(polar, z);
		if (withTable) Table.paint(slice);
		ChestWall.paint(slice, shells);
		Abdomen.paint(slice, shells);
		lungs.paint(slice, shells);
		lungs.paintTrees(slice);
		Mediastinum.paint(slice);
		Skeleton.paint(slice, shells);
		for (Lesion lesion : lesions)
			lesion.paint(slice);
	}
}
