package org.annotomy.bridge;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

import org.junit.Test;

/** What is in the two jars. */
public class JarsIT {

	private static final String INDEX = "META-INF/json/org.scijava.plugin.Plugin";

	private static JarFile open(String host) throws IOException {
		return new JarFile(System.getProperty("annotomy.jar." + host));
	}

	@Test
	public void bothHaveTheMenusTheCommandsAndTheLicences() throws IOException {
		for (String host : List.of("plain", "fiji"))
			try (JarFile jar = open(host)) {
				assertTrue("ImageJ needs an underscore in the name", jar.getName().replaceAll(".*[/\\\\]", "").contains("_"));
				for (String entry : List.of("plugins.config", "macros/Quick_Start.ijm", "META-INF/THIRD-PARTY.txt",
						"META-INF/LICENSE",
						"org/annotomy/bridge/CommandPlugIn.class", "org/annotomy/bridge/headless-commands.txt"))
					assertTrue(host + " lacks " + entry, jar.getEntry(entry) != null);
				assertTrue(text(jar, INDEX).contains("org.annotomy.command.VersionCommand"));
				assertEquals(null, jar.getManifest().getMainAttributes().getValue("Class-Path"));
			}
	}

	@Test
	public void thePlainJarHasWhatImageJLacks() throws IOException {
		try (JarFile jar = open("plain")) {
			Set<String> packages = packages(jar);
			assertTrue(packages.toString(),
					packages.containsAll(Set.of("org/scijava", "net/imglib2", "com/formdev", "org/annotomy")));
			assertTrue(text(jar, INDEX).contains("org.scijava.command.DefaultCommandService"));
			assertTrue(text(jar, INDEX).contains("}{"));
		}
	}

	@Test
	public void theFijiJarHasNothingThatFijiHas() throws IOException {
		try (JarFile jar = open("fiji")) {
			assertEquals(Set.of("org/annotomy"), packages(jar));
		}
	}

	@Test
	public void neitherHasImageJNorLibrariesThatCouldClash() throws IOException {
		for (String host : List.of("plain", "fiji"))
			try (JarFile jar = open(host)) {
				Set<String> packages = packages(jar);
				assertFalse(packages.toString(), packages.contains("ij/plugin") || packages.contains("com/fasterxml"));
				assertTrue(jar.getEntry("org/annotomy/shaded/jts/geom/Geometry.class") != null);
				assertTrue(jar.getEntry("org/annotomy/shaded/jackson/core/JsonFactory.class") != null);
			}
	}

	/** The first two parts of the packages of the classes. */
	private static Set<String> packages(JarFile jar) {
		Set<String> packages = new TreeSet<>();
		jar.stream().map(ZipEntry::getName).filter(n -> n.endsWith(".class") && !n.startsWith("META-INF/"))
				.forEach(n -> packages.add(n.replaceAll("^([^/]+/[^/]+)/.*", "$1")));
		return packages;
	}

	private static String text(JarFile jar, String entry) throws IOException {
		try (InputStream in = jar.getInputStream(jar.getEntry(entry))) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
	}
}
