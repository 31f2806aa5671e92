package org.annotomy.annotation;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/** Two lists that never change, one behind the other, without a copy. */
final class JoinedList<T> extends AbstractList<T> implements RandomAccess {

	private final List<T> first;
	private final List<T> second;

	JoinedList(List<T> first, List<T> second) {
		this.first = first;
		this.second = second;
	}

	@Override
	public T get(int i) {
		return i < first.size() ? first.get(i) : second.get(i - first.size());
	}

	@Override
	public int size() {
		return first.size() + second.size();
	}
}
