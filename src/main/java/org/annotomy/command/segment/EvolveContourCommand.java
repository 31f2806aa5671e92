package org.annotomy.command.segment;

import org.annotomy.imagej.session.FrontEffects;
import org.annotomy.segmentation.levelset.ContourWeights;
import org.annotomy.segmentation.levelset.FrontSpeed;
import org.annotomy.segmentation.levelset.MovingContour;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Active contours. */
@Plugin(type = Command.class, visible = false, label = "Evolve Contour...", description = "Lets a surface grow from balls, or from the segment, until it comes to rest where the image says, straightened by its curvature.")
public final class EvolveContourCommand extends FrontCommand {

	@Parameter(label = "Speed", persist = false, choices = {"regions", "range",
			"edges"}, description = "Regions: the values inside and outside compete, each by its mean; range: it grows where values lie in the range and shrinks elsewhere; edges: it grows where values are flat, is drawn to edges, and stops at steep ones.")
	private String speed = "regions";

	@Parameter(label = "Lowest value", persist = false, required = false, description = "For range, in the unit of the modality; omitted: no lower end.")
	private Double lowest;

	@Parameter(label = "Highest value", persist = false, required = false, description = "For range; omitted: no upper end.")
	private Double highest;

	@Parameter(label = "Softness", persist = false, min = "0", description = "For range: how gently speed changes at its ends, in units of the values; 0: by the standard deviation of the values at the start.")
	private double softness = 0;

	@Parameter(label = "Propagation", persist = false, min = "-100", max = "100", description = "How fast it grows where the speed image is 1; below 0: it shrinks there.")
	private double propagation = 1;

	@Parameter(label = "Curvature (mm)", persist = false, min = "0", max = "100", description = "How strongly it is straightened: a sphere of radius r shrinks by twice this, divided by r.")
	private double curvature_mm = 0.5;

	@Parameter(label = "Advection (mm)", persist = false, min = "0", max = "100", description = "For edges: how strongly it is drawn to them.")
	private double advection_mm = 6;

	@Parameter(label = "Iterations", persist = false, min = "1", max = "100000", description = "The most it is moved, half a voxel each time or less; it ends before when it has come to rest.")
	private int iterations = 300;

	@Override
	void work() throws Exception {
		MovingContour contour = effects().contour(segment().id(),
				new FrontEffects.Evolution(start(), speed(), new ContourWeights(propagation, curvature_mm, advection_mm)),
				progress().part(0, 0.2));
		contour.moveTo(iterations, progress().part(0.2, 0.7));
		MovingContour.Evolved evolved = contour.evolved();
		note(evolved.words());
		take(FrontEffects.EVOLVE, evolved.inside());
	}

	private FrontSpeed speed() {
		return switch (speed) {
			case "range" -> FrontSpeed.range(lowest == null ? Double.NEGATIVE_INFINITY : lowest,
					highest == null ? Double.POSITIVE_INFINITY : highest, softness);
			case "edges" -> edges(FrontSpeed.Kind.WALLS);
			default -> FrontSpeed.usual(FrontSpeed.Kind.REGIONS);
		};
	}
}
