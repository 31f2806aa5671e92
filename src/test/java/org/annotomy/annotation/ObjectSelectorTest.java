package org.annotomy.annotation;

import static org.junit.Assert.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;

import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.Plane;
import org.annotomy.annotation.protocol.ProtocolCatalog;
import org.annotomy.annotation.shape.RectangleShape;
import org.junit.Test;

/** Which objects a text is about, and the text that is about objects. */
public class ObjectSelectorTest {

	private final AnnotationDocument document = new AnnotationDocument(RandomEdits.emptyDocument().image(),
			ProtocolCatalog.builtIn(Locale.ROOT).defaultProtocol());
	private final String className = document.protocol().findClass("lesion").orElseThrow().name();

	private AnnotationObject add(String name) {
		AnnotationObject object = AnnotationObject.builder(RectangleShape.of(1, 1, 4, 4), Plane.slice(0)).name(name)
				.classKey("lesion").build();
		document.edit("Add").put(object).apply();
		return object;
	}

	private List<UUID> find(String text) {
		return List.copyOf(ObjectSelector.find(text, document, List.of()));
	}

	@Test
	public void textsFindTheSameObjectsInTheSameOrder() {
		Random random = new Random(42);
		String[] names = {null, className + " 1", className + " 2", className + " 2", "all", "number:1", "a, b", "class:x", ""};
		List<UUID> ids = new ArrayList<>();
		for (int i = 0; i < 30; i++)
			ids.add(add(names[random.nextInt(names.length)]).id());
		for (int i = 0; i < 200; i++) {
			Collections.shuffle(ids, random);
			List<UUID> some = List.copyOf(ids.subList(0, 1 + random.nextInt(30)));
			assertEquals(some, find(ObjectSelector.text(some, document)));
		}
	}

	@Test
	public void aNameThatTheProgramGaveIsUsedAndNoOther() {
		AnnotationObject named = add(className + " 7");
		AnnotationObject personal = add("Somebody's lesion");
		assertEquals(className + " 7", ObjectSelector.text(List.of(named.id()), document));
		assertEquals("number:2", ObjectSelector.text(List.of(personal.id()), document));
		assertEquals("all", ObjectSelector.text(List.of(named.id(), personal.id()), document));
		assertEquals(List.of(personal.id()), find("number:2"));
		assertEquals(List.of(), find("none"));
	}
}
