package org.annotomy.bridge;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

import org.annotomy.ui.RecordedDesk;

/** What {@link RecordedDesk} recorded, and the sidecar that the work at the desk left. */
final class RecordedMacro {

	private static final String SAMPLE = "sample-chest-ct";

	private final Properties seen = new Properties();
	private final Path folder;

	/**
	 * Plays the user.
	 *
	 * @param child with the classes of the tests
	 * @param host {@code plain} or {@code fiji}
	 * @param folder an empty folder for the sample
	 */
	RecordedMacro(ChildJvm child, String host, Path folder) throws IOException, InterruptedException {
		this.folder = folder;
		Path file = folder.resolveSibling(folder.getFileName() + ".properties");
		ChildJvm.Result result = child.run(RecordedDesk.class.getName(), host, folder.toString(), file.toString());
		assertEquals(result.output(), 0, result.exitCode());
		try (var in = Files.newInputStream(file)) {
			seen.load(in);
		}
		assertNull(seen.getProperty("broken"), seen.getProperty("broken"));
	}

	Properties seen() {
		return seen;
	}

	/** All that was recorded but for what Fiji does by itself after its start. */
	String text() {
		return seen.getProperty("recorded").replace("run(\"Up-to-date check\");\n", "");
	}

	/** The sidecar of the desk, and what its voxel file holds. */
	String sidecar() throws IOException {
		return sidecar(folder);
	}

	/** The sidecar that the macro left when it was run with its sample in another folder. */
	static String sidecar(Path base) throws IOException {
		return Sidecars.withoutIdsAndTimes(base.resolve(SAMPLE)) + "\n" + Sidecars.voxels(base.resolve(SAMPLE));
	}

	/** The macro for a sample in another folder. */
	String textFor(Path other) {
		return text().replace("folder=" + folder, "folder=" + other);
	}
}
