package org.annotomy.ui.tool;

import java.math.BigDecimal;
import java.math.MathContext;

/** Sizes of brushes as a macro is to have them: no more digits than a hand can mean. */
final class Rounded {

	private static final MathContext DIGITS = new MathContext(4);

	private Rounded() {}

	/** To four significant digits. */
	static double of(double size) {
		return BigDecimal.valueOf(size).round(DIGITS).doubleValue();
	}
}
