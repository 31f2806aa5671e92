package org.annotomy.interchange.sidecar;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.DocumentState;
import org.annotomy.annotation.EditBuilder;
import org.annotomy.annotation.LabelScope;
import org.annotomy.annotation.RandomEdits;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.AttributeValue;
import org.annotomy.annotation.model.Code;
import org.annotomy.annotation.model.Coding;
import org.annotomy.annotation.model.Plane;
import org.annotomy.annotation.model.Provenance;
import org.annotomy.annotation.model.Segment;
import org.annotomy.annotation.protocol.AnnotationClass;
import org.annotomy.annotation.protocol.AnnotationClass.Overlap;
import org.annotomy.annotation.protocol.Protocol;
import org.annotomy.annotation.protocol.ProtocolStamp;
import org.annotomy.annotation.shape.LineShape;
import org.annotomy.annotation.shape.PolygonShape;
import org.annotomy.geometry.Point;
import org.annotomy.interchange.sidecar.SidecarHeader.Rater;
import org.annotomy.interchange.sidecar.SidecarHeader.Tombstone;
import org.annotomy.interchange.sidecar.SidecarHeader.VoxelStamp;
import org.annotomy.json.JsonObject;
import org.annotomy.task.Progress;
import org.junit.Test;

/** Documents written as sidecars and read again. */
public class SidecarFileTest {

	private static final SidecarHeader HEADER = new SidecarHeader("1.0", 7, "sha256:3b0c", Instant.parse("2026-03-04T09:07:31Z"),
			"0.1.0", List.of(Rater.of("r-4f1c", "radiologist")), new VoxelStamp("c41d", 184223), List.of(),
			List.of(new Tombstone("0c1d6d0a-0b0b-4d55-9a57-8f1d4a9a2b11", "2026-03-04", "r-4f1c", JsonObject.EMPTY)), List.of());

	@Test
	public void randomDocumentsComeBackAsTheyWere() throws IOException {
		for (long seed = 1; seed <= 20; seed++) {
			AnnotationDocument document = randomDocument(seed);
			byte[] file = SidecarWriter.write(document, HEADER, Progress.NONE).toBytes();
			assertEquals("seed " + seed, List.of(), QuPathSafeGate.check(file));
			SidecarContent content = SidecarReader.read(file, Progress.NONE);
			assertEquals("seed " + seed, List.of(), content.report().warnings());
			assertEquals(HEADER, content.header());
			assertEquals(document.image(), content.image().orElseThrow());
			AnnotationDocument back = content.toDocument(document.image(), document.protocol(), document.blocks());
			for (AnnotationObject object : document.objects())
				assertEquals("seed " + seed, object, back.object(object.id()).orElse(null));
			assertTrue("seed " + seed, DocumentState.of(document).equals(DocumentState.of(back)));
			assertArrayEquals("seed " + seed, file, SidecarWriter.write(back, content.header(), Progress.NONE).toBytes());
		}
	}

	private static AnnotationDocument randomDocument(long seed) {
		AnnotationDocument document = RandomEdits.emptyDocument();
		RandomEdits edits = new RandomEdits(seed);
		for (int i = 0; i < 60; i++)
			edits.next(document);
		RandomObjects objects = new RandomObjects(seed);
		EditBuilder edit = document.edit("More");
		for (int i = 0; i < 60; i++)
			edit.put(objects.next());
		edit.apply();
		return document;
	}

	@Test
	public void theOrderOfAddingDoesNotMatter() {
		RandomObjects objects = new RandomObjects(3);
		List<AnnotationObject> all = new ArrayList<>();
		for (int i = 0; i < 50; i++)
			all.add(objects.next());
		byte[] file = SidecarWriter.write(of(all), HEADER, Progress.NONE).toBytes();
		Collections.shuffle(all, new Random(4));
		assertArrayEquals(file, SidecarWriter.write(of(all), HEADER, Progress.NONE).toBytes());
	}

	@Test
	public void objectsComeBackInTheOrderInWhichTheyWereMade() throws IOException {
		Instant start = Instant.parse("2026-11-27T08:00:00Z");
		List<AnnotationObject> all = new ArrayList<>();
		for (int i = 0; i < 9; i++)
			all.add(line(9 - i).name("made " + i).provenance(Provenance.drawn("line", "r-1", start.plusSeconds(i))).build());
		AnnotationDocument document = of(all);
		byte[] file = SidecarWriter.write(document, HEADER, Progress.NONE).toBytes();
		assertEquals(all, SidecarReader.read(file, Progress.NONE)
				.toDocument(document.image(), document.protocol(), Map.of()).objects());
	}

