package org.annotomy.bridge;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.Hashtable;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.annotomy.command.spec.MenuConfig;

import ij.Executer;
import ij.Menus;
import ij.Prefs;

/**
 * The table of commands of plain ImageJ without a display. ImageJ fills it only while it builds its menu bar, which needs a
 * display, so no macro could {@code run} anything: here it is filled from the same files.
 */
final class HeadlessMenus {

	/** {@code key="Label[shortcut]",class("argument")}. */
	private static final Pattern COMMAND = Pattern
			.compile("^[\\w-]+\\s*=\\s*\"([^\"]+?)(?:\\[[^\\]]*\\])?\"\\s*,\\s*(ij\\..+?)\\s*$");

	private HeadlessMenus() {}

	/** Does nothing where a table is there already (in Fiji). */
	static void install() throws IOException {
		if (Menus.getCommands() != null) return;
		Prefs.load(null, null);
		Map<String, String> commands = new Hashtable<>();
		read("/IJ_Props.txt", Menus.class, commands);
		read("headless-commands.txt", HeadlessMenus.class, commands);
		MenuConfig.all().forEach(entry -> commands.put(entry.label(), entry.call()));
		try {
			Field table = Menus.class.getDeclaredField("pluginsTable");
			table.setAccessible(true);
			table.set(null, commands);
			Executer.addCommandListener(new HeadlessGuard());
		} catch (ReflectiveOperationException | RuntimeException e) {
			throw new IOException("This version of ImageJ runs no commands without a display.", e);
		}
	}

	private static void read(String resource, Class<?> beside, Map<String, String> commands) throws IOException {
		try (InputStream in = beside.getResourceAsStream(resource)) {
			if (in == null) throw new IOException("This ImageJ lacks its list of commands.");
			BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.ISO_8859_1));
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				Matcher matcher = COMMAND.matcher(line);
				if (matcher.matches()) commands.put(matcher.group(1), matcher.group(2));
			}
		}
	}
}
