package org.annotomy.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.Plane;
import org.annotomy.annotation.protocol.Protocol;
import org.annotomy.annotation.shape.RectangleShape;
import org.annotomy.geometry.Box;
import org.annotomy.identity.ImageHash;
import org.annotomy.identity.ImageIdentity;
import org.annotomy.identity.ImageSize;
import org.annotomy.json.JsonException;
import org.annotomy.store.file.FileLayer;

/** An image in a folder in memory, and raters who open its labels. */
final class Fixture {

	static final Path IMAGES = Path.of("/images");
	static final Path USER = Path.of("/user/recovery");
	static final Path IMAGE = IMAGES.resolve("scan.tif");
	static final long LONG_MILLIS = 20_000;

	/** Larger than any process number. */
	private static final long NO_PROCESS = Integer.MAX_VALUE - 1;

	/** Nothing happens by itself but the journal. */
	static final StoreTiming CALM = new StoreTiming(Duration.ofMillis(1), Duration.ofSeconds(5), Duration.ofHours(10),
			Duration.ofMinutes(4), Duration.ZERO);

	final MovableClock clock;
	final StorePaths home = StorePaths.beside(IMAGE);
	FileLayer layer;
	MemoryLayer files;

	Fixture() {
		this(new MemoryLayer(IMAGES, USER), new MovableClock(Instant.parse("2026-03-04T09:00:00Z")));
	}

	Fixture(MemoryLayer files, MovableClock clock) {
		this.files = files;
		this.clock = clock;
		layer = files;
	}

	static ImageIdentity image() {
		return ImageIdentity.of("stack", new ImageSize(256, 256, 64, 1, 1))
				.withHashes(List.of(new ImageHash("pixels", "sha256", "ab".repeat(32))));
	}

	StoreOptions options(String rater) {
		return StoreOptions.of(rater).withRecovery(USER).withClock(clock).withTiming(CALM).withFiles(layer);
	}

	AnnotationStore open() throws StoreException {
		return open("r-1");
	}

	AnnotationStore open(String rater) throws StoreException {
		return AnnotationStore.open(IMAGE, image(), Protocol.NONE, options(rater));
	}

	/** The files as a session leaves them that is killed now: with its lock. */
	Fixture afterKill() {
		return new Fixture(files.afterKill(), clock).withOwnersEnded();
	}

	/** The files as a session may leave them when the power fails now. */
	Fixture afterPowerFailure(long seed) {
		return new Fixture(files.afterPowerFailure(new Random(seed)), clock).withOwnersEnded();
	}

	private Fixture withOwnersEnded() {
		files.content().forEach((file, bytes) -> {
			if (file.getFileName().toString().equals("lock")) files.put(file, ended(bytes));
		});
		return this;
	}

	private static byte[] ended(byte[] lock) {
		try {
			LockContent c = LockContent.of(lock);
			return new LockContent(c.token(), c.host(), NO_PROCESS, c.start(), c.rater(), c.since(), c.beat(), c.beatAt())
					.toBytes();
		} catch (JsonException e) {
			return lock;
		}
	}

	static UUID id(int i) {
		return new UUID(0x4000L, 0x8000000000000000L | i);
	}

	/** An object whose name tells what was done to it last. */
	static AnnotationObject object(int i, String name) {
		return AnnotationObject.builder(id(i), new RectangleShape(new Box(i, 1, 10, 10), 0), Plane.slice(3)).name(name).build();
	}

	static void put(AnnotationStore store, int i, String name) {
		store.document().edit("Edit " + name).put(object(i, name)).apply();
	}

	static void remove(AnnotationStore store, int i) {
		store.document().edit("Remove " + i).removeObject(id(i)).apply();
	}

	/** The names of all objects, sorted. */
	static String names(AnnotationDocument document) {
		return document.objects().stream().map(AnnotationObject::name).sorted().collect(Collectors.joining(" "));
	}

	String text(Path file) throws IOException {
		return new String(files.content().get(file), StandardCharsets.UTF_8);
	}
}
