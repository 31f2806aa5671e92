package org.annotomy.codec.jpeg;

import java.util.List;

import org.annotomy.image.ImageFormatException;

/** Sequential and progressive DCT, T.81 Annexes F and G: sequential ones give samples at once, progressive ones fill in coefficients. */
final class DctScans implements ScanDecoder {

	private final JpegHeader header;
	private final ComponentPlane[] planes;
	private final int mcusWide;
	private final int mcusHigh;
	private final EntropyBits bits;

	DctScans(JpegHeader header, int length) throws ImageFormatException {
		if (header.precision() != 8 && header.precision() != 12)
			throw new ImageFormatException("The JPEG stream states " + header.precision() + " bits; there may be 8 or 12.");
		this.header = header;
		List<JpegComponent> components = header.components();
		int wide = components.stream().mapToInt(JpegComponent::horizontal).max().orElseThrow();
		int high = components.stream().mapToInt(JpegComponent::vertical).max().orElseThrow();
		mcusWide = (header.columns() + 8 * wide - 1) / (8 * wide);
		mcusHigh = (header.rows() + 8 * high - 1) / (8 * high);
		planes = new ComponentPlane[components.size()];
		for (int i = 0; i < planes.length; i++)
			planes[i] = new ComponentPlane(header, components.get(i), new int[]{wide, high}, mcusWide, mcusHigh);
		bits = new EntropyBits(length);
	}

	@Override
	public int scan(ScanHeader scan, JpegTables tables, byte[] stream, int from) throws ImageFormatException {
		for (int component : scan.components()) {
			if (!isProgressive() && planes[component].isBegun())
				throw new ImageFormatException("The JPEG stream has more than one scan of a component.");
			planes[component].quantizeBy(tables);
		}
		BlockDecoder decoder = new BlockDecoder(bits, scan, isProgressive(), tables);
		boolean alone = scan.components().length == 1;
		ComponentPlane first = planes[scan.components()[0]];
		int wide = alone ? first.ownBlocksWide() : mcusWide;
		int count = wide * (alone ? first.ownBlocksHigh() : mcusHigh);
		int interval = tables.restartInterval();
		int place = bits.startJpeg(stream, from);
		for (int mcu = 0; mcu < count; mcu++) {
			if (interval > 0 && mcu > 0 && mcu % interval == 0) {
				place = MarkerSegments.requireRestart(stream, place, mcu / interval - 1);
				place = bits.startJpeg(stream, place);
				decoder.restart();
			}
			if (alone) decodeBlock(decoder, 0, first, mcu % wide, mcu / wide);
			else decodeMcu(decoder, scan, mcu % wide, mcu / wide);
			bits.requireWithin();
			if (!isProgressive() && (mcu + 1) % wide == 0)
				for (int component : scan.components())
					planes[component].transform(mcu / wide, alone);
		}
		return place;
	}

	private void decodeMcu(BlockDecoder decoder, ScanHeader scan, int x, int y) throws ImageFormatException {
		for (int c = 0; c < scan.components().length; c++) {
			ComponentPlane plane = planes[scan.components()[c]];
			int wide = plane.component.horizontal();
			int high = plane.component.vertical();
			for (int v = 0; v < high; v++)
				for (int h = 0; h < wide; h++)
					decodeBlock(decoder, c, plane, x * wide + h, y * high + v);
		}
	}

	private void decodeBlock(BlockDecoder decoder, int component, ComponentPlane plane, int x, int y)
			throws ImageFormatException {
		if (isProgressive()) {
			decoder.decode(component, plane.coefficients(), plane.block(x, y));
			return;
		}
		decoder.sequential(component, plane.divisors(), plane.blocks(y), x);
	}

	private boolean isProgressive() { return header.process() == JpegHeader.PROGRESSIVE; }

	@Override
	public short[] samples() throws ImageFormatException {
		for (ComponentPlane plane : planes) {
			if (!plane.isBegun()) throw new ImageFormatException("The JPEG stream is cut short.");
			if (isProgressive()) plane.transform();
		}
		int columns = header.columns();
		short[] samples = new short[Math.toIntExact(header.sampleCount())];
		int[] row = new int[columns + 8];
		for (int y = 0; y < header.rows(); y++)
			for (int c = 0; c < planes.length; c++) {
				planes[c].fullRow(y, row);
				for (int x = 0, to = y * columns * planes.length + c; x < columns; x++, to += planes.length)
					samples[to] = (short) row[x];
			}
		return samples;
	}
}
