package org.annotomy.codec.jpeg2000;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import org.junit.Test;

/** The code of Annex C is complete: whatever bits come, they are the code word of some quad. */
public class CxtVlcTableTest {

	@Test
	public void everySevenBitsBeginWithOneCodeWord() {
		for (short[] table : new short[][]{CxtVlcTable.firstRow(), CxtVlcTable.otherRows()})
			for (int i = 0; i < table.length; i++) {
				int length = table[i] & 7;
				assertTrue("context " + (i >> 7) + ", bits " + (i & 0x7f), length > 0);
				for (int rest = 0; rest < 1 << 7 - length; rest++)
					assertEquals(table[i], table[i & 0x380 | i & (1 << length) - 1 | rest << length]);
			}
	}

	@Test
	public void bitsAreKnownOnlyOfSignificantSamples() {
		for (short[] table : new short[][]{CxtVlcTable.firstRow(), CxtVlcTable.otherRows()})
			for (short entry : table) {
				int pattern = entry >> 4 & 15;
				int ones = entry >> 8 & 15;
				int known = entry >> 12 & 15;
				assertEquals(0, known & ~pattern);
				assertEquals(0, ones & ~known);
				if ((entry & 8) == 0) assertEquals("nothing is known without an exponent", 0, known);
			}
	}
}
