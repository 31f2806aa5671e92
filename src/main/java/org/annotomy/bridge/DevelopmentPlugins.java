package org.annotomy.bridge;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/**
 * Makes ImageJ find the menus of classes that are in a folder. ImageJ reads {@code plugins.config} only from jars in its
 * plugins folder, so it gets a jar with nothing but that; the classes come from the class path.
 */
final class DevelopmentPlugins {

	private static final String CONFIG = "plugins.config";

	private DevelopmentPlugins() {}

	/** The folder of the build if the classes are in one; empty if they are in a jar. */
	static Optional<Path> target() {
		CodeSource source = DevelopmentPlugins.class.getProtectionDomain().getCodeSource();
		if (source == null) return Optional.empty();
		try {
			Path place = Path.of(source.getLocation().toURI());
			return Files.isDirectory(place) ? Optional.of(place.getParent()) : Optional.empty();
		} catch (URISyntaxException e) {
			return Optional.empty();
		}
	}

	/** To be called before ImageJ starts. Does nothing if the classes are in a jar, which has its own menus. */
	static void install() throws IOException {
		Optional<Path> target = target();
		if (target.isEmpty()) return;
		Path home = target.get().resolve("ij");
		Path jar = home.resolve("plugins").resolve("Annotomy_Menus.jar");
		Files.createDirectories(jar.getParent());
		try (OutputStream out = Files.newOutputStream(jar); JarOutputStream menus = new JarOutputStream(out)) {
			menus.putNextEntry(new JarEntry(CONFIG));
			menus.write(Files.readAllBytes(target.get().resolve("classes").resolve(CONFIG)));
			menus.closeEntry();
		}
		System.setProperty("plugins.dir", home.toString());
	}
}
