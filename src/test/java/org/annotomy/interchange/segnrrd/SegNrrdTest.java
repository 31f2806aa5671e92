package org.annotomy.interchange.segnrrd;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.EditBuilder;
import org.annotomy.annotation.model.Code;
import org.annotomy.annotation.model.Coding;
import org.annotomy.annotation.model.Provenance;
import org.annotomy.annotation.model.Segment;
import org.annotomy.annotation.model.Status;
import org.annotomy.annotation.protocol.AnnotationClass;
import org.annotomy.annotation.protocol.Protocol;
import org.annotomy.annotation.protocol.ProtocolStamp;
import org.annotomy.annotation.voxel.BlockIndex;
import org.annotomy.annotation.voxel.LabelBlock;
import org.annotomy.geometry.Affine;
import org.annotomy.identity.ImageIdentity;
import org.annotomy.identity.ImageSize;
import org.annotomy.image.ImageFormatException;
import org.annotomy.image.nrrd.NrrdHeader;
import org.annotomy.image.nrrd.NrrdSpace;
import org.annotomy.task.Progress;
import org.annotomy.testing.SharedData;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Voxel segments written and read again, by us and by others. */
public class SegNrrdTest {

	private static final Affine OBLIQUE = Affine.ofRows(0.6, -0.2, 0.1, -180.25, 0.2, 0.6, 0.05, -180, -0.1, 0.03, 2.5, -310.5);

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	@Test
	public void randomVolumesComeBackAsTheyWere() throws IOException {
		for (long seed = 1; seed <= 16; seed++) {
			Random random = new Random(seed);
			ImageSize size = new ImageSize(1 + random.nextInt(90), 1 + random.nextInt(70),
					seed % 4 == 0 ? 1 : 2 + random.nextInt(70), 1,
					seed % 5 == 0 ? 3 : 1);
			AnnotationDocument document = document(size, seed % 2 == 0 ? OBLIQUE : null, random, 1 + random.nextInt(3),
					seed % 3 == 0 ? 70 : 3);
			byte[] file = bytes(document);
			assertArrayEquals("seed " + seed, file, bytes(document));
			SegNrrdContent content = read(file, document.image());
			assertEquals("seed " + seed, List.of(), content.warnings());
			assertEquals("seed " + seed + ", " + size, document.blocks(), content.blocks());
			SegNrrdContent.Joined joined = content.join(document.segments(), document.protocol());
			assertEquals("seed " + seed, new HashSet<>(document.segments()), new HashSet<>(joined.segments()));
			assertEquals(List.of(), joined.added());
			assertEquals(List.of(), joined.missing());
		}
	}

	private static AnnotationDocument document(ImageSize size, Affine place, Random random, int layers, int factor) {
		AnnotationDocument document = new AnnotationDocument(identity(size, place), Protocol.NONE);
		EditBuilder edit = document.edit("Fill");
		for (int layer = 0; layer < layers; layer++)
			for (int value = 1; value <= 5; value++)
				edit.put(Segment.of(new UUID(random.nextLong(), random.nextLong()), 2 * layer, factor * value, "Läsion " + value,
						null));
		Map<BlockIndex, short[]> blocks = new TreeMap<>(java.util.Comparator.comparing(BlockIndex::toString));
		for (int i = 0; i < 6; i++)
			fill(blocks, size, random, 2 * random.nextInt(layers), factor * (1 + random.nextInt(5)));
		blocks.forEach((index, labels) -> edit.put(index, LabelBlock.of(labels)));
		edit.apply();
		return document;
	}

	private static void fill(Map<BlockIndex, short[]> blocks, ImageSize size, Random random, int layer, int value) {
		int[] from = {random.nextInt(size.x()), random.nextInt(size.y()), random.nextInt(size.z())};
		int t = random.nextInt(size.t());
		for (int z = from[2]; z < Math.min(size.z(), from[2] + 30); z++)
			for (int y = from[1]; y < Math.min(size.y(), from[1] + 40); y++)
				for (int x = from[0]; x < Math.min(size.x(), from[0] + 40); x++)
					if (random.nextInt(9) > 0)
						blocks.computeIfAbsent(BlockIndex.ofVoxel(layer, x, y, z, t),
								b -> new short[LabelBlock.VOXELS])[BlockIndex.offset(x, y, z)] = (short) value;
	}

