package org.annotomy.annotation.check;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.EditBuilder;
import org.annotomy.annotation.LabelScope;
import org.annotomy.annotation.check.Finding.Kind;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.AttributeValue;
import org.annotomy.annotation.model.Plane;
import org.annotomy.annotation.protocol.ProtocolCatalog;
import org.annotomy.annotation.shape.PolygonShape;
import org.annotomy.annotation.shape.ShapeGeometry;
import org.annotomy.geometry.PlaneSpacing;
import org.annotomy.geometry.Vertices;
import org.annotomy.identity.ImageIdentity;
import org.annotomy.identity.ImageSize;
import org.junit.Test;

/** Many marks: the same answer as the slow way, and soon enough. */
public class ManyMarksTest {

	private static final String[] TISSUES = {"tumour", "stroma", "necrosis", "lymphocytes", "normal"};

	/** Oracle: java.awt.geom.Area over all pairs. */
	@Test
	public void overlapsAreThoseOfAllPairs() {
		for (int seed = 0; seed < 8; seed++) {
			Random random = new Random(seed);
			AnnotationDocument document = slide();
			EditBuilder edit = document.edit("marks");
			List<AnnotationObject> objects = new ArrayList<>();
			for (int i = 0; i < 80; i++) {
				AnnotationObject object = mark(random, blob(random, 400 * random.nextDouble(), 400 * random.nextDouble(), 30, 9),
						Plane.slice(random.nextInt(2)));
				objects.add(object);
				edit.put(object);
			}
			edit.apply();
			Set<String> found = new TreeSet<>();
			for (Finding finding : ProtocolChecks.gate(document, PlaneSpacing.UNKNOWN))
				if (finding.kind() == Kind.OVERLAP) found.add(pair(finding.object(), finding.other()));
			assertEquals("seed " + seed, bruteForce(objects), found);
			assertEquals("seed " + seed, found, live(document, objects));
		}
	}

	@Test
	public void tenThousandMarksAreCheckedInASecond() {
		AnnotationDocument document = tissueMap(10_000);
		double best = Double.POSITIVE_INFINITY;
		for (int i = 0; i < 4 && best > 500; i++) {
			double start = cpuMs();
			assertEquals(List.of(), ProtocolChecks.gate(document, PlaneSpacing.UNKNOWN));
			best = Math.min(best, cpuMs() - start);
		}
		assertTrue("the gate took " + best + " ms", best < 1000);
	}

	@Test
	public void oneMarkAmongTenThousandIsCheckedAtOnce() {
		AnnotationDocument document = tissueMap(10_000);
		AnnotationObject candidate = mark(new Random(5), blob(new Random(5), 1000, 1000, 60, 200), Plane.FIRST);
		double best = Double.POSITIVE_INFINITY;
		for (int i = 0; i < 30 && best > 10; i++) {
			double start = cpuMs();
			assertTrue(ProtocolChecks.check(document, candidate, PlaneSpacing.UNKNOWN).size() > 3);
			best = Math.min(best, cpuMs() - start);
		}
		assertTrue("the check took " + best + " ms", best < 20);
	}

	private static AnnotationDocument slide() {
		AnnotationDocument document = new AnnotationDocument(ImageIdentity.of("slide", new ImageSize(5000, 5000, 2, 1, 1)),
				ProtocolCatalog.builtIn(Locale.ENGLISH).find("tissue-slide").orElseThrow());
		document.edit("answers").label(LabelScope.IMAGE, "image-quality", AttributeValue.of("diagnostic"))
				.label(LabelScope.IMAGE, "stain", AttributeValue.of("he"))
				.label(LabelScope.IMAGE, "organ", AttributeValue.of("lung"))
				.label(LabelScope.IMAGE, "grade", AttributeValue.of("G2")).apply();
		return document;
	}

	/** Hexagon-like cells with wavy common borders, which touch but do not overlap. */
	private static AnnotationDocument tissueMap(int count) {
		Random random = new Random(9);
		AnnotationDocument document = slide();
		EditBuilder edit = document.edit("map");
		int columns = (int) Math.sqrt(count);
		for (int row = 0; row < count / columns; row++)
			for (int column = 0; column < columns; column++)
				edit.put(mark(random, cell(column, row), Plane.FIRST));
		edit.apply();
		return document;
	}

