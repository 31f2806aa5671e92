package org.annotomy.ui;

import java.awt.Component;
import java.awt.EventQueue;
import java.awt.Point;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.Transferable;
import java.awt.dnd.DnDConstants;
import java.awt.dnd.DropTarget;
import java.awt.dnd.DropTargetDropEvent;
import java.awt.event.KeyEvent;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import javax.swing.AbstractButton;
import javax.swing.JTable;
import javax.swing.JTextArea;
import javax.swing.JTextField;

import org.annotomy.dicom.SyntheticSlice;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.session.Marking;
import org.annotomy.ui.browse.StudyFrame;
import org.annotomy.ui.desk.PanelFrame;
import org.annotomy.ui.drop.DropTargets;

import ij.IJ;
import ij.ImageJ;
import ij.WindowManager;
import ij.gui.Roi;
import ij.gui.Toolbar;
import ij.plugin.frame.Recorder;

/** Plays a user at the window of studies, and one who drops files; writes down what is seen. */
public final class StudyBrowserSession {

	private static final int SLICES = 6;
	private static final int MANY = 40_000;

	private final Properties seen = new Properties();
	private final Path images;
	private final Path single;
	private final Path tiff;
	private StudyFrame frame;

	private StudyBrowserSession(Path folder) throws Exception {
		images = Files.createDirectories(folder.resolve("images"));
		for (int series = 1; series <= 3; series++)
			for (int i = 0; i < SLICES; i++)
				SyntheticSlice.write(Files.createDirectories(images.resolve("part" + i % 2)), "f" + (series * 10 + i),
						SyntheticSlice.at(i, series * 100 + i).set("SeriesInstanceUID", "2.25.6" + series)
								.set("StudyInstanceUID", series < 3 ? "2.25.71" : "2.25.72").set("SeriesNumber", series)
								.set("StudyDate", series < 3 ? "20240131" : "20230202").set("PatientID", series < 3 ? "A1" : "B2")
								.set("PatientName", series < 3 ? "Alpha^Anna" : "Beta^Bert"));
		Files.writeString(images.resolve("note.txt"), "no image");
		Path cut = images.resolve("cut");
		Files.write(cut, java.util.Arrays.copyOf(Files.readAllBytes(images.resolve("part0").resolve("f10")), 300));
		single = Files.createDirectories(folder.resolve("single"));
		SyntheticSlice.write(single, "only", SyntheticSlice.at(0, 5));
		tiff = DeskFixture.ramp(Files.createDirectories(folder.resolve("tiff")), "plain.tif");
	}

	/** @param args folder for files, and the file to write to */
	public static void main(String[] args) throws Exception {
		for (String kept : List.of("scan", "browser", "unpacked", "recovery"))
			System.setProperty("annotomy." + kept, Path.of(args[0], kept).toString());
		new ImageJ(ImageJ.EMBEDDED);
		StudyBrowserSession session = new StudyBrowserSession(Path.of(args[0]));
		session.looking();
		session.masking();
		session.filtering();
		session.opening();
		session.lookingAgain();
		session.refused();
		session.closing();
		session.cancelling(Path.of(args[0], "many"));
		session.dropping();
		try (var out = Files.newOutputStream(Path.of(args[1]))) {
			session.seen.store(out, null);
		}
		System.exit(0);
	}

	private void see(String key, Object what) {
		seen.setProperty(key.replace(' ', '-'), String.valueOf(what));
	}

	private void looking() throws Exception {
		frame = Hand.ask(() -> StudyFrame.open(List.of(images)));
		awaitWords("images.");
		see("words", words());
		see("studies", rows("studies"));
		Hand.await("series", () -> table("series").getRowCount() == 2);
		see("series", rows("series"));
		Hand.await("pictures", () -> table("series").getValueAt(0, 0) != null && table("series").getValueAt(1, 0) != null);
	}

	private void masking() throws Exception {
		Hand.type(table("studies"), KeyEvent.VK_P, 'p', 0);
		see("unmasked", cell("studies", 0, 0) + " " + cell("studies", 0, 1));
		Hand.type(table("studies"), KeyEvent.VK_P, 'p', 0);
		see("masked", cell("studies", 0, 0) + " " + cell("studies", 0, 1));
	}

