package org.annotomy.ui.linking;

import java.awt.AWTEvent;
import java.awt.Toolkit;
import java.awt.event.AWTEventListener;
import java.awt.event.MouseEvent;

import org.annotomy.imagej.linking.OpenGroup;
import org.annotomy.imagej.view.SliceView;

import ij.ImagePlus;
import ij.gui.ImageCanvas;

/** While Shift is held, all views of a group look at the place under the pointer. Ends with the group's last image. */
public final class GroupMouse implements AWTEventListener {

	private final OpenGroup group;
	private final Runnable watch = this::endWithGroup;

	private GroupMouse(OpenGroup group) {
		this.group = group;
	}

	static void attach(OpenGroup group) {
		GroupMouse mouse = new GroupMouse(group);
		for (AWTEventListener listener : Toolkit.getDefaultToolkit().getAWTEventListeners(AWTEvent.MOUSE_MOTION_EVENT_MASK))
			if (listener instanceof java.awt.event.AWTEventListenerProxy proxy && proxy.getListener() instanceof GroupMouse known
					&& known.group == group)
				return;
		Toolkit.getDefaultToolkit().addAWTEventListener(mouse, AWTEvent.MOUSE_MOTION_EVENT_MASK);
		group.addListener(mouse.watch);
	}

	private void endWithGroup() {
		if (!group.sessions().isEmpty()) return;
		Toolkit.getDefaultToolkit().removeAWTEventListener(this);
		group.removeListener(watch);
	}

	@Override
	public void eventDispatched(AWTEvent event) {
		if (event.getID() != MouseEvent.MOUSE_MOVED || !(event.getSource() instanceof ImageCanvas canvas)) return;
		MouseEvent mouse = (MouseEvent) event;
		if (mouse.isShiftDown() && group.keyOf(canvas.getImage()).isPresent()) moveTo(group, canvas.getImage(), mouse);
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
