package org.annotomy.annotation.check;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.LabelScope;
import org.annotomy.annotation.check.Finding.Kind;
import org.annotomy.annotation.check.Finding.Severity;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.AttributeValue;
import org.annotomy.annotation.model.ObjectType;
import org.annotomy.annotation.model.Plane;
import org.annotomy.annotation.model.Provenance;
import org.annotomy.annotation.model.Segment;
import org.annotomy.annotation.model.Span;
import org.annotomy.annotation.model.Status;
import org.annotomy.annotation.protocol.Protocol;
import org.annotomy.annotation.protocol.ProtocolReader;
import org.annotomy.annotation.shape.EllipseShape;
import org.annotomy.annotation.shape.LineShape;
import org.annotomy.annotation.shape.PointsShape;
import org.annotomy.annotation.shape.RectangleShape;
import org.annotomy.annotation.shape.Shape;
import org.annotomy.annotation.voxel.BlockIndex;
import org.annotomy.annotation.voxel.LabelBlock;
import org.annotomy.geometry.Box;
import org.annotomy.geometry.PlaneSpacing;
import org.annotomy.geometry.Point;
import org.annotomy.identity.ImageIdentity;
import org.annotomy.identity.ImageSize;
import org.annotomy.task.CancelledException;
import org.annotomy.task.Progress;
import org.junit.Test;

public class ProtocolChecksTest {

	private static final PlaneSpacing HALF_MM = new PlaneSpacing(0.5, 0.5);

	@Test
	public void theKindOfMarkMustBeAllowed() throws Exception {
		AnnotationDocument document = document(
				classes("{'key':'fovea','name':'Fovea','color':'#FFFFFF','kinds':['multipoint']}"));
		assertMessages(check(document, object("fovea", square(0, 0, 5))), "Fovea is marked as rectangle; allowed: multipoint.");
		assertMessages(check(document, object("fovea", PointsShape.of(new Point(1, 1)))));
	}

	@Test
	public void marksMustBeLargeEnough() throws Exception {
		AnnotationDocument document = document(classes("{'key':'a','name':'A','color':'#FFFFFF','kinds':['rectangle','line'],"
				+ "'minSizeMm':10,'minAreaPx':50}"));
		AnnotationObject small = object("a", square(0, 0, 7)).toBuilder().name("L1").plane(Plane.slice(4)).build();
		assertMessages(ProtocolChecks.check(document, small, HALF_MM),
				"A \"L1\" (slice 5) covers 49 px; at least 50 px are needed.",
				"A \"L1\" (slice 5) is 4.9 mm long; at least 10 mm are needed.");
		assertMessages(ProtocolChecks.check(document, small, PlaneSpacing.UNKNOWN),
				"A \"L1\" (slice 5) covers 49 px; at least 50 px are needed.");
		assertMessages(ProtocolChecks.check(document, object("a", square(0, 0, 15)), HALF_MM));
		assertMessages(ProtocolChecks.check(document, object("a", line(0, 0, 19, 0)), HALF_MM),
				"A is 9.5 mm long; at least 10 mm are needed.");
		assertMessages(ProtocolChecks.check(document, object("a", line(0, 0, 0, 19)), new PlaneSpacing(0.5, 0.6)));
	}

