package org.annotomy.linking.group;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.annotomy.geometry.Affine;
import org.annotomy.identity.ImageHash;
import org.annotomy.identity.ImageIdentity;
import org.annotomy.identity.ImageSize;
import org.annotomy.json.JsonException;
import org.annotomy.json.JsonObject;
import org.annotomy.linking.place.Alignment;
import org.annotomy.linking.place.SpaceMap;
import org.annotomy.registration.AffineMap;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;

/** Group files: what is written is read back equal and fits the schema; what is wrong is refused with its line. */
public class GroupFileTest {

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private static ImageIdentity identity(String series) {
		return new ImageIdentity("dicom", new ImageSize(512, 512, 30, 1, 1), "1.2", series, List.of(series + ".1"), "1.2.77",
				new double[]{0.7, 0.7, 2.5}, "mm", "PixelSpacing", Affine.ofRows(0.7, 0, 0, 1, 0, 0.7, 0, 2, 0, 0, 2.5, 3),
				List.of(new ImageHash("pixels", "sha256", "ab12")));
	}

	private static ImageGroup group() {
		GroupMember ct = new GroupMember("ct", "ct", identity("1.2.3"),
				new MemberFacts(Map.of("Modality", "CT", "Day", "19000", "BodyPart", "CHEST")));
		GroupMember pet = new GroupMember("pet", "../pet/one.dcm", identity("1.2.4"),
				new MemberFacts(Map.of("Modality", "PT", "Day", "19012", "Role", "follow-up")));
		Affine affine = Affine.ofRows(1, 0, 0, 4.5, 0, 1, 0, -2, 0, 0, 1, 0.125);
		return ImageGroup.of("two scans", List.of(ct, pet))
				.with(new Alignment("ct", "pet", new SpaceMap(AffineMap.of(affine), 1.25), "offset set by the user"))
				.withSync(new SyncSettings(true, false, true, false, true, false, SyncSettings.Ghosts.ALL))
				.withLayout("pet-ct", 1)
				.withViews(List.of(new ViewMemory("ct", "coronal", -5, 10, 600, 500, 7, 1.5, 3, 4, 40, 400),
						new ViewMemory("pet", "own", 605, 10, 600, 500, 2, 2, 0, 0, Double.NaN, Double.NaN)));
	}

	@Test
	public void writtenAndReadBackEqual() throws Exception {
		Path file = folder.getRoot().toPath().resolve("a.annotomy-group.json");
		GroupFile.save(group(), file);
		assertEquals(group(), GroupFile.read(file));
		assertEquals(List.of(), violations(Files.readString(file)));
		assertEquals(1, folder.getRoot().list().length);
		GroupFile.save(group().withLayout(null, 0), file);
		assertEquals(0, GroupFile.read(file).stage());
	}

	/** Days are counted from the earliest image: no date is written. */
	@Test
	public void noDateIsWritten() {
		assertEquals(List.of("0", "12"), group().members().stream().map(m -> m.facts().get("Day")).toList());
		assertFalse(GroupFile.text(group()).contains("190"));
	}

	@Test
	public void membersOfOtherProgramsAreKept() throws Exception {
		String text = GroupFile.text(group()).replaceFirst("\\{", "{\"theirs\": {\"a\": [1, 2]},");
		ImageGroup read = read(text);
		assertTrue(read.foreign().has("theirs"));
		assertTrue(GroupFile.text(read).contains("theirs"));
	}

	@Test
	public void whatIsWrongIsToldWithItsLine() {
		String text = GroupFile.text(group());
		refuse("this is no group file", text.replace("annotomy-group\"", "other\""));
		refuse("version 2.0", text.replace("\"1.0\"", "\"2.0\""));
		refuse("must be relative", text.replace("../pet/one.dcm", "/etc/passwd"));
		refuse("no fact \"Patient\"", text.replace("\"BodyPart\"", "\"Patient\""));
		refuse("letters, digits", text.replace("\"CHEST\"", "\"Doe^John\""));
		refuse("Two images", text.replace("\"key\" : \"pet\"", "\"key\" : \"ct\""));
		refuse("that the group does not have", text.replace("\"to\" : \"pet\"", "\"to\" : \"mr\""));
		refuse("stands twice", text.replaceFirst("\"name\"", "\"name\" : \"x\", \"name\""));
		JsonException line = assertThrows(JsonException.class, () -> read(text.replace("\"own\"", "\"oblique\"")));
		assertTrue(line.getMessage(), line.line() > 40);
	}

	private static void refuse(String words, String text) {
		JsonException refusal = assertThrows(words, JsonException.class, () -> read(text));
		assertTrue(refusal.getMessage(), refusal.getMessage().contains(words));
	}

	private static ImageGroup read(String text) throws JsonException {
		return GroupFile.read(text.getBytes(StandardCharsets.UTF_8));
	}

	@Test
	public void theSchemaRefusesWhatTheReaderRefuses() throws Exception {
		String text = GroupFile.text(group());
		for (String[] change : new String[][]{{"../pet/one.dcm", "/etc/passwd"}, {"\"BodyPart\"", "\"Patient\""},
				{"\"CHEST\"", "\"Doe^John\""}, {"\"own\"", "\"oblique\""}, {"annotomy-group\"", "other\""}})
			assertFalse(change[1], violations(text.replace(change[0], change[1])).isEmpty());
	}

	private static List<String> violations(String json) throws IOException {
		try (InputStream in = GroupFile.class.getResourceAsStream("/org/annotomy/linking/group.schema.json")) {
			JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(in);
			return schema.validate(json, InputFormat.JSON).stream().map(Object::toString).toList();
		}
	}

	@Test
	public void aFileThatCannotBeReadBackIsNotWritten() {
		Path file = folder.getRoot().toPath().resolve("a.json");
		assertThrows(IllegalArgumentException.class, () -> GroupFile.save(group(), file));
		assertEquals(JsonObject.EMPTY, group().foreign());
	}

	@Test
	public void keysAreMadeOfFacts() {
		List<MemberFacts> facts = List.of(new MemberFacts(Map.of("Modality", "MG", "Side", "R", "View", "CC")),
				new MemberFacts(Map.of("Modality", "MR", "Sequence", "T1", "Contrast", "YES")),
				new MemberFacts(Map.of("Modality", "MR", "Sequence", "T2*")),
				new MemberFacts(Map.of("Modality", "MR", "Sequence", "T2")),
				new MemberFacts(Map.of()));
		List<GroupMember> members = facts.stream().map(f -> new GroupMember("new", "", identity("1"), f)).toList();
		assertEquals(List.of("mg-r-cc", "mr-t1-c", "mr-t2", "mr-t2-2", "image"),
				Grouping.keyed(members, java.util.Set.of()).stream().map(GroupMember::key).toList());
	}
}
