package org.annotomy.linking.layout;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.annotomy.display.fusion.ColourTable;
import org.annotomy.identity.ImageIdentity;
import org.annotomy.identity.ImageSize;
import org.annotomy.json.JsonException;
import org.annotomy.linking.group.GroupMember;
import org.annotomy.linking.group.ImageGroup;
import org.annotomy.linking.group.MemberFacts;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;

/** Layout files, and which image takes which slot. */
public class LayoutTest {

	private static final String GOOD = """
			{
				"id": "two",
				"title": "Two",
				"slots": [
					{"key": "a", "match": [{"Modality": "CT"}], "time": "first"},
					{"key": "b", "match": [{"Modality": ["MR", "PT"]}], "prefer": {"Sequence": "T1"}}
				],
				"stages": [
					{"title": "One", "rows": 2, "columns": 2, "sync": ["scroll"],
						"windows": [
							{"slot": "a", "row": 1, "column": 1, "rowSpan": 2},
							{"slot": "b", "row": 2, "column": 2, "plane": "coronal", "scale": "same"}
						]}
				]
			}
			""";

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private static GroupMember member(String key, String... facts) {
		Map<String, String> values = new LinkedHashMap<>();
		for (String fact : facts)
			values.put(fact.split("=")[0], fact.split("=")[1]);
		return new GroupMember(key, key, ImageIdentity.of("dicom", new ImageSize(10, 10, 1, 1, 1)), new MemberFacts(values));
	}

	private static Layout builtIn(String id) {
		return LayoutCatalog.with(Path.of("nowhere")).require(id);
	}

	private static Map<String, String> chosen(Layout layout, GroupMember... members) {
		Map<String, String> keys = new LinkedHashMap<>();
		LayoutMatch match = LayoutMatch.of(layout, List.of(members));
		layout.slots().stream().filter(slot -> match.chosen().containsKey(slot.key()))
				.forEach(slot -> keys.put(slot.key(), match.chosen().get(slot.key()).key()));
		return keys;
	}

	@Test
	public void mammogramsGoWhereSideAndViewSay() {
		GroupMember[] four = {member("1", "Modality=MG", "Side=L", "View=MLO"), member("2", "Modality=MG", "Side=R", "View=MLO"),
				member("3", "Modality=MG", "Side=R", "View=CC"), member("4", "Modality=MG", "Side=L", "View=CC")};
		assertEquals(Map.of("rcc", "3", "lcc", "4", "rmlo", "2", "lmlo", "1"), chosen(builtIn("mammography-four-up"), four));
		LayoutMatch three = LayoutMatch.of(builtIn("mammography-four-up"), List.of(four).subList(0, 3));
		assertEquals(List.of("lcc"), three.missing());
		assertFalse(three.isComplete());
	}

	@Test
	public void sequencesOfABrainGoWhereTheyBelong() {
		Map<String, String> mr = chosen(builtIn("mr-brain"), member("flair", "Modality=MR", "Sequence=FLAIR", "Contrast=NO"),
				member("t1c", "Modality=MR", "Sequence=T1", "Contrast=YES"), member("adc", "Modality=MR", "Sequence=ADC"),
				member("dwi", "Modality=MR", "Sequence=DWI"), member("t1", "Modality=MR", "Sequence=T1", "Contrast=NO"),
				member("t2", "Modality=MR", "Sequence=T2"));
		assertEquals(Map.of("t1", "t1", "t2", "t2", "flair", "flair", "t1c", "t1c", "adc", "adc"), mr);
	}

	@Test
	public void timesDecideBetweenDays() {
		GroupMember early = member("early", "Modality=CT", "Volume=YES", "Day=0");
		GroupMember late = member("late", "Modality=CT", "Volume=YES", "Day=90");
		assertEquals(Map.of("baseline", "early", "follow-up", "late"), chosen(builtIn("baseline-follow-up"), late, early));
		List<Layout> all = LayoutCatalog.with(Path.of("nowhere")).layouts();
		assertEquals("baseline-follow-up",
				LayoutMatch.suggest(all, ImageGroup.of("g", List.of(early, late))).orElseThrow().layout().id());
		assertEquals("ct-three-planes",
				LayoutMatch.suggest(all, ImageGroup.of("g", List.of(early, member("x", "Modality=CT", "Volume=YES", "Day=0"))))
						.orElseThrow().layout().id());
	}

