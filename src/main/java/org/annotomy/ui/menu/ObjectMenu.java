package org.annotomy.ui.menu;

import java.util.Iterator;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import javax.swing.JMenu;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;

import org.annotomy.annotation.depth.DepthWord;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.Occlusion;
import org.annotomy.annotation.protocol.AnnotationClass;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.ui.edit.DeskEdits;
import org.annotomy.ui.notice.Notices;

/** What can be done with the selected objects. */
public final class ObjectMenu {

	/** So many of the selected objects are looked at to see which items make sense. */
	private static final int MOST_ASKED = 1000;

	private static final int[] FILLS = {0, 20, 40, 60, 80, 100};

	private final AnnotationSession session;
	private final Notices notices;
	private final JPopupMenu menu = new JPopupMenu();

	private ObjectMenu(AnnotationSession session, Notices notices) {
		this.session = session;
		this.notices = notices;
	}

	/** @param edit begins the edit of an outline */
	public static JPopupMenu of(AnnotationSession session, Notices notices, Consumer<AnnotationObject> edit) {
		ObjectMenu objects = new ObjectMenu(session, notices);
		objects.menu.setName("object menu");
		objects.menu.setLightWeightPopupEnabled(false);
		objects.fill(edit);
		return objects.menu;
	}

	private void fill(Consumer<AnnotationObject> edit) {
		DeskEdits edits = new DeskEdits(session);
		Set<UUID> ids = edits.selected();
		if (ids.isEmpty()) {
			menu.add(new JMenuItem("No object here")).setEnabled(false);
			return;
		}
		AnnotationObject first = session.document().object(session.selection().set().iterator().next()).orElseThrow();
		menu.add(classes(edits, ids));
		add("Edit Outline", () -> edit.accept(first));
		menu.addSeparator();
		add(first.locked() ? "Unlock" : "Lock", () -> edits.lock(ids, !first.locked()));
		add(first.appearance().visible() ? "Hide" : "Show", () -> edits.show(ids, !first.appearance().visible()));
		menu.add(opacities(edits, ids));
		add("Bring to Front", () -> edits.bringToFront(ids));
		add("Send to Back", () -> edits.sendToBack(ids));
		menu.add(overlap(edits, ids));
		if (ids.stream().limit(MOST_ASKED).flatMap(id -> session.document().object(id).stream())
				.anyMatch(o -> o.shape().isArea()))
			addOutlineItems(edits, ids);
		menu.addSeparator();
		add("Delete", () -> edits.remove(ids));
	}

	private void addOutlineItems(DeskEdits edits, Set<UUID> ids) {
		menu.addSeparator();
		if (edits.canSplit() && ids.size() == 1) add("Split Along the Line", () -> edits.split(ids.iterator().next()));
		if (ids.size() > 1) add("Merge", () -> edits.merge(ids));
		add("Fill Holes", () -> edits.fillHoles(ids));
		add("Smooth", () -> edits.smooth(ids));
		add("Simplify", () -> edits.simplify(ids));
		add("Remove Overlap", () -> edits.removeOverlap(ids));
	}

	private JMenu classes(DeskEdits edits, Set<UUID> ids) {
		JMenu classes = new JMenu("Class");
		for (AnnotationClass c : session.document().protocol().classes())
			classes.add(item(c.name(), () -> edits.relabel(ids, c.key())));
		return classes;
	}

	private JMenu opacities(DeskEdits edits, Set<UUID> ids) {
		JMenu opacities = new JMenu("Fill");
		for (int percent : FILLS)
			opacities.add(item(percent == 0 ? "Outline Only" : percent + " %", () -> edits.fill(ids, percent / 100.0)));
		return opacities;
	}

	/** How much of the selected is seen; and of two that are selected, which is in front. */
	private JMenu overlap(DeskEdits edits, Set<UUID> ids) {
		JMenu overlap = new JMenu("Overlap");
		overlap.setName("overlap");
		if (ids.size() == 2) {
			Iterator<UUID> both = ids.iterator();
			UUID a = both.next();
			UUID b = both.next();
			front(overlap, edits, a, b);
			front(overlap, edits, b, a);
			overlap.add(item("Order unknown", () -> edits.say(a, DepthWord.ORDER_UNKNOWN, b)));
			overlap.add(item("Nothing said", () -> edits.say(a, DepthWord.NOTHING_SAID, b)));
		} else overlap.add(new JMenuItem("Select two objects to say which is in front")).setEnabled(false);
		overlap.addSeparator();
		for (Occlusion state : Occlusion.values())
			overlap.add(item(Character.toUpperCase(state.words().charAt(0)) + state.words().substring(1),
					() -> edits.occlusion(ids, state)));
		return overlap;
	}

	private void front(JMenu overlap, DeskEdits edits, UUID front, UUID behind) {
		String words = name(front) + " in front of " + name(behind);
		overlap.add(item(words, () -> edits.say(front, DepthWord.IN_FRONT, behind)));
		overlap.add(item(words + ", see-through", () -> edits.say(front, DepthWord.SEE_THROUGH, behind)));
	}

	private String name(UUID id) {
		AnnotationObject object = session.document().object(id).orElseThrow();
		return object.name() == null ? "the " + object.shape().kind().key() : "\"" + object.name() + "\"";
	}

	private void add(String name, Runnable action) {
		menu.add(item(name, action));
	}

	private JMenuItem item(String name, Runnable action) {
		JMenuItem item = new JMenuItem(name);
		item.addActionListener(e -> notices.guard(action));
		return item;
	}
}
