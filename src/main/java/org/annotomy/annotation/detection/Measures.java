package org.annotomy.annotation.detection;

import java.util.Arrays;
import java.util.List;

/** Measurements of the rows of a block, a column for each name; immutable. What a row's kind does not name is 0 there. */
public final class Measures {

	static final Measures NONE = new Measures(List.of(), new double[0][]);

	private final List<String> names;
	private final double[][] columns;

	Measures(List<String> names, double[][] columns) {
		this.names = List.copyOf(names);
		this.columns = columns;
	}

	public List<String> names() {
		return names;
	}

	/** Which column has that name, or −1. */
	public int column(String name) {
		return names.indexOf(name);
	}

	public double value(int column, int row) {
		return columns[column][row];
	}

	double[][] columns() {
		return columns;
	}

	/** Of a row of that kind, in the order of the kind. */
	double[] values(DetectionKind kind, int row) {
		List<String> wanted = kind.measurements();
		double[] values = new double[wanted.size()];
		for (int i = 0; i < values.length; i++)
			values[i] = columns[names.get(i < names.size() ? i : 0).equals(wanted.get(i))
					? i
					: names.indexOf(wanted.get(i))][row];
		return values;
	}

	/** Memory, roughly. */
	long bytes() {
		return 64 + Arrays.stream(columns).mapToLong(c -> 16 + 8L * c.length).sum();
	}

	@Override
	public boolean equals(Object other) {
		return this == other || other instanceof Measures m && names.equals(m.names) && Arrays.deepEquals(columns, m.columns);
	}

	@Override
	public int hashCode() {
		return names.hashCode();
	}
}