	@Test
	public void theHeaderIsWhatSlicerWrites() throws IOException {
		Coding liver = new Coding(Code.of("SCT", "10200004", "Liver"), Code.of("SCT", "91723000", "Anatomical Structure"), null,
				null,
				null);
		AnnotationClass kind = new AnnotationClass("liver", "Liver", 0xDD8265, (char) 0, java.util.Set.of(), liver, 0, true,
				AnnotationClass.Overlap.ALLOWED, null, 0, 0, 0, 9, List.of(), null, null);
		Protocol protocol = new Protocol(new ProtocolStamp("p", "1", null), "P", "", List.of(kind), List.of(), List.of(),
				List.of(),
				List.of());
		UUID id = UUID.fromString("a998317e-4eeb-4beb-8305-19a85f641136");
		AnnotationDocument document = new AnnotationDocument(
				identity(new ImageSize(40, 8, 3, 1, 1), Affine.ofRows(0.703, 0, 0, -180, 0, 0.703, 0, -180, 0, 0, 1.25, -310.5)),
				protocol);
		Provenance done = Provenance.UNKNOWN.withStatus(Status.FINAL);
		short[] labels = new short[LabelBlock.VOXELS];
		labels[BlockIndex.offset(4, 5, 1)] = 1;
		labels[BlockIndex.offset(7, 6, 2)] = 1;
		document.edit("Fill").put(Segment.builder(id, 0, 1).classKey("liver").provenance(done).build())
				.put(Segment.of(new UUID(1, 2), 0, 2, "Läsion|ß\nx", null)).put(new BlockIndex(0, 0, 0, 0, 0),
						LabelBlock.of(labels))
				.apply();
		byte[] file = bytes(document);
		String header = new String(file, StandardCharsets.ISO_8859_1).split("\n\n")[0];
		for (String line : List.of("NRRD0004", "type: uint8", "dimension: 3", "space: left-posterior-superior", "sizes: 40 8 3",
				"space directions: (0.703,0,0) (0,0.703,0) (0,0,1.25)", "kinds: domain domain domain", "encoding: gzip",
				"space origin: (-180,-180,-310.5)", "Segment0_Color:=0.866667 0.509804 0.396078",
				"Segment0_ColorAutoGenerated:=1",
				"Segment0_Extent:=4 7 5 6 1 2", "Segment0_ID:=2.25.225429764255391418905023744997792682294",
				"Segment0_LabelValue:=1", "Segment0_Layer:=0", "Segment0_Name:=Liver", "Segment0_NameAutoGenerated:=0",
				"Segment0_Tags:=Segmentation.Status:completed|TerminologyEntry:Segmentation category and type - DICOM master list~"
						+ "SCT^123037004^Anatomical Structure~SCT^10200004^Liver~^^~Anatomic codes - DICOM master list~^^~^^|"
						+ "annotomy.uuid:a998317e-4eeb-4beb-8305-19a85f641136|",
				"Segment1_Extent:=0 -1 0 -1 0 -1", "Segment1_Name:=Lasion|ss x",
				"Segmentation_ContainedRepresentationNames:=Binary labelmap|",
				"Segmentation_MasterRepresentation:=Binary labelmap", "Segmentation_ReferenceImageExtentOffset:=0 0 0"))
			assertTrue(line + "\nin\n" + header,
					("\n" + header + "\n").replace("unsigned char", "uint8").contains("\n" + line + "\n"));
		List<Segment> alone = read(file, document.image()).segments();
		assertEquals(id, alone.get(0).id());
		assertEquals(liver, alone.get(0).coding());
		assertEquals(Status.FINAL, alone.get(0).provenance().status());
	}