	@Test
	public void overlapsFollowTheRulesOfBothClasses() throws Exception {
		String kinds = "'color':'#FFFFFF','kinds':['rectangle','point'],";
		AnnotationDocument document = document(classes("{'key':'free','name':'Free'," + kinds + "'overlap':'allowed'}",
				"{'key':'alone','name':'Alone'," + kinds + "'overlap':'none'}",
				"{'key':'others','name':'Others'," + kinds + "'overlap':'other-classes'}",
				"{'key':'tumour','name':'Tumour'," + kinds + "'overlap':'exclusive'}",
				"{'key':'stroma','name':'Stroma'," + kinds + "'overlap':'exclusive'}"));
		String[] keys = {"free", "alone", "others", "tumour", "stroma"};
		boolean[][] forbidden = {{false, true, false, false, false}, {true, true, true, true, true},
				{false, true, true, false, false}, {false, true, false, true, true}, {false, true, false, true, true}};
		for (int i = 0; i < keys.length; i++) {
			AnnotationDocument one = document.copy();
			put(one, object(keys[i], square(0, 0, 10)));
			for (int k = 0; k < keys.length; k++)
				assertEquals(keys[i] + " " + keys[k], forbidden[i][k] ? 1 : 0,
						check(one, object(keys[k], square(8, 0, 10))).size());
		}
		put(document, object("tumour", square(0, 0, 10)).toBuilder().name("T1").build());
		AnnotationObject stroma = object("stroma", square(8, 0, 10));
		assertMessages(check(document, stroma), "Stroma overlaps Tumour \"T1\" by 20 px; these classes exclude each other.");
		assertMessages(ProtocolChecks.check(document, stroma, HALF_MM),
				"Stroma overlaps Tumour \"T1\" by 5 mm²; these classes exclude each other.");
		assertMessages(check(document, object("tumour", square(8, 0, 10))),
				"Tumour overlaps Tumour \"T1\" by 20 px; marks of this class must not overlap each other.");
		assertMessages(check(document, object("alone", square(8, 0, 10))),
				"Alone overlaps Tumour \"T1\" by 20 px; Alone must not overlap anything.");
	}

	@Test
	public void onlyAreasInTheSamePlaneOverlapAndNeighboursMayTouch() throws Exception {
		AnnotationDocument document = document(classes("{'key':'a','name':'A','color':'#FFFFFF','kinds':['rectangle','point'],"
				+ "'overlap':'none'}"));
		AnnotationObject there = object("a", square(0, 0, 10)).toBuilder().plane(new Plane(-1, 3, 0)).instance("7").build();
		put(document, there);
		AnnotationObject.Builder here = object("a", square(5, 0, 10)).toBuilder();
		assertEquals(1, check(document, here.plane(new Plane(2, 3, 0)).build()).size());
		assertEquals(0, check(document, here.plane(new Plane(2, 4, 0)).build()).size());
		assertEquals(0, check(document, here.plane(new Plane(2, 3, 1)).build()).size());
		assertEquals(1, check(document, here.plane(new Plane(2, 5, 0)).span(Span.slices(2, 5)).build()).size());
		Span keys = new Span(2, 5, 0, 0, List.of(2, 5), true);
		assertEquals(0, check(document, here.plane(new Plane(2, 5, 0)).span(keys).build()).size());
		here = here.plane(there.plane()).span(null);
		assertEquals(1, check(document, here.build()).size());
		assertEquals(0, check(document, here.instance("7").build()).size());
		assertEquals(0, check(document, here.instance(null).shape(square(9.995, 0, 10)).build()).size());
		assertEquals(0, check(document, here.shape(PointsShape.of(new Point(5, 5))).build()).size());
		assertEquals(0, check(document, there.toBuilder().shape(square(1, 1, 10)).build()).size());
	}

	@Test
	public void aMarkMustLieInsideItsContainer() throws Exception {
		AnnotationDocument document = document(discAndCup());
		AnnotationObject cup = object("cup", circle(20, 20, 5));
		assertMessages(check(document, cup), "Cup must lie inside Disc, but there is none in its plane.");
		assertEquals(Severity.WARNING, check(document, cup).get(0).severity());
		put(document, cup);
		assertTrue(gate(document).contains(new Finding(Severity.ERROR, Kind.INSIDE, "cup", cup.id(), null,
				"Cup must lie inside Disc, but there is none in its plane.")));
		put(document, object("disc", circle(20, 20, 10)));
		assertMessages(check(document, cup));
		assertMessages(check(document, object("cup", circle(24.5, 20, 6)).toBuilder().build()));
		List<Finding> findings = check(document, object("cup", circle(30, 20, 5)));
		assertEquals(1, findings.size());
		assertTrue(findings.get(0).message(), findings.get(0).message().matches(
				"Cup must lie inside Disc, but [45]\\d(\\.\\d)? % of it lie outside\\."));
	}

