package org.annotomy.imagej;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.depth.Depth;
import org.annotomy.annotation.depth.DepthGraph;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.Occlusion;
import org.annotomy.segmentation.outline.OutlineAlgebra;

import ij.measure.ResultsTable;

/** What is said of overlapping objects, and what of it does not fit. */
public final class DepthTable {

	private final AnnotationDocument document;
	private final DepthGraph graph;
	private final Set<UUID> cycles;

	private DepthTable(AnnotationDocument document) {
		this.document = document;
		this.graph = DepthGraph.of(document.links());
		this.cycles = graph.inCycles();
	}

	/** A row for each pair of which something is said, the one in front first, and for each object that is not fully visible. */
	public static ResultsTable of(AnnotationDocument document) {
		return new DepthTable(document).table();
	}

	private ResultsTable table() {
		ResultsTable table = new ResultsTable();
		for (AnnotationObject object : document.objects()) {
			boolean told = false;
			for (Map.Entry<UUID, Depth> said : graph.of(object.id()).entrySet())
				if (isTold(object.id(), said)) {
					row(table, object, said.getValue().words(), said.getKey(), problem(object, said.getKey()));
					told = true;
				}
			if (!told && object.occlusion() != Occlusion.NONE) row(table, object, "", null, "");
		}
		return table;
	}

	/** Each pair once. */
	private static boolean isTold(UUID object, Map.Entry<UUID, Depth> said) {
		return said.getValue().isInFront() || said.getValue() == Depth.UNKNOWN && object.compareTo(said.getKey()) < 0;
	}

	private void row(ResultsTable table, AnnotationObject object, String words, UUID other, String problem) {
		table.addRow();
		table.addValue("Object", name(object));
		table.addValue("Visibility", object.occlusion().words());
		table.addValue("Lies", words);
		table.addValue("Other object", other == null ? "" : document.object(other).map(DepthTable::name).orElse("gone"));
		table.addValue("Other's visibility",
				other == null ? "" : document.object(other).map(o -> o.occlusion().words()).orElse(""));
		table.addValue("Slice", object.plane().z() + 1);
		table.addValue("Problem", problem);
	}

	private String problem(AnnotationObject object, UUID other) {
		AnnotationObject second = document.object(other).orElse(null);
		if (second == null) return "The other object is gone. Say it anew.";
		List<String> problems = new ArrayList<>();
		if (cycles.contains(object.id()) && cycles.contains(other) && !graph.chain(other, object.id()).isEmpty())
			problems.add("Over others it is said to lie behind that one too. Take one of these back.");
		if (object.shape().isArea() && second.shape().isArea() && !OutlineAlgebra.overlap(object.shape(), second.shape()))
			problems.add("The outlines do not overlap.");
		return String.join(" ", problems);
	}

	private static String name(AnnotationObject object) {
		return object.name() == null ? object.shape().kind().key() : object.name();
	}

	/** What is said of one object, for a cell of a table: {@code behind Mass 2; partly covered}. */
	public static String words(AnnotationObject object, DepthGraph graph, AnnotationDocument document) {
		List<String> said = new ArrayList<>();
		graph.of(object.id()).forEach((other, depth) -> said
				.add(depth.words() + " " + document.object(other).map(DepthTable::name).orElse("an object that is gone")));
		if (object.occlusion() != Occlusion.NONE) said.add(object.occlusion().words());
		return String.join("; ", said);
	}
}