	@Test
	public void oneFeatureIsOneLineAndTheHeaderComesFirst() {
		AnnotationDocument document = of(List.of(line(2).build(), line(1).name("a\nb").build()));
		String[] lines = text(document).split("\n", -1);
		assertEquals(5, lines.length);
		assertTrue(lines[0], lines[0].startsWith("{\"type\":\"FeatureCollection\",\"annotomy\":{\"format\":\"annotomy-sidecar\","
				+ "\"version\":\"1.0\",\"revision\":7,\"parent\":\"sha256:3b0c\",\"modified\":\"2026-03-04T09:07:31Z\","
				+ "\"generator\":{\"name\":\"annotomy\",\"version\":\"0.1.0\"},\"frame\":\"pixel-corner\",\"image\":{\"kind\":"));
		assertTrue(lines[0], lines[0].endsWith("},\"features\":["));
		assertTrue(lines[1], lines[1].startsWith("{\"type\":\"Feature\",\"id\":\"00000000-0000-0000-0000-000000000001\""));
		assertTrue(lines[1], lines[1].endsWith("},"));
		assertEquals("]}", lines[3]);
		assertEquals("", lines[4]);
	}

	@Test
	public void anEmptyDocumentIsWrittenToo() throws IOException {
		String file = text(RandomEdits.emptyDocument());
		assertTrue(file, file.endsWith(",\"features\":[\n]}\n"));
		assertEquals(List.of(), SidecarReader.read(file.getBytes(StandardCharsets.UTF_8), Progress.NONE).objects());
	}

	@Test
	public void classesLookAsTheProtocolSaysAndQuPathAllows() throws IOException {
		Coding lesion = new Coding(Code.of("SCT", "52988006", "Lesion"), null, null, null, null);
		Protocol protocol = new Protocol(new ProtocolStamp("onco", "2", "77aa"), "Onco", "",
				List.of(new AnnotationClass("target", "Target:lesion\n", 0xE63C28, 't', java.util.Set.of(), lesion, 0, true,
						Overlap.ALLOWED, null, 0, 0, 0, 9, List.of(), null, null),
						AnnotationClass.plain("pos", "Tumor: Positive", 0xfa3e3e)),
				List.of(), List.of(), List.of(), List.of());
		AnnotationDocument document = new AnnotationDocument(RandomEdits.emptyDocument().image(), protocol);
		document.edit("Add").put(line(1).classKey("target").build()).put(line(2).classKey("pos").build())
				.put(line(3).classKey("other").build()).put(Segment.of(new UUID(9, 9), 0, 1, null, "target")).apply();
		String file = text(document);
		assertTrue(file, file.contains("\"classification\":{\"name\":\"Target -lesion\",\"color\":[230,60,40]}"));
		assertTrue(file, file.contains("\"metadata\":{\"annotomy.code\":\"SCT^52988006^Lesion\"}"));
		assertTrue(file, file.contains("\"classification\":{\"names\":[\"Tumor\",\"Positive\"],\"color\":[250,62,62]}"));
		assertTrue(file, file.contains("\"classification\":{\"name\":\"other\","));
		SidecarContent content = SidecarReader.read(file.getBytes(StandardCharsets.UTF_8), Progress.NONE);
		Protocol found = content.protocolOfFile();
		assertEquals(protocol.stamp(), found.stamp());
		assertEquals(0xE63C28, found.findClass("target").orElseThrow().rgb());
		assertEquals("Tumor: Positive", found.findClass("pos").orElseThrow().name());
		assertEquals(3, found.classes().size());
		assertEquals(3, content.completed(protocol).classes().size());
		assertEquals(file, written(content.toDocument(document.image(), content.completed(protocol), Map.of()),
				content.header()));
	}

	@Test
	public void whatQuPathCannotOpenIsKeptBesideAndTold() throws IOException {
		AnnotationObject point = line(1).shape(new LineShape(new Point(5, 5), new Point(5, 5))).name("no length").build();
		AnnotationObject nan = line(2).shape(new LineShape(new Point(5, Double.NaN), new Point(5, 5))).build();
		AnnotationObject flat = line(3).shape(PolygonShape.of(0, 0, 5, 0, 9, 0)).build();
		AnnotationObject nucleus = line(4).foreign(new org.annotomy.annotation.model.ForeignMembers(
				JsonObject.builder().put("nucleusGeometry", JsonObject.builder().put("type", "Blob").build()).build(),
				JsonObject.EMPTY, JsonObject.EMPTY, JsonObject.EMPTY)).build();
		AnnotationObject fine = line(5).build();
		List<AnnotationObject> all = List.of(point, nan, flat, nucleus, fine);
		SidecarFile file = SidecarWriter.write(of(all), HEADER, Progress.NONE);
		assertEquals(1, file.features());
		assertEquals(4, file.unplaced().size());
		assertEquals(new SidecarFile.Unplaced(nucleus.id(), "the geometry is of no type that QuPath reads"),
				file.unplaced().get(3));
		SidecarContent content = SidecarReader.read(file.toBytes(), Progress.NONE);
		for (AnnotationObject object : all)
			assertTrue(object.toString(), content.objects().contains(object));
	}

