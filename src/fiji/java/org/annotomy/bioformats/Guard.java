package org.annotomy.bioformats;

import java.io.IOException;

import loci.formats.FormatException;

import org.annotomy.image.ImageFormatException;

/** What Bio-Formats may throw, in words. Its own messages name files, and files can be named after patients: they go nowhere. */
final class Guard {

	/**
	 * A call of Bio-Formats.
	 *
	 * @param <T> what it gives
	 */
	@FunctionalInterface
	interface Call<T> {
		T get() throws FormatException, IOException;
	}

	private Guard() {}

	/** @throws ImageFormatException whatever it was that failed, also too little memory or a missing library */
	static <T> T call(Call<T> call) throws ImageFormatException {
		try {
			return call.get();
		} catch (ImageFormatException e) {
			throw e;
		} catch (OutOfMemoryError e) {
			throw new ImageFormatException(
					"There is not enough free memory for Bio-Formats to read this slide. Close other images or "
							+ "raise the limit in Edit > Options > Memory & Threads.");
		} catch (LinkageError e) {
			throw new ImageFormatException("Bio-Formats lacks a library that this slide needs (" + name(e) + "). Update Fiji.");
		} catch (FormatException | IOException | RuntimeException | StackOverflowError e) {
			throw new ImageFormatException("Bio-Formats cannot read this slide: it is broken or uses something unsupported ("
					+ name(e) + ").");
		}
	}

	private static String name(Throwable failure) {
		return failure.getClass().getSimpleName();
	}
}
