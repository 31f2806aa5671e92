package org.annotomy.annotation.protocol;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.annotomy.annotation.model.AttributeValue;
import org.annotomy.annotation.protocol.Protocol.NamedWindow;
import org.annotomy.annotation.shape.ShapeKind;
import org.annotomy.testing.SharedData;
import org.junit.Test;

/** What every protocol that comes with Annotomy keeps to, and some contents that readers of the field look for. */
public class BuiltInProtocolsTest {

	private static final ProtocolCatalog CATALOG = ProtocolCatalog.builtIn(Locale.ENGLISH);

	@Test
	public void whatIsWrittenIsReadBackEqual() throws Exception {
		for (Protocol protocol : CATALOG.protocols()) {
			Protocol again = ProtocolReader.read(ProtocolWriter.write(protocol), Locale.ENGLISH);
			assertEquals(protocol.classes(), again.classes());
			assertEquals(protocol.attributes(), again.attributes());
			assertEquals(protocol.imageQuestions(), again.imageQuestions());
			assertEquals(protocol.studyQuestions(), again.studyQuestions());
			assertEquals(protocol.rules(), again.rules());
			assertEquals(protocol.windows(), again.windows());
			assertEquals(protocol.instructions(), again.instructions());
		}
	}

	@Test
	public void eachTellsTheRaterWhatToDo() {
		for (Protocol protocol : CATALOG.protocols()) {
			String id = protocol.stamp().id();
			assertTrue(id, protocol.instructions().length() > 200);
			assertTrue(id, protocol.imageQuestions().stream().anyMatch(q -> q.key().equals("image-quality")));
			assertFalse(id, protocol.studyQuestions().isEmpty());
			for (AnnotationClass c : protocol.classes()) {
				assertTrue(id + " " + c.key(), c.shortcut() != 0);
				if (!id.equals("default")) assertNotNull(id + " " + c.key() + " has no preset", c.preset());
			}
		}
	}

	@Test
	public void classesThatCanBeVoxelsHaveALabelValue() {
		for (Protocol protocol : CATALOG.protocols())
			for (AnnotationClass c : protocol.classes())
				assertEquals(protocol.stamp().id() + " " + c.key(), c.allows(ShapeKind.VOXELS), c.labelValue() > 0);
	}

	@Test
	public void noAttributeIsForgotten() {
		for (Protocol protocol : CATALOG.protocols())
			for (AttributeDefinition attribute : protocol.attributes())
				assertTrue(protocol.stamp().id() + ": no class asks " + attribute.key(),
						protocol.classes().stream().anyMatch(c -> c.attributes().contains(attribute.key())));
	}

	@Test
	public void coloursCanBeToldApartByEveryone() {
		List<String> alike = new ArrayList<>();
		for (Protocol protocol : CATALOG.protocols())
			for (AnnotationClass a : protocol.classes())
				for (AnnotationClass b : protocol.classes()) {
					double distance = ColourVision.smallestDistance(a.rgb(), b.rgb());
					if (a.key().compareTo(b.key()) < 0 && distance < 9.5)
						alike.add(protocol.stamp().id() + ": " + a.key() + " and " + b.key() + " differ by " + distance);
				}
		assertEquals(List.of(), alike);
	}

	/** A lung window that is too narrow has been shipped by others: 150 for 1500. */
	@Test
	public void lungWindowsAreWide() {
		for (Protocol protocol : CATALOG.protocols())
			for (NamedWindow window : protocol.windows())
				assertTrue(!window.name().contains("lung") || window.width() >= 1000);
	}

