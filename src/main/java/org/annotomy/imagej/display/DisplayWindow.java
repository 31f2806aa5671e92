package org.annotomy.imagej.display;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.annotomy.annotation.model.ViewedWindow;
import org.annotomy.display.AutoWindow;
import org.annotomy.display.PixelSamples;
import org.annotomy.display.PresetMenu;
import org.annotomy.display.PresetQuery;
import org.annotomy.display.Quantiles;
import org.annotomy.display.WindowPreset;
import org.annotomy.display.WindowRule;
import org.annotomy.image.Window;
import org.annotomy.imagej.PixelValues;
import org.annotomy.imagej.WindowTables;

import ij.ImagePlus;
import ij.process.LUT;

/**
 * How a grey image is shown: through which window, inverted or not. Sets lookup tables and display ranges of all channels and slices;
 * pixels, selections, thresholds and so every measurement stay as they are. Works the same without a display.
 */
public final class DisplayWindow {

	private final ImagePlus image;
	private final PixelValues values;
	private final ImageFacts facts;

	private DisplayWindow(ImagePlus image) {
		this.image = image;
		values = PixelValues.of(image);
		facts = ImageFacts.of(image);
	}

	/** @throws IllegalArgumentException if the image is RGB colour: there ImageJ cannot change the display without changing pixels */
	public static DisplayWindow of(ImagePlus image) {
		if (!isWindowed(image))
			throw new IllegalArgumentException(
					"This image is RGB colour; display windows are for grey values. Its brightness can only be"
							+ " changed with Image > Adjust > Brightness/Contrast, which changes pixels; window presets never do.");
		return new DisplayWindow(image);
	}

	/** Has the image grey values that a window can be set for? */
	public static boolean isWindowed(ImagePlus image) {
		return image.getBitDepth() != 24;
	}

	/** What the menu of presets must know of this image. */
	public PresetQuery query() {
		return facts.query();
	}

	/**
	 * Shows every channel through the preset. Percentiles are those of each channel over all its slices and time points.
	 *
	 * @throws IllegalArgumentException if it does not fit the image: another unit, a file window that is not there, no selection
	 */
	public void apply(WindowPreset preset) {
		if (preset.rule().equals(PresetMenu.FILE_OWN.rule())) {
			reset();
			return;
		}
		List<Window> windows = new ArrayList<>();
		for (int channel = 0; channel < channels(); channel++)
			windows.add(resolve(preset, channel));
		show(windows, preset.name());
	}

	/** Shows every channel through one window, such as one that the user typed in; its name is recorded unless it is empty. */
	public void apply(Window window) {
		show(Collections.nCopies(channels(), window), window.name().isBlank() ? null : window.name());
	}

	/**
	 * The window that a preset would give the current channel; nothing changes.
	 *
	 * @throws IllegalArgumentException as {@link #apply(WindowPreset)}
	 */
	public Window resolve(WindowPreset preset) {
		return resolve(preset, ChannelDisplay.index(image));
	}

	/**
	 * Back to how the file wants to be seen: its first window and its inversion; without one, to how the image looked before the first
	 * window that was set here, or else to ImageJ's full range.
	 */
	public void reset() {
		List<Window> own = facts.query().fileWindows();
		if (own.isEmpty()) {
			if (DisplayMemory.isKept(image)) restore();
			else image.resetDisplayRange();
			return;
		}
		restore();
		if (facts.inverted() != null) setInverted(facts.inverted());
		show(Collections.nCopies(channels(), own.get(0)), FileWindows.name(own, 0));
	}

	/** Are low values shown bright in the current channel? */
	public boolean isInverted() {
		int channel = ChannelDisplay.index(image);
		LUT current = ChannelDisplay.read(image).get(channel);
		return WindowTables.isFalling(DisplayMemory.of(image).plain(channel, current, values));
	}

	/** Shows low values bright, or dark, in every channel; the window stays. An image of MONOCHROME1 begins inverted. */
	public void setInverted(boolean inverted) {
		if (inverted != isInverted()) toggleInverted();
	}

