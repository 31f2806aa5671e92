package org.annotomy.bioformats;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import org.annotomy.image.ImageFormatException;
import org.annotomy.slide.PixelKind;
import org.annotomy.slide.SlideChannel;

import loci.common.services.ServiceFactory;
import loci.formats.ome.OMEXMLMetadata;
import loci.formats.services.OMEXMLService;
import ome.units.UNITS;
import ome.units.quantity.Length;
import ome.xml.model.primitives.Color;

/** What a file says of itself. Only what a slide needs is asked for: such data can name a patient. */
final class LociMetadata {

	private static final int MAX_NAME = 60;
	private static final int WHITE = 0xffffff;

	private final OMEXMLMetadata metadata;

	private LociMetadata(OMEXMLMetadata metadata) {
		this.metadata = metadata;
	}

	/** Nothing yet; to be filled by a reader. */
	static LociMetadata empty() throws ImageFormatException {
		return Guard.call(() -> {
			try {
				return new LociMetadata(new ServiceFactory().getInstance(OMEXMLService.class).createOMEXMLMetadata());
			} catch (loci.common.services.DependencyException | loci.common.services.ServiceException e) {
				throw new loci.formats.FormatException(e);
			}
		});
	}

	OMEXMLMetadata store() {
		return metadata;
	}

	/** Of all series, in their order; empty where there is none. */
	List<String> names() {
		List<String> names = new ArrayList<>();
		Integer count = known(metadata::getImageCount);
		for (int i = 0; count != null && i < count; i++) {
			int series = i;
			String name = known(() -> metadata.getImageName(series));
			names.add(name == null ? "" : name);
		}
		return names;
	}

	/** Along x, y and z in µm, NaN where it is not known. */
	double[] spacingUm(int series) {
		return new double[]{um(() -> metadata.getPixelsPhysicalSizeX(series)), um(() -> metadata.getPixelsPhysicalSizeY(series)),
				um(() -> metadata.getPixelsPhysicalSizeZ(series))};
	}

	private static double um(Supplier<Length> length) {
		Length found = known(length);
		Number value = found == null ? null : found.value(UNITS.MICROMETER);
		return value != null && value.doubleValue() > 0 ? value.doubleValue() : Double.NaN;
	}

	/** Magnification of the objective that a series names, else of the first one that has one; NaN if none has. */
	double objective(int series) {
		String named = known(() -> metadata.getObjectiveSettingsID(series));
		double first = Double.NaN;
		Integer instruments = known(metadata::getInstrumentCount);
		for (int i = 0; instruments != null && i < instruments; i++) {
			int instrument = i;
			Integer objectives = known(() -> metadata.getObjectiveCount(instrument));
			for (int k = 0; objectives != null && k < objectives; k++) {
				int objective = k;
				Double power = known(() -> metadata.getObjectiveNominalMagnification(instrument, objective));
				if (power == null || !(power > 0)) continue;
				if (named != null && named.equals(known(() -> metadata.getObjectiveID(instrument, objective)))) return power;
				if (Double.isNaN(first)) first = power;
			}
		}
		return first;
	}

	/** The channels with their names and colours. */
	List<SlideChannel> channels(int series, SeriesLayout layout) {
		List<SlideChannel> channels = new ArrayList<>();
		boolean shared = layout.kind() != PixelKind.RGB && layout.samples() > 1;
		for (int c = 0; c < layout.channels(); c++) {
			int channel = c;
			String name = shared ? null : known(() -> metadata.getChannelName(series, channel));
			Color colour = shared ? null : known(() -> metadata.getChannelColor(series, channel));
			boolean rgb = layout.kind() == PixelKind.RGB;
			String usual = layout.channels() > 1 ? "Channel " + (c + 1) : rgb ? "RGB" : "Grey";
			boolean fair = name != null && !name.isBlank() && name.length() <= MAX_NAME;
			int value = colour == null || rgb ? WHITE : colour.getRed() << 16 | colour.getGreen() << 8 | colour.getBlue();
			channels.add(new SlideChannel(fair ? name.strip() : usual, value, Double.NaN, Double.NaN));
		}
		return channels;
	}

	/** What is not there is an exception for some of the getters, and null for others. */
	private static <T> T known(Supplier<T> value) {
		try {
			return value.get();
		} catch (RuntimeException e) {
			return null;
		}
	}
}
