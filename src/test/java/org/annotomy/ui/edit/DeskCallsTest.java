package org.annotomy.ui.edit;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.annotomy.annotation.LabelScope;
import org.annotomy.command.UsesSelection;
import org.annotomy.command.spec.CommandSpec;
import org.annotomy.command.spec.MenuConfig;
import org.annotomy.command.spec.Option;
import org.annotomy.command.spec.OptionException;
import org.annotomy.command.spec.OptionType;
import org.annotomy.geometry.Axis;
import org.annotomy.geometry.Point;
import org.annotomy.geometry.Position;
import org.annotomy.geometry.Vertices;
import org.annotomy.imagej.macro.MacroCall;
import org.annotomy.imagej.session.EdgePainting;
import org.annotomy.imagej.session.FrontEffects;
import org.annotomy.imagej.session.OutlineEdits;
import org.annotomy.imagej.session.Painting;
import org.annotomy.imagej.session.SegmentEffects;
import org.annotomy.imagej.session.SegmentPainting;
import org.annotomy.linking.group.SyncSettings;
import org.annotomy.segmentation.edge.LevelTracing;
import org.annotomy.segmentation.component.Connectivity;
import org.annotomy.segmentation.effect.MaskEffect;
import org.annotomy.segmentation.morphology.ShellPlace;
import org.annotomy.segmentation.grow.CheapestPaths;
import org.annotomy.segmentation.grow.RandomWalks;
import org.annotomy.segmentation.grow.SeedGrowing;
import org.annotomy.segmentation.interpolation.Matching;
import org.annotomy.segmentation.levelset.ContourWeights;
import org.annotomy.segmentation.levelset.FrontSpeed;
import org.annotomy.segmentation.levelset.StartBall;
import org.annotomy.segmentation.segment.SegmentState;
import org.junit.Test;

/** What gestures record against the commands that will read it. */
public class DeskCallsTest {

	private static final FrontEffects.Start BALLS = new FrontEffects.Start(
			List.of(new StartBall(new Position(1, 2.25, 3), 4.5), new StartBall(new Position(7, 8, 9.01), 3)), 12.5);
	private static final FrontEffects.Start SEGMENT = new FrontEffects.Start(List.of(), 0);

	private static List<Method> gestures() {
		return Stream.of(DeskCalls.class, SegmentCalls.class, LinkCalls.class)
				.flatMap(type -> Stream.of(type.getDeclaredMethods()))
				.filter(m -> !Modifier.isPrivate(m.getModifiers()) && m.getReturnType() == MacroCall.class).toList();
	}

	/** Each gesture with every combination of values. */
	private static List<MacroCall> calls() throws ReflectiveOperationException {
		List<MacroCall> calls = new ArrayList<>();
		for (Method gesture : gestures())
			for (List<Object> arguments : combinations(List.of(gesture.getParameterTypes())))
				calls.add((MacroCall) gesture.invoke(null, arguments.toArray()));
		return calls;
	}

	private static List<List<Object>> combinations(List<Class<?>> types) {
		if (types.isEmpty()) return List.of(List.of());
		List<List<Object>> all = new ArrayList<>();
		for (Object value : values(types.get(0)))
			for (List<Object> rest : combinations(types.subList(1, types.size())))
				all.add(Stream.concat(Stream.of(value), rest.stream()).toList());
		return all;
	}