	@Test
	public void anEmptySegmentationIsASingleVoxel() throws IOException {
		AnnotationDocument document = new AnnotationDocument(identity(new ImageSize(9, 9, 9, 1, 1), OBLIQUE), Protocol.NONE);
		document.edit("Add").put(Segment.of(new UUID(1, 2), 1, 300, "none yet", null))
				.put(Segment.of(new UUID(1, 3), 0, 1, "x", null))
				.apply();
		byte[] file = bytes(document);
		assertTrue(new String(file, StandardCharsets.ISO_8859_1).contains("\nsizes: 1 1 1\n"));
		SegNrrdContent content = read(file, document.image());
		assertEquals(Map.of(), content.blocks());
		assertEquals(List.copyOf(document.segments()), content.join(document.segments(), Protocol.NONE).segments());
	}

	@Test
	public void pythonFindsTheSame() throws Exception {
		Random random = new Random(8);
		for (int layers = 1; layers < 4; layers++) {
			AnnotationDocument document = document(new ImageSize(50, 41, 35, 1, 1), OBLIQUE, random, layers,
					layers == 2 ? 99 : 3);
			Path file = folder.newFile().toPath();
			Files.write(file, bytes(document));
			List<String> lines = python("count_seg_nrrd.py", file);
			assertEquals(document.segments().size(), lines.size());
			for (String line : lines) {
				String[] words = line.split("\t");
				Segment segment = document.segments().stream()
						.filter(s -> words[1].equals(org.annotomy.annotation.model.Tracking.uidOf(
								s.id())))
						.findFirst().orElseThrow();
				assertEquals(line, segment.value(), Integer.parseInt(words[3]));
				assertEquals(line, count(document.blocks(), segment.layer(), segment.value()), Integer.parseInt(words[4]));
				assertEquals("extents are exact", words[6], words[5]);
			}
		}
	}

	private static List<String> python(String script, Path file) throws Exception {
		Process process;
		try {
			process = new ProcessBuilder("python3", "src/test/scripts/" + script, file.toString()).redirectErrorStream(true)
					.start();
		} catch (IOException e) {
			SharedData.need(false, "python3");
			throw e;
		}
		String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertEquals(text, 0, process.waitFor());
		return text.lines().toList();
	}

	/** Voxel counts by src/test/scripts/oracle_seg_counts.py. */
	@Test
	public void filesOfOthers() throws IOException {
		Affine ct = Affine.ofRows(-3.04687595367432, 0, 0, 193.09599304199222, 0, -3.04687595367432, 0, 216.39599609374994, 0, 0,
				9.9999999999999964, -340.24999999999994);
		SegNrrdContent slicer = SegNrrdReader.read(SharedData.require("nrrd/SegmentationOverlapping.seg.nrrd"),
				identity(new ImageSize(128, 128, 34, 1, 1), ct), Progress.NONE);
		assertEquals(List.of(), slicer.warnings());
		int[] first = {8487, 1216, 2712, 3259, 34450, 33700, 154589};
		for (int value = 1; value <= 7; value++)
			assertEquals(first[value - 1], count(slicer.blocks(), 0, value));
		assertEquals(19139, count(slicer.blocks(), 1, 1));
		List<Segment> segments = slicer.segments();
		assertEquals("ribs", segments.get(0).name());
		assertEquals(Code.of("SCT", "113197003", "Rib"), segments.get(0).coding().type());
		assertEquals(Code.of("SCT", "24028007", "Right"), segments.get(4).coding().typeModifier());
		assertEquals(Integer.valueOf(0x16c547), segments.get(4).rgb());
		assertEquals(1, segments.get(7).layer());
		assertEquals("the same ids every time", segments, SegNrrdReader.read(
				SharedData.require("nrrd/SegmentationOverlapping.seg.nrrd"), identity(new ImageSize(128, 128, 34, 1, 1), ct),
				Progress.NONE).segments());

		SegNrrdContent example = SegNrrdReader.read(SharedData.require("sidecar/example-overlap.seg.nrrd"),
				identity(new ImageSize(8, 6, 4, 1, 1), Affine.ofRows(0.5, 0, 0, -10, 0, 0.5, 0, 20, 0, 0, 2, -30)),
				Progress.NONE);
		assertEquals(12, count(example.blocks(), 0, 1));
		assertEquals(4, count(example.blocks(), 0, 2));
		assertEquals(45, count(example.blocks(), 1, 1));
		assertEquals("Läsion 1", example.segments().get(0).name());
	}

