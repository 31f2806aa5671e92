package org.annotomy.annotation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.AttributeValue;
import org.annotomy.annotation.model.Link;
import org.annotomy.annotation.model.Segment;
import org.annotomy.annotation.protocol.Protocol;
import org.annotomy.annotation.voxel.BlockIndex;
import org.annotomy.annotation.voxel.LabelBlock;

/** Everything that a document holds, to compare two moments or two documents; the order of things does not count. */
public record DocumentState(Set<AnnotationObject> objects, Set<Segment> segments, Map<BlockIndex, LabelBlock> blocks,
		Set<Link> links,
		Map<String, AttributeValue> imageLabels, Map<String, AttributeValue> studyLabels, Protocol protocol, boolean complete) {

	public static DocumentState of(AnnotationDocument document) {
		return new DocumentState(new HashSet<>(document.objects()), new HashSet<>(document.segments()),
				new HashMap<>(document.blocks()),
				new HashSet<>(document.links()), new HashMap<>(document.labels(LabelScope.IMAGE)),
				new HashMap<>(document.labels(LabelScope.STUDY)),
				document.protocol(), document.isComplete());
	}
}
