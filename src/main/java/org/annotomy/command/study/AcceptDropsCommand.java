package org.annotomy.command.study;

import java.awt.GraphicsEnvironment;

import org.annotomy.command.AnnotationCommand;
import org.annotomy.ui.drop.DropTargets;
import org.scijava.command.Command;
import org.scijava.plugin.Plugin;

/** Drops onto ImageJ from the start: to be called by a macro named {@code AutoRun} in {@code macros/StartupMacros.txt}. */
@Plugin(type = Command.class, visible = false, label = "Accept Dropped Studies", description = "Opens DICOM files, folders, DICOMDIRs, zip archives and volumes that are dropped onto ImageJ in Annotomy, until ImageJ is closed; other files open as before. Any other command of Annotomy does the same. Without a display it does nothing.")
public final class AcceptDropsCommand extends AnnotationCommand {

	@Override
	protected void execute() {
		if (!GraphicsEnvironment.isHeadless()) DropTargets.install();
	}
}