	@Test
	public void aPlainLabelMapBecomesOneSegmentForEachValue() throws IOException {
		Path file = SharedData.require("nrrd/prostate_phantom_subvolume-label.nrrd");
		Affine place = NrrdSpace.of(NrrdHeader.read(file)).voxelToPatient();
		SegNrrdContent content = SegNrrdReader.read(file, identity(new ImageSize(82, 67, 13, 1, 1), place), Progress.NONE);
		assertEquals(List.of(1, 7, 8, 9), content.segments().stream().map(Segment::value).toList());
		assertEquals("Segment_7", content.segments().get(1).name());
		assertEquals(9088, count(content.blocks(), 0, 9));
	}

	@Test
	public void whatSlicerChangedIsTakenOverAndTheRestKept() throws IOException {
		UUID renamed = new UUID(1, 1);
		UUID gone = new UUID(1, 2);
		AnnotationDocument document = new AnnotationDocument(identity(new ImageSize(4, 4, 4, 1, 1), null), Protocol.NONE);
		short[] labels = new short[LabelBlock.VOXELS];
		labels[0] = 1;
		document.edit("Add").put(Segment.of(renamed, 0, 1, "Größe", "liver")).put(Segment.of(gone, 0, 2, "gone", null))
				.put(new BlockIndex(0, 0, 0, 0, 0), LabelBlock.of(labels)).apply();
		String header = new String(bytes(document), StandardCharsets.ISO_8859_1).split("\n\n")[0] + "\n";
		assertTrue(header, header.contains("Segment0_Name:=Grosse\n"));
		String changed = header.replace("Segment0_LabelValue:=1", "Segment0_LabelValue:=5").replaceAll("Segment1_.*\n", "")
				+ "Segment1_ID:=Segment_9\nSegment1_LabelValue:=2\nSegment1_Layer:=0\nSegment1_Name:=new\nSegment1_Color:=1 0 0\n\n";
		byte[] voxels = new byte[64];
		voxels[0] = 5;
		voxels[63] = 2;
		SegNrrdContent content = read(join(changed, voxels), document.image());
		SegNrrdContent.Joined joined = content.join(document.segments(), Protocol.NONE);
		assertEquals(List.of(gone), joined.missing());
		assertEquals(1, joined.added().size());
		Segment kept = joined.segments().get(0);
		assertEquals("the name in Unicode, though the file has it in ASCII", "Größe", kept.name());
		assertEquals("liver", kept.classKey());
		assertEquals(5, kept.value());
		assertEquals("new", joined.segments().get(1).name());
		assertEquals(1, count(content.blocks(), 0, 5));
		String other = changed.replace("Segment0_Name:=Grosse", "Segment0_Name:=Right lobe").replaceFirst("Segment0_Color:=.*\n",
				"Segment0_Color:=0 1 0\n");
		Segment taken = read(join(other, voxels), document.image()).join(document.segments(), Protocol.NONE).segments().get(0);
		assertEquals("Right lobe", taken.name());
		assertEquals(Integer.valueOf(0x00ff00), taken.rgb());
	}

	@Test
	public void aPartOfTheImageIsPutWhereItBelongs() throws IOException {
		ImageIdentity image = identity(new ImageSize(60, 50, 40, 1, 1), OBLIQUE);
		org.annotomy.geometry.Position at = OBLIQUE.apply(30, 20, 35);
		String header = "NRRD0004\ntype: uchar\ndimension: 3\nspace: right-anterior-superior\nsizes: 2 2 2\n"
				+ "space directions: (-0.6,-0.2,-0.1) (0.2,-0.6,0.03) (-0.1,-0.05,2.5)\nkinds: domain domain domain\nencoding: gzip\n"
				+ "space origin: (" + -at.x() + "," + -at.y() + "," + at.z()
				+ ")\nSegmentation_ReferenceImageExtentOffset:=30 20 35\n"
				+ "Segment0_ID:=a\n\n";
		SegNrrdContent content = read(join(header, new byte[]{0, 0, 0, 0, 0, 0, 0, 1}), image);
		assertEquals(1, content.blocks().size());
		assertEquals(1, content.blocks().get(new BlockIndex(0, 0, 0, 1, 0)).get(BlockIndex.offset(31, 21, 36)));
		SegNrrdContent beyond = read(join(header, new byte[]{1, 0, 0, 0, 0, 0, 0, 1}),
				identity(new ImageSize(31, 21, 40, 1, 1), OBLIQUE));
		assertEquals(List.of("Some segments reach beyond the image; what lies outside was left out."), beyond.warnings());
	}

