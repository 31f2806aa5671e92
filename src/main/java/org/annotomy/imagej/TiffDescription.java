package org.annotomy.imagej;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

import org.annotomy.image.FileVolume;
import org.annotomy.image.ValueScale;

import ij.io.FileInfo;
import ij.io.FileOpener;
import ij.measure.Calibration;

/** What ImageJ has written into a TIFF's description, or the TIFF's resolution says: axes, calibration of space, time and values. */
final class TiffDescription {

	private final FileInfo info;
	private final Properties properties;

	TiffDescription(FileInfo info) {
		this.info = info;
		int images = info.nImages;
		String name = info.fileName;
		Properties found = new FileOpener(info).decodeDescriptionString(info);
		this.properties = found == null ? new Properties() : found;
		info.nImages = images;
		info.fileName = name;
	}

	/** Channels, slices, time points: as ImageJ wrote them if that fits, else slices. */
	int[] sizes(int channelsPerPlane, int planes) {
		int[] sizes = {integer("channels"), integer("slices"), integer("frames")};
		if (channelsPerPlane == 1 && (long) sizes[0] * sizes[1] * sizes[2] == planes) return sizes;
		return new int[]{channelsPerPlane, planes, 1};
	}

	private int integer(String key) {
		double number = number(key);
		return number >= 1 && number <= Integer.MAX_VALUE ? (int) number : 1;
	}

	private double number(String key) {
		try {
			return Double.parseDouble(properties.getProperty(key, "NaN"));
		} catch (NumberFormatException e) {
			return Double.NaN;
		}
	}

	/** ImageJ's order is c fastest, then z, then t; an old variant has z before c. */
	List<Object> inOrder(List<Object> planes, int[] sizes) {
		if (info.description == null || !info.description.contains("order=zct")) return planes;
		List<Object> ordered = new ArrayList<>(Collections.nCopies(planes.size(), null));
		for (int i = 0; i < planes.size(); i++) {
			int z = i % sizes[1];
			int c = i / sizes[1] % sizes[0];
			int t = i / (sizes[1] * sizes[0]);
			ordered.set(c + sizes[0] * (z + sizes[1] * t), planes.get(i));
		}
		return ordered;
	}

	boolean isSigned16() {
		return info.fileType == FileInfo.GRAY16_SIGNED
				|| isLinear() && info.coefficients[0] == -32768 && info.coefficients[1] == 1
						&& info.fileType == FileInfo.GRAY16_UNSIGNED;
	}

	private boolean isLinear() {
		return info.calibrationFunction == Calibration.STRAIGHT_LINE && info.coefficients != null && info.coefficients.length >= 2
				&& info.valueUnit != null;
	}

	void describe(FileVolume volume) {
		double mm = LengthUnits.toMm(info.unit);
		double[] spacing = {info.pixelWidth * mm, info.pixelHeight * mm, depth() * mm};
		for (int i = 0; i < 3; i++)
			spacing[i] = spacing[i] > 0 && Double.isFinite(spacing[i]) ? spacing[i] : Double.NaN;
		volume.place(null, spacing);
		volume.inverted(info.whiteIsZero);
		volume.frameTimeMs(number("finterval") * timeUnitMs());
		boolean usable = isLinear() && !isSigned16() && info.coefficients[1] != 0
				&& Double.isFinite(info.coefficients[0]) && Double.isFinite(info.coefficients[1]);
		if (usable) volume.scale(new ValueScale(info.coefficients[1], info.coefficients[0], unit(info.valueUnit)));
	}

	/** Only ImageJ's own files say how far slices are apart. */
	private double depth() {
		return properties.containsKey("spacing") ? info.pixelDepth : Double.NaN;
	}

	private static String unit(String valueUnit) {
		return valueUnit.equals("Gray Value") ? "" : valueUnit;
	}

	private double timeUnitMs() {
		return switch (properties.getProperty("tunit", "sec").toLowerCase(Locale.ROOT)) {
			case "ms", "msec", "millisecond", "milliseconds" -> 1;
			case "min", "minute", "minutes" -> 60_000;
			case "h", "hour", "hours" -> 3_600_000;
			case "µs", "us", "usec" -> 1e-3;
			default -> 1000;
		};
	}
}
