package org.annotomy.interchange.segnrrd;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.annotomy.annotation.model.Coding;
import org.annotomy.annotation.model.Segment;
import org.annotomy.annotation.model.Tracking;
import org.annotomy.image.ImageFormatException;
import org.annotomy.image.nrrd.NrrdHeader;

/** Reads the segments from the keys of a header, as Slicer does: counted from 0 up to the first without {@code _ID}. */
final class SegmentKeys {

	private static final int MOST_SEGMENTS = 1 << 16;
	private static final int GREY = 0x808080;
	private static final String UID_ROOT = "2.25.";

	private final Map<String, String> keys;
	private final NrrdHeader header;

	private SegmentKeys(NrrdHeader header) {
		this.header = header;
		this.keys = header.keyValues();
	}

	/** As the header has them: {@link FoundSegment#layer} is that of the file. Empty if it names none. */
	static List<FoundSegment> read(NrrdHeader header) throws ImageFormatException {
		SegmentKeys keys = new SegmentKeys(header);
		List<FoundSegment> segments = new ArrayList<>();
		while (segments.size() < MOST_SEGMENTS && keys.keys.containsKey("Segment" + segments.size() + "_ID"))
			segments.add(keys.segment(segments.size()));
		return segments;
	}

	private FoundSegment segment(int number) throws ImageFormatException {
		String key = "Segment" + number;
		String idText = keys.get(key + "_ID");
		Map<String, String> tags = SegmentTags.parse(keys.getOrDefault(key + "_Tags", ""));
		int time = Math.max(0, integer(key, tags.get(SegmentTags.TIME), 0));
		UUID known = ourId(tags.get(SegmentTags.UUID), idText);
		UUID id = known != null ? known : substitute(idText);
		String colour = keys.getOrDefault(key + "_Color", keys.getOrDefault(key + "_DefaultColor", ""));
		String terms = tags.get(SegmentTags.TERMINOLOGY);
		int layer = integer(key, keys.get(key + "_Layer"), number);
		int value = integer(key, keys.get(key + "_LabelValue"), 1);
		if (layer < 0 || value < 1 || value > Segment.MAX_VALUE)
			throw new ImageFormatException("Segments: " + key + " has the layer " + layer + " and the label value " + value
					+ "; values from 1 to " + Segment.MAX_VALUE + " can be read.");
		return new FoundSegment(id, known != null, layer, value, time, keys.getOrDefault(key + "_Name", idText), rgb(colour),
				colour,
				terms == null ? Coding.NONE : TerminologyEntry.parse(terms),
				SegmentTags.status(tags.getOrDefault(SegmentTags.STATUS, "")));
	}

	/** The layer of the document that a layer of the file holds, if all its segments agree on one; else that of the file. */
	static int documentLayer(NrrdHeader header, int fileLayer) throws ImageFormatException {
		SegmentKeys keys = new SegmentKeys(header);
		int agreed = -1;
		for (int i = 0; keys.keys.containsKey("Segment" + i + "_ID") && i < MOST_SEGMENTS; i++) {
			if (integer("", keys.keys.get("Segment" + i + "_Layer"), i) != fileLayer) continue;
			Map<String, String> tags = SegmentTags.parse(keys.keys.getOrDefault("Segment" + i + "_Tags", ""));
			int told = integer("", tags.get(SegmentTags.LAYER), fileLayer);
			if (told < 0 || agreed >= 0 && told != agreed) return fileLayer;
			agreed = told;
		}
		return agreed < 0 ? fileLayer : agreed;
	}

	/** From our tag, else from an ID of DICOM's form for UUIDs; null if there is neither. */
	private static UUID ourId(String tag, String idText) {
		if (tag != null && tag.matches("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) return UUID.fromString(tag);
		String digits = idText.startsWith(UID_ROOT) ? idText.substring(UID_ROOT.length()) : "";
		if (!digits.matches("\\d{1,39}")) return null;
		BigInteger number = new BigInteger(digits);
		if (number.bitLength() > 128) return null;
		UUID id = new UUID(number.shiftRight(64).longValue(), number.longValue());
		return Tracking.uidOf(id).equals(idText) ? id : null;
	}

	/** Made from the header, so that the same file gives the same id and another file another. */
	private UUID substitute(String idText) {
		return UUID.nameUUIDFromBytes((header.fields() + "/" + idText).getBytes(StandardCharsets.UTF_8));
	}

	static UUID substitute(NrrdHeader header, int layer, int value) {
		return new SegmentKeys(header).substitute(layer + "/" + value);
	}

	private static int integer(String key, String text, int absent) throws ImageFormatException {
		if (text == null) return absent;
		try {
			return Integer.parseInt(text.strip());
		} catch (NumberFormatException e) {
			throw new ImageFormatException("Segments: a number of " + key + " cannot be read.", e);
		}
	}

	/** Grey if it cannot be read, as in Slicer. */
	static int rgb(String text) {
		String[] words = text.strip().split("\\s+");
		if (words.length != 3) return GREY;
		int rgb = 0;
		for (String word : words) {
			try {
				double part = Double.parseDouble(word);
				rgb = rgb << 8 | (int) Math.round(255 * Math.max(0, Math.min(1, Double.isNaN(part) ? 0.5 : part)));
			} catch (NumberFormatException e) {
				return GREY;
			}
		}
		return rgb;
	}
}
