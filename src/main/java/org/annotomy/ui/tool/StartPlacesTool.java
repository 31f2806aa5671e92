package org.annotomy.ui.tool;

import java.awt.event.MouseEvent;
import java.util.Optional;

import org.annotomy.geometry.Position;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.imagej.session.StartPlaces;
import org.annotomy.imagej.view.SliceView;
import org.annotomy.ui.notice.NoticeBoard;

import ij.ImagePlus;
import ij.plugin.tool.PlugInTool;

/**
 * Sets the balls from which a contour or a front starts, in any view of a volume: a click sets one, dragging gives its radius, a click on
 * one with Alt takes it out.
 */
public final class StartPlacesTool extends PlugInTool {

	private static final int DRAG_PX = 4;
	private static final double STEPS_PER_MM = 10;

	private SliceView view;
	private MouseEvent pressed;
	private boolean sizing;

	@Override
	public String getToolName() {
		return "Annotomy Start Places Tool";
	}

	@Override
	public String getToolIcon() {
		return "C0a5V3355O2277C037L8080L0880L8f8cLf8c8";
	}

	@Override
	public void mousePressed(ImagePlus image, MouseEvent event) {
		view = null;
		Optional<SliceView> found = SliceView.of(image);
		if (event.isPopupTrigger() || event.getButton() != MouseEvent.BUTTON1) return;
		event.consume();
		StartPlaces places = found.map(v -> StartPlaces.of(v.session())).orElse(null);
		if (places == null || places.isUnseen()) {
			NoticeBoard.find().tell("Places are set for Evolve Contour and Fast Marching: choose one of them in Segment Effects"
					+ " With Preview... first.", true);
			return;
		}
		Position voxel = voxel(found.get(), image, event);
		if (event.isAltDown()) places.at(voxel).ifPresent(places::remove);
		else if (places.add(voxel)) {
			view = found.get();
			pressed = event;
			sizing = false;
		}
	}

	@Override
	public void mouseDragged(ImagePlus image, MouseEvent event) {
		event.consume();
		if (view == null) return;
		sizing |= pressed.getPoint().distance(event.getPoint()) >= DRAG_PX;
		StartPlaces places = StartPlaces.of(view.session());
		if (!sizing || places.chosen() < 0) return;
		Position way = voxel(view, image, event).minus(places.balls().get(places.chosen()).centre());
		VoxelSpacing mm = view.session().segments().volume().spacing();
		double radius = new Position(way.x() * mm.xMm(), way.y() * mm.yMm(), way.z() * mm.zMm()).norm();
		places.setRadius(Math.max(1, Math.round(radius * STEPS_PER_MM)) / STEPS_PER_MM);
	}

	@Override
	public void mouseReleased(ImagePlus image, MouseEvent event) {
		event.consume();
		view = null;
	}

	private static Position voxel(SliceView of, ImagePlus image, MouseEvent event) {
		var pixel = OutlineTool.point(image.getCanvas(), event);
		return of.voxelAt(pixel.x(), pixel.y());
	}
}
