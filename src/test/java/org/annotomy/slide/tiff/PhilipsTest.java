package org.annotomy.slide.tiff;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

import javax.imageio.ImageIO;

import org.annotomy.image.ImageFormatException;
import org.annotomy.slide.OpenSlideReading;
import org.annotomy.slide.Slide;
import org.annotomy.slide.TileAddress;
import org.annotomy.task.Progress;
import org.annotomy.testing.CodecFuzz;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Files as Philips' scanners export them, read by us and by OpenSlide, and broken ones. */
public class PhilipsTest {

	private static final int TILE = 64;

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private static String attribute(String name, String value) {
		return "<Attribute Name=\"" + name + "\" Group=\"0x0028\" Element=\"0x0030\" PMSVR=\"IString\">" + value + "</Attribute>";
	}

	private static String spacing(double mm) {
		return attribute("DICOM_PIXEL_SPACING", "&quot;" + mm + "&quot; &quot;" + mm * 1.01 + "&quot;");
	}

	private static String jpeg(int width, int height) throws IOException {
		BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		for (int i = 0; i < width * height; i++)
			image.setRGB(i % width, i / width, i * 7919 & 0x7f7f7f);
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		ImageIO.write(image, "jpg", out);
		return Base64.getEncoder().encodeToString(out.toByteArray());
	}

	private static String xml(int levels, String label, String macro, String derivation) {
		StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\" ?><DataObject ObjectType=\"DPUfsImport\">"
				+ attribute("DICOM_PATIENT_NAME", "DOE^JANE") + "<Attribute Name=\"PIM_DP_SCANNED_IMAGES\"><Array>"
				+ "<DataObject ObjectType=\"DPScannedImage\">" + attribute("PIM_DP_IMAGE_TYPE", "WSI") + spacing(0.00025)
				+ attribute("DICOM_DERIVATION_DESCRIPTION", derivation)
				+ "<Attribute Name=\"PIIM_PIXEL_DATA_REPRESENTATION_SEQUENCE\"><Array>");
		for (int i = 0; i < levels; i++)
			xml.append("<DataObject ObjectType=\"PixelDataRepresentation\">" + spacing(0.00025 * (1 << i)) + "</DataObject>");
		return xml + "</Array></Attribute></DataObject><DataObject ObjectType=\"DPScannedImage\">"
				+ attribute("PIM_DP_IMAGE_TYPE", "LABELIMAGE")
				+ attribute("PIM_DP_IMAGE_DATA", label) + "</DataObject><DataObject ObjectType=\"DPScannedImage\">"
				+ attribute("PIM_DP_IMAGE_TYPE", "MACROIMAGE") + attribute("PIM_DP_IMAGE_DATA", macro)
				+ "</DataObject></Array></Attribute></DataObject>";
	}

	/** Levels of 640 × 448 pixels and coarser, each padded to whole tiles. */
	private byte[] slide(boolean big, String xml, boolean pages) throws IOException {
		TiffPages file = new TiffPages();
		for (int i = 0; i < 4; i++) {
			int columns = ((640 >> i) + TILE - 1) / TILE;
			int rows = ((448 >> i) + TILE - 1) / TILE;
			TiffPages.Page page = file.add(columns * TILE, rows * TILE, TILE, 3);
			if (i == 0) page.with(TiffTag.DESCRIPTION, xml).with(TiffTag.SOFTWARE, "Philips DP v1.0");
			else page.with(TiffTag.SUBFILE_TYPE, 1).with(TiffTag.DESCRIPTION, "level=" + i);
			if (i < 2) page.missing.addAll(java.util.Set.of(0, columns, columns + 1));
		}
		if (pages) file.add(60, 40, 0, 3).with(TiffTag.DESCRIPTION, "Macro").with(TiffTag.SUBFILE_TYPE, 1);
		return file.bytes(big);
	}

	private Path write(byte[] bytes) throws IOException {
		return Files.write(folder.getRoot().toPath().resolve("slide" + Thread.currentThread().getId() + ".tiff"), bytes);
	}

	private static Slide open(Path file) throws IOException {
		return new TiffSlideReader().open(file, Progress.NONE);
	}

	@Test
	public void paddedLevelsLeftOutTilesAndPicturesAreAsInOpenSlide() throws Exception {
		for (boolean big : new boolean[]{false, true}) {
			Path file = write(slide(big, xml(4, jpeg(48, 32), jpeg(80, 24), "tiff-q80"), big));
			assertTrue(new TiffSlideReader().recognises(file));
			OpenSlideReading expected = new OpenSlideReading(file, folder.getRoot().toPath());
			assertEquals("philips", expected.fact("vendor"));
			try (Slide slide = open(file)) {
				assertEquals("80x56", slide.levels().get(3).width() + "x" + slide.levels().get(3).height());
				expected.assertFacts(slide);
				for (int level = 0; level < 4; level++)
					expected.assertSame(slide, level, 0xffffff);
				assertFalse(slide.facts().toString().contains("JANE"));
			}
		}
	}

	@Test
	public void theLensIsReadOfConvertedSlides() throws Exception {
		for (String[] told : new String[][]{{"tiff-levels=40,10,5-q80", "40.0"}, {"tiff-levels=10003,10002-q80", "NaN"},
				{"tiff-sourceFilename=&quot;DOE-levels=20-x&quot;", "NaN"}})
			try (Slide slide = open(write(slide(false, xml(4, jpeg(8, 8), jpeg(8, 8), told[0]), false)))) {
				assertEquals(told[1], String.valueOf(slide.facts().objective()));
			}
	}

	@Test
	public void descriptionsThatCannotBeAreRefused() throws Exception {
		String good = xml(4, jpeg(8, 8), "!?", "");
		for (String bad : new String[]{xml(3, "", "", ""), good.replace("WSI", "LABELIMAGE"), good.replace("2.5E-4&", "zero&"),
				good.replace("</DataObject></Array></Attribute></DataObject>", ""),
				good.replace("PIM_DP_SCANNED", "PIM_DP_UNSCANNED")}) {
			Path file = write(slide(false, bad, false));
			assertThrows(ImageFormatException.class, () -> open(file).close());
		}
		try (Slide slide = open(write(slide(false, good, false)))) {
			assertThrows(ImageFormatException.class, () -> slide.readAssociated(Slide.MACRO));
			assertEquals(8, slide.readAssociated(Slide.LABEL).width());
		}
	}

	@Test
	public void changedFilesAnswerOrAreRefused() throws Exception {
		byte[] whole = slide(false, xml(4, jpeg(8, 8), jpeg(8, 8), ""), true);
		CodecFuzz.Tally tally = new CodecFuzz(20261201, 96 << 20).add("philips", whole, bytes -> {
			try (Slide slide = open(write(bytes))) {
				for (int level = 0; level < slide.levels().size(); level++)
					slide.readTile(new TileAddress(level, 0, 0, 0, 0, 0));
				for (String name : slide.associatedNames())
					slide.readAssociated(name);
			}
		}).run(1000);
		assertTrue(tally.toString(), tally.decoded() > 50 && tally.refused() > 20);
	}
}