	@Test
	public void voxelsAreContainersToo() throws Exception {
		AnnotationDocument document = document(discAndCup());
		short[] labels = new short[LabelBlock.VOXELS];
		for (int y = 0; y < 32; y++)
			for (int x = 0; x < 20; x++)
				labels[BlockIndex.offset(x, y, 3)] = 7;
		document.edit("paint").put(Segment.of(UUID.randomUUID(), 0, 7, "disc", "disc"))
				.put(new BlockIndex(0, 0, 0, 0, 0), LabelBlock.of(labels)).apply();
		AnnotationObject cup = object("cup", square(2, 2, 10)).toBuilder().plane(Plane.slice(3)).build();
		assertMessages(check(document, cup));
		assertMessages(check(document, cup.toBuilder().shape(square(15, 2, 10)).build()),
				"Cup (slice 4) must lie inside Disc, but 50 % of it lie outside.");
		assertMessages(check(document, cup.toBuilder().plane(Plane.slice(4)).build()),
				"Cup (slice 5) must lie inside Disc, but 100 % of it lie outside.");
	}

	@Test
	public void marksAreCounted() throws Exception {
		AnnotationDocument document = document(
				classes("{'key':'a','name':'A','color':'#FFFFFF','kinds':['point','rectangle'],'min':1,'max':2}",
						"{'key':'b','name':'B','color':'#FFFFFF','kinds':['point'],'max':0}"));
		assertMessages(gate(document), "There is no mark of A; at least 1 is needed.");
		AnnotationObject part = object("a", square(0, 0, 3)).toBuilder().instance("1").build();
		put(document, part);
		put(document, object("a", square(9, 0, 3)).toBuilder().instance("1").build());
		put(document, object("a", square(20, 0, 3)));
		assertMessages(gate(document));
		assertMessages(check(document, object("a", square(30, 0, 3))), "There are 3 marks of A; at most 2 are allowed.");
		assertMessages(check(document, part));
		assertMessages(check(document, object("b", PointsShape.of(new Point(1, 1)))),
				"There are 1 marks of B; none is allowed.");
		AnnotationObject rejected = object("a", square(30, 0, 3)).toBuilder()
				.provenance(Provenance.UNKNOWN.withStatus(Status.REJECTED)).build();
		assertMessages(check(document, rejected));
		put(document, rejected);
		assertMessages(gate(document));
	}

