package org.annotomy.ui.key;

import java.awt.Component;
import java.awt.KeyEventDispatcher;
import java.awt.event.KeyEvent;
import java.util.Optional;

import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.view.OrthogonalViews;
import org.annotomy.imagej.view.SliceView;

import ij.ImagePlus;
import ij.gui.ImageCanvas;
import ij.gui.ImageWindow;
import ij.gui.TextRoi;

/**
 * Looks at each key before ImageJ does, while its image has the focus. A key that means something to the annotations goes to
 * {@link ImageKeyActions} and no further; every other key is ImageJ's. While text is typed on the image, all keys are.
 */
public final class ImageKeys implements KeyEventDispatcher {

	private static final int OTHER_MODIFIERS = KeyEvent.ALT_DOWN_MASK | KeyEvent.META_DOWN_MASK | KeyEvent.ALT_GRAPH_DOWN_MASK;

	private final AnnotationSession session;
	private final ImageKeyActions actions;
	private final SegmentKeys segments;
	private boolean swallowTyped;
	private boolean magnifies;

	public ImageKeys(AnnotationSession session, ImageKeyActions actions) {
		this.session = session;
		this.actions = actions;
		segments = new SegmentKeys(session);
	}

	@Override
	public boolean dispatchKeyEvent(KeyEvent event) {
		if (event.getID() == KeyEvent.KEY_TYPED) return swallowTyped;
		if (event.getID() == KeyEvent.KEY_RELEASED) release(event);
		if (event.getID() != KeyEvent.KEY_PRESSED) return false;
		if (magnifies) magnify(event);
		ImagePlus focused = imageOf(event.getComponent());
		swallowTyped = focused == session.image() ? press(event) : focused != null && pressInView(focused, event);
		return swallowTyped;
	}

	/** In another view of the same volume: what does not need a drawn selection. */
	private boolean pressInView(ImagePlus view, KeyEvent event) {
		Optional<OrthogonalViews> views = OrthogonalViews.of(view);
		if (SliceView.sessionOf(view).filter(s -> s == session).isEmpty() || (event.getModifiersEx() & OTHER_MODIFIERS) != 0)
			return false;
		if (event.isControlDown()) return pressWithControl(event);
		if (segments.first(event)) return true;
		char key = Character.toLowerCase(event.getKeyChar());
		if (key >= '0' && key <= '9') return actions.preset(key - '0');
		switch (key) {
			case 'z' -> actions.undo();
			case 'y' -> actions.redo();
			case '.' -> {
				return actions.stage(1);
			}
			case ',' -> {
				return actions.stage(-1);
			}
			case 'x' -> views.ifPresent(v -> v.crosshair().setVisible(!v.crosshair().isVisible()));
			case 'l' -> views.ifPresent(v -> v.linkZoom(!v.isZoomLinked()));
			default -> {
				return segments.letter(event);
			}
		}
		return true;
	}

	private boolean press(KeyEvent event) {
		if (session.image().getRoi() instanceof TextRoi || (event.getModifiersEx() & OTHER_MODIFIERS) != 0) return false;
		if (event.isControlDown()) return pressWithControl(event);
		if (segments.first(event)) return true;
		return switch (event.getKeyCode()) {
			case KeyEvent.VK_ENTER -> actions.finish();
			case KeyEvent.VK_DELETE, KeyEvent.VK_BACK_SPACE -> actions.delete();
			case KeyEvent.VK_ESCAPE -> actions.drop();
			case KeyEvent.VK_TAB -> actions.next(event.isShiftDown() ? -1 : 1);
			default -> pressCharacter(event);
		};
	}

	private boolean pressWithControl(KeyEvent event) {
		return switch (event.getKeyCode()) {
			case KeyEvent.VK_Z -> event.isShiftDown() ? actions.redo() : actions.undo();
			case KeyEvent.VK_Y -> actions.redo();
			default -> false;
		};
	}

	private boolean pressCharacter(KeyEvent event) {
		char key = event.getKeyChar();
		if (key >= '0' && key <= '9') return actions.preset(key - '0');
		return switch (Character.toLowerCase(key)) {
			case 'q' -> magnify(event);
			case 'z' -> actions.undo();
			case 'y' -> actions.redo();
			case '[' -> actions.brush(1 / ImageKeyActions.BRUSH_STEP);
			case ']' -> actions.brush(ImageKeyActions.BRUSH_STEP);
			case '.' -> actions.stage(1);
			case ',' -> actions.stage(-1);
			case '?' -> actions.help();
			default -> session.document().protocol().classOfShortcut(key).map(c -> actions.classKey(c))
					.orElseGet(() -> segments.letter(event));
		};
	}

	private boolean magnify(KeyEvent event) {
		magnifies = true;
		return actions.lens(event.isShiftDown() ? ImageKeyActions.STRONG_LENS : ImageKeyActions.LENS);
	}

	/** The lens goes with its key, wherever the focus is by then. */
	private void release(KeyEvent event) {
		if (!magnifies) return;
		magnifies = event.getKeyCode() != KeyEvent.VK_Q;
		if (magnifies) magnify(event);
		else actions.lens(1);
	}

	private static ImagePlus imageOf(Component focused) {
		if (focused instanceof ImageCanvas canvas) return canvas.getImage();
		return focused instanceof ImageWindow window ? window.getImagePlus() : null;
	}
}
