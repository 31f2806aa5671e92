package org.annotomy.ui.edit;

import java.util.Locale;

import org.annotomy.imagej.macro.MacroCall;
import org.annotomy.linking.group.SyncSettings;

/** What a macro calls to do what a gesture does with groups and linked marks, as {@link DeskCalls}. */
final class LinkCalls {

	private LinkCalls() {}

	static MacroCall link(String objects, String member, String counterparts) {
		return MacroCall.of("Link Objects...").with("objects", objects).with("member", member).with("counterparts", counterparts)
				.with("called", "");
	}

	static MacroCall unlink(String objects) {
		return MacroCall.of("Unlink Objects...").with("objects", objects);
	}

	static MacroCall copy(String objects, String member, boolean sameCoordinates) {
		return MacroCall.of("Copy With Link...").with("objects", objects).with("member", member).with("where",
				sameCoordinates ? "same coordinates" : "expected place");
	}

	static MacroCall notVisible(String thing, String member, boolean notVisible) {
		return MacroCall.of("Mark Not Visible...").with("linked_object", thing).with("member", member).with("not_visible",
				notVisible);
	}

	static MacroCall showCounterpart(String thing, String member) {
		return MacroCall.of("Show Counterpart...").with("linked_object", thing).with("member", member);
	}

	static MacroCall synchronise(SyncSettings sync) {
		return MacroCall.of("Synchronise Views...").with("scroll", sync.scroll()).with("pan", sync.pan())
				.with("zoom", sync.zoom())
				.with("crosshair", sync.crosshair()).with("window_level", sync.window())
				.with("reference_lines", sync.referenceLines()).with("ghosts", sync.ghosts().name().toLowerCase(Locale.ROOT));
	}

	static MacroCall stage(long steps) {
		return MacroCall.of("Next Stage...").with("steps", steps);
	}
}
