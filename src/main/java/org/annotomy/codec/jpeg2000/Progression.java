package org.annotomy.codec.jpeg2000;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;

import org.annotomy.image.ImageFormatException;

/** The order of packets (T.800 B.12). */
final class Progression {

	private static final int LRCP = 0;
	private static final int RLCP = 1;
	private static final int RPCL = 2;
	private static final int PCRL = 3;
	private static final int CPRL = 4;

	private static final Comparator<Precinct> BY_POSITION = Comparator.comparingLong(Precinct::y).thenComparingLong(Precinct::x);
	private static final Comparator<Precinct> BY_RESOLUTION = Comparator.comparingInt(Precinct::resolution);
	private static final Comparator<Precinct> BY_COMPONENT = Comparator.comparingInt(Precinct::component);
	private static final Comparator<Precinct> BY_INDEX = Comparator.comparingInt(Precinct::index);

	/** Takes the next packet of a precinct. */
	interface PacketReader {
		void read(Precinct precinct) throws IOException;
	}

	private Progression() {}

	static int requireOrder(int order) throws ImageFormatException {
		if (order > CPRL) throw new ImageFormatException("The JPEG 2000 header states an unknown order of packets.");
		return order;
	}

	/** Has all packets of a volume read that have not been read yet. */
	static void run(List<Precinct> all, ProgressionChange change, int layers, PacketReader reader) throws IOException {
		List<Precinct> precincts = all.stream()
				.filter(p -> p.resolution() >= change.firstResolution() && p.resolution() < change.endResolution()
						&& p.component() >= change.firstComponent() && p.component() < change.endComponent())
				.sorted(sequence(change.order())).toList();
		int endLayer = Math.min(layers, change.endLayer());
		if (change.order() == LRCP) byLayer(precincts, endLayer, reader);
		else if (change.order() == RLCP) byResolutionAndLayer(precincts, endLayer, reader);
		else
			for (Precinct precinct : precincts)
				while (precinct.layersRead() < endLayer)
					reader.read(precinct);
	}

	private static Comparator<Precinct> sequence(int order) {
		return switch (order) {
			case RPCL -> BY_RESOLUTION.thenComparing(BY_POSITION).thenComparing(BY_COMPONENT).thenComparing(BY_INDEX);
			case PCRL -> BY_POSITION.thenComparing(BY_COMPONENT).thenComparing(BY_RESOLUTION).thenComparing(BY_INDEX);
			case CPRL -> BY_COMPONENT.thenComparing(BY_POSITION).thenComparing(BY_RESOLUTION).thenComparing(BY_INDEX);
			default -> BY_RESOLUTION.thenComparing(BY_COMPONENT).thenComparing(BY_INDEX);
		};
	}

	private static void byLayer(List<Precinct> precincts, int endLayer, PacketReader reader) throws IOException {
		for (int layer = 0; layer < endLayer; layer++)
			for (Precinct precinct : precincts)
				if (precinct.layersRead() <= layer) reader.read(precinct);
	}

	private static void byResolutionAndLayer(List<Precinct> precincts, int endLayer, PacketReader reader) throws IOException {
		int from = 0;
		while (from < precincts.size()) {
			int to = from + 1;
			while (to < precincts.size() && precincts.get(to).resolution() == precincts.get(from).resolution())
				to++;
			byLayer(precincts.subList(from, to), endLayer, reader);
			from = to;
		}
	}
}
