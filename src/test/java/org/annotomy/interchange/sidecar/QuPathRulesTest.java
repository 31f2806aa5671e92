package org.annotomy.interchange.sidecar;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The judge of large files finds what is wrong with a Feature, whichever it is. */
public class QuPathRulesTest {

	private static final int FEATURES = 600;
	private static final String RING = "[[10,10],[20,10],[20,20],[10,10]]";

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private QuPathRules.Verdict judge(String what, String with) throws Exception {
		StringBuilder text = new StringBuilder(
				"{\"type\":\"FeatureCollection\",\"annotomy\":{\"format\":\"annotomy-sidecar\",\"version\":\"1.0\",\"image\":{\"kind\":\"x\",\"size\":[9,9,1,1,1]}},\"features\":[");
		for (int i = 0; i < FEATURES; i++) {
			String feature = "{\"type\":\"Feature\",\"id\":\"" + String.format("00000000-0000-4000-8000-%012x", i)
					+ "\",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[" + RING
					+ "]},\"properties\":{\"objectType\":\"detection\"}}";
			text.append(i == 0 ? "" : ",").append(i == FEATURES - 5 ? feature.replace(what, with) : feature);
		}
		Path file = folder.newFile().toPath();
		Files.writeString(file, text.append("]}").toString());
		return QuPathRules.judge(file,
				QuPathRules.schema(Path.of("src/main/resources/org/annotomy/interchange/sidecar.schema.json")));
	}

	@Test
	public void aGoodFilePasses() throws Exception {
		QuPathRules.Verdict verdict = judge("", "");
		assertEquals(List.of(), verdict.problems());
		assertEquals(FEATURES, verdict.features());
	}

	@Test
	public void oneBadFeatureAmongManyIsFound() throws Exception {
		for (String[] change : new String[][]{{"\"detection\"", "\"thing\""}, {"-8000-", "-8000-x"},
				{RING, "[[10,10],[20,20],[20,10],[10,20],[10,10]]"},
				{RING, "[[10,10],[20,10],[20,20]]"}, {RING, "[[10,10],[10.004,10],[10.004,10.004],[10,10]]"},
				{"000253\"", "000001\""}, {"\"properties\":{", "\"properties\":null,\"x\":{"}})
			assertTrue(change[1], !judge(change[0], change[1]).problems().isEmpty());
	}
}
