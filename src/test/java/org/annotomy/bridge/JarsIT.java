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

	/** By {@code opj_compress -I -n 3}: 8 × 8 pixels, 10 times the row and 7 times the column, within 3. */
	private static final String LOSSY_JPEG_2000 = "ff4fff510029000000000008000000080000000000000000000000080000000800000000000000000001070101ff52000c00"
			+ "000001000204040000ff5c0011425f5250055005504757d357d35762ff640025000143726561746564206279204f70656e4a"
			+ "5045472076657273696f6e20322e352e30ff90000a0000000000350001ff93c7e60c08968c0b8bc5c0f9c1c1f501800cfa1f"
			+ "0b3d79c03e11603e40a02218238a9f037fd3186fffd9";

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
				assertFalse(packages.toString(), packages.contains("jj2000/j2k") || packages.contains("com/github"));
				jar.stream().map(ZipEntry::getName)
						.forEach(n -> assertFalse(n, n.startsWith("META-INF/services/javax.imageio")));
			}
	}

	/** Of JJ2000 only a part is in the jars: it must be all that decoding needs. */
	@Test
	public void bothDecodeJpeg2000ByThemselves() throws Exception {
		byte[] lossy = HexFormat.of().parseHex(LOSSY_JPEG_2000);
		for (String host : List.of("plain", "fiji")) {
			URL jar = Path.of(System.getProperty("annotomy.jar." + host)).toUri().toURL();
			try (URLClassLoader loader = new URLClassLoader(new URL[]{jar}, ClassLoader.getPlatformClassLoader())) {
				Class<?> stream = loader.loadClass("org.annotomy.dicom.codec.jpeg2000.Codestream");
				Object read = stream.getMethod("of", byte[].class).invoke(null, lossy);
				Object decoded = loader.loadClass("org.annotomy.dicom.codec.jpeg2000.CodestreamDecoder")
						.getMethod("decode", stream, int.class).invoke(null, read, 0);
				int[] samples = (int[]) decoded.getClass().getMethod("samples").invoke(decoded);
				for (int i = 0; i < samples.length; i++)
					assertEquals(host + " at " + i, 10 * (i / 8) + 7 * (i % 8), samples[i], 3);
			}
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
