package org.annotomy.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

import org.annotomy.store.file.FileLayer;
import org.annotomy.store.file.OpenFile;

/** Passes everything on: for layers that meddle with one thing. */
class FilteredLayer implements FileLayer {

	private final FileLayer files;

	FilteredLayer(FileLayer files) {
		this.files = files;
	}

	@Override
	public boolean exists(Path file) throws IOException {
		return files.exists(file);
	}

	@Override
	public long size(Path file) throws IOException {
		return files.size(file);
	}

	@Override
	public InputStream read(Path file) throws IOException {
		return files.read(file);
	}

	@Override
	public OpenFile create(Path file) throws IOException {
		return files.create(file);
	}

	@Override
	public OpenFile append(Path file) throws IOException {
		return files.append(file);
	}

	@Override
	public void createWhole(Path file, byte[] content) throws IOException {
		files.createWhole(file, content);
	}

	@Override
	public void move(Path from, Path to) throws IOException {
		files.move(from, to);
	}

	@Override
	public void replace(Path from, Path to) throws IOException {
		files.replace(from, to);
	}

	@Override
	public void delete(Path file) throws IOException {
		files.delete(file);
	}

	@Override
	public void createFolders(Path folder) throws IOException {
		files.createFolders(folder);
	}

	@Override
	public List<Path> list(Path folder) throws IOException {
		return files.list(folder);
	}

	@Override
	public void forceFolder(Path folder) {
		files.forceFolder(folder);
	}

	@Override
	public long freeBytes(Path folder) {
		return files.freeBytes(folder);
	}

	@Override
	public Path local(Path file) throws IOException {
		return files.local(file);
	}

	@Override
	public boolean isReadOnly(Path folder) {
		return files.isReadOnly(folder);
	}
}
