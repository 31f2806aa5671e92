package org.annotomy.interchange.sidecar;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.annotomy.annotation.detection.BlockBuilder;
import org.annotomy.annotation.detection.DetectionBlock;
import org.annotomy.annotation.detection.Detections;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.json.JsonObject;
import org.annotomy.task.Pipeline;
import org.annotomy.task.Progress;

/** Puts together what was read of the features of one file, part by part in their order. */
final class FeatureRuns {

	private static final String TWICE = "its id was used before; it was given another one";

	private final Findings findings = new Findings();
	private final SeenClasses classes;
	private final List<AnnotationObject> objects = new ArrayList<>();
	private final List<DetectionBlock> blocks = new ArrayList<>();
	private final List<JsonObject> kept = new ArrayList<>();

	/** @param classes gets those of the features */
	FeatureRuns(SeenClasses classes) {
		this.classes = classes;
	}

	/**
	 * Reads a stream with all processors.
	 *
	 * @param bytes how long it is, for the progress; 0 if nobody knows
	 * @throws IOException if reading fails, or the text is not JSON
	 */
	void read(FeatureStream stream, long bytes, Progress progress) throws IOException {
		SharedTexts texts = new SharedTexts();
		try {
			Pipeline.run(stream::next, run -> {
				DetectionBatch batch = new DetectionBatch(texts);
				batch.read(run.bytes(), 0, run.bytes().length, run.index());
				return batch;
			}, batch -> {
				progress.checkCancelled();
				progress.update(bytes == 0 ? -1 : Math.min(1, (double) stream.bytes() / bytes), "Reading labels");
				add(batch);
			});
		} catch (IOException | RuntimeException e) {
			throw e;
		} catch (Exception e) {
			throw new IOException(e);
		}
	}

	void add(DetectionBatch batch) {
		blocks.addAll(batch.blocks());
		add(batch.rest());
	}

	void add(FeatureBatch batch) {
		findings.addAll(batch.findings());
		classes.addAll(batch.classes());
		kept.addAll(batch.kept());
		objects.addAll(batch.objects());
	}

	/** Gives ids that were used twice anew. To be called once, behind the last part. */
	void finish() {
		Detections detections = Detections.of(blocks);
		Set<UUID> ids = new HashSet<>();
		if (detections.hasDoubles()) renameDoubles(ids);
		List<AnnotationObject> all = new ArrayList<>(objects);
		objects.clear();
		for (AnnotationObject object : all) {
			UUID id = object.id();
			for (int i = 1; !ids.add(id) || detections.find(id).isPresent(); i++)
				id = FeatureIds.derived(object.id(), i);
			findings.at(ids.size() - 1);
			if (!id.equals(object.id())) findings.add(TWICE);
			objects.add(id.equals(object.id()) ? object : FeatureIds.renamed(object, id));
		}
	}

	private void renameDoubles(Set<UUID> ids) {
		for (int b = 0; b < blocks.size(); b++) {
			BlockBuilder renamed = new BlockBuilder();
			for (int row = 0; row < blocks.get(b).size(); row++) {
				UUID first = blocks.get(b).outlines().id(row);
				UUID id = first;
				for (int i = 1; !ids.add(id); i++)
					id = FeatureIds.derived(first, i);
				findings.at(ids.size() - 1);
				if (id != first) findings.add(TWICE);
				if (id == first) renamed.add(blocks.get(b), row);
				else renamed.add(FeatureIds.renamed(blocks.get(b).object(row), id));
			}
			blocks.set(b, renamed.build());
		}
	}

	List<AnnotationObject> objects() {
		return objects;
	}

	List<DetectionBlock> blocks() {
		return blocks;
	}

	List<JsonObject> kept() {
		return kept;
	}

	Findings findings() {
		return findings;
	}
}
