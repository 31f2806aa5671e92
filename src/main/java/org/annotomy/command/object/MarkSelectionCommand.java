package org.annotomy.command.object;

import org.annotomy.annotation.protocol.AnnotationClass;
import org.annotomy.annotation.protocol.AnswerText;
import org.annotomy.command.SessionCommand;
import org.annotomy.command.UsesSelection;
import org.annotomy.imagej.session.Marking;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Marking. */
@Plugin(type = Command.class, visible = false, label = "Mark Selection...", description = "Makes an annotation object of the drawn selection, on its slice, under the display window that it is seen with.")
public final class MarkSelectionCommand extends SessionCommand implements UsesSelection {

	@Parameter(label = "Class", persist = false, style = "offers:classes", description = "Key of the class in the protocol; empty: the current class.")
	private String class_key = "";

	@Parameter(label = "Name", persist = false, description = "Empty: the class's name and the next number.")
	private String object_name = "";

	@Parameter(label = "Comment", persist = false, description = "Free text. Never write a patient's name.")
	private String comment = "";

	@Parameter(label = "Attributes", persist = false, description = "Answers as key=value; several separated by semicolons.")
	private String attributes = "";

	@Parameter(label = "Keep the selection", persist = false, description = "Whether the selection stays on the image.")
	private boolean keep_selection = false;

	@Override
	protected void execute() throws Exception {
		AnnotationClass chosen = session().requireClass(class_key.isEmpty() ? session().currentClass() : class_key);
		new Marking(session()).mark(image().getRoi(), chosen.key(), object_name, comment.isEmpty() ? null : comment,
				AnswerText.parseAll(document().protocol().attributesOf(chosen), attributes));
		if (!keep_selection) image().deleteRoi();
	}
}
