package org.annotomy.imagej.slide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.annotomy.home.UserFolder;
import org.annotomy.image.ImageFormatException;
import org.annotomy.slide.Slide;
import org.annotomy.slide.SlideIdentity;
import org.annotomy.slide.zarr.WebAddress;
import org.annotomy.slide.zarr.ZarrSlideReader;
import org.annotomy.task.Progress;

/** Slides on web servers, whose labels lie in a folder of this computer. */
public final class WebSlides {

	private static final int DIGITS = 8;

	private final Path labels;

	/** @param labels folder for labels; made if it is not there */
	public WebSlides(Path labels) {
		this.labels = labels;
	}

	/** With labels in the user's folder. */
	public static WebSlides ofUser() {
		return new WebSlides(UserFolder.of("web-slides"));
	}

	/**
	 * Opens a slide. Its labels are named after the last step of its address, with digits that tell it from others of that name.
	 *
	 * @param address http or https
	 * @param variable name of an environment variable that holds what the server wants as authorization; blank for none
	 * @throws ImageFormatException if the address, the variable or what the server gives is not as it must be; in words for the user
	 */
	public Slide open(String address, String variable, Progress progress) throws IOException {
		WebAddress web = WebAddress.of(address, authorization(variable));
		Files.createDirectories(labels);
		String digest = SlideIdentity.ofAddress(web.uri()).value().substring(0, DIGITS);
		String name = web.name().replaceAll("[^A-Za-z0-9._-]", "_");
		return ZarrSlideReader.open(web, labels.resolve(name + "-" + digest), progress);
	}

	private static String authorization(String variable) throws ImageFormatException {
		if (variable.isBlank()) return null;
		String value = System.getenv(variable.strip());
		if (value == null || value.isBlank())
			throw new ImageFormatException("There is no environment variable of this name, or it is empty.");
		return value;
	}
}
