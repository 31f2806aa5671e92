package org.annotomy.imagej.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.annotomy.annotation.protocol.Protocol;
import org.annotomy.home.InUse;
import org.annotomy.image.ImageFormatException;
import org.annotomy.image.ImageReaders;
import org.annotomy.image.MedicalImage;
import org.annotomy.imagej.ImagePlusFactory;
import org.annotomy.imagej.ImagePlusImages;
import org.annotomy.imagej.slide.SlideImage;
import org.annotomy.slide.FileImages;
import org.annotomy.slide.Slide;
import org.annotomy.slide.SlideReader;
import org.annotomy.slide.SlideReaders;
import org.annotomy.store.AnnotationStore;
import org.annotomy.store.PendingWork;
import org.annotomy.store.StoreException;
import org.annotomy.task.Progress;

import ij.IJ;
import ij.ImagePlus;

/** Opens images together with the labels that lie beside them. */
public final class SessionOpener {

	private final ImageReaders readers;
	private final SlideReaders slides = SlideReaders.discover();
	private final Protocols protocols;
	private final SessionOptions options;

	public SessionOpener(ImageReaders readers, Protocols protocols, SessionOptions options) {
		this.readers = readers;
		this.protocols = protocols;
		this.options = options;
	}

	/** Reads images from wherever they are. */
	@FunctionalInterface
	public interface Reading {

		/** @return at least one image */
		List<MedicalImage> read(Progress progress) throws IOException;
	}

	/**
	 * Reads the images of a file or folder, or opens it as a slide if it is one; nothing is shown yet.
	 *
	 * @return ImageJ images whose annotations are open, at least one
	 * @throws IOException if the images cannot be read
	 * @throws StoreException if labels lie beside an image but cannot be opened; the image is not opened either
	 * @throws org.annotomy.task.CancelledException if the user cancelled
	 */
	public List<AnnotationSession> open(Path fileOrFolder, Progress progress) throws IOException, StoreException {
		return open(fileOrFolder, FileImages.USUAL, progress);
	}

	/** Chooses some of the images that lie at one place. */
	@FunctionalInterface
	public interface Choice {

		/** @return at least one @throws IOException if none is wanted; in words for the user */
		List<MedicalImage> of(List<MedicalImage> images) throws IOException;
	}

	/**
	 * As {@link #open(Path, Progress)}, of a slide in a file that may hold several.
	 *
	 * @param image number of the slide, as {@link FileImages} counts them
	 * @throws IOException also if this is no slide, but another number than {@link FileImages#USUAL} was given
	 */
	public List<AnnotationSession> open(Path fileOrFolder, int image, Progress progress) throws IOException, StoreException {
		Optional<SlideReader> slide = slideReader(fileOrFolder);
		if (slide.isPresent()) return List.of(open(slide.get(), fileOrFolder, image, progress));
		if (image != FileImages.USUAL)
			throw new ImageFormatException(
					"Image " + image
							+ " was asked for, but this is no slide: what it holds opens together. Leave image_number at 0.");
		return open(part -> readers.read(fileOrFolder, part), progress);
	}

	private AnnotationSession open(SlideReader reader, Path fileOrFolder, int image, Progress progress)
			throws IOException, StoreException {
		return open(reader.open(fileOrFolder, image, progress.part(0, 0.9)), progress.part(0.9, 1));
	}

	private Optional<SlideReader> slideReader(Path fileOrFolder) throws IOException {
		return Files.exists(fileOrFolder) ? slides.find(fileOrFolder) : Optional.empty();
	}

	/** As {@link #open(Path, Progress)} of those images that are wanted; a slide is opened whatever it is. */
	public List<AnnotationSession> open(Path fileOrFolder, Choice wanted, Progress progress) throws IOException, StoreException {
		Optional<SlideReader> slide = slideReader(fileOrFolder);
		if (slide.isPresent()) return List.of(open(slide.get(), fileOrFolder, FileImages.USUAL, progress));
		return open(part -> wanted.of(readers.read(fileOrFolder, part)), progress);
	}

