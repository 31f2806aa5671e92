package org.annotomy.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The judge of DICOM objects that is not of our making (dciodvfy of dicom3tools). Skips the test where it is missing. */
public final class Dciodvfy {

	private Dciodvfy() {}

	/** What it calls an error in a file; empty if nothing. */
	public static List<String> errors(Path file) throws IOException, InterruptedException {
		return OutsideTool.run("dciodvfy", file.toString()).errors().lines().filter(line -> line.startsWith("Error")).toList();
	}
}