	private static PolygonShape cell(int column, int row) {
		int side = 20;
		int steps = 6;
		double[] xy = new double[8 * steps];
		int at = 0;
		int[][] corners = {{0, 0}, {1, 0}, {1, 1}, {0, 1}, {0, 0}};
		for (int edge = 0; edge < 4; edge++)
			for (int i = 0; i < steps; i++) {
				double u = (double) i / steps;
				double x = (column + corners[edge][0] + u * (corners[edge + 1][0] - corners[edge][0])) * side;
				double y = (row + corners[edge][1] + u * (corners[edge + 1][1] - corners[edge][1])) * side;
				xy[at++] = x + 3 * Math.sin(y / 4);
				xy[at++] = y + 3 * Math.sin(x / 4);
			}
		return PolygonShape.of(Vertices.adopt(xy), PolygonShape.Origin.POLYGON);
	}

	private static AnnotationObject mark(Random random, PolygonShape shape, Plane plane) {
		UUID id = new UUID(random.nextLong(), random.nextLong());
		return AnnotationObject.builder(id, shape, plane).classKey(TISSUES[random.nextInt(TISSUES.length)]).build();
	}

	private static PolygonShape blob(Random random, double x, double y, double radius, int corners) {
		double[] xy = new double[2 * corners];
		for (int i = 0; i < corners; i++) {
			double r = radius * (0.5 + random.nextDouble());
			xy[2 * i] = x + r * Math.cos(2 * Math.PI * i / corners);
			xy[2 * i + 1] = y + r * Math.sin(2 * Math.PI * i / corners);
		}
		return PolygonShape.of(Vertices.adopt(xy), PolygonShape.Origin.FREEHAND);
	}

	private static Set<String> bruteForce(List<AnnotationObject> objects) {
		Set<String> pairs = new TreeSet<>();
		for (AnnotationObject a : objects)
			for (AnnotationObject b : objects)
				if (a.id().compareTo(b.id()) < 0 && a.plane().equals(b.plane())) {
					Area area = area(a);
					area.intersect(area(b));
					double tolerated = 0.5 + 0.01 * Math.min(ShapeGeometry.of(a.shape()).getLength(),
							ShapeGeometry.of(b.shape()).getLength());
					if (size(area) > tolerated) pairs.add(pair(a.id(), b.id()));
				}
		return pairs;
	}

	private static Set<String> live(AnnotationDocument document, List<AnnotationObject> objects) {
		Set<String> pairs = new TreeSet<>();
		for (AnnotationObject object : objects)
			for (Finding finding : ProtocolChecks.check(document, object, PlaneSpacing.UNKNOWN))
				if (finding.kind() == Kind.OVERLAP) pairs.add(pair(finding.object(), finding.other()));
		return pairs;
	}

	private static String pair(UUID a, UUID b) {
		return a.compareTo(b) < 0 ? a + " " + b : b + " " + a;
	}

	private static Area area(AnnotationObject object) {
		Vertices ring = ((PolygonShape) object.shape()).parts().get(0).shell();
		Path2D path = new Path2D.Double();
		path.moveTo(ring.x(0), ring.y(0));
		for (int i = 1; i < ring.size(); i++)
			path.lineTo(ring.x(i), ring.y(i));
		path.closePath();
		return new Area(path);
	}

	private static double size(Area area) {
		double[] point = new double[6];
		double twice = 0;
		double startX = 0;
		double startY = 0;
		double x = 0;
		double y = 0;
		for (PathIterator it = area.getPathIterator(null); !it.isDone(); it.next()) {
			int type = it.currentSegment(point);
			if (type == PathIterator.SEG_MOVETO) {
				startX = point[0];
				startY = point[1];
			} else {
				double toX = type == PathIterator.SEG_CLOSE ? startX : point[0];
				double toY = type == PathIterator.SEG_CLOSE ? startY : point[1];
				twice += x * toY - toX * y;
				point[0] = toX;
				point[1] = toY;
			}
			x = point[0];
			y = point[1];
		}
		return Math.abs(twice) / 2;
	}

	private static double cpuMs() {
		return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e6;
	}
}
