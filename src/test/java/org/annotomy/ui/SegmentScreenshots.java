package org.annotomy.ui;

import java.awt.Rectangle;
import java.awt.event.MouseEvent;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JTextField;

import org.annotomy.geometry.Position;
import org.annotomy.image.Window;
import org.annotomy.imagej.display.DisplayWindow;
import org.annotomy.imagej.view.OrthogonalViews;
import org.annotomy.imagej.view.SliceView;
import org.annotomy.sample.ChestCtSeries;
import org.annotomy.sample.ChestPhantom;
import org.annotomy.task.Progress;
import org.annotomy.ui.effect.EffectFrame;
import org.annotomy.ui.tool.SegmentBrush;
import org.annotomy.ui.tool.SegmentEdgeBrushTool;
import org.annotomy.ui.tool.SegmentLevelTool;
import org.annotomy.ui.tool.SegmentPaintTool;
import org.annotomy.ui.tool.SegmentPushTool;
import org.annotomy.ui.tool.SegmentScissorsTool;
import org.annotomy.ui.tool.SegmentWireTool;
import org.annotomy.ui.view.ViewWindows;

/** Makes the pictures of the page on segmentation: each group of effects on the sample chest CT and on a real series. */
public final class SegmentScreenshots extends PictureDesk {

	private SegmentScreenshots(Path images) throws Exception {
		super(images);
	}

	/** @param args folder for the pictures, then {@code phantom}, or a folder with a real series of the chest or abdomen and its protocol */
	public static void main(String[] args) throws Exception {
		start();
		SegmentScreenshots pictures = new SegmentScreenshots(Path.of(args[0]));
		if (args[1].equals("phantom")) pictures.phantom();
		else pictures.real(Path.of(args[1]));
		System.exit(0);
	}

	private void phantom() throws Exception {
		Path series = Files.createTempDirectory("annotomy-screenshots").resolve("sample-chest-ct");
		new ChestCtSeries(ChestPhantom.standard(), "sample", true).write(series, Progress.NONE);
		open(series, "onco-chest-ct", 39, 1, 2);
		tools();
		shapes();
		effects();
		fronts();
	}

	private void tools() throws Exception {
		Position at = lesion(0);
		int slice = (int) Math.round(at.z()) + 1;
		Hand.run(() -> session.image().setSlice(slice));
		List<BufferedImage> pictures = new ArrayList<>();
		run("Add Segment...", "segment_name=Nodule class_key=target");
		Rectangle around = around(at.x(), at.y(), 18);
		Hand.run(() -> new SegmentLevelTool().run(""));
		move(at.x() + 8.2, at.y());
		pictures.add(part(around));
		Hand.run(() -> new SegmentWireTool().run(""));
		click(at.x() - 8, at.y());
		click(at.x(), at.y() - 8);
		move(at.x() + 8, at.y() + 1);
		pictures.add(part(around));
		Hand.type(canvas, java.awt.event.KeyEvent.VK_ESCAPE, (char) 27, 0);
		Hand.run(() -> {
			SegmentBrush.setInMm(true);
			SegmentBrush.setBall(false);
			SegmentBrush.setDiameter(26);
			new SegmentEdgeBrushTool().run("");
		});
		move(at.x(), at.y() - 1);
		pictures.add(part(around));
		click(at.x(), at.y() - 1);
		Hand.run(() -> new SegmentPushTool().run(""));
		Hand.run(() -> press(at.x(), at.y()));
		Hand.run(() -> drag(at.x() + 6, at.y() + 3));
		pictures.add(part(around));
		Hand.run(() -> release(at.x() + 6, at.y() + 3));
		save(grid(pictures, 2), "segment-tools.png");
		run("Delete Segments...", "segments=all");
	}