	/** Whatever the order of the images: the same ones are shown. */
	@Test
	public void theOrderOfImagesDoesNotCount() {
		List<GroupMember> members = new ArrayList<>(List.of(member("ct", "Modality=CT", "Volume=YES"),
				member("pet", "Modality=PT", "Volume=YES"), member("mr", "Modality=MR", "Sequence=T1", "Volume=YES")));
		for (int turn = 0; turn < 3; turn++) {
			members.add(members.remove(0));
			assertEquals(Map.of("ct", "ct", "pet", "pet"), chosen(builtIn("pet-ct"), members.toArray(GroupMember[]::new)));
		}
	}

	@Test
	public void readAsWritten() throws Exception {
		Layout layout = read(GOOD);
		assertEquals(LayoutSlot.Time.FIRST, layout.slots().get(0).time());
		assertEquals(List.of("MR", "PT"), layout.slots().get(1).match().get(0).get("Modality"));
		Layout.Stage stage = layout.stages().get(0);
		assertEquals(2, stage.cells().get(0).rowSpan());
		assertEquals("coronal", stage.cells().get(1).plane());
		assertTrue(stage.together().orElseThrow().scroll());
		assertFalse(stage.together().orElseThrow().pan());
		assertEquals(List.of(), violations(GOOD));
	}

	@Test
	public void eachMistakeIsRefusedWithItsLine() {
		refuse(5, "no fact \"PatientName\"", GOOD.replace("{\"Modality\": \"CT\"}", "{\"PatientName\": \"CT\"}"));
		refuse(6, "stands already in line 5", GOOD.replace("\"key\": \"b\"", "\"key\": \"a\""));
		refuse(11, "unknown slot \"c\"; known: a, b", GOOD.replace("\"slot\": \"a\"", "\"slot\": \"c\""));
		refuse(12, "row 2, column 1", GOOD.replace("\"row\": 2, \"column\": 2", "\"row\": 2, \"column\": 1"));
		refuse(12, "from 1 to 2, not 3", GOOD.replace("\"row\": 2, \"column\": 2", "\"row\": 3, \"column\": 2"));
		refuse(12, "unknown plane \"oblique\"", GOOD.replace("coronal", "oblique"));
		refuse(9, "unknown word \"everything\"", GOOD.replace("\"scroll\"", "\"everything\""));
		refuse(2, "lower-case", GOOD.replace("\"two\"", "\"Two!\""));
		refuse(3, "stands twice", GOOD.replace("\"title\": \"Two\"", "\"id\": \"x\""));
		refuse(5, "unknown member \"when\"", GOOD.replace("\"time\": \"first\"", "\"when\": \"first\""));
		refuse(0, "not text in UTF-8", new byte[]{'{', (byte) 0xff, '}'});
	}

	private static final String FUSED = GOOD.replace("\"plane\": \"coronal\"",
			"\"fusion\": {\"slot\": \"a\", \"colours\": \"rainbow\", \"low\": 1, \"opacity\": 70}");

	@Test
	public void anImageOverAnother() throws Exception {
		Layout.Fused fused = read(FUSED).stages().get(0).cells().get(1).fused();
		assertEquals(new Layout.Fused("a", "rainbow", 1.0, null, 70, true), fused);
		assertEquals(List.of(), violations(FUSED));
		Layout.Fused usual = read(GOOD.replace("\"plane\": \"coronal\"", "\"fusion\": {\"slot\": \"a\"}")).stages().get(0).cells()
				.get(1).fused();
		assertEquals(new Layout.Fused("a", "hot iron", null, null, 50, true), usual);
		assertEquals("the colours of fusions", Arrays.stream(ColourTable.values()).map(ColourTable::toString).toList(),
				LayoutReader.COLOURS);
		refuse(12, "unknown slot \"c\"", FUSED.replace("{\"slot\": \"a\", \"colours\"", "{\"slot\": \"c\", \"colours\""));
		refuse(12, "cannot lie over itself", FUSED.replace("{\"slot\": \"a\", \"colours\"", "{\"slot\": \"b\", \"colours\""));
		refuse(12, "unknown colour table \"plaid\"", FUSED.replace("rainbow", "plaid"));
		refuse(12, "from 0 to 100, not 170", FUSED.replace("70}", "170}"));
		refuse(12, "above \"low\"", FUSED.replace("\"low\": 1", "\"low\": 1, \"high\": 1"));
	}

