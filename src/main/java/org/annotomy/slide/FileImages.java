package org.annotomy.slide;

import java.nio.file.Path;
import java.util.List;

import org.annotomy.image.ImageFormatException;

/**
 * The images of one file that can each be opened as a slide, such as the scenes of a glass; not the pictures that come beside one. They are
 * counted from 1 for the user. Labels of the image that opens unless another is asked for lie beside the file; those of the others beside
 * it too, under the name {@code X.image-N}.
 *
 * @param names as the file has them, in its order; empty texts where it gives none
 * @param usual index of the image that opens unless another is asked for: the largest, of equals the first
 * @param shown index of the one that is open
 */
public record FileImages(List<String> names, int usual, int shown) {

	/** A file with one image. */
	public static final FileImages ONE = new FileImages(List.of(""), 0, 0);

	/** What stands for the image that opens unless another is asked for, where a number is asked. */
	public static final int USUAL = 0;

	/** @throws IllegalArgumentException if there is no such image */
	public FileImages {
		names = List.copyOf(names);
		if (usual < 0 || usual >= names.size() || shown < 0 || shown >= names.size())
			throw new IllegalArgumentException("There is no such image.");
	}

	/**
	 * The images of a file of which one is to be opened.
	 *
	 * @param pixels of each image
	 * @param number from 1, or {@link #USUAL}
	 * @throws ImageFormatException if there is no such image
	 */
	public static FileImages of(List<String> names, long[] pixels, int number) throws ImageFormatException {
		int largest = 0;
		for (int i = 1; i < pixels.length; i++)
			if (pixels[i] > pixels[largest]) largest = i;
		require(number, names.size());
		return new FileImages(names, largest, number == USUAL ? largest : number - 1);
	}

	/** @throws ImageFormatException if a file with so many images has none of that number */
	public static void require(int number, int count) throws ImageFormatException {
		if (number >= 0 && number <= count) return;
		throw new ImageFormatException(
				"The file has no image " + number + ": it holds " + (count == 1 ? "one image" : count + " images")
						+ ". Give a number from 1 to " + count + ", or 0 for the largest.");
	}

	public int count() {
		return names.size();
	}

	/** The number of the open image, from 1. */
	public int number() {
		return shown + 1;
	}

	/** What an image is called in a list, such as {@code 2: Scene #1}. */
	public String words(int index) {
		String name = names.get(index).strip();
		return name.isEmpty() ? "Image " + (index + 1) : index + 1 + ": " + name;
	}

	/** The path X beside which the labels of the open image lie. */
	public Path sidecar(Path file) {
		return shown == usual ? file : file.resolveSibling(title(file));
	}

	/** The file that {@link #sidecar} stands for. */
	public Path file(Path sidecar) {
		String name = sidecar.getFileName().toString();
		return shown == usual ? sidecar : sidecar.resolveSibling(name.substring(0, name.length() - ending().length()));
	}

	/** The same images of which another one is open. */
	public FileImages showing(int index) {
		return new FileImages(names, usual, index);
	}

	private String ending() {
		return shown == usual ? "" : ".image-" + number();
	}

	/** The name of the file, with the number of the open image if it is not the usual one. */
	public String title(Path file) {
		return file.getFileName() + ending();
	}

	/** What the user should know of it; empty if there is only one image. */
	public List<String> warnings() {
		if (count() < 2) return List.of();
		return List
				.of("The file holds " + count() + " images; this is number " + number() + (shown == usual ? ", the largest" : "")
						+ ". The bar under the window and Open Study... open the others.");
	}
}