	/** Turns bright and dark round in every channel; the window stays. */
	public void toggleInverted() {
		DisplayMemory memory = DisplayMemory.of(image);
		List<LUT> current = ChannelDisplay.read(image);
		List<LUT> luts = new ArrayList<>();
		List<Shown> now = new ArrayList<>();
		for (int channel = 0; channel < current.size(); channel++) {
			LUT lut = current.get(channel);
			Shown last = memory.shown().get(channel);
			LUT plain = WindowTables.reversed(memory.plain(channel, lut, values));
			boolean known = last != null && last.isStill(lut);
			LUT turned = known
					? WindowTables.of(last.window(), values, plain, image.getBitDepth())
					: WindowTables.reversed(lut);
			luts.add(turned);
			now.add(known ? new Shown(last.window(), last.preset(), plain, turned) : null);
		}
		ChannelDisplay.set(image, luts);
		memory.keep(image, now);
	}

	/** The window that the current channel is shown through, whoever set it; its name is empty unless it is a preset's. */
	public Window window() {
		int channel = ChannelDisplay.index(image);
		LUT current = ChannelDisplay.read(image).get(channel);
		Shown last = DisplayMemory.of(image).shown().get(channel);
		if (last != null && last.isStill(current)) {
			Window window = last.window();
			return window.named(last.preset());
		}
		return FileWindows.shownBy(current, facts.query().fileWindows(), values, image.getBitDepth())
				.orElseGet(() -> ofRange(current));
	}

	/** For an object that is drawn now: under which window it was seen. */
	public ViewedWindow viewed() {
		Window window = window();
		return new ViewedWindow(window.center(), window.width(), window.name().isEmpty() ? null : window.name());
	}

	private Window ofRange(LUT current) {
		double a = values.toModality(current.min);
		double b = values.toModality(current.max);
		return AutoWindow.between(Math.min(a, b), Math.max(a, b), values.areWhole(), Window.Function.LINEAR, "");
	}

	private int channels() {
		return ChannelDisplay.read(image).size();
	}

	private Window resolve(WindowPreset preset, int channel) {
		if (!facts.query().hasUnitOf(preset)) {
			String unit = facts.query().unit();
			throw new IllegalArgumentException(
					"The preset \"" + preset.name() + "\" is in " + preset.unit() + ", but the values of this image are"
							+ (unit.isEmpty() ? " not known to be." : " in " + unit + "."));
		}
		WindowRule rule = preset.rule();
		if (rule instanceof WindowRule.Fixed fixed) return fixed.window();
		if (rule instanceof WindowRule.OfFile file) return FileWindows.require(facts.query().fileWindows(), file.index());
		if (rule instanceof WindowRule.OfSelection selection)
			return between(ImageValues.ofSelection(image), selection.low(), selection.high(), Window.Function.LINEAR,
					preset.name());
		WindowRule.Percentile part = (WindowRule.Percentile) rule;
		return between(ImageValues.ofChannel(image, channel + 1), part.low(), part.high(), part.function(), preset.name());
	}

	/** Percentiles are found among raw values; the ends then go through the calibration, which need not be a straight line. */
	private Window between(PixelSamples samples, double low, double high, Window.Function function, String name) {
		double[] ends = Quantiles.of(padded(samples), low, high);
		double a = values.toModality(ends[0]);
		double b = values.toModality(ends[1]);
		return AutoWindow.between(Math.min(a, b), Math.max(a, b), values.areWhole(), function, name);
	}

	private PixelSamples padded(PixelSamples samples) {
		return facts.padding().map(ends -> samples.withoutPadding(stored(ends[0]), stored(ends[1]))).orElse(samples);
	}

	private double stored(double modality) {
		double raw = values.toRaw(modality);
		return image.getBitDepth() == 32 ? raw : Math.rint(raw);
	}

	private void show(List<Window> windows, String preset) {
		DisplayMemory memory = DisplayMemory.of(image);
		List<LUT> current = ChannelDisplay.read(image);
		List<LUT> luts = new ArrayList<>();
		List<Shown> now = new ArrayList<>();
		for (int channel = 0; channel < current.size(); channel++) {
			LUT plain = memory.plain(channel, current.get(channel), values);
			LUT lut = WindowTables.of(windows.get(channel), values, plain, image.getBitDepth());
			luts.add(lut);
			now.add(new Shown(windows.get(channel), preset, plain, lut));
		}
		ChannelDisplay.set(image, luts);
		memory.keep(image, now);
	}

	private void restore() {
		DisplayMemory memory = DisplayMemory.of(image);
		List<Shown> nothing = new ArrayList<>();
		memory.own().forEach(lut -> nothing.add(null));
		ChannelDisplay.set(image, memory.own());
		memory.keep(image, nothing);
	}
}
