package org.annotomy.dicom.part10;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A value of VR PN (PS3.5 6.2.1): the same name in up to three scripts.
 *
 * @param alphabetic empty components if absent; so the others
 */
public record PersonName(Components alphabetic, Components ideographic, Components phonetic) {

	private static final int MAX_DISPLAYED = 128;

	/** The five parts of a name; empty if absent. */
	public record Components(String family, String given, String middle, String prefix, String suffix) {

		private static final int COUNT = 5;

		static Components of(String group) {
			String[] parts = group.split("\\^", COUNT);
			String[] five = new String[COUNT];
			for (int i = 0; i < COUNT; i++)
				five[i] = i < parts.length ? parts[i].strip() : "";
			return new Components(five[0], five[1], five[2], five[3], five[4]);
		}

		public boolean isEmpty() { return inOrder().findAny().isEmpty(); }

		/** Prefix, given, middle, family, suffix: as a person is called. */
		private Stream<String> inOrder() {
			return Stream.of(prefix, given, middle, family, suffix).filter(part -> !part.isEmpty());
		}
	}

	/** Of a text such as {@code Yamada^Tarou=山田^太郎=やまだ^たろう}; what is too much stays in the last part. */
	public static PersonName of(String text) {
		String[] groups = text.split("=", 3);
		return new PersonName(Components.of(groups[0]), Components.of(groups.length > 1 ? groups[1] : ""),
				Components.of(groups.length > 2 ? groups[2] : ""));
	}

	/** In the order of speech, at most 128 characters, the first script that there is; empty if there is no name. */
	public String toDisplay() {
		Optional<Components> first = Stream.of(alphabetic, ideographic, phonetic).filter(c -> !c.isEmpty()).findFirst();
		String name = first.map(c -> c.inOrder().collect(Collectors.joining(" "))).orElse("");
		return name.length() <= MAX_DISPLAYED ? name : name.substring(0, MAX_DISPLAYED - 1) + "…";
	}
}
