package org.annotomy.bridge;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;

import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * Slides through Bio-Formats in Fiji, from the jar that {@code mvn -Pfiji} makes. The slides are Bio-Formats' own pretence: a file that is
 * empty, and whose name says what is in it.
 */
public class BioFormatsIT {

	private static final Path JAR = Path.of(System.getProperty("annotomy.jar.fiji", "-"));

	@Rule
	public TemporaryFolder folder = new TemporaryFolder();

	@Before
	public void needsTheAdapter() throws IOException {
		FijiApp.find();
		assumeTrue("skipped: there is no jar for Fiji", Files.exists(JAR));
		try (ZipFile jar = new ZipFile(JAR.toFile())) {
			assumeTrue("skipped: this build lacks the Bio-Formats adapter (mvn -Pfiji)",
					jar.getEntry("org/annotomy/bioformats/BioFormatsSlideReader.class") != null);
		}
	}

	/** Runs a macro in Fiji on a slide. @return the lines that it wrote */
	private List<String> run(String slide, String macro) throws Exception {
		Path file = Files.createFile(folder.getRoot().toPath().resolve(slide));
		Path told = folder.getRoot().toPath().resolve("told.txt");
		Path script = Files.writeString(folder.getRoot().toPath().resolve("macro.ijm"),
				"path = \"" + file + "\";\nrun(\"Open Study...\", \"path=[\" + path + \"]\");\nline = \"\";\n" + macro
						+ "File.saveString(line, \"" + told
						+ "\");\n");
		HostProgram host = new HostProgram(HostProgram.Kind.FIJI_HEADLESS, folder.getRoot().toPath());
		ChildJvm.Result result = host.child().run("net.imagej.Main", "--headless", "-macro", script.toString());
		assertTrue(result.output(), Files.exists(told));
		return Files.readAllLines(told);
	}

	@Test
	public void aColourPyramid() throws Exception {
		List<String> told = run("x&sizeX=20000&sizeY=15000&resolutions=5&sizeC=3&rgb=3&physicalSizeX=0.5&physicalSizeY=0.5.fake",
				"""
						getPixelSize(unit, w, h);
						line = line + getWidth() + " " + getHeight() + " " + bitDepth() + " " + unit + " " + w + "\\n";
						run("Extract Region...", "region=Box downsample=1 x_px=10000 y_px=9000 width_px=300 height_px=200");
						line = line + getWidth() + " " + (getPixel(7, 100) & 255) + " " + (getPixel(270, 100) & 255) + "\\n";
						close();
						run("Extract Region...", "region=[Whole slide] downsample=16");
						line = line + getWidth() + " " + getHeight() + "\\n";
						""");
		assertEquals(List.of("20000 15000 24 µm 0.5", "300 23 30", "1250 937"), told);
	}

	@Test
	public void channelsOf16BitAndFocusPlanes() throws Exception {
		List<String> told = run("y&sizeX=12000&sizeY=9000&resolutions=4&sizeC=2&sizeZ=3&pixelType=uint16.fake", """
				run("Slide View...", "view=Fit slice=2");
				run("Extract Region...", "region=Box downsample=1 x_px=5000 y_px=4000 width_px=64 height_px=50");
				getDimensions(w, h, channels, slices, frames);
				Stack.setChannel(2);
				line = line + w + " " + channels + " " + bitDepth() + " " + getPixel(5, 30) + "\\n";
				""");
		assertEquals(List.of("64 2 16 5005"), told);
	}

	@Test
	public void anyOfTheImagesOfAFile() throws Exception {
		List<String> told = run("s&sizeX=9000&sizeY=8000&resolutions=3&series=3.fake",
				"""
						line = line + getTitle() + "\\n";
						run("Open Study...", "path=[" + path + "] image_number=3");
						line = line + getTitle() + "\\n";
						run("Extract Region...", "region=Box downsample=1 x_px=0 y_px=0 width_px=64 height_px=50");
						line = line + getPixel(5, 5) + "\\n";
						""");
		assertEquals(List.of("s&sizeX=9000&sizeY=8000&resolutions=3&series=3.fake",
				"s&sizeX=9000&sizeY=8000&resolutions=3&series=3.fake.image-3", "2"), told);
	}

	@Test
	public void aPaletteGivesItsColours() throws Exception {
		List<String> told = run("p&sizeX=9000&sizeY=8000&resolutions=3&indexed=true&falseColor=false.fake", """
				line = line + bitDepth() + "\\n";
				run("Extract Region...", "region=Box downsample=1 x_px=5000 y_px=4000 width_px=64 height_px=50");
				line = line + bitDepth() + "\\n";
				""");
		assertEquals(List.of("24", "24"), told);
	}
}
