package org.annotomy.imagej.session;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.Change.DetectionChange;
import org.annotomy.annotation.Change.ObjectChange;
import org.annotomy.annotation.Change.ProtocolChange;
import org.annotomy.annotation.DocumentListener;
import org.annotomy.annotation.Edit;
import org.annotomy.annotation.ObjectEdits;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.Plane;
import org.annotomy.annotation.protocol.AnnotationClass;
import org.annotomy.geometry.Box;
import org.annotomy.geometry.PlaneSpacing;
import org.annotomy.image.MedicalImage;
import org.annotomy.imagej.overlay.AnnotationOverlay;
import org.annotomy.segmentation.measure.PixelSize;
import org.annotomy.segmentation.measure.PixelSizes;
import org.annotomy.store.AnnotationStore;
import org.annotomy.store.StoreException;
import org.annotomy.task.Progress;

import ij.ImagePlus;
import ij.WindowManager;

/** One image on the desk with its annotations. It hangs on the {@link ImagePlus} as a property: no registry knows it. */
public final class AnnotationSession {

	private static final String PROPERTY = "org.annotomy.session";

	private final ImagePlus image;
	private final MedicalImage source;
	private final AnnotationStore store;
	private final String rater;
	private final Clock clock;
	private final Selection selection = new Selection();
	private final SegmentDesk segments = new SegmentDesk(this);
	private final AnnotationOverlay overlay;
	private final List<Runnable> classListeners = new CopyOnWriteArrayList<>();
	private final List<Runnable> closeListeners = new CopyOnWriteArrayList<>();
	private final DocumentListener following = (edit, cause) -> follow(edit);
	private String currentClassKey;
	private boolean shown;
	private boolean closed;

	/**
	 * Ties the image to its annotations.
	 *
	 * @param source what is known of the image
	 * @param rater pseudonym noted with every mark
	 */
	AnnotationSession(ImagePlus image, MedicalImage source, AnnotationStore store, String rater, Clock clock) {
		this.image = Objects.requireNonNull(image, "image");
		this.source = Objects.requireNonNull(source, "source");
		this.store = Objects.requireNonNull(store, "store");
		this.rater = Objects.requireNonNull(rater, "rater");
		this.clock = Objects.requireNonNull(clock, "clock");
		currentClassKey = firstClass();
		overlay = new AnnotationOverlay(image, store.document());
		overlay.attach();
		selection.addListener(() -> overlay.setSelected(selection.set()));
		store.document().addListener(following);
		image.setProperty(PROPERTY, this);
	}

	/** The session of an image, if annotations are open for it. */
	public static Optional<AnnotationSession> of(ImagePlus image) {
		return image != null && image.getProperty(PROPERTY) instanceof AnnotationSession session
				? Optional.of(session)
				: Optional.empty();
	}

	/** @throws IllegalStateException if no annotations are open for the image; the message says what to do */
	public static AnnotationSession require(ImagePlus image) {
		return of(image).orElseThrow(
				() -> new IllegalStateException("No annotations are open for this image. Use Annotate Image... first."));
	}

	public ImagePlus image() {
		return image;
	}

	/**
	 * Hands the image to ImageJ: on screen, or in batch mode as the active image. If another image of its title is open, it gets a number as
	 * ImageJ's own duplicates do.
	 */
	public void show() {
		if (!isWithImageJ()) image.setTitle(freeTitle(image.getTitle()));
		image.show();
		shown = isWithImageJ();
	}

	/** Unlike ImageJ's own, the same in batch mode. */
	private static String freeTitle(String title) {
		String free = title;
		for (int number = 1; WindowManager.getImage(free) != null; number++)
			free = title + "-" + number;
		return free;
	}

	/** Whether ImageJ had the image and has it no longer. */
	boolean isGone() { return shown && !isWithImageJ(); }

	private boolean isWithImageJ() { return WindowManager.getImage(image.getID()) == image; }

	/** What is known of the image: scale, place, windows, facts, warnings. */
	public MedicalImage source() {
		return source;
	}

	public AnnotationDocument document() {
		return store.document();
	}

	public AnnotationStore store() {
		return store;
	}

	public Selection selection() {
		return selection;
	}

	/** The current segment and the rules of segmentation. */
	public SegmentDesk segments() {
		return segments;
	}

	/** What the user should know of image and labels, a sentence or two each. */
	public List<String> warnings() {
		List<String> warnings = new ArrayList<>(source.warnings());
		warnings.addAll(store.warnings());
		return warnings;
	}

	/** Draws the objects on the image. */
	public AnnotationOverlay overlay() {
		return overlay;
	}

	/** The pseudonym noted with every mark. */
	public String rater() {
		return rater;
	}

	public Clock clock() {
		return clock;
	}

