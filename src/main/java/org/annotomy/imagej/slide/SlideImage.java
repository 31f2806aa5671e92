package org.annotomy.imagej.slide;

import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.awt.Image;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;

import org.annotomy.imagej.ImagePlusFactory;
import org.annotomy.slide.PyramidLevel;
import org.annotomy.slide.Slide;
import org.annotomy.slide.SlideFacts;
import org.annotomy.slide.render.PlaneChoice;
import org.annotomy.slide.render.SlideLook;
import org.annotomy.slide.render.SlideView;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Roi;
import ij.macro.Interpreter;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import ij.process.ImageStatistics;

/**
 * A whole slide as an ImageJ image of full resolution: selections, the ROI Manager, overlays and macros work in pixels of level 0. ImageJ
 * sees one plane in colour, the one on display; focus planes, time points and channels are chosen here. Its pixels stay in the file.
 */
public final class SlideImage extends ImagePlus {

	private static final int THUMBNAIL = 512;

	private final OpenSlide open;
	private SlideLook look;
	private PlaneChoice plane = PlaneChoice.FIRST;
	private int channel;
	private final SlideGuard guard;

	/** @param open closed with this image */
	SlideImage(OpenSlide open) {
		this.open = Objects.requireNonNull(open, "open");
		Slide slide = open.slide();
		SlideFacts facts = slide.facts();
		PyramidLevel full = slide.levels().get(0);
		look = open.firstLook();
		// The only way to make ImageJ's private type that of a colour image.
		setProcessor(facts.title(), new ColorProcessor(1, 1));
		width = full.width();
		height = full.height();
		ip = new SlideProcessor(this, width, height);
		plane = new PlaneChoice(facts.slices() / 2, 0);
		ImagePlusFactory.describe(this, SlideFactsImage.of(slide));
		SlideFactsImage.calibrate(this, facts);
		guard = SlideGuard.over(this);
	}

	/**
	 * A slide as an ImageJ image; not shown.
	 *
	 * @param slide closed with the image; also if this fails
	 * @throws IOException if it cannot be read
	 */
	public static SlideImage open(Slide slide) throws IOException {
		return new SlideImage(new OpenSlide(slide));
	}

	/** The slide of an ImageJ image, if it is one. */
	public static Optional<SlideImage> of(ImagePlus image) {
		return image instanceof SlideImage slide ? Optional.of(slide) : Optional.empty();
	}

	/** @throws IllegalArgumentException if the image is no slide; in words for the user */
	public static SlideImage require(ImagePlus image) {
		return of(image).orElseThrow(() -> new IllegalArgumentException(
				"This image is not a whole slide. Open one with Open Study... first."));
	}

	public OpenSlide open() {
		return open;
	}

	public Slide slide() {
		return open.slide();
	}

	public SlideLook look() {
		return look;
	}

	/** Shows the slide otherwise; samples stay as they are. */
	public void setLook(SlideLook shown) {
		look = Objects.requireNonNull(shown, "shown");
		refresh();
	}

	/** Focus plane and time point on display. */
	public PlaneChoice plane() {
		return plane;
	}

	/** The channel whose samples are measured, from 0. */
	public int channel() {
		return channel;
	}

	public void setChannel(int measured) {
		channel = Objects.checkIndex(measured, slide().facts().channels().size());
	}

	/** The canvas, if the slide has a window. */
	public Optional<SlideCanvas> slideCanvas() {
		return getCanvas() instanceof SlideCanvas canvas ? Optional.of(canvas) : Optional.empty();
	}

	private void refresh() {
		slideCanvas().ifPresent(SlideCanvas::lookChanged);
		if (win != null) notifyListeners(UPDATED);
	}

	/** The colour as it looks of a pixel of level 0; 0 outside the slide. Waits for the tile. */
	int colourAt(int x, int y) {
		if (x < 0 || y < 0 || x >= width || y >= height) return 0;
		return pictureOf(new Rectangle(x, y, 1, 1)).get(0);
	}

