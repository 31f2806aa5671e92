package org.annotomy.dicom.series;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.DicomElement;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.dicom.part10.Vr;

/**
 * Diffusion weighting of a frame: b-value and gradient direction by the standard (PS3.3 C.8.13.5.9), else as Siemens, GE and Philips wrote
 * them before.
 */
final class DiffusionKey {

	private static final int GROUP_SIEMENS = 0x0019;
	private static final String SIEMENS = "SIEMENS MR HEADER";
	private static final int GROUP_GE_PARAMETERS = 0x0043;
	private static final int GROUP_GE_ACQUISITION = 0x0019;
	private static final String GE_PARAMETERS = "GEMS_PARM_01";
	private static final String GE_ACQUISITION = "GEMS_ACQU_01";
	private static final int GROUP_PHILIPS = 0x2001;
	private static final int GROUP_PHILIPS_MORE = 0x2005;
	private static final String PHILIPS = "Philips Imaging DD 001";
	private static final String PHILIPS_MORE = "Philips MR Imaging DD 001";
	/** GE adds this to b-values of some scans. */
	private static final double GE_OFFSET = 1e9;
	private static final int MAX_BYTES = 64;

	private DiffusionKey() {}

	/** {@code b x y z}, {@code b} or nothing. */
	static String of(SliceFrame frame) {
		DicomDataset group = frame.attributes().group(Tag.MR_DIFFUSION_SEQUENCE);
		DicomDataset dataset = frame.dataset();
		Optional<double[]> b = group.has(Tag.DIFFUSION_B_VALUE)
				? Optional.of(group.doubles(Tag.DIFFUSION_B_VALUE))
				: siemens(dataset).or(() -> ge(dataset)).or(() -> philips(dataset));
		if (b.isEmpty() || b.get().length == 0 || !Double.isFinite(b.get()[0])) return "";
		return plain(b.get()[0]) + direction(group, dataset);
	}

	private static Optional<double[]> siemens(DicomDataset dataset) {
		return numbers(dataset, GROUP_SIEMENS, SIEMENS, 0x0c);
	}

	private static Optional<double[]> ge(DicomDataset dataset) {
		return numbers(dataset, GROUP_GE_PARAMETERS, GE_PARAMETERS, 0x39)
				.map(values -> values.length > 0 && values[0] >= GE_OFFSET ? new double[]{values[0] % GE_OFFSET} : values);
	}

	private static Optional<double[]> philips(DicomDataset dataset) {
		return numbers(dataset, GROUP_PHILIPS, PHILIPS, 0x03);
	}

	private static String direction(DicomDataset group, DicomDataset dataset) {
		double[] standard = group.item(Tag.DIFFUSION_GRADIENT_DIRECTION_SEQUENCE).orElse(group)
				.doubles(Tag.DIFFUSION_GRADIENT_ORIENTATION);
		if (standard.length == 0)
			standard = numbers(dataset, GROUP_SIEMENS, SIEMENS, 0x0e)
					.or(() -> three(dataset, GROUP_GE_ACQUISITION, GE_ACQUISITION, 0xbb))
					.or(() -> three(dataset, GROUP_PHILIPS_MORE, PHILIPS_MORE, 0xb0)).orElse(standard);
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < Math.min(3, standard.length); i++)
			text.append(' ').append(String.format(Locale.ROOT, "%.4f", standard[i]));
		return text.toString();
	}

	/** Three elements in a row. */
	private static Optional<double[]> three(DicomDataset dataset, int group, String creator, int offset) {
		double[] all = new double[3];
		for (int i = 0; i < 3; i++) {
			Optional<double[]> one = numbers(dataset, group, creator, offset + i);
			if (one.isEmpty() || one.get().length == 0) return Optional.empty();
			all[i] = one.get()[0];
		}
		return Optional.of(all);
	}

	private static Optional<double[]> numbers(DicomDataset dataset, int group, String creator, int offset) {
		return dataset.privateElement(group, creator, offset).map(element -> numbers(dataset, element));
	}

	/** Files without explicit VRs say nothing of private elements: their bytes are text, doubles or a float. */
	private static double[] numbers(DicomDataset dataset, DicomElement element) {
		if (element.vr() != Vr.UN) return dataset.doubles(element.tag());
		try {
			byte[] bytes = element.bytes().length() > MAX_BYTES ? new byte[0] : element.bytes().toArray();
			String text = new String(bytes, StandardCharsets.US_ASCII).trim();
			if (text.matches("[-+0-9.eE\\\\ ]+"))
				return Stream.of(text.split("\\\\")).mapToDouble(DiffusionKey::number).toArray();
			ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
			if (bytes.length == Float.BYTES) return new double[]{buffer.getFloat()};
			double[] doubles = new double[bytes.length / Double.BYTES];
			buffer.asDoubleBuffer().get(doubles);
			return doubles;
		} catch (IOException e) {
			return new double[0];
		}
	}

	private static double number(String text) {
		try {
			return Double.parseDouble(text.trim());
		} catch (NumberFormatException e) {
			return Double.NaN;
		}
	}

	private static String plain(double b) {
		return b == Math.rint(b) && Math.abs(b) < 1e9 ? Long.toString((long) b) : Double.toString(b);
	}

	static String label(String key) {
		if (key.isEmpty()) return "";
		int space = key.indexOf(' ');
		return space < 0
				? "b " + key + " s/mm²"
				: "b " + key.substring(0, space) + " s/mm² (" + key.substring(space + 1).replace(" ", ", ") + ")";
	}
}
