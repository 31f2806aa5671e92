package org.annotomy.assist.tissue;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.List;

import org.annotomy.annotation.shape.PolygonShape;
import org.annotomy.annotation.shape.ShapeGeometry;
import org.annotomy.sample.histology.HistologySlide;
import org.annotomy.sample.histology.Tissue;
import org.annotomy.slide.Slide;
import org.annotomy.slide.render.Looks;
import org.annotomy.slide.render.PlaneChoice;
import org.annotomy.slide.render.RegionReader;
import org.annotomy.slide.render.SlideLook;
import org.annotomy.slide.render.TileLoader;
import org.annotomy.task.Progress;
import org.junit.Test;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.PointOnGeometryLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Location;

/** On the sample slide, where it is known what each place is. */
public class TissueDetectionTest {

	private static List<PolygonShape> find(Slide slide, TissueDetection detection) throws IOException {
		try (TileLoader loader = new TileLoader(slide, 64 << 20, () -> {})) {
			SlideLook look = Looks.first(slide, loader);
			return detection.find(slide, new RegionReader(slide, loader), PlaneChoice.FIRST, look, Progress.NONE);
		}
	}

	/** Fat is nearly as bright as glass: it counts neither way. */
	@Test
	public void tissueOfTheSampleIsFound() throws IOException {
		HistologySlide slide = new HistologySlide(8000, 6000, 1, null);
		List<PolygonShape> pieces = find(slide, TissueDetection.USUAL);
		assertEquals("one section", 1, pieces.size());
		PointOnGeometryLocator found = new IndexedPointInAreaLocator(ShapeGeometry.of(pieces.get(0)));
		int both = 0;
		int either = 0;
		for (int y = 20; y < 6000; y += 40)
			for (int x = 20; x < 8000; x += 40) {
				Tissue tissue = slide.tissueAt(x, y);
				if (tissue == Tissue.FAT) continue;
				boolean truth = tissue != Tissue.GLASS;
				boolean seen = found.locate(new Coordinate(x, y)) != Location.EXTERIOR;
				if (truth && seen) both++;
				if (truth || seen) either++;
			}
		assertTrue("Jaccard " + (double) both / either, both > 0.96 * either);
	}

	@Test
	public void bareGlassHasNoTissue() throws IOException {
		HistologySlide corner = new HistologySlide(20000, 15000, 1, null);
		assertEquals(Tissue.GLASS, corner.tissueAt(10, 10));
		assertEquals(List.of(), find(new GlassSlide(4000, 3000), TissueDetection.USUAL));
	}

	@Test
	public void aThresholdThatNothingReachesFindsNothing() throws IOException {
		assertEquals(List.of(), find(new HistologySlide(4000, 3000, 1, null), new TissueDetection(254, 0)));
	}

	@Test
	public void smallPiecesAreLeftOut() throws IOException {
		HistologySlide slide = new HistologySlide(4000, 3000, 1, null);
		assertTrue(find(slide, new TissueDetection(0, 0)).size() >= find(slide, new TissueDetection(0, 0.01)).size());
		assertEquals("the whole slide has 0.75 mm²", List.of(), find(slide, new TissueDetection(0, 1)));
	}

	@Test
	public void nonsenseIsRefused() {
		assertThrows(IllegalArgumentException.class, () -> new TissueDetection(255, 0));
		assertThrows(IllegalArgumentException.class, () -> new TissueDetection(0, Double.NaN));
	}
}
