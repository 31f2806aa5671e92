package org.annotomy.ui.tool;

import java.awt.event.InputEvent;
import java.util.Arrays;
import java.util.List;

import org.annotomy.geometry.Point;
import org.annotomy.geometry.Vertices;
import org.annotomy.imagej.session.SegmentPainting;
import org.annotomy.imagej.view.SliceView;
import org.annotomy.ui.edit.SegmentGestures;

import ij.gui.GenericDialog;

/**
 * Draws an outline in any view and fills it into the current segment: by dragging, or corner by corner. Alt cuts out instead of filling,
 * Control takes what lies outside, Shift goes through slices. Each outline is one edit. A double click on the tool asks for the shape that
 * dragging draws, and for the depth.
 */
public class SegmentDrawTool extends OutlineTool {

	private final boolean scissors;

	/** The tool that fills. */
	public SegmentDrawTool() {
		this(false);
	}

	/** @param scissors cuts out, and through slices, unless a modifier says otherwise */
	SegmentDrawTool(boolean scissors) {
		this.scissors = scissors;
	}

	/** Whether it cuts out without a modifier. */
	final boolean cuts() {
		return scissors;
	}

	@Override
	public String getToolName() {
		return "Annotomy Segment Draw Tool";
	}

	@Override
	public String getToolIcon() {
		return "C0a5V4488C037L1bb1Lb1ffLff3fL3f1b";
	}

	@Override
	public void showOptionsDialog() {
		GenericDialog dialog = new GenericDialog("Draw and Scissors");
		String[] shapes = Arrays.stream(DrawShape.values()).map(DrawShape::words).toArray(String[]::new);
		dialog.addChoice("Dragging draws", shapes, DrawShape.chosen().words());
		dialog.addNumericField("Depth to both sides", DrawShape.depthMm(), 1, 6, "mm");
		dialog.addMessage("A depth of 0 goes through all slices.");
		dialog.showDialog();
		if (dialog.wasCanceled()) return;
		DrawShape.choose(dialog.getNextChoice());
		double depth = dialog.getNextNumber();
		if (depth >= 0) DrawShape.setDepthMm(depth);
	}

	@Override
	boolean isDrawn() { return true; }

	@Override
	int fewestDrawn() {
		return DrawShape.chosen() == DrawShape.FREE ? super.fewestDrawn() : 2;
	}

	@Override
	void preview(SegmentTarget segment, SliceView on, List<Point> places, int modifiers) {
		on.setPreview(OutlinePreview.through(outline(places), segment.colour(cutsOut(modifiers))));
	}

	/** Places that were clicked are corners, whatever shape is drawn. */
	private List<Point> outline(List<Point> places) {
		return wasDragged() && places.size() > 1 ? DrawShape.chosen().outline(places) : places;
	}

	@Override
	void make(SegmentTarget drawn, SliceView on, List<Point> places, int modifiers) {
		Vertices outline = on.slicePath(outline(places));
		boolean through = scissors != holds(modifiers, InputEvent.SHIFT_DOWN_MASK);
		int last = on.plane().slices() - 1;
		double depth = DrawShape.depthMm();
		int reach = !through ? 0 : depth == 0 ? last : (int) Math.min(last, Math.floor(depth / on.pixelSpacing().zMm()));
		SegmentPainting.Fill fill = new SegmentPainting.Fill(cutsOut(modifiers), holds(modifiers, InputEvent.CTRL_DOWN_MASK),
				on.across(), Math.max(0, on.slice() - reach), Math.min(last, on.slice() + reach));
		SegmentGestures gestures = new SegmentGestures(drawn.session());
		if (reach == 0) drawn.make(() -> gestures.fill(drawn.segment().id(), outline, fill));
		else gestures.fillSlowly(drawn.segment().id(), outline, fill, drawn.slowly());
	}

	private boolean cutsOut(int modifiers) {
		return scissors != holdsAlt(modifiers);
	}
}
