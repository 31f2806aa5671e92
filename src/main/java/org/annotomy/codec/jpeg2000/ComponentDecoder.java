package org.annotomy.codec.jpeg2000;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.List;

import org.annotomy.image.ImageFormatException;

/**
 * From the code-blocks of a tile-component to its samples, before transforms between components.
 *
 * @param <S> arrays of samples
 */
final class ComponentDecoder<S> {

	private final byte[] codestream;
	private final BlockDecoder highThroughput = new HtBlockDecoder();
	private final BlockDecoder plain = new MqBlockDecoder();
	private final InverseWavelet<S> wavelet;
	/** HL, LH and HH of one resolution, and two smaller resolutions in turn; used for all components and tiles. */
	private final S[] buffers;

	ComponentDecoder(byte[] codestream, InverseWavelet<S> wavelet) {
		this.codestream = codestream;
		this.wavelet = wavelet;
		this.buffers = arrays(5);
	}

	@SuppressWarnings("unchecked")
	private S[] arrays(int count) {
		S empty = wavelet.array(0);
		S[] arrays = (S[]) Array.newInstance(empty.getClass(), count);
		Arrays.fill(arrays, empty);
		return arrays;
	}

	/**
	 * Decodes a tile-component.
	 *
	 * @param precincts of this component, the smallest resolution first
	 * @param levels of decomposition to undo; all, or fewer for a smaller image
	 * @return a new array, row by row
	 */
	S decode(TileComponent component, List<Precinct> precincts, int levels) throws ImageFormatException {
		int next = 0;
		S low = null;
		for (int r = 0; r <= levels; r++) {
			Resolution resolution = component.resolutions()[r];
			Area area = resolution.area();
			S target = r == levels ? wavelet.array(area.width() * area.height()) : buffer(3 + (r & 1), area);
			S[] bands = bands(resolution, target);
			for (int end = next + (int) resolution.precincts(); next < end; next++)
				for (PrecinctBand band : precincts.get(next).bands())
					decode(component, band, bands[band.band().index() == 0 ? 0 : (band.band().index() - 1) % 3]);
			if (r > 0 && !area.isEmpty())
				wavelet.synthesize(area, component.resolutions()[r - 1].area().width(), low, bands, target);
			low = target;
		}
		return low;
	}

	private S[] bands(Resolution resolution, S target) {
		S[] bands = arrays(resolution.bands().length);
		for (int b = 0; b < bands.length; b++)
			bands[b] = resolution.index() == 0 ? target : buffer(b, resolution.bands()[b].area());
		return bands;
	}

	private S buffer(int index, Area area) {
		int length = Math.max(0, area.width()) * Math.max(0, area.height());
		if (Array.getLength(buffers[index]) < length) buffers[index] = wavelet.array(length);
		return buffers[index];
	}

	private void decode(TileComponent component, PrecinctBand precinct, S target) throws ImageFormatException {
		Subband band = precinct.band();
		int stride = band.area().width();
		for (int i = 0; i < precinct.count(); i++) {
			Area area = precinct.area(i);
			CodeBlock block = precinct.block(i);
			int at = (area.y0() - band.area().y0()) * stride + area.x0() - band.area().x0();
			if (block != null) wavelet.dequantize(decode(component, block, area, band), band.stepSize(), target, at, stride);
			else
				for (int y = 0; y < area.height(); y++)
					wavelet.clear(target, at + y * stride, at + y * stride + area.width());
		}
	}

	private BlockSamples decode(TileComponent component, CodeBlock block, Area area, Subband band) throws ImageFormatException {
		BlockDecoder decoder = block.style().highThroughput() ? highThroughput : plain;
		BlockSamples samples = decoder.decode(block, codestream, area, band, band.bitPlanes() + component.regionShift());
		if (component.regionShift() > 0) samples.shiftDown(component.regionShift());
		return samples;
	}
}
