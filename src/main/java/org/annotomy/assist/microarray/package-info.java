/** Where the cores of a tissue microarray lie: rows and columns of any direction, moved to the tissue that is there. */
package org.annotomy.assist.microarray;
