package org.annotomy.bridge;

import org.annotomy.command.spec.CommandSpec;
import org.annotomy.command.spec.Option;

/** What the Help button of a dialog says: made from the same annotations as the reference of macro commands. */
final class HelpText {

	private HelpText() {}

	static String html(CommandSpec command) {
		StringBuilder html = new StringBuilder("<html><body><h3>").append(escaped(command.label())).append("</h3><p>")
				.append(escaped(command.description())).append("</p><dl>");
		for (Option option : command.options())
			html.append("<dt><b>").append(escaped(option.label())).append("</b> &nbsp;<tt>").append(option.key())
					.append("</tt></dt><dd>").append(escaped(option.description())).append(" (")
					.append(escaped(OptionText.values(option))).append(")</dd>");
		return html.append("</dl><p>In a macro:</p><pre>").append(escaped(OptionText.example(command)))
				.append("</pre></body></html>")
				.toString();
	}

	private static String escaped(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
	}
}
