package org.annotomy.bridge;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** A macro that was recorded of a user's gestures in plain ImageJ leaves the same sidecar as the user did, in every host. */
public class RecordedMacroIT {

	@ClassRule
	public static final TemporaryFolder FOLDER = new TemporaryFolder();

	private static RecordedMacro recorded;

	@BeforeClass
	public static void record() throws Exception {
		HostProgram host = new HostProgram(HostProgram.Kind.PLAIN_JAR_ON_DISPLAY, FOLDER.newFolder("recording").toPath());
		host.copyClasses("ui", "RecordedDesk", "Hand");
		recorded = new RecordedMacro(host.child(), "plain", FOLDER.newFolder("desk").toPath());
	}

	@Test
	public void plainImageJWithoutADisplay() throws Exception {
		replay(HostProgram.Kind.PLAIN_HEADLESS);
	}

	@Test
	public void plainImageJWithADisplay() throws Exception {
		replay(HostProgram.Kind.PLAIN_ON_DISPLAY);
	}

	@Test
	public void fijiWithoutADisplay() throws Exception {
		replay(HostProgram.Kind.FIJI_HEADLESS);
	}

	@Test
	public void fijiWithADisplay() throws Exception {
		replay(HostProgram.Kind.FIJI_ON_DISPLAY);
	}

	@Test
	public void theSameGesturesInFijiRecordTheSame() throws Exception {
		HostProgram host = new HostProgram(HostProgram.Kind.FIJI_ON_DISPLAY, FOLDER.newFolder("recording-in-Fiji").toPath());
		host.copyClasses("ui", "RecordedDesk", "Hand");
		Path sample = FOLDER.newFolder("desk-of-Fiji").toPath();
		RecordedMacro inFiji = new RecordedMacro(host.child(), "fiji", sample);
		assertEquals(recorded.textFor(sample), inFiji.text());
		assertEquals(recorded.sidecar(), inFiji.sidecar());
	}

	private static void replay(HostProgram.Kind kind) throws Exception {
		Path base = FOLDER.newFolder(kind.name()).toPath();
		Path sample = Files.createDirectory(base.resolve("sample"));
		Path macros = Files.createDirectory(base.resolve("macros"));
		Files.writeString(macros.resolve("recorded.ijm"), recorded.textFor(sample));
		List<String> told = new HostProgram(kind, base).run(macros);
		assertEquals(told.toString(), 1, told.size());
		assertTrue(told.toString(), !told.get(0).contains("dialog") && !told.get(0).contains("rror"));
		assertEquals(recorded.sidecar(), RecordedMacro.sidecar(sample));
	}
}
