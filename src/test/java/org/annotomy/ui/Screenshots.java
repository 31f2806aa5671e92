package org.annotomy.ui;

import java.awt.Graphics;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Window;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import javax.imageio.ImageIO;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JTabbedPane;
import javax.swing.JTable;
import javax.swing.JTextArea;

import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.DicomFileReader;
import org.annotomy.dicom.part10.DicomWriter;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.dicom.part10.Vr;
import org.annotomy.dicom.SyntheticSlice;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.annotation.model.Segment;
import org.annotomy.display.PresetLibrary;
import org.annotomy.display.PresetTable;
import org.annotomy.geometry.Position;
import org.annotomy.geometry.VoxelBox;
import org.annotomy.imagej.display.DisplayWindow;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.session.Marking;
import org.annotomy.imagej.session.SeededRegion;
import org.annotomy.imagej.session.SegmentDesk;
import org.annotomy.imagej.view.OrthogonalViews;
import org.annotomy.imagej.view.SliceView;
import org.annotomy.sample.ChestCtSeries;
import org.annotomy.sample.ChestPhantom;
import org.annotomy.sample.ChestRadiograph;
import org.annotomy.sample.ChestRadiograph;
import org.annotomy.segmentation.component.Connectivity;
import org.annotomy.segmentation.component.Islands;
import org.annotomy.segmentation.segment.EditingRules;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.task.Progress;
import org.annotomy.ui.browse.StudyFrame;
import org.annotomy.ui.desk.PanelFrame;
import org.annotomy.ui.view.SurfaceFrame;
import org.annotomy.ui.view.ViewWindows;

import ij.ImageJ;
import ij.gui.EllipseRoi;
import ij.gui.OvalRoi;
import ij.gui.Roi;

/** Makes the pictures of the documentation from the sample chest CT. */
public final class Screenshots {

	private static final int SETTLE_MS = 400;
	private static final double MAGNIFICATION = 3;

	private final Path images;
	private final Robot robot = new Robot();

	private Screenshots(Path images) throws Exception {
		this.images = Files.createDirectories(images);
	}

	/** @param args folder for the pictures, then {@code radiograph} to make that one only */
	public static void main(String[] args) throws Exception {
		new ImageJ(ImageJ.NO_SHOW);
		Path work = Files.createTempDirectory("annotomy-screenshots");
		if (args.length > 1) {
			new Screenshots(Path.of(args[0])).radiograph(work);
			System.exit(0);
		}
		Path series = work.resolve("sample-chest-ct");
		new ChestCtSeries(ChestPhantom.standard(), "sample", true).write(series, Progress.NONE);
		Screenshots screenshots = new Screenshots(Path.of(args[0]));
		AnnotationSession session = DeskFixture.open(series, "onco-chest-ct");
		screenshots.panel(session);
		screenshots.segments(session);
		screenshots.presets(session);
		Hand.run(() -> session.image().close());
		Hand.await("the session closed", session::isClosed);
		screenshots.recovery(work);
		screenshots.studies(work);
		screenshots.radiograph(work);
		System.exit(0);
	}

	private void panel(AnnotationSession session) throws Exception {
		Hand.run(() -> {
			session.image().setSlice(session.image().getNSlices() / 2);
			session.image().getWindow().setLocation(10, 10);
			double side = session.image().getWidth();
			mark(session, new OvalRoi(0.705 * side, 0.545 * side, 0.05 * side, 0.05 * side), "target");
			mark(session, new OvalRoi(0.445 * side, 0.51 * side, 0.05 * side, 0.05 * side), "target-node");
			mark(session, new EllipseRoi(0.64 * side, 0.46 * side, 0.75 * side, 0.51 * side, 0.6), "non-target");
			while (session.image().getCanvas().getMagnification() < MAGNIFICATION)
				session.image().getCanvas().zoomIn(0, 0);
			preset(session, 2);
			session.image().deleteRoi();
		});
		PanelFrame panel = Hand.ask(PanelFrame::find);
		Window image = session.image().getWindow();
		Hand.await("the panel stands beside the image", () -> panel.getX() > image.getX() + image.getWidth());
		save(capture(image.getBounds().union(panel.getBounds())), "panel.png");
	}