	/** What happens to a shape: as painted, margin, hollow, smoothed, largest island, cut by scissors. */
	private void shapes() throws Exception {
		Position at = lesion(1);
		Hand.run(() -> session.image().setSlice((int) Math.round(at.z()) + 1));
		List<BufferedImage> pictures = new ArrayList<>();
		Rectangle around = around(at.x(), at.y(), 22);
		run("Add Segment...", "segment_name=Nodule class_key=target");
		run("Set Editing Mask...", "");
		run("Grow Region...", "places=" + at.x() + "," + at.y() + "," + Math.round(at.z())
				+ " frame=voxels lowest=-600 farthest_mm=14 effect=add");
		Hand.run(() -> new SegmentPaintTool().run(""));
		pictures.add(part(around));
		for (String[] effect : new String[][]{{"Segment Margin...", "margin_mm=3"}, {"Hollow Segment...", "thickness_mm=2"},
				{"Smooth Segment...", "method=opening kernel_mm=6"}, {"Smooth Segment...", "method=gaussian kernel_mm=2"}}) {
			run(effect[0], effect[1]);
			pictures.add(part(around));
			Hand.run(() -> session.document().undo());
		}
		Hand.run(() -> new SegmentScissorsTool().run(""));
		Hand.run(() -> {
			press(at.x(), at.y() - 14);
			for (double[] to : new double[][]{{12, -10}, {13, 0}, {9, 9}, {1, 12}, {-1, 2}})
				drag(at.x() + to[0], at.y() + to[1]);
		});
		pictures.add(part(around));
		Hand.run(() -> release(at.x(), at.y() - 2));
		save(grid(pictures, 3), "segment-shapes.png");
		run("Delete Segments...", "segments=all");
	}

	/** A threshold in three views, then seeds and what grows from them. */
	private void effects() throws Exception {
		show(new Rectangle(256, 256), 1.25);
		run("Add Segment...", "segment_name=Lungs class_key=lung");
		run("Set Segment Colour...", "segments=Lungs colour=#30c0ff");
		views(new Position(90, 90, 38));
		Hand.run(() -> EffectFrame.open(session, "Threshold"));
		EffectFrame frame = Hand.ask(() -> EffectFrame.find(session));
		Hand.await("a range is seen", () -> session.overlay().effects().shown() != null);
		Hand.run(() -> {
			JTextField highest = Hand.find(frame, "highest");
			Hand.<JTextField>find(frame, "lowest").setText("-950");
			highest.setText("-700");
			highest.postActionEvent();
			frame.setLocation(690, 10);
		});
		save(capture(area().union(frame.getBounds())), "segment-threshold.png");
		Hand.run(frame::dispose);
		Hand.run(() -> OrthogonalViews.of(session.image()).orElseThrow().close());
		run("Delete Segments...", "segments=all");
		growing();
	}

	/** A seed in the node, another around it. */
	private Rectangle seeds(Position at) throws Exception {
		Hand.run(() -> session.image().setSlice((int) Math.round(at.z()) + 1));
		Hand.run(() -> DisplayWindow.of(session.image()).apply(new Window(40, 400, "", Window.Function.LINEAR)));
		Rectangle around = around(at.x(), at.y(), 22);
		run("Add Segment...", "segment_name=Node class_key=target-node");
		run("Paint Segment...", "points=" + xy(at, 0, 0) + " radius_mm=2");
		run("Add Segment...", "segment_name=Rest class_key=lung");
		run("Paint Segment...",
				"points=[" + xy(at, -14, -12) + " " + xy(at, 14, -12) + " " + xy(at, 14, 14) + " " + xy(at, -14, 14)
						+ " " + xy(at, -14, -12) + "] radius_mm=1");
		return around;
	}

	private void growing() throws Exception {
		Rectangle around = seeds(lesion(4));
		List<BufferedImage> pictures = new ArrayList<>(List.of(part(around)));
		Hand.run(() -> EffectFrame.open(session, "Grow From Seeds"));
		EffectFrame frame = Hand.ask(() -> EffectFrame.find(session));
		Hand.run(() -> {
			frame.setLocation(700, 500);
			Hand.<JComboBox<?>>find(frame, "surroundings-grow").setSelectedIndex(2);
			Hand.<JButton>find(frame, "initialize-grow").doClick();
		});
		Hand.await("it has grown", () -> session.overlay().effects().shown() != null);
		pictures.add(part(around));
		BufferedImage window = capture(frame.getBounds());
		Hand.run(() -> Hand.<JButton>find(frame, "apply-grow").doClick());
		Hand.await("it is applied", () -> session.overlay().effects().shown() == null);
		Hand.run(frame::dispose);
		run("Delete Segments...", "segments=Rest");
		pictures.add(part(around));
		save(beside(grid(pictures, 2), window), "segment-grow.png");
		run("Delete Segments...", "segments=all");
	}

