package org.annotomy.command.slide;

import org.annotomy.command.AnnotationCommand;
import org.annotomy.slide.pyramid.PyramidCache;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Room on the disk. */
@Plugin(type = Command.class, visible = false, label = "Clear Slide Cache", description = "Removes the pyramids that were made for large pictures without one from the user's folder. They are made again when such a picture is opened.")
public final class ClearSlideCacheCommand extends AnnotationCommand {

	@Parameter(type = ItemIO.OUTPUT, label = "Cleared")
	private String cleared;

	@Override
	protected void execute() throws Exception {
		PyramidCache cache = PyramidCache.ofUser();
		long freed = cache.clear();
		long left = cache.bytes();
		cleared = "Removed " + (freed >> 20) + " MB of pyramids"
				+ (left == 0 ? "." : "; " + (left >> 20) + " MB are in use and stay.");
	}
}