	/**
	 * Opens the labels of a slide.
	 *
	 * @param slide closed with the image; also if this fails
	 * @throws IOException if the slide cannot be read
	 * @throws IllegalArgumentException if there is no place for its labels
	 * @throws StoreException if labels lie beside it but cannot be opened
	 */
	public AnnotationSession open(Slide slide, Progress progress) throws IOException, StoreException {
		SlideImage image = SlideImage.open(slide);
		try {
			return attach(image, progress);
		} catch (StoreException | RuntimeException e) {
			image.close();
			throw e;
		}
	}

	/** As {@link #open(Path, Progress)} of images that {@code reading} gives. */
	public List<AnnotationSession> open(Reading reading, Progress progress) throws IOException, StoreException {
		SessionKeeper.closeGone();
		List<MedicalImage> images = reading.read(progress.part(0, 0.9));
		List<AnnotationSession> sessions = new ArrayList<>();
		try {
			for (MedicalImage image : images)
				sessions.add(attach(ImagePlusFactory.open(image), progress.part(0.9, 1)));
		} catch (StoreException | RuntimeException e) {
			AnnotationSession.closeAll(sessions, e);
			throw e;
		}
		return sessions;
	}

	/**
	 * Opens the labels of an image that is already in ImageJ.
	 *
	 * @return the session that the image has already, or a new one
	 * @throws IllegalArgumentException if the image does not come from a file, so that there is no place for its labels
	 * @throws StoreException if labels lie beside the image but cannot be opened
	 */
	public AnnotationSession attach(ImagePlus image, Progress progress) throws StoreException {
		SessionKeeper.closeGone();
		if (AnnotationSession.of(image).isPresent()) return AnnotationSession.of(image).get();
		MedicalImage source = ImagePlusImages.requirePixels(image);
		if (source.sidecar() == null)
			throw new IllegalArgumentException(
					"This image does not come from a file. Save it first: its labels are kept beside it.");
		Protocol protocol = protocol(source);
		AnnotationStore store = AnnotationStore.open(source.sidecar(), Identities.of(image, source, progress), protocol,
				options.store());
		try {
			settle(store);
		} catch (StoreException | RuntimeException e) {
			store.close();
			throw e;
		}
		AnnotationSession session = new AnnotationSession(image, source, store, options.store().rater(), options.store().clock());
		new SessionKeeper(session).start();
		keepFiles(session);
		session.document().detections().prepareToFind();
		return session;
	}

	/** Where the images are ones that were retrieved: they must not make room for others while they are open. */
	private static void keepFiles(AnnotationSession session) {
		try {
			InUse use = InUse.of(session.source().sidecar().toAbsolutePath().getParent());
			session.onClose(() -> giveUp(use));
		} catch (IOException e) {
			// A full disk, say: it is opened all the same, and its labels keep the images from all but a clearing by hand.
			IJ.showStatus("The images could not be marked as in use.");
		}
	}

	private static void giveUp(InUse use) {
		try {
			use.close();
		} catch (IOException e) {
			// The mark is found to be left behind once the program has ended.
			IJ.showStatus("The images could not be marked as unused.");
		}
	}

	/** That of the labels if they exist and it is at hand, else the one chosen, else the one that fits the image. */
	private Protocol protocol(MedicalImage source) {
		Protocol chosen = options.protocol() == null ? protocols.suggest(source.facts()) : options.protocol();
		return LabelledUnder.of(source.sidecar()).filter(stamp -> !stamp.sameVersion(chosen.stamp())).flatMap(protocols::find)
				.orElse(chosen);
	}

	private void settle(AnnotationStore store) throws StoreException {
		if (store.pendingWork().isEmpty()) return;
		PendingWork work = store.pendingWork().get();
		switch (options.recovery()) {
			case RECOVER -> work.recover();
			case DISCARD -> work.discard();
			case ASK -> {
				// The user is asked when the image is on screen.
			}
		}
	}
}
