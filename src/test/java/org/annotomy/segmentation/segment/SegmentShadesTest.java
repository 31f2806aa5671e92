package org.annotomy.segmentation.segment;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.model.Segment;
import org.annotomy.annotation.protocol.AnnotationClass;
import org.annotomy.annotation.protocol.Protocol;
import org.annotomy.annotation.protocol.ProtocolCatalog;
import org.annotomy.identity.ImageIdentity;
import org.annotomy.identity.ImageSize;
import org.junit.Test;

/** Colours that tell segments of one class apart. */
public class SegmentShadesTest {

	private static final double APART = 10;
	private static final double SAME_HUE_DEGREES = 25;
	private static final double GREY = 12;

	private final Protocol protocol = ProtocolCatalog.builtIn(Locale.ROOT).find("onco-chest-ct").orElseThrow();
	private final AnnotationDocument document = new AnnotationDocument(
			ImageIdentity.of("stack", new ImageSize(40, 40, 40, 1, 1)), protocol);
	private final SegmentRecords records = new SegmentRecords(document, Instant.parse("2026-11-27T08:00:00Z"));
	private final AnnotationClass target = protocol.findClass("target").orElseThrow();
	private final AnnotationClass lung = protocol.findClass("lung").orElseThrow();

	private int shown(Segment segment) {
		return segment.rgb() == null ? document.protocol().findClass(segment.classKey()).orElseThrow().rgb() : segment.rgb();
	}

	/** Values of scikit-image 0.19.3: {@code skimage.color.rgb2lab}. */
	@Test
	public void coloursAreThoseOfTheStandard() {
		int[] rgb = {0xe04030, 0x30b0ff, 0x808080, 0x0a141e, 0xffd000};
		double[][] lab = {{51.533, 60.723, 45.488}, {68.675, -7.327, -48.580}, {53.585, -0.001, 0.003}, {5.948, -0.669, -8.136},
				{85.188, 1.633, 85.907}};
		for (int i = 0; i < rgb.length; i++) {
			LabColour colour = LabColour.of(rgb[i]);
			assertEquals(lab[i][0], colour.lightness(), 0.02);
			assertEquals(lab[i][1], colour.a(), 0.02);
			assertEquals(lab[i][2], colour.b(), 0.02);
			assertEquals(rgb[i], colour.rgb());
		}
	}

	/** Of every class of every protocol that comes with the program. */
	@Test
	public void eightSegmentsOfAClassAreToldApartAndStayOfItsHue() {
		for (Protocol each : ProtocolCatalog.builtIn(Locale.ROOT).protocols())
			for (AnnotationClass kind : each.classes()) {
				List<Integer> others = each.classes().stream().filter(c -> c != kind).map(AnnotationClass::rgb).toList();
				SegmentShades shades = new SegmentShades(kind.rgb(), List.of(), others);
				List<Integer> given = new ArrayList<>();
				for (int i = 0; i < 8; i++)
					given.add(shades.next());
				assertEquals(kind.rgb(), (int) given.get(0));
				for (int i = 0; i < given.size(); i++) {
					assertOfHue(kind.rgb(), given.get(i));
					for (int j = 0; j < i; j++)
						assertTrue(kind.key() + " " + i + " and " + j,
								LabColour.of(given.get(i)).distance(LabColour.of(given.get(j))) > APART);
				}
			}
	}

	private static void assertOfHue(int base, int shade) {
		LabColour a = LabColour.of(base);
		LabColour b = LabColour.of(shade);
		if (Math.hypot(a.a(), a.b()) < GREY || Math.hypot(b.a(), b.b()) < GREY) return;
		double turn = Math.toDegrees(Math.abs(Math.atan2(a.b(), a.a()) - Math.atan2(b.b(), b.a())));
		assertTrue(String.format("%06x of %06x", shade, base), Math.min(turn, 360 - turn) < SAME_HUE_DEGREES);
	}

	@Test
	public void theFirstSegmentHasTheColourOfItsClassAndLaterOnesShades() {
		Segment first = records.add("A", "target", "r-1");
		Segment second = records.add("B", "target", "r-1");
		Segment third = records.add("C", "target", "r-1");
		assertNull(first.rgb());
		assertEquals(3, Set.of(shown(first), shown(second), shown(third)).size());
		assertTrue(SegmentShades.of(target.rgb()).containsAll(List.of(shown(second), shown(third))));
		assertNull("another class begins anew", records.add("Lungs", "lung", "r-1").rgb());
		records.remove(List.of(second.id()));
		assertEquals("what is free is given again", second.rgb(), records.add("D", "target", "r-1").rgb());
	}

	@Test
	public void anotherClassBringsItsColourUnlessTheUserChoseOne() {
		records.add("A", "target", "r-1");
		Segment shaded = records.add("B", "target", "r-1");
		Segment chosen = records.add("C", "target", "r-1");
		records.change("Change colour of segment", List.of(chosen.id()), s -> s.rgb(0x123456));
		records.add("Lungs", "lung", "r-1");
		records.relabel(List.of(shaded.id(), chosen.id()), "lung");
		Segment now = document.segment(shaded.id()).orElseThrow();
		assertTrue(SegmentShades.of(lung.rgb()).contains(now.rgb()));
		assertNotEquals(lung.rgb(), shown(now));
		assertEquals(0x123456, (int) document.segment(chosen.id()).orElseThrow().rgb());
		document.undo();
		assertEquals(shaded.rgb(), document.segment(shaded.id()).orElseThrow().rgb());
	}

	@Test
	public void partsAreToldApartHoweverManyThereAre() {
		Segment whole = records.add("A", "target", "r-1");
		List<Segment> parts = records.parts(whole, 60, List.of(), "r-1");
		long different = parts.stream().map(this::shown).distinct().count();
		assertTrue(different + " colours", different >= 55 && parts.stream().noneMatch(part -> shown(part) == shown(whole)));
	}

	@Test
	public void segmentsWithoutAClassAreToldApartToo() {
		assertNull(records.add("A", null, "r-1").rgb());
		assertNotEquals(records.add("B", null, "r-1").rgb(), records.add("C", null, "r-1").rgb());
	}
}
