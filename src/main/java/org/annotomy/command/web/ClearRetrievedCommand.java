package org.annotomy.command.web;

import java.io.IOException;

import org.annotomy.command.AnnotationCommand;
import org.annotomy.dicom.transfer.RetrievedImages;
import org.annotomy.imagej.study.Unpacking;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Room on the disk. */
@Plugin(type = Command.class, visible = false, label = "Clear Retrieved Images...", description = "Removes images that were retrieved from DICOMweb servers, or unpacked from zip archives, from the user's folder, those used longest ago first. Labels are never removed.")
public final class ClearRetrievedCommand extends AnnotationCommand {

	@Parameter(label = "Keep (MB)", persist = false, min = "0", description = "How much may stay of each, the retrieved and the unpacked; 0 removes all.")
	private long keep_mb = 0;

	@Parameter(label = "Labelled images too", persist = false, description = "Whether images with labels beside them are removed too; they can be retrieved or unpacked again, and the labels stay. Close them first.")
	private boolean labelled_too = false;

	@Parameter(type = ItemIO.OUTPUT, label = "Cleared")
	private String cleared;

	@Override
	protected void execute() throws Exception {
		cleared = "Retrieved: " + clear(ServerAccess.retrieved()) + "\nUnpacked: " + clear(Unpacking.ofUser());
	}

	private String clear(RetrievedImages images) throws IOException {
		RetrievedImages.Cleared done = images.clear(keep_mb << 20, labelled_too);
		return "Removed " + done.images() + " images of " + done.series() + " series (" + (done.freedBytes() >> 20) + " MB); "
				+ (done.bytes() >> 20) + " MB are left, "
				+ (done.leftForLabels() == 0 ? "none" : done.leftForLabels() + " series")
				+ " of them because labels lie beside them"
				+ (done.leftInUse() == 0 ? "." : ", " + done.leftInUse() + " because they are in use: close them first.");
	}
}
