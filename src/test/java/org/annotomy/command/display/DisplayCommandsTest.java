package org.annotomy.command.display;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.Plane;
import org.annotomy.annotation.model.ViewedWindow;
import org.annotomy.annotation.shape.RectangleShape;
import org.annotomy.command.CommandFailure;
import org.annotomy.command.spec.CommandSpec;
import org.annotomy.display.PresetFile;
import org.annotomy.display.PresetSet;
import org.annotomy.display.ViewState;
import org.annotomy.geometry.Box;
import org.annotomy.image.ImageReaders;
import org.annotomy.imagej.display.DisplayWindow;
import org.annotomy.imagej.display.Zoom;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.session.Protocols;
import org.annotomy.imagej.session.SessionOpener;
import org.annotomy.imagej.session.SessionOptions;
import org.annotomy.store.StoreOptions;
import org.annotomy.task.Progress;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.scijava.command.Command;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.WindowManager;
import ij.gui.Roi;
import ij.macro.Interpreter;
import ij.measure.Calibration;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ShortProcessor;

public class DisplayCommandsTest {

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private final ImagePlus ct = new ImagePlus("CT", new ShortProcessor(64, 48));

	@Before
	public void prepare() throws Exception {
		System.setProperty("annotomy.presets", folder.newFolder("presets").getPath());
		for (int i = 0; i < 64 * 48; i++)
			ct.getProcessor().set(i, i);
		ct.getCalibration().setFunction(Calibration.STRAIGHT_LINE, new double[]{-1024, 1}, "HU");
	}

	@After
	public void tidy() {
		System.clearProperty("annotomy.presets");
	}

	@Test
	public void aPresetIsAppliedByNameOrKey() throws Exception {
		run(ApplyPresetCommand.class, "image", ct, "preset", "lung");
		assertEquals(new ViewedWindow(-500, 1500, "Lung"), DisplayWindow.of(ct).viewed());
		run(ApplyPresetCommand.class, "image", ct, "preset", "Bone", "from_set", "ohif");
		assertEquals(new ViewedWindow(480, 2500, "Bone"), DisplayWindow.of(ct).viewed());
		ct.setProperty("Info", "0008,0060  Modality: CT\n");
		run(ApplyPresetCommand.class, "image", ct, "preset", "5");
		assertEquals(new ViewedWindow(40, 80, "Brain"), DisplayWindow.of(ct).viewed());
	}

	@Test
	public void aWindowIsSetInvertedAndReset() throws Exception {
		run(SetWindowCommand.class, "image", ct, "center", "100", "width", "50", "shape", "SIGMOID");
		assertEquals(new ViewedWindow(100, 50, null), DisplayWindow.of(ct).viewed());
		run(InvertDisplayCommand.class, "image", ct);
		assertTrue(DisplayWindow.of(ct).isInverted());
		run(ResetWindowCommand.class, "image", ct);
		assertFalse(DisplayWindow.of(ct).isInverted());
		ct.setRoi(new Roi(10, 0, 5, 1));
		run(WindowFromSelectionCommand.class, "image", ct);
		assertEquals(new ViewedWindow(-1011.5, 5, "Selection"), DisplayWindow.of(ct).viewed());
	}

	@Test
	public void zoomKeepsItsViewWithoutAWindow() throws Exception {
		run(ZoomCommand.class, "image", ct, "view", "Percent", "zoom_percent", "3200");
		assertEquals(32, Zoom.of(ct).current().magnification(), 0);
		run(ZoomCommand.class, "image", ct, "view", "1:1");
		assertEquals(new ViewState(1, new Box(0, 0, 64, 48)), Zoom.of(ct).current());
		run(ZoomCommand.class, "image", ct);
		assertEquals(16, Zoom.of(ct).current().magnification(), 0);
		ct.setRoi(new Roi(20, 20, 16, 12));
		ct.getCalibration().setUnit("mm");
		run(ZoomCommand.class, "image", ct, "view", "Selection", "margin_percent", "50", "margin_mm", "0");
		assertEquals(new Box(9, 12, 37, 28), rounded(Zoom.of(ct).current().source()));
		run(ZoomCommand.class, "image", ct, "view", "Selection", "margin_percent", "0", "margin_mm", "8");
		assertEquals(new Box(9, 12, 37, 28), rounded(Zoom.of(ct).current().source()));
	}

	@Test
	public void zoomGoesToObjectsAndTheirSlice() throws Exception {
		ImageStack stack = new ImageStack(64, 48);
		for (int z = 0; z < 3; z++)
			stack.addSlice(new ByteProcessor(64, 48));
		ImagePlus volume = new ImagePlus("volume", stack);
		File file = folder.newFile("volume.tif");
		IJ.saveAsTiff(volume, file.getPath());
		ImagePlus opened = IJ.openImage(file.getPath());
		AnnotationSession session = new SessionOpener(ImageReaders.discover(), Protocols.find(),
				new SessionOptions(null, SessionOptions.Recovery.DISCARD, StoreOptions.of("rater-1")))
				.attach(opened, Progress.NONE);
		try {
			AnnotationObject lesion = AnnotationObject.builder(RectangleShape.of(10, 20, 30, 6), Plane.slice(2)).name("lesion")
					.build();
			session.document().edit("Add").put(lesion).apply();
			run(ZoomCommand.class, "image", opened, "view", "Objects", "objects", "lesion", "margin_percent", "10");
			assertEquals(3, opened.getCurrentSlice());
			assertEquals(1024 / 36.0, Zoom.of(opened).current().magnification(), 1e-9);
			assertEquals(new Box(7, 10, 36, 27), rounded(Zoom.of(opened).current().source()));
			assertTrue(messageOf(ZoomCommand.class, "image", opened, "view", "Objects", "objects", "tumour").contains("tumour"));
		} finally {
			session.close();
		}
		assertTrue(messageOf(ZoomCommand.class, "image", ct, "view", "Objects").startsWith("No annotations are open"));
	}