	/** Random walks at a lymph node, then what a contour drawn to edges and a front make of a nodule. */
	private void fronts() throws Exception {
		Position at = lesion(4);
		Rectangle around = seeds(at);
		save(walks(around), "segment-walker.png");
		List<BufferedImage> pictures = new ArrayList<>();
		Position nodule = lesion(0);
		Hand.run(() -> session.image().setSlice((int) Math.round(nodule.z()) + 1));
		Hand.run(() -> DisplayWindow.of(session.image()).apply(new Window(-600, 1500, "", Window.Function.LINEAR)));
		Rectangle place = around(nodule.x(), nodule.y(), 22);
		String middle = "frame=voxels places=" + Math.round(nodule.x()) + "," + Math.round(nodule.y()) + ","
				+ Math.round(nodule.z());
		run("Add Segment...", "segment_name=Nodule class_key=target");
		for (String[] effect : new String[][]{{"Paint Ball...", "radius_mm=3"}, {"Evolve Contour...", "speed=edges"},
				{"Fast Marching...", "volume_percent=100 longest_time=14"}}) {
			run(effect[0], middle + " " + effect[1]);
			pictures.add(part(place));
			Hand.run(() -> session.document().undo());
		}
		save(grid(pictures, 3), "segment-fronts.png");
		run("Delete Segments...", "segments=all");
	}

	/** The seeds of two segments, the second of them around the first, where walks from all voxels end, and the window. */
	private BufferedImage walks(Rectangle around) throws Exception {
		List<BufferedImage> pictures = new ArrayList<>(List.of(part(around)));
		Hand.run(() -> EffectFrame.open(session, "Random Walker"));
		EffectFrame frame = Hand.ask(() -> EffectFrame.find(session));
		Hand.run(() -> {
			frame.setLocation(700, 500);
			Hand.<JComboBox<?>>find(frame, "surroundings-walk").setSelectedIndex(2);
			Hand.<JButton>find(frame, "initialize-walk").doClick();
		});
		Hand.await("walks have ended", () -> session.overlay().effects().shown() != null);
		pictures.add(part(around));
		BufferedImage window = capture(frame.getBounds());
		Hand.run(frame::dispose);
		run("Delete Segments...", "segments=all");
		return beside(grid(pictures, 1), window);
	}

	/** Random walks at the heart, then a contour in a range of values and a front from a ball in it. */
	private void realFronts() throws Exception {
		Rectangle around = around(58, 76, 30);
		run("Add Segment...", "segment_name=Heart class_key=structure");
		run("Set Segment Colour...", "segments=Heart colour=#ff5050");
		run("Paint Segment...", "points=[52,82 64,78] radius_mm=12");
		run("Add Segment...", "segment_name=Rest class_key=structure");
		run("Set Segment Colour...", "segments=Rest colour=#30b0ff");
		run("Paint Segment...", "points=[57,53 34,62 32,90 48,101 82,98 84,62 57,53] radius_mm=4");
		Hand.run(() -> mouse(MouseEvent.MOUSE_EXITED, 0, 0, 0));
		save(walks(around), "segment-real-walker.png");
		run("Add Segment...", "segment_name=Heart class_key=structure");
		run("Set Segment Colour...", "segments=Heart colour=#ff5050");
		List<BufferedImage> pictures = new ArrayList<>();
		String middle = "frame=voxels places=58,79,14 radius_mm=25 ";
		for (String[] effect : new String[][]{{"Paint Ball...", "frame=voxels places=58,79,14 radius_mm=25"},
				{"Evolve Contour...", middle + "speed=range lowest=-20 highest=180 curvature_mm=4"},
				{"Fast Marching...", middle + "volume_percent=100 longest_time=40"}}) {
			run(effect[0], effect[1]);
			pictures.add(part(around));
			Hand.run(() -> session.document().undo());
		}
		save(grid(pictures, 3), "segment-real-fronts.png");
		run("Delete Segments...", "segments=all");
	}