	@Test
	public void recistRulesAreThere() {
		Protocol recist = CATALOG.find("onco-chest-ct").orElseThrow();
		assertTrue(hasRule(recist, r -> r.kind() == ProtocolRule.Kind.COUNT && r.max() == 5 && r.attribute() == null));
		assertTrue(hasRule(recist, r -> r.kind() == ProtocolRule.Kind.COUNT && r.max() == 2 && "organ".equals(r.attribute())));
		assertTrue(hasRule(recist, r -> r.measure() == ProtocolRule.Measure.LONG_AXIS && r.min() == 10));
		assertTrue(hasRule(recist, r -> r.measure() == ProtocolRule.Measure.SHORT_AXIS && r.min() == 15));
		Map<String, AttributeValue> baseline = Map.of("timepoint", AttributeValue.of("baseline"));
		AttributeDefinition response = question(recist.studyQuestions(), "overall-response");
		assertFalse(response.isAsked(baseline));
		assertTrue(response.isMissing(Map.of("timepoint", AttributeValue.of("follow-up"))));
	}

	@Test
	public void biRadsHasItsWords() {
		Protocol breast = CATALOG.find("mammography-birads").orElseThrow();
		assertEquals(List.of("oval", "round", "irregular"), choices(breast.attributes(), "mass-shape"));
		assertEquals(List.of("circumscribed", "obscured", "microlobulated", "indistinct", "spiculated"),
				choices(breast.attributes(), "mass-margin"));
		assertEquals(List.of("high", "equal", "low", "fat-containing"), choices(breast.attributes(), "mass-density"));
		assertEquals(List.of("a", "b", "c", "d"), choices(breast.imageQuestions(), "density"));
		assertEquals(List.of("0", "1", "2", "3", "4", "4A", "4B", "4C", "5", "6"),
				choices(breast.studyQuestions(), "assessment"));
	}

	@Test
	public void teethAreNumberedAsIso3950() {
		List<String> teeth = choices(CATALOG.find("dental-panoramic").orElseThrow().attributes(), "tooth");
		List<String> expected = new ArrayList<>();
		for (int quadrant = 1; quadrant <= 8; quadrant++)
			for (int position = 1; position <= (quadrant <= 4 ? 8 : 5); position++)
				expected.add("" + quadrant + position);
		assertEquals(expected, teeth);
	}

	@Test
	public void brainTumourPartsHaveTheValuesOfBraTS() {
		Protocol brain = CATALOG.find("neuro-mr").orElseThrow();
		assertEquals(1, brain.findClass("non-enhancing-core").orElseThrow().labelValue());
		assertEquals(2, brain.findClass("oedema").orElseThrow().labelValue());
		assertEquals(3, brain.findClass("enhancing-tumour").orElseThrow().labelValue());
	}

	/** Oracle: the tables of DICOM context groups in pydicom. */
	@Test
	public void everyCodeIsInTheTables() throws Exception {
		Optional<String> python = pythonWithPydicom();
		SharedData.need(python.isPresent(), "python3 with pydicom");
		Path script = Path.of("src/test/scripts/check_codes.py");
		Process process = new ProcessBuilder(python.get(), "-B", script.toString(), "src/main/resources/org/annotomy/protocol")
				.redirectErrorStream(true).start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertEquals(output, 0, process.waitFor());
	}

	private static Optional<String> pythonWithPydicom() {
		return Stream.of("/usr/bin/python3", "python3").filter(python -> {
			try {
				return new ProcessBuilder(python, "-c", "import pydicom.sr._concepts_dict").redirectErrorStream(true)
						.redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
			} catch (IOException e) {
				return false;
			} catch (InterruptedException e) {
				throw new IllegalStateException(e);
			}
		}).findFirst();
	}

	private static boolean hasRule(Protocol protocol, Predicate<ProtocolRule> rule) {
		return protocol.rules().stream().anyMatch(rule);
	}

	private static AttributeDefinition question(List<AttributeDefinition> questions, String key) {
		return questions.stream().filter(q -> q.key().equals(key)).findFirst().orElseThrow();
	}

	private static List<String> choices(List<AttributeDefinition> questions, String key) {
		return question(questions, key).choices().stream().map(AttributeDefinition.Choice::value).toList();
	}
}