	/** Lungs and two lesions with the Segments tab, under an editing mask. */
	private void segments(AnnotationSession session) throws Exception {
		Hand.run(() -> {
			session.edits().show(session.document().objects().stream().map(o -> o.id()).toList(), false);
			SegmentDesk desk = session.segments();
			Segment lungs = desk.add("Lungs", "lung");
			Mask air = desk.volume().range(desk.volume().size().box(), -2000, -400, Progress.NONE);
			Mask inside = Islands.awayFromSides(air, desk.volume().size(), Connectivity.FACES, Progress.NONE);
			desk.edits().replace("Threshold", lungs.id(), inside, Progress.NONE);
			segment(session, "Nodule, left lower lobe", 1, -410);
			segment(session, "Spiculated nodule", 0, -410);
			desk.setRules(desk.rules().withArea(EditingRules.Area.OUTSIDE, Set.of(lungs.id())));
			session.image().setSlice(39);
			Hand.<JTabbedPane>find(PanelFrame.find(), "tabs").setSelectedIndex(1);
		});
		PanelFrame panel = Hand.ask(PanelFrame::find);
		save(capture(session.image().getWindow().getBounds().union(panel.getBounds())), "segments.png");
		views(session, panel);
		Hand.run(() -> {
			session.segments().setRules(EditingRules.FREE);
			session.segments().records().remove(session.document().segments().stream().map(Segment::id).toList());
		});
	}

	/** The three views of the lesions, and their surfaces. */
	private void views(AnnotationSession session, PanelFrame panel) throws Exception {
		Hand.run(() -> {
			session.image().getCanvas().unzoom();
			panel.setVisible(false);
		});
		ViewWindows.open(session, true, false);
		OrthogonalViews views = Hand.ask(() -> OrthogonalViews.of(session.image()).orElseThrow());
		Mask lesion = session.segments().voxels().mask(session.segments().require("Nodule, left lower lobe"));
		VoxelBox box = lesion.bounds();
		Hand.run(() -> views.crosshair()
				.moveTo(new Position(box.x() + box.nx() / 2, box.y() + box.ny() / 2, box.z() + box.nz() / 2)));
		Rectangle area = new Rectangle(session.image().getWindow().getBounds());
		for (SliceView view : views.views())
			area = area.union(view.image().getWindow().getBounds());
		save(capture(area), "views.png");
		SurfaceFrame.open(session);
		SurfaceFrame frame = Hand.ask(() -> SurfaceFrame.find(session));
		JLabel state = Hand.find(frame, "state");
		Hand.await("the surfaces are there", () -> state.getText().contains("triangles"));
		Hand.drag(Hand.find(frame, "surfaces"), 0, 300, 300, 250, 280);
		save(capture(frame.getBounds()), "segments-3d.png");
		Hand.run(() -> {
			frame.dispose();
			views.close();
			panel.setVisible(true);
		});
	}

	private static void segment(AnnotationSession session, String name, int lesion, double lowest) {
		ChestPhantom phantom = ChestPhantom.standard();
		Position voxel = session.source().grid().orElseThrow().voxelToPatient().inverse()
				.apply(phantom.centreLps(phantom.lesions().get(lesion)));
		Segment segment = session.segments().add(name, "target");
		SeededRegion region = new SeededRegion(session.segments().volume(), List.of(voxel), 13, Connectivity.FACES, false);
		session.segments().edits().replace("Grow region", segment.id(), region.range(lowest, 3000, Progress.NONE), Progress.NONE);
	}

	private static void mark(AnnotationSession session, Roi roi, String classKey) {
		new Marking(session).mark(roi, classKey, null, null, Map.of());
	}

