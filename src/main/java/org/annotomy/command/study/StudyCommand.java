package org.annotomy.command.study;

import java.awt.GraphicsEnvironment;
import java.util.List;

import org.annotomy.annotation.protocol.Protocol;
import org.annotomy.command.AnnotationCommand;
import org.annotomy.command.spec.AskedLast;
import org.annotomy.image.ImageReaders;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.session.Protocols;
import org.annotomy.imagej.session.SessionOpener;
import org.annotomy.imagej.session.SessionOptions;
import org.annotomy.imagej.session.SessionOptions.Recovery;
import org.annotomy.store.StoreOptions;
import org.annotomy.ui.desk.Desk;
import org.scijava.ItemIO;
import org.scijava.plugin.Parameter;

import ij.macro.Interpreter;

/** A command that opens annotations: under which protocol, by whom, and what becomes of work that a crash has left. */
@AskedLast
public abstract class StudyCommand extends AnnotationCommand {

	@Parameter(label = "Protocol", persist = false, style = "offers:protocols", description = "Id of a protocol or path of a protocol file; empty: the one that fits modality and body part. Labels that exist keep theirs.")
	private String protocol = "";

	@Parameter(label = "Rater", persist = false, description = "Pseudonym noted with every mark: letters, digits and . _ - only. Never a name.")
	private String rater = "rater-1";

	@Parameter(label = "After a crash", persist = false, choices = {"ask", "recover",
			"put aside"}, description = "Work found in the journal: ask (in a macro: recover), bring it back, or put it aside under the versions.")
	private String after_crash = "ask";

	@Parameter(label = "Take the lock over", persist = false, description = "Whether to take over the lock of another rater who has the image open. Ask that rater first.")
	private boolean take_over = false;

	@Parameter(type = ItemIO.OUTPUT, label = "Notes")
	private String notes;

	protected final SessionOpener opener() throws Exception {
		return new SessionOpener(ImageReaders.discover(), Protocols.find(), options());
	}

	protected final SessionOptions options() throws Exception {
		StoreOptions store = StoreOptions.of(rater)
				.withLock(take_over ? StoreOptions.LockPolicy.TAKE_OVER : StoreOptions.LockPolicy.ASK);
		Protocol chosen = protocol.isBlank() ? null : Protocols.find().require(protocol);
		return new SessionOptions(chosen, recovery(), store);
	}

	/** Shows the image with its annotations, and the panel where there is a display; without one, prints what the panel would note. */
	protected final void show(AnnotationSession session) {
		List<String> warnings = session.warnings();
		if (GraphicsEnvironment.isHeadless() && !warnings.isEmpty())
			notes = (notes == null ? "" : notes + "\n") + session.image().getTitle() + ": " + String.join(" ", warnings);
		Desk.show(session);
		boolean onScreen = !GraphicsEnvironment.isHeadless() && session.image().getWindow() != null;
		if (onScreen && !Interpreter.isBatchMode()) Desk.openPanel();
	}

	private Recovery recovery() {
		boolean canAsk = !GraphicsEnvironment.isHeadless() && Interpreter.getInstance() == null;
		return switch (after_crash) {
			case "recover" -> Recovery.RECOVER;
			case "put aside" -> Recovery.DISCARD;
			default -> canAsk ? Recovery.ASK : Recovery.RECOVER;
		};
	}
}
