package org.annotomy.dicom.series;

import java.io.IOException;
import java.util.Set;

import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.geometry.Position;

/** One frame of a file, with what is needed to find its place among the others. */
final class SliceFrame {

	private static final Set<String> PROJECTIONS = Set.of("CR", "DX", "MG", "XA", "RF", "IO", "PX", "RTIMAGE");

	private final DicomInstance instance;
	private final int index;
	private final FrameAttributes attributes;
	private final FrameGeometry geometry;

	SliceFrame(DicomInstance instance, int index) {
		this.instance = instance;
		this.index = index;
		this.attributes = instance.attributes(index);
		boolean projection = PROJECTIONS.contains(instance.modality()) && !attributes.hasFunctionalGroups();
		this.geometry = projection ? null : instance.geometry(attributes, index);
	}

	DicomInstance instance() {
		return instance;
	}

	DicomDataset dataset() {
		return instance.dataset();
	}

	/** Of the frame in its file, from 0. */
	int index() {
		return index;
	}

	FrameAttributes attributes() {
		return attributes;
	}

	/** Null if the file does not say where the frame lies. */
	FrameGeometry geometry() {
		return geometry;
	}

	boolean hasPlace() {
		return geometry != null;
	}

	double distanceAlong(Position normal) {
		return geometry.distanceAlong(normal);
	}

	/** The array of the frame; the same each time if it is in memory. @throws IOException if it cannot be decoded */
	Object decode() throws IOException {
		return instance.decode(index);
	}

	/** Whether it was found to be broken when it was read into memory. */
	boolean isBroken() {
		return instance.isBroken(index);
	}

	/** The class of {@link #decode}'s arrays. */
	Class<?> storage() {
		if (instance.isColor()) return int[].class;
		return switch (instance.format().bitsAllocated()) {
			case 1, 8 -> byte[].class;
			case 16 -> short[].class;
			case 32 -> instance.format().real() ? float[].class : int[].class;
			default -> double[].class;
		};
	}

	int instanceNumber() {
		return dataset().integer(Tag.INSTANCE_NUMBER, Integer.MAX_VALUE);
	}

	boolean isLocalizer() { return FrameKind.isLocalizer(this); }
}
