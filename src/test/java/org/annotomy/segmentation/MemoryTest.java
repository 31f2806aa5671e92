package org.annotomy.segmentation;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.Test;

/**
 * No algorithm needs more memory than twice its inputs and outputs: each runs in a Java machine of its own that has no more, and
 * {@value #OWN_MB} MB for itself.
 */
public class MemoryTest {

	private static final int OWN_MB = 12;
	private static final int YOUNG_MB = 6;
	private static final int MB = 1 << 20;

	/** @param args the name of a {@link MemoryJob} */
	public static void main(String[] args) {
		System.out.println(MemoryJob.valueOf(args[0]).run());
	}

	@Test
	public void noAlgorithmNeedsMoreThanTwiceItsInputsAndOutputs() throws Exception {
		List<String> failed = new ArrayList<>();
		for (MemoryJob job : MemoryJob.values()) {
			if (job == MemoryJob.TOO_MUCH) continue;
			String said = run(job);
			if (!said.matches("[1-9]\\d*")) failed.add(job + ": " + said);
		}
		assertEquals(List.of(), failed);
	}

	@Test
	public void whatNeedsMoreIsSeen() throws Exception {
		String said = run(MemoryJob.TOO_MUCH);
		assertTrue(said, said.contains("OutOfMemoryError"));
	}

	/** Small arrays are made in a part of the heap of their own, so that the large ones have all the rest. */
	private static String run(MemoryJob job) throws IOException, InterruptedException {
		long heapMb = (2 * job.bytes() + MB - 1) / MB + OWN_MB;
		String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:+UseSerialGC", "-Xmn" + YOUNG_MB + "m", "-Xmx" + heapMb + "m", "-XX:ActiveProcessorCount=2",
				"-Djava.awt.headless=true", "-cp", classPath, MemoryTest.class.getName(), job.name()).redirectErrorStream(true)
				.start();
		String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
		process.waitFor();
		return said;
	}
}
