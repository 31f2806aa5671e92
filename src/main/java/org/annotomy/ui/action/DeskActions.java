package org.annotomy.ui.action;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;

import javax.swing.SwingWorker;

import org.annotomy.annotation.check.Finding;
import org.annotomy.annotation.check.ProtocolChecks;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.session.Marking;
import org.annotomy.store.AnnotationStore;
import org.annotomy.store.SaveReport;
import org.annotomy.store.StoreException;
import org.annotomy.task.Progress;
import org.annotomy.ui.dialog.FindingsDialog;
import org.annotomy.ui.dialog.KeysDialog;
import org.annotomy.ui.dialog.ProtocolDialog;
import org.annotomy.ui.dialog.VersionsDialog;
import org.annotomy.ui.edit.DeskEdits;
import org.annotomy.ui.edit.DeskWork;
import org.annotomy.ui.notice.NoticeBoard;
import org.annotomy.ui.notice.Notices;
import org.annotomy.ui.panel.PanelActions;

/** What buttons, keys and menus do with the active session; long work runs off the event dispatch thread. */
public final class DeskActions implements PanelActions {

	private final Supplier<AnnotationSession> active;

	/** Takes down what is to be written. */
	@FunctionalInterface
	private interface Begin {
		AnnotationStore.PendingSave begin() throws StoreException;
	}

	/** @param active the session to work on; gives null if none is */
	public DeskActions(Supplier<AnnotationSession> active) {
		this.active = active;
	}

	@Override
	public void mark(String classKey) {
		withSession(session -> {
			Marking.Marked marked = new DeskEdits(session).mark(classKey);
			String warnings = String.join(" ", marked.warnings());
			notices().tell(warnings.isEmpty() ? "Added " + marked.object().name() + "." : warnings, !warnings.isEmpty());
		});
	}

	@Override
	public void save() {
		withSession(session -> save(() -> new DeskWork(session).save()));
	}

	/** Writes the sidecar without anybody having asked for it: no macro needs to do that. */
	public void autoSave() {
		withSession(session -> save(session.store()::beginSave));
	}

	private static void save(Begin save) {
		try {
			inBackground(save.begin());
		} catch (StoreException e) {
			notices().tell(e.getMessage(), true);
		}
	}

	private static void inBackground(AnnotationStore.PendingSave save) {
		new SwingWorker<SaveReport, Void>() {
			@Override
			protected SaveReport doInBackground() throws StoreException {
				return save.run(Progress.NONE);
			}

			@Override
			protected void done() {
				try {
					get().remarks().forEach(remark -> notices().tell(remark, false));
				} catch (InterruptedException e) {
					Thread.currentThread().interrupt();
				} catch (ExecutionException e) {
					notices().tell(e.getCause().getMessage(), true);
				}
			}
		}.execute();
	}

	@Override
	public void measure() {
		withSession(session -> new DeskWork(session).measure());
	}

	@Override
	public void toggleComplete() {
		withSession(session -> {
			boolean complete = session.document().isComplete();
			List<Finding> findings = complete ? List.of() : ProtocolChecks.gate(session.document(), session.planeSpacing());
			if (ProtocolChecks.mayComplete(findings)) new DeskEdits(session).complete(!complete);
			else
				FindingsDialog.show(session, findings);
		});
	}

	@Override
	public void changeProtocol() {
		withSession(session -> ProtocolDialog.show(session, notices()));
	}

	@Override
	public void versions() {
		withSession(session -> VersionsDialog.show(session, notices()));
	}

	/** Shows what the keys do. */
	public void keys() {
		withSession(session -> KeysDialog.show(session.image().getWindow(), session.document().protocol()));
	}

	private static Notices notices() {
		return NoticeBoard.find();
	}

	private void withSession(Consumer<AnnotationSession> action) {
		AnnotationSession session = active.get();
		if (session == null) notices().tell("No annotated image is active. Use Annotate Image... first.", true);
		else notices().guard(() -> action.accept(session));
	}
}
