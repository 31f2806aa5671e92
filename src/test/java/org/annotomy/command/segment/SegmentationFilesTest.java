package org.annotomy.command.segment;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.model.Segment;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.interchange.segnrrd.SegNrrdReader;
import org.annotomy.segmentation.segment.SegmentVoxels;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.task.Progress;
import org.annotomy.testing.OutsideTool;
import org.annotomy.testing.SharedData;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Segments out to files of other programs and in again. */
public class SegmentationFilesTest {

	private static final VolumeSize SIZE = new VolumeSize(40, 30, 12);

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private SegmentBench bench;

	@Before
	public void segment() throws Exception {
		bench = SegmentBench.open(folder.getRoot().toPath(), SIZE, (x, y, z) -> x + 100 * z);
		bench.run("Add Segment...", "segment_name=Liver", "class_key=structure");
		bench.run("Paint Ball...", "segment=Liver", "places=12,9,4", "frame=voxels", "radius_mm=6");
		bench.run("Add Segment...", "segment_name=Cyst 2", "class_key=lesion");
		bench.run("Set Segment Colour...", "segments=number:2", "colour=#1080ff");
		bench.run("Paint Ball...", "segment=number:2", "places=30,20,7", "frame=voxels", "radius_mm=4.2");
	}

	@After
	public void close() throws Exception {
		bench.session().close();
	}

	private Path file(String name) {
		return folder.getRoot().toPath().resolve(name);
	}

	private List<Mask> masks() {
		SegmentVoxels voxels = bench.session().segments().voxels();
		return byLabel().stream().map(s -> voxels.mask(s, SIZE.box())).toList();
	}

	/** The segments layer by layer, those of one layer by their labels: files have them in this order. */
	private List<Segment> byLabel() {
		return bench.session().document().segments().stream()
				.sorted(Comparator.comparingInt(Segment::layer).thenComparingInt(Segment::value)).toList();
	}

	private void assertSameMasks(List<Mask> expected, List<Mask> found) {
		assertEquals(expected.size(), found.size());
		for (int i = 0; i < expected.size(); i++)
			assertArrayEquals("segment " + i, expected.get(i).voxels(), found.get(i).voxels());
	}

	@Test
	public void everyFormatGivesTheVoxelsNamesAndColoursBack() throws Exception {
		List<Mask> before = masks();
		for (String ending : new String[]{".seg.nrrd", ".nii.gz", ".nii", ".tif"}) {
			bench.run("Export Segmentation...", "file=" + file(ending.substring(1, 4) + ending.length() + ending));
			bench.run("Import Segmentation...", "file=" + file(ending.substring(1, 4) + ending.length() + ending));
			List<Segment> segments = byLabel();
			assertEquals(ending, 4, segments.size());
			assertSameMasks(before, masks().subList(2, 4));
			assertEquals(ending, List.of("Cyst 2", "Liver"), segments.subList(2, 4).stream().map(Segment::name).toList());
			assertEquals(ending, 0x1080ff, segments.get(2).rgb().intValue());
			assertEquals("a layer of their own", 1, segments.get(2).layer());
			bench.run("Undo Annotation...");
			assertSameMasks(before, masks());
		}
	}

	@Test
	public void nibabelReadsThePlaceAndTheLabels() throws Exception {
		bench.run("Export Segmentation...", "file=" + file("labels.nii.gz"));
		Map<String, String> seen = seen(file("labels.nii.gz"));
		double[] affine = numbers(seen.get("affine"));
		assertArrayEquals(new double[]{-1, 0, 0, -10, 0, -1, 0, -20, 0, 0, 2.5, 30}, affine, 1e-6);
		assertEquals(0, Double.parseDouble(seen.get("apart")), 1e-6);
		assertEquals("1 1 1002 uint8", seen.get("codes"));
		for (Segment segment : bench.session().document().segments()) {
			Mask mask = bench.session().segments().voxels().mask(segment, SIZE.box());
			long[] sums = new long[3];
			for (int z = 0; z < SIZE.nz(); z++)
				for (int y = 0; y < SIZE.ny(); y++)
					for (int x = 0; x < SIZE.nx(); x++)
						if (mask.contains(x, y, z)) {
							sums[0] += x;
							sums[1] += y;
							sums[2] += z;
						}
			assertEquals(mask.count() + " " + sums[0] + " " + sums[1] + " " + sums[2], seen.get("label " + segment.value()));
		}
	}

	@Test
	public void voxelsStoredTheOtherWayRoundComeToTheirPlace() throws Exception {
		List<Mask> before = masks();
		bench.run("Export Segmentation...", "file=" + file("labels.nii"));
		assertEquals(0, OutsideTool.python("nifti_labels.py", "--flip", file("labels.nii").toString(),
				file("flipped.nii.gz").toString()).exit());
		bench.run("Import Segmentation...", "file=" + file("flipped.nii.gz"));
		assertSameMasks(before, masks().subList(2, 4));
		assertEquals("Label " + byLabel().get(0).value(), byLabel().get(2).name());
	}

