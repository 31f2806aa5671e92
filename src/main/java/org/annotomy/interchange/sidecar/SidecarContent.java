package org.annotomy.interchange.sidecar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.EditBuilder;
import org.annotomy.annotation.LabelScope;
import org.annotomy.annotation.detection.DetectionBlock;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.AttributeValue;
import org.annotomy.annotation.model.Link;
import org.annotomy.annotation.model.Segment;
import org.annotomy.annotation.protocol.AnnotationClass;
import org.annotomy.annotation.protocol.Protocol;
import org.annotomy.annotation.protocol.ProtocolStamp;
import org.annotomy.annotation.voxel.BlockIndex;
import org.annotomy.annotation.voxel.LabelBlock;
import org.annotomy.identity.ImageIdentity;
import org.annotomy.json.JsonObject;

/**
 * All that a sidecar held.
 *
 * @param ours whether it had our member; else it is a plain GeoJSON file or one that another program saved again
 * @param header {@link SidecarHeader#NEW} if it had none
 * @param imageIfKnown the image that the labels were made on; null if the file does not say
 * @param stamp the protocol, or null
 * @param complete whether the rater had marked the work as complete
 * @param objects all but the detections
 * @param detections of a file of very many, in blocks
 * @param classes those that features name, with the names and colours of the file
 * @param foreign top-level members of other programs
 */
public record SidecarContent(boolean ours, SidecarHeader header, ImageIdentity imageIfKnown, ProtocolStamp stamp,
		boolean complete, List<AnnotationObject> objects, List<DetectionBlock> detections, List<Segment> segments,
		List<Link> links,
		Map<LabelScope, Map<String, AttributeValue>> labels, List<AnnotationClass> classes, JsonObject foreign,
		ReadReport report) {

	public Optional<ImageIdentity> image() {
		return Optional.ofNullable(imageIfKnown);
	}

	/** What can be known of the protocol from the file alone: which one, and keys, names and colours of classes. */
	public Protocol protocolOfFile() {
		ProtocolStamp known = stamp == null ? Protocol.NONE.stamp() : stamp;
		return new Protocol(known, stamp == null ? Protocol.NONE.title() : known.id(), "", classes, List.of(), List.of(),
				List.of(), List.of());
	}

	/** The protocol with, behind its own, the classes of the file that it does not have. */
	public Protocol completed(Protocol protocol) {
		List<AnnotationClass> all = new ArrayList<>(protocol.classes());
		for (AnnotationClass found : classes)
			if (protocol.findClass(found.key()).isEmpty()) all.add(found);
		if (all.size() == protocol.classes().size()) return protocol;
		return protocol.withClasses(all);
	}

	/** When an object was made; those of which nobody knows come first, in the order of the file. */
	private static Instant made(AnnotationObject object) {
		return object.provenance().created() == null ? Instant.MIN : object.provenance().created();
	}

	/**
	 * A document with this content, objects in the order in which they were made, and an empty history, read-only if the report says so.
	 *
	 * @param image the image at hand, after it was compared with {@link #image()}
	 * @param protocol see {@link #protocolOfFile} and {@link #completed}
	 * @param blocks of the {@code .seg.nrrd}
	 */
	public AnnotationDocument toDocument(ImageIdentity image, Protocol protocol, Map<BlockIndex, LabelBlock> blocks) {
		return toDocument(image, protocol, blocks, Map.of());
	}

	/** @param packed detections of the packs that the header names, by the key of their block */
	public AnnotationDocument toDocument(ImageIdentity image, Protocol protocol, Map<BlockIndex, LabelBlock> blocks,
			Map<Integer, DetectionBlock> packed) {
		AnnotationDocument document = new AnnotationDocument(image, protocol, foreign);
		open(document, edit -> objects.stream().sorted(Comparator.comparing(SidecarContent::made)).forEach(edit::put));
		open(document, edit -> packed.forEach(edit::put));
		open(document, edit -> edit.addDetections(detections));
		open(document, edit -> segments.forEach(edit::put));
		open(document, edit -> links.forEach(edit::put));
		open(document, edit -> labels
				.forEach((scope, answers) -> answers.forEach((key, value) -> edit.label(scope, key, value))));
		open(document, edit -> blocks.forEach(edit::put));
		open(document, edit -> edit.complete(complete));
		AnnotationDocument opened = document.copy();
		report.readOnlyReason().ifPresent(opened::setReadOnly);
		return opened;
	}

	/** One edit for each kind of thing: in a strange file an object and a segment may have the same id. */
	private static void open(AnnotationDocument document, Consumer<EditBuilder> content) {
		EditBuilder edit = document.edit("Open");
		content.accept(edit);
		edit.apply();
	}
}
