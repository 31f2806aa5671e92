package org.annotomy.dicom.web;

import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;

/** A body to be sent that tells of every piece that goes out. */
record CountedBody(BodyPublisher body, Activity activity) implements BodyPublisher {

	@Override
	public long contentLength() {
		return body.contentLength();
	}

	@Override
	public void subscribe(Flow.Subscriber<? super ByteBuffer> receiver) {
		body.subscribe(new Flow.Subscriber<>() {

			@Override
			public void onSubscribe(Flow.Subscription subscription) {
				receiver.onSubscribe(subscription);
			}

			@Override
			public void onNext(ByteBuffer piece) {
				activity.moved(piece.remaining());
				receiver.onNext(piece);
			}

			@Override
			public void onError(Throwable failure) {
				receiver.onError(failure);
			}

			@Override
			public void onComplete() {
				receiver.onComplete();
			}
		});
	}
}
