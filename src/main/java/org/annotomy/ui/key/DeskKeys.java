package org.annotomy.ui.key;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.annotomy.annotation.count.CountingFields;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.protocol.AnnotationClass;
import org.annotomy.display.PresetLibrary;
import org.annotomy.display.PresetTable;
import org.annotomy.display.WindowPreset;
import org.annotomy.imagej.display.DisplayWindow;
import org.annotomy.imagej.lab.FieldDesk;
import org.annotomy.imagej.linking.OpenGroup;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.slide.SlideImage;
import org.annotomy.ui.action.DeskActions;
import org.annotomy.ui.edit.DeskEdits;
import org.annotomy.ui.edit.DeskWork;
import org.annotomy.ui.edit.FieldGestures;
import org.annotomy.ui.edit.LinkGestures;
import org.annotomy.ui.linking.LayoutDesk;
import org.annotomy.ui.notice.NoticeBoard;
import org.annotomy.ui.notice.Notices;
import org.annotomy.ui.tool.BrushSize;
import org.annotomy.ui.tool.OutlineEditing;

/** What the keys do on one annotated image. */
public final class DeskKeys implements ImageKeyActions {

	private final AnnotationSession session;
	private final DeskActions actions;
	private final OutlineEditing editing;
	private final HeldLens lens;

	public DeskKeys(AnnotationSession session, DeskActions actions, OutlineEditing editing) {
		this.session = session;
		this.actions = actions;
		this.editing = editing;
		lens = new HeldLens(session.image());
	}

	@Override
	public boolean finish() {
		if (editing.isActive()) notices().guard(editing::apply);
		else if (session.image().getRoi() != null) actions.mark(null);
		else return false;
		return true;
	}

	@Override
	public boolean delete() {
		if (session.image().getRoi() != null || session.selection().isEmpty()) return false;
		notices().guard(() -> edits().remove(edits().selected()));
		return true;
	}

	@Override
	public boolean drop() {
		if (editing.isActive()) editing.drop();
		else if (session.image().getRoi() == null && !session.selection().isEmpty()) session.selection().clear();
		else return false;
		return true;
	}

	@Override
	public boolean next(int step) {
		List<AnnotationObject> objects = session.document().objects();
		if (objects.isEmpty()) return false;
		int at = session.selection().isEmpty() ? -1 : indexOf(session.selection().set().iterator().next(), objects);
		AnnotationObject next = objects.get(Math.floorMod(at < 0 && step < 0 ? -1 : at + step, objects.size()));
		session.selection().set(List.of(next.id()));
		session.show(next);
		return true;
	}

	@Override
	public boolean undo() {
		notices().guard(() -> tell("Undone: ", edits().undo(), "There is nothing to undo."));
		return true;
	}

	@Override
	public boolean redo() {
		notices().guard(() -> tell("Done again: ", edits().redo(), "There is nothing to redo."));
		return true;
	}

	@Override
	public boolean preset(int digit) {
		DisplayWindow display = DisplayWindow.of(session.image());
		Optional<WindowPreset> preset = PresetLibrary.ofUser().menu(PresetTable.DEFAULT, display.query()).onKey(digit);
		preset.ifPresentOrElse(p -> notices().guard(() -> {
			new DeskWork(session).preset(p, digit);
			notices().tell("Window: " + p.name(), false);
		}), () -> notices().tell("No preset of this image has the key " + digit + ".", true));
		return true;
	}

	@Override
	public boolean brush(double factor) {
		BrushSize.scale(factor);
		notices().tell(BrushSize.words(), false);
		return true;
	}

	@Override
	public boolean lens(double factor) {
		if (factor > 1) lens.show(factor);
		else lens.hide();
		return true;
	}

	@Override
	public boolean stage(int step) {
		if (OpenGroup.of(session).map(group -> group.group().layout()).isEmpty()) return field(step);
		notices().guard(() -> notices().tell(new LinkGestures(session).stage(step, LayoutDesk::show), false));
		return true;
	}

	/** On a slide that is counted field by field. */
	private boolean field(int step) {
		boolean fields = SlideImage.of(session.image()).isPresent() && !CountingFields.in(session.document()).all().isEmpty();
		if (fields)
			notices().guard(() -> notices().tell(
					new FieldGestures(session).step(step > 0 ? FieldDesk.Step.FINISH : FieldDesk.Step.BACK), false));
		return fields;
	}

	@Override
	public boolean help() {
		actions.keys();
		return true;
	}

	@Override
	public boolean classKey(AnnotationClass chosen) {
		if (session.image().getRoi() != null && !editing.isActive()) actions.mark(chosen.key());
		else
			if (!session.selection().isEmpty())
				notices().guard(() -> edits().relabel(edits().selected(), chosen.key()));
			else
				edits().chooseClass(chosen.key());
		return true;
	}

	private DeskEdits edits() {
		return new DeskEdits(session);
	}

	private static Notices notices() {
		return NoticeBoard.find();
	}

	private static void tell(String what, Optional<String> name, String otherwise) {
		notices().tell(name.map(n -> what + n).orElse(otherwise), name.isEmpty());
	}

	private static int indexOf(UUID id, List<AnnotationObject> objects) {
		for (int i = 0; i < objects.size(); i++)
			if (objects.get(i).id().equals(id)) return i;
		return -1;
	}
}
