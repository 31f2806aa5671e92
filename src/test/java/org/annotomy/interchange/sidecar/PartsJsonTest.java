package org.annotomy.interchange.sidecar;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import org.annotomy.annotation.LabelScope;
import org.annotomy.annotation.model.AttributeValue;
import org.annotomy.annotation.model.Code;
import org.annotomy.annotation.model.Coding;
import org.annotomy.annotation.model.Link;
import org.annotomy.annotation.model.Provenance;
import org.annotomy.annotation.model.Segment;
import org.annotomy.annotation.model.Tracking;
import org.annotomy.annotation.protocol.ProtocolStamp;
import org.annotomy.geometry.Affine;
import org.annotomy.identity.ImageHash;
import org.annotomy.identity.ImageIdentity;
import org.annotomy.identity.ImageSize;
import org.annotomy.json.Json;
import org.annotomy.json.JsonException;
import org.annotomy.json.JsonObject;
import org.junit.Test;

/** Segments, links, labels, stamps and identities come back as they were. */
public class PartsJsonTest {

	private static final JsonObject OTHERS = JsonObject.builder().put("preview", true).build();

	@Test
	public void segments() throws IOException {
		UUID id = UUID.fromString("a998317e-4eeb-4beb-8305-19a85f641136");
		Coding coding = new Coding(Code.of("SCT", "10200004", "Liver"), null, null, null, null);
		Provenance model = new Provenance(null, new Provenance.Model("organ-net", null, Double.NaN), null, null, null, null,
				null);
		for (Segment segment : List.of(Segment.of(id, 0, 1, "Leber – Segment", "liver"), Segment.of(id, 3, 65535, null, null),
				new Segment(id, 1, 2, "x", "y", coding, 0xaabbcc, 1, false, true, Map.of("a", AttributeValue.of(1.5)),
						new Tracking("L1", "2.25.7"), model,
						OTHERS),
				new Segment(id, 1, 2, "x", "y", coding, -5, 0.1, false, true, Map.of(), null, model, OTHERS)))
			assertEquals(segment, SegmentJson.decode(reread(SegmentJson.encode(segment))));
		refuse("a segment needs a \"uuid\"", () -> SegmentJson.decode(parse("{\"value\":1}")));
		refuse("A segment's label must be from 1",
				() -> SegmentJson.decode(parse("{\"uuid\":\"" + id + "\",\"value\":0}")));
	}

	@Test
	public void links() throws IOException {
		Link link = Link.of("same-lesion", new UUID(1, 2), new UUID(3, 4));
		assertEquals(link, LinkJson.decode(reread(LinkJson.encode(link))));
		Link rich = new Link(new UUID(5, 6), "follow-up", new UUID(1, 2), new UUID(3, 4),
				parse("{\"sopUID\":[\"2.25.5107\"],\"size\":[1,2,3,4,5]}"), "2.25.99", 0.75, OTHERS);
		assertEquals(rich, LinkJson.decode(reread(LinkJson.encode(rich))));
		JsonObject nameless = reread(LinkJson.encode(link)).without(java.util.Set.of("id"));
		assertEquals(LinkJson.decode(nameless).id(), LinkJson.decode(nameless).id());
		refuse("a link needs \"rel\"", () -> LinkJson.decode(parse("{\"rel\":\"x\"}")));
	}

	@Test
	public void labels() throws IOException {
		Map<LabelScope, Map<String, AttributeValue>> labels = Map.of(LabelScope.IMAGE,
				Map.of("quality", AttributeValue.of("adequate"), "dx", AttributeValue.of(Code.of("SCT", "1", "One"))),
				LabelScope.STUDY, Map.of("n", AttributeValue.of(0.1), "ok", AttributeValue.of(true), "all",
						new AttributeValue.Several(List.of(AttributeValue.of("a"), AttributeValue.of(false)))));
		assertEquals(labels, LabelsJson.decode(reread(LabelsJson.encode(labels))));
		assertEquals(JsonObject.EMPTY, LabelsJson.encode(Map.of()));
		assertTrue(
				LabelsJson.decode(parse("{\"image\":{\"a\":null,\"b\":[[1]],\"c\":{\"d\":1}}}")).get(LabelScope.IMAGE).isEmpty());
	}

