package org.annotomy.dicom.codec.htj2k;

import org.annotomy.image.ImageFormatException;

/** One component of one tile: its resolutions, the smallest first. */
record TileComponent(int index, Area area, CodingStyle style, Resolution[] resolutions) {

	static TileComponent of(ImageSize size, int tile, Parameters parameters, int index) throws ImageFormatException {
		Area area = size.tile(tile);
		CodingStyle style = parameters.style(index);
		Quantization quantization = parameters.quantization(index);
		Subband[] bands = new Subband[1 + 3 * style.levels()];
		for (int b = 0; b < bands.length; b++)
			bands[b] = Subband.of(area, style, quantization, b, size.precision(index));
		Resolution[] resolutions = new Resolution[style.levels() + 1];
		for (int r = 0; r < resolutions.length; r++)
			resolutions[r] = Resolution.of(area, style, bands, r);
		return new TileComponent(index, area, style, resolutions);
	}
}
