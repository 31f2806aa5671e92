package org.annotomy.imagej.linking;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.annotomy.image.Window;
import org.annotomy.imagej.display.DisplayWindow;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.view.ExtraView;
import org.annotomy.imagej.view.SliceView;
import org.annotomy.linking.group.ViewMemory;

import ij.ImagePlus;
import ij.gui.ImageCanvas;

/** How the windows of a group look, to be brought back when it is opened again. */
public final class ViewMemories {

	private ViewMemories() {}

	/** The windows as they are; those remembered before of members that are not open. */
	static List<ViewMemory> of(OpenGroup group) {
		List<ViewMemory> views = new ArrayList<>();
		Map<String, AnnotationSession> open = group.sessions();
		for (ViewMemory before : group.group().views())
			if (!open.containsKey(before.member())) views.add(before);
		open.forEach((key, session) -> {
			for (SliceView view : GroupViews.viewsOf(session))
				if (view.image().getWindow() != null && view.image().getWindow().isVisible()
						&& ViewMemory.isPlane(plane(view)))
					views.add(of(key, view));
		});
		return views;
	}

	private static ViewMemory of(String key, SliceView view) {
		ImagePlus image = view.image();
		Rectangle bounds = image.getWindow().getBounds();
		ImageCanvas canvas = image.getCanvas();
		Rectangle source = canvas.getSrcRect();
		Window window = DisplayWindow.isWindowed(image) ? DisplayWindow.of(image).window() : null;
		return new ViewMemory(key, plane(view), bounds.x, bounds.y,
				Math.max(1, bounds.width), Math.max(1, bounds.height), view.slice(), canvas.getMagnification(), source.x,
				source.y,
				window == null ? Double.NaN : window.center(), window == null ? Double.NaN : window.width());
	}

	/** How a view is called in group files and layouts. */
	private static String plane(SliceView view) {
		if (view.isOwn()) return "own";
		return ExtraView.nameOf(view).orElseGet(() -> view.plane().name().toLowerCase(Locale.ROOT));
	}

	/** What a view showed; its window is for the caller to place. Without a window only slice and display window come back. */
	public static void bringBack(ViewMemory memory, SliceView view) {
		view.show(memory.slice());
		ImagePlus image = view.image();
		if (!Double.isNaN(memory.center()) && memory.range() > 0 && DisplayWindow.isWindowed(image))
			DisplayWindow.of(image).apply(new Window(memory.center(), memory.range(), "",
					memory.range() < 1 ? Window.Function.LINEAR_EXACT : Window.Function.LINEAR));
		ImageCanvas canvas = image.getCanvas();
		if (canvas == null) return;
		int width = (int) Math.min(image.getWidth() - memory.left(), Math.ceil(canvas.getWidth() / memory.zoom()));
		int height = (int) Math.min(image.getHeight() - memory.top(), Math.ceil(canvas.getHeight() / memory.zoom()));
		if (width < 1 || height < 1) return;
		canvas.setSourceRect(new Rectangle(memory.left(), memory.top(), width, height));
		canvas.setMagnification(memory.zoom());
		canvas.repaint();
	}
}
