package org.annotomy.annotation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.Appearance;
import org.annotomy.annotation.model.AttributeValue;
import org.annotomy.annotation.model.Code;
import org.annotomy.annotation.model.Link;
import org.annotomy.annotation.model.Plane;
import org.annotomy.annotation.model.Provenance;
import org.annotomy.annotation.model.Segment;
import org.annotomy.annotation.model.Span;
import org.annotomy.annotation.model.Status;
import org.annotomy.annotation.model.ViewedWindow;
import org.annotomy.annotation.protocol.AnnotationClass;
import org.annotomy.annotation.protocol.Protocol;
import org.annotomy.annotation.protocol.ProtocolStamp;
import org.annotomy.annotation.shape.AngleShape;
import org.annotomy.annotation.shape.ArrowShape;
import org.annotomy.annotation.shape.BidirectionalShape;
import org.annotomy.annotation.shape.EllipseShape;
import org.annotomy.annotation.shape.LineShape;
import org.annotomy.annotation.shape.PointsShape;
import org.annotomy.annotation.shape.PolygonShape;
import org.annotomy.annotation.shape.PolylineShape;
import org.annotomy.annotation.shape.RectangleShape;
import org.annotomy.annotation.shape.Ring;
import org.annotomy.annotation.shape.RotatedRectangleShape;
import org.annotomy.annotation.shape.Shape;
import org.annotomy.annotation.shape.TextShape;
import org.annotomy.annotation.voxel.BlockIndex;
import org.annotomy.annotation.voxel.LabelBlock;
import org.annotomy.geometry.Box;
import org.annotomy.geometry.Point;
import org.annotomy.geometry.Vertices;
import org.annotomy.identity.ImageIdentity;
import org.annotomy.identity.ImageSize;

/** Edits of every kind from a seed, for property tests. The same seed gives the same edits, ids included. */
public final class RandomEdits {

	private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

	private final Random random;

	public RandomEdits(long seed) {
		random = new Random(seed);
	}

	/** A document of 256 × 256 × 64 voxels without content. */
	public static AnnotationDocument emptyDocument() {
		return new AnnotationDocument(ImageIdentity.of("stack", new ImageSize(256, 256, 64, 1, 1)), Protocol.NONE);
	}

	/** Makes one random edit happen; now and then of several changes. */
	public Edit next(AnnotationDocument document) {
		EditBuilder edit = document.edit("Random edit");
		int changes = random.nextInt(4) == 0 ? 3 : 1;
		for (int i = 0; i < changes; i++)
			addChange(edit, document);
		return edit.apply();
	}

	private void addChange(EditBuilder edit, AnnotationDocument document) {
		switch (random.nextInt(10)) {
			case 0, 1, 2 -> edit.put(object(id()));
			case 3 -> edit.put(object(anyObject(document)));
			case 4 -> edit.removeObject(anyObject(document));
			case 5 -> edit.put(Segment.of(id(), random.nextInt(3), 1 + random.nextInt(9), "Segment ä", "liver"));
			case 6 ->
				edit.put(new BlockIndex(random.nextInt(2), random.nextInt(8), random.nextInt(8), random.nextInt(2), 0), block());
			case 7 -> edit.put(new Link(id(), "same-lesion", anyObject(document), id(), org.annotomy.json.JsonObject.EMPTY,
					random.nextBoolean() ? null : "2.25." + random.nextInt(100), 0.5,
					org.annotomy.json.JsonObject.EMPTY));
			case 8 -> edit.label(random.nextBoolean() ? LabelScope.IMAGE : LabelScope.STUDY, "q" + random.nextInt(5), answer());
			default -> edit.complete(random.nextBoolean()).protocol(protocol());
		}
	}

	/** A random object with most of its members set. */
	public AnnotationObject object(UUID id) {
		Plane plane = Plane.slice(random.nextInt(64));
		AnnotationObject.Builder builder = AnnotationObject.builder(id, shape(), plane)
				.classKey(random.nextInt(5) == 0 ? null : "class" + random.nextInt(3));
		if (random.nextBoolean()) builder.name("L" + random.nextInt(100)).comment("schräg \"quoted\"\n2nd line");
		if (random.nextBoolean())
			builder.attribute("size", answer()).attribute("margin",
					AttributeValue.of(Code.of("SCT", "129742005", "Spiculated lesion")));
		if (random.nextBoolean())
			builder.appearance(
					new Appearance(random.nextInt(9) - 4, random.nextDouble(), random.nextBoolean(), random.nextBoolean(),
							random.nextBoolean() ? 0x123456 : null, null, random.nextInt(4), random.nextInt(3)));
		if (random.nextBoolean()) builder.span(new Span(plane.z(), plane.z() + 3, 0, 0, List.of(plane.z()), true));
		if (random.nextBoolean())
			builder.window(new ViewedWindow(-600, 1500, "lung")).instance("i" + random.nextInt(9)).parent(id());
		if (random.nextBoolean())
			builder.provenance(new Provenance("freehand", new Provenance.Model("net", "1.2", 0.75), "r-4f1c", NOON,
					NOON.plusMillis(random.nextInt(100000)), "r-2", Status.FINAL));
		return builder.build();
	}

