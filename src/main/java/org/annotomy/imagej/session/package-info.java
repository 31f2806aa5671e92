/** An image on the desk together with its annotations: opening, marking, selecting, closing. */
package org.annotomy.imagej.session;
