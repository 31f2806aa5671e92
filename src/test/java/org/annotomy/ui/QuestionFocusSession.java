package org.annotomy.ui;

import java.awt.Component;
import java.awt.KeyboardFocusManager;
import java.awt.Window;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import org.annotomy.dicom.web.AuthKind;
import org.annotomy.dicom.web.WebServer;
import org.annotomy.ui.web.DeskCredentials;

/** Lets the program ask for a password, and notes where the cursor is. */
public final class QuestionFocusSession {

	/** Longer than Swing takes to move the focus by itself. */
	private static final long SETTLED_MS = 700;

	private QuestionFocusSession() {}

	/** @param args unused, and the file to write to */
	public static void main(String[] args) throws Exception {
		WebServer server = new WebServer("Clinic", WebServer.address("https://x/rs"), AuthKind.BASIC, "", "", false);
		Thread asking = new Thread(() -> new DeskCredentials(null).of(server));
		asking.setDaemon(true);
		asking.start();
		Hand.await("the question", () -> Stream.of(Window.getWindows()).anyMatch(Window::isFocused));
		LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(SETTLED_MS));
		Component owner = Hand.ask(() -> KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner());
		Properties seen = new Properties();
		seen.setProperty("cursor", owner == null ? "nowhere" : String.valueOf(owner.getName()));
		try (var out = Files.newOutputStream(Path.of(args[1]))) {
			seen.store(out, null);
		}
		System.exit(0);
	}
}
