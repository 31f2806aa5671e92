package org.annotomy.imagej.session;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.annotomy.dicom.SyntheticSlice;
import org.annotomy.image.ImageReaders;
import org.annotomy.store.StoreException;
import org.annotomy.store.StoreOptions;
import org.annotomy.store.file.FileLayer;
import org.annotomy.task.Progress;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import ij.gui.Roi;

public class SessionOpenerTest {

	private static final long LONG_MILLIS = 20_000;

	@Rule
	public final TemporaryFolder temporary = new TemporaryFolder();

	private static AnnotationSession open(Path file, SessionOptions.Recovery recovery, StoreOptions store)
			throws IOException, StoreException {
		SessionOptions options = new SessionOptions(Protocols.find().require("default"), recovery, store);
		return new SessionOpener(ImageReaders.discover(), Protocols.find(), options).open(file, Progress.NONE).get(0);
	}

	/** Else its labels would stay locked until the program ends. */
	@Test
	public void labelsWhoseUnsavedWorkCannotBeSettledAreClosedAgain() throws Exception {
		StoreOptions store = StoreOptions.of("r-1");
		Path alive = temporary.newFolder("alive").toPath();
		AnnotationSession session = open(SyntheticSlice.write(alive, "slice.dcm", SyntheticSlice.at(1, 1)),
				SessionOptions.Recovery.ASK, store);
		new Marking(session).mark(new Roi(1, 1, 2, 2), "lesion", "One", null, Map.of());
		assertTrue(session.store().flush(LONG_MILLIS));
		Path left = leftByACrash(alive);
		session.close();
		Path versions = left.resolve(".annotomy").resolve("slice.dcm").resolve("versions");
		StoreException e = assertThrows(StoreException.class, () -> open(left.resolve("slice.dcm"),
				SessionOptions.Recovery.DISCARD, failing(store, versions)));
		assertTrue(e.getMessage(), e.getMessage().startsWith("The unsaved work could not be put aside."));
		assertEquals(List.of(), locks(left));
	}

	/** What the store wants to move into that folder does not get there. */
	private static StoreOptions failing(StoreOptions store, Path folder) {
		FileLayer files = (FileLayer) Proxy.newProxyInstance(FileLayer.class.getClassLoader(), new Class<?>[]{FileLayer.class},
				(proxy, method, values) -> {
					if (method.getName().equals("move") && ((Path) values[1]).startsWith(folder))
						throw new IOException("No space left on device");
					try {
						return method.invoke(store.files(), values);
					} catch (InvocationTargetException e) {
						throw e.getCause();
					}
				});
		return new StoreOptions(store.rater(), store.recovery(), store.clock(), store.lock(), store.timing(), files);
	}

	private Path leftByACrash(Path alive) throws IOException {
		Path left = temporary.getRoot().toPath().resolve("left");
		try (Stream<Path> files = Files.walk(alive)) {
			for (Path file : files.toList())
				Files.copy(file, left.resolve(alive.relativize(file).toString()));
		}
		for (Path lock : locks(left))
			Files.delete(lock);
		return left;
	}

	private static List<Path> locks(Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter(file -> file.getFileName().toString().equals("lock")).toList();
		}
	}
}
