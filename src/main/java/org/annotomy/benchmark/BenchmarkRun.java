package org.annotomy.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import org.annotomy.task.CancelledException;
import org.annotomy.task.Progress;

/**
 * Times operations one after the other, each on inputs loaded for it alone: one run for the memory, one more to warm up, then those that
 * count. Garbage is collected between the runs, outside the time.
 */
public final class BenchmarkRun {

	/** How many runs are timed unless somebody says otherwise; as many as the peers'. */
	public static final int RUNS = 5;

	private static final String DOING = "Timing operations";
	private static final double MB = 1 << 20;

	private final Inputs inputs;
	private final int runs;
	private final PeakMemory atStart;

	private BenchmarkRun(Inputs inputs, int runs) {
		this.inputs = inputs;
		this.runs = runs;
		this.atStart = PeakMemory.now();
	}

	/**
	 * How many runs a text asks for.
	 *
	 * @param text null for {@value #RUNS}
	 * @throws IllegalArgumentException if it is no number from 1 to 1000
	 */
	public static int runs(String text) {
		if (text == null) return RUNS;
		if (!text.matches("[1-9]\\d{0,2}|1000"))
			throw new IllegalArgumentException("RUNS must be a number from 1 to 1000 but is " + text + ".");
		return Integer.parseInt(text);
	}

	/**
	 * @param folder holds the inputs
	 * @param selection parts of the names of the operations to run; empty for all
	 * @param runs how many are timed, 1 or more
	 * @param lines gets each line as soon as it is there
	 * @return whether all ran
	 * @throws IOException if the folder has no list of inputs
	 * @throws IllegalArgumentException if no operation is selected
	 */
	public static boolean of(Path folder, List<String> selection, int runs, Progress progress, Consumer<BenchmarkLine> lines)
			throws IOException {
		return of(Operations.all(), folder, selection, runs, progress, lines);
	}

	static boolean of(List<Operation> table, Path folder, List<String> selection, int runs, Progress progress,
			Consumer<BenchmarkLine> lines) throws IOException {
		List<Operation> selected = table.stream()
				.filter(operation -> selection.isEmpty() || selection.stream().anyMatch(operation.name()::contains)).toList();
		if (selected.isEmpty())
			throw new IllegalArgumentException("No operation is called like that. There are: "
					+ String.join(", ", table.stream().map(Operation::name).toList()) + ".");
		boolean allRan = true;
		for (int i = 0; i < selected.size(); i++) {
			progress.checkCancelled();
			progress.update(i / (double) selected.size(), DOING);
			BenchmarkLine line = new BenchmarkRun(Inputs.in(folder), runs).line(selected.get(i));
			allRan &= line.ran();
			lines.accept(line);
		}
		return allRan;
	}

	private BenchmarkLine line(Operation operation) {
		try {
			return time(operation.name(), operation.preparation().prepare(inputs));
		} catch (CancelledException e) {
			throw e;
		} catch (IOException | RuntimeException | OutOfMemoryError e) {
			return BenchmarkLine.failed(operation.name(), String.valueOf(e.getMessage()));
		}
	}

	private BenchmarkLine time(String name, Operation.Task task) {
		PeakMemory.reset();
		Number check = task.run();
		long peak = atStart.bytesOver() - inputs.givenBytes();
		task.run();
		double[] seconds = new double[runs];
		for (int i = 0; i < runs; i++) {
			System.gc();
			long from = System.nanoTime();
			Number again = task.run();
			seconds[i] = (System.nanoTime() - from) * 1e-9;
			if (!again.equals(check))
				return BenchmarkLine.failed(name, "two runs gave " + check + " and " + again + ".");
		}
		return new BenchmarkLine(name, seconds, Math.max(0, Math.round(peak / MB)), BenchmarkLine.check(check));
	}
}
