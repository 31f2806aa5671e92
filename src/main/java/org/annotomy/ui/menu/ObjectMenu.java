package org.annotomy.ui.menu;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import javax.swing.JMenu;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;

import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.protocol.AnnotationClass;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.session.OutlineEdits;
import org.annotomy.ui.notice.Notices;

/** What can be done with the selected objects. */
public final class ObjectMenu {

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
		List<UUID> ids = session.selection().ids();
		if (ids.isEmpty()) {
			menu.add(new JMenuItem("No object here")).setEnabled(false);
			return;
		}
		AnnotationObject first = session.document().object(ids.get(0)).orElseThrow();
		menu.add(classes(ids));
		add("Edit Outline", () -> edit.accept(first));
		menu.addSeparator();
		add(first.locked() ? "Unlock" : "Lock", () -> session.edits().lock(ids, !first.locked()));
		add(first.appearance().visible() ? "Hide" : "Show", () -> session.edits().show(ids, !first.appearance().visible()));
		add("Bring to Front", () -> session.edits().bringToFront(ids));
		add("Send to Back", () -> session.edits().sendToBack(ids));
		if (session.document().objects().stream().anyMatch(o -> ids.contains(o.id()) && o.shape().isArea())) addOutlineItems(ids);
		menu.addSeparator();
		add("Delete", () -> session.edits().remove(ids));
	}

	private void addOutlineItems(List<UUID> ids) {
		menu.addSeparator();
		if (ids.size() > 1) add("Merge", () -> new OutlineEdits(session).merge(ids));
		add("Fill Holes", () -> new OutlineEdits(session).fillHoles(ids));
		add("Smooth", () -> new OutlineEdits(session).smooth(ids, 1.5, true));
		add("Simplify", () -> new OutlineEdits(session).simplify(ids, 0.5));
		add("Remove Overlap", () -> new OutlineEdits(session).removeOverlap(ids));
	}

	private JMenu classes(List<UUID> ids) {
		JMenu classes = new JMenu("Class");
		for (AnnotationClass c : session.document().protocol().classes())
			classes.add(item(c.name(), () -> session.edits().relabel(ids, c.key())));
		return classes;
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
