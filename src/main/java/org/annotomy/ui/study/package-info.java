/** Studies and series on the screen, from whatever source: tables with masked patients, small pictures, and the line that tells how far work is. */
package org.annotomy.ui.study;
