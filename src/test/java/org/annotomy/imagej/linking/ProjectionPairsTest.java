package org.annotomy.imagej.linking;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.annotomy.annotation.model.Plane;
import org.annotomy.annotation.shape.PointsShape;
import org.annotomy.annotation.shape.ShapeGeometry;
import org.annotomy.geometry.Point;
import org.annotomy.geometry.Position;
import org.annotomy.geometry.Vertices;
import org.annotomy.image.ImageReaders;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.session.Marking;
import org.annotomy.imagej.session.Protocols;
import org.annotomy.imagej.session.SessionOpener;
import org.annotomy.imagej.session.SessionOptions;
import org.annotomy.linking.place.Correspondence;
import org.annotomy.linking.place.Expected;
import org.annotomy.sample.BreastPhantom;
import org.annotomy.sample.breast.BreastLesion;
import org.annotomy.sample.breast.MammogramView;
import org.annotomy.store.StoreException;
import org.annotomy.store.StoreOptions;
import org.annotomy.task.Progress;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.locationtech.jts.geom.Coordinate;

/** The sample mammograms as they are opened. */
public class ProjectionPairsTest {

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private final BreastPhantom phantom = BreastPhantom.of(0.6);
	private final Map<String, AnnotationSession> sessions = new LinkedHashMap<>();

	@Before
	public void open() throws Exception {
		Path series = folder.getRoot().toPath().resolve("mammograms");
		phantom.write(series, Progress.NONE);
		Protocols protocols = Protocols.find();
		SessionOptions options = new SessionOptions(protocols.require("mammography-birads"), SessionOptions.Recovery.ASK,
				StoreOptions.of("r-1"));
		for (AnnotationSession session : new SessionOpener(ImageReaders.discover(), protocols, options).open(series,
				Progress.NONE))
			sessions.put(session.source().facts().get("Side") + "_" + session.source().facts().get("View"), session);
	}

	@After
	public void close() throws StoreException {
		for (AnnotationSession session : sessions.values())
			session.close();
	}

	private void markNipple(MammogramView view) {
		Point nipple = phantom.nippleIn(view);
		new Marking(sessions.get(view.name())).mark(new PointsShape(Vertices.of(nipple.x(), nipple.y()), List.of()),
				new Plane(-1, 0, 0), "nipple", null, null, Map.of());
	}

	private Expected expected(MammogramView from, MammogramView to, BreastLesion lesion) {
		Correspondence between = ProjectionPairs.of(sessions).get(List.of(from.name(), to.name()));
		Point seen = phantom.positionIn(from, lesion);
		return between.expected(new Position(seen.x() - 0.5, seen.y() - 0.5, 0));
	}

	@Test
	public void viewsOfOneBreastArePairsAndOthersAreNot() {
		assertEquals(4, sessions.size());
		assertEquals(4, ProjectionPairs.of(sessions).size());
		assertTrue(ProjectionPairs.of(sessions).containsKey(List.of("L_CC", "L_MLO")));
	}

	@Test
	public void withoutNipplesTheRaterIsToldWhatToDo() {
		BreastLesion lesion = phantom.lesions(MammogramView.L_CC).get(0);
		Expected.Unknown unknown = (Expected.Unknown) expected(MammogramView.L_CC, MammogramView.L_MLO, lesion);
		assertTrue(unknown.reason(), unknown.reason().startsWith("Mark the nipple"));
	}

	@Test
	public void everyFindingLiesInItsBandInTheOtherView() {
		for (MammogramView view : MammogramView.values())
			markNipple(view);
		MammogramView[][] pairs = {{MammogramView.L_CC, MammogramView.L_MLO}, {MammogramView.R_MLO, MammogramView.R_CC}};
		for (MammogramView[] pair : pairs)
			for (BreastLesion lesion : phantom.lesions(pair[0])) {
				Expected.Band band = (Expected.Band) expected(pair[0], pair[1], lesion);
				Point truth = phantom.positionIn(pair[1], lesion);
				assertTrue(lesion.name(), ShapeGeometry.of(band.area())
						.contains(ShapeGeometry.FACTORY.createPoint(new Coordinate(truth.x(), truth.y()))));
			}
	}
}
