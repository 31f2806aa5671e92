/** The vocabulary and the rules that all raters of a study share, read from a file. */
package org.annotomy.annotation.protocol;
