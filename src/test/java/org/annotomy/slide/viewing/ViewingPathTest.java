package org.annotomy.slide.viewing;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import org.annotomy.image.ImageFormatException;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class ViewingPathTest {

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private static RestingView view(double x, double y, double downsample, double degrees) {
		return new RestingView(x, y, downsample, degrees, 200, 100, 0, 0);
	}

	@Test
	public void restsAreWhatLiesBetweenMoves() {
		ViewingLog log = new ViewingLog();
		log.rests(0, view(10, 20, 1, 0));
		log.rests(700, view(10, 20, 1, 0));
		log.moves(1000);
		log.moves(1100);
		log.rests(1350, view(50, 20, 2, 90));
		List<ViewMoment> moments = log.end(4000);
		assertEquals(List.of(new ViewMoment(0, 1000, view(10, 20, 1, 0)), new ViewMoment(1350, 2650, view(50, 20, 2, 90))),
				moments);
		assertEquals(List.of(), new ViewingLog().end(10));
	}

	@Test
	public void aTurnedViewShowsWhatLiesInItsFrame() {
		RestingView upright = view(1000, 1000, 4, 0);
		assertTrue(upright.shows(1399, 1199));
		assertFalse(upright.shows(1401, 1000) || upright.shows(1000, 1201));
		RestingView quarter = view(1000, 1000, 4, 90);
		assertTrue(quarter.shows(1199, 1399));
		assertFalse(quarter.shows(1201, 1000) || quarter.shows(1000, 1401));
		// Turned clockwise by 30°, what lies to the right on the screen lies up to the right on the slide.
		RestingView slanted = view(0, 0, 1, 30);
		double right = 99;
		assertTrue(slanted.shows(right * Math.cos(Math.toRadians(30)), -right * Math.sin(Math.toRadians(30))));
		assertFalse(slanted.shows(right * Math.cos(Math.toRadians(30)), right * Math.sin(Math.toRadians(30))));
	}

	/** Against counting cell by cell over the whole slide. */
	@Test
	public void heatIsTheSumOfTimes() {
		List<ViewMoment> moments = List.of(new ViewMoment(0, 2000, view(700, 900, 3, 0)),
				new ViewMoment(3000, 500, view(750, 950, 6, 37)), new ViewMoment(4000, 120_000, view(-50, 20, 2, 0)));
		ViewingHeat heat = new ViewingHeat(5000, 3000);
		heat.add(moments, 0);
		assertEquals(5, heat.scale());
		assertEquals(1000, heat.width());
		assertEquals(600, heat.height());
		for (int y = 0; y < 600; y++)
			for (int x = 0; x < 1000; x++) {
				float expected = 0;
				for (ViewMoment moment : moments)
					if (moment.view().shows(5 * x + 2.5, 5 * y + 2.5)) expected += Math.min(60, moment.durationMs() / 1000f);
				assertEquals("at " + x + ", " + y, expected, heat.seconds()[y * 1000 + x], 1e-6);
			}
		ViewingHeat fine = new ViewingHeat(5000, 3000);
		fine.add(moments, 3);
		assertEquals(2, fine.seconds()[180 * 1000 + 140], 0);
	}

	@Test
	public void recordingsAreKeptBesideTheSlide() throws IOException {
		Path slide = folder.getRoot().toPath().resolve("a.svs");
		ViewingFile file = new ViewingFile(slide);
		assertEquals(List.of(), file.read());
		ViewingPath first = new ViewingPath("r-1", Instant.parse("2026-11-27T10:00:00Z"), 5000, 3000,
				List.of(new ViewMoment(0, 2000, view(700.5, 900, 3.25, 12.5)), new ViewMoment(2600, 10, view(1, 2, 0.5, 0))));
		ViewingPath second = new ViewingPath("r-2", Instant.parse("2026-11-28T10:00:00Z"), 5000, 3000, List.of());
		file.add(first);
		file.add(second);
		assertEquals(List.of(first, second), file.read());
		assertEquals("a.svs.viewing.json", file.path().getFileName().toString());
		assertEquals(2.01, first.seconds(), 1e-9);
		first.requireSize(5000, 3000);
		assertThrows(IllegalArgumentException.class, () -> first.requireSize(5000, 3001));
	}

	@Test
	public void brokenFilesAreRefusedAndKept() throws IOException {
		ViewingFile file = new ViewingFile(folder.getRoot().toPath().resolve("b"));
		String rest = "{\"start_ms\":0,\"duration_ms\":5,\"x_px\":1,\"y_px\":1,\"downsample\":1,\"width\":2,\"height\":2}";
		String head = "{\"kind\":\"annotomy-viewing-path\",\"version\":1,\"paths\":[{\"rater\":\"r\",\"started\":\"2026-11-27T10:00:00Z\","
				+ "\"slide_width_px\":5,\"slide_height_px\":5,\"rests\":[";
		Files.writeString(file.path(), head + rest + "]}]}");
		assertEquals(1, file.read().get(0).moments().size());
		for (String broken : new String[]{"", "[]", "{}", head, head + rest.replace(":1,\"width", ":0,\"width") + "]}]}",
				head + rest.replace("\"width\":2", "\"width\":-2") + "]}]}", head + "7]}]}",
				(head + rest + "]}]}").replace("2026-", "x"), (head + rest + "]}]}").replace("\"version\":1", "\"version\":2")}) {
			Files.writeString(file.path(), broken);
			assertThrows(broken, ImageFormatException.class, file::read);
			assertThrows(ImageFormatException.class,
					() -> file.add(new ViewingPath("r", Instant.EPOCH, 5, 5, List.of())));
			assertEquals(broken, Files.readString(file.path()));
		}
	}
}
