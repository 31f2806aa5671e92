package org.annotomy.dicom.part10;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.lang.reflect.Field;
import java.util.List;
import java.util.Optional;

import org.junit.Test;

public class TagTest {

	private static final List<String> WITHOUT_VR = List.of("ITEM", "ITEM_DELIMITER", "SEQUENCE_DELIMITER");

	@Test
	public void everyConstantIsTheTagOfItsKeyword() throws IllegalAccessException {
		int checked = 0;
		for (Field field : Tag.class.getDeclaredFields()) {
			if (field.getType() != int.class || WITHOUT_VR.contains(field.getName())) continue;
			String keyword = DicomDictionary.standard().find(field.getInt(null)).orElseThrow().keyword();
			assertEquals(field.getName(),
					keyword.replaceAll("([a-z0-9])([A-Z])", "$1_$2").replaceAll("([A-Z]+)([A-Z][a-z])", "$1_$2")
							.toUpperCase(java.util.Locale.ROOT));
			checked++;
		}
		assertEquals(Tag.class.getDeclaredFields().length - WITHOUT_VR.size(), checked);
	}

	@Test
	public void theDictionaryKnowsVrAndRepeatingGroups() {
		DicomDictionary dictionary = DicomDictionary.standard();
		assertEquals(new DicomDictionary.Entry("PixelSpacing", "DS", "2", false), dictionary.find(0x00280030).orElseThrow());
		assertEquals("OverlayData", dictionary.find(0x60023000).orElseThrow().keyword());
		assertEquals("CurveData", dictionary.find(0x501e3000).orElseThrow().keyword());
		assertEquals("private groups are not repeating groups", Optional.empty(), dictionary.find(0x60013000));
		assertEquals(0x00280030, dictionary.tagOf("PixelSpacing"));
		assertEquals("PixelSpacing (0028,0030)", dictionary.describe(0x00280030));
		assertEquals("(0029,1010)", dictionary.describe(0x00291010));
		IllegalArgumentException unknown = assertThrows(IllegalArgumentException.class, () -> dictionary.tagOf("PixelSpaceing"));
		assertEquals("The DICOM standard has no data element 'PixelSpaceing'.", unknown.getMessage());
	}
}