	/** A random shape of any kind, with coordinates that need all digits of a double. */
	public Shape shape() {
		Point a = point();
		Point b = point();
		Point c = point();
		return switch (random.nextInt(13)) {
			case 0 -> PointsShape.of(a);
			case 1 -> new PointsShape(Vertices.of(List.of(a, b, c)), List.of(0, 2, 1));
			case 2 -> new LineShape(a, b);
			case 3 -> new ArrowShape(a, b, "open", 12.5, true, false);
			case 4 -> new PolylineShape(Vertices.of(List.of(a, b, c)), random.nextBoolean(), false);
			case 5 -> new PolylineShape(Vertices.of(List.of(a, b, c)), false, true);
			case 6 -> new AngleShape(a, b, c);
			case 7 -> new BidirectionalShape(new LineShape(a, b), new LineShape(c, point()));
			case 8 -> new RectangleShape(new Box(a.x(), a.y(), 10 + b.x(), 10 + b.y()), random.nextInt(2) * 7);
			case 9 -> new RotatedRectangleShape(a, b, 1 + c.x());
			case 10 -> random.nextBoolean()
					? EllipseShape.inside(new Box(a.x(), a.y(), 5 + b.x(), 5 + b.y()))
					: new EllipseShape(a, b, 0.3 + random.nextDouble(), false);
			case 11 -> polygon();
			default -> new TextShape(new Box(a.x(), a.y(), 80, 20), "Läsion ✓\nsecond", "SansSerif", 14.5, 1, 2, 30);
		};
	}

	private PolygonShape polygon() {
		Ring big = new Ring(star(60, 60, 40), List.of(star(60, 60, 5)));
		return switch (random.nextInt(4)) {
			case 0 -> new PolygonShape(List.of(big, Ring.of(star(150, 60, 20))), PolygonShape.Origin.COMPOSITE);
			case 1 -> PolygonShape.of(star(100, 100, 30), PolygonShape.Origin.FREEHAND);
			case 2 -> PolygonShape.of(star(100, 100, 30), PolygonShape.Origin.SPLINE);
			default -> PolygonShape.of(star(100, 100, 30), PolygonShape.Origin.POLYGON);
		};
	}

	private Vertices star(double x, double y, double radius) {
		int count = 5 + random.nextInt(20);
		double[] xy = new double[2 * count];
		for (int i = 0; i < count; i++) {
			double r = radius * (0.7 + 0.3 * random.nextDouble());
			xy[2 * i] = x + r * Math.cos(2 * Math.PI * i / count);
			xy[2 * i + 1] = y + r * Math.sin(2 * Math.PI * i / count);
		}
		return Vertices.of(xy);
	}

	private Point point() {
		return new Point(random.nextDouble() * 200 + 1, random.nextDouble() * 200 + 1);
	}

	private LabelBlock block() {
		short[] labels = new short[LabelBlock.VOXELS];
		int from = random.nextInt(labels.length);
		java.util.Arrays.fill(labels, from, Math.min(labels.length, from + 5000), (short) (1 + random.nextInt(9)));
		return random.nextInt(5) == 0 ? LabelBlock.EMPTY : LabelBlock.of(labels);
	}

	private AttributeValue answer() {
		return switch (random.nextInt(5)) {
			case 0 -> null;
			case 1 -> AttributeValue.of(random.nextDouble());
			case 2 -> AttributeValue.of(random.nextBoolean());
			case 3 -> new AttributeValue.Several(List.of(AttributeValue.of("a"), AttributeValue.of(2)));
			default -> AttributeValue.of("text " + random.nextInt());
		};
	}

	private Protocol protocol() {
		String version = "1." + random.nextInt(3);
		return new Protocol(new ProtocolStamp("test", version, null), "Test", "",
				List.of(AnnotationClass.plain("class0", "Class 0", 0xff0000)), List.of(), List.of(),
				List.of(), List.of());
	}

	private UUID anyObject(AnnotationDocument document) {
		List<UUID> ids = new ArrayList<>();
		document.objects().forEach(object -> ids.add(object.id()));
		return ids.isEmpty() ? id() : ids.get(random.nextInt(ids.size()));
	}

	private UUID id() {
		return new UUID(random.nextLong() & ~0xF000L | 0x4000L, random.nextLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L);
	}
}
