package org.annotomy.command.spec;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The menu entries of {@code plugins.config}: the one list of what there is. */
public final class MenuConfig {

	/** The plug-in that runs commands. It stands above this package, so here it is a name. */
	public static final String BRIDGE = "org.annotomy.bridge.CommandPlugIn";

	private static final Pattern LINE = Pattern.compile("^([^,#]+),\\s*\"([^\"]+)\"\\s*,\\s*([\\w.$]+)(?:\\(\"(.*)\"\\))?\\s*$");

	private MenuConfig() {}

	/** The entries of the suite, in the order of the file. In Fiji other plug-ins have files of that name too; theirs are left out. */
	public static List<MenuEntry> entries() {
		return all().stream().filter(e -> e.className().startsWith("org.annotomy.")).distinct().toList();
	}

	/** The entries of every plug-in on the class path. */
	public static List<MenuEntry> all() {
		List<MenuEntry> entries = new ArrayList<>();
		try {
			for (URL url : Collections.list(MenuConfig.class.getClassLoader().getResources("plugins.config")))
				try (Reader reader = new InputStreamReader(url.openStream(), StandardCharsets.UTF_8)) {
					entries.addAll(read(reader));
				}
		} catch (IOException e) {
			throw new UncheckedIOException("The list of menu entries cannot be read.", e);
		}
		return entries;
	}

	/** The entries of one file. Comments, separators and what ImageJ would not understand are left out. */
	static List<MenuEntry> read(Reader config) throws IOException {
		List<MenuEntry> entries = new ArrayList<>();
		BufferedReader lines = new BufferedReader(config);
		for (String line = lines.readLine(); line != null; line = lines.readLine()) {
			Matcher matcher = LINE.matcher(line.trim());
			if (!matcher.matches()) continue;
			String argument = matcher.group(4) == null ? "" : matcher.group(4);
			entries.add(new MenuEntry(matcher.group(1).trim(), matcher.group(2), matcher.group(3), argument));
		}
		return entries;
	}

	/** The entries that run commands. */
	public static List<MenuEntry> commands() {
		return entries().stream().filter(e -> e.className().equals(BRIDGE)).toList();
	}

	/** The entry with that label. */
	public static Optional<MenuEntry> labelled(String label) {
		return entries().stream().filter(e -> e.label().equals(label)).findFirst();
	}
}