	private static Map<String, String> seen(Path file) throws Exception {
		OutsideTool.Result result = OutsideTool.python("nifti_labels.py", file.toString());
		assertEquals(result.errors(), 0, result.exit());
		Map<String, String> seen = new TreeMap<>();
		for (String line : result.text().split("\n")) {
			String[] words = line.split(" ", 2);
			if (words[0].equals("label")) {
				String[] rest = words[1].split(" ", 2);
				seen.put("label " + rest[0], rest[1]);
			} else seen.put(words[0], words[1]);
		}
		return seen;
	}

	private static double[] numbers(String text) {
		return java.util.Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
	}

	@Test
	public void overlappingSegmentsGoIntoAFileForEachLayer() throws Exception {
		bench.run("Set Editing Mask...", "others=overlap");
		bench.run("Paint Ball...", "segment=number:2", "places=12,9,4", "frame=voxels", "radius_mm=3");
		bench.run("Export Segmentation...", "file=" + file("two.nii.gz"));
		assertTrue(Files.exists(file("two_layer1.nii.gz")) && Files.exists(file("two_layer2.labels.txt")));
		assertFalse(Files.exists(file("two.nii.gz")));
		bench.run("Export Segmentation...", "file=" + file("two.seg.nrrd"));
		List<Mask> before = masks();
		bench.run("Import Segmentation...", "file=" + file("two.seg.nrrd"));
		assertSameMasks(before, masks().subList(2, 4));
	}

	@Test
	public void nothingIsOverwrittenOrHalfWritten() throws Exception {
		Files.writeString(file("labels.nii"), "mine");
		assertThrows(Exception.class, () -> bench.run("Export Segmentation...", "file=" + file("labels.nii")));
		assertEquals("mine", Files.readString(file("labels.nii")));
		bench.run("Export Segmentation...", "file=" + file("labels.nii"), "report_only=true");
		assertEquals("mine", Files.readString(file("labels.nii")));
		bench.run("Export Segmentation...", "file=" + file("labels.nii"), "overwrite=true");
		assertTrue(Files.size(file("labels.nii")) > 1000);
		assertThrows(Exception.class, () -> bench.run("Export Segmentation...", "file=" + file("labels.png")));
		try (var files = Files.list(folder.getRoot().toPath())) {
			assertEquals(List.of(), files.filter(f -> f.getFileName().toString().startsWith(".annotomy1")
					|| f.getFileName().toString().endsWith(".tmp")).toList());
		}
	}

	@Test
	public void whatIsNoLabelMapOfThisImageIsRefused() throws Exception {
		String other = refused(SharedData.require("nrrd/prostate_phantom_subvolume-label.nrrd"));
		assertTrue(other, other.startsWith("The label map lies on another grid: it is "));
		Path below = Files.createDirectory(file("below"));
		SegmentBench.open(below, SIZE, (x, y, z) -> x - 5).session().close();
		assertEquals("Labels are whole numbers from 0 to 65535, but the file holds -5.0. It is no label map.",
				refused(below.resolve("volume.nrrd")));
		Path blank = Files.createDirectory(file("blank"));
		SegmentBench.open(blank, SIZE, (x, y, z) -> 0).session().close();
		assertEquals("The label map holds no label: every voxel is 0.", refused(blank.resolve("volume.nrrd")));
		assertEquals(2, bench.session().document().segments().size());
	}

	private String refused(Path file) {
		return assertThrows(Exception.class, () -> bench.run("Import Segmentation...", "file=" + file)).getMessage();
	}

	/** What 3D Slicer wrote comes in and goes out with the same voxels, names, colours, codes and layers. */
	@Test
	public void slicersFileSurvivesUnchanged() throws Exception {
		Path slicer = SharedData.require("nrrd/SegmentationOverlapping.seg.nrrd");
		Path image = Files.copy(slicer, file("image.nrrd"));
		SegmentBench other = SegmentBench.open(image, "default");
		try {
			other.run("Import Segmentation...", "file=" + slicer);
			other.run("Export Segmentation...", "file=" + file("again.seg.nrrd"));
			AnnotationDocument document = other.session().document();
			var first = SegNrrdReader.read(slicer, document.image(), Progress.NONE);
			var second = SegNrrdReader.read(file("again.seg.nrrd"), document.image(), Progress.NONE);
			assertEquals(described(first.segments()), described(second.segments()));
			assertEquals(first.blocks(), second.blocks());
		} finally {
			other.session().close();
		}
	}

	private static List<String> described(List<Segment> segments) throws IOException {
		List<String> all = new ArrayList<>();
		for (Segment s : segments)
			all.add(s.name() + " " + Integer.toHexString(s.rgb()) + " " + s.layer() + " " + s.value() + " " + s.coding() + " "
					+ s.provenance().status());
		return all;
	}
}
