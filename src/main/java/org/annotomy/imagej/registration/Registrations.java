package org.annotomy.imagej.registration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.annotomy.interchange.transform.ItkTransformText;
import org.annotomy.interchange.transform.TransformFile;
import org.annotomy.registration.AffineMap;
import org.annotomy.registration.Registration;
import org.annotomy.registration.Transform;
import org.annotomy.task.Progress;

import ij.ImagePlus;

/**
 * How open images lie to each other: registrations that were made or read while they are open, files beside them, and the frame of reference
 * that they share. What was made last counts first. Registrations hang on the images as a property.
 */
public final class Registrations {

	private static final String PROPERTY = "org.annotomy.registrations";
	private static final String LISTENERS = "org.annotomy.registrations.listeners";
	private static final String ITK = ".tfm";
	private static final int LONGEST_NAME = 80;

	private Registrations() {}

	/**
	 * Remembers a registration with both images and saves it.
	 *
	 * @param file where; null for beside the moving image, or nowhere if that does not come from a file. A name that ends in {@code .tfm}
	 *            gets ITK's text, which holds linear transforms only
	 * @return the registration, and whether it was saved
	 * @throws IOException if it cannot be written
	 */
	public static Kept keep(ImagePair pair, Transform transform, String method, Map<String, Double> measures, Path file,
			Progress progress) throws IOException {
		Registration registration = pair.registration(transform, method, measures, progress);
		Optional<Path> place = file != null ? Optional.of(file) : beside(pair);
		if (place.isPresent()) write(registration, place.get());
		remember(pair.moving(), registration);
		remember(pair.fixed(), registration);
		return new Kept(registration, place.isPresent(), tell(pair, registration));
	}

	/**
	 * What {@link #keep} has done.
	 *
	 * @param uses what follows it from now on, in words
	 */
	public record Kept(Registration registration, boolean saved, List<String> uses) {}

	/** Hears of each registration of an image that is kept, on the thread that keeps it. */
	@FunctionalInterface
	public interface Listener {

		/** @return what it is used for from now on, in words; empty if for nothing */
		Optional<String> kept(Registration registration);
	}

	/** The listener hangs on the image and ends with it. */
	public static void addListener(ImagePlus image, Listener listener) {
		List<Listener> all = new ArrayList<>(listeners(image));
		all.add(listener);
		image.setProperty(LISTENERS, List.copyOf(all));
	}

	public static void removeListener(ImagePlus image, Listener listener) {
		List<Listener> all = new ArrayList<>(listeners(image));
		all.remove(listener);
		image.setProperty(LISTENERS, List.copyOf(all));
	}

	private static List<Listener> listeners(ImagePlus image) {
		return listed(image, LISTENERS, Listener.class);
	}

	/** Each once, also those that listen to both images. */
	private static List<String> tell(ImagePair pair, Registration registration) {
		List<Listener> all = new ArrayList<>(listeners(pair.moving()));
		listeners(pair.fixed()).stream().filter(listener -> !all.contains(listener)).forEach(all::add);
		return all.stream().flatMap(listener -> listener.kept(registration).stream()).toList();
	}

	private static void write(Registration registration, Path file) throws IOException {
		if (!file.toString().endsWith(ITK)) {
			TransformFile.write(registration, file);
			return;
		}
		if (!(registration.transform() instanceof AffineMap map))
			throw new IllegalArgumentException("A file of ITK (.tfm) holds linear transforms only. Save this one as "
					+ TransformFile.SUFFIX + ".");
		ItkTransformText.write(map.inverse(), file);
	}

	/** Named after both images; empty if the moving one does not come from a file. */
	static Optional<Path> beside(ImagePair pair) {
		Path moving = pair.movingImage().sidecar();
		Path fixed = pair.fixedImage().sidecar();
		if (moving == null || fixed == null) return Optional.empty();
		return Optional.of(moving.resolveSibling(shortened(moving) + "-to-" + shortened(fixed) + TransformFile.SUFFIX));
	}

	private static String shortened(Path file) {
		String name = file.getFileName().toString();
		return name.substring(0, Math.min(LONGEST_NAME, name.length()));
	}

	private static void remember(ImagePlus image, Registration registration) {
		List<Registration> known = new ArrayList<>(known(image));
		known.removeIf(old -> old.moving().equals(registration.moving()) && old.fixed().equals(registration.fixed()));
		known.add(0, registration);
		image.setProperty(PROPERTY, List.copyOf(known));
	}

	/** What was made or read of an image while it is open, the last first. */
	public static List<Registration> known(ImagePlus image) {
		return listed(image, PROPERTY, Registration.class);
	}

	private static <T> List<T> listed(ImagePlus image, String property, Class<T> type) {
		return image.getProperty(property) instanceof List<?> list
				? list.stream().filter(type::isInstance).map(type::cast).toList()
				: List.of();
	}

	/**
	 * The registration of a pair that lies beside the moving image; empty if there is none, or it is about other images.
	 *
	 * @throws IOException if it cannot be read
	 */
	public static Optional<Registration> saved(ImagePair pair) throws IOException {
		Optional<Path> file = beside(pair).filter(Files::exists);
		return file.isEmpty() ? Optional.empty() : Optional.of(TransformFile.read(file.get()));
	}

	/**
	 * The registration of a pair: from a file if one is named, else what is known.
	 *
	 * @param file one of ours, or ITK's text; null for none
	 * @return from the moving image to the fixed one
	 * @throws IllegalArgumentException if the file is about other images, or nothing is known
	 * @throws IOException if the file cannot be read
	 */
	public static Transform require(ImagePair pair, Path file, Progress progress) throws IOException {
		if (file != null) return read(pair, file, progress);
		Optional<Transform> known = find(pair, progress);
		if (known.isPresent()) return known.get();
		throw new IllegalArgumentException(
				"Nobody knows how these images lie to each other: they share no frame of reference and are"
						+ " not registered. Use Register Volumes... or Register By Landmarks... first, or name a file with a transform.");
	}

	/**
	 * What is known of a pair without a file being named.
	 *
	 * @throws IOException if a registration beside the images cannot be read
	 */
	public static Optional<Transform> find(ImagePair pair, Progress progress) throws IOException {
		for (ImagePlus image : List.of(pair.moving(), pair.fixed()))
			for (Registration registration : known(image)) {
				Optional<Transform> found = between(registration, pair, progress);
				if (found.isPresent()) return found;
			}
		Optional<Path> beside = beside(pair).filter(Files::exists);
		if (beside.isPresent()) return Optional.of(read(pair, beside.get(), progress));
		return pair.sharedFrame();
	}

	private static Optional<Transform> between(Registration registration, ImagePair pair, Progress progress) {
		return registration.between(pair.movingIdentity(progress), pair.movingFrame().kind(), pair.fixedIdentity(progress),
				pair.fixedFrame().kind());
	}

	/** Pictures are mapped in their planes, volumes in the patient: a file of the one is of no use for the other. */
	private static Transform read(ImagePair pair, Path file, Progress progress) throws IOException {
		if (file.toString().endsWith(ITK)) return ItkTransformText.read(file).inverse();
		Registration registration = TransformFile.read(file);
		return between(registration, pair, progress)
				.orElseThrow(() -> new IllegalArgumentException("This file does not register these two images: it maps "
						+ registration.moving().frame().word() + " to " + registration.fixed().frame().word()
						+ " coordinates of the images that it was made for."));
	}
}