	@Test
	public void answersAreAskedFor() throws Exception {
		AnnotationDocument document = document(protocol("""
				'attributes':[{'key':'role','label':'Role','type':'choice','required':true,'choices':['target','other']},
				{'key':'organ','label':'Organ','type':'text','required':true,'when':{'attribute':'role','values':['target']}},
				{'key':'dose','label':'Dose','type':'number','required':true,'when':{'attribute':'treated','values':['true']}}],
				'classes':[{'key':'a','name':'A','color':'#FFFFFF','kinds':['point'],'attributes':['role','organ','dose']}],
				'imageQuestions':[{'key':'quality','label':'Quality','type':'choice','required':true,'choices':['good','bad']},
				{'key':'why','label':'Why','type':'text','required':true,'when':{'attribute':'quality','values':['bad']}}],
				'studyQuestions':[{'key':'treated','label':'Treated','type':'flag','required':true}]"""));
		AnnotationObject bare = object("a", PointsShape.of(new Point(1, 1)));
		assertMessages(check(document, bare), "A needs an answer: Role.");
		assertEquals(Severity.WARNING, check(document, bare).get(0).severity());
		AnnotationObject target = bare.toBuilder().attribute("role", AttributeValue.of("target")).build();
		assertMessages(check(document, target), "A needs an answer: Organ.");
		AnnotationObject wrong = bare.toBuilder().attribute("role", AttributeValue.of("goal")).build();
		assertMessages(check(document, wrong), "A: the answer to Role must be one of target, other.");
		assertMessages(check(document, bare.toBuilder().attribute("role", AttributeValue.of("other")).build()));
		put(document, target);
		assertMessages(gate(document), "A needs an answer: Organ.", "A question about the image needs an answer: Quality.",
				"A question about the study needs an answer: Treated.");
		assertFalse(ProtocolChecks.mayComplete(gate(document)));
		document.edit("answer").label(LabelScope.IMAGE, "quality", AttributeValue.of("bad"))
				.label(LabelScope.STUDY, "treated", AttributeValue.of(true))
				.put(target.toBuilder().attribute("organ", AttributeValue.of("Lung")).build()).apply();
		assertMessages(gate(document), "A needs an answer: Dose.", "A question about the image needs an answer: Why.");
		document.edit("answer").label(LabelScope.IMAGE, "quality", AttributeValue.of("fair"))
				.label(LabelScope.STUDY, "treated", AttributeValue.of(false)).apply();
		assertMessages(gate(document), "The answer about the image to Quality must be one of good, bad.");
		document.edit("answer").label(LabelScope.IMAGE, "quality", AttributeValue.of("good")).apply();
		assertMessages(gate(document));
		assertTrue(ProtocolChecks.mayComplete(gate(document)));
	}

	@Test
	public void everythingNeedsAClassOfTheProtocol() throws Exception {
		AnnotationDocument document = document(classes("{'key':'a','name':'A','color':'#FFFFFF','kinds':['point']}"));
		put(document, object(null, square(0, 0, 5)).toBuilder().plane(Plane.slice(1)).build());
		put(document, object("b", square(0, 0, 5)).toBuilder().name("X").build());
		put(document, object(null, square(0, 0, 5)).toBuilder().type(ObjectType.CELL).build());
		document.edit("segments").put(Segment.of(UUID.randomUUID(), 0, 1, "S", null))
				.put(Segment.of(UUID.randomUUID(), 0, 2, null, "c")).put(Segment.of(UUID.randomUUID(), 0, 3, "T", "a")).apply();
		assertMessages(gate(document), "The object (slice 2) has no class. Choose one.",
				"The object \"X\" has the class \"b\", which is not in the protocol. Choose another class.",
				"The segment \"S\" has no class. Choose one.",
				"Segment 2 has the class \"c\", which is not in the protocol. Choose another class.",
				"The segment \"T\" is marked with voxels, which A does not allow.");
		assertMessages(check(document, object(null, square(0, 0, 5))));
		AnnotationDocument unbound = document(Protocol.NONE);
		put(unbound, object(null, square(0, 0, 5)));
		assertMessages(gate(unbound));
	}