	private void filtering() throws Exception {
		JTextField filter = Hand.find(frame, "filter");
		Hand.run(() -> filter.setText("2023-02"));
		see("filtered", rows("studies"));
		Hand.await("its series", () -> table("series").getRowCount() == 1);
		Hand.run(() -> filter.setText("beta"));
		see("filtered by name", rows("studies"));
		Hand.run(() -> filter.setText("nobody"));
		see("filtered away", table("studies").getRowCount() + " " + table("series").getRowCount());
		Hand.run(() -> filter.setText(""));
		see("all again", table("studies").getRowCount());
	}

	private void opening() throws Exception {
		Hand.run(() -> new Recorder());
		Hand.run(() -> table("studies").setRowSelectionInterval(0, 0));
		Hand.await("series", () -> table("series").getRowCount() == 2);
		Hand.run(() -> table("series").setRowSelectionInterval(0, 1));
		Hand.type(table("series"), KeyEvent.VK_ENTER, '\n', 0);
		Hand.await("two images", () -> WindowManager.getImageCount() == 2);
		awaitWords("Opened.");
		see("opened", String.join(", ", WindowManager.getImageTitles()));
		see("panel", PanelFrame.find() != null);
		String recorded = Hand.ask(() -> Recorder.getInstance().getText());
		see("recorded",
				recorded.lines().filter(line -> line.contains("Open Series")).map(l -> l.replaceAll("path=.*images", "path="))
						.collect(Collectors.joining(";")));
		Hand.run(() -> Recorder.getInstance().close());
		AnnotationSession first = AnnotationSession.require(WindowManager.getImage(WindowManager.getImageTitles()[0]));
		Hand.run(() -> new Marking(first).mark(new Roi(1, 1, 2, 2), "lesion", null, null, java.util.Map.of()));
		closeImages();
	}

	private static void closeImages() throws Exception {
		for (int id : WindowManager.getIDList()) {
			AnnotationSession session = AnnotationSession.of(WindowManager.getImage(id)).orElse(null);
			Hand.run(() -> WindowManager.getImage(id).close());
			if (session != null) Hand.await("the session closed", session::isClosed);
		}
	}

	private void lookingAgain() throws Exception {
		click("again");
		awaitWords("images.");
		Hand.await("labels", () -> IntStream.range(0, table("series").getRowCount())
				.anyMatch(row -> String.valueOf(table("series").getValueAt(row, 7)).contains("object")));
		see("labels", cell("series", 0, 7) + "|" + cell("series", 1, 7));
		see("chosen again", chosenAgain(0) + ", " + chosenAgain(1));
	}

	/** The patient of the study that is chosen after the disk was looked at again with this one chosen. */
	private Object chosenAgain(int row) throws Exception {
		Hand.run(() -> table("studies").setRowSelectionInterval(row, row));
		Hand.run(() -> Hand.<JTextArea>find(frame, "words").setText(""));
		click("again");
		awaitWords("images.");
		return Hand.ask(() -> table("studies").getValueAt(table("studies").getSelectedRow(), 0));
	}

	private void refused() throws Exception {
		Hand.run(() -> table("studies").setRowSelectionInterval(2, 2));
		Hand.await("the refused file", () -> table("series").getRowCount() == 1);
		see("refused", cell("series", 0, 3) + " " + cell("series", 0, 7));
		click("open");
		Hand.await("the reason", () -> words().contains("broken"));
	}

	/** What it looked at is remembered. */
	private void closing() throws Exception {
		Hand.run(frame::dispose);
		frame = Hand.ask(() -> StudyFrame.open());
		awaitWords("images.");
		see("remembered", Hand.<JTextField>find(frame, "folder").getText().equals(images.toString()));
		Hand.run(frame::dispose);
	}

