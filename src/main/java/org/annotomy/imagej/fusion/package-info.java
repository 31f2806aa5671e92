/** One open image shown and measured over another. */
package org.annotomy.imagej.fusion;