	@Test
	public void presetsAreKeptSavedAndLoaded() throws Exception {
		ct.setProperty("Info", "0008,0060  Modality: CT\n");
		run(SetWindowCommand.class, "image", ct, "center", "300", "width", "900", "shape", "SIGMOID");
		run(AddPresetCommand.class, "image", ct, "preset", "Our bone", "key", "4");
		run(AddPresetCommand.class, "image", ct, "preset", "Again", "key", "4");
		Path shared = folder.getRoot().toPath().resolve("shared.json");
		run(SavePresetsCommand.class, "file", shared.toString());
		PresetSet set = PresetFile.read(shared).get(0);
		assertEquals(List.of(0, 4), set.presets().stream().map(preset -> preset.key()).toList());
		assertEquals("HU", set.presets().get(0).unit());
		Files.delete(Path.of(System.getProperty("annotomy.presets"), "mine.presets.json"));
		assertEquals(List.of("Loaded preset sets: mine."), run(LoadPresetsCommand.class, "file", shared.toString()));
		run(ResetWindowCommand.class, "image", ct);
		run(ApplyPresetCommand.class, "image", ct, "preset", "our BONE", "from_set", "mine");
		assertEquals(new ViewedWindow(300, 900, "Our bone"), DisplayWindow.of(ct).viewed());
	}

	@Test
	public void everyOpenImageIsShownOrCounted() throws Exception {
		ImagePlus colour = new ImagePlus("RGB", new ColorProcessor(4, 4));
		boolean before = Interpreter.isBatchMode();
		Interpreter.batchMode = true;
		try {
			ct.show();
			colour.show();
			List<String> told = run(ApplyPresetToAllCommand.class, "preset", "Lung");
			assertEquals(1, told.size());
			assertTrue(told.get(0), told.get(0)
					.startsWith("1 image is shown through the preset. Left out: 1, because: This image is RGB colour;"));
			assertEquals(new ViewedWindow(-500, 1500, "Lung"), DisplayWindow.of(ct).viewed());
			assertTrue(messageOf(ApplyPresetToAllCommand.class, "preset", "Nope")
					.startsWith("0 images are shown through the preset."));
		} finally {
			Interpreter.removeBatchModeImage(ct);
			Interpreter.removeBatchModeImage(colour);
			Interpreter.batchMode = before;
		}
		if (WindowManager.getIDList() == null)
			assertEquals("No image is open. Open one first.", messageOf(ApplyPresetToAllCommand.class, "preset", "Lung"));
	}

	@Test
	public void refusalsSayWhatIsWrong() throws Exception {
		ImagePlus colour = new ImagePlus("RGB", new ColorProcessor(4, 4));
		assertTrue(messageOf(ApplyPresetCommand.class, "image", colour, "preset", "Lung").startsWith("This image is RGB colour"));
		assertTrue(messageOf(ApplyPresetCommand.class, "image", ct, "preset", "Lnug")
				.startsWith("There is no preset \"Lnug\" in the set \"default\". The presets are: Soft tissue, Lung,"));
		assertTrue(messageOf(ApplyPresetCommand.class, "image", ct, "preset", "Lung", "from_set", "x")
				.startsWith("There is no preset set \"x\". The sets are: default, ohif,"));
		assertEquals("A display window needs a finite center and a width of at least 1, not 40.0, 0.5.",
				messageOf(SetWindowCommand.class, "image", ct, "width", "0.5"));
		assertTrue(messageOf(WindowFromSelectionCommand.class, "image", ct).startsWith("There is no selection"));
		assertTrue(messageOf(ZoomCommand.class, "image", ct, "view", "Selection").startsWith("There is no selection"));
		ct.setRoi(new Roi(1, 1, 2, 2));
		assertTrue(
				messageOf(ZoomCommand.class, "image", ct, "view", "Selection", "margin_mm", "3").contains("known pixel spacing"));
		assertTrue(
				messageOf(AddPresetCommand.class, "image", ct, "preset", "x", "to_set", "ohif").contains("comes with the suite"));
		assertTrue(messageOf(AddPresetCommand.class, "image", ct, "preset", "x", "to_set", "../up").contains("small letters"));
		File broken = folder.newFile("broken.json");
		Files.writeString(broken.toPath(), "{\"annotomyPresets\": 1,\n\"sets\": [{}]}");
		assertTrue(messageOf(LoadPresetsCommand.class, "file", broken.getPath()).startsWith("line 2: the member "));
	}

	private static Box rounded(Box box) {
		return new Box(Math.round(box.x()), Math.round(box.y()), Math.round(box.width()), Math.round(box.height()));
	}

	private static String messageOf(Class<? extends Command> type, Object... options) {
		return assertThrows(CommandFailure.class, () -> run(type, options)).getMessage();
	}

	/** Runs a command with options as a macro gives them (an image as itself); gives the texts of its outputs. */
	private static List<String> run(Class<? extends Command> type, Object... options) throws Exception {
		CommandSpec spec = CommandSpec.of(type);
		Command command = spec.newCommand();
		for (int i = 0; i < options.length; i += 2) {
			var option = spec.option(options[i].toString()).orElseThrow();
			option.set(command, options[i + 1] instanceof ImagePlus image ? image : option.parse(options[i + 1].toString()));
		}
		command.run();
		return spec.outputsOf(command).stream().map(output -> output.value().toString()).toList();
	}
}
