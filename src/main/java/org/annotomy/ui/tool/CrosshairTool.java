package org.annotomy.ui.tool;

import java.awt.event.MouseEvent;
import java.util.Optional;

import org.annotomy.imagej.linking.OpenGroup;
import org.annotomy.imagej.view.OrthogonalViews;
import org.annotomy.imagej.view.SliceView;
import org.annotomy.ui.linking.GroupMouse;
import org.annotomy.ui.linking.LayoutDesk;
import org.annotomy.ui.notice.NoticeBoard;
import org.annotomy.ui.view.ViewWindows;

import ij.ImagePlus;
import ij.plugin.tool.PlugInTool;

/**
 * Moves the crosshair of a volume: all its views, and those of its group, go to the place that is clicked, or dragged to. A double click gives a
 * view of a layout the whole screen, and back.
 */
public final class CrosshairTool extends PlugInTool {

	@Override
	public String getToolName() {
		return "Annotomy Crosshair Tool";
	}

	@Override
	public String getToolIcon() {
		return "C5afL707650L7a7fCf55L0767La7f7C037O6622";
	}

	@Override
	public void mousePressed(ImagePlus image, MouseEvent event) {
		if (event.isPopupTrigger() || event.getButton() != MouseEvent.BUTTON1) return;
		if (OrthogonalViews.of(image).isEmpty() && OpenGroup.of(image).isEmpty())
			NoticeBoard.find()
					.tell("The crosshair needs other views of the volume. Use Show Orthogonal Views... or Group Open Images..."
							+ " first.", true);
		move(image, event);
	}

	@Override
	public void mouseDragged(ImagePlus image, MouseEvent event) {
		move(image, event);
	}

	private static void move(ImagePlus image, MouseEvent event) {
		event.consume();
		Optional<OrthogonalViews> views = OrthogonalViews.of(image);
		Optional<SliceView> view = SliceView.of(image);
		if (views.isPresent() && view.isPresent()) ViewWindows.moveTo(views.get(), view.get(), event);
		else OpenGroup.of(image).ifPresent(group -> GroupMouse.moveTo(group, image, event));
	}

	@Override
	public void mouseReleased(ImagePlus image, MouseEvent event) {
		event.consume();
		if (event.getClickCount() == 2) OpenGroup.of(image).ifPresent(group -> LayoutDesk.maximise(group, image));
	}
}
