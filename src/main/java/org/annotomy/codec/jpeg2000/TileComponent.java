package org.annotomy.codec.jpeg2000;

import org.annotomy.image.ImageFormatException;

/**
 * One component of one tile.
 *
 * @param tile its tile on the reference grid
 * @param stepX how many points of the grid a sample spans; {@code stepY} likewise
 * @param regionShift by how many bit-planes a region of interest lies above the rest
 * @param resolutions the smallest first
 */
record TileComponent(int index, Area tile, int stepX, int stepY, Area area, CodingStyle style, int regionShift,
		Resolution[] resolutions) {

	static TileComponent of(ImageSize size, int tile, Parameters parameters, int index) throws ImageFormatException {
		Area area = size.tile(tile, index);
		CodingStyle style = parameters.style(index);
		Quantization quantization = parameters.quantization(index);
		int regionShift = parameters.regionShift(index);
		if (regionShift > 0 && style.blockStyle().highThroughput())
			throw new ImageFormatException("High-Throughput JPEG 2000 with a region of interest is not supported.");
		Subband[] bands = new Subband[1 + 3 * style.levels()];
		for (int b = 0; b < bands.length; b++) {
			bands[b] = Subband.of(area, style, quantization, b, size.precision(index));
			bands[b].requireBitPlanes(regionShift);
		}
		Resolution[] resolutions = new Resolution[style.levels() + 1];
		for (int r = 0; r < resolutions.length; r++)
			resolutions[r] = Resolution.of(area, style, bands, r);
		return new TileComponent(index, size.tile(tile), size.stepX(index), size.stepY(index), area, style, regionShift,
				resolutions);
	}
}
