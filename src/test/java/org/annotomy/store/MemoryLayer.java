package org.annotomy.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

import org.annotomy.digest.Sha256;
import org.annotomy.store.file.FileLayer;
import org.annotomy.store.file.OpenFile;

/**
 * Files in memory that know what a power failure would leave: content that was not forced may be lost from some byte on, and names that
 * were changed since the folder was forced may be as they were at any moment since. Can be made to fail.
 */
final class MemoryLayer implements FileLayer {

	/** Decides about an operation before it happens. */
	@FunctionalInterface
	interface Fault {

		void check(String operation, Path file) throws IOException;
	}

	private static final class Content {

		private byte[] bytes = {};
		private byte[] forced = {};
	}

	/** A change of names that happens as a whole; null content for a name that goes. */
	private record Naming(Map<Path, Content> names) {}

	private final Map<Path, Content> names = new TreeMap<>();
	private final Map<Path, Content> forcedNames = new HashMap<>();
	private final List<Naming> unforced = new ArrayList<>();
	private final Set<Path> folders = new HashSet<>();
	private final List<String> operations = new ArrayList<>();
	private Fault fault = (operation, file) -> {};
	private long free = Long.MAX_VALUE;
	private boolean readOnly;

	MemoryLayer(Path... existingFolders) {
		for (Path folder : existingFolders)
			addFolder(folder);
	}

	synchronized void setFault(Fault newFault) {
		fault = newFault;
	}

	/** Bytes that can still be written. */
	synchronized void setFree(long bytes) {
		free = bytes;
	}

	synchronized void setReadOnly(boolean value) {
		readOnly = value;
	}

	/** All changes so far, one word and file name each. */
	synchronized List<String> operations() {
		return List.copyOf(operations);
	}

	synchronized Map<Path, byte[]> content() {
		Map<Path, byte[]> all = new TreeMap<>();
		names.forEach((name, content) -> all.put(name, content.bytes.clone()));
		return all;
	}

	/** Writes a file as if from outside. */
	synchronized void put(Path file, byte[] bytes) {
		addFolder(file.getParent());
		Content content = new Content();
		content.bytes = bytes.clone();
		content.forced = content.bytes;
		names.put(file, content);
		forcedNames.put(file, content);
	}

	/** What is found after the power failed now. */
	synchronized MemoryLayer afterPowerFailure(Random random) {
		MemoryLayer after = new MemoryLayer();
		after.folders.addAll(folders);
		Map<Path, Content> kept = new HashMap<>(forcedNames);
		for (Naming naming : unforced.subList(0, random.nextInt(unforced.size() + 1)))
			apply(naming, kept);
		Map<Content, Content> survivors = new HashMap<>();
		kept.forEach((name, content) -> after.names.put(name, survivors.computeIfAbsent(content, c -> survivor(c, random))));
		after.forcedNames.putAll(after.names);
		return after;
	}

	/** What is found after the process was killed now: all that was written. */
	synchronized MemoryLayer afterKill() {
		MemoryLayer after = new MemoryLayer();
		after.folders.addAll(folders);
		names.forEach((name, content) -> {
			Content copy = new Content();
			copy.bytes = content.bytes;
			copy.forced = content.bytes;
			after.names.put(name, copy);
		});
		after.forcedNames.putAll(after.names);
		return after;
	}

	private static Content survivor(Content content, Random random) {
		Content survivor = new Content();
		int extra = content.bytes.length - content.forced.length;
		boolean appended = extra > 0 && Arrays.equals(content.forced, Arrays.copyOf(content.bytes, content.forced.length));
		survivor.bytes = appended
				? Arrays.copyOf(content.bytes, content.forced.length + random.nextInt(extra + 1))
				: random.nextBoolean() ? content.bytes : content.forced;
		survivor.forced = survivor.bytes;
		return survivor;
	}

	private void check(String operation, Path file) throws IOException {
		fault.check(operation, file);
		if (readOnly && !operation.equals("read")) throw new java.nio.file.AccessDeniedException(file.toString());
		if (!operation.equals("read")) operations.add(operation + " " + file.getFileName());
	}

	private Content require(Path file) throws NoSuchFileException {
		Content content = names.get(file);
		if (content == null) throw new NoSuchFileException(file.toString());
		return content;
	}

	private void name(Path file, Content content) {
		Map<Path, Content> one = new HashMap<>();
		one.put(file, content);
		name(new Naming(one));
	}

	private void rename(Path from, Path to) throws NoSuchFileException {
		Map<Path, Content> both = new HashMap<>();
		both.put(to, require(from));
		both.put(from, null);
		name(new Naming(both));
	}

	private void name(Naming naming) {
		apply(naming, names);
		unforced.add(naming);
	}

	private static void apply(Naming naming, Map<Path, Content> to) {
		naming.names.forEach((name, content) -> {
			if (content == null) to.remove(name);
			else to.put(name, content);
		});
	}

