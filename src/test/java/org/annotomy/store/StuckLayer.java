package org.annotomy.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

import org.annotomy.store.file.FileLayer;
import org.annotomy.store.file.OpenFile;

/** One file whose opening neither succeeds nor fails until it is told to: a network folder that does not answer. */
final class StuckLayer extends FilteredLayer {

	private final Path stuckFile;
	private final CountDownLatch stuck;
	private final CountDownLatch answer;

	/** @param stuck counted down when somebody is stuck */
	StuckLayer(FileLayer files, Path stuckFile, CountDownLatch stuck, CountDownLatch answer) {
		super(files);
		this.stuckFile = stuckFile;
		this.stuck = stuck;
		this.answer = answer;
	}

	@Override
	public OpenFile append(Path file) throws IOException {
		if (file.equals(stuckFile)) {
			stuck.countDown();
			try {
				answer.await();
			} catch (InterruptedException e) {
				throw new IOException(e);
			}
		}
		return super.append(file);
	}
}
