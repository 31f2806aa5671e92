package org.annotomy.bridge;

import java.util.concurrent.ExecutionException;

import org.scijava.Context;
import org.scijava.command.CommandService;

/** What a script in Fiji does to call a command of ours. */
public final class ScriptSession {

	private static final String COMMAND = "org.annotomy.command.ListCommandsCommand";

	private ScriptSession() {}

	public static void main(String[] args) throws Exception {
		Object imagej = Class.forName("net.imagej.ImageJ").getDeclaredConstructor().newInstance();
		Context context = (Context) imagej.getClass().getMethod("context").invoke(imagej);
		CommandService commands = context.service(CommandService.class);
		Object table = commands.run(COMMAND, true, "name_contains", "annotomy version").get().getOutput("commands");
		System.out.println("rows: " + table.getClass().getMethod("size").invoke(table));
		try {
			commands.run(COMMAND, true, "name_contains", "nonsense").get();
			System.out.println("not refused");
		} catch (ExecutionException e) {
			Throwable root = e;
			while (root.getCause() != null)
				root = root.getCause();
			System.out.println("refused: " + root.getMessage());
		}
		System.exit(0);
	}
}
