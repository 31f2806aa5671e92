package org.annotomy.ui;

import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Window;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import javax.imageio.ImageIO;
import javax.swing.AbstractButton;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JTable;

import org.annotomy.dicom.SyntheticSlice;
import org.annotomy.dicom.part10.DicomFileReader;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.dicom.web.AuthKind;
import org.annotomy.dicom.web.Credentials;
import org.annotomy.dicom.web.DicomWebClient;
import org.annotomy.dicom.web.WebFolder;
import org.annotomy.dicom.web.WebServer;
import org.annotomy.dicom.web.WebServers;
import org.annotomy.sample.ChestCtSeries;
import org.annotomy.sample.ChestPhantom;
import org.annotomy.sample.ChestRadiograph;
import org.annotomy.task.Progress;
import org.annotomy.testing.OrthancServer;
import org.annotomy.ui.desk.PanelFrame;
import org.annotomy.ui.web.DicomWebFrame;

import ij.ImageJ;

/** Makes the pictures of the page about DICOMweb: the window over an Orthanc with the samples and some made-up patients. */
public final class DicomWebScreenshots {

	private static final int SETTLE_MS = 500;

	private final Robot robot = new Robot();
	private final Path images;

	private DicomWebScreenshots(Path images) throws Exception {
		this.images = Files.createDirectories(images);
	}

	/** @param args folder for the pictures */
	public static void main(String[] args) throws Exception {
		Path work = Files.createTempDirectory("annotomy-dicomweb");
		System.setProperty("annotomy.dicomweb", work.resolve("web").toString());
		new ImageJ(ImageJ.NO_SHOW);
		try (OrthancServer orthanc = OrthancServer.start(Files.createDirectory(work.resolve("orthanc")))) {
			WebServer server = WebServer.of("Radiology archive", orthanc.address());
			WebServer cloud = new WebServer("Cloud", WebServer.address("https://dicom.example.org/rs"), AuthKind.BASIC, "", "",
					false);
			WebServers.read(WebFolder.ofUser().servers()).with(server).with(cloud).write(WebFolder.ofUser().servers());
			fill(work, server);
			new DicomWebScreenshots(Path.of(args[0])).take();
		}
		System.exit(0);
	}

	private static void fill(Path work, WebServer server) throws Exception {
		Path folder = work.resolve("ct");
		new ChestCtSeries(ChestPhantom.standard(), "sample", true).write(folder, Progress.NONE);
		ChestRadiograph.standard().write(folder.resolve("dx.dcm"), false, 12);
		String[][] others = {{"Larsen^Ole", "P-1187", "20240112", "Knee, left", "MR"},
				{"Okafor^Ngozi", "P-2030", "20240203", "Mammography screening", "MG"},
				{"Okafor^Ngozi", "P-2030", "20250214", "Mammography screening", "MG"}};
		for (int i = 0; i < others.length; i++) {
			String[] o = others[i];
			SyntheticSlice.write(folder, "o" + i, SyntheticSlice.at(1, 1).set("SOPInstanceUID", "2.25.4" + i)
					.set("SeriesInstanceUID", "2.25.5" + i).set("StudyInstanceUID", "2.25.6" + i).set("PatientName", o[0])
					.set("PatientID", o[1]).set("PatientBirthDate", "196" + o[1].charAt(2) + "0211").set("StudyDate", o[2])
					.set("StudyDescription", o[3]).set("Modality", o[4]));
		}
		Map<String, Path> files = new LinkedHashMap<>();
		try (Stream<Path> all = Files.list(folder); DicomWebClient client = new DicomWebClient(server, Credentials.NONE)) {
			for (Path file : all.toList())
				files.put(DicomFileReader.readHeader(file).dataset().string(Tag.SOP_INSTANCE_UID, ""), file);
			client.store(files, Progress.NONE);
		}
	}

	private void take() throws Exception {
		DicomWebFrame frame = Hand.ask(DicomWebFrame::open);
		Hand.run(() -> Hand.<AbstractButton>find(frame, "find").doClick());
		JTable studies = Hand.find(frame, "studies");
		JTable series = Hand.find(frame, "series");
		Hand.await("studies are listed", () -> studies.getRowCount() == 4);
		Hand.run(() -> {
			for (int row = 0; row < studies.getRowCount(); row++)
				if ("Synthetic chest".equals(studies.getValueAt(row, 5))) studies.setRowSelectionInterval(row, row);
		});
		Hand.await("series are listed", () -> series.getRowCount() == 2);
		Hand.run(() -> {
			int ct = "CT".equals(series.getValueAt(0, 1)) ? 0 : 1;
			series.setRowSelectionInterval(ct, ct);
		});
		Hand.await("a picture", () -> Hand.<JLabel>find(frame, "picture").getIcon() != null);
		save(frame.getBounds(), "dicomweb.png");
		Hand.run(() -> Hand.<AbstractButton>find(frame, "patients").doClick());
		save(frame.getBounds(), "dicomweb-patients.png");
		dialog("add", frame, "dicomweb-server.png");
		Hand.run(() -> Hand.<AbstractButton>find(frame, "patients").doClick());
		Hand.run(() -> Hand.<AbstractButton>find(frame, "open").doClick());
		Hand.await("the series is open", () -> ij.WindowManager.getImageCount() == 1);
		robot.delay(3 * SETTLE_MS);
		save(new Rectangle(robotScreen()), "dicomweb-open.png");
		Hand.run(() -> {
			ij.WindowManager.getCurrentWindow().close();
			PanelFrame.find().dispose();
			frame.toFront();
			Hand.<AbstractButton>find(frame, "failed").setText("Retry Failed Sends (12)");
			Hand.<AbstractButton>find(frame, "failed").setVisible(true);
			frame.setSize(frame.getMinimumSize());
		});
		save(frame.getBounds(), "dicomweb-small.png");
		Hand.run(() -> Hand.<javax.swing.JComboBox<?>>find(frame, "server").setSelectedItem("Cloud"));
		dialog("find", frame, "dicomweb-credentials.png");
	}

	private static Rectangle robotScreen() {
		return new Rectangle(java.awt.Toolkit.getDefaultToolkit().getScreenSize());
	}

	private void dialog(String button, DicomWebFrame frame, String picture) throws Exception {
		java.awt.EventQueue.invokeLater(() -> Hand.<AbstractButton>find(frame, button).doClick());
		Hand.await("the dialog is open", () -> dialogs().findFirst().isPresent());
		save(Hand.ask(() -> dialogs().findFirst().orElseThrow().getBounds()), picture);
		Hand.run(() -> dialogs().findFirst().orElseThrow().dispose());
	}

	private static Stream<JDialog> dialogs() {
		return List.of(Window.getWindows()).stream().filter(w -> w instanceof JDialog && w.isVisible()).map(JDialog.class::cast);
	}

	private void save(Rectangle area, String name) throws Exception {
		robot.waitForIdle();
		robot.delay(SETTLE_MS);
		ImageIO.write(robot.createScreenCapture(area), "png", images.resolve(name).toFile());
	}
}
