package org.annotomy.bridge;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** A plug-in jar with the sample command, to be put beside ours into the plugins folder of a host. */
final class SampleMenu {

	private static final String CONFIG = "Plugins>Annotomy>Test, \"Annotomy Sample...\", org.annotomy.bridge.CommandPlugIn(\"org.annotomy.bridge.SampleCommand\")\n";

	private SampleMenu() {}

	static void writeJar(Path jar) throws IOException {
		Files.createDirectories(jar.getParent());
		try (OutputStream out = Files.newOutputStream(jar); JarOutputStream entries = new JarOutputStream(out)) {
			entries.putNextEntry(new JarEntry("plugins.config"));
			entries.write(CONFIG.getBytes(StandardCharsets.US_ASCII));
			for (String name : List.of("SampleCommand", "SampleCommand$Shade", "SampleCommand$1")) {
				String entry = "org/annotomy/bridge/" + name + ".class";
				try (InputStream in = SampleMenu.class.getClassLoader().getResourceAsStream(entry)) {
					if (in == null) continue;
					entries.putNextEntry(new JarEntry(entry));
					in.transferTo(entries);
				}
			}
		}
	}
}
