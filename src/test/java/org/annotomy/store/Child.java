package org.annotomy.store;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.annotomy.annotation.protocol.Protocol;
import org.annotomy.task.Progress;

/** A process of its own that opens the labels of an image, for tests that kill it or let it hold the lock. */
final class Child {

	private static final String READY = "ready";

	private final Process process;
	private final BufferedReader out;

	private Child(Process process) {
		this.process = process;
		out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
	}

	/** @param work {@code edit} to edit and save until it is killed, {@code hold} to hold the lock until it is told to stop */
	static Child start(String work, Path image, Path user, String rater, int firstEdit) throws IOException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xshare:auto",
						"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx64m", "-cp", System.getProperty("java.class.path"),
						Child.class.getName(), work, image.toString(), user.toString(), rater, Integer.toString(firstEdit)));
		String surefire = System.getProperty("surefire.test.class.path");
		if (surefire != null)
			command.set(command.indexOf("-cp") + 1, surefire + File.pathSeparator + System.getProperty("java.class.path"));
		return new Child(new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start());
	}

	/** The next line that it writes; null when it has ended. */
	String line() throws IOException {
		return out.readLine();
	}

	/** Reads until it is at work. */
	void awaitReady() throws IOException {
		String line = line();
		while (line != null && !line.equals(READY))
			line = line();
		if (line == null) throw new IOException("The child ended before it was ready.");
	}

	/** SIGKILL where there is such a thing; afterwards the process is no more, but what it said can still be read. */
	void kill() throws InterruptedException {
		process.toHandle().destroyForcibly();
		process.waitFor();
	}

	/** Lets it close the labels and end. */
	void stop() throws IOException, InterruptedException {
		process.getOutputStream().close();
		process.waitFor();
	}

	public static void main(String[] args) throws Exception {
		StoreOptions options = StoreOptions.of(args[3]).withRecovery(Path.of(args[2]));
		AnnotationStore store = AnnotationStore.open(Path.of(args[1]), Fixture.image(), Protocol.NONE, options);
		if (store.pendingWork().isPresent()) store.pendingWork().get().recover();
		say(READY);
		if (args[0].equals("edit")) edit(store, Integer.parseInt(args[4]));
		while (System.in.read() >= 0);
		store.close();
	}

	/** Says the number of an edit only when the store has said that it is on the disk. */
	private static void edit(AnnotationStore store, int first) throws StoreException {
		for (int i = first;; i++) {
			Fixture.put(store, i % 40, "e" + i);
			if (i % 3 == 0 && store.flush(Fixture.LONG_MILLIS)) say(Integer.toString(i));
			if (i % 25 == 0) {
				store.save(Progress.NONE);
				say(Integer.toString(i));
			}
		}
	}

	@SuppressWarnings("resource")
	private static void say(String line) {
		java.io.PrintStream out = System.out;
		out.println(line);
		out.flush();
	}
}
