package org.annotomy.bridge;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.annotomy.dicom.SyntheticSlice;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Resampled copies by macro: which image labels are bound to. */
public class VolumeCommandsTest {

	@Rule
	public TemporaryFolder temporary = new TemporaryFolder();

	private String run(Path folder, String macro) throws Exception {
		Path file = temporary.getRoot().toPath().resolve("volumes.ijm");
		Files.writeString(file, macro);
		ChildJvm.Result result = ChildJvm.headless().run(Main.class.getName(), "--headless", "--macro", file.toString(),
				folder.toString());
		assertEquals(result.output(), 0, result.exitCode());
		return result.output();
	}

	private static List<String> sidecars(Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map(f -> f.getFileName().toString()).filter(n -> n.endsWith(".geojson")).sorted().toList();
		}
	}

	@Test
	public void labelsOfAnUprightCopyAreItsOwn() throws Exception {
		Path folder = temporary.newFolder("tilted").toPath();
		for (int k = 0; k < 4; k++)
			SyntheticSlice.write(folder, "s" + k, SyntheticSlice.at(0, 10 * k).set("ImagePositionPatient", 0, k * 0.35, k * 2d));
		String macro = """
				run("Open Study...", "path=[" + getArgument() + "] rater=r1");
				run("Straighten Tilted Volume...", "rater=r1");
				print(getTitle() + " " + getWidth() + " x " + getHeight() + " x " + nSlices);
				setSlice(2);
				makeRectangle(1, 1, 2, 2);
				run("Mark Selection...");
				run("Save Annotations");
				run("Measure Objects...");
				print(nResults + " objects");
				""";
		String output = run(folder, macro);
		assertTrue(output, output.contains("CT #7 upright 5 x 6 x 4"));
		assertTrue(output, output.contains("1 objects"));
		assertEquals(List.of(SyntheticSlice.SERIES + "-upright.geojson"), sidecars(folder));
		String again = run(folder, macro);
		assertTrue("the labels came back: " + again, again.contains("2 objects"));
	}

	@Test
	public void aVolumeIsCutAlongAnyPlane() throws Exception {
		Path folder = temporary.newFolder("volume").toPath();
		SyntheticSlice.write(folder, new double[]{0, 2, 4, 6}, b -> b);
		String output = run(folder, """
				run("Open Study...", "path=[" + getArgument() + "] rater=r1");
				axial = getTitle();
				run("Reslice Volume...", "plane=coronal rater=r1");
				print(getTitle() + " " + getWidth() + " x " + getHeight() + " x " + nSlices);
				selectImage(axial);
				makeLine(0, 0, 3, 3);
				run("Reslice Volume...", "plane=line slice_mm=1 rater=r1");
				print(getTitle() + (nSlices > 1));
				selectImage(axial);
				run("Reslice Volume...", "plane=normal normal=[0.5 0.5 0.7] pixel_mm=1 rater=r1");
				print(getTitle() + " 2");
				""");
		assertTrue(output, output.contains("CT #7 coronal 5 x 13 x 5"));
		List<String> oblique = output.lines().filter(line -> line.matches("CT #7 oblique-[0-9a-f]{8}(1| 2)")).toList();
		assertEquals(output, 2, oblique.size());
		assertFalse(output, oblique.get(0).substring(0, 22).equals(oblique.get(1).substring(0, 22)));
	}

	@Test
	public void copiesAreMaskedAndFilteredInTheSamePlace() throws Exception {
		Path folder = temporary.newFolder("derived").toPath();
		SyntheticSlice.write(folder, new double[]{0, 2, 4, 6}, b -> b);
		String output = run(folder, """
				run("Open Study...", "path=[" + getArgument() + "] rater=r1");
				source = getTitle();
				before = calibrate(getPixel(2, 2));
				run("Add Segment...", "segment_name=One");
				run("Paint Ball...", "places=2,2,0 frame=voxels radius_mm=0.4");
				run("Mask Volume...", "outside_value=-2000 rater=r1");
				print("masked " + (getPixel(2, 2) == before) + " " + getPixel(0, 0) + " " + getTitle());
				selectImage(source);
				run("Mask Volume...", "fill=both outside_value=0 inner_value=7 rater=r1");
				print("both " + getPixel(2, 2) + " " + getPixel(0, 0));
				selectImage(source);
				run("Filter Volume...", "method=gradient sd_mm=0 rater=r1");
				print("slope " + getTitle());
				selectImage(source);
				run("Filter Volume...", "rater=r1");
				print("median " + getTitle() + " " + getWidth() + " x " + getHeight() + " x " + nSlices);
				selectImage(source);
				print("source " + (calibrate(getPixel(2, 2)) == before));
				""");
		assertTrue(output, output.contains("masked 1 -2000 CT #7 masked-"));
		assertTrue(output, output.contains("both 7 0"));
		assertTrue(output, output.contains("slope CT #7 gradient-"));
		assertTrue(output, output.lines().anyMatch(line -> line.matches("median CT #7 median-[0-9a-f]{8} 5 x 4 x 4")));
		assertTrue(output, output.contains("source 1"));
	}

	@Test
	public void unevenSlicesBecomeEven() throws Exception {
		Path folder = temporary.newFolder("uneven").toPath();
		SyntheticSlice.write(folder, new double[]{0, 1, 2.3, 3.1, 4.6, 5.2, 7}, b -> b);
		String output = run(folder, """
				run("Open Study...", "path=[" + getArgument() + "] rater=r1");
				run("Resample To Even Slices...", "distance_mm=0.5 rater=r1");
				getVoxelSize(w, h, d, unit);
				print(getTitle() + " " + nSlices + " slices of " + d + " " + unit);
				setSlice(2);
				print("value " + calibrate(getPixel(0, 0)));
				""");
		assertTrue(output, output.contains("CT #7 even 15 slices of 0.5 mm"));
		assertTrue("between 1 and 2, rounded: " + output, output.contains("value -1022"));
		assertFalse(output, output.contains("Error"));
	}

	@Test
	public void whatIsNotTiltedIsRefused() throws Exception {
		Path folder = temporary.newFolder("plain").toPath();
		SyntheticSlice.write(folder, new double[]{0, 1, 2}, b -> b);
		Path file = temporary.getRoot().toPath().resolve("refused.ijm");
		Files.writeString(file, """
				run("Open Study...", "path=[" + getArgument() + "] rater=r1");
				run("Straighten Tilted Volume...", "rater=r1");
				print("not stopped");
				""");
		ChildJvm.Result result = ChildJvm.headless().run(Main.class.getName(), "--headless", "--macro", file.toString(),
				folder.toString());
		assertEquals(1, result.exitCode());
		assertTrue(result.output(), result.output().contains("there is no tilt") && !result.output().contains("not stopped"));
	}
}