	@Test
	public void aSlotMayAskForAQuantity() throws Exception {
		String suv = GOOD.replace("\"time\": \"first\"", "\"values\": \"SUVbw\"");
		assertEquals("SUVbw", read(suv).slots().get(0).values());
		assertEquals(List.of(), violations(suv));
		refuse(5, "must not be blank", suv.replace("SUVbw", " "));
	}

	private static void refuse(int line, String words, String text) {
		refuse(line, words, text.getBytes(StandardCharsets.UTF_8));
	}

	private static void refuse(int line, String words, byte[] bytes) {
		JsonException refusal = assertThrows(words, JsonException.class, () -> LayoutReader.read(bytes));
		assertTrue(refusal.getMessage(), refusal.getMessage().contains(words));
		assertEquals(refusal.getMessage(), line, refusal.line());
	}

	private static Layout read(String text) throws JsonException {
		return LayoutReader.read(text.getBytes(StandardCharsets.UTF_8));
	}

	@Test
	public void shippedLayoutsFitTheSchema() throws Exception {
		for (String id : LayoutCatalog.BUILT_IN)
			assertEquals(id, List.of(), violations(new String(LayoutCatalog.builtInFile(id), StandardCharsets.UTF_8)));
		assertFalse(violations(GOOD.replace("coronal", "oblique")).isEmpty());
	}

	private static List<String> violations(String json) throws IOException {
		try (InputStream in = LayoutTest.class.getResourceAsStream("/org/annotomy/linking/layout.schema.json")) {
			JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(in);
			return schema.validate(json, InputFormat.JSON).stream().map(Object::toString).toList();
		}
	}

	/** Those that docs/linking.md shows are read, fit the schema, and match what they are meant for. */
	@Test
	public void theExamplesOfTheDocumentationWork() throws Exception {
		String page = Files.readString(Path.of("docs/linking.md"));
		List<Layout> shown = new ArrayList<>();
		for (String block : page.split("```json")) {
			String json = block.substring(0, Math.max(0, block.indexOf("```")));
			if (!json.contains("\"stages\"")) continue;
			assertEquals(List.of(), violations(json));
			shown.add(read(json));
		}
		assertEquals(List.of("liver-phases", "knee-mr"), shown.stream().map(Layout::id).toList());
		assertEquals(Map.of("pd-sag", "s", "pd-cor", "c", "t2-ax", "a2", "t1", "t"), chosen(shown.get(1),
				member("a1", "Modality=MR", "Sequence=PD", "Orientation=AXIAL"),
				member("s", "Modality=MR", "Sequence=PD", "Orientation=SAGITTAL"),
				member("c", "Modality=MR", "Sequence=PD", "Orientation=CORONAL"),
				member("t", "Modality=MR", "Sequence=T1", "Orientation=CORONAL"),
				member("a2", "Modality=MR", "Sequence=T2", "Orientation=AXIAL")));
	}

	/** A user's file takes the place of ours with its id; a broken one does not hide the others. */
	@Test
	public void theUsersFolder() throws Exception {
		Path root = folder.getRoot().toPath();
		Files.writeString(root.resolve("a.layout.json"), GOOD.replace("\"two\"", "\"pet-ct\""));
		Files.writeString(root.resolve("b.layout.json"), "{");
		Files.writeString(root.resolve("c.layout.json"), GOOD.replace("\"two\"", "\"pet-ct\""));
		LayoutCatalog catalog = LayoutCatalog.with(root);
		assertEquals("Two", catalog.require("pet-ct").title());
		assertEquals(LayoutCatalog.BUILT_IN.size(), catalog.layouts().size());
		assertEquals(2, catalog.problems().size());
		String refusal = assertThrows(IllegalArgumentException.class, () -> catalog.require("nothing")).getMessage();
		assertTrue(refusal, Arrays.stream(refusal.split("[ ,.]+")).toList().contains("he-ihc"));
	}
}
