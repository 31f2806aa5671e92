package org.annotomy.codec.jpeg;

import java.io.IOException;
import java.util.List;

import org.annotomy.image.ImageFormatException;

/** Sequential DCT of 8 bits with all components in one scan, a row of MCUs at a time: what is in work stays in the processor's cache. */
final class McuRows {

	/** An MCU has ten blocks at most (T.81 B.2.3), a block 64 coefficients of at most 31 bits. */
	private static final int MCU_BYTES = 10 * 64 * 4;
	private static final int CAPACITY = 1 << 15;

	private final ComponentStrip[] components;
	private final int mcusWide;
	private final int mcusHigh;
	private final int interval;
	private final ScanBytes bytes;
	private final EntropyBits bits;
	private int done;
	/** MCUs until the next restart marker. */
	private int left;
	private int restarts;

	McuRows(JpegHeader frame, ScanHeader scan, JpegTables tables, ScanBytes bytes) throws IOException {
		List<JpegComponent> all = frame.components();
		boolean alone = all.size() == 1;
		int wide = 8 * (alone ? 1 : all.stream().mapToInt(JpegComponent::horizontal).max().orElseThrow());
		int high = 8 * (alone ? 1 : all.stream().mapToInt(JpegComponent::vertical).max().orElseThrow());
		this.mcusWide = (frame.columns() + wide - 1) / wide;
		this.mcusHigh = (frame.rows() + high - 1) / high;
		this.components = new ComponentStrip[all.size()];
		for (int i = 0; i < components.length; i++)
			components[i] = new ComponentStrip(all.get(i), alone, mcusWide, tables.categories(scan.dc()[i]),
					tables.ac(scan.ac()[i]), tables.quantization(all.get(i).quantization()));
		this.interval = tables.restartInterval();
		this.left = interval;
		this.bytes = bytes;
		this.bits = new EntropyBits(CAPACITY);
		bits.start(bytes);
	}

	ComponentStrip component(int index) {
		return components[index];
	}

	/** How many rows of MCUs are decoded; of samples the last two of them are there. */
	int done() {
		return done;
	}

	/** @throws IOException if the stream is broken, ends too early, or there are no more rows */
	void next() throws IOException {
		read();
		for (ComponentStrip component : components)
			component.transform(done);
		done++;
	}

	/** As {@link #next}, but no samples are made: the time for them is saved. */
	void pass() throws IOException {
		read();
		for (ComponentStrip component : components)
			component.clear();
		done++;
	}

	private void read() throws IOException {
		if (done == mcusHigh) throw new ImageFormatException("The JPEG stream has no more rows.");
		for (int x = 0; x < mcusWide; x++) {
			if (interval > 0 && left == 0) restart();
			left--;
			bits.ensure(MCU_BYTES);
			for (ComponentStrip component : components)
				component.decode(bits, x);
			bits.requireWithin();
		}
	}

	private void restart() throws IOException {
		bits.toMarker();
		bytes.restart(restarts++);
		bits.start(bytes);
		for (ComponentStrip component : components)
			component.restart();
		left = interval;
	}
}
