package org.annotomy.command.segment;

import java.util.Optional;
import java.util.stream.Stream;

import org.annotomy.geometry.Position;
import org.annotomy.imagej.macro.PlaceText;
import org.annotomy.imagej.session.SegmentIslands;
import org.annotomy.segmentation.component.Connectivity;
import org.annotomy.segmentation.component.Islands;
import org.annotomy.segmentation.effect.MaskEffect;
import org.annotomy.segmentation.effect.MaskEffect.Kept;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.task.Progress;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Islands. */
@Plugin(type = Command.class, visible = false, label = "Segment Islands...", description = "Keeps, removes or parts the islands of a segment: groups of voxels that are connected.")
public final class IslandsCommand extends SegmentCommand {

	@Parameter(label = "Effect", persist = false, choices = {"keep largest", "remove small", "remove at sides", "keep at place",
			"remove at place", "fill at place",
			"split"}, description = "Keep largest: the largest ones only; remove small: all below a size; remove at sides: those that reach a left, right, front or back side of the image; keep, remove or fill at place: the island, or the gap, at the place given; split: each becomes a segment, the largest stays.")
	private String effect = "keep largest";

	@Parameter(label = "Number kept", persist = false, min = "1", description = "For keep largest: how many islands stay.")
	private int number = 1;

	@Parameter(label = "Smallest size (voxels)", persist = false, min = "1", description = "For remove small and split: smaller islands go.")
	private int smallest_voxels = 1000;

	@Parameter(label = "Place", persist = false, description = "For the effects at a place: x,y,z.")
	private String place = "";

	@Parameter(label = "Frame", persist = false, choices = {"patient",
			"voxels"}, description = "Patient: millimetres to the left, back and head (LPS); voxels: columns, rows and slices from 0, whole numbers at the centres.")
	private String frame = "patient";

	@Parameter(label = "Neighbours", persist = false, choices = {"6", "18",
			"26"}, description = "Which voxels belong together: 6 share a face, 18 an edge, 26 a corner.")
	private String neighbours = "6";

	@Override
	void work() throws Exception {
		Connectivity connectivity = Connectivity.of(Integer.parseInt(neighbours));
		if (effect.equals("split")) {
			SegmentIslands.split(session(), segment(), someVoxels(), smallest_voxels, connectivity, progress());
			return;
		}
		Optional<Kept> kept = Stream.of(Kept.values()).filter(k -> k.key().equals(effect)).findFirst();
		if (kept.isPresent()) apply(new MaskEffect.IslandsKept(kept.get(), number, smallest_voxels, connectivity));
		else replace("Islands: " + effect, atPlace(someVoxels(), connectivity, progress().part(0, 0.6)));
	}

	private Mask atPlace(Mask mask, Connectivity connectivity, Progress part) {
		Position p = PlaceText.one(place, frame.equals("voxels"), session().source());
		int x = (int) Math.rint(p.x());
		int y = (int) Math.rint(p.y());
		int z = (int) Math.rint(p.z());
		return switch (effect) {
			case "keep at place" -> Islands.keepAt(mask, x, y, z, connectivity, part);
			case "remove at place" -> Islands.removeAt(mask, x, y, z, connectivity, part);
			default -> Islands.addAt(mask, x, y, z, part);
		};
	}
}