	/** The picture of a rectangle of level 0, as it looks; the background of the look where it leaves the slide. */
	ColorProcessor pictureOf(Rectangle r) {
		try {
			return new ColorProcessor(r.width, r.height, picture(new SlideView(r.x, r.y, 1, r.width, r.height)));
		} catch (IOException e) {
			throw new IllegalStateException(e.getMessage(), e);
		}
	}

	/**
	 * A picture of a view, as the slide looks and on the plane on display; with all its tiles. May be called from any thread.
	 *
	 * @return 0xRRGGBB, row by row; the background of the look where the view leaves the slide
	 * @throws IOException if a tile cannot be read; in words for the user
	 */
	public int[] picture(SlideView view) throws IOException {
		int[] pixels = open.regions().picture(view, plane, look);
		for (int i = 0; i < pixels.length; i++)
			pixels[i] &= 0xFFFFFF;
		return pixels;
	}

	/** A small picture of the whole slide from its coarsest level. */
	Image thumbnail() {
		if (img == null) img = overview(THUMBNAIL, THUMBNAIL);
		return img;
	}

	/** A picture of the whole slide no larger than that; grey where tiles cannot be read. */
	public BufferedImage overview(int mostWidth, int mostHeight) {
		double scale = Math.min((double) mostWidth / width, (double) mostHeight / height);
		int w = Math.max(1, (int) Math.round(width * scale));
		int h = Math.max(1, (int) Math.round(height * scale));
		BufferedImage picture = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
		try {
			SlideView whole = new SlideView(0, 0, Math.max((double) width / w, (double) height / h), w, h);
			picture.setRGB(0, 0, w, h, open.regions().picture(whole, plane, look), 0, w);
		} catch (IOException e) {
			IJ.showStatus(e.getMessage());
		}
		return picture;
	}

	@Override
	public void show(String statusMessage) {
		if (isVisible()) return;
		if (GraphicsEnvironment.isHeadless() || IJ.isMacro() && IJ.getInstance() == null || Interpreter.isBatchMode()) {
			super.show(statusMessage);
			return;
		}
		win = new SlideWindow(this, new SlideCanvas(this));
		if (roi != null) roi.setImage(this);
		if (getOverlay() != null) getCanvas().setOverlay(getOverlay());
		IJ.showStatus(statusMessage);
		if (IJ.isMacro()) waitTillActivated();
		notifyListeners(OPENED);
	}

	/** Nothing to renew: the canvas draws from tiles. */
	@Override
	public void updateImage() {
		// See above.
	}

	/** The thumbnail; none while the slide's own canvas paints, which has drawn the slide already. */
	@Override
	public Image getImage() {
		boolean painting = EventQueue.isDispatchThread() && slideCanvas().map(SlideCanvas::isPainting).orElse(false);
		return painting ? null : thumbnail();
	}

	/** The colour of the best tile at hand, for the status bar: never waits. */
	@Override
	public int[] getPixel(int x, int y) {
		int[] value = new int[4];
		Optional<SlideCanvas> canvas = slideCanvas();
		int colour = canvas.isPresent() ? canvas.get().colourNow(x, y) : colourAt(x, y);
		for (int i = 0; i < 3; i++)
			value[i] = colour >> 16 - 8 * i & 255;
		return value;
	}

	/** A macro that would write single pixels is refused here, where it asks for them. */
	@Override
	public ImageProcessor getProcessor() {
		MacroWriting.refuse();
		return super.getProcessor();
	}

	/** Tells other programs not to take the processor apart. */
	@Override
	public boolean isProcessor() { return false; }

	@Override
	public ImageStatistics getStatistics(int options, int bins, double histogramMin, double histogramMax) {
		return new SlideStatistics(this).of(options, bins, histogramMin, histogramMax);
	}

	@Override
	public ImageStatistics getRawStatistics() {
		return new SlideStatistics(this).raw();
	}

	/** None where it would be too large: then what asks for it is refused by other means. */
	@Override
	public ImageProcessor getMask() {
		return roi != null && SlideRois.isHuge(roi) ? null : super.getMask();
	}

	@Override
	public ByteProcessor createRoiMask() {
		throw Refusal.of("Making a mask");
	}

