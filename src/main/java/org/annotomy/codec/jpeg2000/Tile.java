package org.annotomy.codec.jpeg2000;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.annotomy.image.ImageFormatException;

/** One tile as its tile-parts come: their headers and where their packets lie (T.800 B.3 and A.4.2). */
final class Tile {

	private final byte[] codestream;
	private final Parameters parameters;
	private final ByteArrayOutputStream packedHeaders = new ByteArrayOutputStream();
	private final List<ByteCursor> bodies = new ArrayList<>();
	private int next;

	Tile(byte[] codestream, Parameters main, int components) {
		this.codestream = codestream;
		this.parameters = new Parameters(main, components);
	}

	Parameters parameters() {
		return parameters;
	}

	int parts() {
		return bodies.size();
	}

	void addPackedHeaders(ByteCursor bytes) throws ImageFormatException {
		int length = bytes.remaining();
		packedHeaders.write(bytes.bytes(), bytes.position(), length);
		bytes.skip(length);
	}

	void addBody(int start, int end) {
		bodies.add(new ByteCursor(codestream, start, end));
	}

	/** All precincts with what the packets brought. The number of packets is checked against the bytes before anything is made. */
	List<Precinct> readPackets(TileComponent[] components) throws IOException {
		requireBytesFor(components);
		List<Precinct> precincts = new ArrayList<>();
		for (TileComponent component : components)
			for (Resolution resolution : component.resolutions())
				for (int i = 0; i < resolution.precincts(); i++)
					precincts.add(new Precinct(component, resolution, i));
		PacketHeader header = new PacketHeader(parameters.mayUseSop(), parameters.usesEph());
		byte[] packed = packedHeaders.toByteArray();
		ByteCursor headers = packed.length == 0 ? null : new ByteCursor(packed, 0, packed.length);
		for (ProgressionChange change : parameters.progression())
			Progression.run(precincts, change, parameters.layers(), precinct -> {
				ByteCursor body = body(headers != null);
				header.read(precinct, headers == null ? body : headers, body);
			});
		for (Precinct precinct : precincts)
			if (precinct.layersRead() < parameters.layers())
				throw new ImageFormatException("The order of packets of the JPEG 2000 codestream leaves some out.");
		return precincts;
	}

	/** A packet takes at least one byte. */
	private void requireBytesFor(TileComponent[] components) throws ImageFormatException {
		long left = packedHeaders.size();
		for (ByteCursor body : bodies)
			left += body.remaining();
		for (TileComponent component : components)
			for (Resolution resolution : component.resolutions()) {
				left = resolution.precincts() > left ? -1 : left - resolution.precincts() * parameters.layers();
				if (left < 0) throw new ImageFormatException("The JPEG 2000 codestream is cut short.");
			}
	}

	/** The tile-part in which the next packet lies; packets do not go from one to the next. */
	private ByteCursor body(boolean mayBeEmpty) {
		while (bodies.get(next).remaining() == 0 && next < bodies.size() - 1)
			next++;
		return bodies.get(next);
	}
}
