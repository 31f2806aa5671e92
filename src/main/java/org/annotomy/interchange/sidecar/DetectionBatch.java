package org.annotomy.interchange.sidecar;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.annotomy.annotation.detection.BlockBuilder;
import org.annotomy.annotation.detection.DetectionBlock;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.ObjectType;
import org.annotomy.interchange.sidecar.SharedTexts.Meaning;

/** Reads a run of features: detections into blocks, whatever else there is into objects. For one thread. */
final class DetectionBatch {

	private final SharedTexts texts;
	private final FeatureBatch rest = new FeatureBatch();
	private final DetectionParser parser = new DetectionParser();
	private final BlockBuilder block = new BlockBuilder();
	private final List<DetectionBlock> blocks = new ArrayList<>();
	private final Set<Meaning> seen = new HashSet<>();
	private Meaning last;
	private byte[] lastText;

	DetectionBatch(SharedTexts texts) {
		this.texts = texts;
	}

	/** The detections, full blocks but for the last. */
	List<DetectionBlock> blocks() {
		return blocks;
	}

	/** All that is no detection, and what is to be told. */
	FeatureBatch rest() {
		return rest;
	}

	/**
	 * Reads features that are separated by commas.
	 *
	 * @param index of the first, from 0
	 * @throws IOException if the text is not JSON
	 */
	void read(byte[] text, int from, int to, int index) throws IOException {
		int at = from;
		for (int i = index; at < to; i++) {
			at = next(text, at, to, i);
			while (at < to && (text[at] == ',' || text[at] >= 0 && text[at] <= ' '))
				at++;
		}
		finish();
	}

	private int next(byte[] text, int at, int to, int index) throws IOException {
		int end = parser.parse(text, at);
		Meaning meaning = end < 0 || end > to ? null : meaning();
		boolean plain = meaning != null && meaning.kind() != null
				&& meaning.kind().measurements().size() == parser.values().length;
		if (!plain || !block.accepts(meaning.kind(), parser.ring(), parser.ringNumbers()))
			return readAlone(text, at, index);
		if (meaning.turned()) turn(parser.ring(), parser.ringNumbers());
		block.add(new UUID(parser.idHigh(), parser.idLow()), parser.ring(), parser.ringNumbers(), meaning.kind(),
				parser.values());
		rest.findings().at(index);
		if (parser.wasRounded())
			rest.findings().add("its outline was rounded to thousandths of a pixel, as in all masses of detections");
		if (seen.add(meaning)) rest.classes().addAll(meaning.classes());
		if (block.isFull()) finish();
		return end;
	}

	/** Most often that of the Feature before. */
	private Meaning meaning() {
		if (last != null && Arrays.equals(lastText, 0, lastText.length, parser.text(), 0, parser.textLength())) return last;
		last = texts.of(parser);
		lastText = Arrays.copyOf(parser.text(), parser.textLength());
		return last;
	}

	private int readAlone(byte[] text, int at, int index) throws IOException {
		int end = JsonSlices.end(text, at);
		int before = rest.objects().size();
		rest.read(text, at, end, index);
		List<AnnotationObject> made = rest.objects().subList(before, rest.objects().size());
		made.removeIf(this::add);
		return end;
	}

	private boolean add(AnnotationObject object) {
		if (object.type() == ObjectType.ANNOTATION || !block.add(object)) return false;
		if (block.isFull()) finish();
		return true;
	}

	private void finish() {
		if (block.size() > 0) blocks.add(block.build());
	}

	private static void turn(int[] ring, int numbers) {
		for (int i = 2, k = numbers - 2; i < k; i += 2, k -= 2) {
			int x = ring[i];
			int y = ring[i + 1];
			ring[i] = ring[k];
			ring[i + 1] = ring[k + 1];
			ring[k] = x;
			ring[k + 1] = y;
		}
	}
}
