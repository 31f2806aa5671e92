package org.annotomy.benchmark;

import java.util.List;
import java.util.stream.Stream;

/** The table of everything that is timed: one line for each family of operations. */
public final class Operations {

	private Operations() {}

	/** In the order in which they run. */
	public static List<Operation> all() {
		return Stream.of(
				ThresholdOperations.all(),
				SurfaceOperations.all(),
				ComponentOperations.all(),
				WatershedOperations.all(),
				SmoothingOperations.all(),
				GrowOperations.all(),
				FrontOperations.all(),
				StatisticsOperations.all(),
				SlideOperations.all(),
				PolygonOperations.all(),
				DetectionOperations.all()).flatMap(List::stream).toList();
	}
}
