package org.annotomy.imagej.linking;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.Segment;
import org.annotomy.geometry.Position;
import org.annotomy.linking.group.GroupMember;
import org.annotomy.linking.group.MemberFacts;
import org.annotomy.linking.place.Alignment;
import org.annotomy.linking.place.SpaceMap;
import org.annotomy.linking.thing.LinkProblems;
import org.annotomy.linking.thing.LinkedImage;
import org.annotomy.linking.thing.Mark;
import org.annotomy.linking.thing.Thing;
import org.annotomy.linking.thing.Things;

import ij.measure.ResultsTable;

/** Tables of a group: its members, the things marked in them, what is still to find, what does not fit. */
public final class GroupTables {

	private GroupTables() {}

	/** One row for each member. */
	public static ResultsTable members(OpenGroup group) {
		ResultsTable table = new ResultsTable();
		for (GroupMember member : group.group().members()) {
			table.addRow();
			table.addValue("Key", member.key());
			table.addValue("State", group.sessions().containsKey(member.key()) ? "open" : "not open");
			table.addValue("Title",
					group.sessions().containsKey(member.key()) ? group.requireSession(member.key()).image().getTitle() : "");
			for (String name : MemberFacts.NAMES)
				table.addValue(name, member.facts().get(name));
			table.addValue("Size", member.identity().size().describe());
		}
		return table;
	}

	/** One row for each mark or answer of each linked thing. */
	public static ResultsTable linked(OpenGroup group) {
		ResultsTable table = new ResultsTable();
		Things things = group.things();
		for (Thing thing : things.all())
			if (thing.isLinked()) {
				for (Mark mark : thing.marks())
					row(table, thing, mark.image().key(), mark.isRejected() ? "rejected" : "marked", mark, group);
				for (Thing.Absence absence : thing.absences())
					row(table, thing, absence.image().key(), "not visible", null, group);
				for (Thing.Away away : thing.away())
					row(table, thing, "(not open)", away.visible() ? "marked" : "not visible", null, group);
			}
		return table;
	}

	private static void row(ResultsTable table, Thing thing, String image, String state, Mark mark, OpenGroup group) {
		table.addRow();
		table.addValue("Linked object", thing.words());
		table.addValue("Image", image);
		table.addValue("State", state);
		table.addValue("Object", mark == null || mark.name() == null ? "" : mark.name());
		table.addValue("Kind", mark == null ? "" : mark.segment().isPresent() ? "segment" : "object");
		table.addValue("Class", mark == null || mark.classKey() == null ? "" : mark.classKey());
		table.addValue("Slice", mark == null ? "" : Integer.toString(new GroupLinks(group).slice(mark) + 1));
		table.addValue("Tracking UID", thing.uid());
	}

	/**
	 * One row for each thing and image in which nobody has looked for it. Under <i>Perhaps</i> stand marks there that are not linked yet.
	 *
	 * @param all whether marks that are linked with nothing count too
	 */
	public static ResultsTable stillToFind(OpenGroup group, boolean all) {
		ResultsTable table = new ResultsTable();
		Things things = group.things();
		GroupLinks links = new GroupLinks(group);
		for (Thing thing : things.stillToFind())
			if (all || thing.isLinked()) for (LinkedImage image : thing.stillToFindIn(things.images())) {
				table.addRow();
				table.addValue("Linked object", thing.words());
				table.addValue("Still to find in", image.key());
				table.addValue("Image", image.words());
				table.addValue("Expected at", links.expectedWords(thing, image.key()));
				table.addValue("Perhaps", names(links.candidates(thing, things, image)));
				table.addValue("Tracking UID", thing.uid());
			}
		return table;
	}

	private static String names(List<Mark> marks) {
		return marks.stream().map(mark -> mark.name() == null ? "unnamed" : mark.name()).collect(Collectors.joining(", "));
	}

	/** One row for each thing that does not fit among links. */
	public static ResultsTable problems(OpenGroup group) {
		ResultsTable table = new ResultsTable();
		for (LinkProblems.Problem problem : LinkProblems.of(group.things())) {
			table.addRow();
			table.addValue("Image", problem.image().key());
			table.addValue("Object", name(problem));
			table.addValue("Problem", problem.message());
		}
		return table;
	}

	private static String name(LinkProblems.Problem problem) {
		AnnotationDocument document = problem.image().document();
		String name = document.object(problem.object()).map(AnnotationObject::name)
				.orElseGet(() -> document.segment(problem.object()).map(Segment::name).orElse(""));
		return name == null ? "" : name;
	}

	/** One row for each two open members of which it is known how they lie to each other. */
	public static ResultsTable alignments(OpenGroup group) {
		ResultsTable table = new ResultsTable();
		table.setPrecision(3);
		List<String> open = List.copyOf(group.sessions().keySet());
		for (int i = 0; i < open.size(); i++)
			for (int j = i + 1; j < open.size(); j++)
				addAlignment(table, group, open.get(i), open.get(j));
		return table;
	}

	private static void addAlignment(ResultsTable table, OpenGroup group, String from, String to) {
		Optional<SpaceMap> map = group.correspondences().map(from, to);
		if (map.isEmpty()) return;
		Optional<String> said = group.group().alignment(from, to).map(Alignment::words);
		String frame = group.place(from).sharesFrame(group.place(to)) ? "shared frame of reference" : "over other images";
		table.addRow();
		table.addValue("Image", from);
		table.addValue("Other image", to);
		table.addValue("By", said.orElse(frame));
		table.addValue("Error (mm)", map.get().errorMm());
	}

	/** Where a place lies in each open member. */
	public static ResultsTable place(OpenGroup group, String key, Position voxel) {
		ResultsTable table = new ResultsTable();
		table.setPrecision(4);
		for (String other : group.sessions().keySet()) {
			table.addRow();
			table.addValue("Image", other);
			Position there = group.views().expected(key, voxel, other).orElse(null);
			table.addValue("Known", there == null ? "no" : group.place(other).contains(there) ? "yes" : "outside");
			table.addValue("X (pixels)", there == null ? Double.NaN : there.x() + 0.5);
			table.addValue("Y (pixels)", there == null ? Double.NaN : there.y() + 0.5);
			table.addValue("Slice", there == null ? Double.NaN : there.z() + 1);
			Position frame = there == null ? null : group.place(other).toFrame(there);
			table.addValue("X (mm)", frame == null ? Double.NaN : frame.x());
			table.addValue("Y (mm)", frame == null ? Double.NaN : frame.y());
			table.addValue("Z (mm)", frame == null ? Double.NaN : frame.z());
		}
		return table;
	}
}