	/** A folder that takes a while, cancelled as soon as the first study shows. */
	private void cancelling(Path many) throws Exception {
		Path one = SyntheticSlice.write(Files.createDirectories(many), "f0",
				SyntheticSlice.at(0, 1).set("StudyInstanceUID", "2.25.81"));
		for (int i = 1; i < MANY; i++)
			Files.createLink(many.resolve("f" + i), one);
		frame = Hand.ask(() -> {
			StudyFrame opened = StudyFrame.open(List.of(many));
			AbstractButton cancel = Hand.find(opened, "cancel");
			see("can be cancelled", cancel.isVisible());
			Hand.<JTable>find(opened, "studies").getModel()
					.addTableModelListener(e -> { if (cancel.isVisible()) cancel.doClick(); });
			return opened;
		});
		awaitWords("Cancelled.");
		see("cancelled", rows("studies").replaceAll("\\d+$", "some"));
		see("found before", Integer.parseInt(cell("studies", 0, 7)) < MANY);
		see("cancel button after", Hand.ask(() -> Hand.find(frame, "cancel").isVisible()));
		see("may look again", Hand.ask(() -> Hand.find(frame, "again").isEnabled()));
		Hand.run(frame::dispose);
	}

	private void dropping() throws Exception {
		DropTargets.install();
		Hand.await("drops are taken", () -> Toolbar.getInstance().getDropTarget().getClass().getName().contains("annotomy"));
		drop(IJ.getInstance(), single);
		Hand.await("an image",
				() -> WindowManager.getImageCount() == 1 && AnnotationSession.of(WindowManager.getCurrentImage()).isPresent());
		see("dropped folder", WindowManager.getCurrentImage().getTitle());
		closeImages();
		drop(Toolbar.getInstance(), tiff);
		Hand.await("an image", () -> WindowManager.getImageCount() == 1);
		see("dropped tiff",
				WindowManager.getCurrentImage().getTitle() + " "
						+ AnnotationSession.of(WindowManager.getCurrentImage()).isPresent());
		closeImages();
		drop(IJ.getInstance(), tiff, single.resolve("only"));
		Hand.await("two images", () -> WindowManager.getImageCount() == 2);
		see("dropped both", java.util.stream.Stream.of(WindowManager.getImageTitles()).sorted().toList());
		closeImages();
		Hand.await("a panel", () -> PanelFrame.find() != null);
		drop(Hand.ask(() -> PanelFrame.find().getRootPane()), tiff);
		Hand.await("an image",
				() -> WindowManager.getImageCount() == 1 && AnnotationSession.of(WindowManager.getCurrentImage()).isPresent());
		closeImages();
		drop(IJ.getInstance(), images);
		Hand.await("the window", () -> StudyFrame.find() != null);
		frame = StudyFrame.find();
		awaitWords("images.");
		see("dropped studies", words());
		see("log", IJ.getLog());
	}

	private static void drop(Component on, Path... files) throws Exception {
		List<File> list = java.util.stream.Stream.of(files).map(Path::toFile).toList();
		Transferable content = new Transferable() {
			@Override
			public DataFlavor[] getTransferDataFlavors() { return new DataFlavor[]{DataFlavor.javaFileListFlavor}; }

			@Override
			public boolean isDataFlavorSupported(DataFlavor flavor) {
				return flavor.equals(DataFlavor.javaFileListFlavor);
			}

			@Override
			public Object getTransferData(DataFlavor flavor) { return list; }
		};
		Hand.run(() -> {
			DropTarget target = on.getDropTarget();
			target.drop(new DropTargetDropEvent(target.getDropTargetContext(), new Point(5, 5), DnDConstants.ACTION_COPY,
					DnDConstants.ACTION_COPY) {
				private static final long serialVersionUID = 1L;

				@Override
				public Transferable getTransferable() { return content; }
			});
		});
	}

	private void click(String name) throws Exception {
		AbstractButton button = Hand.find(frame, name);
		EventQueue.invokeLater(button::doClick);
	}

	private void awaitWords(String end) throws Exception {
		Hand.await("the words " + end, () -> words().contains(end));
	}

	private String words() {
		return Hand.<JTextArea>find(frame, "words").getText();
	}

	private JTable table(String name) {
		return Hand.find(frame, name);
	}

	private String cell(String table, int row, int column) throws Exception {
		return Hand.ask(() -> String.valueOf(table(table).getValueAt(row, column)));
	}

	private String rows(String name) throws Exception {
		return Hand.ask(() -> IntStream.range(0, table(name).getRowCount())
				.mapToObj(row -> IntStream.range(name.equals("series") ? 1 : 0, table(name).getColumnCount())
						.mapToObj(column -> String.valueOf(table(name).getValueAt(row, column))).collect(Collectors.joining("|")))
				.collect(Collectors.joining(";")));
	}
}
