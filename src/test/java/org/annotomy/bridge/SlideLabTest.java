package org.annotomy.bridge;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.annotomy.sample.histology.HistologyRecipe;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** A laboratory's work on a slide by macro, without a display. */
public class SlideLabTest {

	@Rule
	public TemporaryFolder temporary = new TemporaryFolder();

	@Test
	public void tissueIsFoundCountedAndCutIntoTiles() throws Exception {
		Path root = temporary.getRoot().toPath();
		Path slide = root.resolve("section" + HistologyRecipe.ENDING);
		new HistologyRecipe(8000, 6000, 1).write(slide);
		Path macro = Files.writeString(root.resolve("lab.ijm"),
				"""
						parts = split(getArgument(), "|");
						run("Open Study...", "path=[" + parts[0] + "] protocol=tissue-slide rater=r1");
						run("Detect Tissue...", "class_key=stroma smallest_mm2=0.1");
						run("Measure Objects...");
						print("pieces " + nResults);
						run("Detect Tissue...", "class_key=stroma smallest_mm2=0.1");
						run("Measure Objects...");
						print("pieces again " + nResults);
						run("Set Object Status...", "objects=all status=final");
						run("Detect Tissue...", "class_key=stroma smallest_mm2=0.1");
						run("Measure Objects...");
						print("pieces beside a final one " + nResults);
						run("Undo Annotation...");
						run("Undo Annotation...");
						run("Measure Objects...");
						print("taken back " + nResults);
						makeRectangle(3000, 2000, 2000, 2000);
						run("Add Grid...", "class_key=region side_um=250");
						makeRectangle(3000, 2000, 2000, 2000);
						run("Add Microarray Grid...", "class_key=normal rows=2 columns=3 diameter_um=100");
						run("Select None");
						makePoint(3300, 2300);
						run("Mark Selection...", "class_key=mitosis");
						slide = getImageID();
						newImage("labels", "16-bit black", 30, 20, 1);
						setColor(7); fillRect(2, 3, 5, 4);
						setColor(300); fillOval(12, 5, 10, 10);
						selectImage(slide);
						run("Label Image To Detections...", "labels=labels class_key=tumour x_px=1000 y_px=2000 downsample=4");
						run("Measure Objects...", "objects=[where:Label=300]");
						print("labels 300: " + nResults);
						run("Export Objects...", "file=[" + parts[1] + ".geojson]");
						run("Undo Annotation...");
						run("Count By Protocol");
						print("counted " + getResult("Counted", 0) + " in " + d2s(getResult("Inspected (mm\u00b2)", 0), 2));
						run("Select None");
						run("Export Tiles...", "folder=[" + parts[1] + "] classes=region,normal downsample=4 tile_px=256 keep_empty=false");
						run("Measure Objects...");
						print("objects " + nResults);
						run("Undo Annotation...");
						run("Undo Annotation...");
						run("Measure Objects...");
						print("left " + nResults);
						""");
		Path tiles = root.resolve("tiles");
		ChildJvm.Result result = ChildJvm.headless().run(Main.class.getName(), "--headless", "--macro", macro.toString(),
				slide + "|" + tiles);
		String output = result.output();
		assertEquals(output, 0, result.exitCode());
		for (String pieces : new String[]{"pieces", "pieces again", "pieces beside a final one", "taken back"})
			assertTrue(output, output.contains(pieces + " 1\n"));
		assertTrue(output, output.contains("Pieces of tissue found: 1. They replace those suggested before: 1."));
		assertTrue(output, output.contains("Kept as they are, since somebody had worked on them: 1."));
		assertTrue(output, output.contains("Detections that came in: 2."));
		assertTrue(output, output.contains("labels 300: 1\n"));
		assertTrue("5 × 4 pixels of 4 from (1008, 2012)", Files.readString(root.resolve("tiles.geojson"))
				.contains("[1028,2012],[1028,2028],[1008,2028],[1008,2012]"));
		assertTrue(output, output.contains("counted 1 in 0.25\n"));
		assertTrue(output, output.contains("objects 12\n"));
		assertTrue(output, output.contains("left 5\n"));
		assertTrue(output, Files.exists(tiles.resolve("annotations.coco.json")));
		assertTrue(Files.readAllLines(tiles.resolve("tiles.csv")).size() > 1);
	}

	/** Counting field by field, and cores of a microarray from three corners, by macro and without a display. */
	@Test
	public void fieldsAndCoresAreLaidOutAndChanged() throws Exception {
		Path root = temporary.getRoot().toPath();
		Path slide = root.resolve("section" + HistologyRecipe.ENDING);
		new HistologyRecipe(20000, 15000, 1).write(slide);
		Path macro = Files.writeString(root.resolve("fields.ijm"), """
				run("Open Study...", "path=[" + getArgument() + "] protocol=tissue-slide rater=r1");
				makeRectangle(6000, 4000, 9000, 7000);
				run("Add Counting Fields...", "field_mm2=0.237");
				run("Select None");
				run("Measure Objects...");
				print("fields " + nResults);
				run("Count By Protocol");
				print("inspected at first " + d2s(getResult("Inspected (mm\u00b2)", 0), 3));
				for (i = 0; i < 3; i++) run("Next Counting Field...", "step=finish");
				run("Next Counting Field...", "step=skip");
				run("Next Counting Field...", "step=back");
				run("Count By Protocol");
				print("inspected later " + d2s(getResult("Inspected (mm\u00b2)", 0), 3));
				run("Undo Annotation...");
				run("Count By Protocol");
				print("inspected after undo " + d2s(getResult("Inspected (mm\u00b2)", 0), 3));
				makeSelection("point", newArray(2000, 8000, 1500), newArray(1000, 2000, 7000));
				run("Add Microarray Grid...", "class_key=normal rows=3 columns=4 diameter_um=300");
				run("Select None");
				run("Mark Cores Missing...", "objects=B-2,C-4");
				run("Mark Cores Missing...", "objects=C-4 missing=false");
				run("Select Objects...", "objects=B-2");
				run("Measure Objects...", "objects=class:normal");
				print("cores " + nResults);
				run("Undo Annotation...", "steps=3");
				run("Measure Objects...");
				print("left " + nResults);
				run("Add Counting Fields...", "class_key=mitosis");
				print("not here");
				""");
		ChildJvm.Result result = ChildJvm.headless().run(Main.class.getName(), "--headless", "--macro", macro.toString(),
				slide.toString());
		String output = result.output();
		for (String line : new String[]{"Counting fields added: 10.", "fields 10", "inspected at first 0.000",
				"Field 4 of 10. Finished: 3.", "Field 5 of 10. Finished: 3.", "inspected later 0.711",
				"inspected after undo 0.474",
				"Cores added: 12.", "Cores changed: 2.", "Cores changed: 1.", "cores 12", "left 10"})
			assertTrue(line + " in " + output, output.contains(line + "\n"));
		assertTrue(output, output.contains("does not take rectangles"));
		assertTrue(output, result.exitCode() != 0 && !output.contains("not here"));
	}
}
