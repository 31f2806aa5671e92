package org.annotomy.imagej.macro;

import java.awt.Component;
import java.awt.TextArea;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.view.SliceView;

import ij.ImagePlus;
import ij.WindowManager;
import ij.plugin.frame.Recorder;

/**
 * Other views of a volume in what ImageJ has recorded: it writes down each window that becomes the active one, but a macro without a display
 * has no such windows, and needs none, since what is done in a view is recorded as done to the volume.
 */
final class RecordedViews {

	private static final String CHOOSES = "selectImage(\"";
	private static final String END = "\");";

	private RecordedViews() {}

	/** Takes the choice of windows that show an annotated image across another axis out of the recorder, or makes it that of the image. */
	static void forget(ImagePlus image) {
		Set<String> views = viewsOf(image);
		if (views.isEmpty()) return;
		String all = Recorder.getInstance().getText();
		String kept = without(all, views, image.getTitle());
		for (Component part : Recorder.getInstance().getComponents())
			if (part instanceof TextArea area && !kept.equals(all)) area.replaceRange(kept, 0, all.length());
	}

	private static Set<String> viewsOf(ImagePlus image) {
		AnnotationSession session = AnnotationSession.of(image).orElse(null);
		int[] open = WindowManager.getIDList();
		if (session == null || open == null) return Set.of();
		return IntStream.of(open).mapToObj(WindowManager::getImage)
				.filter(shown -> shown != image && SliceView.sessionOf(shown).filter(session::equals).isPresent())
				.map(ImagePlus::getTitle).collect(Collectors.toSet());
	}

	/**
	 * @param text of the recorder
	 * @param views titles of the other views
	 * @param own title of the image; it is taken to be the active one at the beginning
	 */
	static String without(String text, Set<String> views, String own) {
		StringBuilder kept = new StringBuilder();
		String active = own;
		boolean dropped = false;
		for (String line : text.lines().toList()) {
			boolean chooses = line.startsWith(CHOOSES) && line.endsWith(END);
			String title = chooses ? line.substring(CHOOSES.length(), line.length() - END.length()) : "";
			boolean view = chooses && views.contains(title);
			boolean back = chooses && title.equals(own) && dropped;
			if ((view || back) && active.equals(own)) {
				dropped = true;
				continue;
			}
			if (chooses) active = view ? own : title;
			kept.append(view ? CHOOSES + own + END : line).append('\n');
		}
		return kept.toString();
	}
}
