package org.annotomy.segmentation.levelset;

/** The values where a front starts. */
record StartValues(double mean, double deviation) {

	/** Where all are the same, so that nothing can be said of their spread. */
	private static final double ALIKE = 1e-6;

	/**
	 * @param start below 0 where the front starts
	 * @return a deviation above 0
	 * @throws IllegalArgumentException if it starts nowhere
	 */
	static StartValues of(float[] values, float[] start) {
		long count = 0;
		double sum = 0;
		for (int i = 0; i < values.length; i++)
			if (start[i] < 0 && Float.isFinite(values[i])) {
				count++;
				sum += values[i];
			}
		if (count == 0) throw new IllegalArgumentException("The front starts where the image has no values.");
		double mean = sum / count;
		double squares = 0;
		for (int i = 0; i < values.length; i++)
			if (start[i] < 0 && Float.isFinite(values[i])) squares += (values[i] - mean) * (values[i] - mean);
		double deviation = Math.sqrt(squares / count);
		return new StartValues(mean, Math.max(deviation, ALIKE * Math.max(1, Math.abs(mean))));
	}
}
