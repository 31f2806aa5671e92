package org.annotomy.dicom.part10;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Builds a dataset, element by element, with the VRs of the standard. Strict: a value that its VR does not allow is refused with an
 * {@link IllegalArgumentException}. Text that is not ASCII makes the whole dataset UTF-8 ({@code ISO_IR 192}).
 */
public final class DicomDatasetBuilder {

	private final TreeMap<Integer, DicomElement> elements = new TreeMap<>(Integer::compareUnsigned);
	private final CharacterSet inherited;
	private boolean needsUtf8;

	DicomDatasetBuilder() {
		this.inherited = CharacterSet.DEFAULT;
	}

	DicomDatasetBuilder(DicomDataset start) {
		this.inherited = start.characterSet();
		for (DicomElement element : start.elements())
			elements.put(element.tag(), element);
	}

	/** One or more values as text; several are joined by backslashes. */
	public DicomDatasetBuilder set(int tag, String... values) {
		Vr vr = vrOf(tag, false);
		if (!vr.isText()) throw wrong(tag, vr, "text");
		for (String value : values)
			ValueRules.check(tag, vr, value);
		String text = String.join("\\", values);
		boolean ascii = StandardCharsets.US_ASCII.newEncoder().canEncode(text);
		if (!ascii && !vr.usesCharacterSet()) throw wrong(tag, vr, "text that is not ASCII");
		needsUtf8 |= !ascii;
		return put(tag, vr, padded(text.getBytes(StandardCharsets.UTF_8), vr));
	}

	/** {@link #set(int, String...)} by keyword, such as {@code PixelSpacing}. */
	public DicomDatasetBuilder set(String keyword, String... values) {
		return set(DicomDictionary.standard().tagOf(keyword), values);
	}

	/** One or more integers, for any numeric VR. */
	public DicomDatasetBuilder set(int tag, int... values) {
		Vr vr = vrOf(tag, Arrays.stream(values).anyMatch(v -> v < 0));
		if (vr == Vr.IS || vr == Vr.DS)
			return put(tag, vr, padded(join(Arrays.stream(values).mapToObj(Integer::toString).toList()), vr));
		return numbers(tag, vr, Arrays.stream(values).asDoubleStream().toArray());
	}

	/** {@link #set(int, int...)} by keyword. */
	public DicomDatasetBuilder set(String keyword, int... values) {
		return set(DicomDictionary.standard().tagOf(keyword), values);
	}

	/** One or more numbers, for DS, FL, FD, OF and OD. */
	public DicomDatasetBuilder set(int tag, double... values) {
		Vr vr = vrOf(tag, false);
		if (vr == Vr.DS) return put(tag, vr, padded(join(Arrays.stream(values).mapToObj(ValueCodec::decimal).toList()), vr));
		if (vr != Vr.FL && vr != Vr.FD && vr != Vr.OF && vr != Vr.OD) throw wrong(tag, vr, "real numbers");
		return numbers(tag, vr, values);
	}

	/** {@link #set(int, double...)} by keyword. */
	public DicomDatasetBuilder set(String keyword, double... values) {
		return set(DicomDictionary.standard().tagOf(keyword), values);
	}

	/** The items of a sequence; none makes an empty sequence. */
	public DicomDatasetBuilder items(int tag, List<DicomDataset> items) {
		if (vrOf(tag, false) != Vr.SQ) throw wrong(tag, vrOf(tag, false), "items");
		elements.put(tag, new DicomElement(tag, Vr.SQ, new ItemSequence(items), false));
		return this;
	}

	/** {@link #items(int, List)} by keyword. */
	public DicomDatasetBuilder items(String keyword, DicomDataset... items) {
		return items(DicomDictionary.standard().tagOf(keyword), List.of(items));
	}

	/** An element without a value, as Type 2 allows. */
	public DicomDatasetBuilder empty(String keyword) {
		int tag = DicomDictionary.standard().tagOf(keyword);
		Vr vr = vrOf(tag, false);
		return vr == Vr.SQ ? items(tag, List.of()) : put(tag, vr, new byte[0]);
	}

	/** Bytes as they are, for OB, OW, UN and the like; little endian. An odd length is padded. */
	public DicomDatasetBuilder bytes(int tag, Vr vr, byte[] value) {
		return put(tag, vr, (value.length & 1) == 0 ? value : padded(value, vr));
	}

	/** 8-bit samples as Pixel Data; kept, not copied, if their number is even. */
	public DicomDatasetBuilder pixels(byte[] samples) {
		return bytes(Tag.PIXEL_DATA, Vr.OB, samples);
	}