	private static List<Object> values(Class<?> type) {
		if (type == String.class) return List.of("a word", "selected");
		if (type == boolean.class) return List.of(true, false);
		if (type == double.class) return List.of(0.5, 1.0);
		if (type == long.class) return List.of(1L, 12L);
		if (type == LabelScope.class) return List.of((Object[]) LabelScope.values());
		if (type == SegmentState.class) return List.of(SegmentState.IN_PROGRESS, SegmentState.COMPLETED, SegmentState.FLAGGED);
		if (type == SyncSettings.class)
			return List.of(SyncSettings.USUAL,
					new SyncSettings(false, false, true, false, true, false, SyncSettings.Ghosts.NONE));
		if (type.isEnum()) return List.of(type.getEnumConstants());
		if (type == SegmentPainting.Fill.class)
			return List.of(new SegmentPainting.Fill(true, false, Axis.Z, 0, 4),
					new SegmentPainting.Fill(false, true, Axis.Z, 3, 3));
		if (type == SegmentPainting.Stroke.class)
			return Stream.of(Axis.values()).<Object>map(
					axis -> new SegmentPainting.Stroke(axis, 3, Vertices.of(1, 2, 3.25, 4), 7.5, axis == Axis.X, axis == Axis.Y))
					.toList();
		if (type == Vertices.class) return List.of(Vertices.of(1, 2, 3.25, 4, 5, 0.5));
		if (type == SegmentEffects.Between.class)
			return Stream.of(Matching.values()).<Object>map(m -> new SegmentEffects.Between(Axis.Y, m)).toList();
		if (type == SeedGrowing.Settings.class)
			return List.of(new SeedGrowing.Settings(new CheapestPaths(0.5), 20),
					new SeedGrowing.Settings(new RandomWalks(70), 20));
		if (type == MaskEffect.class)
			return List.of(new MaskEffect.Margin(-2), new MaskEffect.Smoothing(MaskEffect.SmoothingMethod.GAUSSIAN, 1.5),
					new MaskEffect.Shell(4, ShellPlace.MEDIAL_SURFACE),
					new MaskEffect.IslandsKept(MaskEffect.Kept.ABOVE_SIZE, 2, 30, Connectivity.EDGES));
		if (type == int.class) return List.of(1, 140);
		if (type == FrontEffects.Evolution.class)
			return List.of(new FrontEffects.Evolution(BALLS, FrontSpeed.range(-20, Double.POSITIVE_INFINITY, 7.5),
					new ContourWeights(-1, 0.25, 0)),
					new FrontEffects.Evolution(SEGMENT, FrontSpeed.edges(FrontSpeed.Kind.WALLS, 1.5, 40),
							new ContourWeights(1, 0.5, 6)));
		if (type == FrontEffects.March.class)
			return List.of(new FrontEffects.March(BALLS, FrontSpeed.likeStart(30)),
					new FrontEffects.March(SEGMENT, FrontSpeed.usual(FrontSpeed.Kind.CONSTANT)));
		if (type == EdgePainting.Level.class)
			return List.of(new EdgePainting.Level(Axis.X, 2, new Point(1.5, 2), LevelTracing.Side.DARKER, true));
		if (type == EdgePainting.Wire.class) return List.of(new EdgePainting.Wire(Axis.Y, 0, Vertices.of(1, 2, 3, 4), false));
		if (type == EdgePainting.Stroke.class)
			return List.of(new EdgePainting.Stroke(
					new SegmentPainting.Stroke(Axis.Z, 3, Vertices.of(1, 2), 7.5, true, false), 0.25, 1.5));
		if (type == Painting.Stroke.class)
			return Stream.of(OutlineEdits.Brush.values())
					.<Object>map(effect -> new Painting.Stroke(Vertices.of(1, 2, 3.25, 4), 7.5, effect, true)).toList();
		throw new AssertionError("no example of " + type);
	}

	@Test
	public void everyCallIsACommandOfTheMenu() throws Exception {
		for (MacroCall call : calls())
			assertTrue(call.label(), MenuConfig.labelled(call.label()).isPresent());
		assertTrue(gestures().size() > 20);
	}

	@Test
	public void everyOptionIsGivenAndNoOther() throws Exception {
		for (MacroCall call : calls()) {
			Set<String> known = spec(call).options().stream().filter(o -> o.type() != OptionType.IMAGE)
					.filter(o -> !isLeftOut(o, call)).map(Option::key).collect(Collectors.toSet());
			assertEquals(call.label(), known, call.options().keySet());
		}
	}

	/** What may be omitted and is then nothing cannot be written otherwise. */
	private static boolean isLeftOut(Option option, MacroCall call) {
		return option.isOptional() && option.defaultValue() == null && !call.options().containsKey(option.key());
	}

	@Test
	public void everyValueIsRead() throws Exception {
		for (MacroCall call : calls())
			for (Option option : spec(call).options())
				if (option.type() != OptionType.IMAGE && !isLeftOut(option, call)) assertReads(call, option);
	}

	private static void assertReads(MacroCall call, Option option) {
		String text = call.options().get(option.key());
		try {
			assertEquals(call.label(), text, option.format(option.parse(text)));
		} catch (OptionException e) {
			throw new AssertionError(call.label() + ": " + e.getMessage(), e);
		}
	}

	@Test
	public void callsSayThatTheyUseTheSelectionIfTheCommandDoes() throws Exception {
		for (MacroCall call : calls())
			assertEquals(call.label(), UsesSelection.class.isAssignableFrom(spec(call).type()), call.usesSelection());
	}

	private static CommandSpec spec(MacroCall call) {
		return CommandSpec.of(MenuConfig.labelled(call.label()).orElseThrow().argument());
	}
}
