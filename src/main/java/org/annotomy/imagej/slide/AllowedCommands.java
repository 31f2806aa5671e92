package org.annotomy.imagej.slide;

import java.awt.Rectangle;
import java.util.Set;

import ij.gui.Roi;

/**
 * Which of ImageJ's own commands work on a slide: those that need no pixels, and some that need those of a selection of bearable size. What
 * is not in the lists is refused. Commands of others are let through; if they ask for all pixels, {@link SlideProcessor} refuses.
 */
final class AllowedCommands {

	private static final String OURS = "org.annotomy.";
	private static final String IMAGEJ = "ij.";

	/** Classes that work whatever their argument is. */
	private static final Set<String> CLASSES = Set.of("ij.plugin.HyperStackMaker", "ij.plugin.NewPlugin",
			"ij.plugin.FolderOpener",
			"ij.plugin.Raw", "ij.plugin.TextReader", "ij.plugin.TextFileReader", "ij.plugin.URLOpener",
			"ij.plugin.ListVirtualStack",
			"ij.plugin.FileInfoVirtualStack", "ij.plugin.AVI_Reader", "ij.plugin.NextImageOpener", "ij.plugin.filter.RoiWriter",
			"ij.plugin.filter.XYWriter", "ij.plugin.MeasurementsWriter", "ij.plugin.TextWriter", "ij.plugin.SpecifyROI",
			"ij.plugin.AppearanceOptions", "ij.plugin.ArrowToolOptions", "ij.plugin.Colors", "ij.plugin.Compiler",
			"ij.plugin.Options",
			"ij.plugin.Memory", "ij.plugin.PointToolOptions", "ij.plugin.ProxySettings", "ij.gui.RoiDefaultsDialog",
			"ij.plugin.RectToolOptions", "ij.plugin.Startup", "ij.plugin.WandToolOptions", "ij.plugin.frame.LineWidthAdjuster",
			"ij.plugin.frame.ColorPicker", "ij.plugin.Zoom", "ij.plugin.OverlayLabels", "ij.plugin.BatchMeasure",
			"ij.plugin.BatchConverter", "ij.plugin.BatchProcessor", "ij.plugin.frame.Fitter", "ij.plugin.frame.RoiManager",
			"ij.plugin.MacroInstaller", "ij.plugin.Macro_Runner", "ij.plugin.SimpleCommands", "ij.plugin.frame.Recorder",
			"ij.plugin.Hotkeys", "ij.plugin.CommandLister", "ij.plugin.ControlPanel", "ij.plugin.CommandFinder",
			"ij.plugin.frame.Commands", "ij.plugin.EventListener", "ij.plugin.frame.MemoryMonitor", "ij.plugin.ScreenGrabber",
			"ij.plugin.JavaProperties", "ij.plugin.ThreadLister", "ij.plugin.WindowOrganizer", "ij.plugin.BrowserLauncher",
			"ij.plugin.ImageJ_Updater", "ij.plugin.AboutBox", "ij.plugin.ImageInfo", "ij.plugin.filter.ImageProperties",
			"ij.plugin.filter.ScaleDialog", "ij.plugin.Distribution", "ij.plugin.frame.Editor", "ij.plugin.Profiler",
			"ij.plugin.Histogram", "ij.plugin.XY_Reader");

	/** Classes that work with these arguments only. */
	private static final Set<String> CALLS = Set.of("ij.plugin.Commands(\"new\")", "ij.plugin.Commands(\"open\")",
			"ij.plugin.Commands(\"close\")", "ij.plugin.Commands(\"close-all\")", "ij.plugin.Commands(\"undo\")",
			"ij.plugin.Commands(\"startup\")", "ij.plugin.Commands(\"tab\")", "ij.plugin.Commands(\"quit\")",
			"ij.plugin.Clipboard(\"show\")", "ij.plugin.Clipboard(\"showsys\")", "ij.plugin.Selection(\"all\")",
			"ij.plugin.Selection(\"none\")", "ij.plugin.Selection(\"restore\")", "ij.plugin.Selection(\"spline\")",
			"ij.plugin.Selection(\"circle\")", "ij.plugin.Selection(\"rect\")", "ij.plugin.Selection(\"interpolate\")",
			"ij.plugin.Selection(\"hull\")", "ij.plugin.Selection(\"inverse\")", "ij.plugin.Selection(\"properties\")",
			"ij.plugin.Selection(\"rotate\")", "ij.plugin.Selection(\"translate\")", "ij.plugin.Selection(\"tobox\")",
			"ij.plugin.Selection(\"toarea\")", "ij.plugin.Selection(\"toline\")", "ij.plugin.Selection(\"add\")",
			"ij.plugin.OverlayCommands(\"add\")", "ij.plugin.OverlayCommands(\"hide\")", "ij.plugin.OverlayCommands(\"show\")",
			"ij.plugin.OverlayCommands(\"from\")", "ij.plugin.OverlayCommands(\"to\")", "ij.plugin.OverlayCommands(\"remove\")",
			"ij.plugin.OverlayCommands(\"toggle\")", "ij.plugin.OverlayCommands(\"list\")",
			"ij.plugin.OverlayCommands(\"measure\")", "ij.plugin.OverlayCommands(\"options\")", "ij.plugin.filter.Analyzer",
			"ij.plugin.filter.Analyzer(\"sum\")", "ij.plugin.filter.Analyzer(\"clear\")", "ij.plugin.filter.Analyzer(\"set\")",
			"ij.plugin.filter.Binary(\"options\")", "ij.plugin.FFT(\"options\")");

	/** Calls that need the pixels or a mask of the selection, and so one of bearable size. */
	private static final Set<String> WITH_SELECTION = Set.of("ij.plugin.Duplicator", "ij.plugin.Clipboard(\"copy\")",
			"ij.plugin.Straightener");

	/** Calls that need a mask around the selection, unless that is an upright rectangle. */
	private static final Set<String> WITH_MASK = Set.of("ij.plugin.RoiEnlarger", "ij.plugin.Selection(\"band\")",
			"ij.plugin.Selection(\"ellipse\")");

	private static final long MOST_MASK_PIXELS = 16L << 20;

	private AllowedCommands() {}

	/** @param call class and argument as ImageJ's table of commands has them; null if the command is in no menu */
	static boolean isAllowed(String call, SlideImage image) {
		if (call == null || call.startsWith(OURS) || !call.startsWith(IMAGEJ)) return true;
		int argument = call.indexOf('(');
		String name = argument < 0 ? call : call.substring(0, argument);
		if (CLASSES.contains(name) || CALLS.contains(call)) return true;
		if (WITH_SELECTION.contains(call))
			return !image.isHyperStack() && area(image, image.getWidth()) <= SlideProcessor.MOST_PIXELS;
		return WITH_MASK.contains(call) && area(image, 0) <= MOST_MASK_PIXELS;
	}

	/** Pixels of the box around the selection. @param without side taken if there is none */
	private static long area(SlideImage image, int without) {
		Roi roi = image.getRoi();
		if (roi == null) return (long) without * image.getHeight();
		if (without == 0 && roi.getType() == Roi.RECTANGLE) return 0;
		Rectangle r = roi.getBounds();
		return (long) r.width * r.height;
	}
}