	/** The everyday edits, dated now. */
	public ObjectEdits edits() {
		return new ObjectEdits(document(), clock.instant());
	}

	/** Key of the class that new marks get; null if the protocol has none. */
	public String currentClass() {
		return currentClassKey;
	}

	/** @throws IllegalArgumentException if the protocol has no such class; the message lists those it has */
	public void setCurrentClass(String key) {
		requireClass(key);
		if (key.equals(currentClassKey)) return;
		currentClassKey = key;
		classListeners.forEach(Runnable::run);
	}

	/** Hears when another class becomes the current one. */
	public void addClassListener(Runnable listener) {
		classListeners.add(listener);
	}

	public void removeClassListener(Runnable listener) {
		classListeners.remove(listener);
	}

	/** To be run when the session closes, before the last save. */
	public void onClose(Runnable action) {
		closeListeners.add(action);
	}

	/** Takes back {@link #onClose}. */
	public void offClose(Runnable action) {
		closeListeners.remove(action);
	}

	/** @throws IllegalArgumentException if the protocol has no such class; the message lists those it has */
	public AnnotationClass requireClass(String key) {
		return document().protocol().findClass(key)
				.orElseThrow(() -> new IllegalArgumentException("The protocol \"" + document().protocol().title()
						+ "\" has no class \"" + key + "\". It has: "
						+ String.join(", ", document().protocol().classes().stream().map(AnnotationClass::key).toList()) + "."));
	}

	/** The plane on screen; its channel is −1 (all) unless the image has several. */
	public Plane plane() {
		int channel = image.getNChannels() > 1 ? image.getC() - 1 : -1;
		if (image.isHyperStack() || image.getNFrames() > 1) return new Plane(channel, image.getZ() - 1, image.getT() - 1);
		return new Plane(channel, image.getCurrentSlice() - 1, 0);
	}

	/** Distances between pixels of a plane, as measurements and the protocol's checks take them. */
	public PlaneSpacing planeSpacing() {
		return PixelSize.of(source).spacing();
	}

	/** Distances between pixels where a box of the image lies: ultrasound pictures have regions of their own size. */
	public PlaneSpacing planeSpacing(Box box) {
		return PixelSizes.of(source).at(box).pixel().spacing();
	}

	/** Brings the object's plane on screen. */
	public void show(AnnotationObject object) {
		Plane plane = object.plane();
		image.setPosition(Math.max(1, plane.c() + 1), plane.z() + 1, plane.t() + 1);
	}

	/**
	 * Writes the sidecar.
	 *
	 * @throws StoreException if it could not be written; the journal keeps the work
	 */
	public void save(Progress progress) throws StoreException {
		store.save(progress);
	}

	public boolean isClosed() { return closed; }

	/**
	 * Saves, gives the lock back and unties the image. The second call does nothing. If somebody who is told of it fails, it is done all the
	 * same, and then that is thrown.
	 *
	 * @throws StoreException if the sidecar could not be written; the journal keeps the work
	 */
	public void close() throws StoreException {
		if (closed) return;
		closed = true;
		RuntimeException failure = tellClosing();
		document().removeListener(following);
		overlay.detach();
		image.setProperty(PROPERTY, null);
		try {
			if (store.hasUnsavedEdits()) store.save(Progress.NONE);
		} finally {
			store.close();
		}
		if (failure != null) throw failure;
	}

	/** @return what went wrong first; null for nothing */
	private RuntimeException tellClosing() {
		RuntimeException failure = null;
		for (Runnable listener : closeListeners)
			try {
				listener.run();
			} catch (RuntimeException e) {
				if (failure == null) failure = e;
				else failure.addSuppressed(e);
			}
		return failure;
	}

	/** A selection holds only what exists; the current class is one of the protocol. */
	private void follow(Edit edit) {
		if (edit.changes().stream().anyMatch(c -> c instanceof ObjectChange || c instanceof DetectionChange))
			selection.retain(document());
		boolean switched = edit.changes().stream().anyMatch(ProtocolChange.class::isInstance);
		if (!switched || currentClassKey != null && document().protocol().findClass(currentClassKey).isPresent()) return;
		currentClassKey = firstClass();
		classListeners.forEach(Runnable::run);
	}

	private String firstClass() {
		List<AnnotationClass> classes = document().protocol().classes();
		return classes.isEmpty() ? null : classes.get(0).key();
	}

	/**
	 * Closes sessions that were opened for nothing.
	 *
	 * @param because what went wrong; what goes wrong while closing is added to it
	 */
	public static void closeAll(List<AnnotationSession> sessions, Exception because) {
		for (AnnotationSession session : sessions)
			try {
				session.close();
			} catch (StoreException e) {
				because.addSuppressed(e);
			}
	}
}
