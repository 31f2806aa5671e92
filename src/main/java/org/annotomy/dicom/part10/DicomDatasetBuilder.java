package org.annotomy.dicom.part10;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Builds a dataset, element by element, with the VRs of the standard. Strict: a value that its VR does not allow is refused with an
 * {@link IllegalArgumentException}. Text that is not ASCII makes the whole dataset UTF-8 ({@code ISO_IR 192}).
 */
public final class DicomDatasetBuilder {

	private static final long MAX_BASIC_OFFSET = 0xffffffffL;

	private final TreeMap<Integer, DicomElement> elements = new TreeMap<>(Integer::compareUnsigned);
	/** Where the text of an element is in another character set than that of the dataset: as it came, or as it was set. */
	private final Map<Integer, CharacterSet> textIn = new HashMap<>();
	private final CharacterSet inherited;
	private boolean needsUtf8;

	DicomDatasetBuilder() {
		this.inherited = CharacterSet.DEFAULT;
	}

	DicomDatasetBuilder(DicomDataset start) {
		this.inherited = start.characterSet();
		for (DicomElement element : start.elements()) {
			elements.put(element.tag(), element);
			if (element.vr().usesCharacterSet()) textIn.put(element.tag(), inherited);
		}
	}

	/** One or more values as text; several are joined by backslashes. */
	public DicomDatasetBuilder set(int tag, String... values) {
		Vr vr = vrOf(tag, false);
		if (!vr.isText()) throw wrong(tag, vr, "text");
		for (String value : values)
			ValueRules.check(tag, vr, value);
		String text = String.join("\\", values);
		if (!isAscii(text) && !vr.usesCharacterSet()) throw wrong(tag, vr, "text that is not ASCII");
		return putText(tag, vr, text);
	}

	/** {@link #set(int, String...)} by keyword, such as {@code PixelSpacing}. */
	public DicomDatasetBuilder set(String keyword, String... values) {
		return set(DicomDictionary.standard().tagOf(keyword), values);
	}

	/** One or more integers, for any numeric VR. */
	public DicomDatasetBuilder set(int tag, int... values) {
		Vr vr = vrOf(tag, Arrays.stream(values).anyMatch(v -> v < 0));
		if (vr == Vr.IS || vr == Vr.DS)
			return put(tag, vr, Utf8Recoder.padded(join(Arrays.stream(values).mapToObj(Integer::toString).toList()), vr));
		return numbers(tag, vr, Arrays.stream(values).asDoubleStream().toArray());
	}

	/** {@link #set(int, int...)} by keyword. */
	public DicomDatasetBuilder set(String keyword, int... values) {
		return set(DicomDictionary.standard().tagOf(keyword), values);
	}

	/** One or more numbers, for DS, FL, FD, OF and OD. */
	public DicomDatasetBuilder set(int tag, double... values) {
		Vr vr = vrOf(tag, false);
		if (vr == Vr.DS)
			return put(tag, vr, Utf8Recoder.padded(join(Arrays.stream(values).mapToObj(ValueCodec::decimal).toList()), vr));
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
		return putItems(tag, items);
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
		return put(tag, vr, (value.length & 1) == 0 ? value : Utf8Recoder.padded(value, vr));
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

	/** Any element as it is; text is taken to be in the character set of this dataset. */
	public DicomDatasetBuilder put(DicomElement element) {
		elements.put(element.tag(), element);
		textIn.remove(element.tag());
		return this;
	}

	/**
	 * Compressed frames as Pixel Data, one fragment each, with the offset table that their size needs; to be written under the transfer
	 * syntax that they are in.
	 *
	 * @param frames stay where they are until the dataset is written
	 */
	public DicomDatasetBuilder compressedFrames(List<ByteSpan> frames) {
		long last = frames.stream().limit(Math.max(0, frames.size() - 1)).mapToLong(FrameOffsets::itemBytes).sum();
		return compressedFrames(frames, last > MAX_BASIC_OFFSET);
	}

	DicomDatasetBuilder compressedFrames(List<ByteSpan> frames, boolean extendedTable) {
		remove(Tag.EXTENDED_OFFSET_TABLE).remove(Tag.EXTENDED_OFFSET_TABLE_LENGTHS);
		long[] offsets = FrameOffsets.of(frames);
		if (extendedTable) {
			putLongs(Tag.EXTENDED_OFFSET_TABLE, Vr.OV, offsets);
			putLongs(Tag.EXTENDED_OFFSET_TABLE_LENGTHS, Vr.OV, frames.stream().mapToLong(ByteSpan::length).toArray());
		}
		ByteSpan table = extendedTable ? ByteSpan.EMPTY : FrameOffsets.basicTable(offsets);
		return put(new DicomElement(Tag.PIXEL_DATA, Vr.OB, FragmentSequence.chain(table, frames), false));
	}

	/**
	 * The first tag of the private block of {@code creator}: to it belong the elements that have the same first six digits. The block is
	 * reserved if it is not there yet.
	 *
	 * @param group odd
	 */
	public int privateBlock(int group, String creator) {
		if ((group & 1) == 0) throw new IllegalArgumentException("Private groups are odd.");
		for (int block = 0x10; block <= 0xff; block++) {
			DicomElement reserved = elements.get(Tag.of(group, block));
			if (reserved == null) putText(Tag.of(group, block), Vr.LO, creator);
			if (reserved == null || ValueCodec.strings(reserved, CharacterSet.DEFAULT).contains(creator))
				return Tag.of(group, block << 8);
		}
		throw new IllegalArgumentException("All private blocks of the group are taken.");
	}

	/** The elements of another dataset as they are, with the character set that they are in; absent ones are left out. */
	public DicomDatasetBuilder copy(DicomDataset from, int... tags) {
		for (int tag : tags)
			from.element(tag).ifPresent(element -> {
				put(element);
				if (element.vr().usesCharacterSet()) textIn.put(tag, from.characterSet());
			});
		return this;
	}

	/**
	 * Text as another system gave it: neither VR nor value are checked.
	 *
	 * @param text all values, joined by backslashes
	 */
	public DicomDatasetBuilder putText(int tag, Vr vr, String text) {
		boolean ascii = isAscii(text);
		put(tag, vr, Utf8Recoder.padded(text.getBytes(StandardCharsets.UTF_8), vr));
		if (ascii || !vr.usesCharacterSet()) return this;
		needsUtf8 = true;
		textIn.put(tag, CharacterSet.UTF_8);
		return this;
	}

	/** Numbers under a VR that the caller knows, for tags that the dictionary does not have; checked against the range of the VR. */
	public DicomDatasetBuilder putNumbers(int tag, Vr vr, double... values) {
		return numbers(tag, vr, values);
	}

	/** {@link #putNumbers} for SV, UV and OV, which a double cannot hold. */
	public DicomDatasetBuilder putLongs(int tag, Vr vr, long... values) {
		if (vr.unitBytes() != Long.BYTES) throw wrong(tag, vr, "64-bit integers");
		ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(values.length, Long.BYTES)).order(ByteOrder.LITTLE_ENDIAN);
		bytes.asLongBuffer().put(values);
		return put(tag, vr, bytes.array());
	}

