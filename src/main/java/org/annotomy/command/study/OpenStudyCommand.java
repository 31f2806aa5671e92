package org.annotomy.command.study;

import java.io.File;

import org.annotomy.imagej.session.AnnotationSession;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Opening images with the labels beside them. */
@Plugin(type = Command.class, visible = false, label = "Open Study...", description = "Opens a medical image (DICOM file or folder, NIfTI, NRRD, MetaImage, TIFF, PNG, JPEG) together with the annotations that lie beside it.")
public final class OpenStudyCommand extends StudyCommand {

	@Parameter(label = "File or folder", persist = false, style = "both", description = "An image file, or a folder of DICOM files: each series becomes one image.")
	private File path;

	@Override
	protected void execute() throws Exception {
		for (AnnotationSession session : opener().open(path.toPath(), progress()))
			show(session);
	}
}
