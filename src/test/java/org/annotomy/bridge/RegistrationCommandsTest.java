package org.annotomy.bridge;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.annotomy.interchange.transform.ItkTransformText;
import org.annotomy.interchange.transform.TransformFile;
import org.annotomy.geometry.Position;
import org.annotomy.registration.AffineMap;
import org.annotomy.registration.Registration;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Registration and fusion by macro, without a display. */
public class RegistrationCommandsTest {

	@Rule
	public TemporaryFolder temporary = new TemporaryFolder();

	/** Blobs that change from slice to slice; the second image is shifted by (5, −3) pixels and has other values. */
	private static final String IMAGES = """
			function make(title, dx, dy, bright) {
				newImage(title, "8-bit black", 96, 80, 16);
				for (z = 1; z <= 16; z++) {
					setSlice(z);
					if (z > 2 && z < 15) {
						r = 34 - 3 * abs(z - 8);
						setColor(bright);
						fillOval(44 - r + dx, 36 - r + dy, 2 * r, 1.7 * r);
						setColor(255 - bright);
						fillOval(36 + dx, 30 + dy, 2 + z, 10);
						setColor(bright / 2);
						fillRect(48 + dx, 34 + dy, 6, 22 - z);
					}
				}
			}
			make("fixed", 0, 0, 60);
			make("moving", 5, -3, 160);
			""";

	private ChildJvm.Result run(String macro) throws Exception {
		Path file = temporary.getRoot().toPath().resolve("register.ijm");
		Files.writeString(file, macro);
		return ChildJvm.headless().run(Main.class.getName(), "--headless", "--macro", file.toString(),
				temporary.getRoot().toString());
	}

	private String output(String macro) throws Exception {
		ChildJvm.Result result = run(macro);
		assertEquals(result.output(), 0, result.exitCode());
		return result.output();
	}

	@Test
	public void registerCheckFuseMeasureAndAdjust() throws Exception {
		String output = output(IMAGES + """
				selectImage("fixed");
				run("Register Volumes...", "moving=moving file=[" + getArgument() + "/a.transform.json]");
				print("shift " + (abs(getResult("Shift x (px)", 0) + 5) < 0.5) + (abs(getResult("Shift y (px)", 0) - 3) < 0.5));
				run("Check Registration...", "moving=moving picture=edges all_slices");
				print(getTitle() + " " + bitDepth() + " " + nSlices);
				selectImage("fixed");
				setSlice(8);
				makeRectangle(20, 30, 3, 3);
				run("Fuse Images...", "upper=moving colours=rainbow low=0 high=255");
				run("Measure Fused");
				fused = getResult("Mean", 1);
				print("rows " + nResults + " " + getResultString("Image", 1));
				run("Stop Fusion");
				selectImage("moving");
				setSlice(8);
				makeRectangle(25, 27, 3, 3);
				getStatistics(area, mean);
				print("same " + (abs(mean - fused) < 3));
				selectImage("fixed");
				run("Adjust Registration...", "moving=moving shift_x_mm=2 turn_z_degrees=90 file=[" + getArgument() + "/b.tfm]");
				print("turn " + (abs(getResult("Turn (°)", 0) - 90) < 3));
				run("Fuse Images...", "upper=moving transform=[" + getArgument() + "/a.transform.json]");
				""");
		assertTrue(output, output.contains("shift 2"));
		assertTrue(output, output.contains("Registration check, edges 24 16"));
		assertTrue(output, output.contains("rows 2 upper"));
		assertTrue(output, output.contains("same 1"));
		assertTrue(output, output.contains("turn 1"));
		Registration saved = TransformFile.read(temporary.getRoot().toPath().resolve("a.transform.json"));
		assertEquals(0, saved.transform().apply(new Position(45, 37, 8)).distanceTo(new Position(40, 40, 8)), 0.5);
		AffineMap itk = ItkTransformText.read(temporary.getRoot().toPath().resolve("b.tfm"));
		assertEquals(AffineMap.Kind.RIGID, itk.kind());
	}

	@Test
	public void landmarksTellTheirErrors() throws Exception {
		String output = output(
				IMAGES + """
						newImage("other", "8-bit ramp", 90, 70, 1);
						makeSelection("point", newArray(15, 55, 25, 70), newArray(7, 17, 57, 60));
						newImage("flat", "8-bit ramp", 80, 90, 1);
						makeSelection("point", newArray(10, 50, 20, 66), newArray(10, 20, 60, 63));
						selectImage("flat");
						run("Register By Landmarks...", "moving=other kind=similarity");
						print(nResults + " " + getResultString("Pair", 4) + " " + (getResult("Fiducial error (px)", 4) < 1));
						run("Register By Landmarks...", "moving=other kind=thin-plate");
						print("exact " + d2s(getResult("Fiducial error (px)", 5), 6));
						run("Fuse Images...", "upper=other");
						selectImage("fixed");
						run("Register By Landmarks...", "moving=moving kind=affine landmarks=text moving_points=[15 7 1; 55 17 3; 25 57 9; 70 60 14; 30 30 5] fixed_points=[10 10 1; 50 20 3; 20 60 9; 65 63 14; 25 33 5]");
						print("affine " + d2s(getResult("Fiducial error (px)", 5), 6));
						""");
		assertTrue(output, output.contains("6 root mean square 1"));
		assertTrue(output, output.contains("exact 0.000000"));
		assertTrue(output, output.contains("affine 0.000000"));
	}

	@Test
	public void refusalsStopTheMacro() throws Exception {
		ChildJvm.Result result = run(IMAGES + """
				selectImage("fixed");
				run("Fuse Images...", "upper=moving");
				print("went on");
				""");
		assertTrue(result.output(), result.output().contains("Nobody knows how these images lie to each other"));
		assertTrue(result.output(), !result.output().contains("went on"));
	}
}