	/** {@link #items(int, List)} for tags that the dictionary does not have. */
	public DicomDatasetBuilder putItems(int tag, List<DicomDataset> items) {
		return put(new DicomElement(tag, Vr.SQ, new ItemSequence(items), false));
	}

	public DicomDatasetBuilder remove(int tag) {
		elements.remove(tag);
		textIn.remove(tag);
		return this;
	}

	/** The dataset. Where text of several character sets comes together, all of it becomes UTF-8. */
	public DicomDataset build() {
		CharacterSet target = characterSet();
		if (needsUtf8 && !target.isUtf8() || hasTextOutside(target)) {
			put(Tag.SPECIFIC_CHARACTER_SET, Vr.CS, "ISO_IR 192".getBytes(StandardCharsets.US_ASCII));
			elements.replaceAll((tag, element) -> Utf8Recoder.recode(element, textIn.getOrDefault(tag, target)));
			return new DicomDataset(elements.values().toArray(new DicomElement[0]), CharacterSet.UTF_8);
		}
		return new DicomDataset(elements.values().toArray(new DicomElement[0]), target);
	}

	private boolean hasTextOutside(CharacterSet target) {
		for (DicomElement element : elements.values())
			if (Utf8Recoder.needsRecoding(element, textIn.getOrDefault(element.tag(), target), target)) return true;
		return false;
	}

	private CharacterSet characterSet() {
		DicomElement element = elements.get(Tag.SPECIFIC_CHARACTER_SET);
		return element == null ? inherited : CharacterSet.of(ValueCodec.strings(element, CharacterSet.DEFAULT));
	}

	private DicomDatasetBuilder put(int tag, Vr vr, byte[] bytes) {
		return put(new DicomElement(tag, vr, ByteSpan.of(bytes), false));
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

	private static boolean isAscii(String text) {
		return text.chars().allMatch(c -> c < 0x80);
	}

	private Vr vrOf(int tag, boolean negative) {
		String vr = DicomDictionary.standard().find(tag).map(DicomDictionary.Entry::vr)
				.orElseThrow(() -> new IllegalArgumentException(Tag.toString(tag) + " is not in the DICOM dictionary."));
		if (vr.startsWith("US|SS")) return negative || isSigned() ? Vr.SS : Vr.US;
		return Vr.valueOf(vr.toUpperCase(Locale.ROOT).split("\\|")[0]);
	}

	private boolean isSigned() {
		DicomElement element = elements.get(Tag.PIXEL_REPRESENTATION);
		double[] values = element == null ? new double[0] : ValueCodec.doubles(element);
		return values.length > 0 && values[0] == 1;
	}

	private static IllegalArgumentException wrong(int tag, Vr vr, String given) {
		return new IllegalArgumentException(
				DicomDictionary.standard().describe(tag) + " is of VR " + vr + " and cannot hold " + given
						+ ".");
	}
}
