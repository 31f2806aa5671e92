package org.annotomy.command.linking;

import java.io.File;

import org.annotomy.imagej.linking.Alignments;
import org.annotomy.interchange.transform.TransformFile;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Aligning images by a saved registration. */
@Plugin(type = Command.class, visible = false, label = "Use Registration...", description = "Aligns images of the group by a saved registration; it finds its images by their identity. The group keeps a copy of it.")
public final class UseRegistrationCommand extends GroupCommand {

	@Parameter(label = "Transform", persist = false, description = "A saved transform (.transform.json).")
	private File transform;

	@Override
	protected void execute() throws Exception {
		Alignments.use(group(), TransformFile.read(transform.toPath()));
	}
}
