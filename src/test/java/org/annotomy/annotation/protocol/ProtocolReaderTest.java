package org.annotomy.annotation.protocol;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.annotomy.annotation.model.AttributeValue;
import org.annotomy.annotation.model.Code;
import org.annotomy.annotation.protocol.AnnotationClass.Overlap;
import org.annotomy.annotation.protocol.AttributeDefinition.Condition;
import org.annotomy.annotation.protocol.BadProtocols.Bad;
import org.annotomy.annotation.protocol.Protocol.NamedWindow;
import org.annotomy.annotation.shape.ShapeKind;
import org.annotomy.digest.Sha256;
import org.annotomy.json.JsonException;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class ProtocolReaderTest {

	@Rule
	public TemporaryFolder folder = new TemporaryFolder();

	@Test
	public void everyMemberIsRead() throws Exception {
		Protocol protocol = ProtocolReader.read(GoodProtocol.text(), Locale.ENGLISH);
		assertEquals("good", protocol.stamp().id());
		assertEquals("1.2", protocol.stamp().version());
		assertEquals("Good", protocol.title());
		assertEquals(List.of(new NamedWindow("lung", -600, 1500), NamedWindow.ofPercentiles("contrast", 1, 99.5)),
				protocol.windows());
		AnnotationClass lesion = protocol.findClass("lesion").orElseThrow();
		assertEquals("Lesion", lesion.name());
		assertEquals(0xE69F00, lesion.rgb());
		assertEquals('l', lesion.shortcut());
		assertEquals(Set.of(ShapeKind.POLYGON, ShapeKind.BIDIRECTIONAL, ShapeKind.VOXELS), lesion.kinds());
		assertEquals(Code.of("SCT", "52988006", "Lesion"), lesion.coding().type());
		assertEquals("2026", lesion.coding().category().version());
		assertEquals(1, lesion.labelValue());
		assertEquals("lung", lesion.mustLieInside());
		assertEquals(10, lesion.minSizeMm(), 0);
		assertEquals(5, lesion.maxCount());
		assertEquals(List.of("role", "organ", "size", "sure"),
				protocol.attributesOf(lesion).stream().map(AttributeDefinition::key).toList());
		assertEquals("lung", lesion.preset());
		assertTrue(lesion.instances());
		AnnotationClass lung = protocol.classOfShortcut('u').orElseThrow();
		assertFalse(lung.instances());
		assertEquals(Overlap.OTHER_CLASSES, lung.overlap());
		assertEquals(20, lung.minAreaPx(), 0);
		assertEquals(Integer.MAX_VALUE, lung.maxCount());
		assertEquals(new Condition("role", List.of("target")), protocol.findAttribute("organ").orElseThrow().condition());
		assertEquals("quality", protocol.imageQuestions().get(0).key());
		assertEquals("usable", protocol.studyQuestions().get(0).key());
		assertEquals(new ProtocolRule(ProtocolRule.Kind.SIZE, List.of("lesion"), null, null, ProtocolRule.Measure.SHORT_AXIS, 5,
				Double.POSITIVE_INFINITY, true, "Small."), protocol.rules().get(1));
	}

	@Test
	public void whatIsWrittenIsReadBackEqual() throws Exception {
		for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
			Protocol read = ProtocolReader.read(GoodProtocol.text(), locale);
			String written = ProtocolWriter.write(read);
			Protocol again = ProtocolReader.read(written, locale);
			assertEquals(withoutDigest(read), withoutDigest(again));
			assertEquals(written, ProtocolWriter.write(again));
			assertEquals(again, ProtocolReader.read(ProtocolWriter.write(again), locale));
		}
	}

	@Test
	public void theStampHoldsTheDigestOfTheFile() throws Exception {
		Path file = folder.newFile("a.protocol.json").toPath();
		byte[] bytes = GoodProtocol.text().getBytes(StandardCharsets.UTF_8);
		Files.write(file, bytes);
		assertEquals(Sha256.hex(bytes), ProtocolReader.read(file).stamp().sha256());
		assertEquals(64, ProtocolReader.read(file, Locale.ROOT).stamp().sha256().length());
		Files.writeString(file, GoodProtocol.text() + "\n");
		assertFalse(Sha256.hex(bytes).equals(ProtocolReader.read(file).stamp().sha256()));
	}

	@Test
	public void theLanguageIsTheLocalesElseEnglishElseTheFirst() throws Exception {
		assertEquals("Läsion", lesionName(GoodProtocol.text(), Locale.forLanguageTag("de-CH")));
		assertEquals("Lesion", lesionName(GoodProtocol.text(), Locale.FRENCH));
		String more = GoodProtocol.with("{\"de\": \"Läsion\", \"en\": \"Lesion\"}",
				"{\"nl\": \"Letsel\", \"de\": \"Läsion\", \"de-CH\": \"Läsiönli\"}");
		assertEquals("Läsiönli", lesionName(more, Locale.forLanguageTag("de-CH")));
		assertEquals("Läsion", lesionName(more, Locale.GERMANY));
		assertEquals("Letsel", lesionName(more, Locale.FRENCH));
	}

	@Test
	public void eachMistakeIsRefusedWithItsLine() {
		Set<String> texts = new HashSet<>();
		List<String> wrong = new ArrayList<>();
		for (Bad bad : BadProtocols.all()) {
			assertTrue("the same mistake twice: " + bad.message(), texts.add(bad.text()));
			String message = refusal(bad.text().getBytes(StandardCharsets.UTF_8));
			if (!message.equals(bad.message())) wrong.add("expected " + bad.message() + "\n but was " + message);
		}
		assertEquals("", String.join("\n", wrong));
	}

	@Test
	public void bytesThatCannotBeAProtocolAreRefused() {
		assertEquals("a protocol file has at most 4 MB; this one is larger.", refusal(new byte[(4 << 20) + 1]));
		assertEquals("the file is not text in UTF-8. Save it as UTF-8.", refusal(new byte[]{'{', (byte) 0xff, '}'}));
		assertEquals("line 1: expected an object but found an array.", refusal("[]".getBytes(StandardCharsets.UTF_8)));
		assertEquals("line 1: the text is empty or ends too early.", refusal(new byte[0]));
	}

	@Test
	public void noFileIsTooStrangeToBeRefusedInWords() {
		byte[] good = GoodProtocol.text().getBytes(StandardCharsets.UTF_8);
		long seed = 20261123;
		Random random = new Random(seed);
		for (int i = 0; i < 3000; i++) {
			byte[] spoilt = good.clone();
			for (int k = 0; k <= random.nextInt(3); k++)
				spoilt[random.nextInt(spoilt.length)] = (byte) (32 + random.nextInt(95));
			if (random.nextInt(10) == 0) spoilt = Arrays.copyOf(spoilt, random.nextInt(spoilt.length));
			byte[] bytes = spoilt;
			try {
				ProtocolReader.read(bytes, Locale.ENGLISH);
			} catch (JsonException e) {
				assertFalse("seed " + seed + ", " + i, e.getMessage().isBlank());
			}
		}
	}

	@Test
	public void conditionsAndAnswersAreJudged() throws Exception {
		Protocol protocol = ProtocolReader.read(GoodProtocol.text(), Locale.ENGLISH);
		AttributeDefinition role = protocol.findAttribute("role").orElseThrow();
		AttributeDefinition organ = protocol.findAttribute("organ").orElseThrow();
		AttributeDefinition size = protocol.findAttribute("size").orElseThrow();
		assertTrue(organ.isMissing(Map.of("role", AttributeValue.of("target"))));
		assertTrue(organ.isMissing(Map.of("role", AttributeValue.of("target"), "organ", AttributeValue.of(" "))));
		assertFalse(organ.isMissing(Map.of("role", AttributeValue.of("other"))));
		assertFalse(organ.isMissing(Map.of()));
		assertEquals("must be one of target, other", role.problemWith(AttributeValue.of("goal")).orElseThrow());
		assertEquals("must be a text", organ.problemWith(AttributeValue.of(true)).orElseThrow());
		assertEquals("must be at most 500 mm, not 500.5", size.problemWith(AttributeValue.of(500.5)).orElseThrow());
		assertEquals("must be at least 0 mm, not -1", size.problemWith(AttributeValue.of(-1)).orElseThrow());
		assertEquals("must be a number", size.problemWith(AttributeValue.of("5")).orElseThrow());
		assertTrue(size.problemWith(AttributeValue.of(12)).isEmpty());
		assertTrue(new Condition("sure", List.of("true")).holds(Map.of("sure", AttributeValue.of(true))));
	}

	private static Protocol withoutDigest(Protocol of) {
		return new Protocol(new ProtocolStamp(of.stamp().id(), of.stamp().version(), null), of.title(), of.instructions(),
				of.classes(), of.attributes(), of.imageQuestions(), of.studyQuestions(), of.windows(), of.rules());
	}

	private static String lesionName(String text, Locale locale) throws JsonException {
		return ProtocolReader.read(text, locale).findClass("lesion").orElseThrow().name();
	}

	private static String refusal(byte[] bytes) {
		String text = new String(bytes, 0, Math.min(bytes.length, 4000), StandardCharsets.UTF_8);
		return assertThrows(text, JsonException.class, () -> ProtocolReader.read(bytes, Locale.ENGLISH)).getMessage();
	}
}
