package org.annotomy.benchmark;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

import org.annotomy.geometry.VolumeSize;
import org.annotomy.task.Progress;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class BenchmarkRunTest {

	@Rule
	public TemporaryFolder temporary = new TemporaryFolder();

	private Path folder;

	@Before
	public void writeInputs() throws IOException {
		folder = temporary.getRoot().toPath();
		TinyInputs.write(folder);
	}

	@Test
	public void everyOperationRunsOnSmallInputs() throws IOException {
		List<String> lines = new ArrayList<>();
		// Slides need their file of 20,000 x 20,000 pixels.
		List<Operation> small = Operations.all().stream().filter(operation -> !operation.name().startsWith("slide_")).toList();
		boolean allRan = BenchmarkRun.of(small, folder, List.of(), 1, Progress.NONE, line -> lines.add(line.text()));
		assertTrue(String.join("\n", lines), allRan);
		for (String line : lines)
			assertTrue(line, line.matches("[A-Za-z0-9_.]+(;\\d+\\.\\d{4}){3};\\d+;-?[0-9.E]+"));
		List<String> names = small.stream().map(Operation::name).toList();
		assertEquals(names, lines.stream().map(line -> line.substring(0, line.indexOf(';'))).toList());
		assertEquals("names that occur twice", names.size(), new HashSet<>(names).size());
	}

	@Test
	public void theMedianTheEndsAndTheCheckAreOfTheRunsThatCount() throws IOException {
		assertEquals("a_b;2.5000;1.0000;4.0000;7;12", new BenchmarkLine("a_b", new double[]{4, 1, 3, 2}, 7, "12").text());
		assertEquals("a_b;3.0000;1.0000;4.0000;7;12", new BenchmarkLine("a_b", new double[]{4, 1, 3}, 7, "12").text());
		int[] count = new int[1];
		List<BenchmarkLine> lines = run(new Operation("ten", inputs -> () -> ++count[0] > 0 ? 10 : 0), 3);
		assertEquals("10", lines.get(0).check());
		assertEquals(3, lines.get(0).seconds().length);
		assertEquals("two to warm up", 5, count[0]);
	}

	@Test
	public void checksAreWrittenAsPythonWritesThem() {
		assertEquals("5.0", BenchmarkLine.check(5.0));
		assertEquals("0.25", BenchmarkLine.check(0.25));
		assertEquals("123456789.5", BenchmarkLine.check(123456789.5));
		assertEquals("100000000.0", BenchmarkLine.check(1e8));
		assertEquals("23592960", BenchmarkLine.check(23592960));
	}

	/** Not to the last byte: what lay about at the start may have gone since. */
	@Test
	public void theMemoryOverTheInputsIsCounted() throws IOException {
		Operation greedy = new Operation("greedy", inputs -> () -> new long[(32 << 20) / Long.BYTES].length);
		long peak = run(greedy, 1).get(0).peakMb();
		assertTrue(peak + " MB", peak >= 24);
	}

	@Test
	public void whatCannotRunSaysWhyAndTheOthersRun() throws IOException {
		Files.delete(folder.resolve("ct.raw"));
		Files.write(folder.resolve("blobs.raw"), new byte[7]);
		List<Operation> table = List.of(new Operation("missing", inputs -> inputs.shorts("ct")::hashCode),
				new Operation("cut", inputs -> inputs.bytes("blobs")::hashCode),
				new Operation("other", inputs -> inputs.bytes("labels100")::hashCode),
				new Operation("unknown", inputs -> inputs.bytes("elsewhere")::hashCode),
				new Operation("unsteady", inputs -> System::nanoTime),
				new Operation("well", inputs -> () -> 1));
		List<String> lines = new ArrayList<>();
		assertFalse(BenchmarkRun.of(table, folder, List.of(), 1, Progress.NONE, line -> lines.add(line.text())));
		assertEquals("missing;;;;;not run: The input ct is missing.", lines.get(0));
		assertEquals("cut;;;;;not run: The input blobs has 7 bytes, but 43200 are needed.", lines.get(1));
		assertEquals("other;;;;;not run: The input labels100 holds uint16, but uint8 is needed.", lines.get(2));
		assertTrue(lines.get(3), lines.get(3).startsWith("unknown;;;;;not run: The meta.json"));
		assertTrue(lines.get(4), lines.get(4).startsWith("unsteady;;;;;not run: two runs gave"));
		assertTrue(lines.get(5), lines.get(5).startsWith("well;"));
	}

	@Test
	public void aSelectionIsByPartsOfNames() throws IOException {
		List<Operation> table = List.of(new Operation("cc_6", i -> () -> 1), new Operation("edt", i -> () -> 2),
				new Operation("cc_26", i -> () -> 3));
		List<String> names = new ArrayList<>();
		assertTrue(BenchmarkRun.of(table, folder, List.of("26", "ed"), 1, Progress.NONE, line -> names.add(line.name())));
		assertEquals(List.of("edt", "cc_26"), names);
		assertEquals("No operation is called like that. There are: cc_6, edt, cc_26.",
				assertThrows(IllegalArgumentException.class,
						() -> BenchmarkRun.of(table, folder, List.of("x"), 1, Progress.NONE, line -> {})).getMessage());
	}

	@Test
	public void theRunsAreANumber() {
		assertEquals(5, BenchmarkRun.runs(null));
		assertEquals(12, BenchmarkRun.runs("12"));
		for (String wrong : new String[]{"", "0", "-1", "many", "1001"})
			assertThrows(IllegalArgumentException.class, () -> BenchmarkRun.runs(wrong));
	}

	@Test
	public void arraysAreReadLittleEndianWithXFirst() throws IOException {
		Files.write(folder.resolve("spheres_markers_med.raw"), new byte[TinyInputs.MEDIUM.arrayLength() * 4]);
		byte[] raw = new byte[TinyInputs.MEDIUM.arrayLength() * 2];
		raw[0] = 1;
		raw[3] = (byte) 0x80;
		Files.write(folder.resolve("ct_med.raw"), raw);
		Inputs inputs = Inputs.in(folder);
		assertArrayEquals(new short[]{1, Short.MIN_VALUE, 0}, java.util.Arrays.copyOf(inputs.shorts("ct_med"), 3));
		assertEquals(new VolumeSize(20, 18, 15), inputs.size("ct_med"));
		assertEquals(new VolumeSize(32, 24, 1), inputs.size("cells2d"));
		assertEquals(TinyInputs.MEDIUM.arrayLength(), inputs.ints("spheres_markers_med").length);
		assertEquals(6L * TinyInputs.MEDIUM.arrayLength(), inputs.givenBytes());
		assertTrue(inputs.floats("spheres_edt_med")[200] >= 0);
	}

	@Test
	public void aFolderWithoutInputsIsRefused() throws IOException {
		Path empty = temporary.newFolder().toPath();
		assertThrows(IOException.class, () -> BenchmarkRun.of(empty, List.of(), 1, Progress.NONE, line -> {}));
	}

	private List<BenchmarkLine> run(Operation operation, int runs) throws IOException {
		List<BenchmarkLine> lines = new ArrayList<>();
		BenchmarkRun.of(List.of(operation), folder, List.of(), runs, Progress.NONE, lines::add);
		return lines;
	}
}