	@Test
	public void stamps() throws IOException {
		for (ProtocolStamp stamp : List.of(new ProtocolStamp("onco", "2.1", "77aa"), new ProtocolStamp("x", "1", null)))
			assertEquals(stamp, ProtocolStampJson.decode(reread(ProtocolStampJson.encode(stamp))));
		refuse("a protocol is named by", () -> ProtocolStampJson.decode(parse("{\"id\":\"a\"}")));
	}

	@Test
	public void identities() throws IOException {
		Random random = new Random(5);
		double[] rows = new double[12];
		for (int i = 0; i < rows.length; i++)
			rows[i] = random.nextGaussian();
		ImageIdentity plain = ImageIdentity.of("stack", new ImageSize(512, 256, 3, 2, 1));
		ImageIdentity rich = new ImageIdentity("dicom", new ImageSize(512, 256, 3, 1, 1), "2.25.1", "2.25.2",
				List.of("2.25.4", "2.25.3"), "2.25.5", new double[]{0.703, 1 / 3.0, Double.NaN}, "mm", "PixelSpacing",
				Affine.ofRows(rows), List.of(new ImageHash("pixels", "sha256", "9f2a")));
		for (ImageIdentity image : List.of(plain, rich))
			assertEquals(image, IdentityJson.decode(reread(IdentityJson.encode(image))));
		refuse("an image needs \"kind\" and \"size\"", () -> IdentityJson.decode(parse("{\"kind\":\"x\"}")));
		refuse("\"size\" needs five numbers", () -> IdentityJson.decode(parse("{\"kind\":\"x\",\"size\":[1]}")));
		refuse("at least one pixel", () -> IdentityJson.decode(parse("{\"kind\":\"x\",\"size\":[0,1,1,1,1]}")));
	}

	@Test
	public void thePlaceOfAnImageCanBeToldByDirectionAndOrigin() throws IOException {
		ImageIdentity image = IdentityJson.decode(parse("{\"kind\":\"x\",\"size\":[4,4,4,1,1],\"spacing\":[0.5,0.5,2],"
				+ "\"direction\":[1,0,0,0,0,-1,0,1,0],\"origin\":[1,2,3]}"));
		assertEquals(Affine.ofRows(0.5, 0, 0, 1, 0, 0, 2, 2, 0, -0.5, 0, 3), image.voxelToPatient());
	}

	@Test
	public void manyInstancesAreWrittenAsOneDigest() throws IOException {
		List<String> uids = new ArrayList<>();
		for (int i = 0; i < 60; i++)
			uids.add("2.25." + (i * 7 % 60));
		ImageIdentity image = new ImageIdentity("dicom", new ImageSize(4, 4, 60, 1, 1), null, "2.25.2", uids, null, new double[3],
				"mm", null, null, List.of());
		JsonObject written = IdentityJson.encode(image);
		assertFalse(written.has("sopUID"));
		// for i in $(seq 0 59); do echo 2.25.$((i*7%60)); done | LC_ALL=C sort | head -c -1 | sha256sum
		assertEquals("f01fdadbc4cc8483614f0737767af80188bc6c306a494c2226b9f72ddfc0e0b9", written.string("sopSetHash", ""));
		java.util.Collections.shuffle(uids, new Random(1));
		assertEquals(written.string("sopSetHash", ""),
				IdentityJson.encode(new ImageIdentity("dicom", image.size(), null, "2.25.2",
						uids, null, new double[3], "mm", null, null, List.of())).string("sopSetHash", "?"));
		ImageIdentity back = IdentityJson.decode(reread(written));
		assertEquals(IdentityJson.SOP_SET, back.hashes().get(0).of());
		assertEquals(back, IdentityJson.decode(reread(IdentityJson.encode(back))));
	}

	private interface Reading {
		void run() throws IOException;
	}

	private static void refuse(String reason, Reading reading) {
		JsonException refused = assertThrows(JsonException.class, reading::run);
		assertTrue(refused.getMessage(), refused.getMessage().contains(reason));
	}

	private static JsonObject reread(JsonObject value) throws IOException {
		return parse(Json.write(value));
	}

	private static JsonObject parse(String text) throws IOException {
		return Json.parse(text).asObject();
	}
}