	@Test
	public void unknownMembersStayAtEveryLevel() throws IOException {
		String file = text(of(List.of(line(1).comment("c").attribute("margin",
				AttributeValue.of(Code.of("SCT", "1", "One"))).locked(true).build())));
		String strange = file.replace("\"frame\"", "\"zoo\":{\"b\":1.500,\"a\":[1e3,null]},\"frame\"")
				.replace("\"image\":{", "\"image\":{\"crop\":{\"x\":0},")
				.replace(",\"features\"", ",\"x-top\":[true],\"features\"")
				.replace("\"geometry\":{", "\"stamp\":1.10,\"geometry\":{\"why\":\"so\",")
				.replace("\"properties\":{", "\"properties\":{\"stain\":\"H&E\",")
				.replace("\"comment\"", "\"mood\":0.50,\"comment\"")
				.replace("\"shape\":{", "\"shape\":{\"size\":3,")
				.replace("\"scheme\":\"SCT\"", "\"cid\":\"6\",\"scheme\":\"SCT\"");
		SidecarContent content = read(strange);
		String again = written(content.toDocument(content.image().orElseThrow(), Protocol.NONE, Map.of()),
				content.header());
		for (String kept : List.of("\"zoo\":{\"b\":1.500,\"a\":[1e3,null]}", "\"crop\":{\"x\":0}", "\"x-top\":[true]",
				"\"stamp\":1.10", "\"why\":\"so\"", "\"stain\":\"H&E\"", "\"mood\":0.50", "\"size\":3", "\"cid\":\"6\""))
			assertTrue(kept + " in " + again, again.contains(kept));
		SidecarContent twice = read(again);
		assertEquals(content.objects(), twice.objects());
		assertEquals(again, written(twice.toDocument(twice.image().orElseThrow(), Protocol.NONE, Map.of()),
				twice.header()));
	}

	@Test
	public void versions() throws IOException {
		String file = text(of(List.of(line(1).build())));
		SidecarContent minor = read(file.replace("\"version\":\"1.0\"", "\"version\":\"1.17\""));
		assertFalse(minor.report().readOnlyReason().isPresent());
		assertTrue(written(minor.toDocument(minor.image().orElseThrow(), Protocol.NONE, Map.of()), minor.header())
				.contains("\"format\":\"annotomy-sidecar\",\"version\":\"1.17\""));
		SidecarContent major = read(file.replace("\"version\":\"1.0\"", "\"version\":\"2.3\""));
		assertTrue(major.report().readOnly(), major.report().readOnly().contains("newer version of Annotomy (format 2.3)"));
		assertTrue(major.toDocument(major.image().orElseThrow(), Protocol.NONE, Map.of()).readOnlyReason().isPresent());
	}

	@Test
	public void aPackedFileIsReadLikeAPlainOne() throws IOException {
		byte[] file = text(of(List.of(line(1).build()))).getBytes(StandardCharsets.UTF_8);
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
			out.write(file);
		}
		assertEquals(SidecarReader.read(file, Progress.NONE), SidecarReader.read(packed.toByteArray(), Progress.NONE));
	}

	@Test
	public void aFeatureThatIsBrokenIsKeptAsItStands() throws IOException {
		String file = text(of(List.of(line(1).build(), line(2).comment("x").build(), line(3).build())));
		String broken = file.replace("\"comment\":\"x\"", "\"comment\":7.10");
		SidecarContent content = read(broken);
		assertEquals(2, content.objects().size());
		assertEquals(List.of("Feature 2: it is kept but cannot be shown: expected a string but found the number 7.10."),
				content.report().warnings());
		String again = written(content.toDocument(content.image().orElseThrow(), Protocol.NONE, Map.of()),
				content.header());
		assertTrue(again, again.contains("\"unplaced\":[{\"type\":\"Feature\""));
		assertTrue(again, again.contains("\"comment\":7.10"));
		assertEquals(content.header().kept(), read(again).header().kept());
	}

	@Test
	public void nothingOfTheMachineGetsIn() {
		AnnotationDocument document = of(List.of(line(1).build()));
		document.edit("Label").label(LabelScope.IMAGE, "quality", AttributeValue.of("ok")).apply();
		String file = text(document);
		for (String seed : List.of(System.getProperty("user.name"), System.getProperty("user.home"),
				System.getProperty("user.dir"), System.getProperty("java.io.tmpdir")))
			assertFalse(seed, seed.length() > 2 && file.contains(seed));
	}

	private static SidecarContent read(String text) throws IOException {
		return SidecarReader.read(text.getBytes(StandardCharsets.UTF_8), Progress.NONE);
	}

	private static AnnotationObject.Builder line(int number) {
		return AnnotationObject.builder(new UUID(0, number), new LineShape(new Point(1.5, 2.5), new Point(9, number)),
				Plane.slice(number));
	}

	private static AnnotationDocument of(List<AnnotationObject> objects) {
		AnnotationDocument document = RandomEdits.emptyDocument();
		EditBuilder edit = document.edit("Add");
		objects.forEach(edit::put);
		edit.apply();
		return document;
	}

	private static String text(AnnotationDocument document) {
		return written(document, HEADER);
	}

	private static String written(AnnotationDocument document, SidecarHeader header) {
		return new String(SidecarWriter.write(document, header, Progress.NONE).toBytes(), StandardCharsets.UTF_8);
	}
}
