package org.annotomy.slide.zarr;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Takes so many bytes of a server's answer and no more, whatever the server sends. */
final class PartBody implements HttpResponse.BodySubscriber<byte[]> {

	private final CompletableFuture<byte[]> result = new CompletableFuture<>();
	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
	private final int most;
	private long skip;
	private Flow.Subscription subscription;

	/**
	 * @param skip so many bytes are passed over first
	 * @param most so many bytes are taken
	 */
	PartBody(long skip, int most) {
		this.skip = skip;
		this.most = most;
	}

	@Override
	public CompletionStage<byte[]> getBody() { return result; }

	@Override
	public void onSubscribe(Flow.Subscription given) {
		subscription = given;
		given.request(Long.MAX_VALUE);
		if (most == 0) finish();
	}

	@Override
	public void onNext(List<ByteBuffer> parts) {
		for (ByteBuffer part : parts) {
			int passed = (int) Math.min(skip, part.remaining());
			skip -= passed;
			byte[] taken = new byte[Math.min(part.remaining() - passed, most - bytes.size())];
			part.position(part.position() + passed).get(taken);
			bytes.writeBytes(taken);
		}
		if (bytes.size() == most) finish();
	}

	private void finish() {
		subscription.cancel();
		onComplete();
	}

	@Override
	public void onError(Throwable failure) {
		result.completeExceptionally(failure);
	}

	@Override
	public void onComplete() {
		result.complete(bytes.toByteArray());
	}
}