	private static void preset(AnnotationSession session, int digit) {
		DisplayWindow display = DisplayWindow.of(session.image());
		display.apply(PresetLibrary.ofUser().menu(PresetTable.DEFAULT, display.query()).onKey(digit).orElseThrow());
	}

	/** The slice under three presets, side by side. */
	private void presets(AnnotationSession session) throws Exception {
		Hand.run(() -> session.edits().show(session.document().objects().stream().map(o -> o.id()).toList(), false));
		DisplayWindow display = DisplayWindow.of(session.image());
		BufferedImage all = null;
		List<String> names = List.of("Lung", "Mediastinum", "Bone");
		for (int i = 0; i < names.size(); i++) {
			String name = names.get(i);
			Hand.run(() -> display.apply(PresetLibrary.ofUser().menu(PresetTable.DEFAULT, display.query()).presets().stream()
					.filter(p -> p.name().equals(name)).findFirst().orElseThrow()));
			BufferedImage one = Hand.ask(() -> session.image().getProcessor().getBufferedImage());
			if (all == null)
				all = new BufferedImage(one.getWidth() * names.size(), one.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
			Graphics g = all.getGraphics();
			g.drawImage(one, i * one.getWidth(), 0, null);
			g.dispose();
		}
		save(all, "presets.png");
	}

	/** The sample radiograph with an overlay and a shutter, and the kind of its pixel size in the panel. */
	private void radiograph(Path work) throws Exception {
		Path file = Files.createDirectory(work.resolve("radiograph")).resolve("radiograph.dcm");
		ChestRadiograph.standard().write(file, false, 12);
		DicomDataset plain = DicomFileReader.read(file).dataset();
		int side = 121;
		int center = side / 2;
		BitSet cross = new BitSet(side * side);
		for (int i = 0; i < side; i++) {
			cross.set(center * side + i);
			cross.set(i * side + center);
		}
		ByteBuffer bits = ByteBuffer.allocate((side * side + 15) / 16 * 2).put(cross.toByteArray());
		int margin = plain.integer(Tag.COLUMNS, 0) / 12;
		DicomDataset marked = plain.toBuilder().set("ShutterShape", "RECTANGULAR").set("ShutterLeftVerticalEdge", margin)
				.set("ShutterRightVerticalEdge", plain.integer(Tag.COLUMNS, 0) - margin).set("ShutterUpperHorizontalEdge", margin)
				.set("ShutterLowerHorizontalEdge", plain.integer(Tag.ROWS, 0) - margin).set("OverlayRows", side)
				.set("OverlayColumns", side)
				.set("OverlayType", "G").set("OverlayOrigin", plain.integer(Tag.ROWS, 0) / 2, plain.integer(Tag.COLUMNS, 0) / 4)
				.set("OverlayBitsAllocated", 1).set("OverlayBitPosition", 0).bytes(Tag.of(0x6000, 0x3000), Vr.OW, bits.array())
				.build();
		DicomWriter.write(marked, file);
		AnnotationSession session = DeskFixture.open(file);
		PanelFrame panel = Hand.ask(PanelFrame::find);
		Window image = session.image().getWindow();
		Hand.run(() -> image.setLocation(10, 10));
		Hand.await("the panel stands beside the image", () -> panel.getX() > image.getX() + image.getWidth());
		save(capture(image.getBounds().union(panel.getBounds())), "radiograph.png");
		Hand.run(() -> session.image().close());
		Hand.await("the session closed", session::isClosed);
	}

	/** A copy of the files as a crash would leave them. */
	private void recovery(Path work) throws Exception {
		Path before = Files.createDirectory(work.resolve("before"));
		Path after = Files.createDirectory(work.resolve("after"));
		AnnotationSession first = DeskFixture.open(DeskFixture.ramp(before, "image.tif"));
		for (int i = 0; i < 3; i++) {
			Roi roi = new OvalRoi(30 + 80 * i, 60, 50, 40);
			Hand.run(() -> mark(first, roi, "lesion"));
		}
		robot.delay(2000);
		copy(before, after);
		Hand.run(() -> first.image().close());
		Hand.await("the session closed", first::isClosed);
		AnnotationSession second = DeskFixture.open(after.resolve("image.tif"));
		Hand.await("the dialog is open", () -> dialog() != null);
		save(capture(dialog().getBounds()), "recovery.png");
		Hand.run(() -> dialog().dispose());
		Hand.run(() -> second.image().close());
	}

	/** The window of studies over the samples of the program, some volumes, and a file that is cut off. */
	private void studies(Path work) throws Exception {
		for (String kept : List.of("scan", "browser", "unpacked"))
			System.setProperty("annotomy." + kept, work.resolve("user").resolve(kept).toString());
		Path folder = Files.createDirectory(work.resolve("studies"));
		copy(work.resolve("sample-chest-ct"), Files.createDirectory(folder.resolve("ct")));
		ChestRadiograph.standard().write(folder.resolve("radiograph"), false, 12);
		for (int year = 2023; year <= 2025; year++)
			SyntheticSlice.write(folder, "report" + year, SyntheticSlice.at(1, year).set("StudyInstanceUID", "2.25.4" + year)
					.set("SeriesInstanceUID", "2.25.5" + year).set("PatientName", "Okafor^Ngozi").set("PatientID", "P-2030")
					.set("StudyDate", year + "0214").set("StudyDescription", "Mammography screening").set("Modality", "SR")
					.set("SeriesDescription", "Report").remove(Tag.ROWS).remove(Tag.COLUMNS).remove(Tag.PIXEL_DATA));
		DeskFixture.ramp(folder, "ramp.tif");
		Path cut = Files.copy(folder.resolve("radiograph"), folder.resolve("IM0007"));
		try (var channel = java.nio.channels.FileChannel.open(cut, java.nio.file.StandardOpenOption.WRITE)) {
			channel.truncate(600);
		}
		StudyFrame frame = Hand.ask(() -> StudyFrame.open(List.of(folder)));
		Hand.await("all is found", () -> Hand.<JTextArea>find(frame, "words").getText().contains("images."));
		JTable series = Hand.find(frame, "series");
		JTable list = Hand.find(frame, "studies");
		Hand.run(() -> {
			for (int row = 0; row < list.getRowCount(); row++)
				if ("Synthetic chest".equals(list.getValueAt(row, 5))) list.setRowSelectionInterval(row, row);
		});
		Hand.await("pictures",
				() -> series.getRowCount() == 2 && series.getValueAt(0, 0) != null && series.getValueAt(1, 0) != null);
		Hand.run(() -> {
			frame.setSize(frame.getWidth(), 520);
			Hand.<javax.swing.JTextField>find(frame, "folder").setText("/data/studies");
		});
		save(capture(frame.getBounds()), "studies.png");
		Hand.run(frame::dispose);
	}

	private static JDialog dialog() {
		return Stream.of(Window.getWindows()).filter(w -> w instanceof JDialog && w.isVisible()).map(w -> (JDialog) w).findFirst()
				.orElse(null);
	}

	private static void copy(Path from, Path to) throws IOException {
		try (Stream<Path> files = Files.walk(from)) {
			for (Path file : files.filter(f -> !f.equals(from) && !f.getFileName().toString().contains("lock")).toList())
				Files.copy(file, to.resolve(from.relativize(file).toString()));
		}
	}

	private BufferedImage capture(Rectangle area) throws Exception {
		robot.waitForIdle();
		robot.delay(SETTLE_MS);
		return robot.createScreenCapture(area);
	}

	private void save(BufferedImage picture, String name) throws IOException {
		ImageIO.write(picture, "png", images.resolve(name).toFile());
	}
}