	@Test
	public void refusals() throws IOException {
		String header = "NRRD0004\ntype: uint16\ndimension: 3\nsizes: 4 4 4\nendian: little\nencoding: gzip\nSegment0_ID:=a\n\n";
		byte[] good = join(header, new byte[128]);
		ImageIdentity image = identity(new ImageSize(4, 4, 4, 1, 1), OBLIQUE);
		assertEquals(Map.of(), read(good, image).blocks());
		refuse("cut off or damaged", join(header, new byte[127]), image);
		refuse("cut off or damaged", Arrays.copyOf(good, good.length - 12), image);
		refuse("promises more voxels", join(header.replace("4 4 4", "4000 40000 4000"), new byte[9]), image);
		refuse("whole numbers", join(header.replace("uint16", "float"), new byte[256]), image);
		refuse("have two to four", join(header.replace("dimension: 3\nsizes: 4", "dimension: 5\nsizes: 1 1 4"), new byte[128]),
				image);
		refuse("fractional label maps",
				join(header.replace("\n\n", "\nSegmentation_MasterRepresentation:=Fractional labelmap\n\n"),
						new byte[128]),
				image);
		byte[] negative = new byte[128];
		negative[1] = (byte) 0x80;
		refuse("a voxel has the label -32768", join(header.replace("uint16", "int16"), negative), image);
		refuse("the label value 70000", join(header.replace("\n\n", "\nSegment0_LabelValue:=70000\n\n"), new byte[128]), image);
		refuse("cannot be read", join(header.replace("\n\n", "\nSegment0_Layer:=x\n\n"), new byte[128]), image);
		String placed = header
				.replace("sizes", "space: LPS\nspace directions: (1,0,0) (0,1,0) (0,0,1)\nspace origin: (0,0,0)\nsizes")
				.replace("space: LPS", "space: left-posterior-superior");
		refuse("another spacing or direction", join(placed, new byte[128]), image);
		refuse("lie between those of the image", join(placed.replace("(0,0,0)\nsizes", "(0.4,0,0)\nsizes"), new byte[128]),
				identity(new ImageSize(4, 4, 4, 1, 1), Affine.IDENTITY));
	}

	private void refuse(String reason, byte[] file, ImageIdentity image) {
		ImageFormatException refused = assertThrows(reason, ImageFormatException.class, () -> read(file, image));
		assertTrue(refused.getMessage(), refused.getMessage().contains(reason));
	}

	private static byte[] join(String header, byte[] voxels) throws IOException {
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		file.write(header.getBytes(StandardCharsets.ISO_8859_1));
		try (GZIPOutputStream packed = new GZIPOutputStream(file)) {
			packed.write(voxels);
		}
		return file.toByteArray();
	}

	private static ImageIdentity identity(ImageSize size, Affine place) {
		return new ImageIdentity("stack", size, null, null, List.of(), null, new double[]{Double.NaN, Double.NaN, Double.NaN},
				"px", null,
				place, new ArrayList<>());
	}

	private static long count(Map<BlockIndex, LabelBlock> blocks, int layer, int value) {
		long count = 0;
		for (Map.Entry<BlockIndex, LabelBlock> entry : blocks.entrySet())
			for (short label : entry.getValue().toArray())
				if (entry.getKey().layer() == layer && (label & 0xffff) == value) count++;
		return count;
	}

	private SegNrrdContent read(byte[] file, ImageIdentity image) throws IOException {
		Path path = folder.newFile().toPath();
		Files.write(path, file);
		return SegNrrdReader.read(path, image, Progress.NONE);
	}

	private static byte[] bytes(AnnotationDocument document) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		SegNrrdWriter.write(document, out, Progress.NONE);
		return out.toByteArray();
	}
}
