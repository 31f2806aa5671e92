package org.annotomy.ui.tool;

import java.awt.event.MouseEvent;
import java.io.IOException;

import org.annotomy.imagej.slide.SlideImage;
import org.annotomy.imagej.slide.SlideWand;
import org.annotomy.segmentation.edge.ColourWand;
import org.annotomy.ui.notice.NoticeBoard;

import ij.ImagePlus;
import ij.gui.ImageCanvas;
import ij.gui.Roi;
import ij.plugin.tool.PlugInTool;

/**
 * Selects what looks like the place under the pointer on a slide, as it is displayed: further zoomed out it takes more. Dragging takes more;
 * with Shift it goes on with the selection that there is, Alt takes away, Control takes exactly the same colour.
 */
public final class WandTool extends PlugInTool {

	private static final ColourWand SMOOTH = new ColourWand(4, 2);
	private static final ColourWand EXACT = new ColourWand(0, Double.POSITIVE_INFINITY);

	private Roi grown;

	@Override
	public String getToolName() {
		return "Annotomy Wand Tool";
	}

	@Override
	public String getToolIcon() {
		return "C037L6effL7fefCa40L0727L3134L6466L1235L5235D33";
	}

	@Override
	public void mousePressed(ImagePlus image, MouseEvent event) {
		event.consume();
		if (event.isPopupTrigger() || event.getButton() != MouseEvent.BUTTON1) return;
		grown = event.isShiftDown() || event.isAltDown() ? image.getRoi() : null;
		take(image, event);
	}

	@Override
	public void mouseDragged(ImagePlus image, MouseEvent event) {
		event.consume();
		take(image, event);
	}

	private void take(ImagePlus image, MouseEvent event) {
		if (!(image instanceof SlideImage slide)) {
			NoticeBoard.find().tell("This wand is for whole slides. Use ImageJ's wand on other images.", true);
			return;
		}
		ImageCanvas canvas = image.getCanvas();
		NoticeBoard.find().guard(() -> {
			Roi found = found(slide, event.isControlDown(), canvas.offScreenXD(event.getX()), canvas.offScreenYD(event.getY()),
					1 / canvas.getMagnification());
			grown = SlideWand.with(grown, found, event.isAltDown());
			if (grown == null) slide.deleteRoi();
			else slide.setRoi(grown);
		});
	}

	private static Roi found(SlideImage slide, boolean exact, double x, double y, double downsample) {
		try {
			return new SlideWand(slide, exact ? EXACT : SMOOTH).at(x, y, downsample);
		} catch (IOException e) {
			throw new IllegalStateException(e.getMessage(), e);
		}
	}
}