	private void addFolder(Path folder) {
		for (Path path = folder; path != null; path = path.getParent())
			folders.add(path);
	}

	@Override
	public synchronized boolean exists(Path file) throws IOException {
		check("read", file);
		return names.containsKey(file) || folders.contains(file);
	}

	@Override
	public synchronized long size(Path file) throws IOException {
		check("read", file);
		return require(file).bytes.length;
	}

	@Override
	public synchronized InputStream read(Path file) throws IOException {
		check("read", file);
		return new ByteArrayInputStream(require(file).bytes);
	}

	@Override
	public synchronized OpenFile create(Path file) throws IOException {
		check("create", file);
		if (!folders.contains(file.getParent())) throw new NoSuchFileException(file.toString());
		Content content = new Content();
		name(file, content);
		return new MemoryFile(file, content);
	}

	@Override
	public synchronized OpenFile append(Path file) throws IOException {
		check("append", file);
		return new MemoryFile(file, require(file));
	}

	@Override
	public synchronized void createWhole(Path file, byte[] bytes) throws IOException {
		check("createWhole", file);
		if (!folders.contains(file.getParent())) throw new NoSuchFileException(file.toString());
		if (names.containsKey(file)) throw new FileAlreadyExistsException(file.toString());
		take(bytes.length);
		Content content = new Content();
		content.bytes = bytes.clone();
		content.forced = content.bytes;
		name(file, content);
	}

	@Override
	public synchronized void move(Path from, Path to) throws IOException {
		check("move", from);
		require(from);
		if (names.containsKey(to)) throw new FileAlreadyExistsException(to.toString());
		rename(from, to);
	}

	@Override
	public synchronized void replace(Path from, Path to) throws IOException {
		check("replace", to);
		rename(from, to);
	}

	@Override
	public synchronized void delete(Path file) throws IOException {
		check("delete", file);
		if (folders.contains(file)) {
			if (!list(file).isEmpty()) throw new java.nio.file.DirectoryNotEmptyException(file.toString());
			folders.remove(file);
		} else if (names.containsKey(file)) name(file, null);
	}

	@Override
	public synchronized void createFolders(Path folder) throws IOException {
		if (folders.contains(folder)) return;
		check("createFolders", folder);
		addFolder(folder);
	}

	@Override
	public synchronized List<Path> list(Path folder) throws IOException {
		check("read", folder);
		Set<Path> all = new java.util.TreeSet<>(names.keySet());
		all.addAll(folders);
		return all.stream().filter(file -> folder.equals(file.getParent())).sorted().toList();
	}

	@Override
	public synchronized void forceFolder(Path folder) {
		operations.add("forceFolder " + folder.getFileName());
		unforced.removeIf(naming -> {
			if (naming.names.keySet().stream().noneMatch(name -> folder.equals(name.getParent()))) return false;
			apply(naming, forcedNames);
			return true;
		});
	}

	@Override
	public synchronized long freeBytes(Path folder) {
		return free;
	}

	@Override
	public synchronized boolean isReadOnly(Path folder) {
		return readOnly;
	}

	@Override
	public synchronized Path local(Path file) throws IOException {
		check("read", file);
		byte[] bytes = require(file).bytes;
		Path copy = Path.of(System.getProperty("java.io.tmpdir"), "annotomy-" + Sha256.hex(bytes) + ".seg.nrrd");
		if (!Files.exists(copy)) {
			Files.write(copy, bytes);
			copy.toFile().deleteOnExit();
		}
		return copy;
	}

	private void take(long bytes) throws IOException {
		if (bytes > free) throw new IOException("No space left on device");
		if (free != Long.MAX_VALUE) free -= bytes;
	}

	private final class MemoryFile implements OpenFile {

		private final Path name;
		private final Content content;

		private MemoryFile(Path name, Content content) {
			this.name = name;
			this.content = content;
		}

		@Override
		public void write(ByteBuffer bytes) throws IOException {
			synchronized (MemoryLayer.this) {
				check("write", name);
				ByteArrayOutputStream all = new ByteArrayOutputStream();
				all.writeBytes(content.bytes);
				byte[] more = new byte[(int) Math.min(bytes.remaining(), free)];
				bytes.get(more);
				all.writeBytes(more);
				content.bytes = all.toByteArray();
				take(more.length);
				if (bytes.hasRemaining()) throw new IOException("No space left on device");
			}
		}

		@Override
		public void force() throws IOException {
			synchronized (MemoryLayer.this) {
				check("force", name);
				content.forced = content.bytes;
			}
		}

		@Override
		public void truncate(long size) throws IOException {
			synchronized (MemoryLayer.this) {
				check("truncate", name);
				content.bytes = Arrays.copyOf(content.bytes, (int) size);
			}
		}

		@Override
		public long size() throws IOException {
			synchronized (MemoryLayer.this) {
				return content.bytes.length;
			}
		}

		@Override
		public void close() {}
	}
}
