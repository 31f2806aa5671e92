package org.annotomy.bridge;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.annotomy.image.ImageFormatException;
import org.annotomy.slide.SlideReader;
import org.annotomy.slide.SlideReaders;
import org.annotomy.slide.mirax.MiraxWriter;
import org.annotomy.slide.tiff.ScannerFiles;
import org.annotomy.task.Progress;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Scanners' own files by macro: opened, marked and saved beside them, or refused in words. */
public class ScannerSlidesTest {

	private static final String MACRO = """
			run("Open Study...", "path=[" + getArgument() + "] rater=r1");
			print("size " + getWidth() + " " + getHeight());
			makeRectangle(20, 30, 100, 80);
			run("Mark Selection...");
			run("Save Annotations");
			makeRectangle(20, 30, 100, 80);
			run("Extract Region...", "downsample=1");
			print("cut " + getWidth() + " " + getHeight() + " " + bitDepth());
			""";

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private String run(Path slide) throws Exception {
		Path macro = Files.writeString(folder.getRoot().toPath().resolve("slide.ijm"), MACRO);
		ChildJvm.Result result = ChildJvm.headless().run(Main.class.getName(), "--headless", "--macro", macro.toString(),
				slide.toString());
		return result.exitCode() + "\n" + result.output();
	}

	private void assertMarked(Path slide, String size) throws Exception {
		String output = run(slide);
		assertTrue(output, output.startsWith("0\n") && output.contains("size " + size) && output.contains("cut 100 80 24"));
		Path labels = slide.resolveSibling(slide.getFileName() + ".geojson");
		assertTrue(Files.exists(labels));
		assertFalse(Files.readString(labels).contains("DOE"));
	}

	@Test
	public void miraxAndNdpiAreMarkedBesideTheFile() throws Exception {
		Path root = folder.getRoot().toPath();
		assertMarked(new MiraxWriter().write(root, "mirax"), "384 256");
		assertMarked(ScannerFiles.ndpi(root.resolve("hamamatsu.ndpi")), "512 256");
	}

	@Test
	public void filesThatAreCutOffAreToldSo() throws Exception {
		Path whole = ScannerFiles.oneLevel(folder.getRoot().toPath().resolve("whole.svs"));
		byte[] bytes = Files.readAllBytes(whole);
		for (String name : new String[]{"cut.svs", "cut.ndpi", "cut.scn", "cut.bif"}) {
			Path cut = Files.write(whole.resolveSibling(name), Arrays.copyOf(bytes, bytes.length / 2));
			SlideReader reader = SlideReaders.discover().find(cut).orElseThrow();
			String told = assertThrows(ImageFormatException.class, () -> reader.open(cut, Progress.NONE)).getMessage();
			assertTrue(told, told.contains("cut off") && told.contains("Copy it again"));
		}
	}

	@Test
	public void whatIsNotSupportedIsNotOpenedAsSomethingElse() throws Exception {
		Path file = ScannerFiles.unknownNdpi(folder.getRoot().toPath().resolve("other.ndpi"));
		String output = run(file);
		assertTrue(output, !output.startsWith("0\n") && output.contains("22610") && !output.contains("size"));
	}
}