	@Test
	public void rulesAmongMarksAreHeldUp() throws Exception {
		AnnotationDocument document = document(protocol(
				"""
						'attributes':[{'key':'organ','label':'Organ','type':'choice','choices':[{'value':'liver','label':'Liver'},'lung']}],
						'classes':[{'key':'a','name':'A','color':'#FFFFFF','kinds':['rectangle','line'],'attributes':['organ']}],
						'rules':[{'rule':'count','classes':['a'],'per':'organ','max':2,'message':'At most two per organ.'},
						{'rule':'count','classes':['a'],'min':2,'severity':'warning','message':'Two are better.'},
						{'rule':'size','classes':['a'],'measure':'short-axis','minMm':5,'maxMm':20,'message':'5 to 20 mm across.'}]"""));
		AnnotationObject.Builder liver = object("a", square(0, 0, 20)).toBuilder().attribute("organ", AttributeValue.of("liver"));
		put(document, liver.build());
		assertMessages(ProtocolChecks.gate(document, HALF_MM), "Two are better. Found 1.");
		assertEquals(Severity.WARNING, ProtocolChecks.gate(document, HALF_MM).get(0).severity());
		put(document, copy(liver.build()));
		AnnotationObject third = copy(liver.build());
		assertMessages(ProtocolChecks.check(document, third, HALF_MM), "At most two per organ. Found 3 with Organ = Liver.");
		assertEquals(third.id(), ProtocolChecks.check(document, third, HALF_MM).get(0).object());
		AnnotationObject small = object("a", RectangleShape.of(0, 0, 30, 8)).toBuilder()
				.attribute("organ", AttributeValue.of("lung")).build();
		assertMessages(ProtocolChecks.check(document, small, HALF_MM), "5 to 20 mm across. A has a short axis of 4.1 mm.");
		assertMessages(ProtocolChecks.check(document, small.toBuilder().shape(line(0, 0, 3, 0)).build(), HALF_MM));
		assertMessages(ProtocolChecks.gate(document, PlaneSpacing.UNKNOWN),
				"The pixel spacing is unknown: sizes in mm were not checked.");
	}

	@Test
	public void theGateCanBeStopped() throws Exception {
		AnnotationDocument document = document(discAndCup());
		put(document, object("disc", square(0, 0, 5)));
		Progress stopped = new Progress() {
			@Override
			public void update(double fraction, String doing) {
				// Nobody watches.
			}

			@Override
			public boolean isCancelled() { return true; }
		};
		assertThrows(CancelledException.class, () -> ProtocolChecks.gate(document, HALF_MM, stopped));
	}

	private static String discAndCup() {
		return classes("{'key':'disc','name':'Disc','color':'#FFFFFF','overlap':'none','code':['A','1','Disc'],"
				+ "'category':['A','2','Part']}",
				"{'key':'cup','name':'Cup','color':'#FFFFFF','inside':'disc','kinds':['ellipse','rectangle']}");
	}

	private static String classes(String... classes) {
		return protocol("'classes':[" + String.join(",", classes) + "]");
	}

	private static String protocol(String members) {
		return "{'id':'p','version':'1','title':'P'," + members + "}";
	}

	private static AnnotationDocument document(String protocol) throws Exception {
		return document(ProtocolReader.read(protocol.replace('\'', '"'), Locale.ENGLISH));
	}

	private static AnnotationDocument document(Protocol protocol) {
		return new AnnotationDocument(ImageIdentity.of("stack", new ImageSize(256, 256, 64, 1, 1)), protocol);
	}

	private static AnnotationObject object(String classKey, Shape shape) {
		return AnnotationObject.builder(shape, Plane.FIRST).classKey(classKey).build();
	}

	private static AnnotationObject copy(AnnotationObject of) {
		return AnnotationObject.builder(of.shape().translate(40, 0), of.plane()).classKey(of.classKey())
				.attributes(of.attributes())
				.build();
	}

	private static Shape square(double x, double y, double side) {
		return RectangleShape.of(x, y, side, side);
	}

	private static Shape circle(double x, double y, double radius) {
		return EllipseShape.inside(new Box(x - radius, y - radius, 2 * radius, 2 * radius));
	}

	private static Shape line(double x1, double y1, double x2, double y2) {
		return new LineShape(new Point(x1, y1), new Point(x2, y2));
	}

	private static void put(AnnotationDocument document, AnnotationObject object) {
		document.edit("mark").put(object).apply();
	}

	private static List<Finding> check(AnnotationDocument document, AnnotationObject candidate) {
		return ProtocolChecks.check(document, candidate, PlaneSpacing.UNKNOWN);
	}

	private static List<Finding> gate(AnnotationDocument document) {
		return ProtocolChecks.gate(document, HALF_MM);
	}

	private static void assertMessages(List<Finding> findings, String... messages) {
		assertEquals(Arrays.asList(messages), findings.stream().map(Finding::message).toList());
	}
}
