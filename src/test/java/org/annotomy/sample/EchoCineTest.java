package org.annotomy.sample;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

import org.annotomy.geometry.Point;
import org.annotomy.image.ImageReaders;
import org.annotomy.image.ImageRegion;
import org.annotomy.image.MedicalImage;
import org.annotomy.image.SpacingSource;
import org.annotomy.sample.heart.Chamber;
import org.annotomy.sample.heart.EchoColours;
import org.annotomy.sample.heart.EchoFrame;
import org.annotomy.sample.heart.EchoView;
import org.annotomy.task.Progress;
import org.annotomy.testing.Dciodvfy;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class EchoCineTest {

	/** Of four frames; a change of the picture changes it, and must be looked at. */
	private static final String SHA256 = "b9ca49811771b190c511d66c219536f29259fdec71e5bfa24eb18b971c3a1ad4";

	@ClassRule
	public static final TemporaryFolder FOLDER = new TemporaryFolder();

	private static EchoCine cine;
	private static Path file;
	private static MedicalImage image;

	@BeforeClass
	public static void open() throws Exception {
		cine = EchoCine.of(4);
		file = FOLDER.newFile("echo.dcm").toPath();
		cine.write(file);
		image = ImageReaders.discover().read(file, Progress.NONE).get(0);
	}

	@Test
	public void theSameFilmOnEveryMachine() throws Exception {
		byte[] digest = MessageDigest.getInstance("SHA-256").digest(cine.pixels());
		assertEquals(SHA256, HexFormat.of().formatHex(digest));
	}

	/** The truth in pixels: the middle of the ventricle is blood, the muscle beside it is not, whatever the view. */
	@Test
	public void eachViewTellsItsNameAndShowsTheVentricleWhereItIs() throws Exception {
		for (EchoView view : EchoView.values()) {
			EchoCine film = EchoCine.of(2, view);
			Path at = FOLDER.newFile(view + ".dcm").toPath();
			film.write(at);
			MedicalImage read = ImageReaders.discover().read(at, Progress.NONE).get(0);
			assertEquals(view.name(), read.facts().get("View"));
			Chamber ventricle = film.leftVentricle(0);
			byte[] entries = film.pixels();
			double inside = brightness(entries, film.pixel(ventricle.x(), ventricle.depth()));
			double septum = brightness(entries, film.pixel(ventricle.x() + ventricle.a() + 5, ventricle.depth()));
			assertTrue(view + ": blood " + inside + ", muscle " + septum, inside < septum / 2);
		}
	}

	/** Mean of 15 × 15 entries of the first frame; those of flow count as blood. */
	private static double brightness(byte[] entries, Point at) {
		double sum = 0;
		for (int i = 0; i < 225; i++) {
			int entry = entries[((int) at.y() - 7 + i / 15) * EchoFrame.COLUMNS + (int) at.x() - 7 + i % 15] & 0xff;
			sum += entry < 180 ? entry / 225.0 : 0;
		}
		return sum;
	}

	@Test
	public void itOpensAsAFilmInColourWithItsRegions() {
		assertEquals(4, image.timePoints());
		assertEquals(EchoCine.FRAME_MS, image.frameTimeMs(), 0);
		assertEquals(SpacingSource.ULTRASOUND_REGION, image.spacingSource());
		assertEquals(EchoFrame.PIXEL_MM, image.pixelSpacing()[0], 1e-9);
		List<ImageRegion> regions = image.supplement().regions();
		assertEquals(2, regions.size());
		assertArrayEquals(EchoFrame.SECTOR,
				new int[]{regions.get(0).x0(), regions.get(0).y0(), regions.get(0).x1(), regions.get(0).y1()});
		assertTrue(regions.get(1).axes(), regions.get(1).axes().startsWith("time"));
	}

	@Test
	public void coloursAreThoseOfThePalette() {
		byte[] entries = cine.pixels();
		int[] shown = (int[]) image.plane(0, 0, 2);
		int offset = 2 * shown.length;
		boolean colour = false;
		for (int i = 0; i < shown.length; i++) {
			int[] rgb = EchoColours.colour(entries[offset + i] & 0xff);
			assertEquals("pixel " + i, rgb[0] << 16 | rgb[1] << 8 | rgb[2], shown[i] & 0xffffff);
			colour |= rgb[0] > 200 && rgb[2] < 60;
		}
		assertTrue("blood flows towards the probe", colour);
	}

	/** The area of dark pixels around the middle of the left ventricle is that of the ellipse that is published. */
	@Test
	public void theVentricleIsAsLargeAsPublished() {
		byte[] entries = cine.pixels();
		Chamber rest = cine.leftVentricle(0);
		Chamber contracted = cine.leftVentricle(2);
		assertTrue("the heart beats", EchoCine.standard().leftVentricle(10).areaMm2() < 0.65 * rest.areaMm2());
		assertTrue(contracted.areaMm2() < rest.areaMm2());
		for (int frame : new int[]{0, 1}) {
			Chamber blood = cine.leftVentricle(frame);
			assertTrue("inside " + frame, mean(entries, frame, blood, 0, 0.85) < 70);
			assertTrue("wall " + frame, mean(entries, frame, blood, 1.12, 1.3) > 90);
		}
	}

	private static double mean(byte[] entries, int frame, Chamber blood, double from, double to) {
		double sum = 0;
		int count = 0;
		for (int y = EchoFrame.SECTOR[1]; y < EchoFrame.SECTOR[3]; y++)
			for (int x = EchoFrame.SECTOR[0]; x < EchoFrame.SECTOR[2]; x++) {
				Point middle = cine.pixel(blood.x(), blood.depth());
				double u = (x + 0.5 - middle.x()) * EchoFrame.PIXEL_MM / blood.a();
				double v = (y + 0.5 - middle.y()) * EchoFrame.PIXEL_MM / blood.b();
				double part = Math.sqrt(u * u + v * v);
				int entry = entries[(frame * EchoFrame.ROWS + y) * EchoFrame.COLUMNS + x] & 0xff;
				if (part < from || part >= to || entry > 179 || Math.abs(v) > 0.8) continue;
				sum += entry;
				count++;
			}
		return sum / count;
	}

	@Test
	public void dciodvfyFindsNoErrors() throws Exception {
		assertEquals(List.of(), Dciodvfy.errors(file));
	}
}
