package org.annotomy.ui;

import java.awt.Rectangle;
import java.awt.Window;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.annotomy.annotation.model.Segment;
import org.annotomy.command.segment.SegmentBench;
import org.annotomy.geometry.Axis;
import org.annotomy.geometry.Position;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelBox;
import org.annotomy.imagej.display.DisplayWindow;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.view.OrthogonalViews;
import org.annotomy.imagej.view.SliceView;
import org.annotomy.image.Window.Function;
import org.annotomy.segmentation.segment.SegmentVoxels;
import org.annotomy.segmentation.surface.Meshes;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.task.Progress;
import org.annotomy.ui.desk.Desk;
import org.annotomy.ui.desk.PanelFrame;
import org.annotomy.ui.tool.CrosshairTool;
import org.annotomy.ui.tool.SegmentBrush;
import org.annotomy.ui.tool.SegmentPaintTool;
import org.annotomy.ui.view.SurfaceFrame;
import org.annotomy.ui.view.ViewWindows;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.ImageCanvas;

/** Plays a user at the orthogonal views and at segments in 3D; writes down what is seen. */
public final class ViewsSession extends Play {

	private static final VolumeSize SIZE = new VolumeSize(120, 100, 40);

	private final AnnotationSession session;
	private final Segment ball;
	private OrthogonalViews views;

	private ViewsSession(Path folder) throws Exception {
		session = SegmentBench.open(folder, SIZE, (x, y, z) -> 10 * x + y + z).session();
		Hand.run(() -> session.image().show());
		Desk.seat(session);
		Desk.openPanel();
		ball = session.segments().add("ball", null);
		Mask mask = Meshes.ball(new VoxelBox(40, 30, 10, 41, 41, 17), 20, new double[]{1, 1, 2.5});
		Hand.run(() -> session.segments().edits().add("Ball", ball.id(), mask, Progress.NONE));
	}

	/** @param args folder for the volume, and the file to write to */
	public static void main(String[] args) throws Exception {
		new ImageJ(ImageJ.EMBEDDED);
		ViewsSession play = new ViewsSession(Path.of(args[0]));
		play.play(Path.of(args[1]), play::opening, play::crosshair, play::scrolling, play::windows, play::painting,
				play::surfaces, play::closing);
	}

	private SliceView view(Axis axis) {
		return views.views().stream().filter(v -> v.across() == axis).findFirst().orElseThrow();
	}

	private static int[] canvasPoint(SliceView view, Position voxel) throws Exception {
		return Hand.ask(() -> {
			var at = view.plane().pixelOf(voxel);
			ImageCanvas canvas = view.image().getCanvas();
			return new int[]{canvas.screenXD(at.x()), canvas.screenYD(at.y())};
		});
	}

	private void opening() throws Exception {
		ViewWindows.open(session, true, false);
		views = Hand.ask(() -> OrthogonalViews.of(session.image()).orElseThrow());
		Hand.await("all windows show",
				() -> views.views().stream().allMatch(v -> v.image().getWindow() != null && v.image().getWindow().isShowing()));
		see("titles", views.views().stream().map(v -> v.plane().name()).toList());
		Rectangle screen = new Rectangle(java.awt.Toolkit.getDefaultToolkit().getScreenSize());
		see("on screen", views.views().stream().allMatch(v -> screen.contains(v.image().getWindow().getBounds())));
		Window coronal = view(Axis.Y).image().getWindow();
		Hand.run(coronal::toFront);
		Hand.run(() -> WindowManager.setCurrentWindow(view(Axis.Y).image().getWindow()));
		see("panel keeps the session", Hand.ask(PanelFrame::find).session() == session);
	}

	private void crosshair() throws Exception {
		Hand.run(() -> new CrosshairTool().run(""));
		int[] at = canvasPoint(view(Axis.Y), new Position(70, 0, 12));
		Hand.click(view(Axis.Y).image().getCanvas(), 0, at[0], at[1]);
		see("clicked", views.crosshair().voxel() + " slices " + view(Axis.Z).slice() + " " + view(Axis.X).slice());
		int[] to = canvasPoint(view(Axis.X), new Position(0, 33, 25));
		Hand.drag(view(Axis.X).image().getCanvas(), 0, to[0] - 20, to[1] - 5, to[0], to[1]);
		see("dragged", views.crosshair().voxel() + " slices " + view(Axis.Z).slice() + " " + view(Axis.Y).slice());
		int[] shift = canvasPoint(view(Axis.Z), new Position(60, 50, 25));
		Hand.run(() -> view(Axis.Z).image().getCanvas().dispatchEvent(new MouseEvent(view(Axis.Z).image().getCanvas(),
				MouseEvent.MOUSE_MOVED, System.currentTimeMillis(), InputEvent.SHIFT_DOWN_MASK, shift[0], shift[1], 0, false)));
		see("moved with Shift", views.crosshair().voxel());
		// A keyboard would tell ImageJ that the key is up again.
		IJ.setKeyUp(KeyEvent.VK_SHIFT);
		ImageCanvas canvas = view(Axis.Y).image().getCanvas();
		Hand.type(canvas, KeyEvent.VK_X, 'x', 0);
		see("x", views.crosshair().isVisible());
		Hand.type(canvas, KeyEvent.VK_X, 'x', 0);
		see("x again", views.crosshair().isVisible());
	}

