package org.annotomy.dicom.codec.htj2k;

import java.lang.reflect.Array;
import java.util.List;

import org.annotomy.image.ImageFormatException;

/**
 * From the code-blocks of a tile-component to its samples, before transforms between components.
 *
 * @param <S> arrays of samples
 */
final class ComponentDecoder<S> {

	private final byte[] codestream;
	private final HtBlockDecoder blocks;
	private final InverseWavelet<S> wavelet;
	/** HL, LH and HH of one resolution, and two smaller resolutions in turn; used for all components and tiles. */
	private final S[] buffers;

	ComponentDecoder(byte[] codestream, HtBlockDecoder blocks, InverseWavelet<S> wavelet) {
		this.codestream = codestream;
		this.blocks = blocks;
		this.wavelet = wavelet;
		this.buffers = arrays(5);
	}

	@SuppressWarnings("unchecked")
	private S[] arrays(int count) {
		S empty = wavelet.array(0);
		S[] arrays = (S[]) Array.newInstance(empty.getClass(), count);
		java.util.Arrays.fill(arrays, empty);
		return arrays;
	}

	/**
	 * Decodes a tile-component.
	 *
	 * @param precincts of this component, the smallest resolution first
	 * @return a new array, row by row
	 */
	S decode(TileComponent component, List<Precinct> precincts) throws ImageFormatException {
		int levels = component.style().levels();
		boolean causal = component.style().causal();
		int next = 0;
		S low = null;
		for (int r = 0; r <= levels; r++) {
			Resolution resolution = component.resolutions()[r];
			Area area = resolution.area();
			S target = r == levels ? wavelet.array(area.width() * area.height()) : buffer(3 + (r & 1), area);
			S[] bands = bands(resolution, target);
			for (int end = next + (int) resolution.precincts(); next < end; next++)
				for (PrecinctBand band : precincts.get(next).bands())
					decode(band, causal, bands[band.band().index() == 0 ? 0 : (band.band().index() - 1) % 3]);
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

	private void decode(PrecinctBand precinct, boolean causal, S target) throws ImageFormatException {
		Subband band = precinct.band();
		int stride = band.area().width();
		for (int i = 0; i < precinct.count(); i++) {
			Area area = precinct.area(i);
			CodeBlock block = precinct.block(i);
			int at = (area.y0() - band.area().y0()) * stride + area.x0() - band.area().x0();
			if (block != null)
				wavelet.dequantize(blocks.decode(block, codestream, area, band.bitPlanes(), causal), band.stepSize(), target, at,
						stride);
			else
				for (int y = 0; y < area.height(); y++)
					wavelet.clear(target, at + y * stride, at + y * stride + area.width());
		}
	}
}
