package org.annotomy.bridge;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.annotomy.dicom.SyntheticSlice;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Images that a macro without a display opens and closes, one after the other. */
public class BatchSessionsTest {

	@Rule
	public TemporaryFolder temporary = new TemporaryFolder();

	@Test
	public void labelsOfAClosedImageCanBeEditedAgainInTheSameMacro() throws Exception {
		Path folder = temporary.newFolder("series").toPath();
		SyntheticSlice.write(folder, new double[]{0, 1, 2}, b -> b);
		Path macro = temporary.getRoot().toPath().resolve("twice.ijm");
		Files.writeString(macro, """
				for (i = 0; i < 3; i++) {
					run("Open Study...", "path=[" + getArgument() + "] rater=r1");
					makeRectangle(i, 1, 2, 2);
					run("Mark Selection...");
					run("Measure Objects...");
					print(nResults + " objects");
					close();
				}
				print(nImages + " open");
				""");
		ChildJvm.Result result = ChildJvm.headless().run(Main.class.getName(), "--headless", "--macro", macro.toString(),
				folder.toString());
		assertEquals(result.output(), 0, result.exitCode());
		assertTrue(result.output(), result.output().contains("3 objects"));
		assertTrue(result.output(), result.output().contains("0 open"));
	}
}
