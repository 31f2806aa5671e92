package org.annotomy.ui.linking;

import java.awt.AWTEvent;
import java.awt.EventQueue;
import java.awt.Toolkit;
import java.awt.event.AWTEventListener;
import java.awt.event.MouseEvent;
import java.util.Set;

import org.annotomy.imagej.linking.OpenGroup;
import org.annotomy.imagej.view.SliceView;

import ij.ImagePlus;
import ij.gui.ImageCanvas;
import ij.gui.Toolbar;

/**
 * While Shift is held, all views of a group look at the place under the pointer; a double click gives a view of a layout the whole screen, and
 * back. Ends with the group's last image.
 */
public final class GroupMouse implements AWTEventListener {

	private static final long EVENTS = AWTEvent.MOUSE_MOTION_EVENT_MASK | AWTEvent.MOUSE_EVENT_MASK;
	/** In which a double click means nothing else. */
	private static final Set<Integer> TOOLS = Set.of(Toolbar.RECTANGLE, Toolbar.OVAL, Toolbar.FREEROI, Toolbar.HAND);

	private final OpenGroup group;
	private final Runnable watch = this::endWithGroup;

	private GroupMouse(OpenGroup group) {
		this.group = group;
	}

	static void attach(OpenGroup group) {
		GroupMouse mouse = new GroupMouse(group);
		for (AWTEventListener listener : Toolkit.getDefaultToolkit().getAWTEventListeners(EVENTS))
			if (listener instanceof java.awt.event.AWTEventListenerProxy proxy && proxy.getListener() instanceof GroupMouse known
					&& known.group == group)
				return;
		Toolkit.getDefaultToolkit().addAWTEventListener(mouse, EVENTS);
		group.addListener(mouse.watch);
	}

	private void endWithGroup() {
		if (!group.sessions().isEmpty()) return;
		Toolkit.getDefaultToolkit().removeAWTEventListener(this);
		group.removeListener(watch);
	}

	@Override
	public void eventDispatched(AWTEvent event) {
		if (!(event.getSource() instanceof ImageCanvas canvas) || !(event instanceof MouseEvent mouse)) return;
		ImagePlus image = canvas.getImage();
		if (image == null || group.keyOf(image).isEmpty()) return;
		if (event.getID() == MouseEvent.MOUSE_MOVED && mouse.isShiftDown()) moveTo(group, image, mouse);
		else if (isDoubleClick(mouse)) EventQueue.invokeLater(() -> LayoutDesk.maximise(group, image));
	}

	private static boolean isDoubleClick(MouseEvent mouse) {
		boolean twice = mouse.getID() == MouseEvent.MOUSE_RELEASED && mouse.getClickCount() == 2
				&& mouse.getButton() == MouseEvent.BUTTON1;
		return twice && Toolbar.getPlugInTool() == null && TOOLS.contains(Toolbar.getToolId());
	}

	/** All views of the group go to where the mouse is on one of them. */
	public static void moveTo(OpenGroup group, ImagePlus image, MouseEvent event) {
		SliceView view = SliceView.of(image).orElseThrow();
		ImageCanvas canvas = image.getCanvas();
		group.keyOf(image).ifPresent(
				key -> group.views().moveTo(key,
						view.voxelAt(canvas.offScreenXD(event.getX()), canvas.offScreenYD(event.getY()))));
	}
}