	private void scrolling() throws Exception {
		ImagePlus sagittal = view(Axis.X).image();
		int before = sagittal.getCurrentSlice();
		IJ.setTool(0);
		Hand.run(() -> sagittal.getWindow().mouseWheelMoved(new MouseWheelEvent(sagittal.getWindow(), MouseEvent.MOUSE_WHEEL,
				System.currentTimeMillis(), 0, 20, 20, 0, false, MouseWheelEvent.WHEEL_UNIT_SCROLL, 1, 1)));
		Hand.await("the wheel scrolled", () -> sagittal.getCurrentSlice() != before);
		Hand.await("the crosshair follows", () -> views.crosshair().voxel().x() == sagittal.getCurrentSlice() - 1);
		Hand.run(() -> session.image().setSlice(31));
		Hand.await("the crosshair follows the image", () -> views.crosshair().voxel().z() == 30);
		see("scrolled", true);
	}

	private void windows() throws Exception {
		Hand.run(() -> DisplayWindow.of(session.image()).apply(new org.annotomy.image.Window(500, 300, "", Function.LINEAR)));
		Hand.await("the views follow the window", () -> views.views().stream()
				.allMatch(v -> v.image().getDisplayRangeMin() == session.image().getDisplayRangeMin()));
		Hand.run(() -> view(Axis.Y).image().setDisplayRange(40000, 50000));
		Hand.run(() -> view(Axis.Y).image().updateAndDraw());
		Hand.await("the image follows a view", () -> session.image().getDisplayRangeMax() == 50000);
		Hand.run(() -> views.linkZoom(true));
		double magnification = Hand.ask(() -> {
			ImageCanvas canvas = view(Axis.X).image().getCanvas();
			canvas.zoomIn(10, 10);
			return canvas.getMagnification();
		});
		Hand.await("the zoom is linked", () -> views.views().stream()
				.allMatch(v -> Math.abs(v.image().getCanvas().getMagnification() - magnification) < 1e-6));
		Hand.run(() -> views.linkZoom(false));
		Hand.run(() -> views.views().forEach(v -> v.image().getCanvas().unzoom()));
		see("linked", true);
	}

	private void painting() throws Exception {
		Hand.run(() -> views.crosshair().moveTo(new Position(100, 80, 5)));
		Hand.run(() -> {
			SegmentBrush.setBall(false);
			SegmentBrush.setInMm(true);
			SegmentBrush.setDiameter(12);
			new SegmentPaintTool().run("");
		});
		SliceView coronal = view(Axis.Y);
		long before = count();
		int[] from = canvasPoint(coronal, new Position(96, 80, 5));
		int[] to = canvasPoint(coronal, new Position(104, 80, 5));
		Hand.drag(coronal.image().getCanvas(), 0, from[0], from[1], (from[0] + to[0]) / 2, from[1], to[0], to[1]);
		Mask painted = new SegmentVoxels(session.document(), 0).mask(ball, new VoxelBox(85, 70, 0, 30, 20, 15));
		VoxelBox b = painted.bounds();
		see("painted in the coronal view",
				"y " + b.y() + ", slices " + b.ny() + ", z " + b.z() + " to " + (b.endZ() - 1) + ", about 21 columns: "
						+ (Math.abs(b.nx() - 21) <= 1));
		for (Axis axis : Axis.values())
			see("seen across " + axis, Hand.ask(() -> isColoured(view(axis), new Position(100, 80, 5))));
		Hand.type(coronal.image().getCanvas(), KeyEvent.VK_Z, 'z', 0);
		see("undone in the view", count() == before);
	}

	private long count() {
		return new SegmentVoxels(session.document(), 0).count(ball);
	}

	/** Whether a grey image has colour beside the crosshair. */
	private static boolean isColoured(SliceView view, Position voxel) {
		ImageCanvas canvas = view.image().getCanvas();
		BufferedImage picture = new BufferedImage(canvas.getWidth(), canvas.getHeight(), BufferedImage.TYPE_INT_RGB);
		canvas.paint(picture.getGraphics());
		var at = view.plane().pixelOf(voxel);
		int rgb = picture.getRGB(canvas.screenXD(at.x()), canvas.screenYD(at.y()));
		return Math.abs((rgb >> 16 & 0xff) - (rgb & 0xff)) > 20;
	}

	private void surfaces() throws Exception {
		SurfaceFrame.open(session);
		SurfaceFrame frame = Hand.ask(() -> SurfaceFrame.find(session));
		var canvas = Hand.find(frame, "surfaces");
		Hand.await("the surface is there", () -> state(frame).contains("1 segment,"));
		Hand.click(canvas, 0, canvas.getWidth() / 2, canvas.getHeight() / 2);
		see("picked", views.crosshair().voxel());
		String before = state(frame);
		Hand.run(() -> session.segments().edits().add("More", ball.id(), Mask.full(new VoxelBox(5, 5, 5, 10, 10, 10)),
				Progress.NONE));
		Hand.await("the surface follows the edit", () -> !state(frame).equals(before));
		Hand.drag(canvas, 0, 200, 200, 300, 230);
		see("turned", true);
		Hand.run(() -> session.document().edit("Hide").put(ball.toBuilder().visible(false).build()).apply());
		Hand.await("no surface is left", () -> state(frame).contains("No visible segments"));
	}

	private static String state(SurfaceFrame frame) {
		return ((javax.swing.JLabel) Hand.find(frame, "state")).getText();
	}

	private void closing() throws Exception {
		ImagePlus sagittal = view(Axis.X).image();
		Hand.run(sagittal::close);
		Hand.await("one view is left", () -> views.views().size() == 2);
		ImagePlus coronal = view(Axis.Y).image();
		SurfaceFrame frame = Hand.ask(() -> SurfaceFrame.find(session));
		Hand.run(() -> session.image().close());
		Hand.await("the session closed", session::isClosed);
		Hand.await("the other windows closed with it",
				() -> coronal.getWindow() == null && SurfaceFrame.find(session) == null && !frame.isDisplayable());
		see("windows left", Stream.of(Window.getWindows()).filter(w -> w.isShowing() && w instanceof ij.gui.ImageWindow).count());
	}
}