	/** 16-bit samples as Pixel Data, signed or not. */
	public DicomDatasetBuilder pixels(short[] samples) {
		byte[] bytes = new byte[Math.multiplyExact(samples.length, 2)];
		ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().put(samples);
		return put(Tag.PIXEL_DATA, Vr.OW, bytes);
	}

	/** Any element as it is. */
	public DicomDatasetBuilder put(DicomElement element) {
		elements.put(element.tag(), element);
		return this;
	}

	public DicomDatasetBuilder remove(int tag) {
		elements.remove(tag);
		return this;
	}

	public DicomDataset build() {
		CharacterSet own = characterSet();
		if (!needsUtf8 || own.isUtf8()) return new DicomDataset(elements.values().toArray(new DicomElement[0]), own);
		elements.replaceAll((tag, element) -> toUtf8(element, own));
		set(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 192");
		return new DicomDataset(elements.values().toArray(new DicomElement[0]), CharacterSet.UTF_8);
	}

	private CharacterSet characterSet() {
		DicomElement element = elements.get(Tag.SPECIFIC_CHARACTER_SET);
		return element == null ? inherited : CharacterSet.of(ValueCodec.strings(element, CharacterSet.DEFAULT));
	}

	/** Text set here is UTF-8 already; what came with another character set is not valid UTF-8 unless ASCII. */
	private static DicomElement toUtf8(DicomElement element, CharacterSet own) {
		if (element.value() instanceof ItemSequence sequence)
			return new DicomElement(element.tag(), element.vr(),
					new ItemSequence(sequence.items().stream().map(DicomDatasetBuilder::recode).toList()), false);
		if (!element.vr().usesCharacterSet()) return element;
		byte[] bytes = ValueCodec.bytes(element);
		if (isUtf8(bytes)) return element;
		String text = own.decode(bytes, element.vr() == Vr.PN);
		return new DicomElement(element.tag(), element.vr(),
				ByteSpan.of(padded(text.stripTrailing().getBytes(StandardCharsets.UTF_8), element.vr())), false);
	}

	private static DicomDataset recode(DicomDataset item) {
		DicomElement[] recoded = item.elements().stream().filter(e -> e.tag() != Tag.SPECIFIC_CHARACTER_SET)
				.map(e -> toUtf8(e, item.characterSet())).toArray(DicomElement[]::new);
		return new DicomDataset(recoded, CharacterSet.UTF_8);
	}

	private static boolean isUtf8(byte[] bytes) {
		try {
			StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
			for (byte b : bytes)
				if (b == 0x1b) return false;
			return true;
		} catch (CharacterCodingException e) {
			return false;
		}
	}

	private DicomDatasetBuilder put(int tag, Vr vr, byte[] bytes) {
		elements.put(tag, new DicomElement(tag, vr, ByteSpan.of(bytes), false));
		return this;
	}

	private DicomDatasetBuilder numbers(int tag, Vr vr, double[] values) {
		if (vr.isText() || vr.unitBytes() == 1) throw wrong(tag, vr, "numbers");
		ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(values.length, vr == Vr.AT ? 4 : vr.unitBytes()))
				.order(ByteOrder.LITTLE_ENDIAN);
		for (double value : values)
			ValueRules.putNumber(bytes, tag, vr, value);
		return put(tag, vr, bytes.array());
	}

	private static byte[] join(List<String> values) {
		return values.stream().collect(Collectors.joining("\\")).getBytes(StandardCharsets.US_ASCII);
	}

	private static byte[] padded(byte[] bytes, Vr vr) {
		if ((bytes.length & 1) == 0) return bytes;
		byte[] even = Arrays.copyOf(bytes, bytes.length + 1);
		even[bytes.length] = vr.padding();
		return even;
	}

	private Vr vrOf(int tag, boolean negative) {
		String vr = DicomDictionary.standard().find(tag).map(DicomDictionary.Entry::vr)
				.orElseThrow(() -> new IllegalArgumentException(Tag.toString(tag) + " is not in the DICOM dictionary."));
		if (vr.startsWith("US|SS")) return negative || isSigned() ? Vr.SS : Vr.US;
		return Vr.valueOf(vr.toUpperCase(Locale.ROOT).split("\\|")[0]);
	}

	private boolean isSigned() {
		DicomElement element = elements.get(Tag.PIXEL_REPRESENTATION);
		return element != null && ValueCodec.doubles(element)[0] == 1;
	}

	private static IllegalArgumentException wrong(int tag, Vr vr, String given) {
		return new IllegalArgumentException(
				DicomDictionary.standard().describe(tag) + " is of VR " + vr + " and cannot hold " + given
						+ ".");
	}
}
