package org.annotomy.command.segment;

import java.util.List;

import org.annotomy.geometry.Position;
import org.annotomy.imagej.macro.PlaceText;
import org.annotomy.imagej.session.SeededRegion;
import org.annotomy.segmentation.component.Connectivity;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.task.Progress;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Flood fill and region growing. */
@Plugin(type = Command.class, visible = false, label = "Grow Region...", description = "Grows a region from places through voxels of like values, and takes it into a segment.")
public final class GrowRegionCommand extends SegmentCommand {

	@Parameter(label = "Places", persist = false, description = "Where the region begins: x,y,z triples separated by spaces.")
	private String places;

	@Parameter(label = "Frame", persist = false, choices = {"patient",
			"voxels"}, description = "Patient: millimetres to the left, back and head (LPS); voxels: columns, rows and slices from 0, whole numbers at the centres.")
	private String frame = "patient";

	@Parameter(label = "Method", persist = false, choices = {"range", "tolerance", "confidence",
			"neighbourhood"}, description = "Range: values from the lowest to the highest; tolerance: values that differ from the first place by no more than the tolerance; confidence: values near the mean of the region, taken anew as it grows; neighbourhood: as range, for all voxels around, so that it does not leak through thin bridges.")
	private String method = "range";

	@Parameter(label = "Lowest value", persist = false, required = false, description = "For range and neighbourhood; omitted: no lower end.")
	private Double lowest;

	@Parameter(label = "Highest value", persist = false, required = false, description = "For range and neighbourhood; omitted: no upper end.")
	private Double highest;

	@Parameter(label = "Tolerance", persist = false, min = "0", description = "For tolerance, in the unit of the modality.")
	private double tolerance = 100;

	@Parameter(label = "Standard deviations", persist = false, min = "0", description = "For confidence: how far from the mean.")
	private double deviations = 2.5;

	@Parameter(label = "Farthest (mm)", persist = false, min = "0", description = "How far from the nearest place the region may reach; 0: anywhere.")
	private double farthest_mm = 0;

	@Parameter(label = "Extent", persist = false, choices = {"volume",
			"slice"}, description = "Volume: through all slices; slice: within the slices of the places.")
	private String extent = "volume";

	@Parameter(label = "Neighbours", persist = false, choices = {"6", "18",
			"26"}, description = "Which voxels belong together: 6 share a face, 18 an edge, 26 a corner.")
	private String neighbours = "6";

	@Parameter(label = "Effect", persist = false, choices = {"replace", "add",
			"take away"}, description = "Replace: the segment gets these voxels and no others; add: they join it; take away: they leave it.")
	private String effect = "replace";

	@Override
	void work() throws Exception {
		List<Position> seeds = PlaceText.voxels(places, frame.equals("voxels"), session().source());
		SeededRegion region = new SeededRegion(volume(), seeds, farthest_mm, Connectivity.of(Integer.parseInt(neighbours)),
				extent.equals("slice"));
		double low = lowest == null ? Double.NEGATIVE_INFINITY : lowest;
		double high = highest == null ? Double.POSITIVE_INFINITY : highest;
		Progress part = progress().part(0, 0.7);
		Mask grown = switch (method) {
			case "tolerance" -> region.flood(tolerance, part);
			case "confidence" -> region.confidence(deviations, part);
			case "neighbourhood" -> region.neighbourhood(low, high, part);
			default -> region.range(low, high, part);
		};
		if (grown.isEmpty())
			throw new IllegalArgumentException("Nothing grew: the values at the places given do not lie in the range.");
		take("Grow region", grown, effect);
	}
}