	/** Real anatomy in voxels of 3 × 3 × 10 mm: tools on the heart and the aorta, then lungs, bones and heart in three views. */
	private void real(Path series) throws Exception {
		open(series, "default", 15, 1, 3);
		Hand.run(() -> session.image().setDisplayRange(-300, 300));
		Hand.run(session.image()::updateAndDraw);
		run("Add Segment...", "segment_name=Heart class_key=structure");
		Rectangle around = around(58, 73, 25);
		List<BufferedImage> pictures = new ArrayList<>();
		Hand.run(() -> new SegmentLevelTool().run(""));
		move(38.6, 80);
		pictures.add(part(around));
		Hand.run(() -> new SegmentWireTool().run(""));
		for (double[] at : new double[][]{{39, 84}, {47, 70}, {57, 63}, {67, 70}})
			click(at[0], at[1]);
		move(75.5, 80);
		pictures.add(part(around));
		for (double[] at : new double[][]{{75.5, 80}, {67, 90}, {54, 92}})
			click(at[0], at[1]);
		Hand.type(canvas, java.awt.event.KeyEvent.VK_ENTER, '\n', 0);
		Hand.await("the wire is filled", () -> session.segments().voxels().count(session.segments().require("Heart")) > 0);
		Hand.run(() -> new SegmentPushTool().run(""));
		Hand.run(() -> {
			SegmentBrush.setInMm(true);
			SegmentBrush.setBall(false);
			SegmentBrush.setDiameter(60);
			press(80, 72);
			drag(76, 74);
			drag(72, 75);
		});
		pictures.add(part(around));
		Hand.run(() -> release(72, 75));
		Hand.run(() -> session.document().undo());
		run("Add Segment...", "segment_name=Aorta class_key=structure");
		run("Set Segment Colour...", "segments=Aorta colour=#ff5050");
		Hand.run(() -> {
			SegmentBrush.setDiameter(44);
			new SegmentEdgeBrushTool().run("");
		});
		move(56.5, 54.5);
		pictures.add(part(around));
		save(grid(pictures, 2), "segment-real-tools.png");
		run("Delete Segments...", "segments=all");
		realFronts();
		organs();
	}

	private void organs() throws Exception {
		run("Add Segment...", "segment_name=Lungs class_key=structure");
		run("Set Segment Colour...", "segments=Lungs colour=#30b0ff");
		run("Segment Threshold...", "highest=-400");
		run("Segment Islands...", "effect=[remove at sides]");
		run("Smooth Segment...", "method=median kernel_mm=9");
		run("Add Segment...", "segment_name=Bones class_key=structure");
		run("Set Segment Colour...", "segments=Bones colour=#ffe070");
		run("Segment Threshold...", "lowest=180");
		run("Add Segment...", "segment_name=Around class_key=structure");
		run("Set Editing Mask...", "others=overlap");
		run("Paint Ball...", "frame=voxels places=57,79,13 radius_mm=72");
		run("Add Segment...", "segment_name=Heart class_key=structure");
		run("Set Segment Colour...", "segments=Heart colour=#ff5050");
		run("Set Editing Mask...", "area=inside area_segments=Around others=overlap");
		run("Segment Threshold...", "lowest=-20 highest=180");
		run("Smooth Segment...", "method=opening kernel_mm=14");
		run("Segment Islands...", "");
		run("Set Editing Mask...", "");
		run("Delete Segments...", "segments=Around");
		Hand.run(() -> mouse(MouseEvent.MOUSE_EXITED, 0, 0, 0));
		Hand.run(() -> new SegmentPaintTool().run(""));
		show(new Rectangle(128, 128), 4);
		views(new Position(58, 80, 14));
		save(capture(area()), "segment-real.png");
	}

	private void views(Position crosshair) throws Exception {
		ViewWindows.open(session, true, false);
		OrthogonalViews views = Hand.ask(() -> OrthogonalViews.of(session.image()).orElseThrow());
		Hand.await("all windows show",
				() -> views.views().stream().allMatch(v -> v.image().getWindow() != null && v.image().getWindow().isShowing()));
		Hand.run(() -> views.crosshair().moveTo(crosshair));
	}

	private Rectangle area() {
		Rectangle area = session.image().getWindow().getBounds();
		for (SliceView view : OrthogonalViews.of(session.image()).orElseThrow().views())
			area = area.union(view.image().getWindow().getBounds());
		return area;
	}
}
