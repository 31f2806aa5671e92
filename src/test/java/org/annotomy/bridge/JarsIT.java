package org.annotomy.bridge;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

import org.junit.Test;

/** What is in the two jars. */
public class JarsIT {

	private static final String INDEX = "META-INF/json/org.scijava.plugin.Plugin";

	/** By Python's bz2. */
	private static final String BZIP2_OF_ABC = "425a6839314159265359648cbb73000000010038002000219819846177245385090648cbb730";

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
				assertFalse(packages.toString(), packages.contains("org/apache") || packages.contains("com/github"));
				jar.stream().map(ZipEntry::getName)
						.forEach(n -> assertFalse(n, n.startsWith("META-INF/services/javax.imageio")));
			}
	}

	/** Of the library for bzip2 only a part is in the jars: it must be all that reading needs. */
	@Test
	public void bothUnpackBzip2ByThemselves() throws Exception {
		byte[] packed = HexFormat.of().parseHex(BZIP2_OF_ABC);
		for (String host : List.of("plain", "fiji")) {
			URL jar = Path.of(System.getProperty("annotomy.jar." + host)).toUri().toURL();
			try (URLClassLoader loader = new URLClassLoader(new URL[]{jar}, ClassLoader.getPlatformClassLoader())) {
				InputStream values = (InputStream) loader
						.loadClass("org.annotomy.shaded.commons.compress.compressors.bzip2.BZip2CompressorInputStream")
						.getConstructor(InputStream.class, boolean.class).newInstance(new ByteArrayInputStream(packed), true);
				assertEquals(host, "abc", new String(values.readAllBytes(), StandardCharsets.US_ASCII));
			}
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
