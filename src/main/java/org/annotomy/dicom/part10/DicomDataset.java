package org.annotomy.dicom.part10;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Data elements in the order of their tags. Immutable. The getters are lenient: an element that is absent, empty or no number gives the
 * default. A value that was left in the file is read when asked for; if that fails they throw {@link java.io.UncheckedIOException}.
 */
public final class DicomDataset {

	static final DicomElement[] NO_ELEMENTS = {};
	public static final DicomDataset EMPTY = new DicomDataset(NO_ELEMENTS, CharacterSet.DEFAULT);

	private final DicomElement[] elements;
	private final CharacterSet characterSet;
	private final boolean delimited;

	/** @param sorted by unsigned tag, each tag once; kept */
	DicomDataset(DicomElement[] sorted, CharacterSet characterSet) {
		this(sorted, characterSet, false);
	}

	/** @param delimited whether it is an item that ends with a delimiter instead of stating a length */
	DicomDataset(DicomElement[] sorted, CharacterSet characterSet, boolean delimited) {
		this.elements = sorted;
		this.characterSet = characterSet;
		this.delimited = delimited;
	}

	public static DicomDatasetBuilder builder() {
		return new DicomDatasetBuilder();
	}

	/** A builder that begins with these elements. */
	public DicomDatasetBuilder toBuilder() {
		return new DicomDatasetBuilder(this);
	}

	CharacterSet characterSet() {
		return characterSet;
	}

	boolean delimited() {
		return delimited;
	}

	/** In ascending order of tags. */
	public List<DicomElement> elements() {
		return Collections.unmodifiableList(Arrays.asList(elements));
	}

	public int size() {
		return elements.length;
	}

	public Optional<DicomElement> element(int tag) {
		return Optional.ofNullable(find(tag));
	}

	/** Whether the element is there, be it empty. */
	public boolean has(int tag) {
		return find(tag) != null;
	}

	/** The first value as text, without padding; nothing if absent or empty. */
	public Optional<String> string(int tag) {
		List<String> values = strings(tag);
		return values.isEmpty() || values.get(0).isEmpty() ? Optional.empty() : Optional.of(values.get(0));
	}

	/** The first value as text, or the default. */
	public String string(int tag, String otherwise) {
		return string(tag).orElse(otherwise);
	}

	/** All values as text; single ones may be empty. */
	public List<String> strings(int tag) {
		DicomElement element = find(tag);
		return element == null ? List.of() : ValueCodec.strings(element, characterSet);
	}

	/** All numbers; NaN for a value that is none. */
	public double[] doubles(int tag) {
		DicomElement element = find(tag);
		return element == null ? new double[0] : ValueCodec.doubles(element);
	}

	/** The first number, or the default. */
	public double number(int tag, double otherwise) {
		double[] values = doubles(tag);
		return values.length == 0 || Double.isNaN(values[0]) ? otherwise : values[0];
	}

	/** All numbers as integers, cut to the range of int. */
	public int[] ints(int tag) {
		DicomElement element = find(tag);
		return element == null ? new int[0] : ValueCodec.ints(element);
	}

	/** The first number as an integer, or the default. */
	public int integer(int tag, int otherwise) {
		return (int) number(tag, otherwise);
	}

	/** All numbers as 64-bit integers. */
	public long[] longs(int tag) {
		DicomElement element = find(tag);
		return element == null ? new long[0] : ValueCodec.longs(element);
	}

	/** All tags of an AT element. */
	public int[] tags(int tag) {
		int[] halves = ints(tag);
		int[] tags = new int[halves.length / 2];
		for (int i = 0; i < tags.length; i++)
			tags[i] = Tag.of(halves[2 * i], halves[2 * i + 1]);
		return tags;
	}

	/** The date of an element of VR DA or DT. */
	public Optional<LocalDate> date(int tag) {
		Vr vr = element(tag).map(DicomElement::vr).orElse(Vr.DA);
		return vr == Vr.DT ? dateTime(tag).map(t -> t.local().toLocalDate()) : string(tag).flatMap(DicomDateTime::date);
	}

	/** The time of an element of VR TM. */
	public Optional<LocalTime> time(int tag) {
		return string(tag).flatMap(DicomDateTime::time);
	}

	/** The moment of an element of VR DT. */
	public Optional<DicomDateTime> dateTime(int tag) {
		return string(tag).flatMap(DicomDateTime::of);
	}

	/** The name of an element of VR PN. */
	public Optional<PersonName> personName(int tag) {
		return string(tag).map(PersonName::of);
	}

	/** The age of an element of VR AS. */
	public Optional<Period> age(int tag) {
		return string(tag).flatMap(DicomDateTime::age);
	}

	/** The items of a sequence, also of a private one whose VR is not known; none if it is absent or no sequence. */
	public List<DicomDataset> items(int tag) {
		DicomElement element = find(tag);
		if (element == null) return List.of();
		if (element.value() instanceof ItemSequence sequence) return sequence.items();
		return element.vr() == Vr.UN ? UnknownItems.of(element.bytes(), characterSet) : List.of();
	}

	/** The first item of a sequence. */
	public Optional<DicomDataset> item(int tag) {
		List<DicomDataset> items = items(tag);
		return items.isEmpty() ? Optional.empty() : Optional.of(items.get(0));
	}

	/** A copy of the plain bytes of one of these elements, in little endian whatever the file had; empty if it has none. */
	public byte[] littleEndianBytes(DicomElement element) throws IOException {
		return DatasetEncoder.littleEndian(element, this);
	}

	/**
	 * An element of a private block.
	 *
	 * @param group odd
	 * @param creator the private creator that reserves the block
	 * @param offset the last two hexadecimal digits of the tag
	 */
	public Optional<DicomElement> privateElement(int group, String creator, int offset) {
		for (int block = 0x10; block <= 0xff; block++)
			if (creator.equals(string(Tag.of(group, block), ""))) {
				Optional<DicomElement> found = element(Tag.of(group, block << 8 | offset & 0xff));
				if (found.isPresent()) return found;
			}
		return Optional.empty();
	}

	private DicomElement find(int tag) {
		int low = 0;
		int high = elements.length - 1;
		while (low <= high) {
			int middle = low + high >>> 1;
			int order = Integer.compareUnsigned(elements[middle].tag(), tag);
			if (order == 0) return elements[middle];
			if (order < 0) low = middle + 1;
			else high = middle - 1;
		}
		return null;
	}

	/** Sorts by tag; of equal tags the last one stays. */
	static DicomElement[] sorted(List<DicomElement> elements) {
		DicomElement[] array = elements.toArray(new DicomElement[0]);
		boolean ascending = true;
		for (int i = 1; i < array.length && ascending; i++)
			ascending = Integer.compareUnsigned(array[i - 1].tag(), array[i].tag()) < 0;
		if (ascending) return array;
		Arrays.sort(array, (a, b) -> Integer.compareUnsigned(a.tag(), b.tag()));
		int count = 0;
		for (int i = 0; i < array.length; i++)
			if (i + 1 == array.length || array[i + 1].tag() != array[i].tag()) array[count++] = array[i];
		return Arrays.copyOf(array, count);
	}
}
