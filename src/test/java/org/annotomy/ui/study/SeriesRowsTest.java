package org.annotomy.ui.study;

import static org.junit.Assert.assertEquals;

import java.util.List;

import org.annotomy.dicom.study.SeriesRow;
import org.junit.Test;

public class SeriesRowsTest {

	private static SeriesRow series(int frames) {
		return new SeriesRow("1.2", "1.2.3", "CT", 1, "", "", 1, frames, "", frames == 0 ? "It holds no pixels." : "");
	}

	private static int first(SeriesRow... series) {
		SeriesRows rows = new SeriesRows(SeriesRows.FAR, null);
		rows.show(List.of(series));
		return rows.firstOpenable();
	}

	@Test
	public void theFirstSeriesThatOpensIsChosen() {
		assertEquals(0, first(series(4), series(5)));
		assertEquals(2, first(series(0), series(0), series(5)));
		assertEquals("a server does not say", 1, first(series(0), series(-1), series(5)));
		assertEquals(0, first(series(0), series(0)));
	}
}