	@Override
	public ByteProcessor createThresholdMask() {
		throw Refusal.of("A threshold");
	}

	@Override
	public ImagePlus flatten() {
		throw Refusal.of("Flatten");
	}

	@Override
	public void revert() {
		throw Refusal.of("Revert");
	}

	@Override
	public ImagePlus resize(int newWidth, int newHeight, int newDepth, String options) {
		throw Refusal.of("Resizing");
	}

	@Override
	public void copyToSystem() {
		throw Refusal.of("Copy to System");
	}

	@Override
	public void paste() {
		throw Refusal.of("Paste");
	}

	@Override
	public void setRoi(Roi selection, boolean updateDisplay) {
		super.setRoi(SlideRois.guarded(selection), updateDisplay);
	}

	@Override
	public void createNewRoi(int sx, int sy) {
		super.createNewRoi(sx, sy);
		Roi drawn = SlideRois.guardedWhileDrawn(roi, sx, sy, this);
		if (drawn != roi) roi = drawn;
	}

	@Override
	public void restoreRoi() {
		super.restoreRoi();
		if (roi != null && SlideRois.guarded(roi) != roi) setRoi(roi);
	}

	@Override
	public int getNSlices() { return open == null ? 1 : slide().facts().slices(); }

	@Override
	public int getNFrames() { return open == null ? 1 : slide().facts().timePoints(); }

	@Override
	public boolean isHyperStack() { return getNSlices() > 1 || getNFrames() > 1; }

	/** What ImageJ sees is one plane. */
	@Override
	public int getStackSize() { return 1; }

	@Override
	public int getImageStackSize() { return 1; }

	@Override
	public int getCurrentSlice() { return 1; }

	@Override
	public int getChannel() { return 1; }

	@Override
	public int getC() { return 1; }

	@Override
	public int getSlice() { return plane == null ? 1 : plane.z() + 1; }

	@Override
	public int getZ() { return getSlice(); }

	@Override
	public int getFrame() { return plane == null ? 1 : plane.t() + 1; }

	@Override
	public int getT() { return getFrame(); }

	/** The plane on display, whatever number ImageJ gives it. */
	@Override
	public int[] convertIndexToPosition(int n) {
		return new int[]{1, getSlice(), getFrame()};
	}

	@Override
	public int[] getDimensions(boolean verify) {
		return new int[]{width, height, 1, getNSlices(), getNFrames()};
	}

	@Override
	public void setPosition(int c, int z, int t) {
		SlideFacts facts = slide().facts();
		PlaneChoice wanted = new PlaneChoice(z < 1 ? plane.z() : Math.min(z, facts.slices()) - 1,
				t < 1 ? plane.t() : Math.min(t, facts.timePoints()) - 1);
		if (wanted.equals(plane)) return;
		plane = wanted;
		img = null;
		refresh();
	}

	@Override
	public void setPosition(int n) {
		// There is one plane for ImageJ.
	}

	@Override
	public synchronized void setSlice(int n) {
		if (slide().facts().slices() > 1) setPosition(1, n, 0);
	}

	@Override
	public String toString() {
		return "slide[\"" + getTitle() + "\" (" + getID() + "), " + width + "x" + height + "]";
	}

	/** In batch mode ImageJ does not flush what is closed. */
	@Override
	public void close() {
		boolean windowed = getWindow() != null;
		super.close();
		if (!windowed) flush();
	}

	/** Called by ImageJ when the window has closed: tiles and file are let go. */
	@Override
	public synchronized void flush() {
		SlideSync.of(this).ifPresent(sync -> sync.leave(this));
		super.flush();
		release();
	}

	/** Lets go of tiles and file. What is asked for afterwards fails in words. */
	void release() {
		img = null;
		if (guard != null) guard.leave();
		// ImageJ keeps the last selection for Restore Selection, and through it the image.
		Roi kept = Roi.getPreviousRoi();
		if (kept != null && kept.getImage() == this) kept.setImage(null);
		try {
			open.close();
		} catch (IOException e) {
			IJ.showStatus(e.getMessage());
		}
	}
}
