package org.annotomy.command.study;

import java.io.File;

import org.annotomy.imagej.slide.WebSlides;
import org.annotomy.slide.Slide;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Menu entry for {@link WebSlides}. */
@Plugin(type = Command.class, visible = false, label = "Open Web Slide...", description = "Opens a whole slide (OME-Zarr) from a web server, tile by tile as it is looked at, with its annotations in a folder on this computer. Only that server is asked.")
public final class OpenWebSlideCommand extends StudyCommand {

	@Parameter(label = "Address", persist = false, description = "Of the image's folder, beginning with http:// or https://, without a password or key.")
	private String address = "";

	@Parameter(label = "Folder for annotations", persist = false, required = false, style = "directory,save", description = "Where annotations are kept; empty: web-slides in your Annotomy folder.")
	private File folder;

	@Parameter(label = "Variable with authorization", persist = false, required = false, description = "Name of an environment variable that holds the value of the Authorization header, such as Bearer and a token; empty: none.")
	private String authorization_variable = "";

	@Override
	protected void execute() throws Exception {
		WebSlides web = folder == null || folder.getPath().isBlank()
				? WebSlides.ofUser()
				: new WebSlides(folder.toPath());
		Slide slide = web.open(address, authorization_variable, progress().part(0, 0.9));
		show(opener().open(slide, progress().part(0.9, 1)));
	}
}
