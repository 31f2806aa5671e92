package org.annotomy.ui.desk;

import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.KeyboardFocusManager;
import java.awt.Rectangle;
import java.awt.Window;
import java.beans.PropertyChangeListener;
import java.util.List;
import java.util.Optional;

import javax.swing.JFrame;
import javax.swing.WindowConstants;

import org.annotomy.imagej.linking.OpenGroup;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.view.OrthogonalViews;
import org.annotomy.imagej.view.SliceView;
import org.annotomy.ui.action.DeskActions;
import org.annotomy.ui.linking.GroupDesk;
import org.annotomy.ui.notice.NoticeBoard;
import org.annotomy.ui.notice.Notices;
import org.annotomy.ui.panel.AnnotationPanel;
import org.annotomy.ui.view.ViewWindows;

import ij.ImageListener;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.ImageWindow;

/** The one window of the annotation panel; it shows the session of the image that is active and stands in ImageJ's list of windows. */
public final class PanelFrame extends JFrame implements NoticeBoard {

	private static final Dimension SIZE = new Dimension(530, 780);
	private static final int MARGIN = 60;

	private final AnnotationPanel panel;
	private final PropertyChangeListener activation = event -> follow(event.getNewValue());
	private final Images images = new Images();
	private final Docking docking = new Docking(this);
	private final HintWatch hints;

	private PanelFrame() {
		super(TITLE);
		panel = new AnnotationPanel(new DeskActions(this::session), docking.button());
		hints = new HintWatch(this::session, panel.hints());
		panel.onRefresh(hints::refresh);
		setContentPane(panel.component());
		setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
		setSize(SIZE);
		KeyboardFocusManager.getCurrentKeyboardFocusManager().addPropertyChangeListener("activeWindow", activation);
		ImagePlus.addImageListener(images);
		hints.start();
	}

	/** Shows the panel beside the active image; makes it if it is not there yet. To be called on the event dispatch thread. */
	public static PanelFrame open() {
		PanelFrame frame = find();
		if (frame == null) {
			LookAndFeels.prepare();
			frame = new PanelFrame();
			WindowManager.addWindow(frame);
			frame.place();
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
		hints.stop();
		docking.follow(List.of());
		panel.show(null);
		WindowManager.removeWindow(this);
		super.dispose();
	}

	private void follow(Object window) {
		if (!(window instanceof ImageWindow active)) return;
		panel.show(SliceView.sessionOf(active.getImagePlus()).orElse(null));
		Optional<List<Window>> laidOut = OpenGroup.of(active.getImagePlus()).filter(group -> group.group().layout() != null)
				.map(GroupDesk::windows).filter(windows -> !windows.isEmpty());
		docking.follow(laidOut.orElseGet(
				() -> OrthogonalViews.of(active.getImagePlus()).map(ViewWindows::showing).orElse(List.of(active))));
	}

	private void leave(ImagePlus closed) {
		if (panel.session() == null || panel.session().image() != closed) return;
		panel.show(null);
		docking.follow(List.of());
	}

	/** Where it appears first: at the right border of the screen, no taller than it. An image that it is docked to moves it. */
	private void place() {
		Rectangle screen = getGraphicsConfiguration().getBounds();
		setSize(SIZE.width, Math.min(SIZE.height, screen.height - MARGIN));
		setLocation(screen.x + screen.width - getWidth(), screen.y);
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
			EventQueue.invokeLater(() -> leave(image));
		}
	}
}
