package org.annotomy.command.linking;

import java.io.File;
import java.nio.file.Path;

import org.annotomy.linking.group.GroupFile;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Saving a group file. */
@Plugin(type = Command.class, visible = false, label = "Save Group...", description = "Writes which images belong together, how they are aligned and how their windows look to a small file beside the images. Annotations are saved on their own.")
public final class SaveGroupCommand extends GroupCommand {

	@Parameter(label = "Group file", persist = false, required = false, style = "save", description = "Where to; omitted: where it was last, or beside the images under the group's name. The ending .annotomy-group.json is added.")
	private File file;

	@Override
	protected void execute() throws Exception {
		String name = file == null ? "" : file.getPath();
		group().save(file == null ? null : Path.of(name.endsWith(GroupFile.SUFFIX) ? name : name + GroupFile.SUFFIX));
	}
}
