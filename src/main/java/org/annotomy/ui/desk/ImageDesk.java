package org.annotomy.ui.desk;

import java.awt.EventQueue;
import java.awt.KeyboardFocusManager;

import org.annotomy.annotation.DocumentListener;
import org.annotomy.annotation.Edit;
import org.annotomy.image.EdgeDirections;
import org.annotomy.imagej.OrientationLetters;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.session.EditingWords;
import org.annotomy.imagej.session.KeptRules;
import org.annotomy.imagej.slide.SlideImage;
import org.annotomy.segmentation.segment.EditNews;
import org.annotomy.ui.action.DeskActions;
import org.annotomy.ui.dialog.RecoveryDialog;
import org.annotomy.ui.edit.SegmentGestures;
import org.annotomy.ui.key.BrushWheel;
import org.annotomy.ui.key.DeskKeys;
import org.annotomy.ui.key.ImageKeys;
import org.annotomy.ui.notice.NoticeBoard;
import org.annotomy.ui.slide.SlideBar;
import org.annotomy.ui.tool.ObjectPopup;
import org.annotomy.ui.tool.OutlineEditing;

/** One annotated image on the screen: what listens to it and draws on it for as long as its session lives. */
final class ImageDesk {

	private final AnnotationSession session;
	private final OutlineEditing editing;
	private final ImageKeys keys;
	private final AutoSave autoSave;
	private final ObjectPopup popup;
	private final BrushWheel wheel;
	private final DocumentListener losses = this::tellLosses;

	ImageDesk(AnnotationSession session) {
		this.session = session;
		editing = new OutlineEditing(session);
		keys = new ImageKeys(session, new DeskKeys(session, new DeskActions(() -> session), editing));
		autoSave = new AutoSave(session);
		popup = new ObjectPopup(session);
		wheel = new BrushWheel(session);
	}

	void attach() {
		if (OutlineEditing.of(session).isPresent()) return;
		editing.attach();
		SlideImage.of(session.image()).ifPresent(slide -> {
			SlideBar.attach(slide, new OtherImage(session, slide.slide().images())::open);
			LeftViews.takeIn(session);
		});
		KeyboardFocusManager.getCurrentKeyboardFocusManager().addKeyEventDispatcher(keys);
		popup.attach();
		wheel.attach();
		keepRules();
		session.document().addListener(losses);
		autoSave.start();
		EdgeDirections.of(session.source()).ifPresent(place -> OrientationLetters.show(session.image(), place));
		session.onClose(this::detach);
		if (session.store().pendingWork().isPresent()) EventQueue.invokeLater(() -> RecoveryDialog.offer(session));
	}

	/** The editing mask of the last time is set again, and said; whatever it becomes is kept. */
	private void keepRules() {
		KeptRules kept = new KeptRules(session);
		kept.read().ifPresent(rules -> {
			new SegmentGestures(session).rules(rules);
			NoticeBoard.find().tell("The editing mask of the last time is set: " + EditingWords.of(session) + ".", false);
		});
		session.segments().addListener(kept::write);
	}

	private void detach() {
		editing.detach();
		KeyboardFocusManager.getCurrentKeyboardFocusManager().removeKeyEventDispatcher(keys);
		popup.detach();
		EventQueue.invokeLater(wheel::detach); // ImageJ skips a listener for each one that is removed while it tells
		session.document().removeListener(losses);
		autoSave.stop();
	}

	/** A segment that loses voxels to another one does not lose them in silence, and none is shown without a word. */
	private void tellLosses(Edit edit, DocumentListener.Cause cause) {
		if (cause != DocumentListener.Cause.EDIT) return;
		String words = EditNews.of(edit, session.document());
		if (!words.isEmpty()) EventQueue.invokeLater(() -> NoticeBoard.find().tell(words, false));
	}
}
