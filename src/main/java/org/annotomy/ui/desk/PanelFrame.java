package org.annotomy.ui.desk;

import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.KeyboardFocusManager;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Window;
import java.beans.PropertyChangeListener;

import javax.swing.JFrame;
import javax.swing.WindowConstants;

import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.ui.action.DeskActions;
import org.annotomy.ui.notice.NoticeBoard;
import org.annotomy.ui.notice.Notices;
import org.annotomy.ui.panel.AnnotationPanel;

import ij.ImageListener;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.ImageWindow;

/** The one window of the annotation panel; it shows the session of the image that is active and stands in ImageJ's list of windows. */
public final class PanelFrame extends JFrame implements NoticeBoard {

	private static final Dimension SIZE = new Dimension(470, 780);
	private static final int GAP = 6;

	private final AnnotationPanel panel;
	private final PropertyChangeListener activation = event -> follow(event.getNewValue());
	private final Images images = new Images();

	private PanelFrame() {
		super(TITLE);
		panel = new AnnotationPanel(new DeskActions(this::session));
		setContentPane(panel.component());
		setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
		setSize(SIZE);
		KeyboardFocusManager.getCurrentKeyboardFocusManager().addPropertyChangeListener("activeWindow", activation);
		ImagePlus.addImageListener(images);
	}

	/** Shows the panel beside the active image; makes it if it is not there yet. To be called on the event dispatch thread. */
	public static PanelFrame open() {
		PanelFrame frame = find();
		if (frame == null) {
			LookAndFeels.prepare();
			frame = new PanelFrame();
			WindowManager.addWindow(frame);
			frame.placeBeside(WindowManager.getCurrentWindow());
		}
		frame.follow(WindowManager.getCurrentWindow());
		frame.setVisible(true);
		frame.toFront();
		return frame;
	}

	/** The open panel, or null. */
	public static PanelFrame find() {
		return WindowManager.getWindow(TITLE) instanceof PanelFrame frame ? frame : null;
	}

	/** The session on display, or null. */
	public AnnotationSession session() {
		return panel.session();
	}

	@Override
	public Notices notices() {
		return panel.hints();
	}

	public AnnotationPanel panel() {
		return panel;
	}

	@Override
	public void dispose() {
		KeyboardFocusManager.getCurrentKeyboardFocusManager().removePropertyChangeListener("activeWindow", activation);
		ImagePlus.removeImageListener(images);
		panel.show(null);
		WindowManager.removeWindow(this);
		super.dispose();
	}

	private void follow(Object window) {
		if (window instanceof ImageWindow active) panel.show(AnnotationSession.of(active.getImagePlus()).orElse(null));
	}

	private void placeBeside(Window image) {
		Rectangle screen = getGraphicsConfiguration().getBounds();
		if (image == null) {
			setLocation(screen.x + screen.width - getWidth() - GAP, screen.y + GAP);
			return;
		}
		Point at = image.getLocation();
		int right = at.x + image.getWidth() + GAP;
		int x = Math.min(right, screen.x + screen.width - getWidth());
		setBounds(x, at.y, getWidth(), Math.min(getHeight(), screen.y + screen.height - at.y - GAP));
	}

	/** Sessions begin and end with their images. */
	private final class Images implements ImageListener {

		@Override
		public void imageOpened(ImagePlus image) {
			EventQueue.invokeLater(() -> follow(image.getWindow()));
		}

		@Override
		public void imageUpdated(ImagePlus image) {
			// The panel shows nothing of the pixels.
		}

		@Override
		public void imageClosed(ImagePlus image) {
			EventQueue.invokeLater(() -> { if (panel.session() != null && panel.session().image() == image) panel.show(null); });
		}
	}
}
