package org.annotomy.bridge;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.annotomy.sample.histology.HistologyRecipe;
import org.annotomy.slide.tiff.SeveralImages;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Whole slides by macro, without a display and with little memory. */
public class SlideCommandsTest {

	@Rule
	public TemporaryFolder temporary = new TemporaryFolder();

	private String run(String macro) throws Exception {
		Path slide = temporary.getRoot().toPath().resolve("section" + HistologyRecipe.ENDING);
		if (!Files.exists(slide)) new HistologyRecipe(60000, 45000, 3).write(slide);
		Path file = temporary.getRoot().toPath().resolve("slides.ijm");
		Files.writeString(file, macro);
		ChildJvm.Result result = ChildJvm.headless().run(Main.class.getName(), "--headless", "--macro", file.toString(),
				slide.toString());
		return result.exitCode() + "\n" + result.output();
	}

	private static void assertPrinted(String output, String line) {
		assertTrue(output, output.lines().anyMatch(line::equals));
	}

	@Test
	public void aSlideIsOpenedMarkedLookedAtAndCutUp() throws Exception {
		String macro = """
				run("Open Study...", "path=[" + getArgument() + "] rater=r1");
				slide = getTitle();
				print("size " + getWidth() + " " + getHeight());
				makeOval(20000, 15000, 30000, 20000);
				run("Mark Selection...");
				run("Save Annotations");
				run("Measure Objects...");
				print("objects " + nResults + " " + d2s(Table.get("Area (mm\u00b2)", 0), 2));
				run("Slide View...", "x_px=30000 y_px=20000 magnification=10 rotation_degrees=90");
				run("Slide Look...", "preset=Brighter stain=[H&E: Eosin]");
				run("Extract Region...", "region=View downsample=4 pixels=[As shown]");
				print("view " + getWidth() + " " + getHeight());
				close();
				selectImage(slide);
				makeRectangle(24000, 16000, 2000, 1000);
				run("Extract Region...", "downsample=2");
				print("cut " + getWidth() + " " + getHeight());
				makeRectangle(100, 50, 10, 20);
				run("Return Selection To Slide");
				selectImage(slide);
				Roi.getBounds(x, y, w, h);
				print("back " + x + " " + y + " " + w + " " + h);
				""";
		String output = run(macro);
		assertTrue(output, output.startsWith("0\n"));
		assertPrinted(output, "size 60000 45000");
		assertPrinted(output, "objects 1 " + String.format(java.util.Locale.ROOT, "%.2f", Math.PI * 15 * 10 / 16));
		assertPrinted(output, "view 768 1024");
		assertPrinted(output, "cut 1000 500");
		assertPrinted(output, "back 24200 16100 20 40");
		assertTrue(Files.exists(temporary.getRoot().toPath().resolve("section" + HistologyRecipe.ENDING + ".geojson")));
		String again = run(
				"run('Open Study...', 'path=[' + getArgument() + '] rater=r1'); run('Measure Objects...'); print('again ' + nResults);");
		assertPrinted(again, "again 1");
	}

	@Test
	public void anyOfTheImagesOfAFileOpensByItsNumber() throws Exception {
		Path file = SeveralImages.write(temporary.getRoot().toPath().resolve("scenes.ome.tif"));
		String output = run("f = '" + file
				+ "'; for (i = 0; i < 4; i++) { run('Open Study...', 'path=[' + f + '] image_number=' + i); "
				+ "print(getTitle() + ' ' + getWidth()); makeRectangle(2, 2, 5, 5); run('Mark Selection...'); run('Save Annotations'); close(); } "
				+ "run('Open Study...', 'path=[' + f + '] image_number=4');");
		for (String line : new String[]{"scenes.ome.tif 60", "scenes.ome.tif.image-1 40", "scenes.ome.tif 60",
				"scenes.ome.tif.image-3 20"})
			assertPrinted(output, line);
		assertTrue(output, output.contains("The file has no image 4: it holds 3 images."));
		for (String labels : new String[]{"scenes.ome.tif.geojson", "scenes.ome.tif.image-1.geojson",
				"scenes.ome.tif.image-3.geojson"})
			assertTrue(labels, Files.exists(temporary.getRoot().toPath().resolve(labels)));
	}

	/** The first line of the macro is fine, the second is not. */
	private void assertRefused(String command, String... words) throws Exception {
		String output = run("run('Open Study...', 'path=[' + getArgument() + '] rater=r1'); " + command + "; print('went on');");
		assertEquals(output, -1, output.indexOf("went on"));
		for (String word : words)
			assertTrue(output, output.contains(word));
		assertEquals(output, -1, output.indexOf("\tat "));
	}

	@Test
	public void whatASlideCannotDoStopsTheMacroInWords() throws Exception {
		assertRefused("run('Invert')", "Invert does not work on a whole slide", "Extract Region...");
		assertRefused("run('Extract Region...', 'region=[Whole slide]')", "60000 × 45000", "larger downsample");
		assertRefused("run('Add Segment...'); run('Segment Threshold...', 'lowest=1 highest=100')", "is too large for this");
	}
}
