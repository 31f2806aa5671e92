package org.annotomy.store;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.annotomy.digest.Sha256;

import org.junit.Test;

public class VersionFolderTest {

	private static final Instant NOW = Instant.parse("2026-03-04T12:30:00Z");
	private static final Path FOLDER = Path.of("/images/.annotomy/x/versions");

	private static final VersionFolder.Companions NO_COMPANIONS = labels -> Map.of();

	private final MemoryLayer files = new MemoryLayer(FOLDER);
	private final MovableClock clock = new MovableClock(NOW);

	private static Version version(Duration age, int revision, String voxels) {
		return Version.of(NOW.minus(age), revision, 3, "save",
				Sha256.hex(new byte[]{(byte) revision, (byte) (revision >> 8)}), voxels);
	}

	private VersionFolder folder(long maxBytes) {
		return new VersionFolder(files, FOLDER, clock, maxBytes);
	}

	private void add(Version version, int bytes) {
		files.put(FOLDER.resolve(version.fileName()), new byte[bytes]);
	}

	@Test
	public void theNameOfAFileSaysAllThatIsListed() {
		Version version = version(Duration.ofMinutes(3), 7, "ab".repeat(32));
		assertEquals(version, Version.ofFileName(version.fileName()).orElseThrow());
		assertTrue(version.fileName().startsWith("20260304T122700000Z_r7_n3_save_"));
		for (String other : new String[]{"x.geojson", "20261304T122700000Z_r7_n3_save_" + "0".repeat(16) + "_none.geojson",
				"../x"})
			assertTrue(Version.ofFileName(other).isEmpty());
	}

	@Test
	public void keepsTheLastTenThenHourlyForADayThenDailyForAMonth() {
		List<Version> all = new ArrayList<>();
		for (int minutes = 0; minutes < 60 * 24 * 40; minutes += 20)
			all.add(version(Duration.ofMinutes(minutes), 5000 - minutes / 20, null));
		Set<Version> kept = Rotation.keep(all, NOW);
		assertTrue(kept.containsAll(all.subList(0, 10)));
		assertTrue("each hour of the last day", kept.size() >= 10 + 20 + 29);
		assertTrue(kept.size() + " are few", kept.size() <= 10 + 25 + 31);
		assertTrue(kept.stream().allMatch(v -> Duration.between(v.when(), NOW).compareTo(Rotation.DAILY) <= 0));
		for (int day = 2; day < 29; day++) {
			Instant from = NOW.minus(Duration.ofDays(day + 1));
			Instant to = NOW.minus(Duration.ofDays(day));
			assertTrue("day " + day, kept.stream().anyMatch(v -> !v.when().isBefore(from) && v.when().isBefore(to)));
		}
	}

	@Test
	public void staysBelowTheCapButKeepsTheLastTwoAndWhatIsNeeded() throws IOException {
		Version needed = version(Duration.ofDays(60), 1, null);
		add(needed, 10);
		for (int i = 2; i <= 12; i++)
			add(version(Duration.ofMinutes(60 - i), i, null), 400);
		folder(1000).rotate(Set.of(Sha256.hex(new byte[]{1, 0})), NO_COMPANIONS);
		assertEquals(List.of(12L, 11L, 1L), folder(1000).list().stream().map(Version::revision).toList());
		folder(10).rotate(Set.of(), NO_COMPANIONS);
		assertEquals("the cap never takes the last two", List.of(12L, 11L),
				folder(10).list().stream().map(Version::revision).toList());
	}

	@Test
	public void whatVersionsKeepAliveElsewhereCountsOnceTowardsTheCap() throws IOException {
		for (int i = 1; i <= 8; i++)
			add(version(Duration.ofMinutes(60 - i), i, null), 10);
		folder(1000).rotate(Set.of(), labels -> Map.of("shared", 300L));
		assertEquals("one file that all share", 8, folder(1000).list().size());
		folder(1000).rotate(Set.of(), labels -> Map.of(labels.toString(), 300L));
		assertEquals("310 bytes each", List.of(8L, 7L, 6L), folder(1000).list().stream().map(Version::revision).toList());
		folder(100).rotate(Set.of(), labels -> Map.of(labels.toString(), 300L));
		assertEquals("the last two stay whatever they cost", List.of(8L, 7L),
				folder(100).list().stream().map(Version::revision).toList());
	}

	@Test
	public void voxelsThatNoVersionNeedsGoAndJournalsAfterAMonth() throws IOException {
		String used = "ab".repeat(32);
		String unused = "cd".repeat(32);
		add(version(Duration.ofHours(1), 1, used), 10);
		for (String sha256 : new String[]{used, unused})
			files.put(folder(1000).voxels(sha256), new byte[10]);
		Path journal = Path.of("/images/.annotomy/x/journal");
		files.put(journal, new byte[]{1});
		folder(1000).keepJournal(journal);
		folder(1000).rotate(Set.of(), NO_COMPANIONS);
		assertTrue(files.exists(folder(1000).voxels(used)));
		assertFalse(files.exists(folder(1000).voxels(unused)));
		assertEquals(1, journals());
		clock.forward(Duration.ofDays(31));
		folder(1000).rotate(Set.of(), NO_COMPANIONS);
		assertEquals(0, journals());
	}

	private long journals() throws IOException {
		return files.list(FOLDER).stream().filter(file -> file.getFileName().toString().startsWith("journal-")).count();
	}
}
